"""One figure walked through every gate: workbook cell, batch, release, reading, JSON, map class, tooltip."""

import json
from datetime import date
from decimal import Decimal

import openpyxl
import polars as pl
import pytest

from finance_monitor.access import system_viewer
from finance_monitor.disclosure.desk import open_desk, show_target
from finance_monitor.disclosure.figures import figures_of_target
from finance_monitor.intake.template import write_template
from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.maps.classes import class_breaks, class_of
from finance_monitor.maps.geometry import geometry
from finance_monitor.maps.payload import payload
from finance_monitor.maps.view import map_view, tooltip_text
from finance_monitor.releases.build import publish
from finance_monitor.releases.load import load_file
from finance_monitor.reports.element import element
from finance_monitor.store.store import create_store
from finance_monitor.world import world

CITY, TOWNSHIP, AS_OF = "411381000000", "411381001000", date(2023, 11, 20)
# The cell: 3.45 in a column headed 贷款金额（万元）; beside it another township's loan, so that the map has classes.
AMOUNTS = {"古城街道": "3.45", "花洲街道": "5"}
FEN = 3_450_000


@pytest.fixture(scope="module")
def walk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("walk")
    workbook = folder / "loans.xlsx"
    write_template(world().ledgers["loans"], workbook, CITY, world().regions, "zh")
    book = openpyxl.load_workbook(workbook)
    sheet = book.worksheets[0]
    places = {str(cell.value).strip("*"): cell.column for cell in sheet[1]}
    for row, (township, amount) in enumerate(AMOUNTS.items(), start=3):
        filled = {
            "借据编号": f"J{row}",
            "贷款机构": "演示银行甲",
            "信贷产品": "脱贫人口小额信贷",
            "户编号": f"H{row}",
            "借款人身份证号": "999999197001100119",
            "借款人姓名": "演示甲",
            "乡镇": township,
            "贷款金额（万元）": amount,
            "贷款余额（万元）": amount,
            "年利率（%）": "3.65",
            "期限（月）": "12",
            "放款日期": "2023-03-08",
            "到期日期": "2024-03-08",
        }
        for name, value in filled.items():
            sheet.cell(row, places[name]).value = value
    book.save(workbook)
    store = create_store(folder / "store", is_demo=True)
    header = BatchHeader("loans", "演示银行甲", CITY, "2023-11-20")
    loaded = load_file(store, world(), workbook, header)
    release = publish(store, world())
    return store, loaded, release, open_desk(store, world(), system_viewer(world().regions)), sheet, places


def test_the_figure_is_the_same_at_every_gate(walk):
    store, loaded, release, desk, sheet, places = walk
    # the cell as the clerk typed it
    cell = sheet.cell(3, places["贷款金额（万元）"]).value
    assert cell == "3.45"
    # the batch: whole fen, the row of the sheet, no ID number
    rows = pl.read_parquet(loaded.batch.rows_file)
    (kept,) = rows.filter(pl.col("region_code") == TOWNSHIP).to_dicts()
    assert (kept["amount_fen"], kept["source_row"]) == (FEN, 3)
    assert "999999197001100119" not in str(kept)
    # the release and the reading
    assert release.batches == (loaded.batch.batch_id,)
    assert release.data_date == AS_OF
    reading = desk.readings.of("loans_granted", AS_OF, [TOWNSHIP, CITY])
    assert (reading[TOWNSHIP].numerator, reading[CITY].numerator) == (FEN, FEN + 5_000_000)
    # the JSON
    told = json.loads(json.dumps(element(show_target(desk, "T-DZ-05", TOWNSHIP))))
    assert (told["numerator"], told["actual"], told["unit"]) == (FEN, 3.45, "万元")
    assert told["batches"] == [loaded.batch.batch_id]
    assert "3.45万元" in told["sentence_zh"]
    # the map class and the tooltip
    figures = figures_of_target(desk, "T-DZ-05", CITY)
    (figure,) = [one for one in figures if one.region_code == TOWNSHIP]
    assert figure.value == Decimal("3.45")
    shape = geometry(store.shapes, CITY, "township")
    view = map_view(figures, shape, "value", "zh", demo=True)
    place = view.codes.index(TOWNSHIP)
    values = [value for value in view.values if value is not None]
    breaks = class_breaks(values, view.decimals, "quantile", 5)
    assert view.values[place] == Decimal("3.45")
    assert view.classes[place] == class_of(Decimal("3.45"), breaks)
    assert view.legend[view.classes[place]].count >= 1
    assert "3.45" in json.dumps(payload(view), default=str)
    tooltip = tooltip_text(figure, "zh")
    assert "古城街道" in tooltip
    assert "3.45" in tooltip
    assert "万元" in tooltip


def test_explain_leads_back_to_the_row(walk):
    from finance_monitor.reports.explain import rows_behind

    _, loaded, _, desk, _, _ = walk
    behind = rows_behind(desk, show_target(desk, "T-DZ-05", TOWNSHIP), "zh")
    assert behind is not None
    (row,) = behind.rows
    told = dict(zip(behind.header, row, strict=True))
    assert (told["批次"], told["行号"], told["贷款金额（万元）"], told["乡镇"]) == (
        loaded.batch.batch_id,
        "3",
        "3.45",
        "古城街道",
    )

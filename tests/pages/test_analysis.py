"""区域分析: what is laid out, its figures, the address, files, and who sees what."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from dashboard import analysis_cache
from dashboard.analysis_code import Layout, read_layout, write_layout
from finance_monitor.store.store import create_store
from finance_monitor.world import world
from tests.pages.conftest import Open, Seen
from tests.pages.seed import DENGZHOU, GUCHENG, HEIHE, HEILONGJIANG, SUNWU

INDICATORS = world().indicators


def headings(seen: Seen) -> list[str]:
    return [one[0] for one in seen.grid("pivot")["columns"]]


def rows(seen: Seen) -> dict[str, list[Any]]:
    """Return the cells of each row by its name; a shaded number is its word."""
    found = {}
    for row in seen.grid("pivot")["rows"]:
        name, *cells = row[2:]
        word = name["a"][0] if isinstance(name, dict) else name
        found[word] = [cell["heat"][1] if isinstance(cell, dict) and "heat" in cell else cell for cell in cells]
    return found


def control(seen: Seen, label: str) -> Any:
    kinds = ("selectbox", "button_group", "segmented_control", "multiselect", "toggle")
    return next(one for kind in kinds for one in seen.test.main.get(kind) if one.label == label)


def test_regions_by_months_with_totals(open_page: Open) -> None:
    seen = open_page("analysis", region=DENGZHOU, indicator="loans_granted")
    assert seen.errors() == seen.warnings() == []
    assert headings(seen)[:3] == ["区划", "期间合计", "2022-12"]
    assert headings(seen)[-1] == "2023-11-20"
    march = headings(seen).index("2023-03") - 1
    told = rows(seen)
    # Twenty townships lent 5 万元 each in March 2023.
    assert told["合计"][0] == told["合计"][march] == "100"
    assert told["古城街道"][march] == "5"
    assert told["古城街道"][march - 1] == "0"
    assert "单位：万元。" in seen.texts()
    assert "2022年12月至2023年11月20日" in seen.texts()


def test_what_stands_at_a_day_has_no_total_over_months(open_page: Open) -> None:
    seen = open_page("analysis", region=HEILONGJIANG, indicator="post_stations_open")
    assert "期间合计" not in headings(seen)
    assert rows(seen)["合计"][-1] == "8"
    assert "不跨月相加" in seen.texts()


def test_the_layout_is_in_the_address_and_opens_the_same(open_page: Open) -> None:
    asked = {"region": HEIHE, "indicator": "referrals_pushed", "view": "month_region", "compare": "2023-05-31"}
    seen = open_page("analysis", **asked)
    assert {name: seen.address[name] for name in asked} == asked
    assert headings(seen)[:2] == ["月份", "合计"]
    told = rows(seen)
    assert list(told) == ["期间合计", "2023-05", "2023-06", "2023-07", "2023-08", "2023-09", "2023-10", "2023-11-20"]
    county = headings(seen).index("孙吴县") - 1
    # Four persons of 孙吴县 were referred on 1 June.
    assert (told["2023-06"][county], told["2023-07"][county], told["期间合计"][county]) == ("4", "0", "4")


def test_rows_and_columns_are_turned_by_one_choice(open_page: Open) -> None:
    seen = open_page("analysis", region=DENGZHOU, indicator="loans_granted")
    control(seen, "行").set_value("month").run()
    assert seen.address["view"] == "month_region"
    assert headings(seen)[0] == "月份"


def test_several_indicators_stand_side_by_side(open_page: Open) -> None:
    code = "region_indicator__post_stations_open"
    seen = open_page("analysis", region=HEIHE, indicator="referrals_pushed", view=code)
    assert headings(seen) == ["区划", "平台推荐件数", "助残驿站终端数"]
    assert rows(seen)["孙吴县"] == ["4", "8"]


def test_regions_are_put_in_order_and_shaded(open_page: Open) -> None:
    code = "region_month__down__heat"
    seen = open_page("analysis", region=DENGZHOU, indicator="loans_granted", view=code, compare="2023-03-31")
    values = [cells[0] for name, cells in rows(seen).items() if name != "合计"]
    assert values == sorted(values, key=lambda value: -Decimal(value if value.isdigit() else 0))
    steps = {
        cell["heat"][0]
        for row in seen.grid("pivot")["rows"]
        for cell in row[3:]
        if isinstance(cell, dict) and "heat" in cell
    }
    assert steps == {1, 6}


def test_what_must_not_be_ranked_is_not(open_page: Open) -> None:
    seen = open_page("analysis", region=HEILONGJIANG, indicator="referrals_waiting", view="region_month__down")
    assert "该指标不排名" in seen.texts()
    names = [name for name in rows(seen) if name != "合计"]
    assert names == [region.name for region in world().regions.children(HEILONGJIANG)]
    with pytest.raises(StopIteration):
        control(seen, "排列")


def test_what_was_not_reported_is_said(open_page: Open) -> None:
    seen = open_page("analysis", region=HEIHE, indicator="loans_granted")
    assert {cell for cells in rows(seen).values() for cell in cells} == {"未报"}
    assert "未报不等于零" in seen.texts()


def test_a_region_without_parts_is_laid_out_by_month(open_page: Open) -> None:
    village = world().regions.children(GUCHENG)[0].code
    seen = open_page("analysis", region=village, indicator="loans_granted")
    assert headings(seen)[0] == "月份"


def test_picking_a_row_opens_the_region(open_page: Open) -> None:
    seen = open_page("analysis", region=DENGZHOU, indicator="loans_granted")
    row = next(row for row in seen.grid("pivot")["rows"] if row[0] == GUCHENG)
    assert row[2]["a"][1].startswith("/region?region=411381001000&as_of=2023-11-20")


def test_too_many_cells_are_refused_in_a_sentence(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.analysis_view.MOST_CELLS", 100)
    seen = open_page("analysis", region=DENGZHOU, indicator="loans_granted")
    assert "所选范围共348格，超过上限100格" in seen.texts()
    assert not seen.has_grid("pivot")


def test_it_speaks_english(open_page: Open) -> None:
    seen = open_page("analysis", region=DENGZHOU, indicator="loans_granted", lang="en")
    assert headings(seen)[:2] == ["Region", "Whole period"]
    assert rows(seen)["Total"][0] == "100"
    assert "Unit: 10,000 yuan." in seen.texts().replace("\\", "")


def test_an_official_of_a_county_sees_only_his_own(open_page: Open) -> None:
    seen = open_page("analysis", viewer=f"official@{SUNWU}", region=DENGZHOU, indicator="loans_granted")
    assert seen.address["region"] == SUNWU
    assert not any(name in rows(seen) for name in ("古城街道", "花洲街道"))


def test_without_a_release_it_says_what_to_do(open_page: Open, tmp_path: Path) -> None:
    create_store(tmp_path / "empty", is_demo=False)
    assert len(open_page("analysis", store=tmp_path / "empty").errors()) == 1


def test_a_layout_is_written_and_read_back() -> None:
    layout = Layout("month", "value", "year", "down", "bank", True, ("loans_granted",))
    code = write_layout(layout)
    assert code == "month_value__year__down__bank__heat__loans_granted"
    assert code.isidentifier()
    assert read_layout(code, INDICATORS) == layout


@pytest.mark.parametrize("code", ["", "nonsense", "region_region", "indicator_month", "month_planet", "x__y__z"])
def test_a_layout_that_makes_no_sense_is_the_default(code: str) -> None:
    assert read_layout(code, INDICATORS) == Layout()


def test_indicators_stand_with_those_of_their_ledger() -> None:
    names = list(analysis_cache.indicator_names("zh").values())
    ledgers = [name.split(" · ")[0] for name in names]
    assert len(set(ledgers)) == sum(ledger != before for ledger, before in zip(ledgers, ["", *ledgers], strict=False))
    assert len(names) == len(INDICATORS)


def test_it_opens_on_an_indicator_that_has_something_to_say(open_page: Open) -> None:
    seen = open_page("analysis", region=HEIHE)
    assert "indicator" not in seen.address
    assert any(cell not in ("—", "") for cells in rows(seen).values() for cell in cells)

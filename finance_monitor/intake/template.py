"""Write the template of a ledger: what a person fills in here, the reader takes."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from finance_monitor.intake.template_notes import notes_of, write_notes
from finance_monitor.intake.template_rules import LAST_ROW, rule_of
from finance_monitor.ledgers.headers import header_of
from finance_monitor.ledgers.model import Column, Ledger
from finance_monitor.regions import Regions
from finance_monitor.texts import Lang, say

# A longer drop-down list helps nobody; codes may always be typed.
MAX_LISTED = 3000
_FIRST_ROW = 2
_TEXTS = "@"
_FORMATS = {
    "date": "yyyy-mm-dd",
    "integer": "0",
    "decimal": "0.00####",
    "money": "#,##0.00####",
    "quantity": "#,##0.######",
}
_WIDTHS = {"id_number": 22, "text": 22, "code": 20, "region": 18, "date": 13, "person_name": 12}
_HEAD = {"bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True, "bg_color": "#DCE6F1"}
_NEEDED = _HEAD | {"bg_color": "#B8CCE4"}
_GREY = {"italic": True, "font_color": "#808080", "bg_color": "#F2F2F2"}


@dataclass(frozen=True, slots=True)
class Sheets:
    """The sheet to fill in and the hidden one of lists."""

    book: Any
    data: Any
    lists: Any


def write_template(ledger: Ledger, path: Path, region_code: str, regions: Regions, lang: Lang) -> None:
    """Write an .xlsx for the rows of one region: headers and lists in Chinese, notes in `lang`.

    Raises:
        UserError: the region is unknown.
    """
    region = regions.get(region_code)
    with xlsxwriter.Workbook(path) as book:
        data = book.add_worksheet(ledger.title.zh)
        notes = book.add_worksheet(say("intake.template.notes_sheet", "zh"))
        lists = book.add_worksheet(say("intake.template.lists_sheet", "zh"))
        lists.hide()
        sheets = Sheets(book, data, lists)
        names = region_names(ledger, region_code, regions)
        _write_running(sheets)
        for place, column in enumerate(ledger.columns, start=1):
            listed = _listed(column, names)
            _write_column(sheets, place, column, listed, lang)
        data.freeze_panes(1, 2)
        data.set_row(0, 32)
        write_notes(book, notes, ledger, region.name, stamp_of(ledger), lang)
        book.set_custom_property("ledger", ledger.id)
        book.set_custom_property("definition", stamp_of(ledger))


def stamp_of(ledger: Ledger) -> str:
    """Return a short stamp of the definition: two templates of one stamp read alike."""
    return hashlib.sha256(ledger.model_dump_json().encode()).hexdigest()[:12]


def region_names(ledger: Ledger, region_code: str, regions: Regions) -> list[str]:
    """Return what stands in the list of regions: names, codes where a name is not the only one; empty if too long."""
    column = next((column for column in ledger.columns if column.type == "region"), None)
    if column is None:
        return []
    own = regions.get(region_code)
    found = [own] if own.level in column.levels else []
    found += [region for level in column.levels for region in regions.descendants(region_code, level)]
    if len(found) > MAX_LISTED:
        return []
    known = Counter(region.name for region in found)
    return [region.name if known[region.name] == 1 else region.code for region in found]


def _listed(column: Column, names: list[str]) -> list[str]:
    """Return the drop-down list of a column, empty without one."""
    if column.type == "region":
        return names
    if column.type == "boolean":
        return [say(f"intake.words.{word}", "zh").split(";")[0] for word in ("yes", "no")]
    return list(column.choices)


def _write_running(sheets: Sheets) -> None:
    """Write the column of running numbers; its mark keeps the example row from being read."""
    sheets.data.set_column(0, 0, 6)
    sheets.data.write_string(0, 0, say("intake.template.running", "zh"), sheets.book.add_format(_HEAD))
    sheets.data.write_string(1, 0, say("intake.template.example", "zh"), sheets.book.add_format(_GREY))


def _write_column(sheets: Sheets, place: int, column: Column, listed: list[str], lang: Lang) -> None:
    """Write one column: header with its note, format, example, list or bounds."""
    book, data = sheets.book, sheets.data
    header = ("*" if column.required else "") + header_of(column)
    width = max(_WIDTHS.get(column.type, 12), 2 * len(header) + 2)
    data.set_column(place, place, width, book.add_format({"num_format": _FORMATS.get(column.type, _TEXTS)}))
    data.write_string(0, place, header, book.add_format(_NEEDED if column.required else _HEAD))
    comment = notes_of(column, lang)
    if comment:
        data.write_comment(0, place, comment, {"x_scale": 2})
    example = column.example or (listed[0] if column.type == "region" and listed else "")
    data.write_string(1, place, example, book.add_format(_GREY))
    rule = rule_of(column, _write_list(sheets.lists, place, listed), lang)
    if rule:
        data.data_validation(_FIRST_ROW, place, LAST_ROW, place, rule)


def _write_list(lists: Any, place: int, listed: list[str]) -> str | None:
    """Write a drop-down list into the hidden sheet and return where it stands."""
    if not listed:
        return None
    for row, text in enumerate(listed):
        lists.write_string(row, place, text)
    first = xl_rowcol_to_cell(0, place, row_abs=True, col_abs=True)
    last = xl_rowcol_to_cell(len(listed) - 1, place, row_abs=True, col_abs=True)
    return f"='{lists.get_name()}'!{first}:{last}"

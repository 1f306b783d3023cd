"""The notes of a template: a comment at each header, and a sheet that explains the whole."""

from __future__ import annotations

from typing import Any

from finance_monitor.ledgers.headers import header_of
from finance_monitor.ledgers.model import Column, Ledger
from finance_monitor.texts import Lang, say

_RULES = ("rule_star", "rule_example", "rule_text")
_HEADS = ("column", "need", "kind", "note")


def notes_of(column: Column, lang: Lang) -> str:
    """Return the note of a column and its choices, one a line."""
    parts = [column.note.in_(lang)] if column.note else []
    if column.choices:
        parts.append(say("intake.template.choices", lang, choices="、".join(column.choices)))
    return "\n".join(parts)


def write_notes(book: Any, sheet: Any, ledger: Ledger, region: str, stamp: str, lang: Lang) -> None:
    """Write the sheet of notes: what the ledger is for, how to fill it in, and every column."""
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    lines = [
        say("intake.template.ledger", lang, title=ledger.title.in_(lang)),
        say("intake.template.purpose", lang, purpose=ledger.purpose.in_(lang)),
        say("intake.template.region", lang, region=region),
        *(say(f"intake.template.{rule}", lang) for rule in _RULES),
        say("intake.template.stamp", lang, stamp=stamp),
    ]
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line, bold if row == 0 else None)
    head = len(lines) + 1
    for place, name in enumerate(_HEADS):
        sheet.write_string(head, place, say(f"intake.template.{name}", lang), bold)
    for row, column in enumerate(ledger.columns, start=head + 1):
        for place, text in enumerate(_described(column, lang)):
            sheet.write_string(row, place, text, wrapped)
    for place, width in enumerate((24, 10, 22, 80)):
        sheet.set_column(place, place, width)


def _described(column: Column, lang: Lang) -> tuple[str, str, str, str]:
    """Describe one column: header, whether required, kind, notes with the other headers it is read under."""
    need = say("intake.template.required" if column.required else "intake.template.optional", lang)
    notes = [notes_of(column, lang)]
    if column.synonyms:
        notes.append(say("intake.template.synonyms", lang, names="、".join(column.synonyms)))
    return header_of(column), need, say(f"intake.kind.{column.type}", lang), "\n".join(filter(None, notes))

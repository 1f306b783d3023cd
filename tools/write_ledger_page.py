"""Write docs/ledgers.md from the definitions of the ledgers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from finance_monitor.ledgers.catalogue import ledgers
from finance_monitor.ledgers.headers import header_of
from finance_monitor.ledgers.model import Column, Ledger
from finance_monitor.settings import ROOT
from finance_monitor.texts import Lang, say

PAGE = ROOT / "docs" / "ledgers.md"
_LANG: Lang = "zh"


def page() -> str:
    """Return the page as Markdown."""
    known = ledgers()
    parts = [say("ledger_page.title", _LANG), say("ledger_page.intro", _LANG, count=len(known))]
    parts += ["\n".join(_ledger(ledger)) for ledger in known.values()]
    return "\n\n".join(parts) + "\n"


def _ledger(ledger: Ledger) -> Iterator[str]:
    yield say("ledger_page.ledger", _LANG, title=ledger.title.in_(_LANG), id=ledger.id)
    yield ""
    key = say("ledger_page.join", _LANG).join(_key_word(ledger, name) for name in ledger.key)
    mode = say(f"ledger_page.mode.{ledger.mode}", _LANG)
    about = [say("ledger_page.about", _LANG, purpose=ledger.purpose.in_(_LANG), mode=mode, known_by=key)]
    if ledger.rhythm_months:
        about.append(say("ledger_page.rhythm", _LANG, months=ledger.rhythm_months))
    if ledger.kinds_apart:
        about.append(say("ledger_page.kinds", _LANG))
    yield "".join(about)
    yield ""
    yield say("ledger_page.columns", _LANG)
    yield "|---|---|---|---|"
    yield from (_column(column) for column in ledger.columns)
    if ledger.checks:
        yield ""
        yield say("ledger_page.checks", _LANG)
        yield ""
    for check in ledger.checks:
        level = say(f"ledger_page.level.{check.level}", _LANG)
        told = {"message": check.message.in_(_LANG), "remedy": check.remedy.in_(_LANG)}
        yield say("ledger_page.check", _LANG, level=level, **told)


def _key_word(ledger: Ledger, name: str) -> str:
    return say("ledger_page.organisation", _LANG) if name == "reported_by" else ledger.column(name).zh


def _column(column: Column) -> str:
    join = say("ledger_page.join", _LANG)
    notes = [column.note.in_(_LANG)] if column.note else []
    if column.choices:
        notes.append(say("ledger_page.choices", _LANG, words=join.join(column.choices)))
    if column.synonyms:
        notes.append(say("ledger_page.synonyms", _LANG, words=join.join(column.synonyms)))
    header = header_of(column) + ("\\*" if column.required else "")
    told = say("ledger_page.note", _LANG).join(notes)
    return f"| {header} | `{column.name}` | {say(f'ledger_page.type.{column.type}', _LANG)} | {told} |"


def main(page_file: Path = PAGE) -> None:
    """Write the page."""
    page_file.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()

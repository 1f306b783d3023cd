"""docs/ledgers.md says what the definitions say."""

from __future__ import annotations

from finance_monitor.ledgers.catalogue import ledgers
from tools.write_ledger_page import PAGE, page


def test_the_page_is_the_one_of_the_definitions():
    assert PAGE.read_text(encoding="utf-8") == page(), "run: make ledger-page"


def test_every_ledger_and_every_header_is_on_it():
    text = PAGE.read_text(encoding="utf-8")
    for ledger in ledgers().values():
        assert f"（`{ledger.id}`）" in text
        assert all(f"`{column.name}`" in text for column in ledger.columns)

"""docs/glossary.md says of the screen's words what the data say."""

from __future__ import annotations

from finance_monitor.reports.glossary import glossary, sources
from tools.write_glossary import PAGE, page, table


def test_the_page_is_the_one_of_the_data():
    text = PAGE.read_text(encoding="utf-8")
    assert table() in text, "run: python -m tools.write_glossary"
    assert page(text) == text


def test_one_word_is_one_thing():
    words = [one.word for one in glossary()]
    assert len(words) == len(set(words))
    assert len({one.zh for one in glossary()}) == len(words)


def test_the_table_of_sources_is_read_whole():
    found = sources()
    assert [row[0] for row in found][:3] == ["regions.csv", "regions.csv, kind 名录外", "township_seats.csv"]
    assert {len(row) for row in found} == {5}

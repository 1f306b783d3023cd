"""Write the words of the screen into docs/glossary.md from data/reference/glossary.yaml."""

from __future__ import annotations

from pathlib import Path

from finance_monitor.reports.glossary import glossary
from finance_monitor.settings import ROOT

PAGE = ROOT / "docs" / "glossary.md"
_HEAD = "| word | 中文 | meaning |\n|---|---|---|\n"


def table() -> str:
    """Return the table as Markdown."""
    return _HEAD + "\n".join(f"| {one.word} | {one.zh} | {one.meaning.en} |" for one in glossary()) + "\n"


def page(text: str) -> str:
    """Return the page with its first table replaced; what the code says stays as it stands."""
    before, _, after = text.partition(_HEAD)
    return before + table() + after[after.index("\n\n") + 1 :]


def main(page_file: Path = PAGE) -> None:
    """Write the page."""
    page_file.write_text(page(page_file.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()

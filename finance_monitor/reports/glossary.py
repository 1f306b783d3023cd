"""The words of the screen with what they mean, from `data/reference/glossary.yaml`; and the sources of the data."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict

from finance_monitor.policy.model import Said
from finance_monitor.settings import DATA

GLOSSARY = DATA / "reference" / "glossary.yaml"
_SOURCES = DATA / "reference" / "SOURCES.md"


class Word(BaseModel):
    """One word: in the code and in English, on the screen, what it means."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    word: str
    zh: str
    meaning: Said


@cache
def glossary(path: Path = GLOSSARY) -> tuple[Word, ...]:
    """Read the words in their order."""
    return tuple(Word.model_validate(one) for one in yaml.safe_load(path.read_text(encoding="utf-8"))["words"])


@cache
def sources(path: Path = _SOURCES) -> tuple[tuple[str, ...], ...]:
    """Read the table of files and sources: file, what, source, licence, as of; marks of emphasis taken off."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    cells = [
        tuple(cell.strip().replace("`", "").replace("**", "") for cell in line.strip("|").split("|")) for line in lines
    ]
    return tuple(row for row in cells[1:] if len(row) == len(cells[0]))

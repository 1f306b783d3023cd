"""Every sentence the product says, in Chinese and English, from `data/texts/*.yaml`."""

from __future__ import annotations

from functools import cache
from typing import Literal

import yaml

from finance_monitor.errors import MonitorError
from finance_monitor.settings import DATA

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Read the catalogue: key -> {zh, en}. Raise ValueError where two files define one key."""
    entries: dict[str, dict[str, str]] = {}
    for path in sorted((DATA / "texts").glob("*.yaml")):
        for key, said in (yaml.safe_load(path.read_text(encoding="utf-8")) or {}).items():
            if key in entries:
                msg = f"{path.name}: {key} is defined twice"
                raise ValueError(msg)
            entries[key] = said
    return entries


def say(key: str, lang: Lang, **values: object) -> str:
    """Return the sentence of `key` with its values filled in; an unknown key is a programming error."""
    return catalogue()[key][lang].format(**values)


def tell(error: MonitorError, lang: Lang) -> str:
    """Say an error as one line: where it is, what is wrong, what to do."""
    place = error.place
    parts = [
        place.file or "",
        say("error.place.sheet", lang, sheet=place.sheet) if place.sheet else "",
        say("error.place.row", lang, row=place.row) if place.row is not None else "",
        say("error.place.column", lang, column=place.column) if place.column else "",
    ]
    where = say("error.place.join", lang).join(part for part in parts if part)
    said = say(f"error.{error.key}", lang, **error.values)
    remedy = say(f"error.{error.key}.remedy", lang, **error.values)
    lead = say("error.place.lead", lang, where=where) if where else ""
    return say("error.sentence", lang, lead=lead, said=said, remedy=remedy)

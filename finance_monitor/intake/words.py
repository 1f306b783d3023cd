"""Words people write in cells (yes, total, example), from `data/texts/intake.yaml`."""

from __future__ import annotations

from functools import cache

from finance_monitor.ledgers.headers import plain_name
from finance_monitor.texts import LANGS, say


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of one list in both languages, in their plain spelling."""
    return frozenset(plain_name(word) for lang in LANGS for word in say(f"intake.words.{name}", lang).split(";"))

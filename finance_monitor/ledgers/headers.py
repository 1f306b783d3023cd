"""Compare headers as people write them: spaces, brackets, stars and unit suffixes do not make another column."""

from __future__ import annotations

import re
import unicodedata

from finance_monitor.ledgers.model import Column
from finance_monitor.money import FEN_IN

_NOISE = re.compile(r"[\s*＊﻿]+")
_BRACKETS = str.maketrans("【】[]〔〕{}", "()()()()")
_WITH_BRACKET = re.compile(r"(.+?)[:_/-]?\(([^()]*)\)")
_WITH_SUFFIX = re.compile(r"(.+?)[:_/,-]?(" + "|".join(sorted(FEN_IN, key=len, reverse=True)) + ")")


def spellings(text: str) -> tuple[tuple[str, str | None], ...]:
    """Return the ways to read a header as (name, unit), the whole text first.

    “贷款金额 （万元）” reads as ("贷款金额(万元)", None) and ("贷款金额", "万元").
    """
    whole = plain_name(text)
    ways: list[tuple[str, str | None]] = [(whole, None)]
    for pattern in (_WITH_BRACKET, _WITH_SUFFIX):
        match = pattern.fullmatch(whole)
        if match:
            ways.append((match[1], match[2]))
    return tuple(ways)


def plain_name(text: str) -> str:
    """Return the text without spaces and stars, half-width and in lower case."""
    return _NOISE.sub("", unicodedata.normalize("NFKC", text).translate(_BRACKETS)).lower()


def names_of(column: Column) -> frozenset[str]:
    """Return every plain name under which a column is recognised."""
    return frozenset(plain_name(name) for name in (column.zh, column.en, column.name, *column.synonyms))


def header_of(column: Column) -> str:
    """Return the header as a template writes it, with its unit in full-width brackets."""
    return f"{column.zh}（{column.unit}）" if column.unit else column.zh

"""How Chinese characters are typed in Latin letters: whole syllables or their first letters, in any reading."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property

# A sound written this way begins with the whole of it, so that a person may type zh for what others type z for.
_DOUBLE = ("zh", "ch", "sh")
# Letters that can be parted in more ways than this are no name.
_MOST_WAYS = 200
_LONGEST_SYLLABLE = 6
# The dictionary tells the usual readings first; the third and later ones are of old books, not of place names.
_USUAL_READINGS = 2


class Spelling:
    """The readings of some characters, ready to turn typed letters into a pattern that their names fit."""

    def __init__(self, characters: Iterable[str]) -> None:
        self._characters = sorted({sign for sign in characters if not sign.isascii()})

    @cached_property
    def _readings(self) -> Mapping[str, list[str]]:
        """Read each character's usual readings, the most usual first."""
        # The dictionary takes a sixth of a second to load, which only a person who types letters should wait for.
        from pypinyin import Style, pinyin

        return {
            sign: pinyin(sign, style=Style.NORMAL, heteronym=True)[0][:_USUAL_READINGS] for sign in self._characters
        }

    @cached_property
    def _by_sound(self) -> Mapping[str, str]:
        """Return what each sound can stand for: sun -> all characters read so, s -> all that begin so."""
        found: dict[str, set[str]] = defaultdict(set)
        for sign, readings in self._readings.items():
            for sound in readings:
                if not sound.isascii():
                    continue
                found[sound].add(sign)
                found[sound[0]].add(sign)
                if sound.startswith(_DOUBLE):
                    found[sound[:2]].add(sign)
        return {sound: "".join(sorted(signs)) for sound, signs in found.items()}

    def pattern(self, letters: str) -> re.Pattern[str] | None:
        """Return what a name fits that these letters spell; None where they spell nothing."""
        ways = self._ways(letters.lower().replace("'", ""))
        if not ways:
            return None
        return re.compile("|".join("".join(f"[{self._by_sound[sound]}]" for sound in way) for way in ways))

    def is_usual(self, name: str, letters: str) -> bool:
        """Say whether letters spell a name by the most usual reading of each character, in full or by first letters."""
        sounds = [self._readings[sign][0] for sign in name if sign in self._readings]
        return letters.lower() in ("".join(sounds), "".join(sound[0] for sound in sounds))

    def _ways(self, letters: str) -> list[tuple[str, ...]]:
        """Part letters into sounds in every way: sunwu is sun wu, sw is s w, xian is xian or xi an."""
        ways: list[list[tuple[str, ...]]] = [[()]]
        for end in range(1, len(letters) + 1):
            here: list[tuple[str, ...]] = []
            for start in range(max(0, end - _LONGEST_SYLLABLE), end):
                sound = letters[start:end]
                if sound in self._by_sound:
                    here += [(*way, sound) for way in ways[start]]
            if len(here) > _MOST_WAYS:
                return []
            ways.append(here)
        return ways[-1]

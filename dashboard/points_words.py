"""Words of places: their sort, kind, state, where they lie, their tooltip."""

from __future__ import annotations

from finance_monitor.disclosure.places import Place
from finance_monitor.regions import Regions, level_rank
from finance_monitor.regions.finding import short_name
from finance_monitor.texts import Lang, say


def letter(sort: str, lang: Lang) -> str:
    """Return the sign that stands on a point of a sort."""
    return say(f"places.letter.{sort}", lang)


def sort_word(sort: str, lang: Lang) -> str:
    """Name a sort of places."""
    return say(f"places.sort.{sort}", lang)


def kind_word(place: Place, lang: Lang) -> str:
    """Name the kind the ledger gives a place."""
    return say(f"places.kind.{place.kind}", lang)


def basis_word(place: Place, lang: Lang) -> str:
    """Say where the place on the map comes from."""
    return say(f"places.basis.{place.basis}", lang)


def name_of(place: Place, lang: Lang) -> str:
    """Name a place; a machine has a number only."""
    return place.name or say("places.numbered", lang, kind=kind_word(place, lang), number=place.number)


def region_word(code: str, regions: Regions) -> str:
    """Name the region of a place from its county down."""
    if code not in regions:
        return code
    path = [one for one in regions.path(code) if level_rank(one.level) >= level_rank("county")]
    return "".join(short_name(one) if one.level == "village" else one.name for one in path) or regions.get(code).name


def tooltip(place: Place, regions: Regions, lang: Lang) -> str:
    """Say what a point is, in lines."""
    lines = [
        name_of(place, lang),
        say("places.tip.kind", lang, kind=kind_word(place, lang), organisation=place.organisation),
        region_word(place.region_code, regions),
        say("places.tip.opened", lang, day=place.opened_on),
        *([say("places.basis.seat", lang)] if place.basis == "seat" else []),
    ]
    return "\n".join(lines)

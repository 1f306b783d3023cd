"""Figures of a region in a sentence: the value, and how it has changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from finance_monitor.disclosure.standings import Standing
from finance_monitor.progress.amounts import amount, difference
from finance_monitor.reports.profile_plan import profile_plan
from finance_monitor.texts import Lang, say


def topics(standings: Sequence[Standing], lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield a sentence for each topic of the plan, in its order; empty where nothing is known of it."""
    known = {one.indicator.id: one for one in standings}
    join = say("progress.join.parts", lang)
    for topic, indicator_ids in profile_plan().topics.items():
        said = [phrase(known[one], lang) for one in indicator_ids if one in known]
        word = say(f"region.topic.{topic}", lang)
        yield topic, say("region.said.topic", lang, topic=word, said=join.join(said)) if said else ""


def phrase(one: Standing, lang: Lang) -> str:
    """Say one figure: of what happens this year's amount, otherwise what stands."""
    name, unit = one.indicator.name.in_(lang), one.indicator.unit.zh
    if one.figure.state == "hidden":
        return say("region.said.hidden", lang, name=name)
    this_year = _this_year(one)
    if this_year is not None:
        return say("region.said.flow", lang, name=name, value=amount(this_year, unit, lang), change=_growth(one, lang))
    value = amount(one.figure.value, unit, lang)
    return say("region.said.stock", lang, name=name, value=value, change=_since_year_start(one, lang))


def _this_year(one: Standing) -> Decimal | None:
    """Return what has happened this year; None of a stock, of an average, and where it cannot be told."""
    if one.indicator.nature != "flow" or one.is_ratio or one.year_start is None:
        return None
    return one.year_start.difference


def _growth(one: Standing, lang: Lang) -> str:
    """Say how much more or less than in the same time of the year before."""
    if one.year is None or one.year.growth_pct is None:
        return ""
    growth = one.year.growth_pct
    return say(f"region.said.growth.{_way(growth)}", lang, pct=abs(growth))


def _since_year_start(one: Standing, lang: Lang) -> str:
    if one.indicator.nature == "flow" or one.year_start is None or one.year_start.difference is None:
        return ""
    changed = one.year_start.difference
    told = difference(abs(changed), one.indicator.unit.zh, lang)
    return say(f"region.said.since.{_way(changed)}", lang, change=told)


def _way(change: Decimal) -> str:
    return "up" if change > 0 else "down" if change < 0 else "same"

"""The formula of a figure, in words and with its numbers: 达标县占比 = 达到5名的县 61 ÷ 全部县 67 = 91.0%."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from finance_monitor.indicators.model import Indicator
from finance_monitor.policy.model import Part, Target
from finance_monitor.progress.amounts import amount, bound, difference, plainly
from finance_monitor.progress.model import Progress
from finance_monitor.progress.pace import manner_of
from finance_monitor.progress.stand import Bound, Sense, bound_of, stand_of
from finance_monitor.progress.window import deadline_of, goal_of
from finance_monitor.progress.words import level_word
from finance_monitor.reports.numbers import part
from finance_monitor.texts import Lang, say
from finance_monitor.written import NOTHING, number, signed

_RATIOS = ("share", "average", "average_money")
_WEEK_DAYS = 7
_SIGNS: Mapping[Sense, str] = {"at_least": "≥", "at_most": "≤", "exactly": "=", "above": ">"}
# What is to be above a number and is not may be equal to it.
_MISSED: Mapping[Sense, str] = {"above": "≤"}


@dataclass(frozen=True, slots=True)
class Asked:
    """One goal with its progress: what its formula is made of."""

    target: Target
    goal: Target | Part
    progress: Progress
    indicators: Mapping[str, Indicator]
    lang: Lang

    @property
    def indicator(self) -> Indicator:
        """Return the goal's own indicator."""
        return self.indicators[self.goal.indicator]

    def say(self, key: str, **values: object) -> str:
        """Say a formula."""
        return say(f"formula.{key}", self.lang, **values)

    @property
    def actual(self) -> str:
        """Write what there is, with its unit."""
        return amount(self.progress.actual, self.goal.unit, self.lang)

    def part(self, *, is_numerator: bool) -> str:
        """Write the numerator or the denominator."""
        value = self.progress.numerator if is_numerator else self.progress.denominator
        return part(value, self.indicator, self.lang, is_numerator=is_numerator)


def formula(target: Target, progress: Progress, indicators: Mapping[str, Indicator], lang: Lang) -> tuple[str, ...]:
    """Return the lines of one progress without parts: value, completion, pace, what every week must bring."""
    asked = Asked(target, goal_of(target, progress.part_id), progress, indicators, lang)
    if progress.actual is None:
        return (asked.say("nothing"),)
    return (*_value(asked), *_against_goal(asked), *_against_pace(asked))


def _value(asked: Asked) -> Iterator[str]:
    """Say how the value comes about, kind by kind."""
    kind, progress = asked.goal.kind, asked.progress
    if kind == "per_unit_min" and progress.units_reached is not None and progress.units_total > 1:
        yield _units(asked, "per_unit")
    elif kind == "coverage" and progress.units_reached is not None:
        yield _units(asked, "coverage.share" if asked.goal.unit == "%" else "coverage.count")
    elif kind in ("growth", "growth_gap"):
        yield _growth(asked)
    elif asked.indicator.measure in _RATIOS:
        yield _ratio(asked)
    else:
        yield asked.say("value", words=asked.indicator.numerator.in_(asked.lang), value=asked.actual)
    if progress.interval_pct is not None:
        low, high = progress.interval_pct
        yield asked.say("sample", asked=number(progress.denominator), low=low, high=high)
    if progress.trend:
        join = say("overview.join", asked.lang)
        values = join.join(number(value, asked.goal.unit) for _, value in progress.trend)
        yield asked.say("trend", count=len(progress.trend), values=values)


def _units(asked: Asked, key: str) -> str:
    progress, goal = asked.progress, asked.goal
    share = progress.actual if goal.kind == "coverage" else progress.completion_pct
    return asked.say(
        key,
        each=plainly(progress.goal, goal.unit, asked.lang),
        level=level_word(progress.unit_level, progress.units_total, asked.lang),
        reached=number(progress.units_reached),
        total=number(progress.units_total),
        value=asked.actual if key == "coverage.count" else amount(share, "%", asked.lang),
    )


def _ratio(asked: Asked) -> str:
    bottom = asked.indicator.denominator
    return asked.say(
        "ratio",
        name=asked.indicator.name.in_(asked.lang),
        top=asked.indicator.numerator.in_(asked.lang),
        numerator=asked.part(is_numerator=True),
        bottom=bottom.in_(asked.lang) if bottom else "",
        denominator=asked.part(is_numerator=False),
        value=asked.actual,
    )


def _growth(asked: Asked) -> str:
    """Say a growth with the two periods where they are sums; the gap of two growths with their names."""
    lang, goal = asked.lang, asked.goal
    name = asked.indicator.name.in_(lang)
    if goal.kind == "growth_gap":
        other = asked.indicators[goal.compared_with or goal.indicator].name.in_(lang)
        rates = asked.progress.growths_pct
        own, others = (amount(rate, "%", lang) for rate in rates) if rates else (NOTHING, NOTHING)
        return asked.say("growth_gap", name=name, own=own, other=other, others=others, value=asked.actual)
    if asked.indicator.measure in _RATIOS or asked.progress.denominator is None:
        return asked.say("growth.words", name=name, value=asked.actual)
    # Both are sums of the same indicator, so the earlier one is written as the later one is.
    before = part(asked.progress.denominator, asked.indicator, lang, is_numerator=True)
    now = asked.part(is_numerator=True)
    return asked.say("growth", name=name, now=now, before=before, value=asked.actual)


def _against_goal(asked: Asked) -> Iterator[str]:
    """Say the completion where it is more than a repetition; of a limit or a yes and no, how they compare."""
    progress, goal, lang = asked.progress, asked.goal, asked.lang
    found = bound_of(goal)
    if found is None or progress.goal is None or progress.actual is None:
        return
    if goal.kind == "per_unit_min" and progress.units_total > 1:
        return
    if goal.kind == "milestone":
        yield asked.say("milestone", actual=asked.actual, goal=bound(goal, progress.goal, lang))
    elif progress.completion_pct is None or (goal.unit == "%" and progress.goal == 100):
        reached = stand_of(Bound(found.sense, progress.goal), progress.actual).reached
        missed = ">" if progress.actual > progress.goal else "<"
        sign = _SIGNS[found.sense] if reached else _MISSED.get(found.sense, missed)
        yield asked.say("compare", actual=asked.actual, sign=sign, goal=plainly(progress.goal, goal.unit, lang))
    elif progress.uncertain and progress.units_reached is not None:
        sure = max(progress.units_reached - progress.uncertain, 0)
        wanted = plainly(progress.goal, goal.unit, lang)
        told = {"sure": sure, "uncertain": progress.uncertain, "goal": wanted, "value": progress.completion_pct}
        yield asked.say("completion.sure", actual=asked.actual, **told)
    else:
        wanted = plainly(progress.goal, goal.unit, lang)
        yield asked.say("completion", actual=asked.actual, goal=wanted, value=progress.completion_pct)


def _against_pace(asked: Asked) -> Iterator[str]:
    progress, goal = asked.progress, asked.goal
    deadline = deadline_of(asked.target, goal)
    if progress.expected_pct is None or progress.final or deadline is None or manner_of(goal, deadline) != "curve":
        return
    if goal.pace == "linear" and not goal.baseline:
        start = asked.target.from_on
        elapsed, whole = (progress.as_of - start).days, (deadline - start).days
        yield asked.say("expected", elapsed=elapsed, whole=whole, value=progress.expected_pct)
    else:
        expected = plainly(progress.expected, goal.unit, asked.lang)
        yield asked.say("expected.plan", expected=expected, value=progress.expected_pct)
    if progress.gap_pp is not None and progress.completion_pct is not None:
        told = {"completion": progress.completion_pct, "expected": progress.expected_pct}
        yield asked.say("gap", **told, gap=signed(progress.gap_pp))
    yield from _week(asked, (deadline - progress.as_of).days)


def _week(asked: Asked, days: int) -> Iterator[str]:
    progress, lang = asked.progress, asked.lang
    if progress.needed_per_week is None or days <= _WEEK_DAYS or asked.goal.kind == "coverage":
        return
    short = sum((lack.short for lack in progress.shortfall), start=progress.needed_per_week * 0)
    yield asked.say(
        "week",
        short=difference(short, asked.goal.unit, lang),
        days=days,
        value=amount(progress.needed_per_week, asked.goal.unit, lang),
    )

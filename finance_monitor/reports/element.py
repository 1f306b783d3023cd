"""One element of `progress --format json`, and the same as table and CSV."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from finance_monitor.disclosure.figure import Figure
from finance_monitor.disclosure.filled_in import FilledIn
from finance_monitor.disclosure.shown import Shown
from finance_monitor.indicators.model import Indicator
from finance_monitor.policy.model import Goal
from finance_monitor.progress.model import Progress
from finance_monitor.progress.sentence import reason_words, sentence
from finance_monitor.progress.window import goal_of
from finance_monitor.texts import LANGS, Lang, say
from finance_monitor.world import REPORTED_FIGURES


def element(shown: Shown) -> dict[str, Any]:
    """Return one target's progress for JSON: numbers in the goal's unit, shares in %, gaps in 百分点."""
    target, progress, indicator = shown.target, shown.progress, shown.indicator
    goal = goal_of(target, progress.part_id)
    said = {f"sentence_{lang}": _sentence(shown, lang) for lang in LANGS}
    return {
        "policy": shown.policy.id,
        "lifecycle": shown.lifecycle,
        "clause": target.clause,
        "quote": target.quote,
        "target": target.id,
        "part": progress.part_id,
        "indicator": indicator.id,
        "name_zh": target.title.zh,
        "name_en": target.title.en,
        "kind": goal.kind,
        "pace": goal.pace,
        "strictness": target.strictness,
        "units_lead": list(target.units_lead),
        "region": progress.region_code,
        "region_name": shown.names.get(progress.region_code, ""),
        **_figures(progress, goal, shown),
        "assumed": [text.model_dump() for text in (*shown.policy.assumed, *target.assumed)],
        "beside": [_beside(indicator, figure) for indicator, figure in shown.beside],
        "unreported": [{"region": code, "name": shown.names.get(code, "")} for code in shown.unreported],
        "missing": [_missing(indicator) for indicator in shown.missing],
        **_sharing(shown),
        "filled_in": _filled_in(shown.filled_in),
        "path": shown.path,
        "hidden": shown.hidden,
        "batches": list(shown.batches),
        "release": shown.release,
        "data_date": shown.data_date.isoformat(),
        "demo": shown.is_demo,
        "parts": [_part(part, shown) for part in progress.parts],
        **said,
    }


def _sentence(shown: Shown, lang: Lang) -> str:
    said = bare_sentence(shown, lang)
    return say("desk.demo_sentence", lang, sentence=said) if shown.is_demo and not shown.hidden else said


def bare_sentence(shown: Shown, lang: Lang) -> str:
    """Say how a target stands, without saying that it is invented: who quotes it must add that (`signed_off`)."""
    if shown.hidden:
        return say("desk.hidden_sentence", lang, name=shown.target.title.in_(lang))
    return sentence(shown.progress, shown.target, shown.policy, shown.names, lang)


def _reason(progress: Progress, shown: Shown, lang: Lang) -> str:
    if shown.hidden:
        return say("desk.hidden_sentence", lang, name=shown.target.title.in_(lang))
    return reason_words(progress, lang)


def _part(part: Progress, shown: Shown) -> dict[str, Any]:
    return {"part": part.part_id, **_figures(part, goal_of(shown.target, part.part_id), shown)}


def _beside(indicator: Indicator, figure: Figure) -> dict[str, Any]:
    return {
        "indicator": indicator.id,
        "name_zh": indicator.name.zh,
        "name_en": indicator.name.en,
        "state": figure.state,
        "value": plain(figure.value),
        "unit": indicator.unit.zh,
        "numerator": figure.numerator,
        "denominator": figure.denominator,
    }


def _filled_in(found: FilledIn | None) -> dict[str, Any] | None:
    """Give the figure a unit filled in beside its records, whole numbers (money in fen)."""
    if found is None:
        return None
    return {
        "as_of": found.as_of.isoformat(),
        "batch": found.batch_id,
        "numerator": found.numerator,
        "denominator": found.denominator,
        "counted_numerator": found.counted_numerator,
        "counted_denominator": found.counted_denominator,
        "differs": found.differs,
    }


def _missing(indicator: Indicator) -> dict[str, Any]:
    """Name the ledgers that would give a figure nobody has reported."""
    ledgers = indicator.ledgers or (REPORTED_FIGURES,)
    return {"indicator": indicator.id, "ledgers": list(ledgers), "kinds": list(indicator.kinds)}


def _sharing(shown: Shown) -> dict[str, Any]:
    """Say which share of the target the region was given, and how its own was shared out."""
    allotment, share = shown.allotment, shown.share
    nodes = sorted(allotment.nodes.items()) if allotment else ()
    return {
        "sub_target": None
        if allotment is None
        else {
            "document_no": allotment.document_no,
            "nodes": [[day.isoformat(), plain(value)] for day, value in nodes],
            "batches": list(allotment.batches),
        },
        "shared_out": None
        if share is None
        else {"regions": share.regions, "total": plain(share.total), "rest": plain(share.rest)},
    }


def _figures(progress: Progress, goal: Goal, shown: Shown) -> dict[str, Any]:
    return {
        "as_of": progress.as_of.isoformat(),
        "numerator": progress.numerator,
        "denominator": progress.denominator,
        "actual": plain(progress.actual),
        "goal": plain(progress.goal),
        # Of several parts the worst speaks for all, in its own unit.
        "unit": progress.unit,
        "completion": plain(progress.completion_pct),
        "expected": plain(progress.expected),
        "expected_pct": plain(progress.expected_pct),
        "gap_pp": plain(progress.gap_pp),
        "days_behind": progress.days_behind,
        "needed_per_week": plain(progress.needed_per_week),
        "status": progress.status,
        "light": progress.light,
        "final": progress.final,
        "reason": progress.reason,
        **{f"reason_{lang}": _reason(progress, shown, lang) for lang in LANGS},
        "units_reached": progress.units_reached,
        "units_total": progress.units_total,
        "units_reported": progress.units_reported,
        "shortfall": [
            {
                "region": lack.region_code,
                "name": shown.names.get(lack.region_code, ""),
                "actual": plain(lack.actual),
                "goal": plain(lack.goal),
                "short": plain(lack.short),
                "in_pipeline": plain(shown.in_pipeline.get(lack.region_code)),
            }
            for lack in progress.shortfall
        ],
        "growths_pct": [plain(rate) for rate in progress.growths_pct] if progress.growths_pct else None,
        "interval_pct": [plain(end) for end in progress.interval_pct] if progress.interval_pct else None,
        "trend": [[day.isoformat(), plain(value)] for day, value in progress.trend],
    }


def plain(value: Decimal | None) -> int | float | None:
    """Return a number JSON can hold: whole numbers whole, others as the nearest float; infinite ones as None."""
    if value is None or not value.is_finite():
        return None
    return int(value) if value == value.to_integral_value() else float(value)

"""progress and explain."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from finance_monitor.access import Viewer, parse_viewer, system_viewer
from finance_monitor.cli.output import write_csv, write_json, write_table
from finance_monitor.disclosure.desk import Desk, open_desk, show_all, show_target
from finance_monitor.disclosure.shown import Shown
from finance_monitor.disclosure.told import show_indicator
from finance_monitor.errors import UsageError
from finance_monitor.progress.amounts import amount, plainly
from finance_monitor.progress.window import goal_of
from finance_monitor.progress.words import status_word, symbol
from finance_monitor.regions import full_code
from finance_monitor.reports.element import element
from finance_monitor.reports.explain import explain_lines
from finance_monitor.reports.explain_indicator import explain_indicator_lines
from finance_monitor.store.store import open_store
from finance_monitor.texts import Lang, say
from finance_monitor.world import world
from finance_monitor.written import number


def add_commands(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add progress and explain."""
    progress = commands.add_parser("progress", parents=[shared], help=say("cli.help.progress", "zh"))
    progress.add_argument("--policy")
    progress.add_argument("--target")
    progress.add_argument("--region", type=full_code)
    progress.add_argument("--release", type=int)
    progress.add_argument("--as-of", type=a_day)
    progress.add_argument("--as", dest="viewer", metavar="ROLE@REGION")
    progress.add_argument("--format", choices=("table", "json", "csv"), default="table")
    progress.set_defaults(run=run_progress)
    explain = commands.add_parser("explain", parents=[shared], help=say("cli.help.explain", "zh"))
    explain.add_argument("target", metavar="TARGET", nargs="?")
    explain.add_argument("--indicator")
    explain.add_argument("--region", type=full_code)
    explain.add_argument("--release", type=int)
    explain.add_argument("--as-of", type=a_day)
    explain.add_argument("--as", dest="viewer", metavar="ROLE@REGION")
    explain.set_defaults(run=run_explain)


def a_day(text: str) -> date:
    """Read a day written 2023-11-20."""
    try:
        return date.fromisoformat(text)
    except ValueError as fault:
        raise UsageError("cli.not_a_day", text=text) from fault


def _desk(args: argparse.Namespace) -> Desk:
    store = open_store(args.store)
    viewer: Viewer = system_viewer(world().regions)
    if args.viewer:
        viewer = parse_viewer(args.viewer, world().regions)
    store.note("read", command=args.command, role=viewer.role, region=viewer.region_code)
    return open_desk(store, world(), viewer, args.release)


def run_progress(args: argparse.Namespace) -> int:
    """Say how far targets are."""
    desk = _desk(args)
    if args.target:
        found = [show_target(desk, args.target, args.region, args.as_of)]
        found = [one for one in found if args.policy in (None, one.policy.id)]
    else:
        found = show_all(desk, policy_id=args.policy, region_code=args.region, as_of=args.as_of)
    if args.format == "json":
        write_json([element(one) for one in found])
    elif args.format == "csv":
        write_csv([element(one) for one in found])
    else:
        _write_lines(found, args.lang)
    return 0


def _write_lines(found: list[Shown], lang: Lang) -> None:
    names = ("target", "name", "region", "actual", "goal", "completion", "gap", "status")
    rows = []
    for one in found:
        told = element(one)
        word = status_word(one.progress.status, one.target.strictness, lang)
        if one.progress.status == "unknown" and one.progress.actual is not None:
            word = say("progress.status.unknown.partial", lang)
        rows.append(
            (
                told["target"],
                told[f"name_{lang}"],
                told["region_name"],
                _actual(one, lang),
                _goal(one, lang),
                told["completion"],
                told["gap_pp"],
                f"{symbol(one.progress.status, one.target.strictness)}{word}",
            )
        )
    write_table([say(f"cli.column.{name}", lang) for name in names], rows)


def _actual(one: Shown, lang: Lang) -> str:
    """Say what has been reached: of a list of units how many, of anything else the value with its unit."""
    progress, goal = one.progress, goal_of(one.target, one.progress.part_id)
    if goal.kind == "per_unit_min" and progress.units_reached is not None:
        return f"{number(progress.units_reached)}/{number(progress.units_total)}"
    return "" if progress.actual is None else amount(progress.actual, progress.unit, lang)


def _goal(one: Shown, lang: Lang) -> str:
    progress = one.progress
    return "" if progress.goal is None else plainly(progress.goal, progress.unit, lang)


def run_explain(args: argparse.Namespace) -> int:
    """Say where a figure of a target or of an indicator comes from: clause, formula, parts, rows, batches, release."""
    if (args.target is None) == (args.indicator is None):
        raise UsageError("cli.explain_what")
    desk = _desk(args)
    if args.indicator:
        told = show_indicator(desk, args.indicator, args.region or desk.viewer.region_code, args.as_of)
        for line in explain_indicator_lines(desk, told, args.lang):
            print(line)
        return 0
    shown = show_target(desk, args.target, args.region, args.as_of)
    for line in explain_lines(desk, shown, args.lang):
        print(line)
    return 0

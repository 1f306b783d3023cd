"""demo, batches, rollback, publish, releases, doctor."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from finance_monitor.cli.figures import a_day
from finance_monitor.cli.output import progress_bar, tell_person, write_table
from finance_monitor.maps.shapes import build_shapes
from finance_monitor.releases.build import publish
from finance_monitor.releases.compare import compare
from finance_monitor.releases.doctor import examine
from finance_monitor.store.batches import list_batches, standing, withdraw
from finance_monitor.store.release_files import list_releases, read_release
from finance_monitor.store.store import open_store
from finance_monitor.texts import Lang, say
from finance_monitor.world import world


def add_commands(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add what keeps the store."""

    def add(name: str, run: Any) -> argparse.ArgumentParser:
        parser: argparse.ArgumentParser = commands.add_parser(
            name, parents=[shared], help=say(f"cli.help.{name}", "zh")
        )
        parser.set_defaults(run=run)
        return parser

    add("demo", run_demo).add_argument("--scale", type=float, default=1.0, metavar="N")
    add("batches", run_batches)
    rollback = add("rollback", run_rollback)
    rollback.add_argument("batch", metavar="BATCH")
    rollback.add_argument("--by", default="local", metavar="ORG")
    publishing = add("publish", run_publish)
    publishing.add_argument("--data-date", type=a_day)
    publishing.add_argument("--from-scratch", action="store_true")
    releases = add("releases", run_releases)
    releases.add_argument("what", nargs="?", choices=("list", "diff"), default="list")
    releases.add_argument("numbers", nargs="*", type=int, metavar="A B")
    add("doctor", run_doctor)


def run_demo(args: argparse.Namespace) -> int:
    """Make a store of invented ledgers, brought in through the real intake."""
    make_demo_store(args.store, args.scale, args.lang)
    return 0


def make_demo_store(folder: Path, scale: float, lang: Lang) -> None:
    """Make the demo and convert the shapes of its maps, with a bar for the person who waits."""
    from finance_monitor.demo import make_demo  # no other command needs the generator

    store = make_demo(folder, scale=scale, progress=progress_bar, lang=lang)
    progress_bar(1, 1, say("cli.shapes", lang))
    build_shapes(store.shapes)
    tell_person("\n" + say("cli.demo_ready", lang, folder=store.folder.name, release=read_release(store).number))


def run_batches(args: argparse.Namespace) -> int:
    """List the batches; what has been replaced or taken back is said."""
    batches = list_batches(open_store(args.store))
    standing_ids = {batch.batch_id for batch in standing(batches)}
    names = ("batch", "ledger", "reported_by", "region", "period", "rows_taken", "rows_quarantined", "state")
    rows = []
    for batch in batches:
        state = "stands" if batch.batch_id in standing_ids else "withdrawn" if batch.withdrawn else "replaced"
        rows.append(
            (
                batch.batch_id,
                world().ledgers[batch.ledger_id].title.in_(args.lang),
                batch.reported_by,
                world().regions.get(batch.region_code).name,
                batch.period,
                batch.rows_taken,
                batch.rows_quarantined,
                say(f"cli.batch.{state}", args.lang),
            )
        )
    write_table([say(f"cli.column.{name}", args.lang) for name in names], rows)
    return 0


def run_rollback(args: argparse.Namespace) -> int:
    """Take a batch back and publish without it."""
    store = open_store(args.store)
    with store.loading():
        withdraw(store, args.batch, args.by)
        release = publish(store, world())
    tell_person(say("cli.rolled_back", args.lang, batch=args.batch, release=release.number))
    return 0


def run_publish(args: argparse.Namespace) -> int:
    """Publish what the standing batches say."""
    store = open_store(args.store)
    with store.loading():
        release = publish(store, world(), data_date=args.data_date, from_scratch=args.from_scratch)
    tell_person(say("cli.published", args.lang, release=release.number, day=release.data_date))
    return 0


def run_releases(args: argparse.Namespace) -> int:
    """List the releases, or say what changed between two."""
    store = open_store(args.store)
    if args.what == "diff":
        for line in compare(store, world(), args.numbers, args.lang):
            sys.stdout.write(line + "\n")
        return 0
    current = read_release(store).number
    names = ("release", "data_date", "published_at", "batches", "current")
    rows = [
        (
            release.number,
            release.data_date,
            release.published_at.isoformat(sep=" ", timespec="seconds"),
            len(release.batches),
            "✓" if release.number == current else "",
        )
        for release in list_releases(store)
    ]
    write_table([say(f"cli.column.{name}", args.lang) for name in names], rows)
    return 0


def run_doctor(args: argparse.Namespace) -> int:
    """Examine program, data and store; exit status 1 where something is wrong."""
    findings = examine(args.store, args.lang)
    for finding in findings:
        sys.stdout.write(f"{'✓' if finding.is_good else '✕'} {finding.text}\n")
    return 0 if all(finding.is_good for finding in findings) else 1

"""template and load."""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from finance_monitor.access import system_viewer
from finance_monitor.cli.output import tell_person, write_json, write_table
from finance_monitor.errors import UsageError, UserError
from finance_monitor.intake.report import sentence, sentences, summary
from finance_monitor.intake.template import write_template
from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.ledgers.catalogue import ledger as find_ledger
from finance_monitor.regions import full_code
from finance_monitor.releases.build import publish
from finance_monitor.releases.load import Loaded, NothingTakenError, check_only, load_file, recognise, refuse_nothing
from finance_monitor.store.store import Store, create_store, open_store
from finance_monitor.texts import Lang, say, tell
from finance_monitor.world import world

# How many faults of one rule are listed for the eye; --format json has them all.
_LISTED = 20


def add_commands(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add template and load."""
    template = commands.add_parser("template", parents=[shared], help=say("cli.help.template", "zh"))
    template.add_argument("ledger", metavar="LEDGER")
    template.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.xlsx")
    template.add_argument("--region", type=full_code)
    template.set_defaults(run=run_template)
    load = commands.add_parser("load", parents=[shared], help=say("cli.help.load", "zh"))
    load.add_argument("files", nargs="+", type=Path, metavar="FILE")
    load.add_argument("--ledger")
    load.add_argument("--period")
    load.add_argument("--region", type=full_code)
    load.add_argument("--by", metavar="ORG")
    load.add_argument("--dry-run", action="store_true")
    load.add_argument("--empty", action="store_true", help=say("cli.help.empty", "zh"))
    load.add_argument("--no-publish", action="store_true", help=say("cli.help.no_publish", "zh"))
    load.add_argument("--format", choices=("table", "json"), default="table")
    load.set_defaults(run=run_load)


def run_template(args: argparse.Namespace) -> int:
    """Write the template of a ledger for a region."""
    code = world().regions.get(args.region).code if args.region else system_viewer(world().regions).region_code
    if args.output.suffix.lower() != ".xlsx":
        raise UsageError("cli.template_ending", file=args.output.name)
    write_template(find_ledger(args.ledger), args.output, code, world().regions, args.lang)
    tell_person(say("cli.template_written", args.lang, file=args.output.name))
    return 0


def run_load(args: argparse.Namespace) -> int:
    """Check files and keep them as batches; then publish once. A refused file stops nothing but itself."""
    with _store(args.store, dry_run=args.dry_run) as store:
        return _load_all(store, args)


def _load_all(store: Store, args: argparse.Namespace) -> int:
    done: list[Loaded] = []
    refused: list[tuple[Path, UserError]] = []
    with store.loading():
        for path in args.files:
            try:
                done.append(_one(store, path, args))
            except UserError as fault:
                refused.append((path, fault))
        # A file already kept may come from a load that was stopped before it published.
        kept = any(one.batch for one in done) or any(fault.key == "store.already_loaded" for _, fault in refused)
        release = publish(store, world()) if kept and not args.no_publish else None
    _answer(args, done, refused, release.number if release else None)
    if release is not None:
        tell_person(say("cli.loaded", args.lang, release=release.number, day=release.data_date))
    if any(one.checked.quarantined.height for one in done):
        tell_person(say("cli.some_held", args.lang))
    return 1 if refused or any(one.checked.quarantined.height for one in done) else 0


@contextmanager
def _store(folder: Path, *, dry_run: bool) -> Iterator[Store]:
    """Open the store; the first ledger makes one, a mere check only one that is gone afterwards."""
    if (folder / "store.json").exists():
        yield open_store(folder)
    elif dry_run:
        with tempfile.TemporaryDirectory() as passing:
            yield create_store(Path(passing) / "store", is_demo=False)
    else:
        made = create_store(folder, is_demo=False)
        try:
            yield made
        finally:
            if not any(made.batches.iterdir()):  # nothing was taken: a mistyped name leaves no store behind
                shutil.rmtree(folder)
                made.key_file.unlink()


def _one(store: Store, path: Path, args: argparse.Namespace) -> Loaded:
    missing = [name for name in ("period", "region", "by") if getattr(args, name) is None]
    if missing:
        raise UsageError("cli.load_needs", missing="、".join(f"--{name}" for name in missing))
    ledger = find_ledger(args.ledger) if args.ledger else recognise(path, world())
    header = BatchHeader(ledger.id, args.by, world().regions.get(args.region).code, args.period)
    if args.dry_run:
        checked = check_only(store, world(), path, header)
        refuse_nothing(path, checked, may_be_empty=args.empty)
        return Loaded(path, header, checked, None)
    return load_file(store, world(), path, header, may_be_empty=args.empty)


def _answer(
    args: argparse.Namespace, done: list[Loaded], refused: list[tuple[Path, UserError]], release: int | None
) -> None:
    lang: Lang = args.lang
    for path, fault in refused:
        if isinstance(fault, NothingTakenError):
            for line in sentences(fault.checked.faults, path.name, lang, each=_LISTED):
                tell_person(line)
        tell_person(_placed(path, fault, lang))
    for one in done:
        for line in (
            *summary(one.checked, one.file.name, lang),
            *sentences(one.checked.faults, one.file.name, lang, each=_LISTED),
        ):
            tell_person(line)
    if args.format == "json":
        write_json([_told(one, release, lang) for one in done] + [_told_refused(p, f, lang) for p, f in refused])
        return
    if not done:
        return
    names = ("file", "ledger", "batch", "rows_in", "rows_taken", "rows_quarantined", "release")
    rows = [[_told(one, release, lang)[name] for name in names] for one in done]
    write_table([say(f"cli.column.{name}", lang) for name in names], rows)


def _placed(path: Path, fault: UserError, lang: Lang) -> str:
    said = tell(fault, lang)
    return said if fault.place.file else say("cli.in_file", lang, file=path.name, said=said)


def _told(one: Loaded, release: int | None, lang: Lang) -> dict[str, Any]:
    return {
        "file": one.file.name,
        "ledger": one.header.ledger_id,
        "batch": one.batch.batch_id if one.batch else None,
        "reported_by": one.header.reported_by,
        "region": one.header.region_code,
        "period": one.header.period,
        "rows_in": one.checked.rows_in,
        "rows_taken": one.checked.rows.height,
        "rows_quarantined": one.checked.quarantined.height,
        "faults": [
            {
                "level": fault.level,
                "rule": fault.rule,
                "sheet": fault.sheet,
                "row": fault.row,
                "column": fault.column,
                "value": fault.value,
                "message": sentence(fault, one.file.name, lang),
            }
            for fault in one.checked.faults
        ],
        "release": release,
    }


def _told_refused(path: Path, fault: UserError, lang: Lang) -> dict[str, Any]:
    return {"file": path.name, "batch": None, "refused": _placed(path, fault, lang)}

"""`python -m finance_monitor COMMAND`: 0 done; 1 the input has faults; 2 wrong usage; 3 the program failed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from finance_monitor.cli import figures, keeping, ledger_files, policies
from finance_monitor.errors import MonitorError
from finance_monitor.settings import DEFAULT_STORE
from finance_monitor.texts import LANGS, Lang, say, tell


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints leave with exit status 2, after the usage."""

    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {message}\n")


def main(arguments: Sequence[str]) -> int:
    """Run one command and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8")  # a Windows console may be of another code page
    lang: Lang = LANGS[0]
    try:
        args = _parser().parse_args(arguments)
        lang = args.lang
        status: int = args.run(args)
    except MonitorError as error:
        sys.stderr.write(tell(error, lang) + "\n")
        return error.exit_status
    except BrokenPipeError:
        return 0  # the reader of our output has seen enough
    return status


def _parser() -> argparse.ArgumentParser:
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--store", type=Path, default=DEFAULT_STORE, help=say("cli.help.store", "zh"))
    shared.add_argument("--lang", choices=LANGS, default="zh", help=say("cli.help.lang", "zh"))
    parser = _Parser(prog="python -m finance_monitor", description=say("cli.help.about", "zh"))
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for room in (keeping, ledger_files, figures, policies):
        room.add_commands(commands, shared)
    return parser

"""policy check."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from finance_monitor.cli.output import tell_person
from finance_monitor.policy.loader import check_files, policy_files
from finance_monitor.texts import say, tell


def add_commands(commands: Any, shared: argparse.ArgumentParser) -> None:
    """Add policy check."""
    policy = commands.add_parser("policy", help=say("cli.help.policy", "zh"))
    inner = policy.add_subparsers(dest="policy_command", required=True, metavar="check")
    check = inner.add_parser("check", parents=[shared], help=say("cli.help.policy_check", "zh"))
    check.add_argument("files", nargs="*", type=Path, metavar="FILE")
    check.set_defaults(run=run_check)


def run_check(args: argparse.Namespace) -> int:
    """Check policy files; every fault with file and line."""
    faults = check_files(args.files)
    for fault in faults:
        tell_person(tell(fault, args.lang))
    if not faults:
        count = len(args.files) or len(policy_files())
        tell_person(say("cli.policy_good", args.lang, count=count))
    return 1 if faults else 0

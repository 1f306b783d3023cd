"""A store with one ledger in it, and ways to stop the program at any step."""

from __future__ import annotations

import contextlib
import io
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from finance_monitor.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
REGION = "500156000000"
HEADER = "网点编号,银行,网点名称,网点类型,乡镇,开业日期,撤并日期\n"
GOOD = HEADER + "W1,演示银行甲,仙女山支行,固定物理网点,仙女山街道,2016-05-01,\n"
MORE = GOOD + "W2,演示银行甲,江口支行,固定物理网点,江口镇,2017-03-01,\n"


@dataclass(frozen=True)
class Program:
    """The command line on a store of its own."""

    store: Path
    folder: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command in this process: what it says and its exit status are those of the program."""
        said, told = io.StringIO(), io.StringIO()
        command = [*arguments, "--store", str(self.store)]
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(told):
            try:
                status = main(command)
            except SystemExit as left:
                status = int(left.code or 0)
        return subprocess.CompletedProcess(command, status, said.getvalue(), told.getvalue())

    def run_apart(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command as a program of its own."""
        command = [sys.executable, "-m", "finance_monitor", *arguments, "--store", str(self.store)]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)

    def load(self, file: Path, *more: str, period: str = "2023-11") -> subprocess.CompletedProcess[str]:
        said = ["--ledger", "outlets", "--period", period, "--region", REGION, "--by", "演示银行甲"]
        return self.run("load", str(file), *said, *more)

    def write(self, name: str, text: str) -> Path:
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        return file

    def outlets(self) -> int | None:
        """How many outlets readers see now."""
        found = self.run(
            "progress", "--target", "T-WL-10", "--region", REGION, "--as-of", "2023-10-31", "--format", "json"
        )
        assert found.returncode == 0, found.stderr
        return json.loads(found.stdout)[0]["numerator"]

    def stopped_at(self, number: int, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command that kills itself without a word at its n-th step."""
        command = [sys.executable, "-m", "tests.faults.stop_at", str(number), *arguments, "--store", str(self.store)]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path / "store", tmp_path)

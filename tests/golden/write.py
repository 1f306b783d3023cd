"""Write all_targets.json anew after a change that was meant: `python -m tests.golden.write`, then read the diff."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from finance_monitor.demo import make_demo
from tests.golden.elements import elements_of

GOLDEN = Path(__file__).with_name("all_targets.json")


def main() -> None:
    """Make the demo and write its elements."""
    with tempfile.TemporaryDirectory() as folder:
        told = elements_of(make_demo(Path(folder) / "store"))
    GOLDEN.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""Run the command line and kill it, as a power cut would, at its n-th step: `stop_at N COMMAND …`."""

import os
import signal
import sys
from itertools import count

from finance_monitor.cli.main import main
from finance_monitor.releases import build
from finance_monitor.store import batches, files, release_files

steps = count(1)


def step(_name: str) -> None:
    if next(steps) == int(sys.argv[1]):
        os.kill(os.getpid(), signal.SIGKILL)


for module in (files, batches, release_files, build):
    module.step = step
sys.exit(main(sys.argv[2:]))

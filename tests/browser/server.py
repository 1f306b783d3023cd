"""Start a Streamlit server for a test and end it by its handle."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = "/usr/bin/chromium"
STARTED_WITHIN_S = 40


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@contextmanager
def running(script: Path, folder: Path, **environment: str) -> Iterator[str]:
    """Yield the address of a fresh server of `script`, run in `folder`."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)} | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield awaited(process, f"http://127.0.0.1:{port}{environment.get('STREAMLIT_SERVER_BASE_URL_PATH', '')}")
    finally:
        process.terminate()
        process.wait(timeout=20)


def awaited(process: subprocess.Popen[bytes], address: str) -> str:
    """Wait until a server answers; return its address."""
    until = time.monotonic() + STARTED_WITHIN_S
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(f"{address}/_stcore/health", timeout=2) as answer:  # noqa: S310 - our own server
                if answer.status == 200:
                    return address
        except (URLError, OSError):
            time.sleep(0.1)
    msg = f"the server at {address} did not start"
    raise RuntimeError(msg)

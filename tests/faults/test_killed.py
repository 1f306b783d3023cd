"""Loader and publisher stopped at every step: the old release stays readable, the next load works."""

import signal
import threading
from itertools import count

import pytest

from finance_monitor.access import Viewer
from finance_monitor.disclosure.desk import open_desk
from finance_monitor.errors import UserError
from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.releases import build
from finance_monitor.releases.doctor import examine
from finance_monitor.releases.load import load_file
from finance_monitor.store import batches, files, release_files
from finance_monitor.store.store import create_store
from finance_monitor.world import world
from tests.faults.conftest import GOOD, MORE, REGION

KILLED = -signal.SIGKILL
SAID = ["--ledger", "outlets", "--period", "2023-11", "--region", REGION, "--by", "演示银行甲"]
HEADER = BatchHeader("outlets", "演示银行甲", REGION, "2023-11")


class Stopped(BaseException):
    """Nothing catches it: what was being written stays as it was."""


def stop_at(monkeypatch, number):
    steps = count(1)

    def step(name):
        if next(steps) == number:
            raise Stopped(name)

    for module in (files, batches, release_files, build):
        monkeypatch.setattr(module, "step", step)


def load_and_publish(store, file):
    with store.loading(wait_seconds=1):
        load_file(store, world(), file, HEADER)
        build.publish(store, world())


def load_again(store, file):
    """Load as the command line does: a file already kept needs only to be published."""
    try:
        load_and_publish(store, file)
    except UserError as known:
        assert known.key == "store.already_loaded"
        with store.loading(wait_seconds=1):
            build.publish(store, world())


def outlets_seen(store):
    desk = open_desk(store, world(), Viewer("official", REGION))
    return desk.readings.of("outlets_branch_open", desk.release.data_date, [REGION])[REGION].numerator


def test_stopped_at_any_step_readers_see_old_or_new_and_the_next_load_works(tmp_path, monkeypatch):
    for name, text in (("first.csv", GOOD), ("more.csv", MORE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    stops = 0
    while True:
        store = create_store(tmp_path / f"store{stops}", is_demo=False)
        load_and_publish(store, tmp_path / "first.csv")
        assert outlets_seen(store) == 1
        with monkeypatch.context() as patched:
            stop_at(patched, stops + 1)
            try:
                load_and_publish(store, tmp_path / "more.csv")
                break
            except Stopped:
                stops += 1
        assert outlets_seen(store) in (1, 2)
        load_again(store, tmp_path / "more.csv")  # the very file: what a clerk does after a power cut
        assert outlets_seen(store) == 2
        assert all(finding.is_good for finding in examine(store.folder, "zh"))
    assert stops >= 10
    assert outlets_seen(store) == 2


def kill_at(program, number):
    assert program.load(program.write("first.csv", GOOD)).returncode == 0
    done = program.stopped_at(number, "load", str(program.write("more.csv", MORE)), *SAID)
    if done.returncode != KILLED:
        return False
    assert program.outlets() in (1, 2)
    assert program.load(program.write("more.csv", MORE)).returncode in (0, 1)  # 1: it had been kept, now published
    assert program.outlets() == 2
    assert program.run("doctor").returncode == 0
    return True


@pytest.mark.parametrize("number", [3, 9])
def test_killed_without_a_word(program, number):
    assert kill_at(program, number)


@pytest.mark.slow
@pytest.mark.parametrize("number", range(1, 11))
def test_killed_without_a_word_at_every_step(program, number):
    assert kill_at(program, number)


def test_two_loads_at_once_one_waits(program):
    assert program.load(program.write("first.csv", GOOD)).returncode == 0
    texts = [program.write(f"{n}.csv", GOOD.replace("W1", f"W{n}")) for n in (5, 6)]
    done = []
    threads = [
        threading.Thread(
            target=lambda f=file, p=period: done.append(
                program.run_apart("load", str(f), *(p if word == "2023-11" else word for word in SAID))
            )
        )
        for file, period in zip(texts, ("2023-10", "2023-12"), strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [one.returncode for one in done] == [0, 0], [one.stderr for one in done]
    assert "B000003" in program.run("batches").stdout
    assert program.run("doctor").returncode == 0


def test_a_load_that_finds_the_place_taken_is_told(tmp_path):
    store = create_store(tmp_path / "store", is_demo=False)
    (tmp_path / "first.csv").write_text(GOOD, encoding="utf-8")
    told = []

    def second():
        try:
            load_and_publish(store, tmp_path / "first.csv")
        except build.StoreError as error:
            told.append(error.key)

    with store.loading():
        thread = threading.Thread(target=second)
        thread.start()
        thread.join()
    assert told == ["store.busy"]
    assert not list(store.batches.glob("B*"))

"""The benchmark itself still runs, and at a small size the rollup says what the ledger rows say."""

import pytest

from finance_monitor.world import world
from tests.benchmarks import bench, timing


@pytest.mark.slow
def test_a_small_benchmark_runs_with_equal_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timing, "ROUNDS", 1)
    monkeypatch.setattr(timing, "FEWEST_ROUNDS", 1)
    found = bench.measure(2_000, world())
    assert found.loans == 2_000
    assert all(one.rows > 0 and one.seconds > 0 for one in found.writes)
    assert {one.rounds for one in found.reads} == {1}

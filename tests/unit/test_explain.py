"""查看口径 as steps and as lines: the page and the command say the same."""

from __future__ import annotations

from datetime import date

import pytest

from finance_monitor.access import parse_viewer, system_viewer
from finance_monitor.cli.main import main
from finance_monitor.disclosure.desk import Desk, open_desk, show_target
from finance_monitor.policy.successors import Successor
from finance_monitor.reports import around
from finance_monitor.reports.explain import Step, explain_lines, explain_steps
from finance_monitor.store.store import Store
from finance_monitor.world import world
from tests.pages.seed import DENGZHOU, GUCHENG, HEILONGJIANG, SUNWU, WULONG, make_store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return make_store(tmp_path_factory.mktemp("explain"))


@pytest.fixture(scope="module")
def desk(store: Store) -> Desk:
    return open_desk(store, world(), system_viewer(world().regions))


def steps(desk: Desk, target: str, region: str) -> dict[str, Step]:
    return {step.key: step for step in explain_steps(desk, show_target(desk, target, region), "zh")}


def test_the_steps_stand_in_their_order(desk: Desk) -> None:
    told = list(steps(desk, "T-HLJ-05", HEILONGJIANG))
    assert told == ["clause", "formula", "parts", "rows", "batches", "release", "reading"]


def test_a_figure_is_followed_to_its_rows_and_files(desk: Desk) -> None:
    told = steps(desk, "T-HLJ-05", HEILONGJIANG)
    assert "完成率 = 8个 ÷ 160个 = 5.0%" in told["formula"].lines
    assert told["parts"].lines[0].endswith("＝8")
    (rows,) = told["rows"].tables
    assert len(rows.rows) == 8
    assert rows.header[:2] == ("批次", "行号")
    (batches,) = told["batches"].tables
    assert batches.rows[0][2:] == ("演示单位", "2023-11-20", "8")
    assert told["release"].lines == ("数据版本1，数据日期2023年11月20日", "演示数据 虚构")


def test_money_columns_say_their_unit(desk: Desk) -> None:
    (rows,) = steps(desk, "T-DZ-05", DENGZHOU)["rows"].tables
    assert "贷款金额（万元）" in rows.header
    assert rows.rows[0][rows.header.index("贷款金额（万元）")] == "5"


def test_every_part_of_a_composite_target_is_explained(desk: Desk) -> None:
    told = steps(desk, "T-HLJ-11", HEILONGJIANG)
    assert [line.split("）")[0] for line in told["rows"].lines] == ["（种公羊1只", "（母羊10只", "（预算1.93万元以内"]
    assert any("种羊支出不超预算的户占比" in line and line.endswith("120 = 100.0%") for line in told["formula"].lines)


def test_what_nobody_reported_rests_on_no_file(desk: Desk) -> None:
    told = steps(desk, "T-WL-27", WULONG)
    assert told["formula"].lines == ("尚无数据，无从计算",)
    assert "缺：事项台账（天生药业新三板挂牌）" in told["parts"].lines
    assert told["batches"].lines == ("尚无报送批次",)


def test_open_points_assumptions_and_other_documents_are_told(desk: Desk) -> None:
    lines = "\n".join(steps(desk, "T-DZ-06", DENGZHOU)["reading"].lines)
    for said in ("口径假定：", "口径待定：", "同一指标另见：开州脱贫人口小额信贷", "政策参数不一：贴息比例"):
        assert said in lines


def test_a_share_is_told_with_its_nodes(desk: Desk) -> None:
    assert any("演示发〔2023〕1号" in line for line in steps(desk, "T-DZ-05", GUCHENG)["clause"].lines)


def test_the_unit_that_took_over_stands_behind_the_one_of_the_document(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def taken_over(unit: str, region: str, on: date) -> Successor | None:
        return Successor(unit, region, "某承接单位", on, "某文") if unit.startswith("各级残联") else None

    monkeypatch.setattr(around, "successor_of", taken_over)
    said = around.responsible(show_target(desk, "T-HLJ-16", HEILONGJIANG), "zh")
    assert said.startswith("各级残联（现承接单位：某承接单位）、")


def test_files_of_a_wider_region_are_only_said_to_be_there(store: Store) -> None:
    county = open_desk(store, world(), parse_viewer(f"official@{SUNWU}", world().regions))
    (batches,) = steps(county, "T-HLJ-16", SUNWU)["batches"].tables
    assert batches.rows[0][1:3] == ("由上级或更大范围报送", "")


def test_the_command_prints_the_same_steps(store: Store, desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "T-HLJ-05", "--store", str(store.folder), "--region", HEILONGJIANG]) == 0
    printed = capsys.readouterr().out.splitlines()
    shown = show_target(desk, "T-HLJ-05", HEILONGJIANG)
    assert printed == list(explain_lines(desk, shown, "zh"))
    assert printed[0] == "【开设160个助残驿站终端】黑龙江省，截至2023年11月20日"
    assert "4. 明细（脱敏）" in printed


def test_every_target_can_be_explained_in_both_languages(desk: Desk) -> None:
    for policy in world().policies.values():
        for target in policy.targets:
            shown = show_target(desk, target.id)
            for lang in ("zh", "en"):
                said = "\n".join(explain_lines(desk, shown, lang))  # type: ignore[arg-type]
                assert "None" not in said, target.id

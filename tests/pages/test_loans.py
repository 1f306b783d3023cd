"""信贷投放: figures added up by hand, held against the target, by bank, product, age and region."""

from __future__ import annotations

from pathlib import Path

import pytest

from finance_monitor.store.store import Store, create_store
from tests.pages.conftest import Open, Seen
from tests.pages.lending_words import chart, lines, tiles
from tests.pages.seed import DENGZHOU, GUCHENG, HEIHE, SUNWU
from tests.pages.seed_lending import BANK_A, BANK_B, HUAZHOU, MICRO, RICH, make_lending_store

HIDDEN = "人数过少不显示"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_lending_store(tmp_path_factory.mktemp("lending")).folder


def bars(seen: Seen, key: str) -> dict[str, float]:
    """Return the bars of a chart by what picking them sends."""
    (told,) = chart(seen, f"by_{key}")
    return dict(zip(told["customdata"], told["x"], strict=True))


def test_the_answer_and_its_figures(open_page: Open, store: Path) -> None:
    seen = open_page("loans", store=store, region=DENGZHOU)
    assert seen.errors() == seen.warnings() == []
    said = seen.texts().replace("\\", "")
    assert "截至2023年11月20日，邓州市贷款余额84万元，本年投放47万元（12笔），有贷款的脱贫户和监测对象16户" in said
    assert "逾期金额10万元，逾期率11.90%；目标“年度发放贷款32337万元”完成0.1%，■严重滞后" in said
    assert "（数据版本1，演示数据 虚构）。" in said
    assert tiles(seen) == {
        "贷款余额": "84万元",
        "本年投放": "47万元",
        "本年投放笔数": "12笔",
        "有贷款户数": "16户",
        "逾期金额": "10万元",
        "逾期率": "11.90%",
    }


def test_what_has_changed_stands_under_a_figure(open_page: Open, store: Path) -> None:
    said = open_page("loans", store=store, region=DENGZHOU).texts().replace("\\", "")
    # 47 against 50 in the same part of 2022; 15 in November against nothing in October.
    assert "1月1日至11月20日同比−6.0%" in said
    assert "11月1日至20日比10月同期+15万元" in said
    assert "截至2023年11月20日 · 已报送29/29个乡镇 · 批次3个" in said


def test_a_bank_narrows_everything_and_the_target_is_left_out(open_page: Open, store: Path) -> None:
    seen = open_page("loans", store=store, region=DENGZHOU, bank=BANK_B)
    told = tiles(seen)
    assert (told["贷款余额"], told["本年投放"], told["本年投放笔数"]) == ("10万元", "17万元", "6笔")
    assert told["有贷款户数"] == "5户"
    said = seen.texts().replace("\\", "")
    assert f"按贷款机构为{BANK_B}筛选，邓州市" in said
    assert "完成" not in said.split("。")[0]
    assert "目标按全部贷款制定，筛选后不与目标对照" in said
    assert "不随贷款机构、信贷产品、对象类别筛选" in said


def test_the_goal_and_its_pace_stand_beside_what_was_lent(open_page: Open, store: Path) -> None:
    seen = open_page("loans", store=store, region=DENGZHOU)
    assert "对照目标“年度发放贷款32337万元”" in seen.texts().replace("\\", "")
    goal, pace, actual = chart(seen, "trend")
    assert (goal["y"], goal["x"]) == ([32337.0, 32337.0], ["2023-01-01", "2023-12-31"])
    # 323 of the 364 days from 1 January to 31 December have gone by.
    expected = dict(zip(pace["x"], pace["y"], strict=True))
    assert (expected["2023-01-01"], expected["2023-12-31"]) == (0.0, 32337.0)
    assert expected["2023-11-20"] == pytest.approx(32337 * 323 / 364, abs=0.01)
    assert dict(zip(actual["x"], actual["y"], strict=True)) == {
        **{f"2023-{month:02}-{last}": 2.0 for month, last in ((1, 31), (2, 28))},
        **{f"2023-{month:02}-{last}": 32.0 for month, last in enumerate((31, 30, 31, 30, 31, 31, 30, 31), start=3)},
        "2023-11-20": 47.0,
    }


def test_each_month_by_product(open_page: Open, store: Path) -> None:
    rich, micro = chart(open_page("loans", store=store, region=DENGZHOU), "months")
    assert (rich["name"], micro["name"]) == (RICH, MICRO)
    assert {month: value for month, value in zip(micro["x"], micro["y"], strict=True) if value} == {
        "2023-01-31": 2.0,
        "2023-03-31": 30.0,
        "2023-11-20": 15.0,
    }
    assert not any(rich["y"])


@pytest.mark.parametrize(
    ("measure", "dimension", "told"),
    [
        ("granted", "bank", {BANK_A: 30.0, BANK_B: 17.0}),
        ("granted", "product", {MICRO: 47.0}),
        ("balance", "bank", {BANK_A: 74.0, BANK_B: 10.0}),
        ("balance", "product", {MICRO: 34.0, RICH: 50.0}),
        ("households", "bank", {BANK_A: 11.0, BANK_B: 5.0}),
        ("overdue", "bank", {BANK_A: 5.0, BANK_B: 5.0}),
    ],
)
def test_the_choice_parts_by_bank_and_product(
    open_page: Open, store: Path, measure: str, dimension: str, told: dict[str, float]
) -> None:
    found = bars(open_page("loans", store=store, region=DENGZHOU, view=measure), dimension)
    assert {key: value for key, value in found.items() if value} == told


def test_who_may_not_know_whose_loans_are_overdue_reads_letters(open_page: Open, store: Path) -> None:
    seen = open_page("loans", store=store, viewer=f"official@{DENGZHOU}", view="overdue")
    assert not set(bars(seen, "bank")) & {BANK_A, BANK_B}
    assert sorted(bars(seen, "bank").values()) == [5.0, 5.0]
    named = open_page("loans", store=store, viewer=f"leadership@{DENGZHOU}", view="overdue")
    assert set(bars(named, "bank")) == {BANK_A, BANK_B}


def test_overdue_by_age_hides_few_loans_and_what_would_give_them_away(open_page: Open, store: Path) -> None:
    found = lines(open_page("loans", store=store, region=DENGZHOU), "ages")
    # Two loans over 180 days are hidden, so the next smallest, 31 to 90 days, goes with them.
    assert {name: cells[0] for name, cells in found.items()} == {
        "1至30天": "6",
        "31至90天": HIDDEN,
        "91至180天": "0",
        "180天以上": HIDDEN,
        "天数未填": "0",
    }


def test_regions_stand_on_a_map_and_in_a_table_and_can_be_picked(open_page: Open, store: Path) -> None:
    seen = open_page("loans", store=store, region=DENGZHOU)
    found = lines(seen, "by_region")
    assert (found["合计"], found["古城街道"], found["花洲街道"]) == (["47"], ["32"], ["15"])
    assert {row[0] for row in seen.grid("by_region")["rows"]} >= {GUCHENG, HUAZHOU}
    assert seen.map()["title"] == "本年投放（按区划）"


def test_without_a_course_a_panel_takes_its_place_and_lending_is_left_out(open_page: Open, store: Path) -> None:
    seen = open_page("loans", store=store, region=DENGZHOU, view="overdue")
    said = seen.texts().replace("\\", "")
    assert "每月投放" not in said
    for dimension in ("贷款机构", "信贷产品"):
        assert f"**逾期金额（按{dimension}）**" in said
    assert "每月投放（按信贷产品）" in open_page("loans", store=store, region=DENGZHOU).texts()


def test_choosing_what_is_shown_changes_the_address(open_page: Open, store: Path) -> None:
    seen = open_page("loans", store=store, region=DENGZHOU)
    next(one for one in seen.test.segmented_control if one.label == "图表内容").set_value("balance").run()
    assert seen.address["view"] == "balance"
    assert lines(seen, "by_region")["古城街道"] == ["24"]


def test_a_region_nobody_has_reported_for_says_what_is_missing_from_whom(open_page: Open, store: Path) -> None:
    seen = open_page("loans", store=store, region=HEIHE)
    said = seen.texts().replace("\\", "")
    assert "截至2023年11月20日，黑河市暂无数据。没有报送不等于零。" in said
    assert "缺：信贷台账（由各贷款机构报送）" in said
    assert not seen.test.metric


def test_without_a_release_the_page_says_what_to_do(open_page: Open, tmp_path: Path) -> None:
    create_store(tmp_path / "empty", is_demo=False)
    assert len(open_page("loans", store=tmp_path / "empty").errors()) == 1
    assert len(open_page("loans", store=tmp_path / "nowhere").errors()) == 1


def test_a_foreign_region_is_not_shown(open_page: Open, store: Path) -> None:
    seen = open_page("loans", store=store, viewer=f"official@{SUNWU}", region=DENGZHOU)
    assert seen.warnings() == ["邓州市不在您的管辖范围内，已改看孙吴县。"]
    assert "84万元" not in seen.texts()


def test_english(open_page: Open, store: Path) -> None:
    seen = open_page("loans", store=store, region=DENGZHOU, lang="en")
    said = seen.texts().replace("\\", "")
    assert "has a loan balance of 840,000 yuan; 470,000 yuan were paid out this year (12 loans)" in said
    assert "16 households relieved or monitored have a loan; overdue are 100,000 yuan, a share of 11.90%" in said
    assert tiles(seen)["Paid out this year"] == "470,000 yuan"
    assert [column[0] for column in seen.grid("ages")["columns"]][1] == "Overdue (10,000 yuan)"


def test_rows_held_back_are_said_beside_the_figures_they_are_not_in(open_page: Open, full_demo: Store) -> None:
    """The township wrote 50000 in a column of ten thousands of yuan: 15 of its rows wait."""
    seen = open_page("loans", store=full_demo.folder, region="411381104000")
    said = seen.texts().replace("\\", "")
    assert "完成71.5%，▲滞后；另有15行待核未计入（数据版本2，演示数据 虚构）。" in said

"""推荐办贷: counted by hand, so that open cases do not vanish and few persons cannot be told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from finance_monitor.store.store import Store, create_store
from tests.pages.conftest import Open
from tests.pages.lending_words import chart, lines, tiles
from tests.pages.seed import DENGZHOU, HEIHE, HEILONGJIANG, SUNWU
from tests.pages.seed_lending import MICRO, XUNKE, make_lending_store

HIDDEN = "人数过少不显示"
KESHAN = "230229000000"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_lending_store(tmp_path_factory.mktemp("lending")).folder


def test_the_answer_in_one_sentence(open_page: Open, store: Path) -> None:
    seen = open_page("referrals", store=store, region=SUNWU)
    assert seen.errors() == seen.warnings() == []
    said = seen.texts().replace("\\", "")
    assert (
        "截至2023年11月20日，孙吴县累计通过平台推荐25件（符合条件25名），银行受理21件、上门调查18件、审批17件"
        "（批准4件、拒绝13件），放款3件；尚未审批4件，其中受理满18天的2件（数据版本1，演示数据 虚构）。"
    ) in said
    assert "▲ 2件受理满18天仍未审批" in said
    assert tiles(seen) == {
        "平台推荐": "25件",
        "其中符合条件人数": "25名",
        "已放款": "3件",
        "受理后待审批": "4件",
        "待审批满18天": "2件",
    }


def test_each_step_is_told_of_the_one_before_and_of_all(open_page: Open, store: Path) -> None:
    assert lines(open_page("referrals", store=store, region=SUNWU), "funnel") == {
        "推送": ["25", "—", "100.0%"],
        "银行受理": ["21", "84.0%", "84.0%"],
        "上门调查": ["18", "85.7%", "72.0%"],
        "已审批": ["17", "94.4%", "68.0%"],
        "审批通过": ["4", "23.5%", "16.0%"],
        "放款": ["3", "75.0%", "12.0%"],
    }


def test_every_referral_stands_somewhere(open_page: Open, store: Path) -> None:
    found = lines(open_page("referrals", store=store, region=SUNWU), "standings")
    assert found == {
        "○ 待银行受理": ["4", "16.0%"],
        "○ 受理后待审批": ["4", "16.0%"],
        "○ 已批准待放款": ["1", "4.0%"],
        "✓ 已放款": ["3", "12.0%"],
        "✕ 已拒绝": ["13", "52.0%"],
    }
    assert sum(int(count) for count, _ in found.values()) == 25


def test_how_long_the_undecided_have_waited(open_page: Open, store: Path) -> None:
    assert lines(open_page("referrals", store=store, region=SUNWU), "ages") == {
        "合计": ["4"],
        "0至6天": ["1"],
        "7至17天": ["1"],
        "18至29天": ["1"],
        "30天以上": ["1"],
    }


def test_means_say_how_many_they_rest_on(open_page: Open, store: Path) -> None:
    seen = open_page("referrals", store=store, region=SUNWU)
    # 17 visits after 4 days and one after 10.
    assert lines(seen, "days") == {
        "推送到上门平均天数": ["4.3日", "18"],
        "推送到审批平均天数": ["10.0日", "17"],
        "推送到放款平均天数": ["15.0日", "3"],
        "拒贷到反馈平均天数": ["2.0日", "13"],
    }
    assert "平均数，不是中位数" in seen.texts()


def test_reasons_of_few_are_told_together_and_not_named(open_page: Open, store: Path) -> None:
    seen = open_page("referrals", store=store, region=SUNWU)
    # 年龄不符 has two cases; alone it could be had from the 13 in all, so 负债过高 with five goes with it.
    assert lines(seen, "reasons") == {"征信不良": ["6", "46.2%"], "其余原因": [HIDDEN, "—"]}
    everything = "".join(str(one.proto) for one in seen.test.get("bidi_component")) + seen.texts()
    assert "年龄不符" not in everything
    assert "负债过高" not in everything


def test_by_category_and_picking_narrows(open_page: Open, store: Path) -> None:
    seen = open_page("referrals", store=store, region=SUNWU)
    assert lines(seen, "by_category") == {"残疾人": ["15", "15", "3"], "残疾人家庭成员": ["10", "2", "0"]}
    assert lines(seen, "by_product")[MICRO] == ["3", "3"]
    assert "推荐台账没有“信贷产品”一项" in seen.texts()
    assert "台账未填“贷款机构”，不能分列" in seen.texts()
    narrowed = open_page("referrals", store=store, region=SUNWU, category="family_member")
    assert lines(narrowed, "funnel")["推送"][0] == "10"
    assert "按对象类别为残疾人家庭成员筛选" in narrowed.texts()


def test_what_cannot_be_narrowed_says_so(open_page: Open, store: Path) -> None:
    seen = open_page("referrals", store=store, region=SUNWU, product=MICRO)
    assert lines(seen, "funnel")["推送"][0] == "暂无数据"
    assert lines(seen, "funnel")["放款"][0] == "3"
    assert "平台推荐件数、平台推荐人数（符合条件）的台账没有“信贷产品”一项" in seen.texts()


def test_pushed_each_month_from_the_first_record_on(open_page: Open, store: Path) -> None:
    (drawn,) = chart(open_page("referrals", store=store, region=SUNWU), "months")
    assert drawn["y"] == [17.0, 0.0, 0.0, 0.0, 8.0, 0.0]
    assert drawn["customdata"][0] == "2023-06-30"


def test_months_are_the_same_when_narrowed_and_each_has_its_mark(open_page: Open, store: Path) -> None:
    seen = open_page("referrals", store=store, region=SUNWU, category="family_member")
    (drawn,) = chart(seen, "months")
    assert (drawn["customdata"][0], len(drawn["y"])) == ("2023-06-30", 6)


def test_a_sum_from_the_first_record_on_says_only_what_was_added(open_page: Open, store: Path) -> None:
    said = open_page("referrals", store=store, region=SUNWU).texts().replace("\\", "")
    # 17 in June and 8 in October, all of this year.
    assert "今年新增25件" in said
    assert "本月新增0件" in said
    assert "环比" not in said


def test_counties_short_of_the_goal_and_those_that_are_silent(open_page: Open, store: Path) -> None:
    seen = open_page("referrals", store=store, region=HEILONGJIANG)
    said = seen.texts().replace("\\", "")
    assert "黑龙江省：1/67个县（目标：每县不低于5名）。" in said
    assert "；达标1/67个县（每县不低于5名）" in said
    found = lines(seen, "lacking")
    assert found["逊克县"][:2] == ["2/5名", "3名"]
    assert next(row[0] for row in seen.grid("lacking")["rows"] if row[2]["a"][0] == "逊克县") == XUNKE
    assert seen.map()["title"] == "每县平台推荐5名以上"
    assert (
        "银行未反馈的，其推荐计入“待银行受理”，实际情况不详"
        in open_page("referrals", store=store, region=HEIHE).texts()
    )


def test_a_county_whose_bank_is_silent_says_so(open_page: Open, store: Path) -> None:
    seen = open_page("referrals", store=store, region=XUNKE)
    assert "累计通过平台推荐2件（符合条件2名）；承办银行尚未报送办贷反馈台账" in seen.texts().replace("\\", "")
    assert lines(seen, "funnel")["银行受理"] == ["暂无数据", "—", "—"]
    assert lines(seen, "standings")["○ 待银行受理"] == ["暂无数据", "—"]


def test_a_region_nobody_has_reported_for_says_what_is_missing_from_whom(open_page: Open, store: Path) -> None:
    seen = open_page("referrals", store=store, region=DENGZHOU)
    said = seen.texts().replace("\\", "")
    assert "截至2023年11月20日，邓州市暂无数据。没有报送不等于零。" in said
    assert "缺：推荐台账（由县级残联报送）" in said
    assert "缺：办贷反馈台账（由承办银行报送）" in said
    assert not seen.test.metric


def test_without_a_release_the_page_says_what_to_do(open_page: Open, tmp_path: Path) -> None:
    create_store(tmp_path / "empty", is_demo=False)
    assert len(open_page("referrals", store=tmp_path / "empty").errors()) == 1
    assert len(open_page("referrals", store=tmp_path / "nowhere").errors()) == 1


def test_a_foreign_region_is_not_shown(open_page: Open, store: Path) -> None:
    seen = open_page("referrals", store=store, viewer=f"official@{DENGZHOU}", region=SUNWU)
    assert seen.warnings() == ["孙吴县不在您的管辖范围内，已改看邓州市。"]
    assert "25件" not in seen.texts()


def test_english(open_page: Open, store: Path) -> None:
    seen = open_page("referrals", store=store, region=SUNWU, lang="en")
    said = seen.texts().replace("\\", "")
    assert "孙吴县 has referred 25 cases through the platform (25 persons eligible)" in said
    assert "4 cases are undecided, 2 cases of them for 18 days or more (release 1; Demo data, invented)." in said
    assert lines(seen, "reasons")["Bad credit record"] == ["6", "46.2%"]
    assert lines(seen, "funnel")["Paid out"] == ["3", "75.0%", "12.0%"]


def test_the_story_is_read_at_a_glance(open_page: Open, full_demo: Store) -> None:
    """Five referred, so the county counts as reached; not one loan; three wait for 18 days or more."""
    seen = open_page("referrals", store=full_demo.folder, region=KESHAN)
    assert "▲ 已推荐5件，尚无放款；3件受理满18天仍未审批" in seen.texts().replace("\\", "")
    told = tiles(seen)
    assert (told["平台推荐"], told["已放款"], told["受理后待审批"], told["待审批满18天"]) == (
        "5件",
        "0件",
        "4件",
        "3件",
    )
    assert ":green-badge[✓ 已完成]" in seen.texts()
    # One rejection: its reason would be its case.
    assert lines(seen, "reasons") == {"其余原因": [HIDDEN, "—"]}
    province = open_page("referrals", store=full_demo.folder, region=HEILONGJIANG)
    assert lines(province, "funnel")["推送"][0] == "496"
    assert lines(province, "lacking").keys() == {"饶河县", "嘉荫县", "逊克县", "孙吴县", "呼玛县", "塔河县"}

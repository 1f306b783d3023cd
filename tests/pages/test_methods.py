"""指标口径: what every indicator says of itself, the documents, the words, the lights, the sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from finance_monitor.policy.conflicts import open_points
from finance_monitor.world import world
from tests.pages.conftest import Open, Seen
from tests.pages.seed import DENGZHOU, SUNWU

SHARE = "households_with_balance_share"


def told(seen: Seen) -> dict[str, object]:
    return {row[2]: row[3] for row in seen.grid("methods_one")["rows"]}


def listed(seen: Seen) -> list[str]:
    return [row[0] for row in seen.grid("methods_list")["rows"] if row[0]]


def technical(seen: Seen) -> list[str]:
    """Return what stands folded below an indicator."""
    (box,) = [one for one in seen.test.expander if one.label in ("技术信息", "Technical details")]
    assert not box.proto.expanded
    return [one.value.replace("\\", "") for one in box.caption]


def test_every_indicator_is_listed_under_its_first_ledger(open_page: Open) -> None:
    seen = open_page("methods")
    assert sorted(listed(seen)) == sorted(world().indicators)
    assert f"共{len(world().indicators)}个指标" in seen.texts()
    rows = seen.grid("methods_list")["rows"]
    heads = {row[2]: at for at, row in enumerate(rows) if row[0] is None}
    loans = [one.id for one in world().indicators.values() if one.ledgers[:1] == ("loans",)]
    start = heads[f"信贷台账（{len(loans)}个）"]
    assert sorted(row[0] for row in rows[start + 1 : start + 1 + len(loans)]) == sorted(loans)


def test_an_address_opens_its_indicator(open_page: Open) -> None:
    seen = open_page("methods", indicator=SHARE)
    said = told(seen)
    assert SHARE not in said.values()
    assert said["公式"] == (
        "贷款余额户贷率 = 当日在本县（市、区）有未结清贷款的脱贫户和监测对象户 ÷ 当日在册的脱贫户和监测对象户 × 100%"
    )
    assert said["单位与小数"] == "%，保留1位小数"
    assert said["性质"] == "时点数：截止日期当天的存量"
    assert str(said["来源台账"]).startswith("信贷台账、农户名册")
    assert technical(seen) == [f"指标代码：{SHARE}", f"计算语句：queries/indicators/{SHARE}.sql"]
    assert said["排名"] == "可排名，基数不足20的不排"
    used = seen.grid("methods_used")["rows"]
    assert [[row[0], row[2]["a"][2].split()[1], row[4]] for row in used] == [
        [None, "T-DZ-06", "预期绩效目标第1项"],
        [None, "T-KZ-04", "有效防控风险"],
    ]
    assert "另有文件要求不过度强调获贷率" in seen.texts().replace("\\", "")


def test_a_personal_indicator_says_who_is_hidden(open_page: Open) -> None:
    personal = next(one.id for one in world().indicators.values() if one.sensitivity == "personal")
    assert "少于5人的不显示" in str(told(open_page("methods", indicator=personal))["敏感程度"])


def test_words_find_an_indicator_by_its_target_and_nothing_is_said(open_page: Open) -> None:
    seen = open_page("methods")
    box = next(one for one in seen.test.text_input if one.label == "查找")
    box.set_value("户贷率100%").run()
    assert listed(seen) == [SHARE]
    next(one for one in seen.test.text_input if one.label == "查找").set_value("没有这样的指标").run()
    assert "没有符合条件的指标" in "".join(one.value for one in seen.test.info)


def test_documents_with_number_term_and_open_points(open_page: Open) -> None:
    seen = open_page("methods", view="documents")
    rows = {row[3]: row for row in seen.grid("methods_documents")["rows"]}
    assert rows["黑残联字〔2023〕5号"][5:] == ["2023-04-07", "2023-04-07起", "执行中"]
    assert rows["武隆府办发〔2017〕53号"][6:] == ["2017-01-01至2020-12-31", "已到期"]
    assert len(rows) == 4  # two documents have no number
    assert len(seen.grid("methods_points")["rows"]) == len(open_points())


def test_the_words_in_the_order_of_the_page_and_found_by_a_word(open_page: Open) -> None:
    seen = open_page("methods", view="words")
    rows = seen.grid("methods_words")["rows"]
    assert rows[0][2:] == ["区划", "region", "12位统计用区划代码的一个单位，带有效起止日期"]
    next(one for one in seen.test.text_input if one.label == "查找").set_value("审图号").run()
    assert [row[2] for row in seen.grid("methods_words")["rows"]] == ["审图号"]


def test_every_status_with_its_light_and_the_bands(open_page: Open) -> None:
    seen = open_page("methods", view="lights")
    rows = {row[2]["c"][1]: (row[2]["c"][0], row[3]) for row in seen.grid("methods_lights")["rows"]}
    assert rows["符合序时"] == ("●", "绿")
    assert rows["滞后"] == ("▲", "黄")
    assert rows["严重滞后"] == ("■", "红")
    assert rows["到期未完成"] == ("✕", "红")
    assert rows["不评价"] == ("—", "不亮灯")
    assert "差距不低于−10个百分点为符合序时，−30至−10个百分点为滞后" in seen.texts().replace("\\", "")


def test_sources_with_their_licence(open_page: Open) -> None:
    rows = {row[2]: row for row in open_page("methods", view="sources").grid("methods_sources")["rows"]}
    assert rows["lpr.csv"][3] == "贷款市场报价利率历次公布值"
    assert rows["township_seats.csv"][5].startswith("CC BY 4.0")


def test_a_region_without_data_has_the_same_methods(open_page: Open) -> None:
    assert technical(open_page("methods", region="110000000000", indicator=SHARE))[0] == f"指标代码：{SHARE}"


def test_the_english_page_adds_what_the_statement_is_for(open_page: Open) -> None:
    said = technical(open_page("methods", indicator=SHARE, lang="en"))
    assert said[:2] == [f"Id: {SHARE}", f"Statement: queries/indicators/{SHARE}.sql"]
    assert len(said) == 3


def test_a_base_of_one_leaves_nothing_out_of_a_ranking(open_page: Open) -> None:
    assert told(open_page("methods", indicator="loans_granted"))["排名"] == "可排名"


def test_a_foreign_region_is_refused_in_words(open_page: Open) -> None:
    seen = open_page("methods", viewer=f"official@{SUNWU}", region=DENGZHOU)
    assert any("不在您的管辖范围内" in one for one in seen.warnings())


@pytest.mark.parametrize("view", ["indicators", "documents"])
def test_an_empty_store_is_an_error_in_words(open_page: Open, tmp_path: Path, view: str) -> None:
    assert len(open_page("methods", store=tmp_path / "none", view=view).errors()) == 1


def test_english(open_page: Open) -> None:
    seen = open_page("methods", indicator=SHARE, lang="en")
    assert told(seen)["Nature"] == "Stock: what stands on the day"
    words = open_page("methods", view="words", lang="en").grid("methods_words")["rows"]
    assert words[0][2:4] == ["region", "区划"]

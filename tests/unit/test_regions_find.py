"""What a cell of a ledger means: codes, names, short names, names led by those above, and what is refused."""

import pytest

from finance_monitor.errors import UserError
from finance_monitor.regions import regions
from finance_monitor.texts import tell

NATION, CHONGQING, WULONG = "000000000000", "500000000000", "500156000000"
TOWNSHIPS = ("township",)


@pytest.mark.parametrize(
    "text",
    [
        "500156003000",
        "500156003",
        "５００１５６００３",
        "仙女山街道",
        " 仙女山 街道",
        "仙女山",
        "武隆区仙女山街道",
        "武隆仙女山",
        "重庆市武隆区仙女山街道",
    ],
)
def test_a_township_is_found_by_code_and_by_name(text: str) -> None:
    assert regions().find(text, WULONG, TOWNSHIPS).code == "500156003000"
    assert regions().find(text, CHONGQING, TOWNSHIPS).code == "500156003000"


@pytest.mark.parametrize("text", ["500232", "500232000000", "武隆县", "重庆市武隆县", "武隆区", "武隆", "500156"])
def test_old_and_new_codes_and_names_give_the_county_of_today(text: str) -> None:
    assert regions().find(text, CHONGQING, ("county",)).code == WULONG


def test_the_region_itself_is_found() -> None:
    assert regions().find("武隆区", WULONG, ("county", "township")).code == WULONG
    assert regions().find("黑龙江", NATION, ("province",)).code == "230000000000"
    assert regions().find("彭水", NATION, ("county",)).name == "彭水苗族土家族自治县"


def test_a_village_is_found_as_clerks_write_it() -> None:
    known = regions()
    village = known.find("芋荷村村民委员会", WULONG, ("village",))
    assert village.kind == "行政村"
    township = known.get(village.parent_code).name
    for written in ("芋荷村", "芋荷村村委会", f"{township}芋荷村", f"{township}芋荷村村委会", village.code):
        assert known.find(written, WULONG, ("village", "township")) == village


def told(text: str, within: str, levels: tuple[str, ...]) -> UserError:
    with pytest.raises(UserError) as caught:
        regions().find(text, within, levels)
    return caught.value


def test_a_name_of_several_regions_is_refused_with_the_choices() -> None:
    fault = told("建设街道", NATION, TOWNSHIPS)
    assert fault.key == "regions.ambiguous"
    said = tell(fault, "zh")
    assert said.startswith("全国有17个区划叫“建设街道”：")
    assert "东胜区建设街道（150602004000）" in said
    assert "17 regions named “建设街道”" in tell(fault, "en")


def test_a_name_led_by_its_county_is_no_longer_ambiguous() -> None:
    assert regions().find("牙克石市建设街道", NATION, TOWNSHIPS).code == "150782005000"


def test_an_unknown_name_proposes_what_was_meant() -> None:
    fault = told("羊角镇", WULONG, TOWNSHIPS)
    assert tell(fault, "zh") == "武隆区没有名为“羊角镇”的区划。请核对名称或改填区划代码，可参考：羊角街道。"


def test_a_paragraph_in_a_cell_is_refused_without_a_search() -> None:
    assert told("武隆区" * 10_000, WULONG, TOWNSHIPS).key == "regions.no_such_name"


def test_an_unknown_name_without_likeness_shows_an_example() -> None:
    assert "武隆区凤山街道（500156001000）" in tell(told("不存在", WULONG, TOWNSHIPS), "en")


@pytest.mark.parametrize("text", ["12345", "999999", "5001560030001"])
def test_an_unknown_code_is_refused(text: str) -> None:
    assert told(text, NATION, TOWNSHIPS).key == "regions.unknown"


def test_a_code_of_another_region_or_level_is_refused() -> None:
    outside = told("500154", WULONG, ("county",))
    assert tell(outside, "zh").startswith("开州区（500154）不属于武隆区。")
    level = told("500156", CHONGQING, TOWNSHIPS)
    assert tell(level, "zh").startswith("武隆区（500156）不是此处要求的区划级别。")

"""Finding regions by name, pinyin, first letters and code."""

import pytest

from finance_monitor.regions import regions
from finance_monitor.regions.pinyin import Spelling
from finance_monitor.regions.search import COUNTED, MOST_HITS, RegionSearch

NATION, HEILONGJIANG, SUNWU = "000000000000", "230000000000", "231124000000"
CHANGSHOU, WULONG = "500115000000", "500156000000"


@pytest.fixture(scope="module")
def search():
    return RegionSearch(regions())


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("孙吴", SUNWU),
        ("孙吴县", SUNWU),
        ("sunwu", SUNWU),
        ("SunWu", SUNWU),
        ("231124", SUNWU),
        ("231124000000", SUNWU),
        ("２３１１２４", SUNWU),
        ("黑河 孙吴", SUNWU),
        ("heihe sw", SUNWU),
        # 长 is read in two ways; a name may be typed by either.
        ("重庆 changshouqu", CHANGSHOU),
        ("cq csq", CHANGSHOU),
        ("仙女山", "500156003000"),
    ],
)
def test_the_first_hit_is_what_was_meant(search, written, code):
    assert code in [one.code for one in search.find(written, NATION).regions[:3]]


def test_whole_names_come_before_parts_and_high_levels_before_low(search):
    names = [one.name for one in search.find("孙吴", NATION).regions]
    assert names == ["孙吴县", "孙吴镇"]


def test_a_code_lists_what_begins_with_it_from_high_to_low(search):
    hits = search.find("231124", NATION)
    assert hits.regions[0].code == SUNWU
    assert hits.total == 1 + len(regions().children(SUNWU))


def test_an_abolished_code_finds_the_region_that_holds_its_ground(search):
    old = next(one for one in regions().abolished() if regions().heir(one) != one.parent_code)
    found = search.find(old.code, NATION).regions
    assert [one.code for one in found] == [regions().heir(old)]


def test_only_what_lies_inside_is_found_at_most_twenty_counted_to_a_limit(search):
    assert search.find("孙吴", WULONG).total == 0
    many = search.find("镇", NATION)
    assert (len(many.regions), many.total) == (MOST_HITS, COUNTED)
    assert all(regions().covers(HEILONGJIANG, one.code) for one in search.find("a", HEILONGJIANG).regions)


@pytest.mark.parametrize("nothing", ["", " ", "no such 123", "vvvv", "1234567890123", "[", "a.*b", "\\"])
def test_what_names_nothing_finds_nothing(search, nothing):
    assert search.find(nothing, NATION).total == 0


def test_letters_are_parted_in_every_way():
    spelling = Spelling("西安先孙吴")
    assert spelling.pattern("xian").fullmatch("西安")
    assert spelling.pattern("xian").fullmatch("先")
    assert spelling.pattern("xw") is not None
    assert not spelling.pattern("sw").fullmatch("西安")
    assert spelling.pattern("q") is None


def test_letters_that_part_in_too_many_ways_spell_nothing():
    assert Spelling("西安先孙吴阿").pattern("xiana" * 12) is None

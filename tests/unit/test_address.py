"""Addresses: what is written is read again, whatever is typed is answered, nothing unknown gets through."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.address import NAMES, Address, language, read_address, targets_of
from finance_monitor.regions import LEVELS
from finance_monitor.texts import LANGS, catalogue
from finance_monitor.world import world

WORLD = world()


def maybe(values):
    return st.one_of(st.none(), values)


addresses = st.builds(
    Address,
    region=maybe(st.sampled_from(["000000000000", "230000000000", "411381001000"])),
    as_of=maybe(st.dates(date(1990, 1, 1), date(2090, 1, 1))),
    release=maybe(st.integers(0, 10**6)),
    policy=maybe(st.sampled_from(sorted(WORLD.policies))),
    target=maybe(st.sampled_from(sorted(targets_of(WORLD)))),
    indicator=maybe(st.sampled_from(sorted(WORLD.indicators))),
    level=maybe(st.sampled_from(LEVELS)),
    lang=st.sampled_from(LANGS),
)


@given(addresses)
def test_what_is_written_is_read_again(address: Address) -> None:
    assert read_address(address.params(), WORLD) == (address, [])


@given(st.dictionaries(st.sampled_from([*NAMES, "other", "utm"]), st.text(max_size=20)))
def test_whatever_is_typed_gives_an_address_and_sentences(params: dict[str, str]) -> None:
    address, notices = read_address(params, WORLD)
    assert read_address(address.params(), WORLD) == (address, [])
    for notice in notices:
        for lang in LANGS:
            assert catalogue()[f"notice.{notice.key}"][lang].format(**notice.values)


@pytest.mark.parametrize(
    ("written", "region"),
    [
        ("23", "230000000000"),
        ("2311", "231100000000"),
        ("231124", "231124000000"),
        ("411381001", "411381001000"),
        # 武隆县 became 武隆区: an old link still opens.
        ("500232000000", "500156000000"),
        ("黑龙江省", None),
        ("999999", None),
    ],
)
def test_regions_are_codes_short_or_whole_and_old_ones_lead_to_their_successor(written: str, region: str) -> None:
    address, notices = read_address({"region": written}, WORLD)
    assert address.region == region
    assert [notice.key for notice in notices] == ([] if region else ["unknown_region"])


def test_names_that_are_not_ours_are_left_alone() -> None:
    assert read_address({"utm_source": "mail", "embed": "true"}, WORLD) == (Address(), [])


def test_an_empty_value_says_nothing() -> None:
    assert read_address({"target": ""}, WORLD) == (Address(), [])


def test_the_language_falls_back_to_chinese() -> None:
    assert [language(asked) for asked in ("en", "zh", "fr", None)] == ["en", "zh", "zh", "zh"]

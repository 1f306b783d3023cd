"""The demo: every figure that records give equals the slow answer, filled-in figures standing where they should."""

from __future__ import annotations

from datetime import date

import pytest

from finance_monitor.indicators.counting import indicator_query
from finance_monitor.store.batches import list_batches
from finance_monitor.world import world
from tests.slow_readings import NOTHING, SlowReadings
from tests.small_world import standing_rows
from tests.unit.demo_store import DENGZHOU, HEILONGJIANG, KAIZHOU, NATION, WULONG, readings_of

COUNTED = [name for name, one in sorted(world().indicators.items()) if indicator_query(one) is not None]
# A month end is kept ready, the day after is summed from the movements.
EARLIER = (date(2023, 9, 30), date(2023, 10, 17))


def places():
    """The nation, the region of each policy, and some below them."""
    known = world().regions
    codes = {NATION, *(policy.region for policy in world().policies.values())}
    codes |= {region.code for region in known.children(HEILONGJIANG)[:2]}
    codes.add(world().scopes["heilongjiang-rural-counties"].codes[0])
    for county in (DENGZHOU, KAIZHOU, WULONG):
        codes.add(known.descendants(county, "township")[1].code)
    return sorted(codes)


PLACES = places()
# Nobody in the story tells of these: there are no rows, and that is shown as not reported.
UNREPORTED = {"listed_companies", "neeq_listing_tiansheng", "otc_listings"}


@pytest.fixture(scope="module")
def readings(full_demo):
    return readings_of(full_demo)


@pytest.fixture(scope="module")
def slowly(full_demo):
    return SlowReadings(world(), standing_rows(full_demo, world().ledgers), list_batches(full_demo))


@pytest.fixture(scope="module")
def near(slowly):
    """The rows of each province: nothing in the demo speaks of a row of another province."""
    rows = {}
    for code in PLACES:
        path = [region.code for region in world().regions.path(code)]
        inside = slowly.inside(path[1]) if path[1:] else None
        rows[code] = {
            ledger: [row for row in own if inside is None or row.get("region_code") in inside]
            for ledger, own in slowly.rows.items()
        }
    return rows


def test_the_days_are_of_both_kinds(readings):
    assert [day in readings.release.rollup_days for day in EARLIER] == [True, False]


@pytest.mark.parametrize("indicator_id", COUNTED)
def test_a_figure_of_the_demo_equals_the_slow_answer(readings, slowly, near, indicator_id):
    for on in (readings.release.data_date, *EARLIER):
        found = readings.of(indicator_id, on, PLACES)
        for code in PLACES:
            reading, slow = found[code], slowly.of(indicator_id, code, on, near[code])
            if world().indicators[indicator_id].denominator is None:
                slow = (slow[0], 0)  # a statement may be shared with an indicator that has a base
            if reading.numerator is not None:
                assert (reading.numerator, reading.denominator or 0) == slow, (code, on)
            elif slowly.is_spoken_of(indicator_id, code, on):
                assert slow == NOTHING, (code, on, "reported, but nothing is shown")


def test_only_what_the_story_leaves_out_has_not_been_reported(readings):
    day = readings.release.data_date
    silent = {name for name in COUNTED if all(one.numerator is None for one in readings.of(name, day, PLACES).values())}
    assert silent == UNREPORTED

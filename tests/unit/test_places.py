"""Places: where they stand, how they are counted, what of them leaves the core, and files of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import polars as pl
import pytest
import shapely

from dashboard.deck import Dot, Ground, Sort, deck
from dashboard.points_look import spread_out
from finance_monitor.access import Viewer
from finance_monitor.disclosure.covered import covered
from finance_monitor.disclosure.desk import Desk, open_desk
from finance_monitor.disclosure.places import SORTS, Place, place_counts, places
from finance_monitor.errors import AccessError
from finance_monitor.ledgers.conditions import compile_condition
from finance_monitor.ledgers.schema import table_schema
from finance_monitor.maps.outlines import Outlines, outlines
from finance_monitor.maps.points import at_seats
from finance_monitor.maps.seats import Seat, seats
from finance_monitor.regions import regions
from finance_monitor.world import world
from tests.pages.seed import DATA_DATE, DENGZHOU, SUNWU, WULONG
from tests.pages.seed_places import BAIMA, BANK_A, FENGSHAN, FURONG, XIANNVSHAN, make_places_store

LEDGERS = ("outlets", "devices", "service_points", "post_stations")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("places")


@pytest.fixture(scope="module")
def desk(folder: Path) -> Desk:
    return open_desk(make_places_store(folder), world(), Viewer("system", "000000000000"))


def a_place(**more: object) -> Place:
    told = Place(
        "outlets", "branch", "branch", "W1", "", "", FENGSHAN, date(2020, 1, 1), None, "open", None, None, None, "none"
    )
    return replace(told, **more)  # type: ignore[arg-type]


def test_places_of_a_day_are_those_open_on_it(desk: Desk) -> None:
    assert Counter(one.sort for one in places(desk, WULONG)) == {
        "branch": 3,
        "mobile": 1,
        "insurance": 1,
        "atm": 1,
        "point": 1,
    }
    before = places(desk, WULONG, date(2023, 1, 31), ("branch", "pos"))
    assert [one.number for one in before] == ["D2", "W1", "W3", "W4"]
    assert [one.number for one in places(desk, WULONG, date(2023, 6, 30), ("branch",))] == ["W1", "W2", "W4"]
    assert places(desk, WULONG, sorts=()) == ()


def test_a_place_of_another_region_never_leaves_the_core(folder: Path, desk: Desk) -> None:
    official = open_desk(make_places_store(folder / "again"), world(), Viewer("official", BAIMA))
    assert {one.region_code[:9] for one in places(official, BAIMA)} == {BAIMA[:9]}
    for region in (WULONG, FENGSHAN, SUNWU, "000000000000"):
        with pytest.raises(AccessError):
            places(official, region)
        with pytest.raises(AccessError):
            place_counts(official, region, DATA_DATE, date(2022, 12, 31))
        with pytest.raises(AccessError):
            covered(official, "outlets_branch_open", region, "township")
    assert places(desk, DENGZHOU) == ()


def test_states_of_stations(desk: Desk) -> None:
    told = places(desk, SUNWU, sorts=("post_station",), states=("open", "suspended", "closed"))
    assert [one.state for one in told] == ["open", "open", "open", "suspended", "closed"]
    june = places(desk, SUNWU, date(2023, 6, 15), ("post_station",))
    assert [one.number for one in june] == ["S0", "S1", "S3", "S4"]


@pytest.mark.parametrize(
    ("sort", "indicator"),
    [("branch", "outlets_branch_open"), ("atm", "atms_installed"), ("pos", "pos_installed")],
)
@pytest.mark.parametrize("day", [date(2023, 1, 31), date(2023, 6, 29), date(2023, 6, 30), DATA_DATE])
def test_places_and_indicators_count_alike(desk: Desk, sort: str, indicator: str, day: date) -> None:
    told = desk.readings.of(indicator, day, [WULONG])[WULONG].numerator
    assert len(places(desk, WULONG, day, (sort,))) == told
    counted = [one.standing for one in place_counts(desk, WULONG, day, date(2022, 12, 31)) if one.sort == sort]
    assert sum(counted) == told


def test_what_came_and_went(desk: Desk) -> None:
    told = place_counts(desk, WULONG, DATA_DATE, date(2022, 12, 31), (("bank", BANK_A),))
    branch = next(one for one in told if one.sort == "branch")
    assert (branch.standing, branch.stood_before, branch.opened, branch.closed) == (2, 3, 0, 1)
    assert (branch.barrier_free, branch.barrier_told) == (1, 1)


def test_one_closure_away(desk: Desk) -> None:
    found = covered(desk, "outlets_branch_open", WULONG, "township")
    assert found is not None
    (whole,), parts = found
    assert (whole.units, whole.known, whole.covered, whole.single) == (26, 26, 2, (XIANNVSHAN,))
    assert FURONG in whole.uncovered
    assert len(parts) == 26
    # The list of regions holds the villages of a few counties only: of a province nothing is said.
    assert covered(desk, "village_access_points", "500000000000", "village") is None
    assert covered(desk, "outlets_branch_open", "000000000000", "township") is None


def test_without_coordinates_a_place_stands_at_its_seat() -> None:
    known = {FENGSHAN: Seat(107.7, 29.3, "seat")}
    own = a_place(longitude=107.1, latitude=29.1, basis="own")
    village = a_place(region_code="500156001001")
    nowhere = a_place(region_code=SUNWU)
    told = at_seats((own, village, nowhere), regions(), known)
    assert [(one.longitude, one.latitude, one.basis) for one in told] == [
        (107.1, 29.1, "own"),
        (107.7, 29.3, "seat"),
        (None, None, "none"),
    ]


def test_places_at_one_seat_do_not_hide_one_another() -> None:
    heap = [a_place(number=str(number), longitude=107.7, latitude=29.3, basis="seat") for number in range(40)]
    spots = [shapely.Point(at) for _, at in spread_out(heap)]
    assert len({spot.wkt for spot in spots}) == 40
    assert max(spots[0].distance(spot) for spot in spots) < 0.01


def test_every_kind_of_the_ledgers_is_of_one_sort() -> None:
    kinds = [kind for told in SORTS.values() for kind in told]
    assert len(kinds) == len(set(kinds))
    written = {
        code
        for ledger in LEDGERS
        for column in world().ledgers[ledger].columns
        if column.name == "kind"
        for code in column.choices.values()
    }
    assert written | {"insurance", "post_station"} == set(kinds)


@pytest.mark.parametrize("ledger_id", LEDGERS)
@pytest.mark.parametrize(
    ("longitude", "latitude", "holds"),
    [("107.7", "29.3", True), (None, None, True), ("107.7", None, False), (None, "29.3", False)],
)
def test_coordinates_come_in_pairs(ledger_id: str, longitude: str | None, latitude: str | None, holds: bool) -> None:
    ledger = world().ledgers[ledger_id]
    check = next(one for one in ledger.checks if one.id == "coordinates_in_pairs")
    schema = {name: kind for name, kind in table_schema(ledger).items() if name in ("longitude", "latitude")}
    table = pl.DataFrame({"longitude": [longitude], "latitude": [latitude]}, schema=dict.fromkeys(schema, pl.String()))
    told = table.cast(dict(schema)).select(pl.sql_expr(compile_condition(check.must_hold, schema)))
    assert told.to_series().to_list() == [holds]
    bounds = {column.name: column.between for column in ledger.columns if column.name in schema}
    assert all(bound is not None for bound in bounds.values())


def test_outlines_are_the_ground_under_the_points(tmp_path: Path) -> None:
    townships: Outlines = outlines(tmp_path, WULONG, "township")
    assert len(townships.codes) == 26
    assert townships.schematic
    for code, shape in zip(townships.codes, townships.shapes, strict=True):
        assert shape.buffer(0.01).contains(shapely.Point(seats()[code].lon, seats()[code].lat))
    counties = outlines(tmp_path, "230000000000", "county")
    assert len(counties.codes) == 121
    assert not counties.schematic
    # Where the seats are not known the county stands for its townships.
    assert outlines(tmp_path, DENGZHOU, "township").codes == (DENGZHOU,)


def test_the_picture_asks_nobody_for_anything() -> None:
    ground = Ground(
        {"type": "Polygon", "coordinates": [[(1.0, 2.0), (1.5, 2.0), (1.0, 3.0)]]}, (1, 2, 3, 4), "甲", (1, 2)
    )
    dots = Sort("branch", (1, 2, 3), "网", (Dot(107.123456, 29.1, "一\n二", hollow=True),))
    told = deck([ground], [dots], (107.0, 29.0, 108.0, 30.0), (600, 430))
    assert "http" not in told.json
    assert '"p":[107.12346,29.1]' in told.json
    assert "\n" not in told.json
    assert told._tooltip["text"] == "{t}"

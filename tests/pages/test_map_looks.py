"""进度地图: how it colours, what it is held against, in what order the parts stand."""

from __future__ import annotations

from dashboard import cache, map_cache
from dashboard.map_rows import lines_of, sorted_by
from dashboard.seat import Seat, store_now
from tests.pages.conftest import Open
from tests.pages.map_scene import scene
from tests.pages.seed import DATA_DATE, DENGZHOU, HEIHE, HEILONGJIANG


def test_the_address_says_how_values_are_coloured(open_page: Open) -> None:
    by_light = open_page("map", region=HEILONGJIANG, target="T-HLJ-16")
    assert by_light.map()["mode"] == "light"
    by_value = open_page("map", region=HEILONGJIANG, target="T-HLJ-16", view="natural")
    assert by_value.map()["mode"] == "value"
    control = next(one for one in by_value.test.segmented_control if one.label == "着色")
    control.set_value("equal").run()
    assert by_value.address["view"] == "equal"
    # An indicator has no light to colour by.
    plain = open_page("map", region=DENGZHOU, indicator="loans_granted", view="light")
    assert plain.map()["mode"] == "value"


def test_a_line_of_the_legend_leaves_only_its_units_in_the_table(open_page: Open) -> None:
    seen = open_page("map", region=HEILONGJIANG, target="T-HLJ-16")
    legend = {entry["label"]: entry["key"] for entry in seen.map()["legend"]}
    _, context = scene()
    seen.test.session_state["map_only"] = (context, legend["滞后"])
    seen.test.run()
    assert seen.map()["only"] == legend["滞后"]
    # Two of three counties of 大兴安岭 had five.
    assert [row[0] for row in seen.grid("map_table")["rows"][1:]] == ["232700000000"]
    seen.test.session_state["map_only"] = (context, None)
    seen.test.run()
    assert len(seen.grid("map_table")["rows"]) == 14


def test_two_days_side_by_side_share_their_classes(open_page: Open) -> None:
    seen = open_page("map", region=HEILONGJIANG, target="T-HLJ-16", compare="2023-05-31")
    then, now = seen.maps()
    assert [entry["key"] for entry in then["legend"]] == [entry["key"] for entry in now["legend"]]
    assert "2023-05-31" in then["asOf"]
    told = seen.grid("map_table")
    heads = [column[0] for column in told["columns"]]
    assert heads[1:5] == ["状态", "对比日（%）", "截止日（%）", "变化（百分点）"]
    heihe = next(row for row in told["rows"] if row[0] == HEIHE)
    # Nobody had been referred before June: nought then, four of five counties now.
    assert heihe[4:7] == ["—", "80.0", "—"] or heihe[4:7] == ["0.0", "80.0", "+80.0"]


def test_the_change_map_says_how_much_more(open_page: Open) -> None:
    seen = open_page("map", region=DENGZHOU, indicator="loans_granted", compare="2023-02-28", view="change")
    told = seen.map()
    assert told["mode"] == "change"
    assert "2023-02-28至2023-11-20的变化" in told["asOf"]


def test_places_are_off_until_asked_for_and_never_shown_for_what_must_not_be_ranked(open_page: Open) -> None:
    seen = open_page("map", region=DENGZHOU, indicator="loans_granted")
    assert seen.map()["r"] == []
    seen.test.toggle(key="map_ranks").set_value(True).run()
    assert "位次" in [column[0] for column in seen.grid("map_table")["columns"]]
    # Twenty townships were given the same and stand first, the others had nothing.
    assert {place for place in seen.map()["r"] if place is not None} == {1, 21}
    unranked = next(
        one.id
        for one in cache.desk(Seat(str(store_now().folder), 1, "system", "0" * 12)).world.indicators.values()
        if not one.rankable
    )
    without = open_page("map", region=DENGZHOU, indicator=unranked)
    assert not [one for one in without.test.toggle if one.key == "map_ranks"]


def test_the_parts_in_another_order(open_page: Open) -> None:
    open_page("map", region=HEILONGJIANG, target="T-HLJ-16")
    view, shown = scene()
    lines = lines_of(
        map_cache.figures(view.seat, shown.asked, DATA_DATE), map_cache.indicator_of(view.seat, shown.asked)
    )
    by_value = [line.figure.value for line in sorted_by(lines, "value").parts if line.figure.value is not None]
    assert by_value == sorted(by_value, reverse=True)
    assert sorted_by(lines, "code") is lines


def test_months_are_sent_only_once_asked_for(open_page: Open) -> None:
    seen = open_page("map", region=HEILONGJIANG, target="T-HLJ-16")
    more = seen.more()
    # Thirteen prefectures, twelve months, one sign each.
    assert len(more["spark"]) == 13 * 12
    assert "frames" not in more
    seen.test.session_state["map_months"] = seen.map()["id"]
    seen.test.run()
    frames = seen.more()["frames"]
    # The target counts what happens in 2023: before, there is nothing to show.
    assert [frames["days"][0], len(frames["days"]), frames["days"][-1]] == ["2023-01-31", 11, "2023-11-20"]
    assert frames["v"][-1] == seen.map()["v"]
    words = [frames["legend"][int(one, 36)]["label"] for one in frames["c"][-1]]
    assert words == [seen.map()["legend"][int(one, 36)]["label"] for one in seen.map()["c"]]

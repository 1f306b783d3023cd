"""What changed between two releases, at the level of whole targets' regions down to the township."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from finance_monitor.access import system_viewer
from finance_monitor.disclosure.figure_of import shown_value
from finance_monitor.errors import UsageError
from finance_monitor.indicators.model import Indicator, Reading
from finance_monitor.indicators.readings import Readings
from finance_monitor.progress.words import unit_word
from finance_monitor.store.batches import list_batches
from finance_monitor.store.reader import reader_of
from finance_monitor.store.release_files import batches_of, read_release
from finance_monitor.store.store import Store
from finance_monitor.texts import Lang, say
from finance_monitor.world import World


def compare(store: Store, world: World, numbers: Sequence[int], lang: Lang) -> list[str]:
    """Say which batches came and went and, per indicator, how many regions read otherwise on the later data date."""
    if len(numbers) != 2:
        raise UsageError("releases.two_numbers")
    before, after = (_readings(store, world, number) for number in numbers)
    came = sorted(set(after.release.batches) - set(before.release.batches))
    went = sorted(set(before.release.batches) - set(after.release.batches))
    lines = [say("releases.batches_changed", lang, came=" ".join(came) or "—", went=" ".join(went) or "—")]
    day = min(before.release.data_date, after.release.data_date)
    codes = world.regions.frame()["code"].to_list()
    nation = system_viewer(world.regions).region_code
    changed: Counter[str] = Counter()
    for indicator_id, indicator in world.indicators.items():
        old, new = before.of(indicator_id, day, codes), after.of(indicator_id, day, codes)
        moved = [
            code
            for code in codes
            if (old[code].numerator, old[code].denominator) != (new[code].numerator, new[code].denominator)
        ]
        changed[indicator_id] = len(moved)
        if moved:
            values = [_said(indicator, reading, lang) for reading in (old[nation], new[nation])]
            name = indicator.name.in_(lang)
            lines.append(
                say("releases.changed", lang, name=name, regions=len(moved), before=values[0], after=values[1])
            )
    if not sum(changed.values()):
        lines.append(say("releases.unchanged", lang))
    return lines


def _said(indicator: Indicator, reading: Reading, lang: Lang) -> str:
    """Say a reading as it is shown: rounded, in its unit."""
    value = shown_value(indicator, reading)
    return "—" if value is None else f"{value:,}{unit_word(indicator.unit.zh, lang, value)}"


def _readings(store: Store, world: World, number: int) -> Readings:
    release = read_release(store, number)
    batches = batches_of(release, list_batches(store))
    reader = reader_of(system_viewer(world.regions), release, batches, list(world.ledgers.values()))
    return Readings(release, reader, world.indicators)

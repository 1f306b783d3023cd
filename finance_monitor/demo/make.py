"""Make a demo store: write the ledgers of the story, bring them in as offices would, publish."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from finance_monitor.demo.aftercare import aftercare
from finance_monitor.demo.coordinates import with_coordinates
from finance_monitor.demo.delivery import AsWritten, Delivery, Desk, Row
from finance_monitor.demo.draw import Draw
from finance_monitor.demo.figures import table, yearly
from finance_monitor.demo.lending import lending
from finance_monitor.demo.outcomes import outcomes
from finance_monitor.demo.outlets import outlets
from finance_monitor.demo.people import People
from finance_monitor.demo.referrals import referrals
from finance_monitor.demo.risk_fund import risk_fund
from finance_monitor.demo.rows import rows
from finance_monitor.demo.shares import shares
from finance_monitor.demo.stations import stations
from finance_monitor.demo.story import Part, Story, load_story
from finance_monitor.demo.subsidies import subsidies
from finance_monitor.demo.write import write_delivery
from finance_monitor.errors import UserError
from finance_monitor.ledgers.batch import BatchHeader
from finance_monitor.releases.build import publish
from finance_monitor.releases.load import load_file
from finance_monitor.store.files import sync_folder, synced_in_the_end
from finance_monitor.store.store import Store, create_store, open_store
from finance_monitor.texts import Lang, say
from finance_monitor.world import World, world

LEDGERS = "demo-ledgers"
# How many steps are done, of how many, and what is done now.
Progress = Callable[[int, int, str], None]

_MAKERS: dict[str, Callable[..., Iterator[Delivery]]] = {
    "referrals": referrals,
    "stations": stations,
    "table": table,
    "yearly": yearly,
    "outlets": outlets,
    "lending": lending,
    "risk_fund": risk_fund,
    "rows": rows,
    "outcomes": outcomes,
    "subsidies": subsidies,
    "aftercare": aftercare,
    "shares": shares,
}


def silent(done: int, total: int, what: str) -> None:
    """Say nothing."""


def make_demo(folder: Path, *, scale: float = 1.0, progress: Progress = silent, lang: Lang = "zh") -> Store:
    """Make a store with invented data in a new folder; scale 1 is about 20,000 loans.

    It is built beside the folder and renamed when it is published, so a demo that is stopped leaves no store. The
    files stay in `demo-ledgers`, one folder a ledger. Raise UserError where the folder already holds something or the
    scale is not positive.
    """
    if folder.exists() and any(folder.iterdir()):
        raise UserError("store.not_empty", folder=folder.name)
    if not scale > 0:
        raise UserError("demo.scale", scale=scale)
    aside = folder.with_name(f"{folder.name}.new")
    if (aside / "batches").is_dir():
        shutil.rmtree(aside)  # left by a demo that was stopped; any other folder of that name is refused below
    story = load_story()
    made = create_store(aside, is_demo=True, business_day=story.frame.data_date)
    with synced_in_the_end():
        _fill(made, story, scale, progress, lang)
    if folder.exists():
        folder.rmdir()
    made.key_file.replace(replace(made, folder=folder).key_file)  # the key first: a store is never without its key
    aside.replace(folder)
    sync_folder(folder.parent)
    return open_store(folder)


def deliveries(story: Story, known: World, scale: float) -> Iterator[Delivery]:
    """Yield every file of the story in the order in which it is brought in.

    Parts that tell of the same ledger, office, region and period make one file: a second one would take its place.
    """
    people = People(story.names, story.frame.persons)
    written: dict[str, list[Row]] = {}
    files: dict[BatchHeader, Delivery] = {}
    for name, place in story.places.items():
        for number, part in enumerate(place.parts):
            draw = Draw(story.frame.seed, f"{name} {number}")
            desk = Desk(story, known, draw, people, scale, written)
            for made in [with_coordinates(one, desk) for one in _made(part, desk)]:
                written.setdefault(made.header.ledger_id, []).extend(filter(_is_sound, made.rows))
                first = files.setdefault(made.header, made)
                if first is not made:
                    files[made.header] = replace(first, rows=[*first.rows, *made.rows])
    yield from files.values()


def _is_sound(row: Row) -> bool:
    """Say whether a row has no slip; one with a slip is held back and nobody speaks of it again."""
    return not any(isinstance(value, AsWritten) for value in row.values())


def _made(part: Part, desk: Desk) -> Iterator[Delivery]:
    return _MAKERS[part.make](part, desk)


def _fill(store: Store, story: Story, scale: float, progress: Progress, lang: Lang) -> None:
    known = world()
    told = list(deliveries(story, known, scale))
    total = len(told) + 1
    with store.loading():
        for number, delivery in enumerate(told):
            path = write_delivery(delivery, story.frame, known, store.folder / LEDGERS / delivery.header.ledger_id)
            progress(number, total, path.name)
            load_file(store, known, path, delivery.header)
            if delivery.corrected is not None:
                right = replace(delivery, rows=delivery.corrected.rows)
                write_delivery(right, story.frame, known, store.folder / LEDGERS / delivery.corrected.folder)
        progress(len(told), total, say("demo.publishing", lang))
        for data_date in (story.frame.earlier_data_date, story.frame.data_date):
            publish(store, known, data_date=data_date)
    progress(total, total, say("demo.ready", lang))

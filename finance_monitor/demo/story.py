"""The story of the demo as data: `data/demo/*.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, PlainValidator

from finance_monitor.demo.rows_check import faults_of_rows
from finance_monitor.demo.story_care import AftercarePart, SharesPart, SubsidiesPart
from finance_monitor.demo.story_counts import OutletsPart, ReferralsPart, StationsPart, TablePart, YearlyPart
from finance_monitor.demo.story_fund import RiskFundPart
from finance_monitor.demo.story_lending import LendingPart
from finance_monitor.demo.story_outcomes import OutcomesPart
from finance_monitor.demo.story_rows import RowsPart
from finance_monitor.demo.told import Share, Told
from finance_monitor.settings import DATA
from finance_monitor.world import world
from finance_monitor.yaml_files import check_yaml, read_yaml


class Style(Told):
    """How an office writes its files."""

    ending: Literal["xlsx", "csv"]
    encoding: str = "utf-8-sig"
    title: bool = False
    headers: Literal["own", "other"]
    regions: Literal["name", "code"]
    money_unit: str | None = None
    # None: a spreadsheet holds real dates, a text holds ISO dates.
    dates: str | None = None


class Persons(Told):
    """What is drawn of people."""

    born: tuple[date, date]
    long_names: Share


class Names(Told):
    """Characters of which names are put together."""

    surnames: str
    given: str


class Frame(Told):
    """What all parts have in common (`story.yaml`)."""

    seed: int
    data_date: date
    # The day of the release before: figures are true to their day, so the same files say what was known then.
    earlier_data_date: date
    places: tuple[str, ...]
    styles: dict[str, Style]
    longest_workbook: int
    words: dict[Literal["yes", "no"], str]
    title: str
    subtitle: str
    total: str
    sheet: str
    file_name: str
    persons: Persons


Part = (
    ReferralsPart
    | StationsPart
    | TablePart
    | YearlyPart
    | OutletsPart
    | LendingPart
    | RiskFundPart
    | RowsPart
    | OutcomesPart
    | SubsidiesPart
    | AftercarePart
    | SharesPart
)


_PARTS: dict[str, type[Told]] = {
    "referrals": ReferralsPart,
    "stations": StationsPart,
    "table": TablePart,
    "yearly": YearlyPart,
    "outlets": OutletsPart,
    "lending": LendingPart,
    "risk_fund": RiskFundPart,
    "rows": RowsPart,
    "outcomes": OutcomesPart,
    "subsidies": SubsidiesPart,
    "aftercare": AftercarePart,
    "shares": SharesPart,
}


class _OtherPart(BaseModel):
    """Refuses a part that nobody makes."""

    make: Literal[
        "referrals",
        "stations",
        "table",
        "yearly",
        "outlets",
        "lending",
        "risk_fund",
        "rows",
        "outcomes",
        "subsidies",
        "aftercare",
        "shares",
    ]


def _part(told: object) -> BaseModel:
    """Read a part as what it makes; a fault is said at its own field."""
    make = str(told.get("make")) if isinstance(told, dict) else ""
    return _PARTS.get(make, _OtherPart).model_validate(told)


class Place(Told):
    """The parts that play in one place."""

    parts: tuple[Annotated[Part, PlainValidator(_part)], ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Everything told."""

    frame: Frame
    names: Names
    places: dict[str, Place]


def load_story(folder: Path = DATA / "demo") -> Story:
    """Read the story; raise UserError with file and line for what cannot be read."""
    frame = read_yaml(folder / "story.yaml", Frame)
    places = {name: _read_place(folder / f"{name}.yaml", frame) for name in frame.places}
    return Story(frame, read_yaml(folder / "names.yaml", Names), places)


def _read_place(path: Path, frame: Frame) -> Place:
    """Read the parts of a place and hold their rows against the ledgers."""
    place, document, faults = check_yaml(path, Place)
    if place is None or document is None or faults:
        raise faults[0]
    found = [
        document.fault(fault.key, "parts", number, *fault.at, **fault.values)
        for number, part in enumerate(place.parts)
        if isinstance(part, RowsPart)
        for fault in faults_of_rows(part, world(), tuple(frame.styles))
    ]
    if found:
        raise found[0]
    return place

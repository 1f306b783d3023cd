"""The story of the demo as data: `data/demo/*.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from finance_monitor.demo.story_counts import OutletsPart, ReferralsPart, StationsPart, TablePart, YearlyPart
from finance_monitor.demo.story_lending import LendingPart
from finance_monitor.demo.told import Share, Told
from finance_monitor.settings import DATA
from finance_monitor.yaml_files import read_yaml


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


Part = ReferralsPart | StationsPart | TablePart | YearlyPart | OutletsPart | LendingPart


class Place(Told):
    """The parts that play in one place."""

    parts: tuple[Annotated[Part, Field(discriminator="make")], ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Everything told."""

    frame: Frame
    names: Names
    places: dict[str, Place]


def load_story(folder: Path = DATA / "demo") -> Story:
    """Read the story; raise UserError with file and line for what cannot be read."""
    frame = read_yaml(folder / "story.yaml", Frame)
    places = {name: read_yaml(folder / f"{name}.yaml", Place) for name in frame.places}
    return Story(frame, read_yaml(folder / "names.yaml", Names), places)

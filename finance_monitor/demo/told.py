"""What every piece of the story is made of."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Weights = dict[str, float]
Share = Annotated[float, Field(ge=0, le=1)]


class Told(BaseModel):
    """A piece of the story; unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Bank(Told):
    """An invented bank: its share of the business, how its numbers begin."""

    share: float
    number: str
    style: str

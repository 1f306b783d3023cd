"""What the JSON of the command line makes a reader expect of a page: words, lights, numbers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tests.pages.surfaces import at_decimals, is_same, number_in

HIDDEN, PARTLY, NOTHING = "人数过少不显示", "暂不能判断", "—"
WORDS = {
    "met": "已完成",
    "missed": "到期未完成",
    "late": "逾期完成",
    "on_track": "符合序时",
    "behind": "滞后",
    "far_behind": "严重滞后",
    "holding": "符合要求",
    "breached": "不符合要求",
    "reached": "已达到",
    "not_reached": "未达到",
    "trend": "只看走向",
    "context": "不评价",
    "unknown": "暂无数据",
}
SOFT = {"missed", "breached"}
BY_UNITS = ("per_unit_min", "coverage")
COLOURS = {"red": "red", "yellow": "orange", "green": "green", "none": "gray"}


@dataclass(frozen=True)
class Expected:
    """One element, or a part of one."""

    told: dict[str, Any]
    strictness: str | None

    def __getitem__(self, name: str) -> Any:
        return self.told[name]

    @property
    def units(self) -> tuple[Decimal, Decimal] | None:
        """Return how many units have arrived, of how many; None where it is the figure itself that counts."""
        told = self.told
        of_units = told.get("kind", "") in BY_UNITS and told["units_total"] > 1 and told["units_reached"] is not None
        return (told["units_reached"], told["units_total"]) if of_units else None

    def share(self) -> Decimal | None:
        """Return the value a map colours by: of units how many in a hundred have arrived."""
        reached, total = self.units or (None, None)
        if reached is None or total is None:
            return self["actual"]
        return at_decimals(reached * 100 / total, Decimal("0.1"))

    def says_word(self, word: str, *, of_value: bool = False) -> bool:
        """Say whether a status is the word of this one; `of_value`: where values stand, having none goes first."""
        told, status = self.told, self["status"]
        if of_value and told["actual"] is None and word in (WORDS["unknown"], "不在统计范围"):
            return (word == "不在统计范围") == (told["reason"] == "out_of_scope")
        if told.get("hidden"):
            return word == HIDDEN
        if status == "historic":
            final = told["final"]
            result = self._soft(final, WORDS[final]) if final else ""
            # Without a deadline the result is in the sentence only: any word of a result will do.
            return word.startswith("历史结果") or (word == result if final else word in (*WORDS.values(), "未达预期"))
        if status == "unknown" and told["actual"] is not None:
            return word == PARTLY
        if status == "context" and told["reason"] == "not_split":
            return word == "未分解"
        return word == self._soft(status, WORDS[status])

    def _soft(self, status: str, word: str) -> str:
        soft = self.strictness in ("力争", "争取") and status in SOFT
        return "未达预期" if soft else word

    def says_amount(self, text: str) -> bool:
        """Say whether a text is the actual figure with its unit: 65/67个县, 160个, 1,057.25万元."""
        if self.told.get("hidden"):
            return text == HIDDEN
        if self.told.get("parts"):
            return text == f"共{len(self['parts'])}个分项"
        if "/" in text and not text.endswith("/户"):
            reached, _, total = text.partition("/")
            return (self["units_reached"], self["units_total"]) == (number_in(reached), number_in(total))
        if self["actual"] is None or self.units is not None:
            return text == NOTHING and self["actual"] is None
        return is_same(number_in(text), self["actual"]) and text.endswith(self["unit"])

    def says_goal(self, text: str) -> bool:
        """Say whether a text is the goal: 不低于160个."""
        if self["goal"] is None or self.told.get("parts"):
            return text == NOTHING
        return is_same(number_in(text), self["goal"]) and text.endswith(self["unit"])

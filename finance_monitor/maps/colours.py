"""The colours of maps. One blue scale; red, yellow and green only for lights; browns for what has gone down."""

from __future__ import annotations

from finance_monitor.progress.model import Light

# A fill for the light and one for the dark theme.
Fill = tuple[str, str]

# Light to dark, each pair for the light and the dark theme: the dark theme ends before its background.
BLUES: tuple[Fill, ...] = (
    ("#e3eef9", "#e6f0fa"),
    ("#bdd7ee", "#bfd9f0"),
    ("#8bbbe0", "#93c0e6"),
    ("#539ecd", "#62a3da"),
    ("#2474b7", "#3a82c8"),
    ("#0b3f7f", "#2460a7"),
)
# What has gone down, little to much. No red: less may be good.
BROWNS: tuple[Fill, ...] = (("#e6d9c4", "#eadfce"), ("#bd9d72", "#c9ab82"), ("#7b5a33", "#95703f"))
UNCHANGED: Fill = ("#f1f1ee", "#dcdcd8")
LIGHTS: dict[Light, Fill] = {
    "green": ("#5aae61", "#5aae61"),
    "yellow": ("#f2c14e", "#f2c14e"),
    "red": ("#d6604d", "#d6604d"),
    "none": ("#d9dde3", "#9aa3b0"),
}
PATTERN_GROUND: Fill = ("#f4f5f7", "#2b313b")
# For fewer than six classes: which blues keep the steps apart.
_CHOSEN = {0: (), 1: (3,), 2: (1, 4), 3: (0, 3, 5), 4: (0, 2, 4, 5), 5: (0, 1, 3, 4, 5), 6: (0, 1, 2, 3, 4, 5)}
_RISES = {0: (), 1: (3,), 2: (2, 4), 3: (1, 3, 5)}
_FALLS = {0: (), 1: (1,), 2: (0, 2), 3: (0, 1, 2)}


def blues(count: int) -> list[Fill]:
    """Choose the blues of so many classes of values."""
    return [BLUES[number] for number in _CHOSEN[count]]


def rises(count: int) -> list[Fill]:
    """Choose the blues of so many classes of increases."""
    return [BLUES[number] for number in _RISES[count]]


def falls(count: int) -> list[Fill]:
    """Choose the browns of so many classes of decreases."""
    return [BROWNS[number] for number in _FALLS[count]]

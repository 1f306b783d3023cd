"""What somebody can find out who sees a table with totals: the last row and the last column are the totals."""

from __future__ import annotations

from fractions import Fraction

from finance_monitor.disclosure.margins import Place


def equations(cells: dict[Place, int], hidden: frozenset[Place]) -> list[tuple[dict[Place, int], int]]:
    """Return what an attacker knows: of every line the hidden cells with their signs, and what they come to."""
    last_row, last_column = max(p.row for p in cells), max(p.column for p in cells)
    every_row, every_column = range(last_row + 1), range(last_column + 1)
    lines = [[(Place(row, c), -1 if c == last_column else 1) for c in every_column] for row in every_row]
    lines += [[(Place(r, column), -1 if r == last_row else 1) for r in every_row] for column in every_column]
    told = []
    for line in lines:
        known = sum(sign * cells[place] for place, sign in line if place not in hidden)
        told.append(({place: sign for place, sign in line if place in hidden}, -known))
    return [(signs, value) for signs, value in told if signs]


def found_by_elimination(cells: dict[Place, int], hidden: frozenset[Place]) -> set[Place]:
    """Solve the equations: a cell whose reduced row holds it alone is known."""
    order = sorted(hidden)
    rows = [
        [Fraction(signs.get(place, 0)) for place in order] + [Fraction(value)]
        for signs, value in equations(cells, hidden)
    ]
    at = 0
    for column in range(len(order)):
        pivot = next((i for i in range(at, len(rows)) if rows[i][column]), None)
        if pivot is None:
            continue
        rows[at], rows[pivot] = rows[pivot], rows[at]
        rows[at] = [value / rows[at][column] for value in rows[at]]
        for i, row in enumerate(rows):
            if i != at and row[column]:
                rows[i] = [a - row[column] * b for a, b in zip(row, rows[at], strict=True)]
        at += 1
    alone = [[place for place, value in zip(order, row[:-1], strict=True) if value] for row in rows]
    return {places[0] for places in alone if len(places) == 1}


def found_by_bounds(cells: dict[Place, int], hidden: frozenset[Place]) -> set[Place]:
    """Tighten what each cell can be, knowing that none is below zero; those that can be one number only are known."""
    top = max(cells.values()) * 2 + 10
    low, high = dict.fromkeys(hidden, 0), dict.fromkeys(hidden, top)
    told = equations(cells, hidden)
    for _ in range(40):
        for signs, value in told:
            for place, sign in signs.items():
                others = [(o, s) for o, s in signs.items() if o != place]
                least = sum(s * (low[o] if s > 0 else high[o]) for o, s in others)
                most = sum(s * (high[o] if s > 0 else low[o]) for o, s in others)
                bounds = sorted((sign * (value - least), sign * (value - most)))
                low[place], high[place] = max(low[place], bounds[0]), min(high[place], bounds[1])
    return {place for place in hidden if low[place] == high[place]}

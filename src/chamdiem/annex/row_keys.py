"""A key for every row, made of its printed number and of those above it."""

from __future__ import annotations

import re
from collections import Counter

from chamdiem.annex.numbering import read_number
from chamdiem.annex.rows import AnnexRow

_KEY_SIGNS = re.compile(r"[^\w.-]+", re.ASCII)


def set_keys(rows: list[AnnexRow]) -> None:
    """A stable key for every row: the printed number, made unique by the numbers above it."""
    bare = [number.key if (number := read_number(row.number)) else "" for row in rows]
    counts = Counter(bare)
    repeated = {_style(row) for row, key in zip(rows, bare, strict=True) if counts[key] > 1}
    restarting = _restarts(rows)
    unnumbered: Counter[int | None] = Counter()
    # Marks of rows without a number are none that is printed elsewhere.
    printed = {_signs(key) for key in bare if key}
    taken: set[str] = set()
    for place, row in enumerate(rows):
        key = bare[place]
        if not key:
            unnumbered[row.parent] += 1
            above = rows[row.parent].key if row.parent is not None else ""
            key = f"{above}-{unnumbered[row.parent]}" if above else f"D{unnumbered[row.parent]}"
        elif restarting or (_style(row) in repeated and _tells_little(row)):
            key = f"{_prefix(rows, place)}{key}"
        row.key = _unique(_signs(key) or "D", taken if bare[place] else taken | printed)
        taken.add(row.key)


def _signs(key: str) -> str:
    """A key without the signs that none may have."""
    return _KEY_SIGNS.sub("", key.replace("Đ", "DD").replace("đ", "dd"))


def _style(row: AnnexRow) -> str:
    number = read_number(row.number)
    return number.style if number is not None else ""


def _tells_little(row: AnnexRow) -> bool:
    number = read_number(row.number)
    return number is not None and number.style in ("arabic", "lower", "roman", "upper")


def _prefix(rows: list[AnnexRow], place: int) -> str:
    """The key of the nearest row above whose number is not part of this one's already."""
    own, above = read_number(rows[place].number), rows[place].parent
    while above is not None:
        number = read_number(rows[above].number)
        if (
            own is None
            or number is None
            or len(number.parts) >= len(own.parts)
            or number.parts != own.parts[: len(number.parts)]
            or number.style in ("roman", own.style)
        ):
            return f"{rows[above].key}."
        above = rows[above].parent
    return ""


def _restarts(rows: list[AnnexRow]) -> bool:
    """Whether dotted numbers stand several times: only the numbers above tell them apart."""
    dotted = [row.number for row in rows if (number := read_number(row.number)) and number.style == "dotted2"]
    return len(dotted) - len(set(dotted)) > max(1, len(dotted) // 20)


def _unique(key: str, taken: set[str]) -> str:
    if key not in taken:
        return key
    return next(again for count in range(2, 10_000) if (again := f"{key}-{count}") not in taken)

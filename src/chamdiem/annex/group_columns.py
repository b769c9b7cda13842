"""Groups in a column of their own beside the criteria, merged downwards or repeated → rows above them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from chamdiem.annex.amounts import points_at_the_end
from chamdiem.annex.numbering import split_number
from chamdiem.annex.rows import AnnexRow

# A page break prints the name of a group once more.
_CONTINUED = re.compile(r"\s*\((?:tiếp(?: theo)?)\)$", re.IGNORECASE)


def begins_a_group(rows: Sequence[AnnexRow], row: AnnexRow) -> bool:
    """Whether a line names another group than the rows above it belong to."""
    return any(text and _bare(text) != _bare(_last(rows, depth)) for depth, text in enumerate(row.groups))


def with_groups(rows: list[AnnexRow]) -> list[AnnexRow]:
    """The rows with one more above the first of each group; ``group_depth`` of those counts from 1.

    Groups that come back after others mark their rows only: nothing is moved, and the first row says so.
    """
    if _are_scattered(rows):
        rows[0].warn("groups.scattered")
        return rows
    gives_numbers = _numbers_are_of_groups(rows)
    current: list[str] = []
    found: list[AnnexRow] = []
    for row in rows:
        fresh: list[AnnexRow] = []
        for depth, text in enumerate(row.groups):
            if text and (depth >= len(current) or _bare(text) != current[depth] or fresh):
                fresh.append(_group(row, _CONTINUED.sub("", text), depth + 1))
                current[depth:] = [_bare(text)]
        if fresh and (gives_numbers or not row.name):
            fresh[-1].number, row.number = row.number or fresh[-1].number, ""
        if fresh and not row.name:
            fresh[-1].max_points, fresh[-1].max_text = row.max_points, row.max_text
            fresh[-1].texts = {**row.texts, **fresh[-1].texts}
        found += fresh if fresh and not row.name else [*fresh, row]
    return found


def _group(row: AnnexRow, text: str, depth: int) -> AnnexRow:
    number, name = split_number(text)
    name, points = points_at_the_end(name)
    group = AnnexRow(number=number, texts={"name": name}, max_points=points, spot=row.spot, table=row.table)
    group.group_depth = depth
    return group


def _numbers_are_of_groups(rows: Sequence[AnnexRow]) -> bool:
    """Whether numbers are printed just where groups begin, so that they count the groups."""
    lines = [(bool(row.number), bool(row.groups and row.groups[0])) for row in rows]
    return (False, False) in lines and all(number == group for number, group in lines)


def _last(rows: Sequence[AnnexRow], depth: int) -> str:
    return next((row.groups[depth] for row in reversed(rows) if row.groups and row.groups[depth]), "")


def _are_scattered(rows: Sequence[AnnexRow]) -> bool:
    texts = [bare for row in rows if row.groups and (bare := _bare(row.groups[0]))]
    runs = [text for text, _ in itertools.groupby(texts)]
    return len(set(runs)) < len(runs) and all(row.name for row in rows)


def _bare(text: str) -> str:
    """The name of a group, without points and what a page break adds."""
    return points_at_the_end(_CONTINUED.sub("", text))[0]

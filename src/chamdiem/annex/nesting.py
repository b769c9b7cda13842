"""Lists inside lists: where an item stands tells what it belongs to, whatever number it has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from chamdiem.annex.amounts import points_at_the_end
from chamdiem.annex.blocks import Paragraph
from chamdiem.annex.numbering import Number, split_number

_LONGEST_HEADING = 200
MARKS = "-+•* "


@dataclass(slots=True)
class OpenRow:
    """A row that may still get children."""

    place: int
    number: Number | None
    style: str
    depth: int = 0


def close_lists(stack: list[OpenRow], depth: int, style: str) -> bool:
    """Close the rows that an item at this depth ends; whether that alone tells its parent.

    It does not where the last item is as deep and written otherwise: "1." below "I." is another list.
    """
    for place, each in enumerate(stack):
        if each.depth > depth or (each.depth == depth and each.style == style):
            del stack[place:]
            break
    return not stack or stack[-1].depth < depth


def without_mark(item: Paragraph) -> str:
    """The text of an item; a bullet in front of a printed number only says that it is one."""
    bare = item.text.lstrip(MARKS)
    return bare if item.depth and split_number(bare)[0] else item.text


def find_list_headings(paragraphs: Sequence[Paragraph]) -> set[int]:
    """The places of items without points that stand above items which have some."""
    items = [
        (place, item, points_at_the_end(item.text)[1] is not None)
        for place, item in enumerate(paragraphs)
        if item.depth
    ]
    found: set[int] = set()
    above: list[tuple[int, bool]] = []
    for (place, item, has_points), (_, below, is_pointed) in pairwise(items):
        above = [each for each in above if each[0] < item.depth]
        is_heading = below.depth > item.depth and is_pointed and not has_points
        is_inside = any(pointed for _, pointed in above)
        if is_heading and not is_inside and len(item.text) < _LONGEST_HEADING:
            found.add(place)
        above.append((item.depth, has_points))
    return found

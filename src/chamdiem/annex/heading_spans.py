"""Headings over several columns: names indented below "Chỉ số" in columns of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chamdiem.annex.blocks import Line
from chamdiem.annex.columns import Columns
from chamdiem.annex.numbering import read_number


def spread(columns: Columns, header: Line, below: Sequence[Line]) -> Columns:
    """The columns; one without a heading is read as the column to its left where it belongs to it.

    Args:
        columns: What each column holds by its own heading.
        header: The upper line of the header, which tells what is merged.
        below: Lines under the header, as wide as it is.
    """
    roles = list(columns.roles)
    for place in range(1, len(roles)):
        left = roles[place - 1]
        if columns.headings[place] or roles[place] != "ignored" or left == "ignored":
            continue
        pairs = [(line.cells[place - 1].strip(), line.cells[place].strip()) for line in below]
        beside = [one for one, other in pairs if one and other]
        is_under = any(other and not one for one, other in pairs)
        if place in header.merged and (not beside or left == "name"):
            roles[place] = left
            if beside and left == "name":
                roles[place - 1] = _role_beside(beside)
        elif left == "name" and is_under and not beside and _are_names(pairs):
            roles[place] = left
    return replace(columns, roles=tuple(roles))


def _role_beside(texts: Sequence[str]) -> str:
    """What stands to the left of names, under one heading with them: their numbers, or their groups."""
    return "number" if all(read_number(text) is not None for text in texts) else "group"


def _are_names(pairs: Sequence[tuple[str, str]]) -> bool:
    texts = [other for _, other in pairs if other]
    return all(any(letter.isalpha() for letter in text) for text in texts)

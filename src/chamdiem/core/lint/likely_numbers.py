"""The number a row should have, by those of its heading and of the rows beside it."""

from __future__ import annotations

from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.numbers import PrintedNumber, write_below, write_beside


def taken_places(above: Row, own: PrintedNumber, document: Document) -> set[int]:
    """The places below a row that rows numbered rightly have."""
    numbers = (document.numbers.get(row.key) for row in document.children(above))
    return {each.last for each in numbers if each is not None and each.parts[:-1] == own.parts}


def likely_number(row: Row, document: Document) -> str:
    """The number a row without one most likely has: from its place among its siblings."""
    above = document.parent(row)
    siblings = document.children(row) if above is None else document.children(above)
    own = document.numbers.get(above.key) if above is not None else None
    place = next((place for place, each in enumerate(siblings, start=1) if each.key == row.key), 0)
    if above is None or own is None or not place:
        return ""
    beside = (each.number for each in siblings if _continues(document.numbers.get(each.key), own))
    like = next(beside, "")
    return write_beside(like, place) if like else write_below(above.number, place, f"{above.number}.1")


def _continues(number: PrintedNumber | None, above: PrintedNumber) -> bool:
    return number is not None and number.parts[:-1] == above.parts

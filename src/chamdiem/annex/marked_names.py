"""Numbers and marks that stand in the cell of the name, beside an empty cell of the column of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from chamdiem.annex.numbering import read_number, split_number
from chamdiem.annex.rows import AnnexRow

_FEWEST = 2
_SIGNS = ("-", "+", "–", "•", "*")
_MARKED = re.compile(
    r"(?P<mark>[①-⑳❶-❿⓵-⓾➀-➉➊-➓]|\(\d{1,2}\)|\([a-eđgh]\)|\d{1,2}[.)](?!\d)|[a-eđgh]\)|[-+–•*](?=\s))\s*(?=[^\W\d_])"
)
_LETTERS = ("abcdeghi", "abcdđeghi")


def take_marks(rows: Sequence[AnnexRow]) -> None:
    """Note the marks of rows that all have one up to the next number; one that stands alone stays there.

    Where no row of the table has a number, those in front of the names are the numbers.
    """
    if not any(row.number for row in rows):
        found = [(row, split_number(row.name)) for row in rows]
        if all(number for _, (number, _) in found):
            for row, (number, name) in found:
                row.number, row.texts["name"] = number, name
    for run in _runs(rows):
        found_marks = [_MARKED.match(row.name) for row in run]
        marks = [match["mark"] for match in found_marks if match]
        if len(marks) < max(_FEWEST, len(run)) or not _is_list(marks):
            continue
        for row, match in zip(run, found_marks, strict=True):
            if match:
                row.mark = match["mark"]
                row.texts["name"] = f"{match['mark']} {row.name[match.end() :]}"


def without_mark(row: AnnexRow) -> None:
    """Take the mark of a row out of its name; one that counts is its number."""
    if not row.mark or not row.name.startswith(f"{row.mark} "):
        return
    row.texts["name"] = row.name.removeprefix(f"{row.mark} ")
    if not row.number and row.mark not in _SIGNS:
        row.number = row.mark.lstrip("(")


def _runs(rows: Sequence[AnnexRow]) -> Iterator[list[AnnexRow]]:
    for is_bare, run in groupby(rows, lambda row: not (row.number or row.code or row.group_depth)):
        if is_bare:
            yield list(run)


def _is_list(marks: Sequence[str]) -> bool:
    """Whether marks are all one sign, or count from the first on in one way of writing."""
    if marks[0] in _SIGNS:
        return set(marks) == {marks[0]}
    bare = [mark.strip("().") for mark in marks]
    if {re.sub(r"\w", "", mark) for mark in marks} != {re.sub(r"\w", "", marks[0])}:
        return False
    if bare[0].isascii() and bare[0].isalpha():
        return any(order.startswith("".join(bare)) for order in _LETTERS)
    numbers = [read_number(mark) for mark in marks]
    return [number.value if number else 0 for number in numbers] == list(range(1, len(marks) + 1))

"""A repaired text in pieces: what led to the rule, and what was printed where it was repaired."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text; ``printed`` is what stands there in the file, where it was repaired."""

    text: str
    is_marked: bool = False
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A repair of a text: where ``repaired`` stands in it, for ``printed``."""

    start: int
    printed: str
    repaired: str

    @property
    def end(self) -> int:
        """Where it ends in the repaired text."""
        return self.start + len(self.repaired)


def pieces_of(text: str, phrases: Iterable[tuple[int, int]], changes: Iterable[Change]) -> Iterator[Piece]:
    """The text in pieces; a repair is one piece, and marked where any of it led to the rule."""
    marks = _apart(sorted(phrases))
    at = 0
    for change in sorted(changes, key=lambda each: each.start):
        if change.start < at or text[change.start : change.end] != change.repaired:
            continue
        yield from _marked(text, at, change.start, marks)
        is_marked = any(start < change.end and change.start < end for start, end in marks)
        yield Piece(change.repaired, is_marked, change.printed)
        at = change.end
    yield from _marked(text, at, len(text), marks)


def _apart(marks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Marks without those that begin inside another."""
    kept: list[tuple[int, int]] = []
    for start, end in marks:
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _marked(text: str, start: int, end: int, marks: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    """A stretch without repairs, parted where marks begin and end."""
    at = start
    for first, last in marks:
        one, other = max(first, at), min(last, end)
        if one < other:
            yield from (Piece(text[at:one]),) if at < one else ()
            yield Piece(text[one:other], is_marked=True)
            at = other
    if at < end:
        yield Piece(text[at:end])

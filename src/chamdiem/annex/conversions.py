"""Texts of old encodings that were turned into Unicode: a repair for every cell, undone by itself.

Nothing of such a text is readable before it is converted, so that comes first, for the whole file. Here
each text of a row that was made of converted words is told, with the letters the file has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from chamdiem.annex.blocks import Conversion
from chamdiem.annex.offices import list_offices
from chamdiem.annex.rows import AnnexRow, Repair

_FIELDS = ("name", "instructions", "method", "note", "evidence", "lead", "coordinating", "deadline")
_OFFICES = ("lead", "coordinating")
# Signs of ASCII are the same in every encoding.
_WORD = re.compile(r"[^\s;:,.()/]+")
_Pair = tuple[str, str]


@dataclass(slots=True)
class _Words:
    """The converted pieces and their words, with what the file has for each; which words stand together."""

    pieces: dict[str, list[str]] = field(default_factory=dict)
    printed: dict[str, str] = field(default_factory=dict)
    converted: set[_Pair] = field(default_factory=set)
    kept: set[_Pair] = field(default_factory=set)

    def learn(self, before: str, after: str) -> None:
        was, became = _WORD.findall(before), _WORD.findall(after)
        if before == after:
            self.kept |= _pairs(became)
        elif len(was) == len(became):
            self.pieces[" ".join(became)] = was
            self.converted |= _pairs(became)
            self.printed |= {new: old for new, old in zip(became, was, strict=True) if new != old}

    def printed_for(self, text: str) -> list[str]:
        """What the file has for each word: as the piece says that is this text, else as any does."""
        words = _WORD.findall(text)
        return self.pieces.get(" ".join(words)) or [self.printed.get(word, word) for word in words]

    def is_converted(self, text: str) -> bool:
        """Whether a text was made of converted pieces rather than of those that were Unicode already."""
        pairs = _pairs(_WORD.findall(text))
        changed = len(pairs & self.converted)
        return changed > 0 and changed >= len(pairs & self.kept)


def list_conversions(rows: Iterable[AnnexRow], conversion: Conversion) -> None:
    """Add to each row a repair for every text of it, and every office, that was converted.

    To be called when all other repairs are made: the places are those of the final texts.
    """
    words = _Words()
    for before, after in conversion.pieces:
        words.learn(before, after)
    why = f"chữ theo bảng mã cũ {conversion.encoding}, đã chuyển sang Unicode"
    for row in rows:
        for name in _FIELDS:
            for start, text in _parts(name, row.texts.get(name, "")):
                row.repairs += _repair(name, text, start, words, why)


def _parts(name: str, text: str) -> Iterator[tuple[int, str]]:
    """The pieces of a text that are corrected each by itself, with their places."""
    if name not in _OFFICES:
        yield 0, text
        return
    end = 0
    for office in list_offices(text):
        place = text.find(office, end)
        if place >= 0:
            end = place + len(office)
            yield place, office


def _repair(name: str, text: str, start: int, words: _Words, why: str) -> Iterator[Repair]:
    if not words.is_converted(text):
        return
    pairs = list(zip(_WORD.finditer(text), words.printed_for(text), strict=True))
    changed = [match for match, was in pairs if match[0] != was]
    if not changed:
        return
    first, last = changed[0].start(), changed[-1].end()
    printed = iter([was for match, was in pairs if first <= match.start() < last])
    became = text[first:last]
    yield Repair(name, _WORD.sub(lambda _: next(printed), became), became, start + first, why)


def _pairs(words: list[str]) -> set[_Pair]:
    return set(pairwise([*words, ""]))

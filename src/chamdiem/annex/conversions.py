"""Texts of old encodings that were turned into Unicode: a repair for every cell, undone by itself.

Nothing of such a text is readable before it is converted, so that comes first, for the whole file. Here
each text of a row that was made of converted words is told, with the letters the file has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

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
            others = [repair for repair in row.repairs if repair.field == name]
            for start, text in _parts(name, row.texts.get(name, "")):
                row.repairs += _repairs(name, text, start, words, why, others)


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


def _repairs(
    name: str, text: str, start: int, words: _Words, why: str, others: Sequence[Repair]
) -> Iterator[Repair]:
    """One repair for a text; where words of it were repaired for another reason, one on each side of them."""
    if not words.is_converted(text):
        return
    pairs = list(zip(_WORD.finditer(text), words.printed_for(text), strict=True))
    for _, run in groupby(pairs, key=lambda pair: _others_before(pair[0], start, others)):
        same = list(run)
        changed = [match for match, was in same if match[0] != was]
        if not changed:
            continue
        first, last = changed[0].start(), changed[-1].end()
        printed = [was for match, was in same if first <= match.start() < last]
        yield Repair(name, _in_place(text[first:last], printed), text[first:last], start + first, why)


def _in_place(text: str, printed: Sequence[str]) -> str:
    """The text with these words in place of its own."""
    words = iter(printed)
    return _WORD.sub(lambda _: next(words), text)


def _others_before(match: re.Match[str], start: int, others: Sequence[Repair]) -> tuple[int, bool]:
    """How many repairs end before a word, and whether it is part of one."""
    begin, end = match.start() + start, match.end() + start
    before = sum(each.start + len(each.repaired) <= begin for each in others)
    return before, any(each.start < end and begin < each.start + len(each.repaired) for each in others)


def _pairs(words: list[str]) -> set[_Pair]:
    return set(pairwise([*words, ""]))

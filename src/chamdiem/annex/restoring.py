"""Damaged words of any file made whole: lost letters, look-alikes, split and glued syllables.

All readings of a line are weighed against each other by the words beside them
(shortest way through a lattice). A reading that is not clearly better than the
next is no repair: the text stays and the piece is told.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chamdiem.annex.suspecting import Piece
from chamdiem.annex.vocabulary import LOST_SIGNS, NUMBER, START, Vocabulary, words_in
from chamdiem.core.lint.folding import without_accents
from chamdiem.core.lint.syllables import is_syllable

_CHANGED, _LOST, _LOST_AT_GAP, _NOTHING_AT_GAP, _OTHER_MARK, _WHOLE_WORD_TAKEN = 4, 4, 3, 2, 3, 4
_NEW_PAIR, _SEEN_ONCE, _NEW_START = 5, 2, 3
# How much worse the next reading must be.
_CLEARLY = 4
_MOST_JOINED = 3
# Words that stand in all sentences, so that the words beside them tell little.
_SMALL = frozenset(("và", "về", "vì", "với", "từ", "tự", "để", "đã", "đủ"))
_MARKS = frozenset("abcde")
_Y_AS_I = str.maketrans("yýỳỷỹỵ", "iíìỉĩị")
_GAP = re.compile(" +")


@dataclass(frozen=True, slots=True)
class Mended:
    """A piece of a line put right: what was printed, what it became, where it stands in the new line."""

    printed: str
    repaired: str
    start: int


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read the pieces from ``start`` up to ``end``."""

    start: int
    end: int
    words: tuple[str, ...]
    cost: int
    is_changed: bool


def restore(
    line: str, pieces: Sequence[Piece], vocabulary: Vocabulary
) -> tuple[str, list[Mended], list[str]]:
    """The line made whole, every change, and the pieces that stay damaged."""
    if not any(piece.keeping for piece in pieces):
        return line, [], []
    lattice = _Lattice(line, pieces, vocabulary)
    chosen = [reading for reading in lattice.best() if reading.is_changed]
    sure = [reading for reading in chosen if lattice.is_sure(reading)]
    kept = {place for reading in sure for place in range(reading.start, reading.end)}
    left = [piece for place, piece in enumerate(pieces) if place not in kept]
    doubtful = [piece.text for piece in left if piece.is_fragment or piece.is_strange]
    text, changes, end = "", [], 0
    for reading in sure:
        start, stop = pieces[reading.start].start, pieces[reading.end - 1].end
        text += line[end:start]
        printed = line[start:stop]
        repaired = _cased(
            " ".join(reading.words), printed, is_first=not text.strip() or text.rstrip()[-1] == "."
        )
        changes.append(Mended(printed, repaired, len(text)))
        text, end = text + repaired, stop
    return text + line[end:], changes, doubtful


class _Lattice:
    """All readings of a line, each with the cheapest way up to it and from it on."""

    def __init__(self, line: str, pieces: Sequence[Piece], vocabulary: Vocabulary) -> None:
        self.line, self.pieces, self.vocabulary = line, pieces, vocabulary
        self.readings = [reading for place in range(len(pieces)) for reading in self._from(place)]
        self.starting: dict[int, list[int]] = {}
        self.ending: dict[int, list[int]] = {}
        for number, reading in enumerate(self.readings):
            self.starting.setdefault(reading.start, []).append(number)
            self.ending.setdefault(reading.end, []).append(number)
        self.before, self.previous = self._forward()
        self.behind = self._backward()

    def best(self) -> list[_Reading]:
        """The cheapest way through the line."""
        last = self.ending.get(len(self.pieces))
        number = min(last, key=lambda each: self.before[each]) if last else -1
        way = []
        while number >= 0:
            way.append(self.readings[number])
            number = self.previous[number]
        return way[::-1]

    def is_sure(self, reading: _Reading) -> bool:
        """Whether the words beside it speak for a reading, and no other one comes near it."""
        number = self.readings.index(reading)
        own = self.before[number] + self.behind[number]
        rivals = [
            self.before[each] + self.behind[each]
            for each, other in enumerate(self.readings)
            if other.start < reading.end and reading.start < other.end and not _is_same(other, reading)
        ]
        return (
            self._is_backed(number)
            and not self._may_be_a_mark(reading)
            and not self._may_be_another(reading)
            and all(rival - own >= _CLEARLY for rival in rivals)
        )

    def _is_backed(self, number: int) -> bool:
        reading = self.readings[number]
        words = [*reading.words]
        letters, _ = _letters(self.pieces[reading.start : reading.end])
        if len(words) == 1 and letters == words[0] and len(letters) > 3:
            return True
        if self.previous[number] >= 0 and self._is_joined(reading.start):
            words.insert(0, self.readings[self.previous[number]].words[-1])
        following = self.starting.get(reading.end, ())
        if following and self._is_joined(reading.end):
            words.append(self.readings[following[0]].words[0])
            if any(
                (reading.words[-1], self.readings[each].words[0]) in self.vocabulary.pairs
                for each in following
            ):
                return True
        return any(pair in self.vocabulary.pairs for pair in itertools.pairwise(words))

    def _may_be_another(self, reading: _Reading) -> bool:
        """Whether another small word fits the same letters: what stands beside it tells too little."""
        letters, _ = _letters(self.pieces[reading.start : reading.end])
        if len(reading.words) > 1 or reading.words[0] not in _SMALL or letters == reading.words[0]:
            return False
        return len(_SMALL & self.vocabulary.remains.get(letters, frozenset())) > 1

    def _may_be_a_mark(self, reading: _Reading) -> bool:
        """Whether a lone letter ends the line, as one that counts does: "Tỷ lệ xã c"."""
        is_last = reading.end == len(self.pieces) and reading.start == reading.end - 1
        return is_last and self.pieces[reading.start].text in _MARKS

    def _is_joined(self, place: int) -> bool:
        """Whether only spaces stand in front of a piece."""
        return place > 0 and self._gap(place).isspace()

    def _gap(self, place: int) -> str:
        return self.line[self.pieces[place - 1].end : self.pieces[place].start]

    def _from(self, place: int) -> Iterator[_Reading]:
        """The piece itself, and what it may be together with the pieces behind it."""
        piece = self.pieces[place]
        word = NUMBER if piece.text.isdigit() else piece.text.casefold()
        yield _Reading(place, place + 1, (word,), piece.keeping, is_changed=False)
        for end in range(place + 1, min(place + 1 + _MOST_JOINED, len(self.pieces) + 1)):
            if end > place + 1 and not _GAP.fullmatch(self._gap(end - 1)):
                return
            own = self.pieces[place:end]
            if any(each.keeping for each in own) and not any(each.text[0].isdigit() for each in own):
                yield from self._whole(place, end)

    def _whole(self, start: int, end: int) -> Iterator[_Reading]:
        own = self.pieces[start:end]
        letters, signs = _letters(own)
        # A word that is one already is not part of another as easily.
        base = _CHANGED + _WHOLE_WORD_TAKEN * sum(not each.keeping and len(each.text) > 2 for each in own)
        is_joined = end - start > 1 and not signs and letters in self.vocabulary.words
        for word in self._likeliest(self.vocabulary.remains.get(letters)):
            if is_joined and word != letters and not _lost_between(own, word):
                continue
            lost, gaps = len(word) - len(letters), end - start - 1 + signs
            if lost >= signs and (lost or gaps) and (len(letters) > lost or lost < 2):
                cost = _LOST_AT_GAP * min(lost, gaps) + _LOST * max(0, lost - gaps)
                cost += _NOTHING_AT_GAP * max(0, gaps - lost)
                yield _Reading(start, end, (word,), base + cost, is_changed=True)
        if end - start > 2 or signs:
            return
        if end - start == 1 and not is_syllable(letters):
            for word in self._likeliest(self.vocabulary.unmarked.get(without_accents(letters))):
                if word != letters:
                    yield _Reading(start, end, (word,), base + _OTHER_MARK, is_changed=True)
        for words in words_in(letters, self.vocabulary) if not is_syllable(letters) else ():
            if not _keeps_a_piece(own, words):
                yield _Reading(start, end, words, base + _OTHER_MARK * (end - start - 1), is_changed=True)
        yield from self._glued(start, end, letters, base)

    def _likeliest(self, words: frozenset[str] | None) -> list[str]:
        """Words in an order that does not change, the most frequent first."""
        return sorted(words or (), key=lambda word: (-self.vocabulary.words.get(word, 0), word))

    def _glued(self, start: int, end: int, letters: str, base: int) -> Iterator[_Reading]:
        """Two words without a space between, one of which lacks a letter: "qu ếtđúng"."""
        for place in range(2, len(letters) - 1) if len(letters) > 5 else ():
            one, other = letters[:place], letters[place:]
            ways = [
                (word, other)
                for word in self._likeliest(self.vocabulary.remains.get(one))
                if len(word) == place + 1
            ]
            if other not in self.vocabulary.words:
                ways = []
            if one in self.vocabulary.words:
                lacking = self._likeliest(self.vocabulary.remains.get(other))
                ways += [(one, word) for word in lacking if len(word) == len(other) + 1]
            for way in ways:
                if way in self.vocabulary.pairs and not _keeps_a_piece(self.pieces[start:end], way):
                    yield _Reading(start, end, way, base + _LOST, is_changed=True)

    def _step(self, one: _Reading, other: _Reading) -> int:
        before = one.words[-1] if self._is_joined(other.start) else START
        return self._pair(before, other.words[0])

    def _pair(self, before: str, word: str) -> int:
        count = self.vocabulary.pairs.get((before, word), 0)
        if count:
            return _SEEN_ONCE if count == 1 else 0 if count > 4 else 1
        return _NEW_START if before == START else _NEW_PAIR

    def _inside(self, reading: _Reading) -> int:
        pairs = zip(reading.words, reading.words[1:], strict=False)
        return reading.cost + sum(self._pair(*pair) for pair in pairs)

    def _forward(self) -> tuple[list[int], list[int]]:
        before, previous = [0] * len(self.readings), [-1] * len(self.readings)
        # Readings are made in the order of their starts, so the ways up to them are known.
        for number, reading in enumerate(self.readings):
            ways = [
                (before[each] + self._step(self.readings[each], reading), each)
                for each in self.ending.get(reading.start, ())
            ]
            first = (self._pair(START, reading.words[0]), -1)
            cost, previous[number] = min(ways) if ways else first
            before[number] = cost + self._inside(reading)
        return before, previous

    def _backward(self) -> list[int]:
        behind = [0] * len(self.readings)
        for number in range(len(self.readings) - 1, -1, -1):
            reading = self.readings[number]
            behind[number] = min(
                (
                    self._step(reading, self.readings[each])
                    + self._inside(self.readings[each])
                    + behind[each]
                    for each in self.starting.get(reading.end, ())
                ),
                default=0,
            )
        return behind


def _keeps_a_piece(pieces: Sequence[Piece], words: Sequence[str]) -> bool:
    """Whether words begin where the second of several pieces does, or the last: then these are read alone."""
    first, last = pieces[0].text.casefold(), pieces[-1].text.casefold()
    ways = ((words[:place], words[place:]) for place in range(1, len(words)))
    return len(pieces) > 1 and any(first == "".join(one) or last == "".join(other) for one, other in ways)


def _lost_between(pieces: Sequence[Piece], word: str) -> bool:
    """Whether a word lost its letters where it is parted: "trường" in "trư ng", not "thông" in "th ôn"."""
    parts = [re.escape(piece.text.casefold()) for piece in pieces]
    return re.fullmatch(".*".join(parts), word) is not None


def _is_same(one: _Reading, other: _Reading) -> bool:
    """Whether two readings are one, spelled alike or in the two ways that are both right: tỷ, tỉ."""
    is_alike = (one.start, one.end, one.is_changed) == (other.start, other.end, other.is_changed)
    return is_alike and [_with_i(word) for word in one.words] == [_with_i(word) for word in other.words]


def _with_i(word: str) -> str:
    return word.translate(_Y_AS_I)


def _letters(pieces: Sequence[Piece]) -> tuple[str, int]:
    """The letters of pieces in lower case, and how many signs stand for lost ones."""
    whole = "".join(piece.text for piece in pieces).casefold()
    letters = "".join(letter for letter in whole if letter not in LOST_SIGNS)
    return letters, len(whole) - len(letters)


def _cased(repaired: str, printed: str, *, is_first: bool) -> str:
    bare = "".join(letter for letter in printed if letter != " " and letter not in LOST_SIGNS)
    if len(bare) > 1 and bare.isupper():
        return repaired.upper()
    if repaired.replace(" ", "") == bare.casefold():
        left = iter(bare)
        return "".join(letter if letter == " " else next(left) for letter in repaired)
    is_begun = repaired[:1] == bare[:1].casefold()
    if bare[:1].isupper() or (is_first and not is_begun):
        return repaired[:1].upper() + repaired[1:]
    return repaired

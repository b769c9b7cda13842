"""Letters a PDF lost, each leaving a space, put back: the likeliest words over all ways to fill the gaps.

Nothing is certain here: every change is listed, and what no word of the
lexicon explains stays as it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from chamdiem.annex.lexicon import load_lexicon
from chamdiem.annex.losses import Loss, bare_word, is_name, stripped
from chamdiem.core.lint.syllables import is_syllable

_PIECE = re.compile(r"( *)([^ ]+)")
# Costs; a word that is none costs more than two letters put back.
_UNKNOWN, _NO_WORD, _NEW_PAIR, _LETTER, _LETTER_ALONE, _IDLE_SPACE, _RARE = 5, 13, 3, 4, 2, 3, 1
_WIDTH = 60
_MOST_GAP = 5


@dataclass(frozen=True, slots=True)
class Change:
    """A word put together: what was printed, what it became, and where it stands in the new text."""

    printed: str
    repaired: str
    start: int


@dataclass(frozen=True, slots=True)
class _Word:
    """One word of a way to read the text; ``before`` is the way up to it."""

    before: _Word | None
    text: str
    printed: str
    is_changed: bool
    cost: int


@dataclass(frozen=True, slots=True)
class _Way:
    """A way to read the text so far: finished words, and the one that may go on."""

    done: _Word | None
    part: str
    printed: str
    is_changed: bool
    cost: int


def fill(text: str, lost: Loss) -> tuple[str, list[Change]]:
    """The text with lost letters put back, and every change."""
    pieces = [(len(match[1]), match[2]) for match in _PIECE.finditer(text)]
    if not pieces:
        return text, []
    ways = [_Way(None, "", "", is_changed=False, cost=0)]
    for gap, piece in pieces:
        found = [way for way in ways for way in _continued(way, gap, piece, lost)]
        found.sort(key=lambda way: way.cost + _cost(way.part, "") // 2)
        ways = _distinct(found)[:_WIDTH]
    trailing = len(text) - len(text.rstrip(" "))
    ended = [_ended(way) for way in _with_ending(ways, trailing, lost)]
    return _told(min(ended, key=lambda way: way.cost).done)


def _continued(way: _Way, gap: int, piece: str, lost: Loss) -> Iterator[_Way]:
    """All ways to go on over a gap of spaces to the next piece."""
    gap = min(gap, _MOST_GAP)
    if way.done is None and not way.part:
        yield _Way(None, piece, piece, is_changed=False, cost=_IDLE_SPACE * gap)
        if gap:
            yield from _begun(way, piece, lost, 0)
        return
    # Behind punctuation and in front of an item spaces mean little.
    idle = 1 if way.part[-1:] in ".,;:)-" or not piece[0].islower() else _IDLE_SPACE
    yield _next(_ended(way), piece, cost=idle * (gap - 1))
    if gap == 1:
        for letter in _fitting(way.part, piece, lost):
            text, printed = f"{way.part}{letter}{piece}", f"{way.printed} {piece}"
            yield _Way(way.done, text, printed, is_changed=True, cost=way.cost + _LETTER)
        return
    yield from _begun(_ended(way), piece, lost, gap - 2)
    yield from _alone(_ended(way), piece, gap - 2, lost)
    for alone in _lost_words(_ended(way), gap - 3, lost):
        # "có ý kiến": a word all of whose letters are lost, and the first letter of the next.
        yield from _begun(alone, piece, lost, 0)
    for ended in _completed(way, lost):
        yield _next(ended, piece, cost=_IDLE_SPACE * (gap - 2))
        if gap > 2:
            yield from _begun(ended, piece, lost, gap - 3)
            yield from _alone(ended, piece, gap - 3, lost)


def _completed(way: _Way, lost: Loss) -> Iterator[_Way]:
    """The word so far with its lost last letter; a number may have lost its sign of percent."""
    signs = {"%"} if way.part[-1:].isdigit() else set()
    for letter in sorted(lost.letters | signs):
        longer = f"{way.part}{letter}"
        if letter == "%" or _is_word(longer):
            cost = way.cost + (0 if letter == "%" else _LETTER)
            yield _ended(_Way(way.done, longer, f"{way.printed} ", is_changed=True, cost=cost))


def _begun(way: _Way, piece: str, lost: Loss, idle: int) -> Iterator[_Way]:
    """A new word that lost its first letter."""
    for letter in lost.beginning:
        text = f"{letter}{piece}"
        if _begins(text) or bare_word(text) in lost.own_words:
            cost = way.cost + _LETTER + _IDLE_SPACE * max(0, idle) + letter.isupper()
            yield _Way(way.done, text, f" {piece}", is_changed=True, cost=cost)
    if idle < 1:
        return
    for one, other in product(sorted(lost.letters), repeat=2):
        text = f"{one}{other}{piece}"
        if _is_word(text):
            cost = way.cost + 2 * _LETTER + _IDLE_SPACE * (idle - 1)
            yield _Way(way.done, text, f"  {piece}", is_changed=True, cost=cost)


def _alone(way: _Way, piece: str, length: int, lost: Loss) -> Iterator[_Way]:
    """A word between two spaces all of whose letters are lost: "ký"."""
    for ended in _lost_words(way, length, lost):
        yield _next(ended, piece, cost=0)


def _lost_words(way: _Way, length: int, lost: Loss) -> Iterator[_Way]:
    for word in _words_of(lost.letters, length):
        cost = way.cost + _LETTER_ALONE * length
        yield _ended(_Way(way.done, word, " " * length, is_changed=True, cost=cost))


def _with_ending(ways: list[_Way], trailing: int, lost: Loss) -> Iterator[_Way]:
    """The ways as they are, and with a last letter that only left a space."""
    for way in ways:
        yield way
        if trailing and not _is_word(way.part):
            for letter in sorted(lost.letters):
                if _is_word(f"{way.part}{letter}"):
                    text, printed = f"{way.part}{letter}", f"{way.printed} "
                    yield _Way(way.done, text, printed, is_changed=True, cost=way.cost + _LETTER)


def _next(way: _Way, piece: str, cost: int) -> _Way:
    return _Way(way.done, piece, piece, is_changed=False, cost=way.cost + cost)


def _ended(way: _Way) -> _Way:
    before = way.done.text if way.done is not None else ""
    cost = _cost(way.part, before)
    is_known = _is_word(way.part) or is_name(stripped(way.part)) or "%" in way.part
    if way.is_changed and not is_known:
        cost += _NO_WORD
    word = _Word(way.done, way.part, way.printed, way.is_changed, way.cost + cost)
    return _Way(word, "", "", is_changed=False, cost=way.cost + cost)


@lru_cache(maxsize=200_000)
def _cost(word: str, before: str) -> int:
    """What a word costs after another one."""
    bare = bare_word(word)
    if not bare or not bare.replace("-", "").isalpha():
        return 0
    lexicon = load_lexicon()
    if count := lexicon.words.get(bare, 0):
        rare = _RARE if count < 3 else 0
        return rare + (0 if (bare_word(before), bare) in lexicon.pairs else _NEW_PAIR)
    if is_name(stripped(word)):
        return 1
    return _UNKNOWN + _NEW_PAIR if is_syllable(bare) else _NO_WORD


def _fitting(part: str, piece: str, lost: Loss) -> Iterator[str]:
    if not (part[-1:].isalpha() or part[-1:] in ("(", "/")) or not piece[:1].isalpha():
        return
    for letter in sorted(lost.letters):
        if _begins(f"{part}{letter}{piece}"):
            yield letter
    if part.isupper() and piece.isupper():
        for letter in sorted(lost.capitals):
            if _is_word(f"{part}{letter}{piece}"):
                yield letter.upper()


def _begins(text: str) -> bool:
    return bare_word(text) in load_lexicon().beginnings


def _is_word(text: str) -> bool:
    return bare_word(text) in load_lexicon().words


@lru_cache(maxsize=64)
def _words_of(lost: frozenset[str], length: int) -> tuple[str, ...]:
    """Words all of whose letters are lost ones: "ký"."""
    return tuple(word for word in sorted(load_lexicon().words) if len(word) == length and set(word) <= lost)


def _distinct(ways: list[_Way]) -> list[_Way]:
    """The cheapest of all ways that go on alike."""
    known: dict[tuple[str, str], _Way] = {}
    for way in ways:
        known.setdefault((way.done.text if way.done else "", way.part), way)
    return list(known.values())


def _told(last: _Word | None) -> tuple[str, list[Change]]:
    words: list[_Word] = []
    while last is not None:
        words.append(last)
        last = last.before
    text, changes = "", []
    for word in reversed(words):
        text += " " if text else ""
        if word.is_changed:
            changes.append(Change(word.printed, word.text, len(text)))
        text += word.text
    return text, changes

"""Which letters a damaged text lost, and which of its pieces are no words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from chamdiem.annex.lexicon import load_lexicon
from chamdiem.core.lint.syllables import is_syllable

_SIGNS_INSIDE = re.compile(r"[/(]")
_INNER = re.compile(r"^(\W*)(.*?)(\W*)$", re.DOTALL)
_FEWEST_VOTES, _FEWEST_IN_ALL = 3, 15


@dataclass(frozen=True, slots=True)
class Loss:
    """What a file lost: letters, capitals at the beginning of words; and names it kept elsewhere."""

    letters: frozenset[str] = frozenset()
    capitals: frozenset[str] = frozenset()
    own_words: frozenset[str] = frozenset()

    @property
    def beginning(self) -> tuple[str, ...]:
        """The letters a word may have lost at its beginning, as they are written."""
        return (*sorted(self.letters), *sorted({each.upper() for each in self.letters | self.capitals}))


def find_loss(damaged: Iterable[str], texts: Iterable[str]) -> Loss | None:
    """What damaged texts lack although the words of the field are full of it; None if it is not certain."""
    damaged = list(damaged)
    lower = Counter(letter for text in damaged for letter in text.casefold() if letter.isalpha())
    total, expected = sum(lower.values()), _expected()
    whole = sum(expected.values()) or 1
    votes = _votes(damaged)
    letters = {
        letter
        for letter, count in expected.items()
        if (count * total // whole >= 2 and lower[letter] * 8 * whole < count * total)
        or (votes[letter] >= _FEWEST_VOTES and lower[letter] * 2 * whole < count * total)
    }
    names = Counter(bare_word(word) for text in texts for word in text.split() if is_name(stripped(word)))
    own = frozenset(word for word, count in names.items() if count > 1 and len(word) > 3)
    is_certain = sum(votes[letter] for letter in letters) >= _FEWEST_IN_ALL
    return Loss(frozenset(letters), _lost_capitals(damaged, own), own) if is_certain else None


def _lost_capitals(texts: Iterable[str], own: frozenset[str]) -> frozenset[str]:
    """Letters that, put in front of a fragment, make a word or a name of the document."""
    votes: Counter[str] = Counter()
    words = load_lexicon().words
    for text in texts:
        for word in {bare_word(each) for each in text.split()}:
            if word not in words and is_fragment(word):
                votes.update(c for c in "bcdđghiklmnpqrstvxf" if f"{c}{word}" in words or f"{c}{word}" in own)
    return frozenset(letter for letter, count in votes.items() if count >= _FEWEST_VOTES)


@cache
def _expected() -> Counter[str]:
    """How often each letter stands in the words of the field."""
    expected: Counter[str] = Counter()
    for word, count in load_lexicon().words.items():
        for letter in word:
            expected[letter] += count
    return expected


def _votes(texts: Iterable[str]) -> Counter[str]:
    """For each letter, how many fragments it would make a word that goes with the word before."""
    votes: Counter[str] = Counter()
    pairs = load_lexicon().pairs
    for text in texts:
        words = [bare_word(word) for word in text.split()]
        for before, word in pairwise(words):
            if word.isalpha() and is_fragment(word):
                votes.update(letter for letter in _expected() if (before, f"{word}{letter}") in pairs)
    return votes


def is_damaged(text: str) -> bool:
    """Whether pieces of the text are no words, as where letters fell out."""
    words = text.split()
    return any(
        is_fragment(word) and not _is_letter(word, words[place + 1] if place + 1 < len(words) else "")
        for place, word in enumerate(words)
    )


def _is_letter(word: str, after: str) -> bool:
    """Whether a single letter names a figure: "a =", "b)", "a/b"; not what is left of a word: "lần/n"."""
    if any(len(part) > 1 for part in _SIGNS_INSIDE.split(stripped(word))):
        return False
    return len(bare_word(word)) == 1 and (
        len(word) > 1 or after[:1] in ("=", "/", "+", "*", "x", ":", "là", "")
    )


@lru_cache(maxsize=200_000)
def bare_word(word: str) -> str:
    """The letters of a word: without signs around it, behind the last bracket or stroke in it."""
    return _SIGNS_INSIDE.split(stripped(word))[-1].casefold()


def stripped(word: str) -> str:
    """A word without the signs around it."""
    match = _INNER.match(word)
    return match[2] if match else word


def is_name(word: str) -> bool:
    """Short forms and names in Latin letters: UBND, Hue-S, Internet."""
    if len(word) < 2 or not word[0].isupper():
        return False
    return len(word) > 3 or not word[1:].islower() or is_syllable(word.casefold())


def is_fragment(word: str) -> bool:
    """Whether a piece between spaces is no word at all."""
    bare = bare_word(word)
    if not bare.replace("-", "").isalpha() or is_name(stripped(word)):
        return False
    return bare not in load_lexicon().words and not is_syllable(bare)

"""Words that lack a letter and have a gap in its place: ``ngư i``, ``đ ợc``, ``nhữ g``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import chain

from chamdiem.core.lint.lexicon import COMMON, pairs
from chamdiem.core.lint.syllables import is_syllable

# A vowel that is no word by itself, and no letter people count or call figures by.
_VOWEL_ALONE = re.compile(r"[iuươâă](?<=[^\W\d_] .)(?=[\s.,;:)]|$)")
_HALVES = re.compile(r"(?<![^\s(])(?P<left>[^\W\d_]{1,5}) (?=(?P<right>[^\W\d_]{1,5})(?![^\s.,;:)]))")
# "c a" may be two figures.
_FEWEST_LETTERS = 3


def has_vowel_alone(text: str) -> bool:
    """Whether a vowel stands alone that is no word."""
    return bool(_VOWEL_ALONE.search(text))


def close_gaps(text: str) -> tuple[str, list[str]]:
    """The text with every gap closed that one known word closes, and no other; and what was changed.

    Example:
        >>> close_gaps("Số ngư i đ ợc tập huấn")
        ('Số người được tập huấn', ['ngư i → người', 'đ ợc → được'])
    """
    changes: list[str] = []
    place = 0
    result = []
    for match in _HALVES.finditer(text):
        left, right = match["left"], match["right"]
        meant = _with_gaps().get((left.casefold(), right.casefold()), ())
        if match.start() < place or len(meant) != 1 or not _is_broken(left, right):
            continue
        word = meant[0].capitalize() if left[0].isupper() else meant[0]
        result += [text[place : match.start()], word]
        changes.append(f"{left} {right} → {word}")
        place = match.end("right")
    return "".join((*result, text[place:])), changes


def _is_broken(left: str, right: str) -> bool:
    """Whether one of two pieces is no word, and neither is an abbreviation."""
    if len(left + right) < _FEWEST_LETTERS or not right.islower() or left[1:] != left[1:].lower():
        return False
    return any(len(each) == 1 or not is_syllable(each.casefold()) for each in (left, right))


@cache
def _with_gaps() -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The two pieces of a word without one of its inner letters → the words they may be of."""
    found: dict[tuple[str, str], dict[str, None]] = {}
    for word in (*COMMON, *chain.from_iterable(pairs())):
        for place in range(1, len(word) - 1):
            found.setdefault((word[:place], word[place + 1 :]), {})[word] = None
    return {pieces: tuple(words) for pieces, words in found.items()}

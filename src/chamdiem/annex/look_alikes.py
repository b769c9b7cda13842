"""Letters typed for others that look the same, as Cyrillic or figures; and figures glued to a word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator

from chamdiem.annex.mistyped import find_mistyped
from chamdiem.annex.vocabulary import is_whole
from chamdiem.core.lint.characters import LOOK_ALIKES
from chamdiem.core.lint.syllables import is_syllable

_RUN = re.compile(r"[^\W_]+")
_ALIKE = str.maketrans(LOOK_ALIKES)
# What old programs write for "ư": the word is certain, and nothing else of the text is damaged.
_OLD_LETTERS = str.maketrans("ƣƢ", "ưƯ")
# A letter of languages of the highlands too: wrong only where it makes a Vietnamese word none.
_CROSSED = str.maketrans("ƀɃ", "bB")
_FIGURES = str.maketrans("01", "ol")
_LETTERS = str.maketrans("OoQlIi", "000111")
_LIKE_ELL = "iíìỉĩịIÍÌỈĨỊ"
_GLUED = re.compile(r"([^\W\d_A-Z]{2,})(\d+)")
_FIGURE = re.compile(r"(?:\d[\dOolI]*[OolI][\dOolI]*|[OolI][\dOolI]*\d[\dOolI]*|O)(?=\s?%|\s?(?:điểm|đ)\b)")


def find_look_alikes(line: str, words: Container[str]) -> Iterator[tuple[int, int, str]]:
    """Start, end and right spelling of every run that is certainly meant otherwise."""
    mistyped = sorted(find_mistyped(line))
    taken = {place for start, end, _ in mistyped for place in range(start, end)}
    yield from sorted([*mistyped, *(each for each in _alike(line, words) if each[0] not in taken)])


def _alike(line: str, words: Container[str]) -> Iterator[tuple[int, int, str]]:
    for match in _RUN.finditer(line):
        meant = _meant(match[0], words)
        if meant == match[0] and _FIGURE.match(line, match.start()):
            figure = _FIGURE.match(line, match.start())
            meant = figure[0].translate(_LETTERS) + match[0][len(figure[0]) :] if figure else meant
        if meant != match[0]:
            yield match.start(), match.end(), meant


def as_meant(text: str) -> str:
    """A text with the letters of old programs as they are meant."""
    return text.translate(_OLD_LETTERS)


def is_typed_otherwise(printed: str, repaired: str) -> bool:
    """Whether a change only writes letters of an old program as they are meant."""
    return as_meant(printed) == repaired


def _meant(run: str, words: Container[str]) -> str:
    strange = [letter for letter in run if letter in LOOK_ALIKES]
    others = [letter for letter in run if letter not in LOOK_ALIKES]
    if strange and (all(letter in LOOK_ALIKES for letter in run) or all(map(_is_latin, others))):
        return run.translate(_ALIKE)
    if (crossed := run.translate(_CROSSED)) != run and crossed.casefold() in words:
        return crossed
    if (glued := _GLUED.fullmatch(run)) and not glued[1].isascii() and glued[1] in words:
        return f"{glued[1]} {glued[2]}"
    if (ell := _with_ell(run)) != run and ell.casefold() in words:
        return ell
    has_both = any(each.isdigit() for each in run) and any(each.islower() for each in run)
    swapped = run.translate(_FIGURES)
    is_word = swapped.casefold() in words or (not swapped.isascii() and is_whole(swapped.casefold()))
    return swapped if has_both and swapped.isalpha() and len(run) > 1 and is_word else run


def _with_ell(run: str) -> str:
    """A run that begins like an "i" and can be no word, with an "l" there: "ỉệ" is "lệ"."""
    if len(run) < 2 or run.isascii() or run[0] not in _LIKE_ELL or is_syllable(run.casefold()):
        return run
    return f"{'L' if run.isupper() else 'l'}{run[1:]}"


def _is_latin(letter: str) -> bool:
    return letter.isdigit() or unicodedata.name(letter, "").startswith("LATIN")

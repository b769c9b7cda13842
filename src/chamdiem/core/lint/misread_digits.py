"""Digits read for letters and letters for digits, as scans give them: ``c0 quan``, ``L4N``, ``8O%``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from chamdiem.core.lint.folding import without_accents
from chamdiem.core.lint.lexicon import ACRONYMS, compounds

_MIXED = re.compile(r"(?<![\w.,/-])(?=\w*\d)(?=\w*[^\W\d_])[^\W_]{2,12}(?![\w/-])")
_NUMBER = re.compile(r"(?<![\w.,/-])(?=[\dOolI]*\d)(?=[\dOolI]*[OolI])[\dOolI]{2,6}(?=\s*%)")
_AS_LETTERS = {"0": "o", "1": "il", "3": "e", "4": "a", "5": "s", "8": "b"}
_AS_DIGITS = str.maketrans("OolI", "0011")
_WORDS_TEXT = """
internet website zalo facebook wifi email online cloud smartphone camera lan wan iot
"""
_WORDS = frozenset((*_WORDS_TEXT.split(), *(without_accents(each).casefold() for each in ACRONYMS)))


def misread_digits(text: str) -> Iterator[tuple[str, str]]:
    """What is printed and what is meant, where a known word or a percentage tells it.

    Example:
        >>> list(misread_digits("c0 quan có mạng L4N đạt 8O%, mạng 4G, B2B"))
        [('8O', '80'), ('c0 quan', 'cơ quan'), ('L4N', 'LAN')]
    """
    for match in _NUMBER.finditer(text) if "%" in text else ():
        yield match.group(), match.group().translate(_AS_DIGITS)
    for match in _MIXED.finditer(text):
        after = text[match.end() :].split()[:1]
        found = next(filter(None, (_meant(word, after) for word in _readings(match.group()))), None)
        if found is not None:
            yield (f"{match.group()} {after[0]}", found) if " " in found else (match.group(), found)


def _readings(word: str) -> Iterator[str]:
    """The word with each digit read as a letter; none where a digit looks like none."""
    ways = [_AS_LETTERS.get(sign, "") if sign.isdigit() else sign for sign in word]
    for letters in product(*ways) if all(ways) else ():
        read = "".join(letters)
        yield read.upper() if word.upper() == word and len(word) > 2 else read


def _meant(word: str, after: list[str]) -> str | None:
    """The known word a reading is, or the compound it makes with the word after it."""
    plain = without_accents(word).casefold()
    if plain in _WORDS:
        return word
    if after:
        following = after[0].strip(".,;:()").casefold()
        pairs = compounds().get((plain, without_accents(following)), ())
        meant = next((pair for pair in pairs if pair[1] == following), None)
        if meant is not None:
            return " ".join(meant)
    return None

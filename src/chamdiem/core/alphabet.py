"""The order of the Vietnamese alphabet: letters first, tones among equal letters.

*đ* follows *d* and *ơ* follows *ô*, as in every printed list. Databases order by code
points unless they were built with a collation for Vietnamese, and not all are; so the
order is one table, read by Python here and by the database in ``chamdiem.web.ordering``.
"""

from __future__ import annotations

import string
import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_VOWELS = frozenset("aăâeêioôơuưy")
# Ngang, huyền, hỏi, ngã, sắc, nặng: the order in which tones follow each other.
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_PLACES = (string.ascii_uppercase + string.ascii_lowercase)[: len(_LETTERS)]
# Before everything that names are written with: a shorter name precedes what continues it.
SEPARATOR = "\x01"


def _tables() -> tuple[str, str, str]:
    written, places, tones = "", "", ""
    for letter, place in zip(_LETTERS, _PLACES, strict=True):
        for number, mark in enumerate(_TONES if letter in _VOWELS else _TONES[:1]):
            small = unicodedata.normalize("NFC", letter + mark)
            written += small + small.upper()
            places += place * 2
            tones += str(number) * 2
    return written, places, tones


# Every letter with every tone, small and capital; the place of each in the alphabet, and its tone.
WRITTEN, PLACES, TONES = _tables()
_BY_PLACE = str.maketrans(WRITTEN, PLACES)
_BY_TONE = str.maketrans(WRITTEN, TONES)


def alphabetical(text: str) -> str:
    """What to sort a name by, as ``sorted(names, key=alphabetical)``.

    Example:
        >>> sorted(["Xã Đắk Nhoong", "Thác Bạc", "Xã Dơi", "Thạc Bắc"], key=alphabetical)
        ['Thác Bạc', 'Thạc Bắc', 'Xã Dơi', 'Xã Đắk Nhoong']
    """
    composed = unicodedata.normalize("NFC", text)
    return composed.translate(_BY_PLACE) + SEPARATOR + composed.translate(_BY_TONE)

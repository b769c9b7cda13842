"""Words without case, accents and punctuation, for comparing what people wrote."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"\w+")
# Enough for the texts that the checks of one row, and of its neighbours, fold again.
_KEPT = 256
# Enough for the names, labels and methods of a set, which several checks compare.
_FOLDED = 2048


def _accents() -> dict[int, int | None]:
    """Every Vietnamese letter → its plain letter; marks of their own → nothing."""
    table = {ord("đ"): ord("d"), ord("Đ"): ord("D")}
    for code in (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)):
        plain = unicodedata.normalize("NFD", chr(code))[0]
        if plain.isascii() and plain.isalpha():
            table[code] = ord(plain)
    # Marks that stand after their letter go: both those that NFC could join to it and those it could not.
    return {**table, **dict.fromkeys(range(0x300, 0x370))}


_PLAIN = _accents()


@lru_cache(maxsize=_KEPT)
def without_accents(text: str) -> str:
    """``Cổng`` as ``Cong``, however its accents are written: in the letter, or after it in any order."""
    return unicodedata.normalize("NFC", text).translate(_PLAIN)


@lru_cache(maxsize=_FOLDED)
def fold(text: str) -> str:
    """Words in lower case without accents, joined by single spaces.

    Example:
        >>> fold("Văn phòng HĐND&UBND  huyện")
        'van phong hdnd ubnd huyen'
    """
    return " ".join(_WORD.findall(without_accents(text).casefold()))


def words(text: str) -> list[str]:
    """Words in lower case, accents kept."""
    return _WORD.findall(text.casefold())

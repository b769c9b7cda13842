"""Words of place names that look like misprints: names from other languages of the country, names like words.

Collected from the list of administrative units of 2025 and the districts before it; a test holds
them against the list.
"""

from __future__ import annotations

_WORDS_TEXT = """
Mứn Uông Đakrông Avương Êê Dêê Đal Sơmei Păh Khươl SRó Krêl Tôr Púch Pưh Khăl Nuôl Cuôr Pơng Dliê Păl
Knuếc Kmăl Tẻh Pék Dơk
"""
_WORDS = frozenset(_WORDS_TEXT.split())
# Two words of a name that differ from a well-known word by an accent.
_PAIRS_TEXT = """
Văn Bàn, Văn Thụ, Hải Hòa, Xã Hồi, Tương Dương, Phú Lợi, Hội Đông, Gia Định, Đại Điền, Trường Thành
"""
_PAIRS = frozenset(" ".join(pair.split()) for pair in _PAIRS_TEXT.split(","))


def is_place_word(word: str) -> bool:
    """Whether a word that can be no Vietnamese syllable belongs to a place name: Đắk, Búk, Păh.

    Example:
        >>> is_place_word("Đắk"), is_place_word("đắk"), is_place_word("Mứn")
        (True, False, True)
    """
    # In these languages words end in k: Đắk, Lắk, Ngọk.
    return word in _WORDS or (word.istitle() and word.endswith("k") and 2 < len(word) < 6)


def is_place_pair(pair: str) -> bool:
    """Whether two words, as they are printed, are part of a place name."""
    return pair in _PAIRS

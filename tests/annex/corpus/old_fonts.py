"""Texts as they were typed for fonts of the old encodings TCVN3 and VNI."""

from __future__ import annotations

from collections.abc import Callable

from chamdiem.core.lint.old_encodings import from_tcvn3, from_vni

_LATIN = [chr(code) for code in range(0xA1, 0x100)]
_VOWELS = "aeiouyôö"


def typed_in(encoding: str, text: str) -> str:
    """The text in ``tcvn3`` or ``vni``; any other name leaves it as it is."""
    if encoding == "tcvn3":
        table = _table(_LATIN, from_tcvn3)
        # Capitals are the same signs in another font.
        return text.translate({**{ord(chr(code).upper()): sign for code, sign in table.items()}, **table})
    if encoding == "vni":
        pairs = [f"{letter}{mark}" for letter in _VOWELS for mark in _LATIN]
        table = _table([*_LATIN, *pairs], from_vni)
        table = {code: sign for code, sign in table.items() if chr(code) not in "íì"}
        return text.translate(
            {**{ord(chr(code).upper()): sign.upper() for code, sign in table.items()}, **table}
        )
    return text


def _table(signs: list[str], read: Callable[[str], str]) -> dict[int, str]:
    """Each small Vietnamese letter with the signs that are read as it; of two, the shorter."""
    found: dict[int, str] = {}
    for sign in signs:
        letter = read(sign)
        if len(letter) == 1 and letter != sign and letter.islower():
            found.setdefault(ord(letter), sign)
    return found

"""A quick look at all pages of a PDF: on which of them a line holds hardly more than a mark of secrecy."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pypdfium2

# TUYỆT MẬT has so many letters. The letters of a stamp may come in another order, or some on a line of
# their own; the vowel of MẬT is among them in any case.
_MOST_LETTERS = 8
_MOST_PAGES = 20


def find_pages(data: bytes, *, after: int, goes_on: Callable[[], bool]) -> set[int]:
    """Pages, counted from nought, from ``after`` on that are worth reading closely; as far as time allows."""
    found: set[int] = set()
    try:
        with pypdfium2.PdfDocument(data) as document:
            for number in range(after, len(document)):
                if not goes_on() or len(found) == _MOST_PAGES:
                    break
                if _may_bear_mark(document[number].get_textpage().get_text_range()):
                    found.add(number)
    except pypdfium2.PdfiumError:
        # A page that cannot be opened; what was found until then still counts.
        return found
    return found


def _may_bear_mark(text: str) -> bool:
    lines = unicodedata.normalize("NFC", text).lower().splitlines()
    words = ("".join(filter(str.isalpha, line)) for line in lines)
    return any("ậ" in word and len(word) <= _MOST_LETTERS for word in words)

"""Which pages of a document matter, however people write it: ``trang 3 - 5`` and ``3–5`` are one."""

from __future__ import annotations

import re

_WORD = r"(?:các\s+)?(?:trang|tr|pages?|pp?)\b\.?"
_AROUND = re.compile(rf"^{_WORD}\s*:?\s*|\s*{_WORD}$", re.IGNORECASE)
_DASH = re.compile(r"(?<=\d)\s*[-–—]\s*(?=\d)")
_PART = re.compile(r"(\d{1,6})(?:-(\d{1,6}))?")
_COMMA = re.compile(r"\s*[,;]\s*")


def page_reference(typed: str) -> str:
    """The reference without the word for pages, which stands before it wherever it is shown.

    Example:
        >>> page_reference("Trang 3 – 5,7")
        '3-5, 7'
    """
    text = _AROUND.sub("", " ".join(typed.split()))
    return _COMMA.sub(", ", _DASH.sub("-", text)).strip(" ,")


def unfit_pages(reference: str, count: int) -> list[str]:
    """The parts of a reference that are no pages of a document of so many.

    Example:
        >>> unfit_pages("1, 3-2, 2-4, abc", 3)
        ['3-2', '2-4', 'abc']
    """
    parts = [each for each in reference.split(", ") if each]
    return [each for each in parts if not _is_within(each, count)]


def lost_pages(reference: str, count: int) -> list[str]:
    """The numbers of a reference beyond the last page, as a shorter version leaves them."""
    return [each for each in unfit_pages(page_reference(reference), count) if _PART.fullmatch(each)]


def _is_within(part: str, count: int) -> bool:
    found = _PART.fullmatch(part)
    if found is None:
        return False
    first, last = int(found[1]), int(found[2] or found[1])
    return 1 <= first <= last <= count

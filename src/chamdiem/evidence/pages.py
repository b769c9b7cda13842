"""Which pages of a document matter, however people write it: ``trang 3 - 5`` and ``3–5`` are one."""

from __future__ import annotations

import re

_WORD = r"(?:các\s+)?(?:trang|tr|pages?|pp?)\b\.?"
_AROUND = re.compile(rf"^{_WORD}\s*:?\s*|\s*{_WORD}$", re.IGNORECASE)
_DASH = re.compile(r"(?<=\d)\s*[-–—]\s*(?=\d)")
_COMMA = re.compile(r"\s*[,;]\s*")


def page_reference(typed: str) -> str:
    """The reference without the word for pages, which stands before it wherever it is shown.

    Example:
        >>> page_reference("Trang 3 – 5,7")
        '3-5, 7'
    """
    text = _AROUND.sub("", " ".join(typed.split()))
    return _COMMA.sub(", ", _DASH.sub("-", text)).strip(" ,")

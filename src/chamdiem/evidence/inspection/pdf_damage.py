"""Whether a PDF is whole, and how many pages it has."""

from __future__ import annotations

import io
import re

from pypdf import PdfReader
from pypdf.errors import DependencyError

from chamdiem.errors import Refused
from chamdiem.evidence.inspection.pdf_opening import MALFORMED

_PLACE = re.compile(rb"startxref\s+(\d{1,12})\b")
_TABLE = re.compile(rb"\s*(xref\b|\d{1,10}\s+\d{1,5}\s+obj\b)")
_LONGEST_PREFACE = 1_024
_OBJECT = re.compile(rb"\d{1,10}\s+\d{1,5}\s+obj\b")


def count_pages(data: bytes) -> int | None:
    """How many pages; nothing where a password hides them.

    Raises:
        Refused: ``evidence.pdf_cut_off``, ``pdf_broken``, ``pdf_without_pages``.
    """
    if _is_cut_off(data):
        raise Refused("evidence.pdf_cut_off")
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            return None
        pages = len(reader.pages)
    except DependencyError:
        return None  # encrypted in a way that cannot be opened here
    except MALFORMED:
        raise Refused("evidence.pdf_broken") from None
    if not pages:
        raise Refused("evidence.pdf_without_pages")
    return pages


def _is_cut_off(data: bytes) -> bool:
    """Whether the table of objects that ends every PDF is missing, or objects follow the last one."""
    last = data.rfind(b"startxref")
    return last < 0 or _OBJECT.search(data, last) is not None


def is_table_lost(data: bytes) -> bool:
    """Whether no table of objects stands where the end of the file says; readers then guess."""
    place = _PLACE.match(data, data.rfind(b"startxref"))
    if place is None:
        return True
    # Places count from the mark of the beginning, which some programs put after other bytes.
    start = int(place[1]) + max(data.find(b"%PDF-", 0, _LONGEST_PREFACE), 0)
    return not any(_TABLE.match(data, at) for at in (start, int(place[1])))

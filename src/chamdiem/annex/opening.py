"""What a file is, by its bytes and not by its name; what cannot be read is refused in one sentence."""

from __future__ import annotations

from chamdiem.annex.blocks import Document
from chamdiem.annex.reading.encodings import decode
from chamdiem.annex.reading.text import read_text
from chamdiem.errors import InvalidAnnex, Place, Problem

MOST_BYTES = 40_000_000


def open_document(data: bytes, file: str) -> Document:
    """The blocks of a file.

    Raises:
        InvalidAnnex: Empty, too large, encrypted, a scan, broken, or of a kind that is not read.
    """
    if not data.strip(b"\0 \r\n\t"):
        raise refused("file.empty", file)
    if len(data) > MOST_BYTES:
        raise refused("file.too_large", file, most=str(MOST_BYTES))
    kind = "markdown" if file.casefold().endswith((".md", ".markdown")) else "text"
    return read_text(decode(data, file), kind)


def refused(code: str, file: str, **facts: str) -> InvalidAnnex:
    """A file that is not read, and why."""
    return InvalidAnnex([Problem(code, facts, Place(file=file))])

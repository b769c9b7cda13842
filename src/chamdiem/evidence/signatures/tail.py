"""What stands behind a signature and belongs to no revision: nobody signed it, no viewer shows it."""

from __future__ import annotations

import io
import re

from pyhanko.sign.validation import EmbeddedPdfSignature

_WHITE = b"\x00\t\n\f\r "
# What programs put before their additions: white space, and comments of a line.
_BEFORE_AN_UPDATE = re.compile(rb"(?:[\x00\t\n\f\r ]|%[^\r\n]{0,60}[\r\n])*")
_LONGEST_BEFORE = 256


def has_unsigned_tail(signature: EmbeddedPdfSignature) -> bool:
    """Whether anything follows that is no incremental update: behind the last revision, or between two.

    White space does not count: mail and uploads leave it behind.
    """
    data, xrefs = _whole(signature), signature.reader.xrefs
    _, _, start, length = (int(each) for each in signature.byte_range)
    place = max(start + length, _end_of(data, xrefs.get_startxref_for_revision(signature.signed_revision)))
    for revision in range(signature.signed_revision + 1, xrefs.total_revisions):
        if not _is_blank(data[place : _begin_of(signature, revision, place)]):
            return True
        place = max(place, _end_of(data, xrefs.get_startxref_for_revision(revision)))
    return bool(data[place:].strip(_WHITE))


def _whole(signature: EmbeddedPdfSignature) -> bytes:
    stream = signature.reader.stream
    stream.seek(0, io.SEEK_SET)
    return bytes(stream.read())


def _begin_of(signature: EmbeddedPdfSignature, revision: int, after: int) -> int:
    """Where the first object of a revision stands, or its table."""
    xrefs = signature.reader.xrefs
    table = xrefs.get_startxref_for_revision(revision)
    places = [xrefs.get_historical_ref(ref, revision) for ref in xrefs.explicit_refs_in_revision(revision)]
    return min((each for each in (*places, table) if isinstance(each, int) and each >= after), default=after)


def _end_of(data: bytes, table: int) -> int:
    """Where the revision with this table ends; the end of the file's last mark where it does not say."""
    found = re.compile(rb"startxref\s+%d\s+%%%%EOF" % table).search(data, table)
    return found.end() if found else data.rfind(b"%%EOF") + len(b"%%EOF")


def _is_blank(between: bytes) -> bool:
    return len(between) <= _LONGEST_BEFORE and _BEFORE_AN_UPDATE.fullmatch(between) is not None

"""Parts of a zip archive that holds XML, measured before they are unpacked."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Sequence
from io import BytesIO
from xml.etree import ElementTree

from chamdiem.core.sentences.problem_words import WORDS
from chamdiem.errors import InvalidAnnex, Place, Problem

MOST_UNPACKED = 150_000_000
MOST_PARTS = 5_000
# Entities can blow up a file after it has been unpacked; no program for documents writes any.
_ENTITIES = (b"<!DOCTYPE", b"<!ENTITY")
_LONGEST_TYPES = 1_000_000
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,
    LookupError,
)


def list_parts(data: bytes, file: str) -> list[str]:
    """The names of all parts.

    Raises:
        InvalidAnnex: No archive, encrypted, or too large once unpacked.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
    except _BROKEN as error:
        raise broken(file, error) from error
    if sum(entry.file_size for entry in entries) > MOST_UNPACKED or len(entries) > MOST_PARTS:
        raise _refused("annex.unpacks_too_large", file, most=str(MOST_UNPACKED // 1_000_000))
    if any(entry.flag_bits & 1 for entry in entries):
        raise _refused("annex.encrypted", file)
    return [entry.filename for entry in entries]


def is_macro_enabled(data: bytes) -> bool:
    """Whether an archive says that it is a document with macros, be there any or not."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive, archive.open("[Content_Types].xml") as part:
            return b"macroEnabled" in part.read(_LONGEST_TYPES)
    except (*_BROKEN, KeyError):
        return False


def read_xml(data: bytes, names: Sequence[str], file: str) -> dict[str, ElementTree.Element]:
    """The parts of these names that are there, parsed.

    Raises:
        InvalidAnnex: Damaged, or with entities.
    """
    found = {}
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for name in names:
                if name in archive.namelist():
                    found[name] = _parsed(_unpacked(archive, name, file), file)
    except ElementTree.ParseError as error:
        raise broken(file, error) from error
    except _BROKEN as error:
        raise broken(file, error) from error
    return found


def broken(file: str, error: Exception) -> InvalidAnnex:
    """The file is damaged."""
    return _refused("annex.broken", file, why=why_broken(error))


def why_broken(error: Exception) -> str:
    """What there are plain words for; the disk was read before, so nothing is wrong with the machine."""
    name = type(error).__name__
    return name if name in WORDS and not isinstance(error, OSError) else "ValueError"


def _unpacked(archive: zipfile.ZipFile, name: str, file: str) -> bytes:
    """One part; what an archive says of its size is not believed."""
    with archive.open(name) as part:
        xml = part.read(MOST_UNPACKED + 1)
    if len(xml) > MOST_UNPACKED:
        raise _refused("annex.unpacks_too_large", file, most=str(MOST_UNPACKED // 1_000_000))
    return xml


def _parsed(xml: bytes, file: str) -> ElementTree.Element:
    plain = xml.replace(b"\0", b"")
    if any(mark in plain for mark in _ENTITIES):
        raise _refused("annex.entities", file)
    return ElementTree.fromstring(xml)  # noqa: S314  without a document type there are no entities


def _refused(code: str, file: str, **facts: str) -> InvalidAnnex:
    return InvalidAnnex([Problem(code, facts, Place(file=file))])

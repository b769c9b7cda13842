"""Looks into packages (Office documents are ZIP files) without unpacking more than a little."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from xml.parsers import expat

from chamdiem.errors import Refused
from chamdiem.evidence.inspection.findings import Limits

BROKEN = (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError, RuntimeError, zlib.error)
_SMALL = 5_000_000
_ARCHIVE_STARTS = (
    b"PK\x03\x04",
    b"Rar!\x1a\x07",
    b"7z\xbc\xaf\x27\x1c",
    b"\x1f\x8b\x08",
    b"BZh",
    b"\xfd7zXZ",
)
_UNSAFE = re.compile(r"(^|/)\.\.(/|$)|^/|\\|^[A-Za-z]:|[\x00-\x1f]")
# Charts carry their workbook along; that is the only package in a package that people make.
_EMBEDDINGS = re.compile(r"/embeddings/[^/]+\.(xlsx|docx|pptx)$")


def read_entry(package: zipfile.ZipFile, name: str) -> bytes:
    """The beginning of an entry, at most 5 MB; never more than the entry says it is."""
    with package.open(name) as entry:
        return entry.read(_SMALL)


def check_package(package: zipfile.ZipFile, limits: Limits, *, is_nested: bool = False) -> None:
    """Refuse bombs, hostile names, hidden archives and XML that declares entities.

    Raises:
        Refused: ``evidence.archive_…`` or ``evidence.xml_entities``.
    """
    entries = package.infolist()
    if len(entries) > limits.max_entries:
        raise Refused("evidence.archive_too_many_entries", limit=str(limits.max_entries))
    if any(_UNSAFE.search(each.orig_filename) for each in entries):
        raise Refused("evidence.archive_unsafe_names")
    _check_sizes(entries, limits)
    try:
        for each in entries:
            _check_entry(package, each, limits, is_nested=is_nested)
    except BROKEN as problem:
        raise Refused("evidence.archive_broken") from problem


def _check_sizes(entries: list[zipfile.ZipInfo], limits: Limits) -> None:
    unpacked = sum(each.file_size for each in entries)
    packed = sum(each.compress_size for each in entries)
    is_dense = unpacked > limits.ratio_counts_from_bytes and unpacked > limits.max_ratio * max(packed, 1)
    if unpacked > limits.max_unpacked_bytes or is_dense:
        raise Refused("evidence.archive_bomb")
    end = 0
    for each in sorted(entries, key=lambda entry: entry.header_offset):
        # Entries that share bytes multiply them: a bomb with an honest directory.
        if each.header_offset < end:
            raise Refused("evidence.archive_bomb")
        end = each.header_offset + 30 + each.compress_size


def _check_entry(
    package: zipfile.ZipFile, entry: zipfile.ZipInfo, limits: Limits, *, is_nested: bool
) -> None:
    if entry.is_dir():
        return
    if entry.filename.lower().endswith((".xml", ".rels", ".vml")):
        with package.open(entry) as stream:
            check_xml(stream.read(65_536))
        return
    with package.open(entry) as stream:
        start = stream.read(8)
    if not start.startswith(_ARCHIVE_STARTS):
        return
    if is_nested or not _EMBEDDINGS.search(f"/{entry.filename}"):
        raise Refused("evidence.archive_nested", name=entry.filename[-80:])
    with zipfile.ZipFile(io.BytesIO(package.read(entry))) as inner:
        check_package(inner, limits, is_nested=True)


class _Seen(Exception):
    """Enough of the XML was read."""


def check_xml(head: bytes) -> None:
    """Refuse XML that declares a document type: Office writes none, and entities grow in one.

    Raises:
        Refused: ``evidence.xml_entities``.
    """

    def refuse(*_: object) -> None:
        raise Refused("evidence.xml_entities")

    def stop(*_: object) -> None:
        raise _Seen

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = stop
    try:
        parser.Parse(head, False)  # noqa: FBT003  # expat takes no keywords
    except (_Seen, expat.ExpatError):
        return

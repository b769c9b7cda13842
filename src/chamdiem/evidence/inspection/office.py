"""Active content of Office documents: macros, embedded objects, links to elsewhere, passwords."""

from __future__ import annotations

import re
import zipfile
from typing import BinaryIO

from chamdiem.errors import Refused
from chamdiem.evidence.inspection.archives import BROKEN, check_package, read_entry
from chamdiem.evidence.inspection.findings import Flag, Limits
from chamdiem.evidence.inspection.sniffing import has_ole_stream, ole_stream_head

_RELATION = re.compile(rb"(?:\w+:)?Relationship\s")
_OUTSIDE = re.compile(rb"TargetMode\s*=\s*[\"']External")
_MACRO_PARTS = re.compile(r"(^|/)(vbaProject\.bin|vbaData\.xml|macrosheets/.*|Basic/.*|Scripts/.*)$")
_WORD_MARK, _WORD_FLAGS = b"\xec\xa5", 11
_FILE_PASS = b"\x2f\x00"
_OBJECT_PARTS = re.compile(r"(^|/)(embeddings|activeX|Object \d+)/")


def find_package_flags(stream: BinaryIO, limits: Limits) -> tuple[Flag, ...]:
    """What a modern Office document carries.

    Raises:
        Refused: The package is a bomb, broken, or hides something.
    """
    try:
        with zipfile.ZipFile(stream) as package:
            check_package(package, limits)
            return _list_flags(package)
    except BROKEN as problem:
        raise Refused("evidence.archive_broken") from problem


def _list_flags(package: zipfile.ZipFile) -> tuple[Flag, ...]:
    names = package.namelist()
    flags = set()
    if any(_MACRO_PARTS.search(each) for each in names):
        flags.add(Flag.OFFICE_MACROS)
    if any(_OBJECT_PARTS.search(each) for each in names):
        flags.add(Flag.OFFICE_EMBEDDED_OBJECT)
    if any(_links_elsewhere(read_entry(package, each)) for each in names if each.endswith(".rels")):
        flags.add(Flag.OFFICE_EXTERNAL_LINK)
    if "META-INF/manifest.xml" in names and b"encryption-data" in read_entry(
        package, "META-INF/manifest.xml"
    ):
        flags.add(Flag.ENCRYPTED)
    return tuple(sorted(flags))


def _links_elsewhere(relations: bytes) -> bool:
    # A hyperlink waits for a click; everything else is fetched when the document opens.
    return any(
        _OUTSIDE.search(each) and b"/hyperlink" not in each
        for each in relations.split(b"<")
        if _RELATION.match(each)
    )


def find_ole_flags(stream: BinaryIO) -> tuple[Flag, ...]:
    """What an old Office document carries."""
    stream.seek(0)
    data = stream.read()
    flags = set()
    if has_ole_stream(data, "EncryptedPackage") or _is_locked_word(data) or _is_locked_sheet(data):
        flags.add(Flag.ENCRYPTED)
    if any(has_ole_stream(data, name) for name in ("_VBA_PROJECT", "Macros", "VBA")):
        flags.add(Flag.OFFICE_MACROS)
    if any(has_ole_stream(data, name) for name in ("ObjectPool", "\x01Ole10Native")):
        flags.add(Flag.OFFICE_EMBEDDED_OBJECT)
    return tuple(sorted(flags))


def _is_locked_word(data: bytes) -> bool:
    """[MS-DOC] FibBase: ``fEncrypted`` is the lowest bit of the second byte of the flags."""
    head = ole_stream_head(data, "WordDocument")
    return head.startswith(_WORD_MARK) and len(head) > _WORD_FLAGS and bool(head[_WORD_FLAGS] & 1)


def _is_locked_sheet(data: bytes) -> bool:
    """[MS-XLS] A record FilePass among the first ones; records are type, length, content."""
    head = ole_stream_head(data, "Workbook") or ole_stream_head(data, "Book")
    place = 0
    while place + 4 <= len(head):
        if head[place : place + 2] == _FILE_PASS:
            return True
        place += 4 + int.from_bytes(head[place + 2 : place + 4], "little")
        # A length of nothing at the end of what is there would go on in zeros.
        if head[place : place + 2] == b"\x00\x00":
            return False
    return False

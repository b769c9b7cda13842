"""Tells the kind of a file by its content."""

from __future__ import annotations

import io
import zipfile
from typing import BinaryIO

import puremagic

from chamdiem.errors import Refused
from chamdiem.evidence.inspection.archives import BROKEN, read_entry
from chamdiem.evidence.inspection.kinds import ACCEPTED_EXTENSIONS, Kind

_HEAD = 65_536
_UNKNOWN = "?"
_PACKAGE = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Smaller streams lie in a stream of their own; sectors are 512 or 4,096 bytes.
_OLE_LEAST, _OLE_MOST_SHIFT = 4_096, 12
_STARTS: tuple[tuple[bytes, Kind], ...] = (
    (b"%PDF-", Kind.PDF),
    (b"\xff\xd8\xff", Kind.JPEG),
    (b"\x89PNG\r\n\x1a\n", Kind.PNG),
    (b"II*\x00", Kind.TIFF),
    (b"MM\x00*", Kind.TIFF),
    (b"ID3", Kind.MP3),
)
_FILM_BRANDS = (b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"MSNV")
_PHONE_PICTURE_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_MAIN_PARTS = (
    (b"wordprocessingml.document", Kind.DOCX),
    (b"ms-word.document.macroEnabled", Kind.DOCX),
    (b"spreadsheetml.sheet", Kind.XLSX),
    (b"ms-excel.sheet.macroEnabled", Kind.XLSX),
    (b"presentationml.presentation", Kind.PPTX),
    (b"ms-powerpoint.presentation.macroEnabled", Kind.PPTX),
)
_OPEN_DOCUMENTS = {
    b"application/vnd.oasis.opendocument.text": Kind.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": Kind.ODS,
}
_OLE_STREAMS = (("WordDocument", Kind.DOC), ("Workbook", Kind.XLS), ("Book", Kind.XLS))
_MARKUP = ("<!doctype", "<html", "<script", "<svg", "<?xml", "<?php", "<%", "#!", "{\\rtf", "%!ps")


def tell_kind(stream: BinaryIO, extension: str) -> Kind:
    """The kind by content; the extension only tells CSV from text and what is encrypted.

    Raises:
        Refused: ``evidence.type_not_allowed`` with what it seems to be; ``evidence.name_misleads`` where
            nothing tells what it is but its name; ``evidence.heic``.
    """
    stream.seek(0)
    head = stream.read(_HEAD)
    if head[4:8] == b"ftyp" and head[8:12] in _PHONE_PICTURE_BRANDS:
        raise Refused("evidence.heic")
    kind = _tell_by_start(head) or _tell_container(stream, head, extension) or _tell_text(head, extension)
    if kind is None:
        found = _guess(head)
        if found == _UNKNOWN and extension in ACCEPTED_EXTENSIONS:
            raise Refused("evidence.name_misleads", extension=extension)
        raise Refused("evidence.type_not_allowed", found=extension if found == _UNKNOWN else found)
    return kind


def _tell_by_start(head: bytes) -> Kind | None:
    for start, kind in _STARTS:
        if head.startswith(start):
            return kind
    if head[4:8] == b"ftyp" and head[8:12] in _FILM_BRANDS:
        return Kind.MP4
    is_frame = len(head) > 2 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2 and head[2] & 0xF0 != 0xF0
    return Kind.MP3 if is_frame else None


def _tell_container(stream: BinaryIO, head: bytes, extension: str) -> Kind | None:
    if head.startswith(_PACKAGE):
        return _tell_package(stream)
    if head.startswith(_OLE):
        return _tell_ole(stream, extension)
    return None


def _tell_package(stream: BinaryIO) -> Kind | None:
    try:
        with zipfile.ZipFile(stream) as package:
            names = set(package.namelist())
            if "[Content_Types].xml" in names:
                types = read_entry(package, "[Content_Types].xml")
                return next((kind for part, kind in _MAIN_PARTS if part in types), None)
            if "mimetype" in names:
                return _OPEN_DOCUMENTS.get(read_entry(package, "mimetype").strip())
    except BROKEN as problem:
        raise Refused("evidence.archive_broken") from problem
    return None


def _tell_ole(stream: BinaryIO, extension: str) -> Kind | None:
    stream.seek(0)
    data = stream.read()
    if has_ole_stream(data, "EncryptedPackage"):
        # Office packs an encrypted document into the old container; its kind cannot be seen.
        return {"docx": Kind.DOCX, "xlsx": Kind.XLSX, "pptx": Kind.PPTX}.get(extension)
    return next((kind for name, kind in _OLE_STREAMS if has_ole_stream(data, name)), None)


def has_ole_stream(data: bytes, name: str) -> bool:
    """Whether the directory of an old Office file names a stream."""
    return _find_ole_entry(data, name) >= 0


def ole_stream_head(data: bytes, name: str) -> bytes:
    """The first sector of a stream; nothing where there is none, or it is one of the tiny ones kept apart."""
    entry = _find_ole_entry(data, name)
    if entry < 0 or int.from_bytes(data[entry + 120 : entry + 124], "little") < _OLE_LEAST:
        return b""
    sector = 1 << min(int.from_bytes(data[30:32], "little"), _OLE_MOST_SHIFT)
    start = (int.from_bytes(data[entry + 116 : entry + 120], "little") + 1) * sector
    return data[start : start + sector]


def _find_ole_entry(data: bytes, name: str) -> int:
    """Where the directory names a stream, in UTF-16; -1 where it does not."""
    encoded = name.encode("utf-16-le") + b"\x00\x00"
    length = len(encoded).to_bytes(2, "little")
    place = data.find(encoded)
    while place >= 0:
        if place % 128 == 0 and data[place + 64 : place + 66] == length:
            return place
        place = data.find(encoded, place + 1)
    return -1


def _tell_text(head: bytes, extension: str) -> Kind | None:
    if extension not in ("txt", "csv") or not head:
        return None
    text = decode_text(head)
    if text is None or text.lstrip().lower().startswith(_MARKUP):
        return None
    return Kind.CSV if extension == "csv" else Kind.TXT


def decode_text(data: bytes) -> str | None:
    """The text, or nothing when it is none; UTF-8, UTF-16 with mark, or an old 8-bit Vietnamese page."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = data.decode("utf-16", errors="replace")
    else:
        text = _decode_bytes(data)
    has_control = any(ord(letter) < 32 and letter not in "\t\r\n\f" for letter in text)
    return None if has_control else text.removeprefix("\ufeff")


def _decode_bytes(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as problem:
        # The head may end in the middle of a letter.
        if problem.start >= len(data) - 3:
            return data[: problem.start].decode("utf-8")
        return data.decode("cp1258", errors="replace")


def _guess(head: bytes) -> str:
    try:
        found = puremagic.magic_stream(io.BytesIO(head))
    except (puremagic.PureError, ValueError, IndexError):
        return _UNKNOWN
    name = str(found[0].extension).lstrip(".") or found[0].name if found else _UNKNOWN
    # Every archive begins like an Office document; those that are one have been told already.
    return "zip" if head.startswith(_PACKAGE) and name in ACCEPTED_EXTENSIONS else str(name)

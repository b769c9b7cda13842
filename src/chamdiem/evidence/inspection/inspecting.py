"""Inspects one uploaded file."""

from __future__ import annotations

import io
from math import ceil
from pathlib import PurePath
from typing import BinaryIO

from chamdiem.errors import Refused
from chamdiem.evidence.inspection.findings import Flag, Inspection, Limits
from chamdiem.evidence.inspection.images import count_frames, tells_its_place
from chamdiem.evidence.inspection.kinds import EXTENSIONS, Kind
from chamdiem.evidence.inspection.office import find_ole_flags, find_package_flags
from chamdiem.evidence.inspection.pdf import find_pdf_flags, split_streams
from chamdiem.evidence.inspection.pdf_bulk import check_streams
from chamdiem.evidence.inspection.pdf_damage import count_pages, is_table_lost
from chamdiem.evidence.inspection.sniffing import decode_text, tell_kind

_ORDINARY = Limits()
_PICTURES = (Kind.JPEG, Kind.PNG, Kind.TIFF)
_PACKAGES = (Kind.DOCX, Kind.XLSX, Kind.PPTX, Kind.ODT, Kind.ODS)
_OLE_START = b"\xd0\xcf\x11\xe0"


def inspect_file(stream: BinaryIO, *, name: str, limits: Limits = _ORDINARY) -> Inspection:
    """Kind, size, pages and active content of a file that may come in.

    Args:
        stream: The file, seekable; it is left at its beginning.
        name: What the person called it; only its extension counts.
        limits: The largest sizes.

    Raises:
        Refused: ``evidence.empty``, ``too_large``, ``type_not_allowed``, ``heic``, ``extension_contradicts``,
            ``archive_…``, ``xml_entities``, ``image_too_large``, ``pdf_…``, ``file_broken``.
    """
    size = stream.seek(0, io.SEEK_END)
    if size == 0:
        raise Refused("evidence.empty")
    # Before anything reads the whole file.
    _check_size(size, max(limits.largest_bytes.values()))
    extension = PurePath(name).suffix.lstrip(".").lower()
    try:
        kind = tell_kind(stream, extension)
        if extension not in EXTENSIONS[kind]:
            raise Refused("evidence.extension_contradicts", extension=extension, found=kind)
        _check_size(size, limits.largest_bytes[kind])
        pages, flags = _look_inside(stream, kind, limits)
    finally:
        stream.seek(0)
    return Inspection(kind=kind, size_bytes=size, pages=pages, flags=flags)


def _check_size(size: int, limit: int) -> None:
    if size > limit:
        raise Refused("evidence.too_large", size=str(ceil(size / 1e6)), limit=f"{limit / 1e6:g}")


def _look_inside(stream: BinaryIO, kind: Kind, limits: Limits) -> tuple[int | None, tuple[Flag, ...]]:
    if kind in _PICTURES:
        frames = count_frames(stream, max_pixels=limits.max_pixels)
        return (frames, (Flag.PICTURE_PLACE,) if tells_its_place(stream) else ())
    stream.seek(0)
    if kind == Kind.PDF:
        data = _all_of(stream)
        check_streams(split_streams(data)[1], limits)
        damage = (Flag.PDF_DAMAGED,) if is_table_lost(data) else ()
        return (count_pages(data), (*damage, *find_pdf_flags(data)))
    if kind in _PACKAGES and stream.read(4) != _OLE_START:
        return (None, find_package_flags(stream, limits))
    if kind in (*_PACKAGES, Kind.DOC, Kind.XLS):
        return (None, find_ole_flags(stream))
    if kind in (Kind.TXT, Kind.CSV) and decode_text(_all_of(stream)) is None:
        raise Refused("evidence.file_broken")
    return (None, ())


def _all_of(stream: BinaryIO) -> bytes:
    stream.seek(0)
    return stream.read()

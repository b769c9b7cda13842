"""The kinds of file that may be evidence, with their names and largest sizes.

HEIC is left out: browsers cannot show it and nothing here could look inside; phones send
JPEG when a page asks for it, and the refusal says how to make them. Archives are left out:
what is in them could not be judged.
"""

from __future__ import annotations

from enum import StrEnum

_MB = 1_000_000


class Kind(StrEnum):
    """A kind of file; the value is what people call it."""

    PDF = "PDF"
    JPEG = "JPEG"
    PNG = "PNG"
    TIFF = "TIFF"
    DOCX = "DOCX"
    XLSX = "XLSX"
    PPTX = "PPTX"
    DOC = "DOC"
    XLS = "XLS"
    ODT = "ODT"
    ODS = "ODS"
    CSV = "CSV"
    TXT = "TXT"
    MP3 = "MP3"
    MP4 = "MP4"


EXTENSIONS: dict[Kind, tuple[str, ...]] = {
    Kind.PDF: ("pdf",),
    Kind.JPEG: ("jpg", "jpeg", "jfif"),
    Kind.PNG: ("png",),
    Kind.TIFF: ("tif", "tiff"),
    Kind.DOCX: ("docx",),
    Kind.XLSX: ("xlsx",),
    Kind.PPTX: ("pptx",),
    Kind.DOC: ("doc",),
    Kind.XLS: ("xls",),
    Kind.ODT: ("odt",),
    Kind.ODS: ("ods",),
    Kind.CSV: ("csv",),
    Kind.TXT: ("txt",),
    Kind.MP3: ("mp3",),
    Kind.MP4: ("mp4", "m4v"),
}

ACCEPTED_EXTENSIONS: tuple[str, ...] = tuple(each for group in EXTENSIONS.values() for each in group)
# The same as the picker of a browser wants them.
PICKED = ",".join(f".{each}" for each in ACCEPTED_EXTENSIONS)

_OOXML = "application/vnd.openxmlformats-officedocument"
MEDIA_TYPES: dict[Kind, str] = {
    Kind.PDF: "application/pdf",
    Kind.JPEG: "image/jpeg",
    Kind.PNG: "image/png",
    Kind.TIFF: "image/tiff",
    Kind.DOCX: f"{_OOXML}.wordprocessingml.document",
    Kind.XLSX: f"{_OOXML}.spreadsheetml.sheet",
    Kind.PPTX: f"{_OOXML}.presentationml.presentation",
    Kind.DOC: "application/msword",
    Kind.XLS: "application/vnd.ms-excel",
    Kind.ODT: "application/vnd.oasis.opendocument.text",
    Kind.ODS: "application/vnd.oasis.opendocument.spreadsheet",
    Kind.CSV: "text/csv",
    Kind.TXT: "text/plain",
    Kind.MP3: "audio/mpeg",
    Kind.MP4: "video/mp4",
}

# Kinds that are never as large as the largest file.
SMALLER_BYTES = {Kind.JPEG: 25 * _MB, Kind.PNG: 25 * _MB, Kind.CSV: 20 * _MB, Kind.TXT: 20 * _MB}
LARGEST_BYTES = {**dict.fromkeys(Kind, 50 * _MB), **SMALLER_BYTES}

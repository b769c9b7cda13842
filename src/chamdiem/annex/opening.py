"""What a file is, by its bytes and not by its name; what cannot be read is refused in one sentence."""

from __future__ import annotations

import re

from chamdiem.annex.blocks import Document
from chamdiem.annex.reading.archives import is_macro_enabled, list_parts
from chamdiem.annex.reading.encodings import decode
from chamdiem.annex.reading.excel import read_excel
from chamdiem.annex.reading.page_markup import read_html
from chamdiem.annex.reading.pdf import read_pdf
from chamdiem.annex.reading.text import read_text
from chamdiem.annex.reading.word import read_word
from chamdiem.errors import InvalidAnnex, Place, Problem

MOST_BYTES = 40_000_000
# A set has 3,000 rows at most; thirty lines and two hundred tags for each are more than any needs.
MOST_LINES, MOST_TAGS = 90_000, 600_000
# A thousand letters for each row of the largest set.
MOST_LETTERS = 3_000_000
_ZIP, _OLE, _PDF = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"%PDF-"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HTML = re.compile(r"<(?:!doctype html|html|body|table|head|div|h[1-6])\b", re.IGNORECASE)
_OTHER = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM",
    b"II*\x00",
    b"MM\x00*",
    b"{\\rtf",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\x7fELF",
    b"MZ",
)
# Parts of a Word file or workbook, whose body is lost where nothing else is left of it.
_OFFICE_PARTS = ("word/", "xl/")
_NO_BODY = "thiếu phần nội dung"
_PICTURES = ("word/media/", "xl/media/")
_IMAGE = re.compile(r"<img\b|!\[[^\]\n]*\]\(", re.IGNORECASE)
_MACROS = "Tệp có macro; macro không được chạy và không được đọc."


def open_document(data: bytes, file: str) -> Document:
    """The blocks of a file.

    Raises:
        InvalidAnnex: Empty, too large, encrypted, a scan, damaged, or of a kind that is not read.
    """
    document = _opened(data, file)
    if (letters := document.letters) > MOST_LETTERS:
        raise _refused("annex.too_much_text", file, count=str(letters), most=str(MOST_LETTERS))
    return document


def _opened(data: bytes, file: str) -> Document:
    if not data.strip(b"\0 \r\n\t"):
        raise _refused("file.empty", file)
    if len(data) > MOST_BYTES:
        raise _refused("file.too_large", file, most=str(MOST_BYTES))
    if data.startswith(_OLE):
        raise _refused("annex.encrypted" if _ENCRYPTED in data else "annex.old_office", file)
    if data.startswith(_ZIP):
        return _archive(data, file)
    if _PDF in data[:1024]:
        return read_pdf(data, file)
    if data.startswith(_OTHER):
        raise _refused("annex.other_kind", file)
    text, told = decode(data, file)
    document = _text(text, file)
    document.pictures = len(_IMAGE.findall(text))
    document.warnings += told
    return document


def _archive(data: bytes, file: str) -> Document:
    parts = list_parts(data, file)
    if "word/document.xml" in parts:
        document = read_word(data, file)
    elif "xl/workbook.xml" in parts:
        document = read_excel(data, file)
    elif any(part.startswith(_OFFICE_PARTS) for part in parts):
        raise _refused("annex.broken", file, why=_NO_BODY)
    else:
        raise _refused("annex.other_kind", file)
    document.pictures = sum(part.startswith(_PICTURES) for part in parts)
    if any(part.endswith("vbaProject.bin") for part in parts) or is_macro_enabled(data):
        document.warnings.append(_MACROS)
    return document


def _text(text: str, file: str) -> Document:
    for count, most in ((text.count("\n") + text.count("\r"), MOST_LINES), (text.count("<"), MOST_TAGS)):
        if count > most:
            raise _refused("annex.too_long", file, count=str(count), most=str(most))
    if _HTML.search(text[:5000]) and not file.casefold().endswith((".txt", ".md", ".markdown")):
        return read_html(text)
    is_markdown = file.casefold().endswith((".md", ".markdown"))
    return read_text(text, "markdown" if is_markdown else "text")


def _refused(code: str, file: str, **facts: str) -> InvalidAnnex:
    return InvalidAnnex([Problem(code, facts, Place(file=file))])

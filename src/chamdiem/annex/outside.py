"""What a file says outside its tables: notes are kept with the set, the rest is told as unread."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from chamdiem.annex.amounts import total_of
from chamdiem.annex.blocks import Document, Line, Paragraph
from chamdiem.annex.rows import Annex, Notice, Outside
from chamdiem.annex.table import Table
from chamdiem.annex.wrapped import unwrap

_NOTE = re.compile(
    r"[-+*(\s]*(?:(?:ghi chú|chú thích|chú giải|lưu ý|quy ước|giải thích(?: từ ngữ)?|thông tin chung)\b|(?:nguyên tắc|cách|hướng dẫn) (?:chấm|tính|làm tròn|xếp loại)\b)",
    re.IGNORECASE,
)
# "(*) Chỉ áp dụng với xã có …", "[1] Theo Quyết định …", "¹ …": what a sign in the table points to.
_FOOTNOTE = re.compile(r"(?:\(?\*{1,3}\)?|\(\d{1,2}\)|\[\d{1,2}\]|[¹²³⁴⁵⁶⁷⁸⁹])\s*[^\W\d_]")
_NOTE_LINE = re.compile(
    r"(?:[-+*(\s]*(?:ghi chú|chú thích|chú giải|lưu ý)\s*\)?:|\(\*{1,3}\))", re.IGNORECASE
)
_ITEM = re.compile(r"(?:[-+•*–]|\(?[a-zđ\d]{1,2}[.)])\s*\S")
# Who signs, whom it goes to, and what only names what is below it.
_FORMAL = re.compile(
    r"(?:\(|nơi nhận|như trên|lưu\s*:|phụ lục|phụ biểu|biểu|bảng|mẫu|phần|ủy ban|uỷ ban|cộng h|độc lập|số\s*:|t[mlh]\.|kt\.|chủ tịch|phó |giám đốc|người lập|thủ trưởng|\(?ký|trang \d|(?:[^\W\d_]+(?: [^\W\d_]+){0,3}, )?ngày\b)",
    re.IGNORECASE,
)
_END = re.compile(r"nơi nhận\s*:?", re.IGNORECASE)
_FEWEST_WORDS = 5
_SHOWN, _LONGEST = 3, 120


def note_of(line: Line) -> str:
    """The note a line of a table is, in one cell over all columns; empty where it is none."""
    filled = [cell for cell in line.cells if cell.strip()]
    return filled[0] if len(filled) == 1 and _NOTE_LINE.match(filled[0].strip()) else ""


def read_outside(annex: Annex, document: Document, tables: Sequence[Table]) -> None:
    """Keep the notes printed outside the tables that were read, and tell what else stands below the first."""
    annex.outside = [Outside(text, spot, is_kept=True) for text, spot in document.footnotes]
    annex.outside += [Outside(text, spot, is_kept=True) for table in tables for text, spot in table.notes]
    places = [table.place for table in tables if table.place >= 0]
    if not places:
        return
    captions = {table.caption for table in tables} | {each.text for table in tables for each in table.heads}
    for is_below, text in _texts(document, min(places)):
        if text.text in captions or total_of(text.text) is not None:
            continue
        is_note = bool(_NOTE.match(text.text) or (is_below and _FOOTNOTE.match(text.text)))
        if is_note or (is_below and says_something(text.text)):
            annex.outside.append(Outside(text.text, text.spot, is_kept=is_note))
    if unread := [each for each in annex.outside if not each.is_kept]:
        shown = [f"“{short(each.text)}” ({each.spot.text})" for each in unread[:_SHOWN]]
        facts = {"count": str(len(unread)), "texts": "; ".join([*shown, *["…"][: len(unread) - _SHOWN]])}
        annex.warnings.append(Notice("text.outside", facts))


def _texts(document: Document, first: int) -> Iterator[tuple[bool, Paragraph]]:
    """The texts between tables, lines of one joined, each with whether it stands below the first table."""
    for is_text, run in groupby(enumerate(document.blocks), lambda each: isinstance(each[1], Paragraph)):
        if not is_text:
            continue
        blocks = list(run)
        is_below = blocks[0][0] > first
        for paragraph in _joined([block for _, block in blocks if isinstance(block, Paragraph)]):
            if is_below and _END.match(paragraph.text):
                return
            yield is_below, paragraph


def _joined(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs; a note has the items below it, and a sentence what goes on in small letters."""
    begun: Paragraph | None = None
    for paragraph in unwrap(paragraphs):
        is_item = begun is not None and bool(_NOTE.match(begun.text)) and bool(_ITEM.match(paragraph.text))
        if begun is not None and (is_item or paragraph.text[:1].islower()):
            glue = "\n" if is_item else " "
            begun = replace(begun, text=f"{begun.text}{glue}{paragraph.text}")
            continue
        if begun is not None:
            yield begun
        begun = paragraph
    if begun is not None:
        yield begun


def says_something(text: str) -> bool:
    """Whether a text is more than a title, a name, or who signs."""
    return len(text.split()) >= _FEWEST_WORDS and not text.isupper() and not _FORMAL.match(text)


def short(text: str) -> str:
    """The beginning of a text, on one line."""
    one = " ".join(text.split())
    return one if len(one) <= _LONGEST else f"{one[:_LONGEST].rpartition(' ')[0]}…"

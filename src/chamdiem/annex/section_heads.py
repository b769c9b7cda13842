"""Groups printed above their tables in several steps: "A. Hạ tầng — 40 điểm", "I. Kết nối (15 điểm)"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from chamdiem.annex.amounts import points_at_the_end, total_of
from chamdiem.annex.blocks import Paragraph
from chamdiem.annex.numbering import Number, read_number, split_number
from chamdiem.annex.rows import AnnexRow
from chamdiem.annex.table import Table

_LONGEST, _FARTHEST_CAPTION = 200, 4
_NO_GROUP = re.compile(
    r"(?:ghi chú|lưu ý|chú thích|đơn vị tính|thông tin chung\s*:\s*\S+|"
    r"(?:ước )?(?:năm|quý [IV\d]+,? năm) 20\d\d$)\b",
    re.IGNORECASE,
)


def is_head(paragraph: Paragraph) -> bool:
    """Whether a text between tables is the head of a group: with its number, or as a heading, and its points."""
    number, name = split_number(paragraph.text)
    bare, points = points_at_the_end(name)
    if points is None or len(paragraph.text) > _LONGEST or total_of(paragraph.text) is not None:
        return False
    return bool(bare) and bool(number or paragraph.heading)


def _is_above(paragraph: Paragraph, below: Sequence[Paragraph]) -> bool:
    """Whether a numbered heading without points stands above the head of a group, as a higher heading."""
    if not paragraph.heading or not split_number(paragraph.text)[0]:
        return False
    return any(is_head(each) and each.heading > paragraph.heading for each in below)


def row_of_head(paragraph: Paragraph, table: int) -> AnnexRow:
    """The row a head is; that it stands in no table is told."""
    number, name = split_number(paragraph.text)
    bare, points = points_at_the_end(name)
    row = AnnexRow(number=number, texts={"name": bare}, max_points=points, spot=paragraph.spot, table=table)
    row.warn("row.from_caption", caption=paragraph.text)
    return row


@dataclass(frozen=True, slots=True)
class _Open:
    """A group that still gets rows: how it is numbered, how high its heading is, and its place."""

    style: str
    value: int
    heading: int
    place: int


@dataclass(slots=True)
class SectionHeads:
    """The groups that are open, the highest first."""

    _open: list[_Open] = field(default_factory=list)

    def add(self, rows: list[AnnexRow], table: Table, own: AnnexRow) -> int:
        """Add the groups above a table and its own row to the rows; the place of its own."""
        uppers = uppers_of(table.heads, table.caption)
        for head in uppers:
            row = row_of_head(head, table.number)
            row.parent = self._parent_of(head, len(rows))
            rows.append(row)
        last = table.heads[-1] if len(uppers) < len(table.heads) else Paragraph(table.caption)
        own.parent = self._parent_of(last, len(rows))
        rows.append(own)
        return len(rows) - 1

    def _parent_of(self, paragraph: Paragraph, place: int) -> int | None:
        """Where the group above a new one stands; the new one is open from here on, at its own place."""
        number = read_number(split_number(paragraph.text)[0])
        style = self._style_of(number)
        if paragraph.heading and any(each.heading for each in self._open):
            while self._open and self._open[-1].heading >= paragraph.heading:
                self._open.pop()
        else:
            for depth, each in enumerate(self._open):
                if each.style == style:
                    del self._open[depth:]
                    break
        parent = self._open[-1].place if self._open else None
        value = number.parts[0] if number else 0
        if style == "upper" and number is not None:
            value = _letter_value(number.letter)
        self._open.append(_Open(style, value, paragraph.heading, place))
        return parent

    def _style_of(self, number: Number | None) -> str:
        """How a number is written; "C" behind "B" is a letter and no hundred."""
        if number is None:
            return ""
        letters = [each.value for each in self._open if each.style == "upper"]
        is_next = len(number.letter) == 1 and _letter_value(number.letter) - 1 in letters
        return "upper" if is_next else number.style


def _letter_value(letter: str) -> int:
    return ord(letter[0]) - ord("A") + 1


def caption_and_heads(texts: Sequence[Paragraph]) -> tuple[str, Sequence[Paragraph]]:
    """What a table is called by the texts above it, and the groups printed there, the nearest last."""
    heads = [text for place, text in enumerate(texts) if is_head(text) or _is_above(text, texts[place + 1 :])]
    caption = _caption(texts[-_FARTHEST_CAPTION:])
    return (caption.text if caption else ""), heads


def uppers_of(heads: Sequence[Paragraph], caption: str) -> Sequence[Paragraph]:
    """The heads above the one a table itself is called by."""
    return heads[:-1] if heads and heads[-1].text == caption else heads


def _caption(texts: Sequence[Paragraph]) -> Paragraph | None:
    """The last text that can be the title of a table."""
    return next(
        (
            each
            for each in reversed(texts)
            if not each.text.startswith("(") and not _NO_GROUP.match(each.text)
        ),
        None,
    )

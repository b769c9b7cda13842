"""An official report (văn bản hành chính) as plain values, for Word and PDF alike.

Its parts are those of Decree 30/2020/NĐ-CP, Annex I: national title, body that issues, number, place and
date, kind and subject, text, recipients, signer; then the annexes with their tables.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
# A row higher than so many lines of a table goes on on the next page; a lower one stays whole.
LOW_LINES = 8
# A table within the text that has no more rows stays on one page.
MOST_ROWS = 12

_PLACE = re.compile(r"\b(?:tỉnh|thành phố|thị xã|thị trấn|huyện|quận|phường|xã|đặc khu) ", re.IGNORECASE)
_NO_BREAK = "\N{NO-BREAK SPACE}"
# So much of a name stands in one line of the head.
_HEAD_LETTERS = 22


def head_name(body: str) -> str:
    """The name of a body in capitals as the head prints it, with its place kept in one line."""
    for place in reversed([*_PLACE.finditer(body)]):
        for kept in (body[place.start() :], body[place.end() :]):
            if body[place.end()].isupper() and len(kept) <= _HEAD_LETTERS:
                return f"{body.removesuffix(kept)}{kept.replace(' ', _NO_BREAK)}".upper()
    return body.upper()


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its heading, and its share of the width."""

    heading: str
    share: int
    is_centred: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row; a ``is_group`` row has one text over the whole width."""

    cells: Sequence[str]
    is_group: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its columns and rows."""

    columns: Sequence[Column]
    rows: Sequence[TableRow]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the text: its heading, its paragraphs, and a table where there is one."""

    heading: str
    paragraphs: Sequence[str] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Annex:
    """An annex on pages of its own, across: number, title, table."""

    number: str
    title: str
    table: Table


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficialReport:
    """A whole report; what is not known yet (number, day, signer) stays open with dots."""

    superior: str
    body: str
    number: str
    place: str
    day: str
    kind: str
    subject: str
    opening: Sequence[str]
    sections: Sequence[Section]
    annexes: Sequence[Annex]
    recipients: Sequence[str]
    signer_title: str

    @property
    def place_and_day(self) -> str:
        """``Ví Dụ, ngày 08 tháng 10 năm 2026``."""
        return f"{self.place}, {self.day}"

    @property
    def attached(self) -> str:
        """What an annex says it belongs to: number, day and who issues it, as Decree 30/2020/NĐ-CP has it."""
        return f"(Kèm theo {self.kind.capitalize()} số {self.number} {self.day} của {self.body})"

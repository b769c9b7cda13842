"""An official report (văn bản hành chính) as plain values, for Word and PDF alike.

Its parts are those of Decree 30/2020/NĐ-CP, Annex I: national title, body that issues, number, place and
date, kind and subject, text, recipients, signer; then the annexes with their tables.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"


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
    place_and_day: str
    kind: str
    subject: str
    opening: Sequence[str]
    sections: Sequence[Section]
    annexes: Sequence[Annex]
    recipients: Sequence[str]
    signer_title: str

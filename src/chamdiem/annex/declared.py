"""Counts a decision states ("gồm 07 chỉ số chính và 77 tiêu chí") against what was found."""

from __future__ import annotations

import re
from dataclasses import replace

from chamdiem.annex.blocks import Document
from chamdiem.annex.heading import level_names
from chamdiem.annex.rows import Annex, AnnexRow, Declared

_COUNT = re.compile(
    r"(\d{1,3})\s+(trụ cột|nhóm(?: chỉ số| tiêu chí)?|lĩnh vực|chỉ số chính|chỉ số thành phần|"
    r"tiêu chí thành phần|tiêu chí con|tiêu chí|chỉ số)",
    re.IGNORECASE,
)
_LONE = re.compile(
    r"\b(?i:có|gồm)\s+0?1\s+(?i:trụ cột|lĩnh vực)\s+(?P<name>[A-ZĐ][^,;:.\d]{3,60}?),?\s+(?:bao )?gồm\s"
)
_LONGEST = 400
_STATES = re.compile(r"\b(?:gồm|bao gồm|có|với)\b.{0,40}\d", re.IGNORECASE)
_ABOUT = re.compile(r"^(?:[\d.IVX]+\s+)?(?P<about>.*?)[:\s]*\b(?:bao gồm|gồm|có)\b", re.IGNORECASE)


def read_declared(document: Document) -> list[Declared]:
    """Every count stated outside the tables."""
    found = []
    for paragraph in document.paragraphs():
        if not _STATES.search(paragraph.text) or len(paragraph.text) > _LONGEST:
            continue
        match = _ABOUT.search(paragraph.text)
        about = match["about"].strip() if match else ""
        found += [
            Declared(paragraph.text, int(each[1]), each[2].casefold(), about, paragraph.spot)
            for each in _COUNT.finditer(paragraph.text)
        ]
    return found


def lone_pillar(document: Document) -> str:
    """The one pillar a decision says its set has: "Có 01 trụ cột Chính quyền số gồm 06 chỉ số chính"."""
    texts = (paragraph.text for paragraph in document.paragraphs() if len(paragraph.text) <= _LONGEST)
    return next((match["name"] for text in texts if (match := _LONE.search(text)) is not None), "")


def count_declared(annex: Annex, declared: list[Declared]) -> list[Declared]:
    """The stated counts, each with what was found where that is known."""
    counted = [replace(each, found=_count(annex, each)) for each in declared]
    for each in counted:
        if each.found is not None and each.found != each.count:
            annex.rows[0].warn(
                "declared.differs", words=each.what, stated=str(each.count), found=str(each.found)
            )
    return counted


def _count(annex: Annex, declared: Declared) -> int | None:
    """How many rows of the named level stand below the row the sentence is about."""
    names = [name.casefold() for name in level_names(annex)]
    if declared.what not in names:
        return None
    level = names.index(declared.what)
    about = _named(annex, declared.about)
    rows = annex.rows if about is None else _below(annex, about)
    return sum(1 for row in rows if row.level == level and row.role == "scored")


def _named(annex: Annex, about: str) -> int | None:
    words = re.sub(r"^(?:trụ cột|chỉ số|nhóm|lĩnh vực)\s+", "", about.casefold())
    return next(
        (place for place, row in enumerate(annex.rows) if words and row.name.casefold() == words), None
    )


def _below(annex: Annex, place: int) -> list[AnnexRow]:
    inside = {place}
    for other, row in enumerate(annex.rows):
        if row.parent in inside:
            inside.add(other)
    return [annex.rows[each] for each in sorted(inside - {place})]

"""Words a document writes in two ways, and abbreviations it uses before it explains them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit
from chamdiem.core.lint.lexicon import is_compound

# After these the sound of i is written i by some and y by others: tỉ lệ, tỷ lệ; qui định, quy định.
_EITHER_TEXT = {"i": "iíìỉĩị", "y": "yýỳỷỹỵ"}
_AS_I = str.maketrans(_EITHER_TEXT["y"], _EITHER_TEXT["i"])
_EITHER = frozenset(
    onset + vowel
    for onset in ("qu", "h", "k", "l", "m", "s", "t")
    for vowels in _EITHER_TEXT.values()
    for vowel in vowels
)
_ACRONYM = re.compile(r"[A-ZĐƯ](?<!\w.)[A-ZĐƯ]+\b")
_TWO_ACRONYMS = re.compile(r"([A-ZĐƯ](?<!\w.)[A-ZĐƯ]+) ([A-ZĐƯ]{2,})\b")
_EXPLAINED = re.compile(r"(?<=\w\s)\(\s*(?:gọi tắt là |viết tắt là )?([A-ZĐƯ]{3,8})\s*\)")
_FEWEST_LETTERS = 4
_Rows = dict[str, list[Row]]


def two_spellings(document: Document) -> Iterator[Hit]:
    """A word is written with i in some places and with y in others."""
    ways: dict[str, Counter[str]] = {}
    rows: _Rows = {}
    for row, text in _texts(document):
        for phrase in _phrases(document.wording.segments(text)):
            ways.setdefault(phrase.translate(_AS_I), Counter())[phrase] += 1
            if row is not None:
                rows.setdefault(phrase, []).append(row)
    for counts in ways.values():
        # Words of a compound, not neighbours by chance.
        if not any(map(is_compound, counts)):
            continue
        (usual, more), *others = counts.most_common()
        for other, fewer in others:
            found = rows.get(other, [])
            facts: Facts = {
                "spelling": other,
                "usual": usual,
                "fewer": fewer,
                "more": more,
                "rows": document.labels(_once(found)),
            }
            yield _hit(other, usual, found, facts)


def parted_acronyms(document: Document) -> Iterator[Hit]:
    """An abbreviation is written with a space in it that it does not have elsewhere."""
    whole = {acronym for _, text in _texts(document) for acronym in _ACRONYM.findall(text)}
    rows: _Rows = {}
    for row, text in _texts(document):
        for first, second in _TWO_ACRONYMS.findall(text):
            joined = first + second
            if joined in whole and len(joined) >= _FEWEST_LETTERS and row is not None:
                rows.setdefault(f"{first} {second}", []).append(row)
    for parted, found in rows.items():
        usual = parted.replace(" ", "")
        facts: Facts = {
            "spelling": parted,
            "usual": usual,
            "rows": document.labels(_once(found)),
        }
        yield _hit(parted, usual, found, facts)


def early_abbreviations(document: Document) -> Iterator[Hit]:
    """An abbreviation is used before the row that explains it."""
    texts = list(_texts(document))
    explained = _explained(texts)
    seen: set[str] = set()
    for place, (row, text) in enumerate(texts):
        for acronym in dict.fromkeys(_ACRONYM.findall(text)):
            if acronym in seen or row is None or place >= explained.get(acronym, 0):
                continue
            seen.add(acronym)
            by = texts[explained[acronym]][0]
            facts: Facts = {"text": acronym, "other": document.label(by) if by is not None else ""}
            yield Hit(row=row, detail=acronym, printed=acronym, facts=facts)


def _explained(texts: list[tuple[Row | None, str]]) -> Mapping[str, int]:
    """Abbreviation → the place of the text that explains it first."""
    places: dict[str, int] = {}
    for place, (_, text) in enumerate(texts):
        for acronym in _EXPLAINED.findall(text):
            places.setdefault(acronym, place)
    return places


def _texts(document: Document) -> Iterator[tuple[Row | None, str]]:
    return ((passage.row, passage.text) for passage in document.wording.passages())


def _phrases(segments: Iterable[Sequence[str]]) -> Iterator[str]:
    """Pairs of words of which one may be written in two ways."""
    for words in segments:
        lower = [word.casefold() for word in words]
        for first, second in () if _EITHER.isdisjoint(lower) else pairwise(lower):
            if first in _EITHER or second in _EITHER:
                yield f"{first} {second}"


def _once(rows: list[Row]) -> list[Row]:
    return list({row.key: row for row in rows}.values())


def _hit(spelling: str, usual: str, rows: list[Row], facts: Facts) -> Hit:
    return Hit(
        row=rows[0] if rows else None,
        is_set_wide=True,
        detail=spelling,
        printed=spelling,
        computed=usual,
        facts=facts,
    )


CHECKS = (
    Check("text.two_spellings", "warning", "text", two_spellings),
    Check("text.parted_acronym", "warning", "text", parted_acronyms),
    Check("text.early_abbreviation", "info", "text", early_abbreviations),
)

"""The texts of a set, with recorded printing errors corrected."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.lint.calculation import Calculation, read_calculation
from chamdiem.core.lint.money import amounts_in, money_named_in
from chamdiem.core.lint.old_encodings import Decoded, decoded
from chamdiem.core.lint.printed_bands import PrintedBand, counted_time, read_bands
from chamdiem.core.points import decimal_text, exact

_SEGMENT = re.compile(r"[^\w\s-]+|\n|\d+")
_SHARE_IN_WORDS = re.compile(r"(\d{1,4}(?:[.,]\d{1,4})?)\s*(phần\s+(?:trăm|nghìn|ngàn)\b|‰)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_NUMERALS = {
    word: number
    for number, word in enumerate(("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), 1)
}
_INITIALS = "".join(sorted({initial for each in _NUMERALS for initial in (each[0], each[0].upper())}))
_BEHIND_INITIALS = "|".join(f"(?<=[{each[0].upper()}{each[0]}]){each[1:]}" for each in _NUMERALS)
# "Năm tin bài" is five of them, "một năm" and "trong năm" are years, "mười hai" is twelve.
_NUMERAL = re.compile(
    # The first letter is looked for first, then what stands before it: it costs a third.
    rf"(?P<numeral>[{_INITIALS}](?<!\w.)(?:{_BEHIND_INITIALS}))"
    r"\s+(?P<noun>\w+)"
)
_LARGER = re.compile(r"\b(?:mười|mươi|trăm|nghìn|linh)\s+$", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:một|mỗi|trong|hàng|hằng|cả|của|các|từng|đầu|cuối|nửa|\d+)\s+$", re.IGNORECASE)
# Times that are counted in one another, and half of one that is printed as so many days.
_TIMES = frozenset(("ngày", "tuần", "tháng", "quý"))
_HALF_MONTH = re.compile(r"\bnửa tháng\b", re.IGNORECASE)
_COUNTED = re.compile(r"^(?:tổng )?số\s+(?:lượng\s+)?(\w+)", re.IGNORECASE)
# "Ví dụ: đạt 85% thì được 8,5 điểm": a sentence that only shows what the others say.
_EXAMPLE = re.compile(
    r"(?:(?<=[.;]\s)|^)[ \t+•-]*(?:ví dụ|vd)\s*:[^\n]*?(?=\.\s+(?-i:[A-ZĐ])|\.?$)",
    re.IGNORECASE | re.MULTILINE,
)
# Fields that say how points are calculated.
_CALCULATED = ("method", "printed_note")
# Fields of a row that hold prose, in the order they are printed.
PROSE = ("name", "instructions", "method", "printed_note", "evidence")


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of the document: the row it stands in (None: the header), its field, its words."""

    row: Row | None
    field: str
    text: str


class Wording:
    """The words of one set. Lives as long as one run of lint."""

    def __init__(self, indicator_set: IndicatorSet) -> None:
        self._set = indicator_set
        self._calculations: dict[str, Calculation] = {}
        self._segments: dict[str, tuple[tuple[str, ...], ...]] = {}
        self._bands: dict[tuple[str, str, bool], tuple[PrintedBand, ...]] = {}
        self._numbered: dict[tuple[str, str], str] = {}
        self._without_examples: dict[tuple[str, str], str] = {}
        self._methods: dict[str, str] = {}

    def passages(self) -> tuple[Passage, ...]:
        """Every text an official wrote in Unicode, header first, corrections applied."""
        return self._passages

    def foreign(self) -> tuple[tuple[Passage, Decoded], ...]:
        """The texts in another encoding than Unicode, each with what it says."""
        return tuple((each, meant) for each in self._read() if (meant := decoded(each.text)) is not None)

    @cached_property
    def _passages(self) -> tuple[Passage, ...]:
        return tuple(each for each in self._read() if decoded(each.text) is None)

    def _read(self) -> Iterator[Passage]:
        header = self._set
        for field, text in (("name", header.name), ("printed_title", header.printed_title)):
            if text:
                yield Passage(None, field, text)
        for row in header.rows:
            for field in PROSE:
                text = corrected(row, field)
                if text:
                    yield Passage(row, field, text)

    def segments(self, text: str) -> tuple[tuple[str, ...], ...]:
        """The words of a text, parted where marks and numbers stand; read once for all checks."""
        known = self._segments.get(text)
        if known is None:
            parts = (tuple(part.split()) for part in _SEGMENT.split(text.replace("_", " ").replace("-", " ")))
            known = self._segments[text] = tuple(words for words in parts if words)
        return known

    def bands(self, text: str, row: Row) -> tuple[PrintedBand, ...]:
        """The bands a calculation text of a row awards points for; read once for all checks."""
        counted = counted_time(row.inputs)
        ages = any(given.unit.casefold() == "tuổi" for given in row.inputs.values())
        known = self._bands.get((text, counted, ages))
        if known is None:
            known = self._bands[text, counted, ages] = tuple(read_bands(text, counted, ages=ages))
        return known

    def numbered(self, row: Row, field: str) -> str:
        """The corrected text of a field, with shares and counts written in words as numbers.

        Without the examples that show how points are calculated.
        """
        if field not in _CALCULATED:
            return self._with_numbers(row, field)
        at = (row.key, field)
        known = self._without_examples.get(at)
        if known is None:
            known = self._without_examples[at] = _without_examples(self._with_numbers(row, field))
        return known

    def _with_numbers(self, row: Row, field: str) -> str:
        at = (row.key, field)
        known = self._numbered.get(at)
        if known is None:
            known = self._numbered[at] = _numbered(row, field)
        return known

    def method(self, row: Row) -> str:
        """How points are calculated, in the document's words: method and printed note."""
        known = self._methods.get(row.key)
        if known is None:
            texts = (self.numbered(row, field) for field in _CALCULATED)
            known = self._methods[row.key] = "\n".join(filter(None, texts))
        return known

    def all(self, row: Row) -> str:
        """Everything the document says of a row."""
        return "\n".join(self._with_numbers(row, field) for field in PROSE)

    def calculation(self, row: Row) -> Calculation:
        """What the method and the printed note of a row say."""
        known = self._calculations.get(row.key)
        if known is None:
            known = self._calculations[row.key] = read_calculation(self.method(row))
        return known


def _without_examples(text: str) -> str:
    folded = text.casefold()
    return _EXAMPLE.sub("", text) if "ví dụ" in folded or "vd" in folded else text


def _numbered(row: Row, field: str) -> str:
    text = with_percent_signs(corrected(row, field))
    if field in _CALCULATED and len(units := _money_of(row)) == 1:
        text = amounts_in(text, units.pop())
    if not (row.inputs and (_NUMERAL.search(text) or _HALF_MONTH.search(text))):
        return text
    nouns = _nouns(row)
    return with_numerals(_HALF_MONTH.sub("15 ngày", text) if nouns >= _TIMES else text, nouns)


def _money_of(row: Row) -> set[str]:
    return {unit for given in row.inputs.values() for unit in money_named_in(given.unit)}


def with_numerals(text: str, nouns: Collection[str]) -> str:
    """Counts of what ``nouns`` name, with the number instead of the word.

    Example:
        >>> with_numerals("Hai người trở lên; cứ năm bài trong một năm", {"người", "bài"})
        '2 người trở lên; cứ 5 bài trong một năm'
    """

    def number(match: re.Match[str]) -> str:
        numeral, noun = match["numeral"].casefold(), match["noun"]
        means_more = (_YEAR if numeral == "năm" else _LARGER).search(text, 0, match.start())
        if noun.casefold() not in nouns or means_more:
            return match.group()
        return f"{_NUMERALS[numeral]} {noun}"

    return _NUMERAL.sub(number, text)


def _nouns(row: Row) -> set[str]:
    """What the figures of a row count: the words of their units, and the first after ``số``.

    Where days are counted, the text may name weeks and months.
    """
    figures = row.inputs.values()
    units = {word for figure in figures for word in _WORD.findall(figure.unit.casefold())}
    counted = (_COUNTED.match(figure.label) for figure in figures)
    nouns = units | {match.group(1).casefold() for match in counted if match}
    return nouns if _TIMES.isdisjoint(units) else nouns | _TIMES


def with_percent_signs(text: str) -> str:
    """Shares written in words, with the sign instead.

    Example:
        >>> with_percent_signs("trên 70 phần trăm, dưới 5 phần nghìn")
        'trên 70%, dưới 0.5%'
    """
    return _SHARE_IN_WORDS.sub(_percent, text) if "phần" in text or "‰" in text else text


def _percent(match: re.Match[str]) -> str:
    number, unit = match.groups()
    if unit.casefold().endswith("trăm"):
        return f"{number}%"
    return f"{decimal_text(exact(number.replace(',', '.')) / 10)}%"


def printed(row: Row, field: str) -> str:
    """The text of a field as printed; empty where there is none."""
    match field:
        case "evidence":
            return "" if row.evidence is None else row.evidence.printed
        case "deadline":
            return "" if row.deadline is None else row.deadline.printed
        case "lead" | "coordinating":
            return "; ".join(getattr(row, field))
        case "max_points":
            return "" if row.max_points is None else str(row.max_points)
        case _:
            value = getattr(row, field, None)
            return value if isinstance(value, str) else ""


def corrected(row: Row, field: str) -> str:
    """The text of a field with its recorded printing errors corrected."""
    text = printed(row, field)
    for correction in row.corrections if text else ():
        if correction.field == field:
            text = text.replace(correction.printed, correction.correct)
    return text

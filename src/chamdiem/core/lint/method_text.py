"""The literal calculation text by itself: overlapping bands, lost signs, formulas that contradict it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from chamdiem.core.lint.band_faults import Gap, gaps, overlaps
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Fact, Facts, Hit, Percent
from chamdiem.core.lint.folding import fold
from chamdiem.core.lint.printed_bands import has_rest
from chamdiem.core.lint.printed_days import day_of, since_in, with_day_numbers, written_day
from chamdiem.core.lint.printed_ladders import read_ladder
from chamdiem.core.lint.printed_lines import lines_of
from chamdiem.core.lint.printed_points import has_other_case
from chamdiem.core.lint.wording import corrected
from chamdiem.core.points import decimal_text

_YES_NO_LINE = re.compile(
    r"^[-+•\s]*(đã |chưa |không |có )?(có|không|đã|chưa)\b[^:\n]*:\s*(điểm tối đa|0 điểm|được|đạt)",
    re.IGNORECASE,
)
_NOTE_RATIO = re.compile(r"t[ỷỉ] lệ[^=\n]{0,40}=", re.IGNORECASE)
_PLAIN_PERCENT = re.compile(r"điểm\s*=\s*t[ỷỉ] lệ\s*[*x×]\s*100\s*%", re.IGNORECASE)
_REWARDED = re.compile(r"[:=(]|\bđược\b|\bđạt\b|\btính\b")
_SIGN = re.compile(r"[<>≤≥]")
_BARE_EDGE = re.compile(r"([<>≤≥])\s*=?\s*(\d+(?:[.,]\d+)?)(?!\s*\\?%)(?![\d.,])")
_SIGNED_EDGE = re.compile(r"(\d+(?:[.,]\d+)?)\s*\\?%")
_POINT_NUMBER = re.compile(r"\d(?<!\w.)\d*\.\d+\s*(?:%|điểm)", re.IGNORECASE)


def overlapping_bands(document: Document) -> Iterator[Hit]:
    """Two bands of the text contain the same value."""
    for row in document.set.criteria:
        text = document.wording.numbered(row, "method")
        since = None if row.rule is None else since_in(row.rule, row.inputs)
        lines = {} if since is None else {with_day_numbers(line, since): line for line in lines_of(text)}
        for first, second, edge in overlaps(document.wording.bands("\n".join(lines) if lines else text, row)):
            printed = [lines.get(band.line, band.line) for band in (first, second)]
            day = None if since is None else day_of(edge, since)
            value = decimal_text(edge) if day is None else written_day(day)
            unit = "%" if first.unit == "%" else f" {first.unit}".rstrip()
            facts: Facts = {"first": printed[0], "second": printed[1], "value": f"{value}{unit}"}
            yield Hit(row=row, detail=value, printed=" | ".join(printed), computed=value, facts=facts)


def gapped_bands(document: Document) -> Iterator[Hit]:
    """Between two bands of the text lie values nobody speaks of."""
    for row in document.set.criteria:
        text = document.wording.numbered(row, "method")
        if has_rest(text) or read_ladder(text) is not None:
            continue
        bands = document.wording.bands(text, row)
        if has_other_case(text, bands, row.max_points or Fraction(1)):
            continue
        for gap in gaps(bands):
            between = f"{decimal_text(gap.low)}–{decimal_text(gap.high)}"
            yield Hit(row=row, detail=between, computed=between, facts=_unnamed(gap))


def _unnamed(gap: Gap) -> Facts:
    """One value, whole values from the first to the last, or all between two."""
    ends = gap.whole or (gap.low, gap.high)
    low, high = (Percent(each / 100) if gap.unit == "%" else each for each in ends)
    facts: dict[str, Fact] = dict.fromkeys(("only", "first", "last", "low", "high"), "")
    if ends[0] == ends[1]:
        return facts | {"only": low}
    return facts | ({"first": low, "last": high} if gap.whole else {"low": low, "high": high})


def lost_percent_signs(document: Document) -> Iterator[Hit]:
    """A threshold lacks the percent sign it carries elsewhere in the same text."""
    for row in document.set.criteria:
        text = document.wording.method(row)
        signed = set(_SIGNED_EDGE.findall(text))
        for match in _BARE_EDGE.finditer(text):
            if match.group(2) in signed:
                facts: Facts = {"text": match.group().strip(), "expected": f"{match.group().strip()}%"}
                yield Hit(
                    row=row,
                    detail=match.group(),
                    printed=match.group().strip(),
                    computed=f"{match.group(2)}%",
                    facts=facts,
                )


def yes_no_with_ratio(document: Document) -> Iterator[Hit]:
    """The method asks yes or no, while the note defines a ratio."""
    for row in document.set.criteria:
        method, note = corrected(row, "method"), corrected(row, "printed_note")
        lines = [line for line in method.split("\n") if line.strip()]
        is_yes_no = bool(lines) and all(_YES_NO_LINE.match(line) for line in lines)
        if is_yes_no and _NOTE_RATIO.search(note):
            yield Hit(row=row, printed=" ".join(method.split()), computed=" ".join(note.split()))


def points_and_bands(document: Document) -> Iterator[Hit]:
    """The text says that points are the ratio, and gives bands as well."""
    for row in document.set.criteria:
        text = document.wording.method(row)
        match = _PLAIN_PERCENT.search(text)
        if match and len(document.wording.bands(text, row)) > 1:
            yield Hit(row=row, printed=match.group(), facts={"formula": match.group()})


def same_condition_twice(document: Document) -> Iterator[Hit]:
    """Two lines of the text state the same condition with different points."""
    for row in document.set.criteria:
        seen: dict[tuple[str, ...], str] = {}
        for line in corrected(row, "method").split("\n"):
            condition, _, reward = _split(line)
            if len(condition.split()) < 4:
                continue
            # Folding takes the sign away: below 0.25 % is not from 0.25 %.
            signs = _SIGN.findall(line.partition(":")[0])
            other = seen.setdefault((condition, *signs), reward)
            if other != reward:
                yield Hit(
                    row=row, detail=condition, printed=line.strip(" -+"), facts={"line": line.strip(" -+")}
                )


def decimal_points(document: Document) -> Iterator[Hit]:
    """A number is printed with a decimal point, where Vietnamese has a comma."""
    fields = ("method", "printed_note")
    texts = {
        row.key: "\n".join((row.name, *(corrected(row, field) for field in fields))) for row in document.rows
    }
    for key, text in texts.items():
        match = _POINT_NUMBER.search(text)
        if match:
            expected = match.group().replace(".", ",")
            facts: Facts = {"text": match.group(), "expected": expected}
            yield Hit(
                row=document.set.row(key),
                detail=match.group(),
                printed=match.group(),
                computed=expected,
                facts=facts,
            )


def _split(line: str) -> tuple[str, str, str]:
    """A line as condition, separator, reward."""
    match = _REWARDED.search(line)
    if match is None:
        return fold(line), "", ""
    return fold(line[: match.start()]), match.group(), fold(line[match.start() :])


CHECKS = (
    Check("method.overlap", "warning", "text", overlapping_bands),
    Check("method.gap", "warning", "text", gapped_bands),
    Check("method.percent_lost", "warning", "text", lost_percent_signs),
    Check("method.yes_no_with_ratio", "warning", "text", yes_no_with_ratio),
    Check("method.points_and_bands", "warning", "text", points_and_bands),
    Check("method.same_condition", "warning", "text", same_condition_twice),
    Check("text.decimal_point", "info", "text", decimal_points),
)

"""The points a calculation text states for a value, against those its rule gives there.

Rule and text are compared by what they give at the edges of the bands and between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from chamdiem.core.expression import Binary, Letter
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit, Percent, Word
from chamdiem.core.lint.measuring import Measured, gated_ratios, measured_rules
from chamdiem.core.lint.percent_bands import in_percent
from chamdiem.core.lint.printed_days import day_of, with_day_numbers, written_day
from chamdiem.core.lint.printed_ladders import Ladder, read_climb, read_ladder
from chamdiem.core.lint.printed_lines import clauses_of, lines_of
from chamdiem.core.lint.printed_points import Printed, Stated, read_points
from chamdiem.core.lint.printed_rewards import PrintedReward
from chamdiem.core.lint.printed_scores import without_scores
from chamdiem.core.lint.printed_takings import with_points_given, with_points_left
from chamdiem.core.lint.probing import probes
from chamdiem.core.lint.ranked_places import counts_places
from chamdiem.core.lint.rule_numbers import is_equal
from chamdiem.core.points import Rounding, decimal_text
from chamdiem.core.quotient import quotient_of

_MONEY = re.compile(r"\b(?:nghìn|triệu|tỷ)(?= đồng)", re.IGNORECASE)
_MULTIPLIES = re.compile(
    r"^[\s+•-]*\(*[a-z]\s*/\s*[a-z]\s*\)*\s*[*x×]\s*\d"
    r"|[*x×]\s*(?:[\d/]+\s*)?điểm|tối đa\s*[*x×]|điểm\s*[=:]\s*(?:[^;\n]*[*x×]\s*\d|\d[\d.,]*\s*[*x×])",
    re.IGNORECASE | re.MULTILINE,
)
# The texts of a row that may state points, those of the document before the reading beside them.
_PRINTED, _READING = ("method", "printed_note"), ("note",)


def points_against_text(document: Document) -> Iterator[Hit]:
    """For some value the rule gives other points than the text states."""
    yield from _against(document, _PRINTED)


def points_against_reading(document: Document) -> Iterator[Hit]:
    """For some value the rule gives other points than the note beside it says."""
    yield from _against(document, _READING)


def _against(document: Document, fields: Sequence[str]) -> Iterator[Hit]:
    for measured in (*measured_rules(document), *gated_ratios(document)):
        for field in fields:
            text = document.wording.numbered(measured.place.row, field)
            if field in _READING:
                text = "\n".join(clauses_of(text))
            if text:
                yield from _differing_from(text, measured, document, is_reading=field in _READING)


def _differing_from(text: str, measured: Measured, document: Document, *, is_reading: bool) -> Iterator[Hit]:
    read = read_printed(text, measured, document)
    if read is None:
        return
    printed, lines = read
    text = "\n".join(lines) or text
    climb, ladder = read_climb(text), read_ladder(text)
    if climb is not None:
        yield from _off(climb.text, climb.rungs(measured.maximum), measured, printed)
    if ladder is not None:
        yield from _off_the_ladder(measured, printed, ladder)
    is_about = is_about_rule(printed, measured) or (is_reading and _counts_the_same(printed, measured))
    if (printed.lines or printed.rest) and is_about:
        yield from _differing(measured, printed, document, lines)


def read_printed(
    text: str, measured: Measured, document: Document
) -> tuple[Printed, Mapping[str, str]] | None:
    """What a text states of the value of a rule, with the printed line of every line that was rewritten.

    None where it states nothing, or in more than one unit.
    """
    row, lines = measured.place.row, dict[str, str]()
    if measured.since is not None:
        lines = {with_day_numbers(line, measured.since): line for line in lines_of(text)}
    elif row.role == "deduction":
        lines = with_points_given(text)
    else:
        lines = with_points_left(text, measured.maximum)
    if (plain := without_scores(text)) != text:
        lines = {without_scores(line): printed for line, printed in (lines or _as_printed(text)).items()}
        text = plain
    text = "\n".join(lines) or text
    bands = in_percent(document.wording.bands(text, row), measured.rule, is_percentage=measured.is_percentage)
    if len({each.casefold() for each in _MONEY.findall(text)}) > 1:
        # "từ 500 triệu đồng đến 1 tỷ đồng": the figure has one unit, the text two.
        return None
    if len({band.unit for band in bands}) > 1:
        return None
    if not (bands or read_climb(text) or _MULTIPLIES.search(text)):
        return None
    return read_points(text, bands, measured.maximum), lines


def _as_printed(text: str) -> dict[str, str]:
    return {line: line for line in lines_of(text)}


def is_about_rule(printed: Printed, measured: Measured) -> bool:
    """Whether the bands share an edge with the rule; without bands its value must be a share."""
    if measured.since is not None:
        return bool(printed.bands)
    used = {each / measured.factor for each in measured.thresholds}
    if not printed.bands:
        return all(each <= 1 for each in used)
    return any(edge / (100 if printed.is_percent else 1) in used for edge in printed.edges)


def _counts_the_same(printed: Printed, measured: Measured) -> bool:
    """Whether every band counts in the unit of the only figure: "từ 3 cuộc" where meetings are counted."""
    value, inputs = measured.rule.value, measured.place.row.inputs
    unit = inputs[value.name].unit.casefold() if isinstance(value, Letter) and value.name in inputs else ""
    return bool(unit and printed.bands) and all(band.noun == unit for band in printed.bands)


def _differing(
    measured: Measured, printed: Printed, document: Document, lines: Mapping[str, str]
) -> Iterator[Hit]:
    """The first value of every line for which the rule gives other points.

    ``lines`` holds the printed line of every line that was rewritten to be read.
    """
    told: set[str] = set()
    is_share = printed.is_percent or not (printed.bands or quotient_of(measured.rule.value).is_whole)
    are_places = any(map(counts_places, (measured.place.row.name, *(band.line for band in printed.bands))))
    for value in probes(printed.edges, measured.rule, measured.factor, is_percent=printed.is_percent):
        if are_places and value < 1:
            continue
        line = printed.line_for(value)
        if line is None or line.line in told or _agrees(line.reward, value, measured, document):
            continue
        told.add(line.line)
        yield _hit(measured, line, value, is_share=is_share, printed=lines.get(line.line, line.line))


def _agrees(reward: PrintedReward, value: Fraction, measured: Measured, document: Document) -> bool:
    """Whether the rule gives what is stated, to the digit that counts, or nothing can be said of it."""
    given, stated = measured.points_at(value), reward.at(value, measured.maximum)
    if reward.allows(given, value, measured.maximum) or not measured.can_be(value):
        return True
    rounding = document.set.rounding
    if stated is not None and _quanta(stated, rounding) == _quanta(given, rounding):
        return True
    return reward.slope is not None and not _is_value(reward, measured, document)


def _quanta(points: Fraction, rounding: Rounding) -> int:
    return rounding.quanta(points.numerator, points.denominator)


def _is_value(reward: PrintedReward, measured: Measured, document: Document) -> bool:
    """Whether what a printed formula multiplies is the value of the rule."""
    row, term = measured.place.row, measured.rule.value
    letters = [Letter(letter) for letter in reward.letters if letter in row.inputs]
    if letters:
        return term == (letters[0] if len(letters) == 1 else Binary("/", letters[0], letters[1]))
    formulas = document.wording.calculation(row).formulas
    ratios = [formula.term for formula in formulas if formula.gives == "ratio"]
    if ratios:
        return any(is_equal(each, term) for each in ratios)
    # Where no formula says what the ratio is, 1 - a / b may be it already.
    return not reward.is_turned or (isinstance(term, Binary) and isinstance(term.left, Letter))


def _off_the_ladder(measured: Measured, printed: Printed, ladder: Ladder) -> Iterator[Hit]:
    """The first rung below the band of the maximum where the rule gives other points."""
    tops = [
        each.band.low / 100
        for each in printed.lines
        if each.band and each.band.low is not None and each.reward.points == (measured.maximum,)
    ]
    if not printed.is_percent or len(tops) != 1:
        return
    yield from _off(ladder.text, ladder.rungs(tops[0], measured.maximum), measured, printed)


def _off(
    text: str, rungs: Iterator[tuple[Fraction, Fraction]], measured: Measured, printed: Printed
) -> Iterator[Hit]:
    """The first rung in no other printed band for which the rule gives other points."""
    others = [band for band in printed.bands if text not in " ".join(band.line.split())]
    for share, points in rungs:
        is_named = any(band.includes(share * 100) for band in others)
        if not is_named and measured.can_be(share) and measured.points_at(share) != points:
            yield _hit(measured, Stated(text, PrintedReward((points,))), share, is_share=True, printed=text)
            return


def shown(measured: Measured, value: Fraction, *, is_share: bool) -> Percent | Fraction | str:
    """A value of a rule as people write it."""
    day = None if measured.since is None else day_of(value, measured.since)
    if day is not None:
        return written_day(day)
    return Percent(value) if is_share else value


def _hit(measured: Measured, line: Stated, value: Fraction, *, is_share: bool, printed: str) -> Hit:
    stated, given = line.reward.at(value, measured.maximum), measured.points_at(value)
    facts: Facts = {
        "line": printed,
        "value": shown(measured, value, is_share=is_share),
        "given": given,
        "points": "" if stated is None else stated,
        "part": Word("part_of_maximum") if stated is None else "",
    }
    return Hit(
        row=measured.place.row,
        detail=printed,
        printed=printed,
        computed=decimal_text(given),
        facts=facts,
    )


CHECKS = (
    Check("method.other_points", "error", "rule and text", points_against_text),
    Check("note.other_value", "error", "rule and note", points_against_reading),
)

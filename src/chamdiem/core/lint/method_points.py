"""The points a calculation text states for a value, against those its rule gives there.

Rule and text are compared by what they give at the edges of the bands and between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.core.expression import Binary, Letter, Number, comparisons_in
from chamdiem.core.indicator_set import Row
from chamdiem.core.inputs import PERCENT
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit, Percent, Word
from chamdiem.core.lint.printed_bands import PrintedBand, lines_of
from chamdiem.core.lint.printed_rewards import PrintedReward, read_reward, reward_words
from chamdiem.core.lint.probing import Measuring, points_at, probes
from chamdiem.core.lint.rule_numbers import is_equal, thresholds_of
from chamdiem.core.lint.walking import RuleAt
from chamdiem.core.lint.wording import corrected, with_percent_signs
from chamdiem.core.points import decimal_text
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.composite import GateRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import Rule
from chamdiem.core.rules.simple import FixedRule, YesNoRule
from chamdiem.core.rules.tiers import TiersRule

_REST = re.compile(
    r"^(?:còn lại|ngược lại|(?:các )?trường hợp (?:khác|còn lại)|khác)\b(?P<then>.*)", re.IGNORECASE
)
_FORMULA = re.compile(r"(?:^|\.\s+)['’]?điểm\s*[=:](?P<then>.*)", re.IGNORECASE)
_MULTIPLIES = re.compile(r"[*x×]\s*(?:[\d/]+\s*)?điểm|tối đa\s*[*x×]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Stated:
    """A line that states points, and the values it is about; no band: all that no band names."""

    line: str
    reward: PrintedReward
    band: PrintedBand | None = None


@dataclass(frozen=True, slots=True)
class _Measured:
    """The one rule of a row that measures a value; ``factor`` of its units make one: 100 for a percentage."""

    place: RuleAt
    rule: Measuring
    factor: int

    @property
    def maximum(self) -> Fraction:
        """The most it may give."""
        return self.place.maximum

    def points_at(self, value: Fraction) -> Fraction:
        """The points for a value."""
        return points_at(self.rule, value * self.factor, self.maximum)

    def can_be(self, value: Fraction) -> bool:
        """Whether the figures allow a value."""
        proof, term = self.place.proof, self.rule.value
        most, least = proof.ceiling(term), proof.floor(term)
        own = value * self.factor
        return (most is None or own <= most) and (least is None or own >= least)


def points_against_text(document: Document) -> Iterator[Hit]:
    """For some value the rule gives other points than the text states."""
    for measured in _measuring(document):
        text = with_percent_signs(corrected(measured.place.row, "method"))
        bands = document.wording.bands(text)
        if len({band.unit for band in bands}) > 1 or not (bands or _MULTIPLIES.search(text)):
            continue
        stated = [each for band in bands if (each := _of_band(band, measured.maximum)) is not None]
        rest = _rest(text, measured.maximum)
        if (stated or rest) and _is_about_rule(bands, measured):
            yield from _differing(measured, bands, stated, rest, document)


def _measuring(document: Document) -> Iterator[_Measured]:
    """Rules that measure a value, where nothing but yes or no stands beside them in their row."""
    rows: dict[str, list[RuleAt]] = {}
    for place in document.rules:
        rows.setdefault(place.row.key, []).append(place)
    for places in rows.values():
        row = places[0].row
        measuring = [
            _Measured(each, each.rule, _factor(row, each.rule))
            for each in places
            if isinstance(each.rule, RatioRule | TiersRule)
        ]
        others = [each.rule for each in places if not isinstance(each.rule, RatioRule | TiersRule)]
        if len(measuring) == 1 and row.max_points and row.method and all(map(_is_plain, others)):
            yield measuring[0]


def _is_plain(rule: Rule) -> bool:
    """Whether a rule beside only asks yes or no, or whether there is anything."""
    if isinstance(rule, GateRule):
        return all(
            isinstance(compare.right, Number) and compare.right.value == 0
            for compare in comparisons_in(rule.when)
        )
    return isinstance(rule, YesNoRule | FixedRule)


def _factor(row: Row, rule: Measuring) -> int:
    figure = row.inputs.get(rule.value.name) if isinstance(rule.value, Letter) else None
    return 100 if figure is not None and figure.unit == PERCENT else 1


def _of_band(band: PrintedBand, maximum: Fraction) -> _Stated | None:
    reward = read_reward(reward_words(band.then), maximum)
    return None if reward is None else _Stated(band.line, reward, band)


def _rest(text: str, maximum: Fraction) -> _Stated | None:
    """The line about all other values: what is left over, else the only formula without a condition."""
    lines = lines_of(text)
    for line in lines:
        match = _REST.match(line)
        if match:
            reward = read_reward(match["then"], maximum)
            return None if reward is None else _Stated(line, reward)
    formulas = [(line, match["then"]) for line in lines if (match := _FORMULA.search(line)) and match["then"]]
    reward = read_reward(formulas[0][1], maximum) if len(formulas) == 1 else None
    return _Stated(formulas[0][0], reward) if reward is not None and reward.slope is not None else None


def _is_about_rule(bands: Sequence[PrintedBand], measured: _Measured) -> bool:
    """Whether the bands share an edge with the rule; without bands its value must be a share."""
    used = {each / measured.factor for each in thresholds_of(measured.rule)}
    scale = 100 if _is_percent(bands) else 1
    return any(edge / scale in used for edge in _edges(bands)) if bands else all(each <= 1 for each in used)


def _is_percent(bands: Sequence[PrintedBand]) -> bool:
    return bool(bands) and bands[0].unit == "%"


def _edges(bands: Sequence[PrintedBand]) -> list[Fraction]:
    return sorted({edge for band in bands for edge in (band.low, band.high) if edge is not None})


def _differing(
    measured: _Measured,
    bands: Sequence[PrintedBand],
    stated: Sequence[_Stated],
    rest: _Stated | None,
    document: Document,
) -> Iterator[Hit]:
    """The first value of every line for which the rule gives other points."""
    told: set[str] = set()
    is_percent = _is_percent(bands)
    for value in probes(_edges(bands), measured.rule, measured.factor, is_percent=is_percent):
        line = _line_for(value, bands, stated, rest)
        if line is None or line.line in told:
            continue
        given = measured.points_at(value)
        if line.reward.allows(given, value, measured.maximum) or not measured.can_be(value):
            continue
        if line.reward.slope is None or _is_value(line.reward, measured, document):
            told.add(line.line)
            is_share = is_percent or not (bands or quotient_of(measured.rule.value).is_whole)
            yield _hit(measured, line, Percent(value) if is_share else value, value)


def _line_for(
    value: Fraction, bands: Sequence[PrintedBand], stated: Sequence[_Stated], rest: _Stated | None
) -> _Stated | None:
    """The line that speaks of a value; None where none does, or several that disagree."""
    scale = 100 if _is_percent(bands) else 1
    naming = _tightest([band for band in bands if band.includes(value * scale)])
    if not naming:
        # After "4 lần", "3 lần", "2 lần" nobody means that five earn what is left over.
        is_beyond = all(band.low == band.high and value * scale > (band.low or 0) for band in bands)
        return None if bands and is_beyond else rest
    lines = [each for each in stated if each.band in naming]
    return lines[0] if len(naming) == len(lines) == 1 else None


def _tightest(bands: list[PrintedBand]) -> list[PrintedBand]:
    """Of half-lines in one direction (``≥ 10``, ``≥ 7``) only the one that holds least."""
    if len(bands) > 1 and all(band.high is None for band in bands):
        return [max(bands, key=lambda band: band.low or 0)]
    if len(bands) > 1 and all(band.low is None for band in bands):
        return [min(bands, key=lambda band: band.high or 0)]
    return bands


def _is_value(reward: PrintedReward, measured: _Measured, document: Document) -> bool:
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


def _hit(measured: _Measured, line: _Stated, shown: Percent | Fraction, value: Fraction) -> Hit:
    stated, given = line.reward.at(value, measured.maximum), measured.points_at(value)
    facts: Facts = {
        "line": line.line,
        "value": shown,
        "given": given,
        "points": "" if stated is None else stated,
        "part": Word("part_of_maximum") if stated is None else "",
    }
    return Hit(
        row=measured.place.row,
        detail=line.line,
        printed=line.line,
        computed=decimal_text(given),
        facts=facts,
    )


CHECKS = (Check("method.other_points", "error", "rule and text", points_against_text),)

"""What a name or text says of the way points go, against a rule: “càng cao càng tốt”, “theo công thức”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.directions import is_lacking, is_unwanted
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit, Word
from chamdiem.core.lint.measuring import measured_rules
from chamdiem.core.lint.peer_directions import compared_directions
from chamdiem.core.lint.printed_rewards import read_reward, reward_words
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import walk
from chamdiem.core.rules.tiers import TiersRule

_MORE, _LESS = r"(?:cao|lớn|nhiều|tốt)", r"(?:thấp|ít|nhỏ)"
_SAID = re.compile(
    rf"\bcàng (?P<value>{_MORE}|{_LESS})\b[^.;:\n]{{0,30}}\bcàng (?P<points>{_MORE}|{_LESS})\b", re.IGNORECASE
)
_IS_MORE = re.compile(_MORE, re.IGNORECASE)
# What a share is of that there should be much of.
_REACHED = re.compile(
    r"^t[ỷỉ] lệ .*\b(?:đạt|hoàn thành|hài lòng|đúng hạn|trước hạn|trực tuyến|toàn trình)\b", re.IGNORECASE
)
_BELOW = re.compile(
    r"(?:\b(?:dưới|nhỏ hơn|thấp hơn|chưa đạt|không đạt|còn lại|trường hợp khác)\b|<)[^;.\n]{0,60}?"
    r"\btính[^;.\n]{0,20}\btheo (?:công thức|t[ỷỉ] lệ)\b",
    re.IGNORECASE,
)


def directions_against_text(document: Document) -> Iterator[Hit]:
    """The text or the name says that more earns more (or less), and the rule does the opposite."""
    for row, rule in _directed(document):
        is_high, names = rule.better == "high", _names(row, rule)
        said = _said(document.wording.method(row), rule)
        is_ratio = isinstance(rule, RatioRule)
        if said is None and is_ratio and not is_high and len(names) > 1 and _REACHED.match(row.correct_name):
            said = row.correct_name, True
        if said is None and is_ratio and not is_high and len(names) > 1:
            said = _said_by_bands(document, row)
        # Who counts what is in time may well say that the late should be few.
        is_bad = any(is_unwanted(name) or is_lacking(name) for name in names)
        if said is not None and names and said[1] is not is_high and is_bad is not said[1]:
            facts: Facts = {"text": said[0], "does": Word("better_high" if is_high else "better_low")}
            yield Hit(row=row, printed=said[0], computed=rule.better, facts=facts)


def _directed(document: Document) -> Iterator[tuple[Row, RatioRule | PeerRule]]:
    """The rules with a direction, each the only one of its row that measures or compares."""
    for measured in measured_rules(document):
        if isinstance(measured.rule, RatioRule) and measured.place.row.role != "deduction":
            yield measured.place.row, measured.rule
    for row, rule in document.computed:
        inner = [each for each in walk(rule) if isinstance(each, PeerRule | RatioRule | TiersRule)]
        if len(inner) == 1 and isinstance(inner[0], PeerRule) and row.role != "deduction":
            yield row, inner[0]


def formulas_below_threshold(document: Document) -> Iterator[Hit]:
    """The text has a formula for values below the threshold, and the rule gives nothing there."""
    for measured in measured_rules(document):
        row, rule = measured.place.row, measured.rule
        text = document.wording.numbered(row, "method")
        match = _BELOW.search(text) if "theo" in text.casefold() else None
        if (
            match
            and isinstance(rule, RatioRule)
            and rule.full_at is not None
            and not rule.slope(measured.maximum)
        ):
            printed = " ".join(match.group().split())
            yield Hit(row=row, printed=printed, computed="0", facts={"text": printed})


def _said_by_bands(document: Document, row: Row) -> tuple[str, bool] | None:
    """The line that gives everything for 100 %, where another gives nothing below."""
    maximum = row.max_points or Fraction(1)
    whole, below = "", False
    for band in document.wording.bands(document.wording.numbered(row, "method"), row):
        reward = read_reward(reward_words(band.then), maximum)
        if band.unit == "%" and band.low == 100 and reward is not None and maximum in reward.points:
            whole = band.line
        is_below = band.unit == "%" and band.low is None and band.high == 100 and not band.is_high_in
        below |= is_below and reward is not None and reward.points == (Fraction(0),)
    return (whole, True) if whole and below else None


def _said(text: str, rule: RatioRule | PeerRule) -> tuple[str, bool] | None:
    """What a text says of the way points go, and whether more earns more; None where it says both."""
    found = {
        bool(_IS_MORE.fullmatch(match["value"])) is bool(_IS_MORE.fullmatch(match["points"])): match.group()
        for match in _SAID.finditer(text)
    } | (compared_directions(text) if isinstance(rule, PeerRule) else {})
    return None if len(found) != 1 else next((printed, is_high) for is_high, printed in found.items())


def _names(row: Row, rule: RatioRule | PeerRule) -> list[str]:
    """The name of a row and what its rule counts, in small letters; none where it takes something off."""
    numerator = quotient_of(rule.value).numerator
    if any(factor < 0 for factor in numerator.values()):
        return []
    letters = {letter for figures in numerator for letter in figures if letter in row.inputs}
    labels = (row.inputs[letter].label for letter in sorted(letters))
    return [name.casefold() for name in (row.correct_name, *labels) if name]


CHECKS = (
    Check("method.other_direction", "error", "rule and text", directions_against_text),
    Check("method.formula_below", "error", "rule and text", formulas_below_threshold),
)

"""Who decides on points: people where the text prints a scale, a rule where the text leaves it to people."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from chamdiem.core.indicator_set import Row
from chamdiem.core.inputs import POINTS_UNIT
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Hit
from chamdiem.core.lint.printed_lines import lines_of
from chamdiem.core.lint.printed_numbers import points_in
from chamdiem.core.lint.printed_points import read_points
from chamdiem.core.rules.choice import ChoiceRule
from chamdiem.core.rules.composite import GateRule, SumRule
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.rule import Rule, walk
from chamdiem.core.rules.simple import FixedRule, YesNoRule

_PEOPLE = r"(?:hội đồng|tổ (?:thẩm định|giúp việc|chấm điểm)|ban giám khảo|chuyên gia|người chấm)"
_JUDGED = re.compile(
    rf"\b{_PEOPLE}\b[^.;:\n]{{0,60}}?\b(?:chấm|cho)\s+"
    r"(?:(?:điểm\s+)?(?:từ|theo (?:chất lượng|mức độ|thực tế))\b|điểm\s*(?=[.;,\n(]|$))",
    re.IGNORECASE,
)
# What is left to people is seldom counted.
_LEFT_TO_PEOPLE = re.compile(
    rf"\b(?:{_PEOPLE}|chất lượng|mức độ|đánh giá|khảo sát|điều tra|hài lòng|phiếu|xem xét|tương đương)\b",
    re.IGNORECASE,
)
_CALCULATED = re.compile(r"%|[*×=]|\b(?:t[ỷỉ] lệ|mỗi|cứ|trừ|cộng)\b", re.IGNORECASE)
_FEWEST_BANDS = 2


def scales_left_to_people(document: Document) -> Iterator[Hit]:
    """People award points although the text prints them for every value."""
    for place in document.rules:
        row = place.row
        if isinstance(place.rule, ManualRule) and row.evaluator != "survey" and _only_asks(row):
            text = document.wording.method(row)
            if not _LEFT_TO_PEOPLE.search(f"{row.name}\n{text}") and _is_scale(row, document, place.maximum):
                printed = "; ".join(line for line in lines_of(text) if line)
                yield Hit(row=row, printed=printed, computed=place.rule.kind, facts={"text": printed})


def judgements_computed(document: Document) -> Iterator[Hit]:
    """The text leaves the points to people, says nothing of how they are calculated, and a rule does it."""
    for row, rule in document.computed:
        text = document.wording.method(row)
        match = _JUDGED.search(text)
        if match and not (_is_calculated(row, document) or _are_people_asked(row, rule)):
            printed = " ".join(match.group().split())
            yield Hit(row=row, printed=printed, computed=rule.kind, facts={"text": printed})


def _only_asks(row: Row) -> bool:
    """Whether nothing in a rule measures anything, so that a scale can be of the manual part only."""
    plain = ManualRule | SumRule | GateRule | YesNoRule | FixedRule
    rules = () if row.rule is None else tuple(walk(row.rule))
    return sum(isinstance(each, ManualRule) for each in rules) == 1 and all(
        isinstance(each, plain) for each in rules
    )


def _is_scale(row: Row, document: Document, maximum: Fraction) -> bool:
    """Whether the text of a row gives points for bands up to the maximum, and for all else."""
    text = document.wording.method(row)
    printed = read_points(text, document.wording.bands(text, row), maximum)
    rewards = [line.reward.points for line in printed.lines]
    is_whole = len(printed.lines) == len(printed.bands) >= _FEWEST_BANDS and (maximum,) in rewards
    has_end = any(band.low is None for band in printed.bands)
    return is_whole and (printed.rest is not None or has_end)


def _is_calculated(row: Row, document: Document) -> bool:
    """Whether the text of a row says more of the points than how many they may be."""
    text = document.wording.method(row)
    return (
        bool(_CALCULATED.search(text) or document.wording.bands(text, row)) or len(set(points_in(text))) > 1
    )


def _are_people_asked(row: Row, rule: Rule) -> bool:
    """Whether people fill in what a rule computes: they answer themselves, choose a level or type points."""
    is_chosen = any(isinstance(each, ChoiceRule) for each in walk(rule))
    return (
        is_chosen
        or row.evaluator not in ("organisation", "feed")
        or any(
            each.unit == POINTS_UNIT or "điểm" in each.label.casefold() or _LEFT_TO_PEOPLE.search(each.label)
            for each in row.inputs.values()
        )
    )


CHECKS = (
    Check("method.scale_left_to_people", "warning", "rule and text", scales_left_to_people),
    Check("method.judgement_computed", "warning", "rule and text", judgements_computed),
)

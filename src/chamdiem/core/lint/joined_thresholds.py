"""Two thresholds of one sentence (“từ 5 lớp hoặc từ 20 buổi trở lên”), against how a rule joins them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

from chamdiem.core.expression import Both, Compare, Condition, Either, Number
from chamdiem.core.points import exact
from chamdiem.core.rules.checklist import ChecklistRule
from chamdiem.core.rules.rule import Rule, walk

_NUMBER = r"(?<![\d.,/])\d{1,4}(?:,\d+)?"
# What stands between two numbers that are joined; a limit from above makes a band of them.
_WORDS = (
    r"(?:(?!\b(?:điểm|đ|dưới|đến|không quá|tối đa|nhỏ hơn|bằng|và|hoặc|hay|đồng thời|mỗi|cứ)\b)[^\d:;.\n<≤])"
)
# "Từ 5 lớp", "ít nhất 20 buổi"; not "Điều 5", "trong 12 tháng".
_FROM = r"(?:\b(?:từ|ít nhất|tối thiểu|trên|hơn|đạt|có|đủ|không dưới)\s+|(?:≥|>=?)\s*)"
_UNIT = r"\s*(?:%|(?!(?:điểm|đ|ngày|tuần|tháng|quý|năm|giờ|phút)\b)[^\W\d_]+)"
_JOINS = ("và", "hoặc", "hay", "đồng thời")
_TWO_NUMBERS = re.compile(r"\d\D+\d")
_JOINED = re.compile(
    rf"{_FROM}(?P<one>{_NUMBER})(?P<one_of>{_UNIT}){_WORDS}{{1,60}}?\b(?P<join>{'|'.join(_JOINS)})\b"
    rf"(?:\s+|{_WORDS}{{1,60}}?{_FROM})(?P<other>{_NUMBER})(?P<other_of>{_UNIT})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class JoinedThresholds:
    """Two thresholds of one line, and whether it wants both."""

    line: str
    values: tuple[Fraction, Fraction]
    wants_both: bool


def joined_thresholds(text: str) -> Iterator[JoinedThresholds]:
    """The pairs of a calculation text.

    Example:
        >>> [each.wants_both for each in joined_thresholds("Từ 5 lớp hoặc từ 20 buổi: 10 điểm")]
        [False]
    """
    for line in text.split("\n"):
        for match in _JOINED.finditer(line) if _may_join(line) else ():
            one = _value(match["one"], match["one_of"])
            other = _value(match["other"], match["other_of"])
            if one != other:
                wants_both = match["join"].casefold() in ("và", "đồng thời")
                yield JoinedThresholds(" ".join(line.strip(" -+•").split()), (one, other), wants_both)


def _may_join(line: str) -> bool:
    folded = line.casefold()
    return any(join in folded for join in _JOINS) and bool(_TWO_NUMBERS.search(line))


def joined_otherwise(rule: Rule, printed: JoinedThresholds) -> bool:
    """Whether a condition of a rule has both thresholds, joined in the other way."""
    kinds = {kind for condition in _conditions(rule) for kind in _joins(condition, printed.values)}
    return kinds == {Either if printed.wants_both else Both}


def _conditions(rule: Rule) -> Iterator[Condition]:
    for inner in walk(rule):
        if isinstance(inner, ChecklistRule):
            yield from [reduce(Both, inner.conditions())] if inner.need == "all" else ()
        else:
            yield from inner.conditions()


def _joins(condition: Condition, values: tuple[Fraction, Fraction]) -> Iterator[type]:
    """How the innermost condition that asks for both values joins them."""
    if not isinstance(condition, Both | Either):
        return
    inner = [*_joins(condition.left, values), *_joins(condition.right, values)]
    if inner:
        yield from inner
        return
    left, right = _asked(condition.left), _asked(condition.right)
    one, other = values
    if (one in left and other in right) or (other in left and one in right):
        yield type(condition)


def _asked(condition: Condition) -> set[Fraction]:
    """The least values that a condition asks for; more than 4 of something is 5 of it, 80 may be percent."""
    match condition:
        case Both(left, right) | Either(left, right):
            return _asked(left) | _asked(right)
        case Compare(">=", _, Number(value, _)):
            return {value, value / 100}
        case Compare(">", _, Number(value, _)):
            return {value, value / 100, value + 1}
        case _:
            return set()


def _value(number: str, unit: str) -> Fraction:
    return exact(number.replace(",", ".")) / (100 if unit.lstrip().startswith("%") else 1)

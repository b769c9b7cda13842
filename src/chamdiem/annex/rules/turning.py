"""A row whose text speaks of the opposite of its name: figures are called by what the text speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.annex.rules.reading import RuleReading, for_a_reason
from chamdiem.annex.rules.stances import (
    Pair,
    pairs_for,
    said_in,
    says_bad,
    says_good,
    turned,
    without_brackets,
)
from chamdiem.annex.rules.statements import Award, Each, Goal, Heading, Points, Statement
from chamdiem.annex.rules.trying import criterion_of
from chamdiem.core.lint.directions import is_unwanted
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.rule import walk

_SURE_LESS, _LEAST = 12, 20
# "chưa hoàn thành 80%: 0 điểm" only says that less was reached.
_SHORT_OF = re.compile(r"\b(?:không|chưa)\b[^\d<>≥≤=]*[\s(]*(?:[<>≥≤=]\s*)?\d", re.IGNORECASE)
_PERCENT = re.compile(r"\d\s*%")
_NAMES_A_SHARE = re.compile(r"\bt[ỷỉ] lệ\b|\d\s*%|\bsố\b", re.IGNORECASE)


def named_by_the_text(
    statements: Sequence[Statement], name: str, build: Callable[[str], RuleReading]
) -> RuleReading:
    """The rule of a text, whose figures are called by its words where the name says the opposite of them."""
    reading = build(name)
    asked = {given.get("type") for given in reading.inputs.values()} - {"yes_no"}
    found = _opposition(name, list(_spoken_of(statements))) if asked else None
    if found is None or (not found.is_clear and asked == {"choice"}):
        return reading
    if _are_called(reading, found):
        return reading
    other = build(found.called)
    if _labels(other) == _labels(reading):
        # Nothing is asked in the words of the name.
        return reading
    told = f"tên dòng “{name}” và lời văn nói trái nhau"
    if not found.is_clear or other.is_manual:
        return for_a_reason(f"{told}: không rõ số liệu nào được tính")
    other.assumed = [each.replace("theo tên dòng", "theo lời văn") for each in other.assumed]
    other.assumed.append(f"{told}: số liệu gọi theo lời văn, “{found.called}”")
    other.confidence = max(_LEAST, other.confidence - _SURE_LESS)
    return other


@dataclass(frozen=True, slots=True)
class _Opposition:
    """The name a text would give its row; ``is_clear``: all of the text means that."""

    called: str
    pair: Pair
    is_good: bool
    is_clear: bool


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Words of a text with a number in them; ``is_nothing``: they say what earns nothing."""

    text: str
    is_nothing: bool = False


def _opposition(name: str, spoken: Sequence[_Spoken]) -> _Opposition | None:
    """What the text means where it says the opposite of the name; None where they agree."""
    for pair in pairs_for(name, [each.text for each in spoken]):
        own = _stance(name, pair)
        if own is None:
            continue
        said = [each for each in spoken if said_in(each.text, pair)]
        opposite = [each for each in said if _stance(each.text, pair) is (not own)]
        if not opposite or (len(opposite) < len(said) and all(each.is_nothing for each in opposite)):
            continue
        is_clear = len(opposite) == len(said) and opposite[0] is spoken[0]
        return _Opposition(turned(name, opposite[0].text, pair), pair, not own, is_clear)
    return None


def _are_called(reading: RuleReading, found: _Opposition) -> bool:
    """Whether the figures are called by the words of the text already."""
    stances = {_stance(label, found.pair) for label in _labels(reading) if said_in(label, found.pair)}
    return found.is_clear and stances == {found.is_good}


def _stance(text: str, pair: Pair) -> bool | None:
    """Whether all that is said is yes, or all is no; None for neither and for both."""
    said = {each.is_good for each in said_in(text, pair)}
    return said.pop() if len(said) == 1 else None


def _spoken_of(statements: Sequence[Statement]) -> Iterator[_Spoken]:
    """What a text says its numbers are, in its order."""
    for each in statements:
        if isinstance(each, Award):
            if _is_numeric(each) and not _is_apart(each):
                yield _Spoken(each.condition, each.reward.is_nothing)
        elif isinstance(each, Each):
            if not each.takes_off and each.what:
                yield _Spoken(each.what)
        elif isinstance(each, Points | Goal) or (
            isinstance(each, Heading) and _NAMES_A_SHARE.search(without_brackets(each.clause.text))
        ):
            yield _Spoken(each.clause.text)


def _is_numeric(award: Award) -> bool:
    if award.band is None:
        return _PERCENT.search(award.condition) is not None
    return not award.band.is_rest


def _is_apart(award: Award) -> bool:
    """Or something else counts: "có hồ sơ quá hạn trên 30 ngày"."""
    is_other = award.band is not None and not award.band.is_percent
    return award.reward.is_nothing and (is_other or _SHORT_OF.search(award.condition) is not None)


def _labels(reading: RuleReading) -> list[str]:
    return [given["label"] for given in reading.inputs.values()]


def rewards_trouble(reading: RuleReading, maximum: Fraction) -> str:
    """What a share that only the name of the row names counts, where more of it is worse and earns more."""
    if not any(each.endswith(("theo tên dòng", "theo lời văn")) for each in reading.assumed):
        return ""
    criterion = criterion_of(reading, maximum)
    raising = {
        letter
        for rule in walk(criterion.rule)
        for term in rule.earning_terms(maximum)
        for monomial, factor in quotient_of(term).numerator.items()
        for letter in monomial
        if factor > 0
    }
    labels = [given["label"] for letter, given in reading.inputs.items() if letter in raising]
    if not any(each.endswith("theo tên dòng") for each in reading.assumed):
        return next((each for each in labels if _opposes_itself(each)), "")
    return next((each for each in labels if is_unwanted(each.casefold()) and not says_good(each)), "")


def _opposes_itself(label: str) -> bool:
    """As in "bệnh nhân bỏ thuốc – khỏi": the worse in the name, and other words of the text behind it."""
    named, _, words = label.partition(" – ")
    return bool(words) and says_bad(named) and not says_bad(words)

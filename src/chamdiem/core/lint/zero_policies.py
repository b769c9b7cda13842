"""What a text gives where there is nothing to divide by, against what the rule does then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from chamdiem.core.criterion import Criterion
from chamdiem.core.expression import Compare, Condition, Letter, Not, Number, comparisons_in
from chamdiem.core.lint.finding import Hit
from chamdiem.core.lint.folding import words
from chamdiem.core.lint.printed_outcomes import Outcome, outcome_hit, read_outcomes
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.composite import GateRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import Rule
from chamdiem.core.rules.simple import FixedRule
from chamdiem.core.rules.tiers import TiersRule

# "Bằng 0", "bằng không thì", and what follows.
_IS_ZERO = (
    r"\s*(?:bằng|=)\s*(?:0\b|không(?=\s*[:,]|\s+(?:thì|được|chấm|tính|cho|\d)))(?P<then>[^.;\n]{0,100})"
)
_NO_DENOMINATOR = re.compile(rf"\b(?P<name>mẫu số|mẫu|[a-z]){_IS_ZERO}", re.IGNORECASE)
# "Tổng số trường bằng 0".
_COUNT_IS_ZERO = re.compile(rf"\b(?P<what>(?:tổng )?số [^.,;:=\d\n]{{2,60}}?){_IS_ZERO}", re.IGNORECASE)
# "Không phát sinh sự cố thì được điểm tối đa", "đơn vị không có hồ sơ: không đánh giá".
_NONE_OCCURRED = re.compile(
    r"(?:^|[.;\n]\s*|\b(?:nếu|khi|mà|trường hợp|đơn vị|cơ quan|địa phương|địa bàn|nơi|huyện|xã|sở)\s+)"
    r"(?:[-+•]\s*)?"
    r"(?:trong (?:năm|kỳ|quý|tháng)(?: đánh giá| báo cáo)?,?\s+)?"
    r"không (?:có|còn|tổ chức|phát sinh|phát hiện|xảy ra|để xảy ra|ghi nhận)\b(?P<what>[^.;:\n]{0,60}?)\s*"
    r"(?:\b(?:thì|vẫn)\b|:"
    r"|(?=\b(?:được|tính|chấm|cho) (?:tính|chấm|cho|hưởng|miễn|điểm|đủ|trọn|tối đa|toàn bộ|\d)))"
    r"(?P<then>[^.;\n]{0,100})",
    re.IGNORECASE,
)
_GENERAL = frozenset(words("tổng số lượng các bất kỳ nào một trong năm cả phát sinh"))
_POLICIES = {"full": Fraction(1), "zero": Fraction(0), "not_applicable": None}
# What asks for none of something, and for any of it.
_NONE, _ANY = frozenset(("= 0", "<= 0", "< 1")), frozenset(("!= 0", "> 0", ">= 1"))


def other_policy(criterion: Criterion, rule: Rule, note: str) -> Iterator[Hit]:
    """What a text gives where the denominator is zero, against what the rule does there."""
    found = _policy(criterion, rule)
    if found is None:
        return
    dividing, given = found
    for match in _about_nothing(criterion, dividing, note, given):
        stated = read_outcomes(match.group("then"), criterion.maximum)
        if stated and given not in stated:
            yield outcome_hit(criterion, match.group(), given)


def _policy(criterion: Criterion, rule: Rule) -> tuple[RatioRule | TiersRule, Outcome] | None:
    """The rule that measures, and what a denominator of zero gives: by its policy, or by a question ahead."""
    at_zero = dict[str, Rule]()
    while isinstance(rule, GateRule):
        asked = _asked_of_zero(rule.when)
        if asked is not None:
            letter, holds = asked
            at_zero.setdefault(letter, rule.then if holds else rule.otherwise)
            rule = rule.otherwise if holds else rule.then
        elif any(True for _ in comparisons_in(rule.when)):
            return None
        else:
            rule = rule.then
    if not isinstance(rule, RatioRule | TiersRule):
        return None
    letters, when = _denominator(rule), criterion.row.not_applicable_when
    if len(letters) == 1 and when is not None and _asked_of_zero(when) == (min(letters), True):
        return rule, Outcome(None)
    if len(letters) == 1 and letters <= at_zero.keys():
        branch = at_zero[min(letters)]
        share = Fraction(branch.gives_all) if isinstance(branch, FixedRule) else None
        return None if share is None else (rule, Outcome(share * criterion.maximum))
    if rule.if_zero is None:
        return None
    share = _POLICIES[rule.if_zero]
    return rule, Outcome(None if share is None else share * criterion.maximum)


def _asked_of_zero(when: Condition) -> tuple[str, bool] | None:
    """The figure of which a condition asks whether there is any, and whether it holds where there is none."""
    match when:
        case Not(operand):
            asked = _asked_of_zero(operand)
            return None if asked is None else (asked[0], not asked[1])
        case Compare(operator, Letter(name), Number(value)) if f"{operator} {value}" in _NONE | _ANY:
            return name, f"{operator} {value}" in _NONE
        case _:
            return None


def _denominator(rule: RatioRule | TiersRule) -> set[str]:
    return {letter for each in quotient_of(rule.value).denominator for letter in each}


def _about_nothing(
    criterion: Criterion, rule: RatioRule | TiersRule, text: str, given: Outcome
) -> Iterator[re.Match[str]]:
    """What a text says of a denominator of zero: by its letter, or by what it counts."""
    letters = _denominator(rule)
    for match in _NO_DENOMINATOR.finditer(text):
        name = match.group("name").casefold()
        if name.startswith("mẫu") or letters == {name}:
            yield match
    inputs = criterion.letters.inputs
    counts = {letter: set(words(each.label)) - _GENERAL for letter, each in inputs.items()}
    counted = [counts.pop(letter) for letter in letters if letter in counts]
    if not len(counted) == len(letters) == 1:
        return
    for match in _COUNT_IS_ZERO.finditer(text):
        named = set(words(match.group("what"))) - _GENERAL
        if named == counted[0] and named not in counts.values():
            yield match
    when = criterion.row.not_applicable_when
    # Where the answer "no" leads to the same outcome, it does not matter which of the two is meant.
    same = {when.operand} if isinstance(when, Not) and given.points is None else set()
    asked = [
        set(words(each.label))
        for letter, each in inputs.items()
        if each.type == "yes_no" and Letter(letter) not in same
    ]
    for match in _NONE_OCCURRED.finditer(text) if "không" in text.casefold() else ():
        named = set(words(match.group("what"))) - _GENERAL
        # "Không có: 0 điểm" may deny anything.
        is_told = named or "phát sinh" in match.group().casefold()
        # "Không có hệ thống: 0 điểm" may answer "Có hệ thống giám sát" as well as count them.
        is_answer = any(named <= each for each in asked)
        if is_told and not is_answer and named <= counted[0]:
            yield match

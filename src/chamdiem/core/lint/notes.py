"""The rule against the note beside it: thresholds, points for each item, nothing to count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.core.award import Status
from chamdiem.core.cases import result_of
from chamdiem.core.criterion import Criterion
from chamdiem.core.expression import comparisons_in, letters_in
from chamdiem.core.indicator_set import Case
from chamdiem.core.lint.calculation import read_calculation
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit, Percent, Word
from chamdiem.core.lint.folding import words
from chamdiem.core.lint.note_levels import other_levels
from chamdiem.core.lint.printed_formulas import agrees
from chamdiem.core.lint.rule_numbers import thresholds_of, values_of
from chamdiem.core.points import decimal_text, exact
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.choice import ChoiceRule
from chamdiem.core.rules.composite import GateRule
from chamdiem.core.rules.count import CountPart, CountRule, DeductRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import Rule, walk
from chamdiem.core.rules.simple import YesNoRule
from chamdiem.core.rules.tiers import TiersRule
from chamdiem.core.unparse import unparse

_NUMBER = r"\d{1,4}(?:[.,]\d+)?"
# "Dưới 50% thì 0 điểm": a threshold with what it gives.
_THRESHOLD = re.compile(
    r"(?:dưới|từ|trên|đạt|[<>≥≤])\s*(?P<share>\d{1,3}(?:[.,]\d+)?)\s*%"
    r"(?:\s+trở (?:lên|xuống))?\s*(?:thì|:|→|được|cho|không)[^.;\n%]{0,12}điểm",
    re.IGNORECASE,
)
# "Mỗi tin, bài", but not "mỗi tháng, ...".
_KINDS = r"(?:(?!tuần|tháng|quý|năm|kỳ|lần)[^\W\d_]+,\s)?"
# "Mỗi lớp được 0,5 điểm", "cứ 5 lớp cộng 1 điểm", "0,5 điểm cho mỗi lớp".
_FOR_EACH = re.compile(
    rf"\b(?:mỗi|cứ(?: mỗi)?)\s+(?:\d+\s+)?{_KINDS}[^\d.,;:\n]{{1,40}}?:?"
    rf"\s*(?P<points>{_NUMBER})\s*điểm(?!\s+tối đa)"
    rf"|(?<![\d/.,])(?P<ahead>{_NUMBER})\s*điểm\s*(?:/|cho mỗi|cho một|mỗi)\s*[^\W\d_]",
    re.IGNORECASE,
)
_NO_DENOMINATOR = re.compile(
    r"\b(?P<name>mẫu số|mẫu|[a-z])\s*(?:bằng|=)\s*0\b(?P<then>[^.;\n]{0,100})", re.IGNORECASE
)
_NOTHING_DONE = re.compile(
    r"(?:^|[.;\n]\s*|\bnếu )(?:chưa|không) "
    r"(?:có|tổ chức|thực hiện|phát sinh|đăng|ban hành|xây dựng|thành lập)\b"
    r"(?P<what>[^.;:\n]{0,40}?)(?:\bthì\b|\bvẫn\b|:)(?P<then>[^.;\n]{0,100})",
    re.IGNORECASE,
)
# "Không phát sinh sự cố thì được điểm tối đa", "đơn vị không có hồ sơ: không đánh giá".
_NONE_OCCURRED = re.compile(
    r"(?:^|[.;\n]\s*|\b(?:nếu|khi|mà|trường hợp|đơn vị|cơ quan|địa phương|huyện|xã|sở)\s+)(?:[-+•]\s*)?"
    r"(?:trong (?:năm|kỳ|quý|tháng)(?: đánh giá| báo cáo)?,?\s+)?"
    r"không (?:có|phát sinh|xảy ra|để xảy ra|ghi nhận)\b(?P<what>[^.;:\n]{0,60}?)\s*"
    r"(?:\b(?:thì|vẫn)\b|:|(?=\b(?:được|tính|chấm) (?:tính|chấm|cho|hưởng|điểm|đủ|trọn|tối đa|toàn bộ|\d)))"
    r"(?P<then>[^.;\n]{0,100})",
    re.IGNORECASE,
)
_GENERAL = frozenset(words("tổng số lượng các bất kỳ nào một trong năm cả phát sinh"))
_ARGUES = re.compile(
    r"[“”\"]|\b(?:văn bản|bản gốc|nguyên văn|in là|ghi là|thay vì|không phải)\b", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"\([^)]*\)")
_REWARD = re.compile(
    r"(?P<percent>\d+(?:,\d+)?)\s*%\s*(?:tổng )?(?:số )?điểm"
    r"|(?P<above>\d+)\s*/\s*(?P<below>[1-9]\d*)\s*(?:tổng )?(?:số )?điểm"
    r"|(?P<half>\bnửa)\s*(?:tổng )?(?:số )?điểm"
    rf"|(?P<points>{_NUMBER})\s*điểm"
    r"|(?P<full>điểm tối đa|đủ điểm|trọn điểm|(?:toàn bộ|hết) (?:số )?điểm)"
    r"|(?P<open>không tính(?: \w+)? ?điểm)"
    r"|(?P<none>không (?:được|có|tính|cho)(?: \w+)? ?điểm)"
    r"|(?P<aside>không (?:đánh giá|áp dụng|xét|chấm))",
    re.IGNORECASE,
)
_POLICIES = {"full": Fraction(1), "zero": Fraction(0), "not_applicable": None}
_NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class _Outcome:
    """So many points; None where the row does not apply."""

    points: Fraction | None

    @property
    def facts(self) -> Facts:
        """The points, or the words for a row that does not apply."""
        if self.points is None:
            return {"points": "", "aside": Word("status_not_applicable")}
        return {"points": self.points, "aside": ""}


def thresholds_against_note(document: Document) -> Iterator[Hit]:
    """The note of the row names a threshold for points that the rule does not have."""
    for row, rule in document.computed:
        used = set(thresholds_of(rule))
        for match in _THRESHOLD.finditer(row.note or ""):
            share = exact(match.group("share").replace(",", ".")) / 100
            if share not in used and share not in (0, 1):
                facts: Facts = {"text": match.group(), "threshold": Percent(share)}
                yield Hit(row=row, detail=decimal_text(share), printed=match.group(), facts=facts)


def points_against_note(document: Document) -> Iterator[Hit]:
    """The note of the row gives other points than the rule, for each item, or where there is nothing."""
    for row, rule in document.computed:
        if row.note:
            criterion = document.criteria[row.key]
            yield from _other_points_each(criterion, rule, row.note)
            yield from other_policy(criterion, rule, row.note)
            yield from _other_start(criterion, rule, row.note)
            for text, points in other_levels(row, rule) if isinstance(rule, ChoiceRule) else ():
                yield _hit(criterion, text, _Outcome(points))


def _other_points_each(criterion: Criterion, rule: Rule, note: str) -> Iterator[Hit]:
    """What the note gives for each item, where the rule counts items but gives none of them so much."""
    parts = [
        part for inner in walk(rule) if isinstance(inner, CountRule | DeductRule) for part in inner.parts_
    ]
    known = {points for part in parts for points in _points_each(part)}
    for match in _FOR_EACH.finditer(note) if known else ():
        stated = exact((match.group("points") or match.group("ahead")).replace(",", "."))
        if stated not in known:
            nearest = min(known, key=lambda points: abs(points - stated))
            yield _hit(criterion, match.group(), _Outcome(nearest))


def _points_each(part: CountPart) -> Iterator[Fraction]:
    yield part.points_each
    if part.every:
        yield part.points_each / part.every


def other_policy(criterion: Criterion, rule: Rule, note: str) -> Iterator[Hit]:
    """What a text gives where the denominator is zero, against ``if_zero`` of the rule."""
    dividing = _behind_gates(rule)
    if dividing is None or dividing.if_zero is None:
        return
    share = _POLICIES[dividing.if_zero]
    given = _Outcome(None if share is None else share * criterion.maximum)
    for match in _about_nothing(criterion, dividing, note):
        stated = _stated(match.group("then"), criterion.maximum)
        if stated and given not in stated:
            yield _hit(criterion, match.group(), given)


def _behind_gates(rule: Rule) -> RatioRule | TiersRule | None:
    """The rule that measures, itself or behind questions of yes or no."""
    while isinstance(rule, GateRule) and not any(True for _ in comparisons_in(rule.when)):
        rule = rule.then
    return rule if isinstance(rule, RatioRule | TiersRule) else None


def _about_nothing(criterion: Criterion, rule: RatioRule | TiersRule, text: str) -> Iterator[re.Match[str]]:
    """What a text says of a denominator of zero: by its letter, or by what it counts."""
    letters = {letter for each in quotient_of(rule.value).denominator for letter in each}
    for match in _NO_DENOMINATOR.finditer(text) if "0" in text else ():
        name = match.group("name").casefold()
        if name.startswith("mẫu") or letters == {name}:
            yield match
    inputs = criterion.letters.inputs
    counted = {letter: set(words(inputs[letter].label)) - _GENERAL for letter in letters if letter in inputs}
    asked = [set(words(each.label)) for each in inputs.values() if each.type == "yes_no"]
    for match in _NONE_OCCURRED.finditer(text) if len(counted) == len(letters) == 1 else ():
        named = set(words(match.group("what"))) - _GENERAL
        # "Không có: 0 điểm" may deny anything.
        is_told = named or "phát sinh" in match.group().casefold()
        # "Không có hệ thống: 0 điểm" may answer "Có hệ thống giám sát" as well as count them.
        is_answer = any(named <= each for each in asked)
        if is_told and not is_answer and named <= next(iter(counted.values())):
            yield match


def _other_start(criterion: Criterion, rule: Rule, note: str) -> Iterator[Hit]:
    """What the note gives where nothing was done, against the rule with its only figure at zero."""
    figures = criterion.row.inputs
    if not isinstance(rule, TiersRule | CountRule | YesNoRule) or len(figures) != 1:
        return
    letter, figure = next(iter(figures.items()))
    zero = {"whole": "0", "decimal": "0", "yes_no": "no"}.get(figure.type)
    for match in _NOTHING_DONE.finditer(note) if zero else ():
        stated = _stated(match.group("then"), criterion.maximum)
        result = result_of(Case(given={letter: str(zero)}), criterion)
        given = _Outcome(result.points if result.status is Status.SCORED else None)
        if stated and given not in stated and result.status is not Status.INVALID:
            yield _hit(criterion, match.group(), given)


def _stated(text: str, maximum: Fraction) -> tuple[_Outcome, ...]:
    """What a clause gives, or may mean to give; empty where it names no points."""
    match = _REWARD.search(_IN_BRACKETS.sub("", text))
    if match is None:
        return ()
    if match.group("aside") or match.group("open"):
        # "Không tính điểm": no points, or no question of points.
        return (_Outcome(None), _Outcome(_NOTHING))[: 2 if match.group("open") else 1]
    if match.group("points"):
        return (_Outcome(exact(match.group("points").replace(",", "."))),)
    return (_Outcome(maximum * _share(match)),)


def _share(match: re.Match[str]) -> Fraction:
    if match.group("percent"):
        return exact(match.group("percent").replace(",", ".")) / 100
    if match.group("above"):
        return Fraction(int(match.group("above")), int(match.group("below")))
    if match.group("half"):
        return Fraction(1, 2)
    return Fraction(1) if match.group("full") else _NOTHING


def _hit(criterion: Criterion, text: str, given: _Outcome) -> Hit:
    computed = "not_applicable" if given.points is None else decimal_text(given.points)
    printed = " ".join(text.strip(" .;\n").split())
    facts: Facts = {"text": printed, **given.facts}
    return Hit(row=criterion.row, detail=printed, printed=printed, computed=computed, facts=facts)


def formulas_against_note(document: Document) -> Iterator[Hit]:
    """The note gives a formula that the rule does not compute."""
    for row, rule in document.computed:
        note = row.note or ""
        # A note that quotes the document argues about its formula.
        if "/" not in note or _ARGUES.search(note):
            continue
        own = [
            each for each in read_calculation(note).formulas if set(letters_in(each.term)) <= set(row.inputs)
        ]
        values = list(values_of(rule)) if own else []
        if values and not any(agrees(each, values) for each in own):
            first, computed = own[0], unparse(values[0])
            facts: Facts = {"formula": first.text, "rule": computed}
            yield Hit(row=row, detail=unparse(first.term), printed=first.text, computed=computed, facts=facts)


CHECKS = (
    Check("note.formula", "error", "rule and note", formulas_against_note),
    Check("note.contradicts", "error", "rule and note", thresholds_against_note),
    Check("note.other_points", "error", "rule and note", points_against_note),
)

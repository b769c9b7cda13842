"""The rule against the note beside it: thresholds, points for each item, nothing to count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from chamdiem.core.award import Status
from chamdiem.core.cases import result_of
from chamdiem.core.criterion import Criterion
from chamdiem.core.expression import letters_in
from chamdiem.core.indicator_set import Case
from chamdiem.core.lint.calculation import read_calculation
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit, Percent
from chamdiem.core.lint.note_levels import other_levels
from chamdiem.core.lint.printed_formulas import agrees
from chamdiem.core.lint.printed_outcomes import Outcome, outcome_hit, read_outcomes
from chamdiem.core.lint.rule_numbers import thresholds_of, values_of
from chamdiem.core.lint.zero_policies import other_policy
from chamdiem.core.points import decimal_text, exact
from chamdiem.core.rules.choice import ChoiceRule
from chamdiem.core.rules.count import CountPart, CountRule, DeductRule
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
_NOTHING_DONE = re.compile(
    r"(?:^|[.;\n]\s*|\bnếu )(?:chưa|không) "
    r"(?:có|tổ chức|thực hiện|phát sinh|đăng|ban hành|xây dựng|thành lập)\b"
    r"(?P<what>[^.;:\n]{0,40}?)(?:\bthì\b|\bvẫn\b|:)(?P<then>[^.;\n]{0,100})",
    re.IGNORECASE,
)
_ARGUES = re.compile(
    r"[“”\"]|\b(?:văn bản|bản gốc|nguyên văn|in là|ghi là|thay vì|không phải)\b", re.IGNORECASE
)


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
                yield outcome_hit(criterion, text, Outcome(points))


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
            yield outcome_hit(criterion, match.group(), Outcome(nearest))


def _points_each(part: CountPart) -> Iterator[Fraction]:
    yield part.points_each
    if part.every:
        yield part.points_each / part.every


def _other_start(criterion: Criterion, rule: Rule, note: str) -> Iterator[Hit]:
    """What the note gives where nothing was done, against the rule with its only figure at zero."""
    figures = criterion.row.inputs
    if not isinstance(rule, TiersRule | CountRule | YesNoRule) or len(figures) != 1:
        return
    letter, figure = next(iter(figures.items()))
    zero = {"whole": "0", "decimal": "0", "yes_no": "no"}.get(figure.type)
    for match in _NOTHING_DONE.finditer(note) if zero else ():
        stated = read_outcomes(match.group("then"), criterion.maximum)
        result = result_of(Case(given={letter: str(zero)}), criterion)
        given = Outcome(result.points if result.status is Status.SCORED else None)
        if stated and given not in stated and result.status is not Status.INVALID:
            yield outcome_hit(criterion, match.group(), given)


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

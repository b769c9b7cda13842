"""Lines of a calculation text that name a case, against what the rule gives in that case."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from chamdiem.core.expression import Compare, Letter
from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.answered_gates import other_answers
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit, Word
from chamdiem.core.lint.folding import words
from chamdiem.core.lint.printed_cases import PrintedCase, list_cases, list_levels
from chamdiem.core.lint.printed_lines import lines_of
from chamdiem.core.lint.rule_numbers import asks_for, graded_rewards_of
from chamdiem.core.lint.wording import corrected
from chamdiem.core.lint.zero_policies import other_policy
from chamdiem.core.points import decimal_text
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.checklist import ChecklistRule
from chamdiem.core.rules.choice import ChoiceRule
from chamdiem.core.rules.composite import GateRule
from chamdiem.core.rules.count import CountRule, DeductRule
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import Reward, Rule, walk
from chamdiem.core.rules.simple import YesNoRule

_NOT = re.compile(r"\b(?:không|chưa)\b", re.IGNORECASE)
_ASKS = re.compile(r"^(?:đã|chưa|có|không|đạt|hoàn thành)\b", re.IGNORECASE)
_EXPLAINS = re.compile(r"\b(?:giải thích|ghi chú|lưu ý)\b", re.IGNORECASE)
_MEASURED = re.compile(r"t[ỷỉ] lệ|\d|%|\bmỗi\b|\bcứ\b", re.IGNORECASE)
# "Mỗi báo cáo trễ hạn trừ 1 điểm", "cứ 5 lớp: 2 điểm", "trừ 0,5 điểm cho mỗi lần".
_EACH = re.compile(
    r"\b(?:mỗi|cứ(?: mỗi)?)\s+(?:[^\d.,;:\n]{0,30}?\d{1,3}\s+)?[^\d.,;:\n]{1,60}?"
    r"(?P<sign>\b(?:bị\s+)?trừ|(?<!cắt )(?<!được )\bgiảm(?!\s*:))?\s*:?\s*\d{1,4}(?:[.,]\d+)?\s*điểm"
    r"|(?P<ahead>\btrừ)\s+\d{1,4}(?:[.,]\d+)?\s*điểm\s*(?:/|cho mỗi|cho một|mỗi)",
    re.IGNORECASE,
)
# "Thiếu mỗi bài trừ 0,5 điểm" beside "đủ 6 bài: 3 điểm" is what each of them gives.
_MISSING = re.compile(r"\b(?:thiếu|không đủ)\b", re.IGNORECASE)
_AHEAD = 15
# "Kiêm nhiệm tính 3 điểm", "được tính một nửa số điểm": a note that gives a level of its own.
_GIVES = re.compile(r"\d\s*(?:điểm|đ\b|%)|\bnửa\b", re.IGNORECASE)
# Words that only say yes or no.
_COUNTING = frozenset(("số", "lượng", "tổng"))
_ANSWERS = frozenset(("có", "đã", "không", "chưa"))
# How much of two descriptions must be the same words before they count as one case.
_ALIKE = Fraction(3, 5)


def graded_against_yes_no(document: Document) -> Iterator[Hit]:
    """The text only asks yes or no, but the rule gives points in between."""
    for row, rule in document.computed:
        # What a note adds is in between the two.
        lines = [] if _GIVES.search(corrected(row, "printed_note")) else _yes_no(row)
        between = next((inner for inner in walk(rule) if _gives_between(inner)), None) if lines else None
        if between is not None:
            text = "; ".join(line.text for line in lines)
            yield Hit(row=row, printed=text, computed=between.kind, facts={"text": text})


def cases_against_text(document: Document) -> Iterator[Hit]:
    """The text gives other points for a case that it names than the rule does."""
    for row, rule in document.computed:
        if isinstance(rule, YesNoRule):
            yield from _other_answer(row, rule)
        elif isinstance(rule, GateRule):
            yield from other_answers(row, rule, document.wording.numbered(row, "method"))
        elif isinstance(rule, ChoiceRule):
            levels = [(option.label, option.reward) for option in rule.options.values()]
            yield from _other_levels(row, levels, list_levels(row))
        elif isinstance(rule, ChecklistRule) and rule.need == "any":
            yield from _other_levels(row, list(_named_parts(row, rule)), list_cases(row))


def signs_against_text(document: Document) -> Iterator[Hit]:
    """The text takes points off for each item and the rule adds them, or the other way round."""
    for row, rule in document.computed:
        text = corrected(row, "method")
        matches = [
            match
            for match in (_EACH.finditer(text) if "điểm" in text else ())
            if not _MISSING.search(text, max(0, match.start() - _AHEAD), match.end())
        ]
        taken = [bool(match["sign"] or match["ahead"]) for match in matches]
        if not matches or row.role == "deduction":
            continue
        adds, takes = _signs(rule)
        if (all(taken) and adds and not takes) or (
            not any(taken) and takes and not adds and "trừ" not in f"{text} {row.name}".casefold()
        ):
            printed = " ".join(matches[0].group().split())
            facts: Facts = {"text": printed, "does": Word("adds" if adds else "takes")}
            yield Hit(row=row, printed=printed, computed="count" if adds else "deduct", facts=facts)


def policy_against_text(document: Document) -> Iterator[Hit]:
    """The text says what a denominator of zero gives, and the rule gives something else."""
    for row, rule in document.computed:
        for text in (corrected(row, field) for field in ("method", "printed_note")):
            if text:
                yield from other_policy(document.criteria[row.key], rule, text)


def _yes_no(row: Row) -> list[PrintedCase]:
    """The two lines of a text that gives everything or nothing; empty where it is another text."""
    lines = list_levels(row) if row.max_points else []
    if len(lines) != 2 or not (all(_ASKS.match(line.case) for line in lines) or _are_opposites(*lines)):
        return []
    text = _EXPLAINS.split(corrected(row, "method"))[0]
    # Of several on one line ("Đã kết nối: 2 điểm. Chưa kết nối: 0 điểm") all were read.
    told = sum(bool(line) and not line.endswith(":") for line in lines_of(text))
    if told > len(lines) or (told < len(lines) and _EXPLAINS.search(corrected(row, "method"))):
        return []
    given = {line.points[0] for line in lines if len(line.points) == 1}
    is_measured = any(_MEASURED.search(line.case) for line in lines) or "lệ" in corrected(row, "method")
    return lines if given == {Fraction(0), row.max_points} and not is_measured else []


def _are_opposites(one: PrintedCase, other: PrintedCase) -> bool:
    """Whether one of two lines denies what the other says: "không để xảy ra sự cố", "để xảy ra sự cố"."""
    denying = [line for line in (one, other) if _NOT.search(line.case)]
    said, meant = (set(words(line.case)) - _ANSWERS for line in (one, other))
    return len(denying) == 1 and bool(said) and said == meant


def _gives_between(rule: Rule) -> bool:
    if isinstance(rule, RatioRule):
        return bool(rule.slope(Fraction(1)))
    return isinstance(rule, CountRule | DeductRule | PeerRule) or any(True for _ in graded_rewards_of(rule))


def _other_answer(row: Row, rule: YesNoRule) -> Iterator[Hit]:
    """Yes gives what the text gives for no; a label that says no itself turns both round."""
    letter, is_not = asks_for(rule.when)
    lines = _yes_no(row)
    figure = row.inputs.get(letter.name) if isinstance(letter, Letter) else None
    if figure is None or not figure.label or not lines:
        return
    if isinstance(rule.when, Compare) and not all(_is_of(figure.label, line) for line in lines):
        return
    denied = [line for line in lines if _NOT.search(line.case)]
    found = _NOT.search(figure.label)
    if len(denied) != 1:
        return
    line = next(each for each in lines if (each is denied[0]) == bool(found))
    if found and found.start() > 0 and _likeness(figure.label, line.case) < _ALIKE:
        return
    given = Fraction(0) if is_not else row.max_points or Fraction(1)
    if given not in line.points:
        yield _hit(row, line, figure.label, given)


def _is_of(label: str, line: PrintedCase) -> bool:
    """Whether a line speaks of what a figure counts: "Số sự cố", "để xảy ra sự cố"."""
    return not _NOT.search(label) and set(words(label)) - _COUNTING <= set(words(line.case))


def _named_parts(row: Row, rule: ChecklistRule) -> Iterator[tuple[str, Reward]]:
    for part in rule.parts_:
        if not isinstance(part.when, Letter):
            # What "có kế hoạch và có kinh phí" gives comes on top of what the plan alone gives.
            continue
        figure = row.inputs.get(part.when.name)
        label = part.label or ("" if figure is None else figure.label)
        if label:
            yield label, part.reward


def _other_levels(
    row: Row, levels: Sequence[tuple[str, Reward]], lines: Sequence[PrintedCase]
) -> Iterator[Hit]:
    """Levels whose line, and nobody else's, is found in the text, with other points."""
    if not (row.max_points and levels) or len({line.points for line in lines}) < 2:
        return
    labels, cases = [label for label, _ in levels], [line.case for line in lines]
    named = dict(zip(labels, _telling(labels, cases), strict=True))
    told = {line.text: case for line, case in zip(lines, _telling(cases, labels), strict=True)}
    likeness = {
        (label, line.text): max(_likeness(label, line.case), _likeness(named[label], told[line.text]))
        for label in labels
        for line in lines
    }
    for label, reward in levels:
        line = _line_of(label, lines, levels, likeness)
        given = reward.of(row.max_points or Fraction(1))
        if line is not None and given not in line.points:
            yield _hit(row, line, label, given)


def _telling(texts: Sequence[str], others: Sequence[str]) -> list[str]:
    """Each text without the words that several of them have and none of the others: "làm Trưởng ban"."""
    seen = Counter(word for text in texts for word in set(words(text)))
    known = {word for text in others for word in words(text)}
    return [" ".join(word for word in words(text) if seen[word] == 1 or word in known) for text in texts]


def _line_of(
    label: str,
    lines: Sequence[PrintedCase],
    levels: Sequence[tuple[str, Reward]],
    likeness: Mapping[tuple[str, str], Fraction],
) -> PrintedCase | None:
    """The one line that is most like a label, and like no other label more."""
    best = max(lines, key=lambda line: likeness[label, line.text])
    most = likeness[label, best.text]
    rivals = [likeness[label, line.text] for line in lines if line is not best]
    rivals += [likeness[other, best.text] for other, _ in levels if other != label]
    return best if most >= _ALIKE and all(rival < most for rival in rivals) else None


def _likeness(label: str, case: str) -> Fraction:
    """The share of the words of both that stand in both; none where only one of them denies."""
    if bool(_NOT.search(label)) != bool(_NOT.search(case)):
        return Fraction(0)
    one, other = set(words(label)), set(words(case))
    return Fraction(len(one & other), len(one | other) or 1)


def _signs(rule: Rule) -> tuple[bool, bool]:
    """Whether a rule adds points for each item, and whether it takes them off."""
    adds = takes = False
    for inner in walk(rule):
        if isinstance(inner, CountRule):
            factors = [each for part in inner.parts_ for each in quotient_of(part.of).numerator.values()]
            adds, takes = (
                adds or any(each > 0 for each in factors),
                takes or any(each < 0 for each in factors),
            )
        takes = takes or isinstance(inner, DeductRule)
    return adds, takes


def _hit(row: Row, line: PrintedCase, case: str, given: Fraction) -> Hit:
    facts: Facts = {"line": line.text, "case": case, "given": given, "does": ""}
    return Hit(row=row, detail=line.text, printed=line.text, computed=decimal_text(given), facts=facts)


CHECKS = (
    Check("method.yes_no", "error", "rule and text", graded_against_yes_no),
    Check("method.other_case", "error", "rule and text", cases_against_text),
    Check("method.other_sign", "error", "rule and text", signs_against_text),
    Check("method.other_policy", "error", "rule and text", policy_against_text),
)

"""Targets printed in a name, against the thresholds of the rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit, Percent
from chamdiem.core.lint.rule_numbers import constants_in, percents_of, thresholds_of
from chamdiem.core.lint.wording import corrected, with_percent_signs
from chamdiem.core.points import decimal_text
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.rule import Rule, walk

# A percentage is a target at the start or the end of a name, or where the name asks for it.
_SHARE = r"(\d{1,3}(?:[.,]\d+)?)\s*%"
_PERCENT = re.compile(
    rf"(?:^|\b(?:đạt|tối thiểu|ít nhất|từ|trên|không (?:dưới|thấp hơn|ít hơn)|phấn đấu|bảo đảm"
    # "Vượt mức 10% so với kế hoạch" is no level.
    rf"|đảm bảo|vượt mức(?! [\d.,]+\s*% (?:so với|kế hoạch|chỉ tiêu|dự toán|mức)))\s+){_SHARE}"
    rf"|(?<=[\s(≥]){_SHARE}(?=[)\s]*(?:trở lên)?[)\s.;]*$)",
    re.IGNORECASE,
)
_LEAST = re.compile(
    r"\b(?:tối thiểu|ít nhất)\s+(\d{1,4})\b(?!\s*%|\s*[.,/]\s*\d)(?P<rest>[^)]{0,30})", re.IGNORECASE
)
# "Trên 2/3 số thôn", "quá nửa số hộ"; 1/3 alone may be a day.
_PART = re.compile(
    r"\b(?:đạt|tối thiểu|ít nhất|từ|trên|hơn|quá)\s+"
    r"(?:(?P<above>\d)\s*/\s*(?P<below>[2-9]|10)|(?:một )?(?P<half>nửa))"
    r"\s+(?:trở lên\b|(?:tổng )?số\b)",
    re.IGNORECASE,
)
# "1 tháng 1 tin bài", "2 bài/ 1 năm": so many times a year.
_PERIODS = {"tuần": 52, "tháng": 12, "quý": 4, "năm": 1}
# "100 số cơ quan" counts nothing.
_LEADING_NUMBER = re.compile(r"^(\d{2,3})\s+(?=[^\W\d_])(?P<all>(?:số|các|tổng số)\b)?")
_RATE = re.compile(r"^t[ỷỉ] lệ|^mức độ", re.IGNORECASE)


def targets_against_rule(document: Document) -> Iterator[Hit]:
    """A target in the name differs from every threshold of the rule."""
    for row, rule in document.computed:
        known = set(thresholds_of(rule)) | _constants(rule)
        shares = set(percents_of(rule, document.criteria[row.key].letters.inputs))
        for target in _targets(row):
            if not shares.isdisjoint(target):
                continue
            if known and not _is_met(target, known):
                yield _hit(row, target, known)


def targets_without_threshold(document: Document) -> Iterator[Hit]:
    """The name states a target, but the rule has no threshold at all."""
    for row, rule in document.computed:
        if not set(thresholds_of(rule)) | _constants(rule):
            for target in _targets(row):
                yield _hit(row, target, set())


def targets_sharing_a_threshold(document: Document) -> Iterator[Hit]:
    """Rows that share one maximum each print a target, but their rule has fewer thresholds of that size."""
    for row, rule in document.computed:
        sharing = [each for each in document.rows if each.shares_maximum_of == row.key]
        printed = [(each, target[0]) for each in (row, *sharing) for target in _targets(each)]
        known = [*thresholds_of(rule), *percents_of(rule, document.criteria[row.key].letters.inputs)]
        for target in dict.fromkeys(number for _, number in printed):
            rows = [each for each, number in printed if number == target]
            if sharing and len(rows) > known.count(target):
                facts: Facts = {
                    "rows": document.labels(rows),
                    "target": Percent(target),
                    "count": known.count(target),
                }
                yield Hit(row=row, detail=decimal_text(target), printed=decimal_text(target), facts=facts)


def lost_percent_in_name(document: Document) -> Iterator[Hit]:
    """A name begins with a bare number where its neighbours, or its rule, have a percentage."""
    for rows in document.siblings():
        is_usual = any(_PERCENT.match(row.name) for row in rows)
        for row in rows:
            match = _LEADING_NUMBER.match(corrected(row, "name"))
            if match and (is_usual or match.group("all") or _is_share_of(row, Fraction(match.group(1)))):
                number = match.group(1)
                facts: Facts = {"text": number, "expected": f"{number}%"}
                yield Hit(row=row, detail=number, printed=number, computed=f"{number}%", facts=facts)


def _is_share_of(row: Row, percent: Fraction) -> bool:
    """Whether the rule divides figures and gives full marks at so many percent."""
    rules = walk(row.rule) if row.rule is not None else ()
    return any(
        isinstance(rule, RatioRule)
        and rule.threshold * 100 == percent
        and not quotient_of(rule.value).is_whole
        for rule in rules
    )


def _targets(row: Row) -> Iterator[tuple[Fraction, ...]]:
    """Each target of a name, in every way a rule may write it."""
    name = with_percent_signs(corrected(row, "name"))
    for match in _PERCENT.finditer(name) if "%" in name else ():
        number = match.group(1) or match.group(2)
        yield (Fraction(number.replace(",", ".")) / 100,)
    for match in _PART.finditer(name) if "/" in name or "nửa" in name.casefold() else ():
        above, below = (1, 2) if match.group("half") else map(int, match.group("above", "below"))
        yield (Fraction(above, below),)
    # "Tỷ lệ lãnh đạo tham gia ít nhất 1 khoá" says what is counted, not how much of it.
    for match in _LEAST.finditer("" if _RATE.match(name) else name):
        number = Fraction(match.group(1))
        rest = match.group("rest").casefold()
        yield (number, *(number * times for word, times in _PERIODS.items() if word in rest))


def _constants(rule: Rule) -> set[Fraction]:
    """Numbers a rule divides by: ``n / 12`` reaches full marks at 12."""
    return {number for inner in walk(rule) for term in inner.terms() for number in constants_in(term)}


def _is_met(target: tuple[Fraction, ...], known: set[Fraction]) -> bool:
    return any(each in known for each in target)


def _hit(row: Row, target: tuple[Fraction, ...], known: set[Fraction]) -> Hit:
    first = target[0]
    name = with_percent_signs(row.name).replace(" %", "%").replace(",", ".")
    is_share = f"{decimal_text(first * 100)}%" in name
    shown = Percent(first) if is_share else first
    thresholds = tuple(_text(each, counts=max(known) > 1) for each in sorted(known))
    facts: Facts = {"target": shown, "name": row.correct_name, "thresholds": thresholds}
    return Hit(
        row=row,
        detail=decimal_text(first),
        printed=decimal_text(first),
        computed=", ".join(thresholds),
        facts=facts,
    )


def _text(threshold: Fraction, *, counts: bool) -> str:
    """A threshold as a share; where ``counts`` says that things are counted, whole ones as a number."""
    is_share = threshold <= 1 and not (counts and threshold.denominator == 1)
    return f"{decimal_text(threshold * 100)}%" if is_share else decimal_text(threshold)


CHECKS = (
    Check("target.contradicts", "warning", "name and rule", targets_against_rule),
    Check("target.not_in_rule", "warning", "name and rule", targets_without_threshold),
    Check("target.shared", "warning", "name and rule", targets_sharing_a_threshold),
    Check("target.percent_lost", "warning", "name", lost_percent_in_name),
)

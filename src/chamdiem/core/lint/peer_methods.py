"""Ways of comparing organisations: the one the text prints against the one the rule has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chamdiem.core.expression import letters_in
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit, Word
from chamdiem.core.lint.walking import RuleAt
from chamdiem.core.points import exact
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.peer import PeerRule

# "Tỷ lệ của huyện với huyện chi cao nhất": a share of the highest, whatever the text calls it.
_SHARE = re.compile(
    r"\b(?:tỷ lệ|tỉ lệ|so)\b[^.;\n]{0,60}?\b(?:với|trên|so)\b[^.;\n]{0,40}?\b(?:cao|lớn|nhiều)\s+nhất\b",
    re.IGNORECASE,
)
# "Doanh thu của sở / doanh thu của sở cao nhất", "chia cho số lớn nhất";
# "/ (cao nhất - thấp nhất)" is Min-Max.
_OVER_MOST = re.compile(
    r"(?:/|\bchia cho\b)\s*[^.;\n/()–-]{1,60}?\b(?:cao|lớn|nhiều)\s+nhất\b(?!\s*(?:[-–−]|trừ))", re.IGNORECASE
)
_MIN_MAX = re.compile(
    r"\bmin\s*[-–/]\s*max\b"
    # "(cao nhất - thấp nhất)" divides what is above the lowest.
    r"|/\s*\(\s*[^()/.;\n]{0,40}?\b(?:cao|lớn|nhiều) nhất\s*[-–−]"
    r"\s*[^()/.;\n]{0,40}?\b(?:thấp|nhỏ|ít) nhất\s*\)"
    # "Huyện thấp nhất 0 điểm": a share of the highest would leave it its share.
    r"|\b(?:thấp|nhỏ|ít) nhất\s*(?::\s*|(?:được|là|tính)\s+)?0\s*điểm",
    re.IGNORECASE,
)
# "Xã có tỷ lệ cao nhất được 5 điểm": who is given everything. "Điểm cao nhất" is what is given.
_GIVEN_TO = (
    r"(?<!điểm )(?<!mức )\b(?P<end>cao|nhiều|lớn|dài|thấp|ít|nhỏ|ngắn)\s+nhất\b"
    r"[^.;,\n]{0,25}?(?::|=|\b(?:đạt|được|hưởng|tính|là)\b)\s*"
    r"(?:(?:số )?điểm tối đa|(?P<points>\d{1,3}(?:[.,]\d+)?)\s*điểm)"
)
_IS_GIVEN = re.compile(_GIVEN_TO, re.IGNORECASE)
_FIRST = re.compile(rf"(?P<who>[^.;:\n]{{0,80}}?){_GIVEN_TO}", re.IGNORECASE)
_GROWS = frozenset(("cao", "nhiều", "lớn", "dài"))
_LACKING = re.compile(r"\b(?:không|chưa|thiếu|chậm|trễ|quá hạn|giảm|trả lại)\b", re.IGNORECASE)


def other_comparison(document: Document) -> Iterator[Hit]:
    """The text compares organisations in another way than the rule does."""
    for place in document.rules:
        rule = place.rule
        if not isinstance(rule, PeerRule):
            continue
        text = document.wording.method(place.row)
        share, min_max = _SHARE.search(text) or _OVER_MOST.search(text), _MIN_MAX.search(text)
        found = share if rule.method == "min_max" else None
        if rule.method == "share_of_max" and min_max and not share:
            found = min_max
        if found:
            yield _hit(place, found.group(), rule.method)
        first = _other_first(place, rule, text)
        if first:
            yield _hit(place, first, "better_high" if rule.better == "high" else "better_low")


def _other_first(place: RuleAt, rule: PeerRule, text: str) -> str:
    """The words that give everything to the most where the rule gives it to the least, or the other way."""
    full = [
        match
        for match in (_FIRST.finditer(text) if _IS_GIVEN.search(text) else ())
        if not match["points"] or exact(match["points"].replace(",", ".")) == place.maximum
    ]
    said = {"high" if match["end"].casefold() in _GROWS else "low" for match in full}
    if len(said) != 1 or rule.better in said or not _is_said_of(place, rule, full[0]["who"]):
        return ""
    return " ".join(full[0].group().split())


def _is_said_of(place: RuleAt, rule: PeerRule, who: str) -> bool:
    """Whether what is compared grows with its figures, and words and figures both lack something or not."""
    rises = all(factor > 0 for factor in quotient_of(rule.value).numerator.values())
    labels = (place.row.inputs[each].label for each in letters_in(rule.value) if each in place.row.inputs)
    return rises and all(bool(_LACKING.search(label)) == bool(_LACKING.search(who)) for label in labels)


def _hit(place: RuleAt, text: str, way: str) -> Hit:
    facts: Facts = {"text": text, "method": Word(way)}
    return Hit(row=place.row, detail=place.path, printed=text, computed=way, facts=facts)


CHECKS = (Check("method.other_comparison", "warning", "rule and text", other_comparison),)

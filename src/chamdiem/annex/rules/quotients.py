"""Ratios that are only printed as a quotient: "a/b ≥ 98%: 10 điểm", "còn lại: tỷ lệ a/b x 10"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence

from chamdiem.annex.rules.clauses import Clause
from chamdiem.annex.rules.formulas import Name, Operation
from chamdiem.annex.rules.statements import Assignment, Prose, Statement, WordsRatio
from chamdiem.annex.rules.trimming import tidy_label

_REACHES = r"[<>≥≤]|=\s*\d+\s*%?\s*(?::|,|thì)|đạt|từ \d|dưới \d|trên \d|\d+(?:,\d+)?\s*%\s*:"
QUOTIENT = re.compile(
    r"(?:t[ỷỉ] lệ )?([a-e])\s*/\s*([a-e])"
    rf"(?=\s*(?:{_REACHES}))",
    re.IGNORECASE,
)
# "còn lại: tỷ lệ a/b x 10": the quotient says which ratio.
NAMED_QUOTIENT = re.compile(r"(?<=[:=(] )t[ỷỉ] lệ (?=[a-e]\s*/\s*[a-e]\s*[x×*/])", re.IGNORECASE)
# "Dưới 100 %: điểm = (số thủ tục đã cung cấp/số thủ tục đủ điều kiện) × 10".
_FIGURE = r"(?:tổng )?(?:số|dân số)\b(?: [^\W\d_]+){1,14}?"
_WHOLE = r"(?:tổng|số|dân số)\b(?: [^\W\d_]+){1,14}?"
# "Chi khoa học (triệu đồng)".
_IN = r"\([^()\d]{2,20}\)"
_MONEY = rf"(?:chi(?! (?:bộ|hội|cục|nhánh|đoàn|tiết)\b)|thu (?:ngân sách|nội địa|thuế|phí)|kinh phí|vốn)\b(?: [^\W\d_]+){{0,8}}(?: ?{_IN})?"
_BEHIND_A_LEVEL = re.compile(
    rf"(?P<level>(?:[^:]*?(?:dưới|<|đến|chưa đạt|thấp hơn|từ|trên|≥|>)\s*\d[^:]*?%[^:]*?|(?:các )?(?:trường hợp )?(?:còn lại|ngược lại|khác))\s*(?:[:,]|thì\b|(?=(?:được )?tính\b))\s*(?:được )?(?:tính )?(?:(?:số )?điểm\s*)?(?:được )?(?:tính )?(?:theo công thức(?: sau)?)?\s*[=:]?\s*(?P<times>\d+(?:,\d+)?(?: ?điểm)?\s*[x×*]\s*)?)"
    rf"[(\[]?\s*[(\[]?(?P<above>{_FIGURE})[)\]]?\s*(?:/|chia cho)\s*[(\[]?(?P<below>{_FIGURE})\s*[)\]]{{0,2}}\s*(?(times)(?=$|/)|(?=[x×*/]|nhân\b|chia\b))",
    re.IGNORECASE,
)
# "Số máy tính/số cán bộ ≥ 0,8: 4 điểm".
_COMPARED = re.compile(
    rf"^(?:t[ỷỉ] lệ )?(?P<above>{_FIGURE}|{_MONEY})\s*(?:/|\bchia(?: cho)?\b)\s*(?P<below>{_WHOLE}(?: ?{_IN})?)\s*:?\s*(?=(?:{_REACHES}|bằng \d))",
    re.IGNORECASE,
)
# The levels of one ratio, and the other one in the formula: which is meant is not for a rule to decide.
_IN_TIME = re.compile(r"\b(?:đúng|trước) hạn\b", re.IGNORECASE)
_LATE = re.compile(r"\b(?:trễ|chậm|muộn|quá hạn)\b", re.IGNORECASE)
_CASE = re.compile(r"^(?:(?:nếu|khi|trường hợp|với|t[ỷỉ] lệ)\s+)+", re.IGNORECASE)
_GIVEN_QUOTIENT = re.compile(r"t[ỷỉ] lệ\s*=\s*([a-e])\s*/\s*([a-e])", re.IGNORECASE)


def list_quotients(clauses: Sequence[Clause]) -> list[Statement]:
    """The ratio of "a/b ≥ 98%: 10 điểm", or of "dưới 80%: số A/tổng số B × 10", which has no name."""
    return [*_worded(clauses), *_lettered(clauses)]


def without_quotient(text: str) -> str:
    """A condition with "tỷ lệ" for the quotient in words that it compares or gives: "dưới 80%: số A/tổng số B × 10"."""
    if (compared := _COMPARED.match(text)) is not None:
        return f"tỷ lệ {text[compared.end() :]}"
    match = _BEHIND_A_LEVEL.match(text)
    return text if match is None else f"{match['level']} tỷ lệ {text[match.end() :]}"


def _worded(clauses: Sequence[Clause]) -> list[Statement]:
    matches = (
        (_COMPARED.match(clause.text) or _BEHIND_A_LEVEL.match(clause.text), clause) for clause in clauses
    )
    in_time = any(_IN_TIME.search(clause.text) for clause in clauses)
    return [
        Prose(clause, has_numbers=True)
        if in_time and _LATE.search(match["above"])
        else WordsRatio(clause, tidy_label(match["above"].strip()), tidy_label(match["below"].strip()))
        for match, clause in matches
        if match
    ]


def _lettered(clauses: Sequence[Clause]) -> list[Statement]:
    matches = ((QUOTIENT.match(_CASE.sub("", clause.text)), clause) for clause in clauses)
    found = {(match[1].casefold(), match[2].casefold()): clause for match, clause in matches if match}
    if len(found) != 1:
        return []
    (above, below), clause = next(iter(found.items()))
    given = [match for each in clauses if (match := _GIVEN_QUOTIENT.match(each.text))]
    if any((match[1].casefold(), match[2].casefold()) != (above, below) for match in given):
        # The text says two ratios: which is meant is not for a rule to decide.
        return [Prose(clause, has_numbers=True)]
    return [Assignment(clause, "tỷ lệ", Operation("/", Name(above), Name(below)))]

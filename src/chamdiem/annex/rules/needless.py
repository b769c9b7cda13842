"""What every rule does anyway: no less than nothing, no more than the maximum, and what items give adds up."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from chamdiem.annex.rules.clauses import Clause
from chamdiem.annex.rules.statements import Award, Each, Statement

# "điểm thấp nhất là 0", "không trừ âm": what every rule does anyway.
_NO_LESS_THAN_NOTHING = re.compile(
    r"\(?(?:(?:tổng )?(?:số )?(?:điểm )?(?:thấp nhất|tối thiểu|nhỏ nhất) (?:là |bằng |đạt |= ?)?0(?: ?điểm| ?đ)?|không (?:có |tính |trừ |chấm )?điểm âm|(?:điểm )?không (?:trừ |được |bị )?âm)\)?",
    re.IGNORECASE,
)
_THE_MAXIMUM = re.compile(
    r"mức điểm (?:tối đa|chuẩn)(?: của (?:tiêu chí|chỉ số|mục)(?: này)?)?(?: là| =|:)? (?P<number>\d+)(?: ?điểm| ?đ)?",
    re.IGNORECASE,
)

# "Tối đa 9 điểm. Tỷ lệ = …": a sentence of its own in front of all others.
_MOST_FIRST = re.compile(r"(?:điểm )?tối đa(?: là|:)? (?P<number>\d+) ?(?:điểm|đ)", re.IGNORECASE)
# "Nếu b > a thì tính bằng 10 điểm" in a row of ten.
_MORE_THAN_ALL = re.compile(
    r"(?:nếu |trường hợp |khi )?[a-e]\s*(?:>|>=|≥)\s*[a-e],? (?:thì )?(?:điểm )?(?:được |đạt |lấy |tính )+(?:bằng |là |= ?)?(?:điểm tối đa|(?P<number>\d+)(?: điểm)?)",
    re.IGNORECASE,
)
# "Điểm = điểm a + điểm b": what items give adds up anyway.
_SUM_OF_ITEMS = re.compile(
    r"(?:tổng )?(?:số )?điểm(?: tiêu chí| chỉ số)?\s*(?:=|bằng|là)\s*(?:tổng )?(?:số )?điểm (?:mục |ý |phần |nội dung )?\(?[a-h1-5]\)?(?:\s*(?:\+|và|,)\s*(?:điểm )?(?:mục |ý |phần |nội dung )?\(?[a-h1-5]\)?)+",
    re.IGNORECASE,
)
_DENIES = re.compile(r"\b(?:không|chưa|thiếu)\b")
_NOTHING_THERE = re.compile(
    r"(?:nếu |trường hợp )?không (?:có |phát sinh |nhận (?:được )?|có phát sinh )(?P<what>[^\d,;]{3,60})",
    re.IGNORECASE,
)


def goes_without_saying(clause: Clause, body: str, maximum: Fraction) -> bool:
    """Whether every rule does this anyway: no less than nothing, no more than the maximum."""
    more = _MORE_THAN_ALL.fullmatch(body)
    return (
        not body.strip()
        or _NO_LESS_THAN_NOTHING.fullmatch(body) is not None
        or _SUM_OF_ITEMS.fullmatch(body) is not None
        or _says_the_maximum(body, maximum, is_first=not clause.start and clause.stop == ".")
        or (more is not None and more["number"] in (None, str(maximum)))
    )


def without_nothing_to_fault(stated: Sequence[Statement], maximum: Fraction) -> list[Statement]:
    """The statements without "không có phản ánh: 15 điểm" where each fault in one takes points off fifteen."""
    costs = [each.what.casefold() for each in stated if isinstance(each, Each) and each.takes_off]
    return [each for each in stated if not (costs and _has_no_faults(each, costs, maximum))]


def _has_no_faults(statement: Statement, costs: Sequence[str], maximum: Fraction) -> bool:
    if not isinstance(statement, Award):
        return False
    reward = statement.reward
    if not reward.is_full and (reward.kind, reward.value) != ("points", maximum):
        return False
    match = _NOTHING_THERE.fullmatch(statement.condition.strip(" :;,."))
    what = match["what"].casefold() if match else ""
    # "mỗi hồ sơ trễ không có thư xin lỗi": what of a late one with a letter, nobody says.
    behind = [cost.removeprefix(what) for cost in costs if what and cost.startswith(what)]
    return any(not _DENIES.search(rest) for rest in behind)


def _says_the_maximum(body: str, maximum: Fraction, *, is_first: bool = False) -> bool:
    """As in "Mức điểm tối đa là 10" in a row of ten."""
    match = _THE_MAXIMUM.fullmatch(body) or (_MOST_FIRST.fullmatch(body) if is_first else None)
    return match is not None and match["number"] == str(maximum)

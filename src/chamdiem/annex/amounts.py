"""Points as they are printed: decimal comma, units, brackets at the end of a line."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from fractions import Fraction

_AMOUNT = re.compile(
    r"\(?\s*(?:(?:trừ |cộng )?(?:tối đa|không quá):?|max:?)?\s*[-–−+]?\s*(\d{1,5}(?:[.,]\d{1,3})?)\s*(?:điểm|đ)?\s*[*)]*",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"(?:tối đa|không quá)(?: là)?:?\s*[-–−+]?(\d{1,4}(?:[.,]\d{1,3})?)\s*(?:điểm|đ)\s*[.;)]*$", re.IGNORECASE
)
_THOUSANDS = re.compile(r"\d{1,3}\.\d{3}")
_AT_THE_END = re.compile(
    r"[\s:–—-]*[(\[]?\s*(?:(?:trừ |cộng )?(?:tối đa|không quá)|điểm tối đa|thang điểm)?:?\s*[-–−+]?(?P<points>\d{1,4}(?:[.,]\d{1,3})?)\s*(?:điểm|đ)\s*[)\]]?\s*[.:;]?$",
    re.IGNORECASE,
)
# "(tổng 60 điểm)", "(chiếm 20 điểm)": words that only say that these are the points of what stands before.
_OF_THE_NAME = re.compile(
    r"(?:(?:với )?(?:tổng|chiếm|tương ứng|được|chấm|tính|trị giá|trọng số|mức|số|tối đa|không quá|tổng số|tổng cộng|cao nhất|là|điểm|thang|chuẩn|cả nhóm|toàn nhóm|của nhóm)[\s:]*)+",
    re.IGNORECASE,
)
_OPEN_BRACKET = re.compile(r"[(\[](?P<words>[^()\[\]]*)$")
_TOTAL = re.compile(
    r"[-+*(\s]*(?:tổng (?:số )?điểm|tổng cộng|tổng thang điểm|thang điểm(?: chung)?)(?: tối đa)?(?: (?:của|toàn) [^:\d]{1,60})?\s*[:=]?\s*"
    r"(\d{1,5}(?:[.,]\d{1,3})?)\s*(?:điểm|đ)?\s*(?:\((?:không|chưa|ngoài) [^()]{1,80}\))?\s*[.;)]*",
    re.IGNORECASE,
)
_TAKEN = re.compile(r"\(?\s*(?:[-–−]\s*\d|trừ\b)", re.IGNORECASE)


def read_points(text: str) -> Fraction | None:
    """The points a cell holds alone; None when it holds something else."""
    match = _AMOUNT.fullmatch(text.strip())
    return None if match is None else _exact(match[1])


def most_of(text: str) -> Fraction | None:
    """The most that a cell with a calculation gives: ``+2 điểm/sáng kiến, tối đa 4 điểm``; None without one."""
    match = _MOST.search(text)
    return None if match is None else _exact(match[1])


def points_at_the_end(text: str) -> tuple[str, Fraction | None]:
    """A heading without the points it ends with: ``Nhận thức số (60 điểm)``."""
    match = _AT_THE_END.search(text)
    if match is None or not match.start():
        return text, None
    bracketed = "(" in match[0] or "[" in match[0]
    before = text[: match.start()].rstrip()
    if not bracketed and not re.search(r"[:–—-]\s*\d|\s\d", text[match.start() - 1 :]):
        return text, None
    opened = _OPEN_BRACKET.search(before) if match[0].rstrip(" .:;").endswith((")", "]")) else None
    if opened is not None and not bracketed:
        # What else stands in the brackets belongs to the name: "Sáng kiến (mỗi sáng kiến 2 điểm)".
        is_bare = _OF_THE_NAME.fullmatch(opened["words"].strip(" :–—-"))
        before = before[: opened.start()] if is_bare else text.rstrip(" .:;")
    return before.rstrip(" :–—-"), _exact(match["points"])


def total_of(text: str) -> Fraction | None:
    """The total a line states: ``Tổng điểm: 100``; None when it says something else."""
    match = _TOTAL.fullmatch(text.strip())
    return None if match is None else _exact(match[1])


def is_taken_off(text: str) -> bool:
    """Whether printed points are points taken off: ``-5``, ``trừ tối đa 5 điểm``."""
    return bool(_TAKEN.match(text.strip()))


def exact_number(text: str) -> Fraction:
    """A number in running text: decimal comma or dot."""
    return Fraction(text.replace(",", "."))


def amount_text(value: Fraction) -> str:
    """The number as YAML has it: a decimal if it is one, else a fraction."""
    tenths = value * 1000
    if tenths.denominator == 1:
        whole, rest = divmod(tenths.numerator, 1000)
        return f"{whole}.{rest:03d}".rstrip("0").rstrip(".")
    return f"{value.numerator}/{value.denominator}"


def _exact(text: str) -> Fraction:
    if _THOUSANDS.fullmatch(text):
        return Fraction(text.replace(".", ""))
    return exact_number(text)

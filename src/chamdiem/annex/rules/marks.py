"""Levels of marks: points that are scored elsewhere, and places among all bodies."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from fractions import Fraction

_NUMBER = r"\d+(?:,\d+)?"
# "Mức 1 (dưới 50 điểm): 2 điểm", "từ 50 đến dưới 70 điểm: 5 điểm": points that are scored, and points that are given.
_BOUND = r"(?:từ|dưới|trên|đạt|đến|≥|≤|<|>|>=|<=)"
_LEVEL_NAMED = re.compile(
    rf"^(?:mức|bậc|loại|hạng|cấp độ)(?: độ)? ?(?:\d|(?-i:[IVX]{{1,4}}|[A-E]))? ?\((?P<condition>(?:{_BOUND} ?)?\d[^()]*|{_BOUND}[^()]*\d[^()]*)\)(?=\s*:)",
    re.IGNORECASE,
)
_SCORED = re.compile(
    rf"^(?P<condition>(?:(?:nếu |khi |đạt |được |có )*(?:tổng |kết quả |số )*(?:điểm(?: số)? (?:(?!{_BOUND}\b)[^\W\d_]+ ){{0,3}})?)(?:{_BOUND} ?){{0,3}}{_NUMBER}(?: ?điểm)?(?:(?: trở)? (?:lên|xuống))?(?:\s*(?:[-–]|{_BOUND})+ ?(?:{_BOUND} ?)?{_NUMBER}(?: ?điểm)?)?(?: trở (?:lên|xuống))?)\s*:\s*(?P<given>{_NUMBER} ?(?:điểm|đ)|điểm tối đa)$",
    re.IGNORECASE,
)
_TO_A_HUNDRED = re.compile(rf"(?:từ )?(?P<low>{_NUMBER})\s*(?:[-–]|đến) 100\b", re.IGNORECASE)
_POINTS_WORD = re.compile(r"(?<=\d) ?điểm\b", re.IGNORECASE)
# "Top 5", "ngoài top 10", "sau hạng 20": places among all bodies.
_PLACE = r"(?:top|hạng|thứ hạng|vị trí(?: thứ)?|thứ)"
_STANDS = r"(?:(?:xếp|đứng|nằm|thuộc|đạt) )?"
_BEYOND_A_PLACE = re.compile(
    rf"^{_STANDS}(?:ngoài|sau|dưới) {_PLACE} (?=\d+\s*(?:[:(]|thì|được|$))", re.IGNORECASE
)
_AMONG_THE_FIRST = re.compile(rf"^{_STANDS}(?:trong )?top (?=\d+\s*(?:[:(]|thì|được|$))", re.IGNORECASE)
# "Nằm trong nhóm 5 đơn vị dẫn đầu".
_LEADING = re.compile(
    rf"^{_STANDS}(?:trong )?(?:nhóm|top|tốp) (?P<last>\d+) (?:đơn vị|địa phương|cơ quan|xã|phường|huyện|sở|tỉnh) (?:dẫn đầu|đứng đầu)(?=\s*(?:[:(]|thì|được|$))",
    re.IGNORECASE,
)
# "Xếp thứ 1 đến 5", "xếp từ hạng 1 đến hạng 5", "thứ 6 đến thứ 10"; "thứ 2" alone may be a day.
_FROM_A_PLACE = re.compile(
    r"^(?P<lead>(?:(?:đơn vị|được|xếp|đứng|vị trí) )*)(?:từ )?(?P<kind>thứ hạng|hạng|thứ) (?P<first>\d+)\s*(?:đến|tới|-|–)\s*(?:(?:thứ )?hạng |thứ )?(?P<last>\d+)(?=\s*(?:[:(]|thì|được|$))",
    re.IGNORECASE,
)
_AND_BEHIND = re.compile(
    r"^(?P<lead>(?:(?:đơn vị|được|xếp|đứng|vị trí) )*)từ (?P<kind>thứ hạng|hạng|thứ) (?P<first>\d+)(?: trở (?:đi|xuống|về sau))?(?=\s*(?:[:(]|thì|được|$))",
    re.IGNORECASE,
)


def scored(text: str, maximum: Fraction) -> str:  # noqa: ARG001  one of several rewritings
    """As in "từ 50 đến dưới 70 điểm: 5 điểm": a score, and what it gives."""
    text = _LEVEL_NAMED.sub(r"\g<condition>", text)
    match = _SCORED.match(text)
    if match is None or not _POINTS_WORD.search(match["condition"]):
        return text
    condition = _TO_A_HUNDRED.sub(r"từ \g<low>", _POINTS_WORD.sub("", match["condition"]))
    called = "" if "điểm" in condition.casefold() else "điểm số "
    return f"{called}{condition[:1].lower()}{condition[1:]}: {match['given']}"


def by_places(text: str, maximum: Fraction) -> str:  # noqa: ARG001  one of several rewritings
    """As in "ngoài top 10: 0 điểm", "xếp thứ 1 đến 5": places in numbers."""
    text = _LEADING.sub(r"hạng không quá \g<last>", text)
    text = _FROM_A_PLACE.sub(lambda match: f"{_place_in(match)} đến {match['last']}", text)
    text = _AND_BEHIND.sub(lambda match: f"từ {_place_in(match)} trở đi", text)
    return _AMONG_THE_FIRST.sub("hạng không quá ", _BEYOND_A_PLACE.sub("hạng trên ", text))


def _place_in(match: re.Match[str]) -> str:
    """The first of some places: "xếp thứ 1" is the first place, "thứ 2" by itself may be a day."""
    kind = "hạng" if match["lead"] and match["kind"].casefold() == "thứ" else match["kind"]
    return f"{match['lead']}{kind} {match['first']}"

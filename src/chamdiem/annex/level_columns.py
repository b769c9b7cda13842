"""Levels in columns of their own: "Mức 1 (100% điểm)", "Tốt", "6 điểm", with or without their points beside."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.annex.amounts import exact_number, read_points
from chamdiem.annex.markup import one_line

_GRADE = r"hoàn thành (?:xuất sắc|tốt)|xuất sắc|rất tốt|tốt|trung bình khá|khá|trung bình|đạt một phần|đạt yêu cầu|(?<!mức )(?<!mức độ )đạt(?! (?:được|từ|trên|dưới))|yếu|kém|(?:chưa|không) (?:đạt(?: yêu cầu)?|hoàn thành)|hoàn thành|cao|thấp"
_STEP = r"(?:mức(?: độ)?|cấp(?: độ)?|bậc|nấc|loại|hạng)\s*(?:\d{1,2}|[IVX]{1,4}|[A-EĐ])"
_LABEL = rf"(?P<step>{_STEP})(?:\s*[-–:]\s*(?:{_GRADE}))?|(?:(?:mức|loại)\s+)?(?:{_GRADE})"
_SHARE = r"[(\[–:-]?\s*(?:(?:đạt|được|cho|hưởng|tương ứng|bằng)\s+)?(?P<amount>\d{1,4}(?:[.,]\d{1,3})?)\s*(?P<unit>%|điểm|đ)(?P<of>\s*(?:tổng |của )?(?:số |thang )?điểm)?(?:\s*(?:tối đa|chuẩn))?\s*[)\]]?"
_UPPER = r"(?:(?!.*\b(?:tự|thẩm định|hội đồng|phúc tra|số lượng)\b).{1,60}?\s)?"
_BELOW = r"(?:\s+(?P<below>(?:mức(?: đạt| độ)?|kết quả|điều kiện|tiêu chuẩn|nội dung|yêu cầu|ngưỡng|mô tả|diễn giải)|(?:số |mức )?điểm(?: số| đạt| chấm)?))?"
_OWN = rf"(?P<label>{_LABEL})\s*(?:{_SHARE})?{_BELOW}"
# Without the words of an upper heading first: in "Chưa đạt" there is none.
_LEVEL = tuple(re.compile(f"{upper}{_OWN}", re.IGNORECASE) for upper in ("", _UPPER))
_POINTED = re.compile(rf"{_UPPER}{_SHARE}", re.IGNORECASE)
_POINTS = re.compile(r"(?:số |mức )?điểm(?: (?:số|đạt|chấm|tương ứng))?(?: mức \S{1,3})?", re.IGNORECASE)
_FEWEST, _FEWEST_GRADES = 2, 3
_TICK = re.compile(r"[xX✓✔√☐☑□._-]*")
_BARE = re.compile(r"\d{1,4}(?:[.,]\d{1,3})?")
_HAS_POINTS = re.compile(r"\d\s*(?:điểm|đ)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Level:
    """What a heading says of a level: its name, and its points or its share of them."""

    label: str
    amount: str = ""
    unit: str = ""
    is_step: bool = False
    is_points: bool = False

    @property
    def points(self) -> Fraction | None:
        """The points that reaching it gives, where they are a number."""
        return exact_number(self.amount) if self.amount and self.unit != "%" else None

    @property
    def gives(self) -> str:
        """What reaching it gives, in words."""
        if not self.amount:
            return ""
        return f"{self.amount}% điểm tối đa" if self.unit == "%" else f"{self.amount} điểm"


def level_of(heading: str) -> Level | None:
    """The level a column is for; None where its heading names none."""
    match = next((found for each in _LEVEL if (found := each.fullmatch(heading))), None)
    if match is not None:
        is_points = "điểm" in (match["below"] or "").casefold()
        amount, unit = match["amount"] or "", match["unit"] or ""
        return Level(match["label"].strip(), amount, unit, bool(match["step"]), is_points)
    match = _POINTED.fullmatch(heading)
    if match is None or (match["unit"] == "%" and not match["of"]):
        return None
    return Level("", match["amount"], match["unit"])


def find_levels(headings: Sequence[str]) -> dict[int, str]:
    """The roles of columns that are levels, by their place: a method, and the points of it beside."""
    levels = {place: each for place, heading in enumerate(headings) if (each := level_of(heading))}
    own = {place: each for place, each in levels.items() if not each.is_points}
    is_sure = any(each.is_step or each.amount for each in own.values())
    if len({(each.label, each.amount) for each in own.values()}) < (_FEWEST if is_sure else _FEWEST_GRADES):
        return {}
    roles = dict.fromkeys(own, "method")
    beside = [place + 1 for place in own if place + 1 < len(headings) and place + 1 not in own]
    points = [each for each in beside if each in levels or _POINTS.fullmatch(headings[each])]
    if len(points) == len(own):
        roles |= dict.fromkeys(points, "method_points")
    return roles


def pairs_of_levels(levels: str, points: str) -> list[tuple[str, str]]:
    """The levels in a cell with the points in the cell beside it, line by line; nothing where they do not fit."""
    told = [each.strip() for each in levels.split("\n") if each.strip()]
    given = [each.strip() for each in points.split("\n") if each.strip()]
    if len(told) != len(given) and len(given) == 1:
        # One level may be printed on several lines.
        told = [one_line(levels)] if told else []
    fits = len(told) == len(given) and all(read_points(each) is not None for each in given)
    return [*zip(told, given, strict=True)] if fits else []


def level_text(heading: str, cell: str, *, are_points: bool = False, is_beside: bool = False) -> str:
    """What stands in the column of a level, with what its heading says; empty where it is only ticked.

    The name of the level is left out where its points are known: what they are given for counts.

    Args:
        heading: The heading of the column.
        cell: What stands in it.
        are_points: The cells of all levels are points alone.
        is_beside: The points stand in a column beside it.
    """
    level = level_of(heading)
    text = one_line(cell)
    if level is None:
        return cell
    if _TICK.fullmatch(text):
        return ""
    if are_points or (read_points(text) is not None and _HAS_POINTS.search(text)):
        return f"{level.label}: {text}{'' if _HAS_POINTS.search(text) else ' điểm'}".removeprefix(": ")
    if _HAS_POINTS.search(text) or is_beside:
        return text
    parts = (text.rstrip(" .;:"), level.gives) if level.gives else (level.label, text)
    return ": ".join(part for part in parts if part)


def hold_points(cells: Iterable[str], maximum: str) -> bool:
    """Whether cells of levels hold their points alone, the highest of them the maximum."""
    texts = [one_line(cell) for cell in cells if cell.strip()]
    points = [read_points(text) for text in texts if _BARE.fullmatch(text)]
    known = [each for each in points if each is not None]
    return len(texts) > 1 and len(known) == len(texts) and max(known) == read_points(maximum)

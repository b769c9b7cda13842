"""Lines that only sum up others: "Tổng cộng", "Cộng mục I", "TỔNG ĐIỂM A + B"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from chamdiem.annex.numbering import read_number
from chamdiem.annex.rows import AnnexRow

_LABEL = r"(?:[a-zđ]|[ivx]{1,5}|\d{1,2}(?:\.\d{1,2})*)"
_PART = r"(?:mục|phần|nhóm|lĩnh vực|trụ cột|khối|chương|bảng)"
_ONE = rf"(?:{_PART} )?{_LABEL}"
_SUM = re.compile(
    r"(?:tổng(?: cộng| số| điểm)*|cộng)"
    rf"(?P<parts>(?: điểm)?(?: các)?\s*\(?\s*{_ONE}(?P<more>(?:\s*(?:[+,;&-]|và|đến)\s*{_ONE})*)\s*\)?)?"
    r"(?: điểm)?(?:\s*\([^()]*\))?\s*:?(?:\s*\d+(?:,\d+)?)?",
    re.IGNORECASE,
)
_CALLED = (
    r"(?:(?:nhóm )?(?:chỉ số|tiêu chí|nội dung)(?: chính| thành phần| con)?|hợp phần|cấu phần"
    rf"|{_PART})"
)
_GROUP = re.compile(
    r"(?:(?:tổng )?cộng|tổng)(?: số)?(?: điểm)?(?: đạt(?: được)?)?(?: của)? "
    rf"(?P<called>(?P<what>{_CALLED}(?: |$))?\(?(?P<group>.*?)\)?)\s*:?",
    re.IGNORECASE,
)
_THIS = ("này", "trên", "nêu trên", "")
_NUMBERED = re.compile(rf"(?P<number>{_LABEL})\s*(?:[.:)–-]\s*(?P<name>.+))?", re.IGNORECASE)


def sums_up(text: str) -> str:
    """Whether a line sums up "all" rows or only a "part" of them; empty where it is a row of its own."""
    match = _SUM.fullmatch(text)
    if match is None:
        return ""
    return "part" if match["parts"] and not match["more"] else "all"


def sum_of(row: AnnexRow, above: Sequence[AnnexRow]) -> str:
    """What a row sums up, as ``sums_up`` says it; by its name only a group above with its points."""
    if row.number:
        return ""
    found = sums_up(row.name.strip() or "".join(row.groups).strip())
    return found or ("part" if _names_a_group(row, above) else "")


def _names_a_group(row: AnnexRow, above: Sequence[AnnexRow]) -> bool:
    """Whether a row is called after a group above, by its name or its number, and has no points but its."""
    match = _GROUP.fullmatch(row.name.strip())
    if match is None or row.max_points is None or row.method:
        return False
    if match["what"] and match["group"].casefold() in _THIS:
        return any(each.max_points == row.max_points and not each.method for each in above)
    names = {match["called"].casefold(), match["group"].casefold()}
    if any(each.max_points == row.max_points and each.name.casefold() in names for each in above):
        return True
    return bool(match["what"]) and any(_is_numbered(each, match["group"], row.max_points) for each in above)


def _is_numbered(group: AnnexRow, called: str, points: Fraction) -> bool:
    match, own = _NUMBERED.fullmatch(called), read_number(group.number)
    if match is None or own is None or group.max_points not in (None, points):
        return False
    number = read_number(match["number"].upper() if own.style != "lower" else match["number"])
    is_named = not match["name"] or match["name"].casefold() == group.name.casefold()
    return is_named and number is not None and number.parts == own.parts and number.key == own.key

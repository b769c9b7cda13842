"""Lines that only sum up others: "Tổng cộng", "Cộng mục I", "TỔNG ĐIỂM A + B"."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
_GROUP = re.compile(
    rf"(?:(?:tổng )?cộng|tổng)(?: điểm)? (?P<called>(?:{_PART} )?(?P<group>.+?))\s*:?", re.IGNORECASE
)


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
    match = _GROUP.fullmatch(row.name.strip())
    if match is None or row.max_points is None:
        return False
    names = {match["called"].casefold(), match["group"].casefold()}
    return any(each.max_points == row.max_points and each.name.casefold() in names for each in above)

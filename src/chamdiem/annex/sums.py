"""Lines that only sum up others: "Tổng cộng", "Cộng mục I", "TỔNG ĐIỂM A + B"."""

from __future__ import annotations

import re

_LABEL = r"(?:[a-zđ]|[ivx]{1,5}|\d{1,2}(?:\.\d{1,2})*)"
_PART = r"(?:mục|phần|nhóm|lĩnh vực|trụ cột|khối|chương|bảng)"
_ONE = rf"(?:{_PART} )?{_LABEL}"
_SUM = re.compile(
    r"(?:tổng(?: cộng| số| điểm)*|cộng)"
    rf"(?P<parts>(?: điểm)?(?: các)?\s*\(?\s*{_ONE}(?P<more>(?:\s*(?:[+,;&-]|và|đến)\s*{_ONE})*)\s*\)?)?"
    r"(?: điểm)?(?:\s*\([^()]*\))?\s*:?(?:\s*\d+(?:,\d+)?)?",
    re.IGNORECASE,
)


def sums_up(text: str) -> str:
    """Whether a line sums up "all" rows or only a "part" of them; empty where it is a row of its own."""
    match = _SUM.fullmatch(text)
    if match is None:
        return ""
    return "part" if match["parts"] and not match["more"] else "all"

"""Texts that leave the points to people: by judgement, between two numbers, another way every year."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re

from chamdiem.annex.rules.reading import RuleReading, for_a_reason

_JUDGED = re.compile(
    r"\b(?:hội đồng (?:thẩm định|đánh giá|chấm)|chuyên gia|tổ thẩm định|theo đánh giá của|căn cứ (?:tình hình|kết quả) thực tế)\b",
    re.IGNORECASE,
)
# "Tốt: 8 - 10 điểm", "mỗi mô hình từ 1 đến 2 điểm": people choose between the two.
_SPAN_OF_POINTS = re.compile(
    r"(?<![\w,.%])(?P<points>(?:từ )?\d+(?:,\d+)?(?: ?điểm| ?đ)? ?(?:[-–]|đến|tới) ?\d+(?:,\d+)? ?(?:điểm|đ))(?=\s*(?:[;.,)\n]|$|nếu\b|khi\b))",
    re.IGNORECASE,
)
# "Năm 2024: từ 50 %: 5 điểm; năm 2025: từ 80 %: 5 điểm".
_YEARS = re.compile(
    r"(?:^|[;.\n•+-])\s*(?:đến |trong |đối với )?năm (20\d\d)\b(?=\s*[:,(]|\s+(?:từ|đạt|trên|dưới|≥|>))",
    re.IGNORECASE,
)
# "Từ 2 tỷ 5 trở lên", "1 tỷ rưỡi": an amount of which only a part would be read.
_HALF_AN_AMOUNT = re.compile(
    r"\d\s*(?:t[ỷỉ]|triệu)(?: đồng)?\s+(?:rưỡi\b|\d+(?:,\d+)?(?=\s+(?:trở|đồng|thì|đến)\b))", re.IGNORECASE
)
_SHOWN = 300


def for_people(method: str) -> RuleReading | None:
    """No rule, with the reason, where the text itself says that people choose."""
    if _JUDGED.search(method):
        return for_a_reason("chấm theo đánh giá của người thẩm định", method[:_SHOWN])
    if len(set(_YEARS.findall(method))) > 1:
        return for_a_reason("văn bản in mỗi năm một mức khác nhau")
    if (span := _SPAN_OF_POINTS.search(method)) is not None:
        return for_a_reason(f"“{span['points']}”: văn bản cho một khoảng điểm, người thẩm định chọn")
    if (amount := _HALF_AN_AMOUNT.search(method)) is not None:
        return for_a_reason(f"“{amount[0]}”: số tiền in không đủ đơn vị")
    return None

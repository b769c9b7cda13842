"""Words that restrict what a rule gives without saying how many points: to leave them out would be silent."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re

_RESTRICTS = re.compile(
    r"\b(?:không|chưa|chỉ)(?: được)? (?:tính|chấm|công nhận|xét|áp dụng|ghi nhận|xem xét)\b|\b(?:không|chưa) được (?:điểm|cộng)\b|"
    r"\b(?:ngoại trừ|không bao gồm|miễn (?:chấm|tính|đánh giá)|hệ số|giảm trừ|hủy kết quả|hạ (?:(?:một|0?1) )?(?:bậc|mức)|bị (?:trừ|giảm|hủy)|gấp đôi|nhân đôi|(?:tính|coi|xem|chấm) như(?! sau)|(?:tính|coi|xem) là (?:không|chưa|đã|có|đạt))\b|"
    r"^(?:trừ|riêng|ngoài|loại trừ|chỉ(?! (?:tiêu|số|đạo|thị)\b))\b|\b(?:trừ|riêng) (?:các |những )?(?:đơn vị|cơ quan|xã|huyện|phường|trường hợp|địa phương)\b|"
    r"\b(?:chỉ (?:cần|yêu cầu|phải|được|tính)|không (?:yêu cầu|bắt buộc)|được miễn|được giảm|thay vì|thay cho|áp dụng mức)\b|"
    r"(?:với|có) điều kiện(?: là)?\b|\bphải (?:có|kèm|nộp|gửi|được)\b.*\bmới\b|\bmới (?:được )?(?:tính|chấm|công nhận)\b",
    re.IGNORECASE,
)
_CONDITIONAL = re.compile(
    r"^(?:chỉ )?áp dụng (?:đối với|cho|với|tại)\b|^(?:nếu|khi|trong trường hợp|trường hợp|đối với|với (?:các |những )?(?:đơn vị|xã|huyện))\b",
    re.IGNORECASE,
)
# "Nếu tỷ lệ này đạt:" only says of what the bands are.
_OF_THE_VALUE = re.compile(
    r"^(?:nếu|khi)\s+(?:(?:điểm |các )?t[ỷỉ] lệ|số|tổng|[a-z]\b|kết quả|giá trị|mức)", re.IGNORECASE
)
_OF_FAULTS = re.compile(r"\b(?:thiếu|chậm|trễ|quá hạn|sai|muộn)\b[^:]{0,20}:?\s*$", re.IGNORECASE)
_LEADS = re.compile(
    r"(?P<lead>(?:trừ|riêng|ngoài|chỉ|(?:nếu|khi) (?:đã )?có|đối với)\b[^,:.\d]*)[,:.]\s", re.IGNORECASE
)
_POINTS_IN_PASSING = re.compile(
    r"\d\s*%?\s*(?:số |tổng )*điểm\b(?! (?:cầu|phục|bưu|truy))|\btrừ\b|\bnửa (?:số )?điểm\b|\bkhông (?:được |có )?điểm\b|\bcộng (?:thêm )?\d",
    re.IGNORECASE,
)


# "tối đa 3 mô hình": how many of the things count.
MOST_THINGS = re.compile(
    r"^(?:nhưng )?(?:tối đa|không quá|nhiều nhất)(?: là| không quá)?\s+(?P<number>\d+)\s+(?!điểm\b|đ\b)(?P<what>[^\W\d_]+)[^:=]*$",
    re.IGNORECASE,
)


def restricts(text: str) -> bool:
    """Whether a clause that was read as no statement restricts what is given, or whom it is given to."""
    return bool(
        _RESTRICTS.search(text)
        or MOST_THINGS.match(text)
        or (_CONDITIONAL.match(text) and not _OF_THE_VALUE.match(text))
    )


def leading_restriction(condition: str) -> str:
    """What stands in front of a condition and restricts it: "trừ đơn vị mới thành lập", "nếu đã có kế hoạch"."""
    match = _LEADS.match(condition)
    return match["lead"].strip() if match else ""


def introduces_faults(text: str) -> bool:
    """Whether words that introduce bands say that faults are counted."""
    return bool(_OF_FAULTS.search(text))


def gives_in_passing(text: str) -> bool:
    """Whether an explanation says something about points all the same."""
    return bool(_POINTS_IN_PASSING.search(text) or _RESTRICTS.search(text))

"""What a line is called in front of its text: "Minh chứng: …", "Bộ phận theo dõi: …", "Hạn nộp: …"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from dataclasses import dataclass

from chamdiem.annex.column_words import WITH_OTHERS

_MARK = r"[-+•*\s]*(?:\(?(?:[a-zđ]|\d{1,2}(?:\.\d{1,2}){0,4})[.)]\s*)?"
_WHO = r"(?:(?:các )?(?:đơn vị|cơ quan|bộ phận|phòng|ban|cán bộ|công chức|ngành|người|lãnh đạo|đầu mối)(?:[,/]? (?:đơn vị|cơ quan|bộ phận|cá nhân))?(?: được giao)?)"
_AND_DOES = r"(?:(?:,| và| /|/)?\s*(?:chủ trì|thực hiện|theo dõi|đôn đốc|tham mưu|tổng hợp|báo cáo|phụ trách|quản lý))*"
# "Hồ sơ: đúng hạn 5 điểm": what gives points is a level.
_NO_POINTS = r"(?!.*\d\s*(?:điểm|đ)\b)"
_LABELS = tuple(
    (role, re.compile(rf"{_MARK}(?:{words})\s*(?:[:：]\s*|$)", re.IGNORECASE))
    for role, words in (
        ("evidence", rf"(?:hồ sơ|tài liệu|văn bản)(?: gồm| cần có)?(?=\s*[:：]\s*\S){_NO_POINTS}|(?:(?:tài liệu|hồ sơ|căn cứ|văn bản)(?:,? (?:tài liệu|hồ sơ))? (?:kiểm chứng|minh chứng|chứng minh|kèm theo|đối chiếu|kiểm tra)|minh chứng|bằng chứng|kiểm chứng|sản phẩm)(?:\s*gồm)?"),
        ("coordinating", rf"(?:{_WHO} )?phối hợp(?: thực hiện)?|(?:{_WHO} (?:{WITH_OTHERS})|cùng (?:thực hiện|tham gia|triển khai)){_NO_POINTS}"),
        ("lead", rf"(?:{_WHO} )?(?:chủ trì|phụ trách|đầu mối|thực hiện|chịu trách nhiệm|tham mưu){_AND_DOES}"),
        ("lead", rf"{_WHO} (?:theo dõi|quản lý|đôn đốc|giám sát|tổng hợp){_AND_DOES}"),
        ("lead", r"(?:phân công|trách nhiệm)(?: (?:thực hiện|chủ trì|phụ trách|theo dõi))?"),
        ("verifying", r"(?:đơn vị|cơ quan) (?:xác minh|thẩm định|kiểm chứng|đối chiếu)"),
        ("deadline", r"(?:thời hạn|thời gian|hạn)(?: (?:hoàn thành|thực hiện|nộp|gửi|báo cáo|cuối|chót)(?: (?:báo cáo|hồ sơ|kết quả|cùng))?)?|thời điểm (?:hoàn thành|nộp|báo cáo)|hoàn thành trước"),
        ("data_source", r"nguồn(?: số liệu| dữ liệu)?"),
        ("note", r"ghi chú|giải thích|lưu ý"),
        ("method", r"cách (?:thức )?(?:tính|chấm|xác định|đánh giá|cho)(?: điểm)?|(?:phương pháp|phương thức|công thức|quy tắc|nguyên tắc)(?: (?:tính|chấm|xác định|đánh giá))?(?: điểm)?|(?:hướng dẫn|quy định|tiêu chuẩn)(?: về)? (?:cách )?(?:tính|chấm|cho|đánh giá)(?: điểm)?|thang (?:đo|đánh giá|điểm)|mức điểm"),
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Label:
    """The field a text belongs to, and where the text begins."""

    role: str
    end: int


def label_of(text: str) -> Label | None:
    """What a line is called; None where it is only text."""
    for role, label in _LABELS:
        if match := label.match(text):
            return Label(role, match.end())
    return None

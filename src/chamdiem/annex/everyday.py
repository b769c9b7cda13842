"""Ordinary words that no decision of the lexicon has, and hamlets, whose name is left of another word too."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


EVERYDAY = _words(
    "chụp quét ghim dấu xóa xoá đmax đmin "
    "tồn tàng buôn trồng hữu kiểu tôm sai khống rừng lúa ngô khoai sắn chè mía chuối dừa xoài bưởi nhãn vải lợn trâu bò vịt chuồng trại gieo cấy gặt bón tưới mương suối đồi đập giếng "
    "lễ chùa đền miếu lăng mộ hát múa kịch phim nhạc sân bóng loa đèn chợ thợ may dệt gốm mộc thêu nấu nướng tàu thuyền xe bến phà trộm cướp cháy nổ nạn đuối bão lũ lụt rét hại mưa ngập mặn sạt lở bụi mịn khói"
)
# "Số ấp văn hóa", "75% số ấp", "thôn, ấp": hamlets; "ấp huyện" is what is left of "cấp huyện".
_HAMLET = "ấp"
_BEFORE_HAMLET = re.compile(
    r"(?:^|\b(?:số|các|mỗi|từng|những|một|hai|ba|thôn|xóm|bản|xã|trưởng|lệ|tại|về|có|trợ|ở|toàn|của|từ|nhóm)|\d|[,/(-])\s*$",
    re.IGNORECASE,
)
_LEVEL_OF = re.compile(
    r"\s+(?:tỉnh|huyện|xã|trung ương|bộ|sở|phép|giấy|ủy|uỷ|phát|thẻ|độ|cơ sở|quốc gia)\b", re.IGNORECASE
)


def is_hamlet(match: re.Match[str], line: str) -> bool:
    """Whether a word is "ấp" as a place of its own."""
    if match[0].casefold() != _HAMLET or _LEVEL_OF.match(line, match.end()):
        return False
    return bool(_BEFORE_HAMLET.search(line[: match.start()]))

"""Offices of a cell → a list: parted by lines, semicolons, or a comma before the name of another office."""

from __future__ import annotations

import re

_OFFICE = (
    r"(?:Phòng|UBND|Ủy ban|Uỷ ban|Sở|Ban|Văn phòng|VP|Trung tâm|Công an|Chi cục|Cục|Hội|Đoàn|Liên đoàn|"
    r"Mặt trận|Bưu điện|Thanh tra|Bảo hiểm|Ngân hàng|Trường|Viễn thông|Bộ|Đài|Kho bạc|Thuế|Tổ|HĐND|"
    r"Bộ phận|Công chức|[Cc]ác (?:phòng|cơ quan|sở|đơn vị|xã|ban|ngành|tổ chức|doanh nghiệp|"
    r"địa phương|huyện|trường))\b"
)
_BETWEEN = re.compile(rf"\s*(?:;|\n\s*[-+]?|(?<=\S)\s+-\s+(?={_OFFICE})|,\s*(?={_OFFICE}))\s*")


def list_offices(text: str) -> list[str]:
    """The offices named in one cell, as printed."""
    parts = (part.strip(" .,-+*") for part in _BETWEEN.split(text))
    return list(dict.fromkeys(part for part in parts if part))

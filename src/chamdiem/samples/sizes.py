"""How many there are of something in a district of so many people: for example figures."""

from __future__ import annotations

import re
from functools import cache
from random import Random

from chamdiem.core.inputs import Input

# What the words of a figure speak of → least and most, and whether for each thousand people.
_SIZES: tuple[tuple[str, tuple[int, int], bool], ...] = (
    (r"triệu đồng", (400, 1500), True),
    (r"tỷ đồng", (1, 3), True),
    (r"đồng\b", (400_000_000, 1_500_000_000), True),
    (r"cán bộ|công chức|viên chức|cbcc|biên chế", (150, 900), False),
    (r"\bhộ\b", (230, 270), True),
    (r"độ tuổi|lao động", (500, 640), True),
    (r"dân số|nhân khẩu", (950, 1050), True),
    (r"người dân|thuê bao", (550, 900), True),
    (r"hồ sơ|lượt|giao dịch|phản ánh", (80, 300), True),
    (r"\bxã\b|phường|thị trấn", (8, 20), False),
    (r"nhỏ và vừa", (4, 5), True),
    (r"doanh nghiệp|cơ sở", (5, 9), True),
    (r"\bngười\b", (100, 700), False),
    (r"máy chủ", (2, 12), False),
    (r"máy tính|máy\b", (150, 900), False),
    (r"", (20, 120), False),
)


def size_of(given: Input, thousands: int, random: Random) -> int:
    """So many, in units of the figure."""
    (low, high), is_per_thousand = _span(f"{given.unit} {given.label}".casefold())
    return random.randint(low, high) * (thousands if is_per_thousand else 1)


@cache
def _span(words: str) -> tuple[tuple[int, int], bool]:
    """Least and most of what these words speak of, and whether for each thousand people."""
    return next((span, per_thousand) for pattern, span, per_thousand in _SIZES if re.search(pattern, words))

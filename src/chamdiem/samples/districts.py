"""The districts of a province that does not exist (tỉnh ví dụ): names, peer groups, size and strength."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

CITY, PLAIN, HILLS = "Đô thị", "Đồng bằng", "Miền núi"

_NAMES: tuple[tuple[str, str], ...] = (
    ("Thành phố Bình Minh", CITY),
    ("Thị xã Hoà Lạc", CITY),
    ("Thị xã Tân Hưng", CITY),
    ("Huyện An Phú Đông", PLAIN),
    ("Huyện Bình Sơn Hạ", PLAIN),
    ("Huyện Cẩm Lâm", PLAIN),
    ("Huyện Đồng Tiến", PLAIN),
    ("Huyện Hương Thịnh", PLAIN),
    ("Huyện Long Khánh Thượng", PLAIN),
    ("Huyện Mỹ Thành", PLAIN),
    ("Huyện Phú Xuân Đoài", PLAIN),
    ("Huyện Khe Vàng", HILLS),
    ("Huyện Krông Mây", HILLS),
    ("Huyện Nậm Sương", HILLS),
    ("Huyện Sơn Trà Bắc", HILLS),
    ("Huyện Suối Trắng", HILLS),
    ("Huyện Thác Bạc", HILLS),
)
# What a set is for, in its name: "bộ chỉ số chuyển đổi số cấp xã".
_TIER = re.compile(r"\bcấp (sở|xã)\b", re.IGNORECASE)
_KIND = re.compile(r"^(?:Thành phố|Thị xã|Huyện)\b")
# How many people live there, in thousands, and how far along it is: least and most.
_SIZES = {CITY: (90, 220), PLAIN: (60, 150), HILLS: (20, 60)}
_STRENGTHS = {CITY: (65, 92), PLAIN: (50, 85), HILLS: (35, 75)}


@dataclass(frozen=True, slots=True)
class District:
    """One made-up district: ``thousands`` of people, and the share of the points it is likely to earn."""

    code: str
    name: str
    peer_group: str
    thousands: int
    percent: int


def list_districts(random: Random) -> list[District]:
    """All 17, the same for the same seed."""
    return [
        District(
            code=f"VD{number:02}",
            name=f"{name} (ví dụ)",
            peer_group=group,
            thousands=random.randint(*_SIZES[group]),
            percent=random.randint(*_STRENGTHS[group]),
        )
        for number, (name, group) in enumerate(_NAMES, start=1)
    ]


def name_for(district: District, set_name: str) -> str:
    """The name under which a district stands for a body that a set is for.

    Example:
        >>> place = District("VD06", "Huyện Cẩm Lâm (ví dụ)", PLAIN, thousands=90, percent=60)
        >>> name_for(place, "Bộ chỉ số cấp xã"), name_for(place, "Bộ chỉ số cấp sở")
        ('Xã Cẩm Lâm (ví dụ)', 'Sở Cẩm Lâm (ví dụ)')
    """
    tier = _TIER.search(set_name)
    if tier is None:
        return district.name
    if tier[1].casefold() == "sở":
        return _KIND.sub("Sở", district.name)
    return _KIND.sub("Phường" if district.peer_group == CITY else "Xã", district.name)

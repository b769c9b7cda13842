"""Names of bodies and people that do not exist."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from random import Random

PROVINCE = "Tỉnh Ví Dụ"
STANDING = "Sở Khoa học và Công nghệ"
DEPARTMENTS = (
    "Văn phòng Uỷ ban nhân dân tỉnh",
    "Sở Nội vụ",
    "Sở Tài chính",
    "Sở Tư pháp",
    "Sở Công Thương",
    "Sở Xây dựng",
    STANDING,
    "Sở Nông nghiệp và Môi trường",
    "Sở Văn hoá, Thể thao và Du lịch",
    "Sở Giáo dục và Đào tạo",
    "Sở Y tế",
    "Sở Dân tộc và Tôn giáo",
    "Sở Ngoại vụ",
    "Thanh tra tỉnh",
    "Ban Quản lý khu kinh tế",
    "Ban Quản lý các khu công nghiệp",
    "Trung tâm Phục vụ hành chính công",
    "Trung tâm Xúc tiến đầu tư",
    "Ban Dân vận vùng cao",
    "Ban An toàn giao thông",
)
# As the set of Chư Prông names them, so that they are found; but two a person has to match.
DISTRICT_OFFICES = (
    "Văn phòng HĐND và UBND huyện",
    "Phòng Nội vụ",
    "Phòng Tài chính - Kế hoạch",
    "Phòng Văn hóa và Thông tin",
    "Phòng Lao động, Thương binh và Xã hội",
    "Phòng Kinh tế - Hạ tầng",
    "Phòng Giáo dục và Đào tạo",
    "Trung tâm Văn hóa, Thông tin và Thể thao",
    "Công an huyện",
    "Phòng Nông nghiệp và Môi trường",
    "Thuế cơ sở",
)
DEPARTMENT_OFFICES = ("Văn phòng", "Phòng Kế hoạch - Tài chính", "Thanh tra", "Trung tâm Công nghệ thông tin")
COMMUNE_OFFICES = ("Văn phòng HĐND và UBND", "Phòng Văn hoá - Xã hội", "Trung tâm Phục vụ hành chính công")

WARD, LOWLAND, HIGHLAND = "Phường", "Xã đồng bằng", "Xã miền núi"
_FIRST = ("An", "Bình", "Cẩm", "Đông", "Hoà", "Khánh", "Long", "Mỹ", "Phú", "Quảng", "Tân", "Thuận")
_SECOND = ("Lạc", "Sơn", "Thành", "Hưng", "Phước", "Điền", "Giang", "Lộc", "Xuân", "Thịnh")

_FAMILY = (
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
    "Dương", "Lý", "Mai", "Trịnh", "Đinh", "Tạ",
)  # fmt: skip
_MEN = ("Văn", "Đức", "Minh", "Quang", "Hữu", "Xuân", "Thanh", "Công")
_WOMEN = ("Thị", "Ngọc", "Thu", "Thanh", "Mai", "Kim", "Bích", "Hồng")
_GIVEN_MEN = ("Anh", "Bảo", "Cường", "Đạt", "Hải", "Hiếu", "Hùng", "Khoa", "Lâm", "Nam", "Phong", "Quân",
              "Sơn", "Tài", "Thắng", "Tuấn", "Vinh")  # fmt: skip
_GIVEN_WOMEN = ("Ánh", "Chi", "Dung", "Hà", "Hạnh", "Hiền", "Hoa", "Huệ", "Lan", "Linh", "Nga", "Nhung",
                "Oanh", "Phương", "Thảo", "Trang", "Yến")  # fmt: skip


def people(random: Random) -> Iterator[str]:
    """Names of people without end."""
    while True:
        middles, given = random.choice(((_MEN, _GIVEN_MEN), (_WOMEN, _GIVEN_WOMEN)))
        yield f"{random.choice(_FAMILY)} {random.choice(middles)} {random.choice(given)}"


def communes(random: Random) -> list[tuple[str, str]]:
    """120 communes with their peer groups: a fifth are wards, a third lie in the hills."""
    names = [f"{first} {second}" for first, second in product(_FIRST, _SECOND)]
    random.shuffle(names)
    groups = [WARD] * 24 + [LOWLAND] * 56 + [HIGHLAND] * 40
    return [
        (f"{'Phường' if group == WARD else 'Xã'} {name}", group)
        for name, group in zip(names, groups, strict=True)
    ]

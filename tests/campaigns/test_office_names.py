"""Which office is meant by a name as a decision prints it."""

from __future__ import annotations

import pytest

from chamdiem.campaigns.office_names import OfficeNames, RealOffice, is_collective, normal_name
from chamdiem.library import load_edition, read_set_text
from tests.edition import EDITION


@pytest.mark.parametrize(
    ("printed", "real"),
    [
        ("Văn phòng HĐND&UBND huyện", "VP HĐND và UBND huyện"),
        ("Văn phòng HĐND&UBND", "Văn phòng Hội đồng nhân dân và Uỷ ban nhân dân"),
        ("Phòng Văn hóa và Thông tin", "Phòng VH&TT"),
        ("Phòng Kinh Tế - Hạ tầng", "phòng kinh tế & hạ tầng"),
        ("Phòng Lao động, Thương binh và Xã hội", "P. LĐTBXH"),
        ("Phòng Giáo dục và Đào tạo", "Phòng GD-ĐT"),
        ("phòng Tài chính - Kế hoạch", "Phòng TC-KH"),
        ("Phòng Công nghệ thông tin", "Phòng CNTT"),
        ("Phòng Văn hoá", "Phòng Văn hóa"),
        ("VĂN PHÒNG  HĐND & UBND", "Văn phòng HĐND-UBND"),
        ("VPHĐND&UBND", "Văn phòng HĐND và UBND"),
        # Marks after their letters, in the order of the alphabet and in the other.
        ("Phòng Kinh te\u0302\u0301", "Phòng Kinh tế"),
        ("Phòng Kinh te\u0301\u0302", "Phòng Kinh tế"),
    ],
)
def test_ways_of_writing_one_office_are_one(printed: str, real: str) -> None:
    assert normal_name(printed) == normal_name(real)


@pytest.mark.parametrize(
    ("one", "other"), [("Phòng Nội vụ", "Phòng Nông nghiệp"), ("Phòng Văn hóa", "Phòng Văn hóa và Thông tin")]
)
def test_different_offices_stay_different(one: str, other: str) -> None:
    assert normal_name(one) != normal_name(other)


@pytest.mark.parametrize(
    "name", ["Các phòng, ban, đơn vị", "Các cơ quan, đơn vị liên quan", "Toàn bộ các xã"]
)
def test_many_at_once_are_no_office(name: str) -> None:
    assert is_collective(name)


CHU_PRONG = OfficeNames(load_edition("chuprong-2023"))
OFFICES = (
    RealOffice(1, ("Văn phòng HĐND và UBND",)),
    RealOffice(2, ("Phòng Văn hóa - Thông tin",)),
    RealOffice(3, ("Công an",)),
    RealOffice(4, ("Phòng Nội vụ",)),
    RealOffice(5, ("Phòng Kinh tế, Hạ tầng và Đô thị", "Phòng Kinh tế - Hạ tầng")),
)


@pytest.mark.parametrize(
    ("printed", "office"),
    [
        ("Văn phòng HĐND&UBND huyện", 1),
        # A spelling that the edition's own list of offices knows to be the same.
        ("Văn phòng HỠND&UBND huyện", 1),
        ("Phòng Văn hóa và Thông tin", 2),
        ("Công an huyện", 3),
        ("Phòng Nội vụ", 4),
        ("Phòng Kinh Tế - Hạ tầng", 5),
        ("Phòng Nông nghiệp", None),
        ("Bưu điện Chư Prông", None),
    ],
)
def test_the_offices_of_an_edition_are_found_in_a_real_body(printed: str, office: int | None) -> None:
    assert CHU_PRONG.find(printed, OFFICES) == office


def test_two_offices_of_one_name_are_for_a_person_to_tell_apart() -> None:
    two = (RealOffice(1, ("Phòng Nội vụ",)), RealOffice(2, ("Phòng Tổ chức", "P. Nội vụ")))
    assert CHU_PRONG.find("Phòng Nội vụ", two) is None


def test_the_exact_name_goes_before_the_shortened_one() -> None:
    both = (RealOffice(1, ("Công an",)), RealOffice(2, ("Công an huyện",)))
    assert CHU_PRONG.find("Công an huyện", both) == 2


def test_only_offices_of_rows_that_somebody_answers_are_looked_for() -> None:
    assert OfficeNames(read_set_text(EDITION)).printed == ["Văn phòng", "Phòng Công nghệ thông tin"]

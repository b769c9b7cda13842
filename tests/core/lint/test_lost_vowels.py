"""Words that lost their only vowel without a gap: ``dch vụ``, ``pht sinh``, ``vn bản``."""

from __future__ import annotations

import pytest

from .documents import findings, method


def _told(text: str) -> list[tuple[str, object]]:
    told = findings(method(text), "text.confused")
    return [(each.printed, each.facts["meant"]) for each in told]


@pytest.mark.parametrize(
    ("damaged", "meant"),
    [
        ("dch vụ", "dịch vụ"),
        ("pht sinh", "phát sinh"),
        ("vn bản", "văn bản"),
        ("Chnh sách", "Chính sách"),
    ],
)
def test_a_word_without_its_vowel_is_told_with_the_one_that_fits(damaged: str, meant: str) -> None:
    assert _told(f"Số {damaged} được tính điểm tối đa") == [(damaged, meant)]


@pytest.mark.parametrize(
    "text",
    [
        "Có phòng CNTT: điểm tối đa; BCĐ họp dưới 5 km: 0 điểm",
        "Tối thiểu 10 hs: điểm tối đa; dưới 5.000 vnđ: 0 điểm",
        "TT huyện và VN bản đồ: điểm tối đa; cổng dv công của dn, tp thuộc tỉnh: 0 điểm",
        "Có trng tâm: điểm tối đa; không có: 0 điểm",
    ],
)
def test_abbreviations_units_and_what_may_be_two_words_are_left_alone(text: str) -> None:
    assert not _told(text)

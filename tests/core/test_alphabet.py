from __future__ import annotations

import random
import unicodedata

import pytest

from chamdiem.core.alphabet import alphabetical

IN_ORDER = [
    ["Huyện Đồng Tiến", "Suối Trắng", "Thác Bạc"],
    ["Sơn Trà Bắc", "Suối Trắng"],
    ["Xã Dơi", "Xã Đắk Nhoong", "Xã Thượng Hóa"],
    ["Đô thị", "Đồng bằng", "Miền núi"],
    # Tones tell apart only what the letters do not, the first syllable first.
    ["ma", "mà", "mả", "mã", "má", "mạ", "mác"],
    ["Hoa Án", "Hòa An"],
    # Word by word, figures before letters, what is continued first.
    ["Xã 1", "Xã An", "Xã An Bình", "Xãn A"],
    ["a", "ă", "â", "b", "d", "đ", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "v"],
]


@pytest.mark.parametrize("names", IN_ORDER)
def test_names_follow_the_vietnamese_alphabet(names: list[str]) -> None:
    mixed = random.Random(len(names)).sample(names, len(names))  # noqa: S311  no secret
    assert sorted(mixed, key=alphabetical) == names
    capitals = [each.upper() for each in mixed]
    assert sorted(capitals, key=alphabetical) == [each.upper() for each in names]


def test_accents_written_apart_sort_like_those_written_together() -> None:
    assert alphabetical(unicodedata.normalize("NFD", "Đắk Nhoong")) == alphabetical("Đắk Nhoong")

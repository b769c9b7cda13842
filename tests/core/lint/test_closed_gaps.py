"""A letter lost inside a word, with a gap in its place."""

from __future__ import annotations

import pytest

from chamdiem.core.lint.closed_gaps import close_gaps

from .documents import RATIO, criterion, found, keys


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Tỷ lệ số ngư i dân có tài khoản", "Tỷ lệ số người dân có tài khoản"),
        ("Tỷ lệ ngư i được tập huấn", "Tỷ lệ người được tập huấn"),
        ("Số lượng máy tính đ ợc cấp", "Số lượng máy tính được cấp"),
        ("Tỷ lệ hộ tro g xã có mạng", "Tỷ lệ hộ trong xã có mạng"),
        ("Tỷ lệ nhữ g hộ có mạng", "Tỷ lệ những hộ có mạng"),
        ("Ngư i dân có tài khoản", "Người dân có tài khoản"),
    ],
)
def test_a_gap_that_one_word_closes_is_closed(name: str, meant: str) -> None:
    assert found(criterion(RATIO, name=name), "text.lost_letters").computed == meant


@pytest.mark.parametrize(
    "name",
    [
        "Tỷ lệ cơ quan có trạm y tế",
        "Số ý kiến ở ô tô của bà i",
        "Tỷ lệ hộ theo điểm i khoản 2 Điều 5",
        "Xã Ia Ơ u minh",
    ],
)
def test_a_vowel_that_no_word_lacks_is_left_alone(name: str) -> None:
    assert keys(criterion(RATIO, name=name), "text.lost_letters") == []


@pytest.mark.parametrize("text", ["c a / b", "n m", "Đ ÔC", "TP i", "số a i", "ngư dân i"])
def test_what_may_be_several_words_or_none_stays(text: str) -> None:
    assert close_gaps(text) == (text, [])

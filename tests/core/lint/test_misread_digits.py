"""Digits in words, and words beside a compound that were taken for part of one."""

from __future__ import annotations

import pytest

from chamdiem.core.lint.misread_digits import misread_digits
from chamdiem.core.sentences.findings import finding_sentence

from .documents import RATIO, criterion, found, keys


@pytest.mark.parametrize(
    ("text", "printed", "meant"),
    [
        ("Quy chế vận hành hệ th0ng của xã", "hệ th0ng", "hệ thống"),
        ("Cổng thông t1n của xã", "thông t1n", "thông tin"),
        ("Cổng thôn9 tin của xã", "thôn9 tin", "thông tin"),
        ("Quyết đ1nh của xã", "Quyết đ1nh", "Quyết định"),
        ("Kho dữ 1iệu của xã", "dữ 1iệu", "dữ liệu"),
        ("Số buổi họp của thôn9", "", ""),
        ("Số buổi của h0i phụ nữ", "h0i", ""),
        ("Đã được c0ng khai", "c0ng khai", "công khai"),
    ],
)
def test_a_digit_in_a_syllable_is_told(text: str, printed: str, meant: str) -> None:
    assert list(misread_digits(text)) == ([(printed, meant)] if printed else [])


@pytest.mark.parametrize("name", ["Số buổi của h0i phụ nữ xã", "Số hộ được l1nh tiền"])
def test_a_digit_is_told_where_the_word_meant_is_not_sure(name: str) -> None:
    sentence = finding_sentence(found(criterion(RATIO, name=name), "text.digit"))
    assert "có lẽ" not in sentence
    assert "chữ và số bị nhận lẫn" in sentence


def test_codes_with_digits_are_left_alone() -> None:
    codes = "CQĐT2, IPv6, 4G, H1N1, QĐ1, h1n1, b2b, g2c, p2p, k8s, i18n, mp3, m2, km2, PM2.5, a1b, n1, Web3D"
    assert list(misread_digits(f"Mẫu {codes}, số l1, đơn vị A1a, x2y, mẫu số 01a/ĐK")) == []


@pytest.mark.parametrize(
    "name",
    [
        "Tỷ lệ công dân có tài khoản định danh điện tử mức 2",
        "Tỷ lệ công dân có tài khoản định danh mức 2",
        "Cán bộ phụ trách định danh cấp xã",
    ],
)
def test_a_level_after_a_compound_is_no_other_compound(name: str) -> None:
    assert keys(criterion(RATIO, name=name), "text.confused") == []
    assert keys(criterion(RATIO, name="Số lượng danh mức"), "text.confused") == ["1.1"]

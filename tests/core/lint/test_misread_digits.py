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
        ("Họp d0 lãnh đạo chủ trì", "d0 lãnh", "do lãnh"),
        ("S0 buổi họp", "S0 buổi", "Số buổi"),
        ("Hội nghị chuyên đ3", "chuyên đ3", "chuyên đề"),
        ("Mẫu S0, biểu d0, hạng đ3", "", ""),
        ("Đã được c0ng khai", "c0ng khai", "công khai"),
    ],
)
def test_a_digit_in_a_syllable_is_told(text: str, printed: str, meant: str) -> None:
    assert list(misread_digits(text)) == ([(printed, meant)] if printed else [])


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Từ 8O% đến 9O%: l0 điểm", {"8O": "80", "9O": "90", "l0": "10"}),
        ("Từ 8O đến 9O điểm: I0 điểm", {"8O": "80", "9O": "90", "I0": "10"}),
        ("Từ lO lớp đến 2O cuộc: Io điểm", {"lO": "10", "2O": "20", "Io": "10"}),
        ("8O-9O%: 0,S điểm; còn lại: O điểm", {"8O-9O": "80-90", "0,S": "0,5", "O": "0"}),
        ("≥ 5O hồ sơ: 1Ođ; 9O,5%: 0,2S điểm", {"5O": "50", "1O": "10", "9O,5": "90,5", "0,2S": "0,25"}),
        ("Phần I điểm cao, mục I1 điểm a, Khối I 5 điểm, I (10 điểm), từ 4G lên 5G, 5 l nước, CO2", {}),
        ("Từ năm 2O23 theo Phụ lục I; mẫu l1; điểm II: 10 điểm; từ biểu I1 đến I5 kèm theo", {}),
    ],
)
def test_letters_in_bands_and_points_are_read_as_digits(text: str, meant: dict[str, str]) -> None:
    assert dict(misread_digits(text)) == meant


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

"""Ordinary words and levels that were once told: compounds that meet, levels that a count gives."""

from __future__ import annotations

import pytest

from chamdiem.core.lint import lint

from .documents import RATIO, criterion, keys, method

CLASSES = "rule: {kind: count, parts: [{of: n, points_each: %s}]}\ninputs: {n: {label: Số lớp, unit: lớp}}"
LEVELS = "Từ 04 lớp: 4 điểm; 03 lớp: 3 điểm; 02 lớp: 2 điểm; 01 lớp: 1 điểm; không tổ chức: 0 điểm"


@pytest.mark.parametrize(
    "name",
    [
        "Sản phẩm du lịch lịch sử địa phương",
        "Quản lý lý lịch cán bộ",
        "Hồ sơ đăng ký ký túc xá",
        "Biểu thống kê kê khai tài sản",
        "Đào tạo tay nghề nghề mộc",
        "Ban Dân vận vận động người dân",
        "Quầy tiếp nhận nhận kết quả trực tiếp",
        "Chuyên gia gia cố hạ tầng",
        "Sàn công nghệ nghệ thuật số",
        "Ngân hàng hàng hóa số",
    ],
)
def test_a_syllable_of_two_compounds_is_no_repetition(name: str) -> None:
    assert keys(criterion(RATIO, name=name), "text.repeated") == []


@pytest.mark.parametrize("name", ["Xử lý lý hồ sơ", "Đăng ký ký tài khoản", "Tỷ lệ nhận nhận kết quả"])
def test_a_syllable_printed_twice_is_still_seen(name: str) -> None:
    assert keys(criterion(RATIO, name=name), "text.repeated") == ["1.1"]


@pytest.mark.parametrize(
    ("name", "told"),
    [("Số hóa sổ hộ tịch", []), ("Số hoá bản đồ", []), ("Số hộ có mạng", ["1.1"]), ("Số lượng hộ", ["1.1"])],
)
def test_digitising_is_no_number(name: str, told: list[str]) -> None:
    assert keys(criterion(RATIO, name=name), "name.kind") == told


def test_only_after_a_target_is_no_criterion() -> None:
    assert not keys(method("Vượt chỉ tiêu chỉ được tối đa 10 điểm"), "text.confused")
    assert not keys(method("Vượt chỉ tiêu chỉ tính 10 điểm"), "text.confused")
    assert keys(method("Các tiêu chỉ đánh giá cấp xã"), "text.confused")


@pytest.mark.parametrize(("each", "told"), [("1", False), ("0.5", True)])
@pytest.mark.parametrize("text", [LEVELS, LEVELS.replace(" điểm;", ";")])
def test_levels_that_a_count_gives_are_used(text: str, each: str, *, told: bool) -> None:
    found = lint(method(text, CLASSES % each, maximum="4"))
    assert any(finding.code.endswith("_not_used") for finding in found) is told

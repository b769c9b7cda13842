"""Prices, products and parts in few signs: read where they can mean one thing only, and told where more is presumed."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from typing import Any

import pytest

from tests.annex.test_rules import NA, read

RATIO = {"kind": "ratio", "value": "a / b", **NA}


def count(*parts: tuple[str, str], every: str = "") -> dict[str, Any]:
    step = {"every": every} if every else {}
    return {"kind": "count", "parts": [{"of": letter, "points_each": each, **step} for letter, each in parts]}


def cost(points: str, every: str = "") -> dict[str, Any]:
    return {**count(("n", points), every=every), "kind": "deduct"}


def behind(points: str, every: str) -> dict[str, Any]:
    return {
        "kind": "deduct",
        "parts": [{"of": "100 - 100 * a / b", "points_each": points, "every": every}],
    }


TWO_PARTS = {"kind": "checklist", "parts": [{"when": "x", "points": "7"}, {"when": "y", "points": "3"}]}
UNDERSTOOD: dict[tuple[str, str], dict[str, Any]] = {
    ("Hồ sơ", "điểm: 10p/q (p: số hồ sơ trực tuyến; q: tổng số hồ sơ)"): RATIO,
    ("Hồ sơ", "Điểm = 10p/q; p = số hồ sơ trực tuyến; q = tổng số hồ sơ"): RATIO,
    ("Hồ sơ", "= 10m/n (m là số hồ sơ trực tuyến, n là tổng số hồ sơ)"): RATIO,
    ("Hồ sơ", "Điểm: 10a/b (a: số hồ sơ trực tuyến; b: tổng số hồ sơ)"): RATIO,
    ("Hồ sơ", "Điểm = 10 × p/q, trong đó p là số hồ sơ trực tuyến, q là tổng số hồ sơ"): RATIO,
    ("Hộ số", "Điểm = a/tổng × 10; a = số hộ có mạng; tổng = số hộ"): RATIO,
    ("Giảm nghèo", "(a – b)/tổng × 10, a: số hộ nghèo đầu năm; b: số hộ nghèo cuối năm; tổng: tổng số hộ"): {**RATIO, "value": "(a - b) / c"},
    ("Hộ mới", "Tăng thêm 20 hộ được 1 điểm"): count(("n", "1"), every="20"),
    ("Hộ mới", "Tăng thêm 20 hộ được 1 điểm, tối đa 10 điểm"): count(("n", "1"), every="20"),
    ("Hộ mới", "Tăng thêm 20 hộ: 1 điểm; không tăng: 0 điểm"): count(("n", "1"), every="20"),
    ("Camera", "Thêm 10 camera +2 điểm"): count(("n", "2"), every="10"),
    ("Khen thưởng", "01 bằng khen = 0,5 điểm"): count(("n", "0.5")),
    ("Khen thưởng", "01 bằng khen = 0,5 điểm; 01 giấy khen = 0,25 điểm"): count(("n", "0.5"), ("m", "0.25")),
    ("Khen thưởng", "01 bằng khen = 0,5 điểm (tối đa 10 điểm)"): count(("n", "0.5")),
    ("Báo cáo", "Mỗi lần chậm: –0,5 điểm"): cost("0.5"),
    ("Báo cáo", "Mỗi lần chậm - 0,5 điểm"): cost("0.5"),
    ("Báo cáo", "Đúng hạn: 10 điểm; mỗi báo cáo chậm: -1 điểm"): cost("1"),
    ("Báo cáo", "Chậm 01 ngày: -0,5 điểm"): cost("0.5"),
    ("Báo cáo", "01 báo cáo chậm = -0,5 điểm"): cost("0.5"),
    ("Tỷ lệ giải ngân", "Giải ngân 100%: 10 điểm; mỗi 1% không giải ngân trừ 1 điểm"): behind("1", "1"),
    ("Tỷ lệ giải ngân vốn", "Đạt 100%: 10 điểm; mỗi 1% chưa giải ngân trừ 0,5 điểm"): behind("0.5", "1"),
    ("Tỷ lệ kiến nghị được trả lời", "Trả lời 100%: 10 điểm; mỗi 5% kiến nghị chưa trả lời trừ 1 điểm"): behind("1", "5"),
    ("Hội thi", "tham gia: 7 điểm, đạt giải cộng thêm 3 điểm"): TWO_PARTS,
    ("Hội thi", "Có tham gia: 7 điểm; có giải: cộng thêm 3 điểm"): TWO_PARTS,
    ("Hội thi", "Không tham gia: 0 điểm; tham gia: 7 điểm; đạt giải thưởng thêm 3 điểm"): TWO_PARTS,
}  # fmt: skip


@pytest.mark.parametrize(("name", "text"), UNDERSTOOD)
def test_few_signs_are_read(name: str, text: str) -> None:
    reading, _ = read(text, name=name)
    assert reading.rule == UNDERSTOOD[name, text]


LEFT = [
    ("Khen thưởng", "1 giải nhất: 3 điểm; 1 giải nhì: 2 điểm"),
    ("Khen thưởng", "1 bằng khen: 0,5 điểm"),
    ("Báo cáo", "Nộp chậm: -2 điểm"),
    ("Báo cáo", "01 báo cáo chậm = 0,5 điểm"),
    ("Khen thưởng", "01 bằng khen = 10 điểm; 01 giấy khen = 1 điểm"),
    ("Hộ mới", "Tăng thêm 20 hộ được 1 điểm; tăng thêm 50 hộ được 5 điểm"),
    ("Hộ mới", "Có 100 hộ: 5 điểm; thêm 20 hộ được 1 điểm"),
    ("Hộ mới", "Thêm 5 hồ sơ chậm được 1 điểm"),
    ("Hội thi", "tham gia: 7 điểm, đạt giải cộng thêm 1 điểm"),
    ("Hồ sơ", "Điểm: 5p/q (p: số hồ sơ trực tuyến; q: tổng số hồ sơ)"),
    ("Giảm nghèo", "(a – b)/tổng × 10"),
    ("Giải quyết hồ sơ đúng hạn", "Giải quyết đúng hạn 100%: 10 điểm; mỗi 1% chưa giải quyết trừ 1 điểm"),
    ("Tỷ lệ hồ sơ số hóa", "100%: 10 điểm; mỗi 1% chưa nộp trừ 1 điểm"),
    ("Tỷ lệ giải ngân", "Giải ngân từ 95%: 10 điểm; mỗi 1% không giải ngân trừ 1 điểm"),
    # What is left undone seldom earns points.
    ("Gửi báo cáo", "Mỗi báo cáo không gửi - 1 điểm"),
    ("Gửi báo cáo", "Mỗi báo cáo không gửi được 1 điểm"),
    ("Gửi báo cáo", "Mỗi báo cáo chưa gửi: 1 điểm"),
    ("Họp giao ban", "Mỗi lần không tham dự họp – 1 điểm"),
    ("Số hoá hồ sơ", "0,5 điểm/hồ sơ chưa số hoá"),
    ("Trang thông tin", "Mỗi chuyên mục không cập nhật: 1 điểm"),
]


@pytest.mark.parametrize(
    "thing",
    [
        "điểm bán hàng thanh toán không dùng tiền mặt",
        "cuộc họp không giấy tờ",
        "điểm phát sóng không dây",
        "cảng hàng không",
        "thôn không có tội phạm",
    ],
)
def test_what_is_named_by_a_not_is_counted(thing: str) -> None:
    assert read(f"Mỗi {thing} được 1 điểm")[0].rule == count(("n", "1"))


@pytest.mark.parametrize(("name", "text"), LEFT)
def test_what_may_mean_something_else_is_for_people(name: str, text: str) -> None:
    assert read(text, name=name)[0].is_manual


def test_levels_of_several_are_no_prices() -> None:
    reading, _ = read("01 bằng khen = 5 điểm; 02 bằng khen = 10 điểm", name="Khen thưởng")
    assert isinstance(reading.rule, dict)
    assert reading.rule["kind"] == "tiers"


@pytest.mark.parametrize("text", ["Tăng thêm 20 hộ được 1 điểm", "01 hộ = 0,5 điểm"])
def test_that_every_further_one_counts_is_told(text: str) -> None:
    reading, _ = read(text, name="Hộ mới")
    assert any(each.startswith("văn bản chỉ in mức đầu") for each in reading.assumed)


@pytest.mark.parametrize(
    "text", ["Mỗi sáng kiến - 2 điểm", "Mỗi mô hình – 2 điểm", "Mỗi thôn không có vi phạm - 2 điểm"]
)
def test_a_dash_behind_what_is_no_fault_takes_nothing_off(text: str) -> None:
    reading, _ = read(text, name="Sáng kiến")
    assert reading.rule == count(("n", "2"))


@pytest.mark.parametrize(
    "text", ["Mỗi lần chậm: –0,5 điểm", "Mỗi lần vi phạm – 2 điểm", "Mỗi hồ sơ chậm -1 điểm"]
)
def test_what_only_a_sign_takes_off_is_told(text: str) -> None:
    reading, _ = read(text, name="Báo cáo")
    assert isinstance(reading.rule, dict)
    assert reading.rule["kind"] == "deduct"
    assert any("văn bản chỉ in điểm trừ" in each for each in reading.assumed)


def test_what_is_added_is_what_is_counted() -> None:
    reading, _ = read("Tăng thêm 20 hộ được 1 điểm", name="Hộ dùng nước sạch")
    assert reading.inputs["n"]["label"] == "Số hộ tăng thêm"


def test_times_of_a_fault_are_counted_as_such() -> None:
    reading, _ = read("Mỗi lần chậm: –0,5 điểm", name="Báo cáo")
    assert reading.inputs["n"]["label"].startswith("Lần chậm")


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Mỗi phát sinh 5 hồ sơ được 1 điểm", "5"),
        ("Mỗi lần tiếp 5 công dân được 1 điểm", "5"),
        ("Mỗi thôn có 2 tổ công nghệ số: 1 điểm", "2"),
        ("Mỗi camera 4K được 1 điểm", ""),
        ("Mỗi sản phẩm OCOP 4 sao được 1 điểm", ""),
        ("Mỗi đường cấp 5 được sửa 1 điểm", ""),
        ("Mỗi người trên 60 tuổi được 1 điểm", ""),
    ],
)
def test_a_number_left_inside_what_is_counted_is_told(text: str, held: str) -> None:
    reading, _ = read(text, name="Kết quả")
    told = [each for each in reading.assumed if "là một phần của điều được đếm" in each]
    assert [f"số {held} là" in each for each in told] == ([True] if held else [])


def test_so_many_there_are_each_time_make_a_step() -> None:
    assert read("Mỗi khi có 5 hộ đăng ký được 1 điểm")[0].rule == count(("n", "1"), every="5")

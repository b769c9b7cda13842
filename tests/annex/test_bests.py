"""Formulas that read the figure of the best of all bodies become comparisons."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from tests.annex.test_rules import NA, read

_LETTERS = "a = Số công chức chuyên trách; b = Tổng số công chức; Tỷ lệ = a/b; "
OF_A_RATIO = {
    "Điểm = (Tỷ lệ/Tỷ lệ cao nhất của các tỉnh)*Điểm tối đa": {"method": "share_of_max"},
    "Điểm = Tỷ lệ/Tỷ lệ cao nhất trong các bộ, ngành*Điểm tối đa": {"method": "share_of_max"},
    "Điểm = Tỷ lệ/Tỷ lệ lớn nhất * 10": {"method": "share_of_max"},
    "Điểm = Tỷ lệ/max(tỷ lệ) * Điểm tối đa": {"method": "share_of_max"},
    "Điểm = (Tỷ lệ i/Tỷ lệ max) * Điểm tối đa": {"method": "share_of_max"},
    "Điểm = (a/b)/max(a/b) * Điểm tối đa": {"method": "share_of_max"},
    "Điểm tính theo tỷ lệ so với đơn vị có tỷ lệ cao nhất": {"method": "share_of_max"},
    "c = tỷ lệ cao nhất của các huyện; Điểm = Tỷ lệ/c x 10": {"method": "share_of_max"},
    "Điểm = (Tỷ lệ/Tỷ lệ cao nhất)*Điểm tối đa; nếu Tỷ lệ cao nhất = 0: 0 điểm": {"method": "share_of_max"},
    "Đơn vị đứng đầu được điểm tối đa, các đơn vị tiếp theo tính theo công thức: Tỷ lệ/Tỷ lệ cao nhất x Điểm tối đa": {"method": "share_of_max"},
    "Điểm = (Tỷ lệ − min)/(max − min) * Điểm tối đa": {"method": "min_max"},
    "Điểm = Điểm tối đa * (Tỷ lệ - Tỷ lệ min)/(Tỷ lệ max - Tỷ lệ min)": {"method": "min_max"},
    "Điểm = (Tỷ lệ thấp nhất/Tỷ lệ)*Điểm tối đa": {"method": "share_of_max", "better": "low"},
    "Điểm = (Tỷ lệ cao nhất - Tỷ lệ)/(Tỷ lệ cao nhất - Tỷ lệ thấp nhất)*Điểm tối đa": {"method": "min_max", "better": "low"},
}  # fmt: skip
OF_A_NUMBER = {
    "a = số lượt truy cập; Điểm = a/max(a) * Điểm tối đa": "share_of_max",
    "a = số lượt truy cập; b = số lượt truy cập của đơn vị cao nhất; Điểm = a/b * Điểm tối đa": "share_of_max",
    "a = số lượt truy cập; amax = số lượt truy cập cao nhất trong các tỉnh; Điểm = a/amax * Điểm tối đa": "share_of_max",
    "a = doanh thu; Địa phương có doanh thu lớn nhất đạt điểm tối đa; các địa phương khác: Điểm = a/doanh thu lớn nhất * Điểm tối đa": "share_of_max",
    "a = số lượt truy cập; Điểm = a/giá trị lớn nhất của a trong các tỉnh * Điểm tối đa": "share_of_max",
    "a = số lượt truy cập; Điểm = (a - a min)/(a max - a min) * Điểm tối đa": "min_max",
    "a = số lượt truy cập; b = số lượt cao nhất trong các tỉnh; c = số lượt thấp nhất trong các tỉnh; Điểm = (a-c)/(b-c) * 10": "min_max",
}  # fmt: skip


@pytest.mark.parametrize("text", OF_A_RATIO)
def test_a_ratio_is_compared_with_the_best(text: str) -> None:
    reading, row = read(_LETTERS + text)
    assert reading.rule == {"kind": "peer", "value": "a / b", **NA, **OF_A_RATIO[text]}
    assert [notice.code for notice in row.warnings if notice.code == "rule.assumed"]


@pytest.mark.parametrize("text", OF_A_NUMBER)
def test_a_number_is_compared_with_the_best(text: str) -> None:
    reading, _ = read(text, name="Số lượt truy cập")
    assert reading.rule == {"kind": "peer", "value": "a", "method": OF_A_NUMBER[text]}


def test_a_figure_in_words_keeps_its_name() -> None:
    reading, _ = read("Điểm = số lượt truy cập/max(số lượt truy cập) x 10", name="Lượt truy cập")
    assert [given["label"] for given in reading.inputs.values()] == ["Số lượt truy cập"]


@pytest.mark.parametrize(
    "text",
    [
        "Điểm = Tỷ lệ/Tỷ lệ cao nhất trong 3 năm gần nhất * Điểm tối đa",
        "Điểm = Tỷ lệ/Tỷ lệ cao nhất năm trước * Điểm tối đa",
        "c = tỷ lệ của tháng cao nhất trong năm; Điểm = Tỷ lệ/c * Điểm tối đa",
        "Điểm = 5 + (Tỷ lệ/Tỷ lệ cao nhất) x 5",
        "Điểm = (Tỷ lệ/Tỷ lệ cao nhất) x 8",
        "Điểm = (Tỷ lệ/Tỷ lệ trung bình của các tỉnh)*Điểm tối đa",
        "Điểm = (Tỷ lệ/Tỷ lệ cao nhất) x Điểm tối đa; dưới 50% không tính điểm",
        "Nếu tỷ lệ ≥ 50%: điểm tối đa; nếu tỷ lệ < 50%: Điểm = (Tỷ lệ/Tỷ lệ cao nhất của các tỉnh)*Điểm tối đa",
    ],
)
def test_what_a_comparison_alone_does_not_say_is_left_to_people(text: str) -> None:
    reading, _ = read(_LETTERS + text)
    assert reading.is_manual

"""Money in calculation texts: amounts in two units, figures in different ones, and things that only have money."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

from __future__ import annotations

from fractions import Fraction

import pytest

from chamdiem.annex.rules.trying import criterion_of
from chamdiem.core.cases import result_of
from chamdiem.core.indicator_set import Case
from tests.annex.test_rules import read

# Text, unit, a figure → its points.
AMOUNTS: list[tuple[str, str, dict[str, int]]] = [
    ("Từ 2 tỷ 500 triệu đồng trở lên: 4 điểm; từ 1 tỷ đồng đến dưới 2 tỷ 500 triệu đồng: 2 điểm; dưới 1 tỷ đồng: 0 điểm", "triệu đồng", {"999": 0, "1000": 2, "2499": 2, "2500": 4, "2600": 4}),
    ("Từ 2 tỷ 500 triệu đồng trở lên: 4 điểm; dưới 2,5 tỷ đồng: 0 điểm", "triệu đồng", {"2499": 0, "2500": 4}),
    ("Từ 1 tỷ 200 triệu 500 nghìn đồng trở lên: 4 điểm; dưới 1 tỷ 200 triệu 500 nghìn đồng: 0 điểm", "nghìn đồng", {"1200499": 0, "1200500": 4}),
    ("Mỗi 1 tỷ 500 triệu đồng vận động được 1 điểm, tối đa 4 điểm", "triệu đồng", {"1499": 0, "1500": 1, "6000": 4}),
    ("Cứ vận động 1 tỷ 500 triệu đồng được 1 điểm, tối đa 4 điểm", "triệu đồng", {"1499": 0, "3000": 2}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "unit", "points"), AMOUNTS)
def test_an_amount_in_two_units_is_one_number(text: str, unit: str, points: dict[str, int]) -> None:
    reading, _ = read(text, name="Quỹ", maximum=4)
    assert reading.inputs["n"]["unit"] == unit
    criterion = criterion_of(reading, Fraction(4))
    assert {n: result_of(Case(given={"n": n}), criterion).points for n in points} == points


@pytest.mark.parametrize(
    "text",
    [
        "Tỷ lệ = Số tiền thu được (triệu đồng) / Số phải thu (nghìn đồng). Từ 95% trở lên: 4 điểm; dưới 95%: 0 điểm",
        "a: số đã thu (nghìn đồng); b: kế hoạch thu (triệu đồng); a/b từ 100% trở lên: 4 điểm; dưới 100%: 0 điểm",
        "a là số đã chi (triệu đồng); b là số được giao (ngàn đồng). Tỷ lệ a/b × 4",
        "a = số tiền thu được (tr.đ), b = số tiền phải thu (tỷ đồng). Điểm = a/b × 4",
        "a = số tiền thu được (đồng), b = số tiền phải thu (nghìn đồng). Điểm = a/b × 4",
        "a = số thu (ĐVT: triệu), b = số phải thu (1.000 đồng). Điểm = a/b × 4",
        "Từ 2 tỷ 5 trở lên: 4 điểm; dưới 2 tỷ 5: 0 điểm",
        "Từ 2 tỷ rưỡi trở lên: 4 điểm; dưới 2 tỷ rưỡi: 0 điểm",
    ],
)
def test_money_that_cannot_be_compared_is_for_people(text: str) -> None:
    assert read(text, name="Quỹ", maximum=4)[0].is_manual


@pytest.mark.parametrize(
    "text",
    [
        "a = số nợ thu hồi (tr.đ), b = tổng số nợ (triệu đồng). Điểm = a/b × 4",
        "Tỷ lệ = Số nợ thu hồi (tr.đ) / Tổng số nợ. Từ 95% trở lên: 4 điểm; dưới 95%: 0 điểm",
    ],
)
def test_one_unit_may_be_printed_in_two_ways(text: str) -> None:
    reading, _ = read(text, name="Nợ", maximum=4)
    assert [given["unit"] for given in reading.inputs.values()] == ["triệu đồng"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Mỗi vụ cháy thiệt hại từ 1 tỷ đồng trở lên trừ 2 điểm",
        "Mỗi công trình dưới 3 tỷ đồng được 1 điểm, tối đa 4 điểm",
        "Mỗi doanh nghiệp có vốn trên 10 tỷ đồng được 1 điểm, tối đa 4 điểm",
        "Mỗi vụ tham ô từ 100 triệu đồng trừ 1 điểm",
        "Cứ 3 hộ có thu nhập trên 100 triệu đồng được 1 điểm, tối đa 4 điểm",
        "Mỗi hộ vay vốn được 1 điểm, tối đa 4 điểm",
    ],
)
def test_things_with_money_are_no_money(text: str) -> None:
    reading, _ = read(text, name="Kết quả", maximum=4)
    assert "type" not in reading.inputs["n"]
    assert not reading.inputs["n"].get("unit", "").endswith("đồng")


@pytest.mark.parametrize("above", ["Chi hoạt động", "Kinh phí đào tạo", "Thu ngân sách"])
def test_both_figures_of_a_quotient_of_money_are_money(above: str) -> None:
    text = f"{above} chia cho tổng chi: từ 30% trở lên: 10 điểm; dưới 30%: 0 điểm"
    inputs = read(text, name="Ngân sách")[0].inputs
    assert {given["label"]: given["unit"] for given in inputs.values()} == {
        above: "triệu đồng",
        "Tổng chi": "triệu đồng",
    }


def test_branches_of_a_party_are_no_money() -> None:
    reading, _ = read("Mỗi chi bộ sinh hoạt đúng kỳ được 1 điểm", name="Chi bộ")
    assert "type" not in reading.inputs["n"]

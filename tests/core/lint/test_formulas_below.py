"""What a text calculates below the threshold, in several wordings."""

# One text and one rule stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from .documents import keys, method

DATA = "rule: {kind: ratio, value: a / b, full_at: %s, below: %s, if_zero: zero}\ninputs: {a: {label: Bộ dữ liệu đã có, unit: bộ}, b: {label: Bộ dữ liệu phải có, unit: bộ}}"
VISITS = "rule: {kind: ratio, value: a / b, full_at: %s, below: %s}\ninputs: {a: {label: Số lượt giao dịch, unit: lượt}, b: {label: Số dân, unit: người, min: 1}}\ncross_unit: yes"


@pytest.mark.parametrize(
    ("text", "rule", "full_at", "below"),
    [
        (
            "Tỷ lệ = a/b. Tỷ lệ ≥ 60%: điểm tối đa; tỷ lệ < 60%: điểm = tỷ lệ/60% × điểm tối đa. Không có bộ dữ liệu phải có: 0 điểm.",
            DATA,
            "60%",
            "scale",
        ),
        (
            "Tỷ lệ = a/b; đạt 60% trở lên được 10 điểm; dưới 60% tính điểm theo công thức tỷ lệ/60% × 10.",
            DATA,
            "60%",
            "scale",
        ),
        ("Tỷ lệ = a/b. Đạt 60%: 10 điểm; thấp hơn: 10 × (a/b)/60%.", DATA, "60%", "scale"),
        (
            "Bình quân đạt 3 lượt/người/năm trở lên: 10 điểm; thấp hơn: (a/b)/3 × 10 điểm.",
            VISITS,
            "3",
            "scale",
        ),
        ("Từ 80% trở lên: điểm tối đa; < 80%: tỷ lệ bộ dữ liệu nhân 10 điểm.", DATA, "80%", "ratio"),
        ("Từ 75% trở lên: 10 điểm; chưa đạt 75%: tỷ lệ / 75% × 10", DATA, "75%", "scale"),
        ("Tỷ trọng từ 30% trở lên: 10 điểm; dưới 30%: (tỷ trọng/30%) × 10 điểm", DATA, "30%", "scale"),
        ("Đạt 70% trở lên: 10 điểm; dưới 70%: a/b × 10", DATA, "70%", "ratio"),
    ],
)
def test_points_below_the_threshold_are_tried(text: str, rule: str, full_at: str, below: str) -> None:
    for other in ("scale", "ratio", "zero"):
        told = keys(method(text, rule % (full_at, other)), "method.other_points")
        assert told == ([] if other == below else ["1.1"]), other


def test_a_rate_of_what_is_lacking_is_another_rate() -> None:
    text = "Từ 80% trở lên: điểm tối đa; < 80%: tỷ lệ chậm nộp nhân 10 điểm."
    assert not keys(method(text, DATA % ("80%", "zero")), "method.other_points")


PAGES = "rule: {kind: ratio, value: a / b, if_zero: zero%s}\ninputs: {a: {label: Trang %s, unit: trang}, b: {label: Tổng số trang, unit: trang}}\nchecks: [a <= b]"


@pytest.mark.parametrize(
    "text", ["a/b × 10", "(a/b) x 10 điểm.", "- Điểm = 10 x a/b", "a/b * 10. a: Trang đã dịch"]
)
def test_a_formula_alone_says_which_way_the_points_go(text: str) -> None:
    assert keys(method(text, PAGES % (", better: low", "đã dịch")), "method.other_points") == ["1.1"]
    assert not keys(method(text, PAGES % ("", "đã dịch")), "method.other_points")


@pytest.mark.parametrize("text", ["a/b × 100", "a/b x 100%", "a/b"])
def test_a_percentage_alone_says_nothing_of_points(text: str) -> None:
    assert not keys(method(text, PAGES % (", better: low", "đã dịch")), "method.other_points")


@pytest.mark.parametrize(
    "text",
    ["100% trang đã dịch: 10 điểm; dưới 100%: 0 điểm", "Đạt từ 100%: điểm tối đa; dưới 100%: không có điểm"],
)
def test_everything_for_all_of_it_is_no_reward_for_few(text: str) -> None:
    low = ", better: low, below: zero"
    assert keys(method(text, PAGES % (low, "đã dịch"), name="Dịch trang"), "method.other_direction") == [
        "1.1"
    ]
    # All pages in time, where the late are counted.
    assert not keys(method(text, PAGES % (low, "dịch chậm"), name="Dịch trang"), "method.other_direction")
    right = PAGES % (", full_at: 100%, below: zero", "đã dịch")
    assert not keys(method(text, right, name="Dịch trang"), "method.other_direction")


STREETS = "inputs: {a: {label: Tuyến phố đã gắn mã, unit: tuyến}, b: {label: Tổng số tuyến phố, unit: tuyến, min: 1}}\nchecks: [a <= b]"
RATIO = "{kind: ratio, value: a / b}"


@pytest.mark.parametrize(
    "text",
    [
        "Từ 40% trở lên: a/b × 10; < 40%: 0",
        "Dưới 40%: 0 điểm; từ 40% trở lên: điểm = a/b × 10",
        "Nếu tỷ lệ đạt dưới 40% thì không có điểm; từ 40% trở lên: 10 × a/b điểm",
    ],
)
def test_a_gate_on_the_value_itself_is_tried(text: str) -> None:
    right = (("a / b >= 40%", RATIO, "none"), ("a / b < 40%", "none", RATIO))
    wrong = (("a / b >= 40%", "none", RATIO), ("a / b < 40%", RATIO, "none"), ("a / b >= 40%", RATIO, "full"))
    for gates, is_told in ((right, False), (wrong, True)):
        for when, then, otherwise in gates:
            rule = f"rule: {{kind: gate, when: {when}, then: {then}, else: {otherwise}}}\n{STREETS}"
            assert bool(keys(method(text, rule), "method.other_points")) is is_told, (when, then, otherwise)


def test_a_gate_on_something_else_is_not_tried() -> None:
    rule = f"rule: {{kind: gate, when: a >= 4, then: {RATIO}, else: none}}\n{STREETS}"
    assert not keys(method("Từ 40% trở lên: a/b × 10; < 40%: 0", rule), "method.other_points")

"""The same said in other words: what is read of it, and its neighbours that say something else."""

from __future__ import annotations

from typing import Any

import pytest

from tests.annex.test_rules import NA, read

RATIO = {"kind": "ratio", "value": "a / b", **NA}
EACH = {"kind": "count", "parts": [{"of": "n", "points_each": "2"}]}
LATE = {"kind": "deduct", "parts": [{"of": "n", "points_each": "1"}]}
LETTERS = "; a: số hồ sơ trực tuyến; b: tổng số hồ sơ; c: số hồ sơ thanh toán"
ONE_EACH = "T1 = số hồ sơ số hoá/tổng số hồ sơ; T2 = số kết quả số hoá/tổng số kết quả"
READ: dict[str, Any] = {
    f"Điểm = (a + 0,5c)/b × 10{LETTERS}": {**RATIO, "value": "(a + 0.5 * c) / b"},
    "Điểm = 10 - số ngày chậm (không âm)": LATE,
    "Điểm đạt được = điểm tối đa trừ đi số lần nộp chậm × 1 điểm": LATE,
    "Điểm = 10 trừ đi 1 nhân với số báo cáo gửi muộn; điểm thấp nhất là 0": LATE,
    "Điểm = max(0; 10 - số hồ sơ trễ × 1)": LATE,
    "Điểm = min(T/50%; 1) × 10, với T = số người có chữ ký số/tổng số người": {**RATIO, "full_at": "0.5"},
    "Điểm = Min(1, Số hồ sơ đã số hoá/Số hồ sơ theo kế hoạch) x 10": RATIO,
    "Điểm = min(số lớp × 2; 10)": {"kind": "count", "parts": [{"of": "a", "points_each": "2"}]},
    "Số mô hình × 2, nhưng không quá 10 điểm": EACH,
    "01 mô hình được 2 điểm (tối đa 10 điểm)": EACH,
    "Từ 10 lớp trở lên: điểm tối đa. Dưới 10 lớp: số lớp/10 × điểm tối đa": {
        "kind": "ratio",
        "value": "n / 10",
    },
    "Nếu mở từ 05 lớp trở lên được 10 điểm, nếu mở dưới 05 lớp thì điểm = số lớp × 10/5": {
        "kind": "ratio",
        "value": "n / 5",
    },
    f"Điểm = trung bình cộng của tỷ lệ hồ sơ (T1) và tỷ lệ kết quả (T2) × 10. {ONE_EACH}": {
        **RATIO,
        "value": "a / b + c / d",
        "full_at": "2",
    },
    "Điểm = 5 × (tỷ lệ A) + 5 × (tỷ lệ B). Tỷ lệ A = số văn bản điện tử/tổng số văn bản; "
    "Tỷ lệ B = số hồ sơ điện tử/tổng số hồ sơ": {**RATIO, "value": "5 * a / b + 5 * c / d", "full_at": "10"},
    f"T = (a/b)/(c/b). T ≥ 0,9: 10 điểm; 0,7 ≤ T < 0,9: 7 điểm; T < 0,7: 0 điểm{LETTERS}": {
        "kind": "tiers",
        "value": "a / b / (c / b)",
        "tiers": [{"at_least": "0.9", "give": "full"}, {"at_least": "0.7", "points": "7"}],
        **NA,
    },
    f"Tỷ lệ = a/b × 100. Tỷ lệ ≥ 90: 10 điểm; 50 ≤ tỷ lệ < 90: 5 điểm; < 50: 0 điểm{LETTERS}": {
        "kind": "tiers",
        "value": "a / b",
        "tiers": [{"at_least": "0.9", "give": "full"}, {"at_least": "0.5", "points": "5"}],
        **NA,
    },
    "10 điểm → hoàn thành từ 95%; 3 điểm → từ 80% đến dưới 95%; 0 điểm → dưới 80%": {
        "kind": "tiers",
        "value": "a / b",
        "tiers": [{"at_least": "0.95", "give": "full"}, {"at_least": "0.8", "points": "3"}],
        **NA,
    },
    "Điểm = 10 nếu tỷ lệ đạt từ 90%; Điểm = 10 × tỷ lệ / 90% nếu tỷ lệ dưới 90%": {**RATIO, "full_at": "0.9"},
    "Đạt 100%: 10 điểm, dưới 100%: tính theo tỷ lệ; dưới 50%: 0 điểm": {
        "kind": "gate",
        "when": "b > 0 and a / b >= 0.5",
        "then": {"kind": "ratio", "value": "a / b", "full_at": "1", "if_zero": "zero"},
        "else": "none",
    },
    "Tỷ lệ hồ sơ trễ hạn không quá 2%: 10 điểm; cứ vượt 1% trừ 1 điểm": {
        "kind": "deduct",
        "parts": [{"of": "100 * a / b - 2", "points_each": "1", "every": "1"}],
    },
    "Để xảy ra sự cố: trừ 2 điểm/sự cố mức thấp, trừ 5 điểm/sự cố mức cao": {
        "kind": "deduct",
        "parts": [{"of": "n", "points_each": "2"}, {"of": "m", "points_each": "5"}],
    },
    "Chưa triển khai phần mềm: 0 điểm. Đã triển khai: Điểm = số đơn vị sử dụng/tổng số đơn vị × 10": {
        "kind": "gate",
        "when": "x",
        "then": RATIO,
        "else": "none",
    },
    "Chọn một trong các phương án: (1) Trực tuyến: 10 điểm; (2) Cả hai: 3 điểm; (3) Trực tiếp: 0 điểm": {
        "kind": "choice",
        "of": "x",
        "options": {
            "m1": {"label": "Trực tuyến", "give": "full"},
            "m2": {"label": "Cả hai", "points": "3"},
            "m0": {"label": "Trực tiếp", "give": "none"},
        },
    },
}
TO_PEOPLE = [
    "Điểm = 10 - số ngày chậm/2",
    "Điểm = 10 - số ngày chậm + số ngày sớm",
    "Điểm = 8 - số ngày chậm",
    "Điểm = 10 - số điểm bị trừ",
    "Điểm = 10 - số hồ sơ trễ × 0,5, tối thiểu 2 điểm",
    "Điểm = 10 - (số hồ sơ trễ - 2) × 0,5",
    f"Điểm = min(a/b; 0,8) × 10{LETTERS}",
    f"Điểm = max(a/b; c/b) × 10{LETTERS}",
    "Điểm = min(số lớp × 2; 8)",
    "Từ 10 lớp: 10 điểm; dưới 10 lớp: số lớp/12 × 10 điểm",
    "Điểm = (2 × tỷ lệ văn bản ký số + tỷ lệ hồ sơ điện tử)/3 × 10",
    f"Tỷ lệ = a/b. Tỷ lệ ≥ 90: 10 điểm; 50 ≤ tỷ lệ < 90: 5 điểm; < 50: 0 điểm{LETTERS}",
    "01 mô hình được 10 điểm, tối đa 10 điểm",
    "Tỷ lệ hồ sơ đúng hạn 100%: 10 điểm; mỗi 1% hồ sơ trễ hạn trừ 2 điểm",
    "Tỷ lệ chi từ 1% trở lên: 10 điểm; cứ vượt 1% trừ 1 điểm",
    "Đạt 100%: 10 điểm; dưới 100%: theo tỷ lệ; dưới 50%: trừ 2 điểm",
    "Có từ 05 sản phẩm OCOP: 10 điểm; mỗi video quảng bá 2 điểm",
    "Đối với xã: Điểm = số thôn/tổng số thôn × 10. Đối với phường: Điểm = số tổ/tổng số tổ × 10",
    "Kết quả tốt: Điểm = số thôn có tổ/tổng số thôn × 10",
]


@pytest.mark.parametrize("text", READ)
def test_a_wording_is_read(text: str) -> None:
    reading, _ = read(text)
    assert reading.rule == READ[text]


@pytest.mark.parametrize("text", TO_PEOPLE)
def test_a_neighbour_is_left_to_people(text: str) -> None:
    reading, row = read(text)
    assert reading.is_manual
    assert {notice.code for notice in row.warnings} & {"rule.not_understood", "rule.demoted"}


def test_a_mean_of_two_rates_in_words_gives_half_of_the_points_for_each() -> None:
    reading, _ = read("Điểm = trung bình cộng của tỷ lệ văn bản ký số và tỷ lệ hồ sơ điện tử × 10")
    assert [part["points"] for part in reading.rule["parts"]] == ["5", "5"]  # type: ignore[index]
    assert [each["label"] for each in reading.inputs.values()] == [
        "Số đạt: văn bản ký số",
        "Tổng số: văn bản ký số",
        "Số đạt: hồ sơ điện tử",
        "Tổng số: hồ sơ điện tử",
    ]


def test_a_formula_for_one_level_of_bodies_is_told() -> None:
    _, row = read(f"Cấp xã: Điểm = a/b × 10{LETTERS}")
    assert "“Cấp xã” chỉ áp dụng cho một số đơn vị: cần xem" in {
        notice.facts.get("text") for notice in row.warnings
    }


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "Có từ 50 tin bài trở lên: 10 điểm; có từ 20 đến dưới 50 tin bài: 3 điểm; dưới 20: 0 điểm",
            "tin bài",
        ),
        ("Không có vi phạm: 10 điểm; có 01 vi phạm: 3 điểm; có từ 02 vi phạm: 0 điểm", "vi phạm"),
        ("Nếu mở từ 5 lớp trở lên: 10 điểm; nếu mở dưới 5 lớp: số lớp/5 × 10", "mở lớp"),
    ],
)
def test_a_number_is_called_by_what_is_counted(text: str, label: str) -> None:
    reading, _ = read(text, name="Cổng")
    assert [each["label"] for each in reading.inputs.values()] == [f"Cổng – {label}"]


MORE: dict[str, Any] = {
    "Điểm = (0,3*A + 0,7*B)*10 với A = số trường đã triển khai/tổng số trường; "
    "B = số hồ sơ điện tử/tổng số hồ sơ": {
        **RATIO,
        "value": "0.3 * c / d + 0.7 * e / f",
    },
    "Tổng số hồ sơ trực tuyến/tổng số hồ sơ tiếp nhận × 100%. Mức điểm: ≥ 80%: 10đ; ≥ 60%: 7đ; còn lại: 0đ": {
        "kind": "tiers",
        "value": "a / b",
        "tiers": [{"at_least": "0.8", "give": "full"}, {"at_least": "0.6", "points": "7"}],
        **NA,
    },
    "Mức điểm tối đa là 10. Cứ 01 hồ sơ trễ hạn thì trừ 1 điểm, trừ cho đến hết điểm": LATE,
    "Xếp hạng từ 1 đến 10: 10 điểm; từ 11 đến 20: 7 điểm; trên 20: 0 điểm": {
        "kind": "tiers",
        "value": "n",
        "tiers": [{"more_than": "20", "give": "none"}, {"at_least": "11", "points": "7"}],
        "otherwise": "full",
    },
    "Điểm = Điểm tối đa × (1 − số phản ánh quá hạn/tổng số phản ánh)": {**RATIO, "value": "1 - a / b"},
    "Điểm = Kết quả khảo sát (thang điểm 100) / 100 × 10": {"kind": "ratio", "value": "a / 100"},
    "Có thư viện số: 7 điểm; có tài liệu số: thêm 3 điểm": {
        "kind": "checklist",
        "parts": [{"when": "x", "points": "7"}, {"when": "y", "points": "3"}],
    },
    "Có đánh giá rủi ro (7 điểm) và có phương án khắc phục (3 điểm)": {
        "kind": "checklist",
        "parts": [{"when": "x", "points": "7"}, {"when": "y", "points": "3"}],
    },
    "Tỷ lệ đạt 100% tính điểm tối đa; mỗi phần trăm giảm trừ 0,2 điểm": {
        "kind": "deduct",
        "parts": [{"of": "100 - 100 * a / b", "points_each": "0.2", "every": "1"}],
    },
}


@pytest.mark.parametrize("text", MORE)
def test_another_wording_is_read(text: str) -> None:
    reading, _ = read(text)
    assert reading.rule == MORE[text]


@pytest.mark.parametrize(
    "text",
    [
        "Mỗi mô hình được Bộ công nhận: 2 điểm; được tỉnh công nhận: 1 điểm; tối đa 10 điểm",
        "Mỗi nền tảng khai thác hiệu quả được 2 điểm; chưa hiệu quả được 1 điểm; tối đa 10 điểm",
        "x = số trường đạt × 2/tổng số trường; y = số lớp đạt × 2/tổng số lớp; Điểm = (x + y)/4 × 10",
        "Loại tốt: 4 điểm; loại khá: 2 điểm; có báo cáo: thêm 4 điểm",
        "Mức điểm tối đa là 8. Cứ 01 hồ sơ trễ hạn thì trừ 0,2 điểm",
        "Lấy điểm trung bình khảo sát (thang 5) chia 4 nhân 10",
    ],
)
def test_what_two_things_would_share_is_left_to_people(text: str) -> None:
    assert read(text)[0].is_manual


def test_a_quotient_in_words_that_is_compared_is_the_ratio_of_its_two_figures() -> None:
    reading, _ = read("Số máy tính/số công chức ≥ 1: 10 điểm; từ 0,8 đến dưới 1: 6 điểm; dưới 0,8: 0 điểm")
    assert [each["label"] for each in reading.inputs.values()] == ["Số máy tính", "Số công chức"]
    assert reading.rule == {
        "kind": "tiers",
        "value": "a / b",
        "tiers": [{"at_least": "1", "give": "full"}, {"at_least": "0.8", "points": "6"}],
        **NA,
    }


def test_whom_a_calculation_is_for_is_told() -> None:
    _, row = read("Áp dụng đối với đơn vị cấp sở. Số cuộc họp không giấy / tổng số cuộc họp × 10 điểm")
    assert "rule.unread" in {notice.code for notice in row.warnings}

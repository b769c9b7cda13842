"""Wordings of administrative reform indices: cases, shares of one, places, options with figures."""

# Texts stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

from typing import Any

import pytest

from tests.annex.test_rules import NA, read

RATIO = {"kind": "ratio", "value": "a / b", **NA}
DEFINED = "a = số hồ sơ đã làm; b = tổng số hồ sơ. "
LADDER = [{"at_least": "0.9", "give": "full"}, {"at_least": "0.7", "points": "3"}]
READ: dict[str, Any] = {
    "Tính điểm theo công thức: (b/a)*10,00\nTrong đó:\na là tổng số văn bản phải xử lý\nb là số văn bản đã xử lý\n"
    "Trường hợp a=0 thì điểm đánh giá là 10,00": {"kind": "ratio", "value": "b / a", "if_zero": "full"},
    "Tính tỷ lệ % số cơ quan được kiểm tra so với tổng số cơ quan.\nTỷ lệ đạt từ 90% trở lên thì điểm đánh giá là 10;\n"
    "Từ 70% - dưới 90% thì điểm đánh giá là 3;\nDưới 70% thì điểm đánh giá là 0.": {
        "kind": "tiers",
        "value": "a / b",
        "tiers": LADDER,
        **NA,
    },
    "a: Số dịch vụ có hồ sơ\nb: Số dịch vụ\n- Nếu a/b<80%: điểm = (a/b)/80% * 10\n- Nếu a/b>=80%: 10 điểm": {
        **RATIO,
        "full_at": "0.8",
    },
    "k = a/b, với a là số người dùng, b là số cán bộ\n- k ≥ 0,8: điểm tối đa\n- k < 0,8: điểm = k/0,8 × điểm tối đa": {
        **RATIO,
        "full_at": "0.8",
    },
    DEFINED + "T = a/b. 0,7 ≤ T < 0,9: 3 điểm; T ≥ 0,9: 10 điểm; T < 0,7: 0 điểm": {
        "kind": "tiers",
        "value": "a / b",
        "tiers": LADDER,
        **NA,
    },
    DEFINED + "Điểm = (a/b) x 10. Nếu tỷ lệ a/b < 0,7 thì điểm đánh giá là 0": {
        "kind": "gate",
        "when": "b > 0 and a / b >= 0.7",
        "then": {**RATIO, "if_zero": "zero"},
        "else": "none",
    },
    "Tỷ lệ đúng hạn đạt 100%: điểm tối đa; cứ 01 phản ánh quá hạn trừ 0,5 điểm; trừ đến hết điểm": {
        "kind": "deduct",
        "parts": [{"of": "n", "points_each": "0.5"}],
    },
    "Xếp hạng 1–5: 10 điểm; 6–10: 5 điểm; 11–15: 1 điểm; còn lại: 0": {
        "kind": "tiers",
        "value": "n",
        "tiers": [
            {"at_most": "5", "give": "full"},
            {"at_most": "10", "points": "5"},
            {"at_most": "15", "points": "1"},
        ],
    },
    "Top 5: 10 điểm; Top 10: 5 điểm; ngoài top 10: 0 điểm": {
        "kind": "tiers",
        "value": "n",
        "tiers": [{"at_most": "5", "give": "full"}, {"at_most": "10", "points": "5"}],
    },
    "Thứ hạng từ 1 đến 10: 10 điểm, từ 11 đến 30: 3 điểm, dưới hạng 30: 1 điểm": {
        "kind": "tiers",
        "value": "n",
        "tiers": [{"more_than": "30", "points": "1"}, {"at_least": "11", "points": "3"}],
        "otherwise": "full",
    },
    "Điểm = Tỷ lệ đạt được / Tỷ lệ mục tiêu (50%) × 10, tối đa 10 điểm": {**RATIO, "full_at": "0.5"},
    "Số cuộc họp không giấy/tổng số cuộc họp × 10 (làm tròn đến 2 chữ số thập phân)": RATIO,
    "Mỗi bộ 2 điểm, tối đa 10 điểm": {"kind": "count", "parts": [{"of": "n", "points_each": "2"}]},
    "Mỗi nhóm 20 tài khoản được 1 điểm": {
        "kind": "count",
        "parts": [{"of": "n", "points_each": "1", "every": "20"}],
    },
    "Đạt từ 20% GRDP: 10 điểm; dưới 20%: tỷ trọng / 20% × 10": {**RATIO, "full_at": "0.2"},
    "Lấy tỷ lệ % hồ sơ đúng hạn nhân với 10": RATIO,
    "Cộng 10 điểm": {"kind": "yes_no", "when": "x"},
    "Có cán bộ chuyên trách: 8 điểm; cán bộ có trình độ đại học: thêm 2 điểm": {
        "kind": "checklist",
        "parts": [{"when": "x", "points": "8"}, {"when": "y", "points": "2"}],
    },
}


@pytest.mark.parametrize("text", READ)
def test_the_wordings_become_their_rules(text: str) -> None:
    assert read(text)[0].rule == READ[text]


def test_figures_with_other_words_are_options() -> None:
    reading, _row = read(
        "Hoàn thành 100% số nhiệm vụ và đúng tiến độ: 10\nHoàn thành 100% nhiệm vụ nhưng có nhiệm vụ muộn: 5\n"
        "Hoàn thành dưới 100% số nhiệm vụ: 0"
    )
    assert isinstance(reading.rule, dict)
    assert [each.get("points", each.get("give")) for each in reading.rule["options"].values()] == [
        "full",
        "5",
        "none",
    ]
    assert "mỗi mức in trong văn bản là một lựa chọn" in reading.assumed


def test_a_threshold_printed_as_a_share_of_one_is_told() -> None:
    text = DEFINED + "Tỷ lệ = a/b. Tỷ lệ từ 0,8: 10 điểm; dưới 0,8: 0 điểm"
    assert any("phần của một: 80 %" in each for each in read(text)[0].assumed)
    assert not any("phần của một" in each for each in read(text.replace("0,8", "80%"))[0].assumed)


@pytest.mark.parametrize(
    "text",
    [
        "Có kế hoạch: 10 điểm; kế hoạch có kinh phí: thêm 2 điểm",
        "Từ 80% trở lên: 10 điểm; vượt 90%: thêm 2 điểm",
        "Có văn bản: 6 điểm; có quy chế: thêm 2 điểm",
    ],
)
def test_points_on_top_that_do_not_fill_up_the_maximum_are_left_to_people(text: str) -> None:
    assert read(text)[0].is_manual

"""Rows of several sections: each has points and a rule of its own, and they add up."""

from __future__ import annotations

import pytest

from tests.annex.test_rules import read

SITE = (
    "1. Có cổng thông tin (2 điểm)\n2. Có chuyên mục (3 điểm)\n"
    "3. Có từ 50 tin bài trở lên (5 điểm); từ 20 đến dưới 50 tin bài (3 điểm); dưới 20 tin bài (0 điểm)"
)
TRAINING = (
    "a) Có kế hoạch: 2 điểm;\n"
    "b) Tỷ lệ cán bộ được đào tạo (K): K ≥ 80%: 8 điểm; 50% ≤ K < 80%: 5 điểm; K < 50%: 2 điểm."
)


def test_sections_that_come_to_the_maximum_add_up() -> None:
    reading, _ = read(SITE, name="Trang thông tin")
    assert reading.rule == {
        "kind": "sum",
        "parts": [
            {"points": "2", "rule": {"kind": "yes_no", "when": "x"}},
            {"points": "3", "rule": {"kind": "yes_no", "when": "a"}},
            {
                "points": "5",
                "rule": {
                    "kind": "tiers",
                    "value": "n",
                    "tiers": [{"at_least": "50", "give": "full"}, {"at_least": "20", "points": "3"}],
                },
            },
        ],
    }
    assert "điểm của các mục cộng lại (2 + 3 + 5)" in reading.assumed


def test_the_phrases_of_a_section_stand_where_the_whole_text_has_them() -> None:
    reading, _ = read(SITE, name="Trang thông tin")
    assert "Có từ 50 tin bài trở lên (5 điểm)" in {SITE[each.start : each.end] for each in reading.phrases}


def test_a_ratio_of_one_section_that_cannot_be_counted_loses_only_its_points() -> None:
    reading, _ = read(TRAINING, name="Đào tạo")
    assert reading.rule["parts"][1]["rule"]["if_zero"] == "zero"  # type: ignore[index]
    assert "mẫu số bằng 0: phần đó 0 điểm; văn bản không nói" in reading.assumed


def test_figures_of_other_sections_have_letters_of_their_own() -> None:
    reading, _ = read(
        "a) Số hoá (4 điểm): từ 90%: 4 điểm; từ 50% đến dưới 90%: 2 điểm; dưới 50%: 0 điểm\n"
        "b) Chia sẻ (6 điểm): từ 90%: 6 điểm; từ 50% đến dưới 90%: 3 điểm; dưới 50%: 0 điểm"
    )
    assert [part["rule"]["value"] for part in reading.rule["parts"]] == ["a / b", "c / d"]  # type: ignore[index]
    assert len({each["label"] for each in reading.inputs.values()}) == len(reading.inputs)


@pytest.mark.parametrize(
    "method",
    [
        f"{SITE}\nTrường hợp bị tấn công mạng: 0 điểm",
        f"{TRAINING} Trường hợp không có kế hoạch thì 0 điểm",
        f"Chọn mức cao nhất:\n{SITE}",
        SITE.replace("(5 điểm)", "(4 điểm)"),
        SITE.replace("3. Có", "4. Có"),
        "a) Từ 90% trở lên: 6 điểm\nb) Từ 70% đến dưới 90%: 4 điểm",
        TRAINING.replace("a)", "Đơn vị có phát sinh: a)"),
    ],
)
def test_what_stands_outside_of_sections_leaves_all_of_it_to_people(method: str) -> None:
    reading, _ = read(method, name="Đào tạo")
    assert reading.is_manual

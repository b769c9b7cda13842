"""Rows of several sections: each has points and a rule of its own, and they add up."""

# Texts of decisions stay on one line.
# ruff: noqa: E501

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


THINGS_AND_LADDERS = {
    "Có chuyên trang/chuyên mục riêng: 1/2*Điểm tối đa; Trong năm có từ 50 tin, bài trở lên: 1/2*Điểm tối đa; dưới 50 tin bài: số tin bài/50*1/2*Điểm tối đa": ("5", {"kind": "ratio", "value": "n / 50"}),
    "Có chuyên mục: 5 điểm; từ 50 tin, bài trở lên: 5 điểm; dưới 50 tin bài: số tin bài/50 x 5 điểm": ("5", {"kind": "ratio", "value": "n / 50"}),
    "- Có chuyên mục: 40% Điểm tối đa\n- Có từ 100 tin trở lên: 60% Điểm tối đa\n- Dưới 100 tin: (số tin/100)*60%*Điểm tối đa": ("6", {"kind": "ratio", "value": "n / 100"}),
    "- Có chuyên mục: 4 điểm\n- Từ 100 tin trở lên: 6 điểm\n- Từ 50 đến dưới 100 tin: 3 điểm\n- Dưới 50 tin: 0 điểm": ("6", {"kind": "tiers", "value": "n", "tiers": [{"at_least": "100", "give": "full"}, {"at_least": "50", "points": "3"}]}),
    "- Có chuyên mục: 4 điểm\n- Tỷ lệ tin được duyệt ≥ 80%: 6 điểm; < 80%: tỷ lệ/80% * 6": ("6", {"kind": "ratio", "value": "a / b", "full_at": "0.8", "if_zero": "zero"}),
}  # fmt: skip


@pytest.mark.parametrize("text", THINGS_AND_LADDERS)
def test_a_thing_and_a_ladder_add_up(text: str) -> None:
    reading, _ = read(text, name="Cổng thông tin điện tử")
    points, rule = THINGS_AND_LADDERS[text]
    assert isinstance(reading.rule, dict)
    thing, ladder = reading.rule["parts"]
    assert thing["rule"] == {"kind": "yes_no", "when": "x"}
    assert ladder == {"points": points, "rule": rule}


@pytest.mark.parametrize(
    "text",
    [
        "- Có chuyên mục: 4 điểm\n- Từ 100 tin trở lên: 5 điểm; dưới 100 tin: số tin/100 x 5",
        "- Có chuyên mục: 4 điểm\n- Từ 100 tin trở lên: 6 điểm; dưới 100 tin: số tin/50 x 6",
        "- Có chuyên mục: 4 điểm\n- Từ 100 tin trở lên: 6 điểm\n- Từ 50 đến dưới 100 tin: 3 điểm",
    ],
)
def test_a_thing_and_a_ladder_that_do_not_fit_are_left_to_people(text: str) -> None:
    reading, _ = read(text, name="Cổng thông tin điện tử")
    assert reading.is_manual

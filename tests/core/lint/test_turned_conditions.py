"""Conditions that have a question of yes or no the wrong way round."""

# One text and one rule stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from .documents import document, keys, method

GATE = "rule: {kind: gate, when: %s, then: {kind: tiers, value: n, tiers: [{at_least: 24, give: full}], otherwise: 1/4}}"
NEWS = "inputs: {x: {type: yes_no, label: Đã có chuyên mục}, n: {label: Số tin bài, unit: tin bài}}"
POOR = "inputs: {a: {label: Số hộ nghèo được hỗ trợ}, b: {label: Số hộ nghèo}, x: {type: yes_no, label: Xã còn hộ nghèo}}"
RATIO = "rule: {kind: ratio, value: a / b, if_zero: not_applicable}"
CODE = "method.turned_condition"


@pytest.mark.parametrize(
    "text",
    [
        "Chưa có chuyên mục: 0 điểm. Đã có chuyên mục: từ 24 tin, bài trở lên: điểm tối đa; dưới 24: 1/4 điểm tối đa",
        "Cơ quan chưa có chuyên mục thì 0 điểm. Có chuyên mục: từ 24 tin, bài trở lên: 10 điểm; dưới 24: 2,5 điểm",
        "- Từ 24 tin, bài trở lên: 10 điểm\n- Dưới 24: 2,5 điểm\n- Không có chuyên mục: 0 điểm",
    ],
)
def test_a_gate_that_gives_points_for_what_earns_none_is_told(text: str) -> None:
    assert keys(method(text, f"{GATE % 'not x'}\n{NEWS}"), CODE) == ["1.1"]
    assert not keys(method(text, f"{GATE % 'x'}\n{NEWS}"), CODE)


def test_a_row_that_is_left_out_for_the_other_answer_is_told() -> None:
    text = "Điểm = a/b × 10. Xã không còn hộ nghèo: không xét."
    assert keys(method(text, f"{RATIO}\n{POOR}\nnot_applicable_when: x"), CODE) == ["1.1"]
    assert not keys(method(text, f"{RATIO}\n{POOR}\nnot_applicable_when: not x"), CODE)


def _alone(role: str, text: str, label: str, when: str) -> list[str]:
    points = "max_points: 4, " if role == "deduction" else ""
    return keys(
        document(f"""
  - {{key: D, level: main, role: {role}, name: Khác{", max_points: 4" if points else ""}}}
  - {{key: D.1, level: criterion, role: {role}, {points}name: Số liệu, method: "{text}", rule: {{kind: yes_no, when: {when}}}, inputs: {{x: {{type: yes_no, label: "{label}"}}}}}}
"""),
        CODE,
    )


@pytest.mark.parametrize(
    ("role", "text", "label", "wrong", "right"),
    [
        ("deduction", "Có cung cấp số liệu sai: trừ 4 điểm.", "Có cung cấp số liệu sai", "not x", "x"),
        ("deduction", "Không công khai số liệu: trừ 4 điểm.", "Có công khai số liệu", "x", "not x"),
        (
            "condition",
            "Đã được phê duyệt cấp độ: đạt; chưa: không đạt",
            "Đã được phê duyệt cấp độ",
            "not x",
            "x",
        ),
        ("condition", "Đã được phê duyệt: không đạt; chưa: đạt", "Đã được phê duyệt cấp độ", "x", "not x"),
    ],
)
def test_what_is_taken_or_asked_for_by_the_other_answer_is_told(
    role: str, text: str, label: str, wrong: str, right: str
) -> None:
    assert _alone(role, text, label, wrong) == ["D.1"]
    assert not _alone(role, text, label, right)


def test_a_label_that_denies_and_another_question_say_nothing() -> None:
    assert not _alone("deduction", "Có số liệu sai: trừ 4 điểm", "Không có số liệu sai", "not x")
    assert not _alone("deduction", "Có báo cáo sai: trừ 4 điểm", "Có cung cấp số liệu sai", "not x")

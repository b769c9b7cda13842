"""Texts that leave a row aside where the rule never does."""

from __future__ import annotations

import pytest

from .documents import found, keys, method

CLASSES = "{n: {label: Số lớp đã mở, unit: lớp}, x: {type: yes_no, label: Có trường học}}"
COUNT = "{kind: count, parts: [{of: n, points_each: 2}]}"
EACH = "Mỗi lớp được 2 điểm, tối đa 10 điểm."


@pytest.mark.parametrize(
    "text",
    [
        "Xã không có trường học thì không áp dụng tiêu chí này.",
        "Chưa có trường học: không áp dụng.",
        "(Nếu địa phương không có trường học thì sẽ không áp dụng)",
    ],
)
def test_a_row_the_text_leaves_aside_must_be_left_aside(text: str) -> None:
    rest = f"rule: {COUNT}\ninputs: {CLASSES}"
    assert found(method(f"{EACH} {text}", rest), "method.not_applied").printed in text
    asked = method(f"{EACH} {text}", f"{rest}\nnot_applicable_when: not x")
    assert not keys(asked, "method.not_applied")


@pytest.mark.parametrize(
    "text",
    [
        "Không có minh chứng thì không áp dụng.",
        "Xã không áp dụng chữ ký số: 0 điểm.",
        "Không có trường học thì không áp dụng mức trừ 2 điểm.",
        "Không có trường học: 0 điểm.",
    ],
)
def test_other_sentences_leave_nothing_aside(text: str) -> None:
    document = method(f"{EACH} {text}", f"rule: {COUNT}\ninputs: {CLASSES}")
    assert not keys(document, "method.not_applied")


@pytest.mark.parametrize(("policy", "code"), [("not_applicable", ""), ("full", "method.other_policy")])
def test_a_denominator_of_zero_is_told_once(policy: str, code: str) -> None:
    inputs = "{a: {label: Số hộ nghèo được hỗ trợ, unit: hộ}, b: {label: Số hộ nghèo, unit: hộ}}"
    rule = f"rule: {{kind: ratio, value: a / b, if_zero: {policy}}}\ninputs: {inputs}"
    document = method("Điểm = a/b × 10. Xã không có hộ nghèo: không áp dụng.", rule)
    told = [each for each in ("method.not_applied", "method.other_policy") if keys(document, each)]
    assert told == [code][: len(code)]

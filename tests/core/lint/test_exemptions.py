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
        "Không áp dụng đối với các xã, phường không có trường học.",
        "Chỉ số này không áp dụng với địa phương chưa có trường học.",
        "Không áp dụng tiêu chí này nếu không có trường học.",
        "Trường hợp không có trường học, tiêu chí này không áp dụng.",
        "Nếu xã không được giao chỉ tiêu mở lớp thì tiêu chí này không áp dụng.",
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
        "Không áp dụng đối với lớp không có giáo trình.",
        "Không áp dụng đối với xã đang sửa chữa trường học.",
        "Không áp dụng đối với xã không có minh chứng.",
        "Không áp dụng mức trừ đối với xã không có trường học.",
    ],
)
def test_other_sentences_leave_nothing_aside(text: str) -> None:
    document = method(f"{EACH} {text}", f"rule: {COUNT}\ninputs: {CLASSES}")
    assert not keys(document, "method.not_applied")


def test_bodies_without_what_is_divided_by_are_told_of() -> None:
    figures = "inputs: {a: {label: Số cảng đã số hóa, unit: cảng}, b: {label: Tổng số cảng, unit: cảng%s}}"
    text = "a/b × 10. Không áp dụng đối với xã không có cảng."
    for policy, least, told in (("zero", "", 1), ("not_applicable", "", 0), ("", ", min: 1", 1)):
        rule = f"rule: {{kind: ratio, value: a / b{f', if_zero: {policy}' if policy else ''}}}"
        assert len(keys(method(text, f"{rule}\n{figures % least}"), "method.not_applied")) == told, policy


@pytest.mark.parametrize(("policy", "code"), [("not_applicable", ""), ("full", "method.other_policy")])
def test_a_denominator_of_zero_is_told_once(policy: str, code: str) -> None:
    inputs = "{a: {label: Số hộ nghèo được hỗ trợ, unit: hộ}, b: {label: Số hộ nghèo, unit: hộ}}"
    rule = f"rule: {{kind: ratio, value: a / b, if_zero: {policy}}}\ninputs: {inputs}"
    document = method("Điểm = a/b × 10. Xã không có hộ nghèo: không áp dụng.", rule)
    told = [each for each in ("method.not_applied", "method.other_policy") if keys(document, each)]
    assert told == [code][: len(code)]

"""What a text gives in plain words where there is nothing to divide by."""

from __future__ import annotations

import pytest

from .documents import keys, method

POOR = "{a: {label: Số hộ nghèo được hỗ trợ, unit: hộ}, b: {label: Số hộ nghèo, unit: hộ}%s}"
ASKED = ", x: {type: yes_no, label: Xã còn hộ nghèo}"
MEETINGS = "{a: {label: Số cuộc họp không giấy, unit: cuộc}, b: {label: Tổng số cuộc họp, unit: cuộc}}"


def _row(inputs: str, policy: str, more: str = "") -> str:
    return f"rule: {{kind: ratio, value: a / b, if_zero: {policy}}}\ninputs: {inputs}\n{more}"


@pytest.mark.parametrize(
    "text",
    [
        "Điểm = a/b × 10. Xã không còn hộ nghèo được tính điểm tối đa.",
        "Điểm = a/b × 10. Xã không có hộ nghèo: 10 điểm.",
    ],
)
@pytest.mark.parametrize("more", ["", "not_applicable_when: not x"])
def test_other_points_where_nobody_is_left_are_told(text: str, more: str) -> None:
    inputs = POOR % (ASKED if more else "")
    assert keys(method(text, _row(inputs, "not_applicable", more)), "method.other_policy") == ["1.1"]
    if not more:
        assert not keys(method(text, _row(inputs, "full")), "method.other_policy")


def test_an_answer_that_leads_elsewhere_may_be_meant() -> None:
    text = "Điểm = a/b × 10. Xã không còn hộ nghèo: không xét."
    document = method(text, _row(POOR % ASKED, "full", "not_applicable_when: not x"))
    assert not keys(document, "method.other_policy")


def test_nothing_held_is_nothing_to_divide_by() -> None:
    text = "Điểm = a/b × 10. Cơ quan không tổ chức họp được tính điểm tối đa."
    assert keys(method(text, _row(MEETINGS, "not_applicable")), "method.other_policy") == ["1.1"]
    assert not keys(method(text, _row(MEETINGS, "full")), "method.other_policy")

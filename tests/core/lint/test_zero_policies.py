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


PETITIONS = (
    "{a: {label: Số phản ánh đã xử lý, unit: phản ánh}, b: {label: Số phản ánh tiếp nhận, unit: phản ánh}}"
)
FULL, NONE, ASIDE = "được điểm tối đa", "0 điểm", "không áp dụng"


def _gated(when: str, otherwise: str, more: str = "") -> str:
    then = "{kind: ratio, value: a / b}"
    return f"rule: {{kind: gate, when: {when}, then: {then}, else: {otherwise}}}\ninputs: {PETITIONS}\n{more}"


@pytest.mark.parametrize("when", ["b > 0", "b >= 1", "b != 0", "not b = 0"])
@pytest.mark.parametrize("case", ["Không phát sinh phản ánh:", "Nếu b = 0 thì", "Xã không có phản ánh thì"])
@pytest.mark.parametrize(("given", "others"), [("full", (NONE, ASIDE)), ("none", (FULL, ASIDE))])
def test_a_gate_that_asks_for_any_is_a_policy(
    when: str, case: str, given: str, others: tuple[str, ...]
) -> None:
    for then in (FULL, NONE, ASIDE):
        document = method(f"Điểm = a/b × 10. {case} {then}.", _gated(when, given))
        assert bool(keys(document, "method.other_policy")) is (then in others)


def test_a_gate_that_asks_for_none_is_a_policy_too() -> None:
    rule = "{kind: gate, when: b = 0, then: full, else: {kind: ratio, value: a / b}}"
    document = method("Điểm = a/b × 10. Không có phản ánh: 0 điểm.", f"rule: {rule}\ninputs: {PETITIONS}")
    assert keys(document, "method.other_policy") == ["1.1"]


def test_a_row_left_aside_at_zero_gives_no_points() -> None:
    rest = f"rule: {{kind: ratio, value: a / b}}\ninputs: {PETITIONS}\nnot_applicable_when: b = 0"
    assert keys(method("Điểm = a/b × 10. Không có phản ánh: 0 điểm.", rest), "method.other_policy") == ["1.1"]
    assert not keys(method("Điểm = a/b × 10. Không có phản ánh: không áp dụng.", rest), "method.other_policy")


@pytest.mark.parametrize(
    ("when", "otherwise", "text"),
    [
        # What is not asked of the denominator, and what depends on more.
        ("a > 0", "none", "Không có phản ánh được xử lý: được điểm tối đa"),
        ("b > 0", "{kind: yes_no, when: a = 0}", "Không có phản ánh: 0 điểm"),
        ("b > 4", "none", "Không có phản ánh: được điểm tối đa"),
    ],
)
def test_other_gates_are_no_policy(when: str, otherwise: str, text: str) -> None:
    document = method(f"Điểm = a/b × 10. {text}.", _gated(when, otherwise))
    assert not keys(document, "method.other_policy")


SCHOOLS = (
    "{a: {label: Số trường học đã nối mạng, unit: trường}, b: {label: Tổng số trường học, unit: trường}}"
)


@pytest.mark.parametrize(
    ("text", "policy"),
    [
        ("Không phát sinh trường học: không tính chỉ số này", "not_applicable"),
        ("Mẫu số bằng không: 0 điểm", "zero"),
        ("Trường hợp b bằng không thì không có điểm", "zero"),
        ("Nếu b bằng không, tính điểm tối đa", "full"),
        ("Xã không có trường học thì không đưa vào đánh giá", "not_applicable"),
        ("Nếu b = 0 thì loại trừ tiêu chí này", "not_applicable"),
        ("Nếu không có trường học thì tiêu chí này được loại bỏ khi tính tổng điểm", "not_applicable"),
        ("Địa bàn không có trường học được miễn chấm", "not_applicable"),
        ("Nơi không có trường học cho hưởng trọn số điểm", "full"),
        ("Tổng số trường học bằng 0 thì được đủ số điểm", "full"),
        ("Nếu số trường học = 0: không xét", "not_applicable"),
        ("Không phát hiện trường học: 0 điểm", "zero"),
    ],
)
def test_more_wordings_of_nothing_to_divide_by(text: str, policy: str) -> None:
    for other in ("full", "zero", "not_applicable"):
        told = keys(method(f"Điểm = a/b × 10. {text}.", _row(SCHOOLS, other)), "method.other_policy")
        assert told == ([] if other == policy else ["1.1"]), other


@pytest.mark.parametrize(
    "text",
    [
        "Số trường học nối mạng bằng 0 thì không có điểm",
        "Chi phí mẫu số bằng không gian sử dụng: 0 điểm",
        "Nếu không có kế hoạch được duyệt: loại trừ tiêu chí này",
        "Khi tính b thì loại trừ trường học đang xây: 0 điểm",
        "Tổng số trường học ngoài công lập bằng 0: 0 điểm",
    ],
)
def test_nothing_of_something_else_is_no_policy(text: str) -> None:
    assert not keys(method(f"Điểm = a/b × 10. {text}.", _row(SCHOOLS, "full")), "method.other_policy")

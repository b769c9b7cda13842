"""Rules behind a question of yes or no, against what a text gives for each answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chamdiem.core.lint import lint
from chamdiem.core.rules.composite import GateRule
from chamdiem.core.rules.simple import FixedRule
from chamdiem.core.sentences.findings import finding_sentence
from chamdiem.library import load_edition

from .documents import found, keys, method

PAGE = "{x: {type: yes_no, label: Đã có trang thông tin}, n: {label: Số bài viết, unit: bài}}"
BEHIND = "{kind: tiers, value: n, tiers: [{at_least: 12}, {at_least: 6, give: 1/2}], otherwise: 1/4}"
TEXT = "Từ 12 bài trở lên: điểm tối đa; từ 6 đến dưới 12 bài: 1/2 điểm tối đa; dưới 6 bài: 1/4 điểm tối đa."


def _gate(then: str, otherwise: str, inputs: str = PAGE, more: str = "") -> str:
    return f"rule: {{kind: gate, when: x, then: {then}, else: {otherwise}}}\ninputs: {inputs}\n{more}"


@pytest.mark.parametrize(
    "text",
    [
        "Chưa có trang thông tin: 0 điểm.",
        "- Chưa có trang thông tin thì không có điểm.",
        "Đơn vị không có trang thông tin được 0 điểm.",
        "Nếu chưa có trang thông tin không được điểm.",
    ],
)
def test_the_other_branch_of_a_gate_is_held_against_the_text(text: str) -> None:
    assert keys(method(f"{TEXT}\n{text}", _gate(BEHIND, "full")), "method.other_case") == ["1.1"]
    assert not keys(method(f"{TEXT}\n{text}", _gate(BEHIND, "none")), "method.other_case")


def test_a_gate_without_a_scale_is_read_on_both_sides() -> None:
    inputs = "{x: {type: yes_no, label: Có quy chế}}"
    text = "Có quy chế: điểm tối đa; không có quy chế: 0 điểm."
    finding = found(method(text, _gate("full", "full", inputs)), "method.other_case")
    assert (finding.printed, finding.computed) == ("không có quy chế: 0 điểm", "10")
    assert found(method(text, _gate("none", "none", inputs)), "method.other_case").computed == "0"
    assert found(method(text, _gate("full", "{kind: yes_no, when: not x}", inputs)), "method.other_case")
    assert not keys(method(text, _gate("full", "none", inputs)), "method.other_case")


@pytest.mark.parametrize(
    ("text", "inputs", "more"),
    [
        # It may be about the other question, or about what is counted.
        ("Không có: 0 điểm.", PAGE, ""),
        ("Chưa có trang thông tin hoặc bài viết: 0 điểm.", PAGE, ""),
        (
            "Chưa có trang thông tin: 0 điểm.",
            PAGE.replace("Số bài viết", "Số bài viết trên trang thông tin"),
            "",
        ),
        # Taken off, or a row that is left aside.
        ("Chưa có trang thông tin: trừ 5 điểm.", PAGE, ""),
        ("Chưa có trang thông tin: 0 điểm.", PAGE, "not_applicable_when: not x"),
    ],
)
def test_what_may_mean_something_else_is_left_alone(text: str, inputs: str, more: str) -> None:
    document = method(f"{TEXT}\n{text}", _gate(BEHIND, "full", inputs, more))
    assert not keys(document, "method.other_case")


TREES = (
    "{x: {type: yes_no, label: Có kế hoạch trồng cây}, a: {label: Số tuyến đường đạt, unit: tuyến},"
    " b: {label: Tổng số tuyến đường, unit: tuyến, min: 1}}"
)
RATIO = "{kind: ratio, value: a / b}"


@pytest.mark.parametrize(
    "text",
    [
        "Có kế hoạch: điểm = a/b × 10; không có kế hoạch: 0 điểm.",
        "Chưa có kế hoạch trồng cây thì 0 điểm. Đã có kế hoạch trồng cây: a/b × 10.",
        "Có kế hoạch được tính a/b × 10, không có kế hoạch được 0 điểm.",
        "Chỉ tính điểm khi có kế hoạch trồng cây: điểm = a/b × 10.",
        "Điểm = a/b × 10. Chỉ chấm điểm đối với các xã đã có kế hoạch.",
    ],
)
def test_a_ratio_behind_the_other_answer_is_told(text: str) -> None:
    for then, otherwise in (("none", RATIO), ("full", RATIO), (RATIO, RATIO), (RATIO, "full")):
        assert keys(method(text, _gate(then, otherwise, TREES)), "method.other_case"), (then, otherwise)
    right = method(text, _gate(RATIO, "none", TREES))
    assert not [each.code for each in lint(right) if each.code.startswith("method.")]


def test_a_ratio_where_the_text_gives_points_is_told_in_words() -> None:
    text = "Điểm = a/b × 10. Chưa có kế hoạch trồng cây: 1 điểm."
    finding = found(method(text, _gate(RATIO, RATIO, TREES)), "method.other_case")
    assert "vẫn cho điểm theo tỷ lệ khi “Chưa có kế hoạch trồng cây”" in finding_sentence(finding)
    text = "Chỉ tính điểm khi có kế hoạch: điểm = a/b × 10."
    finding = found(method(text, _gate(RATIO, "full", TREES)), "method.other_case")
    assert "cho 10 điểm khi “chưa có kế hoạch”" in finding_sentence(finding)


@pytest.mark.parametrize(
    ("text", "then", "otherwise"),
    [
        ("Có kế hoạch: 2 điểm, cộng a/b × 8 điểm.", RATIO, "none"),
        ("Chỉ tính điểm khi có kế hoạch và kinh phí: a/b × 10.", RATIO, "full"),
        ("Không có kế hoạch nhưng có tuyến đường đạt: 0 điểm.", "full", RATIO),
        ("Không có: 0 điểm.", RATIO, RATIO),
        ("Không có kế hoạch: tối đa 5 điểm.", "full", RATIO),
    ],
)
def test_what_may_be_more_than_an_answer_is_no_fault(text: str, then: str, otherwise: str) -> None:
    assert not keys(method(text, _gate(then, otherwise, TREES)), "method.other_case")


@pytest.mark.parametrize(
    ("edition", "key"), [("chuprong-2023", "1.4"), ("ninhthuan-2021", "1.1.1"), ("ninhthuan-2021", "2.2.3")]
)
def test_printed_texts_tell_of_a_gate_that_gives_everything_to_everybody(edition: str, key: str) -> None:
    indicator_set = load_edition(edition)
    row = next(each for each in indicator_set.rows if key in (each.key, each.number) and each.rule)
    assert isinstance(row.rule, GateRule)
    turned = replace(row, rule=replace(row.rule, otherwise=FixedRule()))
    rows = tuple(turned if each is row else each for each in indicator_set.rows)
    told = {(each.code, each.key) for each in lint(replace(indicator_set, rows=rows))}
    assert ("method.other_case", row.key) in told

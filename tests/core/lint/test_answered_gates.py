"""Rules behind a question of yes or no, against what a text gives for each answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chamdiem.core.lint import lint
from chamdiem.core.rules.composite import GateRule
from chamdiem.core.rules.simple import FixedRule
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

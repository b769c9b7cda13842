"""Everyday wordings of calculation texts: what contradicts the rule is told, what agrees is left alone."""

# One text and one rule stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.lint import lint

from .documents import criterion

NEWS = "inputs: {n: {label: Số tin bài, unit: 'tin, bài'}}"
MEETINGS = "inputs: {n: {label: Số cuộc họp, unit: cuộc}}"
LATE = "inputs: {n: {label: Số báo cáo gửi chậm, unit: báo cáo}}"
TWO = "inputs: {n: {label: Số hội nghị, unit: hội nghị}, m: {label: Số lớp, unit: lớp}}"

COUNT = "{kind: count, parts: [{of: n, points_each: %s}]}"
CAPPED = "{kind: count, parts: [{of: n, points_each: 2, cap: {points: %s}}]}"
EVERY = "{kind: count, parts: [{of: n, every: %s, points_each: %s}]}"
DEDUCT = "{kind: deduct, parts: [{of: n, points_each: %s}]}"

WRONG = [
    ("Mỗi cuộc được 1 điểm", COUNT % 2, MEETINGS, "method.other_step:1.1:Mỗi cuộc được 1 điểm"),
    ("Mỗi cuộc họp 1 điểm, tối đa 10 điểm", COUNT % 5, MEETINGS, "method.other_step:1.1:Mỗi cuộc họp 1 điểm"),
    ("Mỗi cuộc: 1 điểm", COUNT % "0.5", MEETINGS, "method.other_step:1.1:Mỗi cuộc: 1 điểm"),
    ("Mỗi cuộc được 1 điểm", EVERY % (2, 1), MEETINGS, "method.other_step:1.1:Mỗi cuộc được 1 điểm"),
    ("01 điểm/cuộc, tối đa 10 điểm", COUNT % 2, MEETINGS, "method.other_step:1.1:01 điểm/cuộc"),
    ("1 điểm cho mỗi cuộc họp", COUNT % 2, MEETINGS, "method.other_step:1.1:1 điểm cho mỗi cuộc họp"),
    ("Cứ 5 tin, bài được 1 điểm", COUNT % "0.2", NEWS, "method.other_step:1.1:Cứ 5 tin, bài được 1 điểm"),
    ("Cứ 5 tin, bài được 1 điểm", EVERY % (4, 1), NEWS, "method.other_step:1.1:Cứ 5 tin, bài được 1 điểm"),
    ("Cứ 3 cuộc, hội nghị được 1 điểm", COUNT % 1, MEETINGS, "method.other_step:1.1:Cứ 3 cuộc, hội nghị được 1 điểm"),
    ("Mỗi báo cáo gửi chậm trừ 0,5 điểm", DEDUCT % 2, LATE, "method.other_step:1.1:Mỗi báo cáo gửi chậm trừ 0,5 điểm"),
    ("Mỗi hội nghị hoặc lớp được 1 điểm", "{kind: count, parts: [{of: n + m, points_each: 2}]}", TWO, "method.other_step:1.1:Mỗi hội nghị hoặc lớp được 1 điểm"),
]  # fmt: skip

RIGHT = [
    ("Mỗi cuộc được 2 điểm, tối đa 10 điểm", COUNT % 2, MEETINGS),
    ("Mỗi cuộc họp: 0,5 điểm", COUNT % "0.5", MEETINGS),
    ("02 điểm/cuộc nhưng không quá 10 điểm", COUNT % 2, MEETINGS),
    ("Cứ 5 tin, bài được 1 điểm, tối đa 10 điểm", EVERY % (5, 1), NEWS),
    ("Mỗi báo cáo gửi chậm trừ 2 điểm, trừ đến hết 10 điểm", DEDUCT % 2, LATE),
    ("Mỗi hội nghị được 2 điểm; mỗi lớp được 1 điểm", "{kind: count, parts: [{of: n, points_each: 2}, {of: m, points_each: 1}]}", TWO),
    ("Mỗi cuộc được 2 điểm; mỗi nội dung tối đa 5 điểm", CAPPED % 5, MEETINGS),
    ("Mỗi cuộc được 2 điểm; mỗi cuộc họp không quá 4 điểm", CAPPED % 4, MEETINGS),
    ("Mỗi hội nghị, lớp tập huấn được 1 điểm", "{kind: count, parts: [{of: n + m, points_each: 1}]}", TWO),
]  # fmt: skip


@pytest.mark.parametrize(("text", "rule", "rest", "finding"), WRONG)
def test_a_text_that_contradicts_its_rule_is_told(text: str, rule: str, rest: str, finding: str) -> None:
    assert finding in _found(text, rule, rest)


@pytest.mark.parametrize(("text", "rule", "rest"), RIGHT)
def test_a_text_that_agrees_with_its_rule_is_left_alone(text: str, rule: str, rest: str) -> None:
    assert [each for each in _found(text, rule, rest) if each.startswith("method.")] == []


def _found(text: str, rule: str, rest: str) -> list[str]:
    lines = "\n".join(f"  {line}" for line in text.splitlines())
    told = lint(criterion(f"method: |\n{lines}\nrule: {rule}\n{rest}", name="Việc chuyển đổi số"))
    return [finding.id for finding in told]

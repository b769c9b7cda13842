"""“≥” read as “>”, or the other way round, is found however the text says it."""

from __future__ import annotations

from datetime import date

import pytest

from chamdiem.core.lint import lint

from .documents import method

MEETINGS = "inputs: {n: {label: Số cuộc họp, unit: cuộc}}"
LATE = "inputs: {a: {label: Số hồ sơ trễ hạn, unit: hồ sơ}, b: {label: Tổng số hồ sơ, unit: hồ sơ, min: 1}}"
SENT = "inputs: {d: {type: date, label: Ngày gửi, since: 2026-01-01}}"
NEW_YEAR = date(2026, 1, 1)
DAYS = {day: (date(2026, 12, day) - NEW_YEAR).days for day in (15, 20)}

EDGES = [
    ("Từ 4 cuộc/năm trở lên: điểm tối đa", f"n {{}} 4|{MEETINGS}", ">=", ">"),
    ("Ít nhất 4 cuộc/năm: 10 điểm", f"n {{}} 4|{MEETINGS}", ">=", ">"),
    ("Đủ 4 cuộc: 10 điểm; thiếu: 0 điểm", f"n {{}} 4|{MEETINGS}", ">=", ">"),
    ("Tổ chức đủ 4 cuộc họp: điểm tối đa", f"n {{}} 4|{MEETINGS}", ">=", ">"),
    ("Trên 24 bài/năm: 10 điểm", f"n {{}} 24|{MEETINGS}", ">", ">="),
    ("Trước 15/12: 10 điểm; còn lại: 0 điểm", f"d {{}} {DAYS[15]}|{SENT}", "<", "<="),
    ("Gửi trước ngày 15/12 được 10 điểm", f"d {{}} {DAYS[15]}|{SENT}", "<", "<="),
    ("Gửi sau ngày 20/12: 0 điểm", f"d {{}} {DAYS[20]}|{SENT}", "<=", "<"),
    ("Tỷ lệ trễ hạn trên 5%: trừ 10 điểm", f"a / b {{}} 5%|{LATE}\nrole: deduction", ">", ">="),
    ("Từ 5% trở lên: trừ 10 điểm; dưới 5%: không trừ", f"a / b {{}} 5%|{LATE}\nrole: deduction", ">=", ">"),
]
TOLD = {"method.other_points", "method.other_edge"}


def _told(text: str, when: str, rest: str) -> set[str]:
    found = lint(method(text, f"rule: {{kind: yes_no, when: {when}}}\n{rest}"))
    return TOLD & {finding.code for finding in found}


@pytest.mark.parametrize(("text", "rule", "right", "wrong"), EDGES)
def test_the_wrong_side_of_a_threshold_is_told(text: str, rule: str, right: str, wrong: str) -> None:
    when, _, rest = rule.partition("|")
    assert _told(text, when.format(wrong), rest)
    assert not _told(text, when.format(right), rest)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        # Another line names the threshold, what is left over does, or the text has a gap there.
        ("Trên 24 bài: 10 điểm; 24 bài: 10 điểm", "n >= 24"),
        ("Trên 24 bài: 10 điểm; dưới 24 bài: 0 điểm", "n >= 24"),
        ("Họp 4 lần/tuần: 10 điểm", "n >= 4"),
    ],
)
def test_a_threshold_the_text_leaves_open_is_no_fault(text: str, when: str) -> None:
    assert not _told(text, when, MEETINGS)


def test_bands_in_short_form_are_held_against_the_rule() -> None:
    rule = (
        "rule: {{kind: tiers, value: a / b, tiers: [{{{}: 50%, points: 10}}, {{at_least: 30%, points: 2}}]}}"
    )
    text = "> 50% = 10đ; 30 - 50% = 2đ"
    for side, is_wrong in (("more_than", False), ("at_least", True)):
        codes = {finding.code for finding in lint(method(text, f"{rule.format(side)}\n{LATE}"))}
        assert ("method.other_points" in codes) is is_wrong


def test_what_an_edge_gives_is_said_by_its_code() -> None:
    assert _told("Trên 24 bài/năm: 10 điểm", "n >= 24", MEETINGS) == {"method.other_edge"}

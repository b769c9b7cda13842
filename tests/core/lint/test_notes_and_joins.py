"""Notes that give other points than the rule, and texts that want all of several things or one."""

from __future__ import annotations

import pytest

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.lint import lint

from .documents import RATIO, criterion, method

_TWO = (
    "{x: {type: yes_no, label: Đã ban hành kế hoạch chuyển đổi số}, "
    "y: {type: yes_no, label: Đã bố trí kinh phí thực hiện}}"
)


def _asked(text: str, when: str) -> list[str]:
    rest = f"rule: {{kind: yes_no, when: {when}}}\ninputs: {_TWO}"
    return _told(method(text, rest, maximum="4", name="Kế hoạch chuyển đổi số"), "method.other_join")


def _told(faulty: IndicatorSet, *codes: str) -> list[str]:
    return [each.code for each in lint(faulty) if each.code.startswith(codes)]


def _noted(note: str, rest: str) -> list[str]:
    faulty = criterion(f'note: "{note}"\n{rest.strip()}', maximum="4")
    return _told(faulty, "note.other", "note.formula")


_BOTH = "Đạt đồng thời cả hai nội dung: 4 điểm; thiếu một trong hai: 0 điểm"
_LACKING = "Có kế hoạch kèm kinh phí: 4 điểm; thiếu một trong hai nội dung: 0 điểm"
_ONE = "Có một trong hai nội dung: 4 điểm; không có: 0 điểm"


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [(_BOTH, "x and y", "x or y"), (_LACKING, "x and y", "x or y"), (_ONE, "x or y", "x and y")],
)
def test_both_or_one_of_two_things_is_held_against_the_rule(text: str, right: str, wrong: str) -> None:
    assert _asked(text, wrong) == ["method.other_join"]
    assert _asked(text, right) == []


def test_three_things_are_not_two() -> None:
    assert _asked(_BOTH.replace("hai", "ba"), "x or y") == []


_NEWS = (
    "rule: {kind: count, parts: [{of: n, points_each: '0.5'}]}\ninputs: {n: {label: Số tin bài, unit: bài}}"
)
_MEETINGS = (
    "rule: {kind: tiers, value: n, tiers: [{at_least: 4}]}\ninputs: {n: {label: Số cuộc họp, unit: cuộc}}"
)
_ISSUED = "rule: {kind: yes_no, when: x}\ninputs: {x: {type: yes_no, label: Đã ban hành kế hoạch}}"
_CHAIR = """
rule:
  kind: choice
  of: o
  options:
    head: {label: Chủ tịch UBND làm Trưởng ban, give: full}
    deputy: {label: Phó Chủ tịch UBND làm Trưởng ban, give: 1/2}
    none: {label: Trường hợp khác, give: none}
inputs: {o: {type: choice, label: Trưởng ban}}
"""


@pytest.mark.parametrize(
    ("note", "rest", "code"),
    [
        ("Mỗi tin, bài được 1 điểm", _NEWS, "note.other_points"),
        ("Từ 3 cuộc trở lên được điểm tối đa", _MEETINGS, "note.other_value"),
        ("Phó Chủ tịch làm Trưởng ban được 70%", _CHAIR, "note.other_points"),
        ("Phó Chủ tịch được 70%", _CHAIR, "note.other_points"),
        ("Phó Chủ tịch UBND làm Trưởng ban không được điểm", _CHAIR, "note.other_points"),
        ("Chưa ban hành vẫn được 1 điểm", _ISSUED, "note.other_points"),
        ("Tỷ lệ tính bằng b/a", RATIO, "note.formula"),
    ],
)
def test_a_note_that_gives_other_points_is_told(note: str, rest: str, code: str) -> None:
    assert _noted(note, rest) == [code]


@pytest.mark.parametrize(
    ("note", "rest"),
    [
        ("Mỗi tin, bài được 0,5 điểm", _NEWS),
        ("Mỗi tháng, có tin được 1 điểm", _NEWS),
        ("Từ 4 cuộc trở lên được điểm tối đa", _MEETINGS),
        ("Từ 3 người trở lên được điểm tối đa", _MEETINGS),
        ("Phó Chủ tịch làm Trưởng ban được 50%", _CHAIR),
        ("Chủ tịch hoặc Phó Chủ tịch làm Trưởng ban được 70%", _CHAIR),
        ("Trưởng ban được 70%", _CHAIR),
        ("Văn bản in “Phó Chủ tịch làm Trưởng ban được 70%”", _CHAIR),
        ("Chưa ban hành thì không được điểm", _ISSUED),
        ("Tỷ lệ tính bằng a/b", RATIO),
        ("Tỷ lệ tính bằng số hộ có kết nối", RATIO),
    ],
)
def test_a_note_that_says_what_the_rule_does_is_left_alone(note: str, rest: str) -> None:
    text = note.replace('"', '\\"')
    assert (
        _told(criterion(f'note: "{text}"\n{rest.strip()}', maximum="4"), "note.other", "note.formula") == []
    )


_CLIPS = "{n: {label: Số tin đã đăng, unit: tin}, x: {type: yes_no, label: Có chuyên đề phát thanh}}"
_COUNTED = "{points: 5, rule: {kind: count, parts: [{of: n, points_each: 1}]}}"
_ADDED = f"{_COUNTED}, {{points: 5, rule: {{kind: yes_no, when: x}}}}"


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("Mỗi tin được 1 điểm, tối đa 5 điểm; hoặc có chuyên đề phát thanh: điểm tối đa.", True),
        ("- Mỗi tin được 1 điểm, tối đa 5 điểm\n- Hoặc có chuyên đề phát thanh được 10 điểm", True),
        ("Mỗi tin được 1 điểm, tối đa 5 điểm; có chuyên đề phát thanh: 5 điểm.", False),
        ("Mỗi tin được 1 điểm, tối đa 5 điểm; hoặc có chuyên đề phát thanh: 5 điểm.", False),
        ("5 tin: 5 điểm; có chuyên đề: 5 điểm; hoặc có cả 5 tin và chuyên đề: điểm tối đa.", False),
    ],
)
def test_an_alternative_that_earns_everything_is_no_part_of_a_sum(text: str, *, is_told: bool) -> None:
    rest = f"rule: {{kind: sum, parts: [{_ADDED}]}}\ninputs: {_CLIPS}"
    assert bool(_told(method(text, rest), "method.other_join")) is is_told
    either = rest.replace(_ADDED, _ADDED.replace("points: 5, rule", "points: 10, rule"))
    assert not _told(method(text, either), "method.other_join")

"""Letters, steps and joins of a rule that are not those of the text."""

# One rule stands on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.lint import lint

from .documents import method

SPENT = "inputs: {{m: {{label: Chi {}, unit: triệu đồng}}, n: {{label: Chi {}, unit: triệu đồng}}}}"
SUM = "rule: {kind: count, parts: [{of: m, points_each: 2}, {of: n, points_each: 1}]}"
SHARE = "inputs: {p: {type: decimal, decimals: 1, label: Tỷ lệ hoàn thành, unit: '%', max: 100}}"
BOTH = "inputs: {x: {type: yes_no, label: Ban hành kế hoạch}, y: {type: yes_no, label: Ban hành quyết định}}"


def _has(code: str, text: str, rest: str) -> bool:
    return code in {finding.code for finding in lint(method(text, rest, name="Văn bản chỉ đạo"))}


@pytest.mark.parametrize(
    "text",
    [
        "Điểm tính theo 2m + n; m: chi đầu tư, n: chi thường xuyên",
        "Trong đó m là chi đầu tư, n là chi thường xuyên",
        "m = chi đầu tư; n = chi thường xuyên",
    ],
)
def test_labels_exchanged_against_the_printed_letters_are_told(text: str) -> None:
    right, wrong = SPENT.format("đầu tư", "thường xuyên"), SPENT.format("thường xuyên", "đầu tư")
    assert _has("method.exchanged_letters", text, f"{SUM}\n{wrong}")
    assert not _has("method.exchanged_letters", text, f"{SUM}\n{right}")
    assert not _has("method.exchanged_letters", text, f"{SUM}\n{SPENT.format('năm nay', 'năm trước')}")


@pytest.mark.parametrize(
    ("text", "rule", "right", "wrong"),
    [
        ("Mỗi 5% được 0,5 điểm", "count, parts: [{{of: p, every: 5, points_each: {}}}]", "0.5", "1"),
        ("Mỗi 5% được 0,5 điểm", "count, parts: [{{of: p, every: {}, points_each: 0.5}}]", "5", "10"),
        ("Mỗi 5% được 0,5 điểm", "count, parts: [{{of: p, points_each: {}}}]", "0.1", "0.2"),
        (
            "100%: 10 điểm; cứ giảm 10% trừ 1 điểm",
            "deduct, parts: [{{of: 100 - p, every: 10, points_each: {}}}]",
            "1",
            "2",
        ),
    ],
)
def test_points_for_every_so_many_percent_are_held_against_the_rule(
    text: str, rule: str, right: str, wrong: str
) -> None:
    for number, is_wrong in ((right, False), (wrong, True)):
        rest = f"rule: {{kind: {rule.format(number)}}}\n{SHARE}"
        assert _has("method.other_percent_step", text, rest) is is_wrong


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Có ban hành kế hoạch hoặc quyết định", "x or y", "x and y"),
        ("Có một trong các văn bản được 10 điểm", "x or y", "x and y"),
        ("Có một trong các văn bản: kế hoạch, quyết định: 10 điểm", "x or y", "x and y"),
        ("Đồng thời ban hành kế hoạch và quyết định", "x and y", "x or y"),
        ("Ban hành cả kế hoạch và quyết định", "x and y", "x or y"),
        ("Ban hành cả hai văn bản: 10 điểm", "x and y", "x or y"),
    ],
)
def test_or_for_and_is_told_where_the_text_names_no_points_or_no_things(
    text: str, right: str, wrong: str
) -> None:
    for when, is_wrong in ((right, False), (wrong, True)):
        rest = f"rule: {{kind: yes_no, when: {when}}}\n{BOTH}"
        assert _has("method.other_join", text, rest) is is_wrong


def test_what_is_merely_listed_is_no_join() -> None:
    rest = f"rule: {{kind: yes_no, when: x or y}}\n{BOTH}"
    assert not _has("method.other_join", "Kế hoạch và quyết định đã ban hành", rest)


REACHED = "inputs: {a: {label: Số đơn vị đạt, unit: đơn vị}, b: {label: Tổng số đơn vị, unit: đơn vị, min: 1}}\nchecks: [a <= b]"
LATE = REACHED.replace("Số đơn vị đạt", "Số hồ sơ trễ hạn").replace("Tổng số đơn vị", "Tổng số hồ sơ")
ON_TIME = LATE.replace("trễ hạn", "đúng hạn")
FALLING = "Tỷ lệ trễ hạn càng thấp điểm càng cao"


@pytest.mark.parametrize(
    ("name", "text", "inputs", "wrong"),
    [
        ("Tỷ lệ đơn vị đạt chuẩn", "Tính theo tỷ lệ", REACHED, "low"),
        ("Kết quả thực hiện", "Tỷ lệ càng cao càng nhiều điểm", REACHED, "low"),
        ("Tỷ lệ hồ sơ trễ hạn", FALLING, LATE, "high"),
    ],
)
def test_a_rule_against_the_way_the_text_says_is_told(name: str, text: str, inputs: str, wrong: str) -> None:
    for better in ("high", "low"):
        found = lint(
            method(text, f"rule: {{kind: ratio, value: a / b, better: {better}}}\n{inputs}", name=name)
        )
        assert ("method.other_direction" in {each.code for each in found}) is (better == wrong)


def test_what_is_in_time_may_be_counted_where_the_text_speaks_of_the_late() -> None:
    for value, inputs in (("a / b", ON_TIME), ("1 - a / b", LATE)):
        rest = f"rule: {{kind: ratio, value: {value}}}\n{inputs}"
        assert not _has("method.other_direction", FALLING, rest)


@pytest.mark.parametrize(
    "below",
    ["dưới 80%: tính theo công thức", "còn lại tính điểm theo công thức", "dưới 80% tính theo tỷ lệ"],
)
def test_nothing_below_a_threshold_where_the_text_has_a_formula_is_told(below: str) -> None:
    text, rule = (
        f"Từ 80% trở lên: điểm tối đa; {below}",
        "rule: {{kind: ratio, value: a / b, full_at: 80%{}}}\n{}",
    )
    assert _has("method.formula_below", text, rule.format(", below: zero", REACHED))
    assert not _has("method.formula_below", text, rule.format("", REACHED))
    plain = "Từ 80% trở lên: điểm tối đa; dưới 80%: 0 điểm"
    assert not _has("method.formula_below", plain, rule.format(", below: zero", REACHED))


def test_a_name_that_divides_the_part_by_the_whole_tells_a_reversed_ratio() -> None:
    inputs = "inputs: {a: {label: Tổng số hồ sơ, unit: hồ sơ}, b: {label: Hồ sơ trực tuyến, unit: hồ sơ, min: 1}}\nchecks: [a <= b]"
    rest, name = "rule: {kind: ratio, value: a / b}\n" + inputs, "Tỷ lệ hồ sơ trực tuyến / tổng hồ sơ"
    found = lint(method("Tính theo tỷ lệ", rest, name=name))
    assert "ratio.reversed" in {each.code for each in found}

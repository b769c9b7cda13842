"""Answers joined with a number of things, lists of which all or one count, and what one lacking costs."""

# One text and one rule stand on one line, as in a table.

from __future__ import annotations

import pytest

from chamdiem.core.lint import lint

from .documents import method

ROOM = "{x: {type: yes_no, label: Có cổng dữ liệu mở}, n: {label: Số bộ dữ liệu, unit: bộ}}"
STORE = "{x: {type: yes_no, label: Có cổng dữ liệu}, y: {type: yes_no, label: Có kho dữ liệu}}"
OTHER = {"and": "or", "or": "and"}


def _told(text: str, when: str, inputs: str) -> list[str]:
    found = lint(method(text, f"rule: {{kind: yes_no, when: {when}}}\ninputs: {inputs}", name="Dữ liệu mở"))
    return [each.code for each in found if each.code == "method.other_join"]


@pytest.mark.parametrize(
    ("text", "join"),
    [
        ("Có cổng dữ liệu mở hoặc công bố từ 8 bộ dữ liệu trở lên đạt 10 điểm.", "or"),
        ("Có cổng dữ liệu mở hoặc từ 8 bộ dữ liệu: 10 điểm; còn lại: 0 điểm", "or"),
        ("Có cổng dữ liệu mở và có từ 8 bộ dữ liệu trở lên được 10 điểm", "and"),
    ],
)
@pytest.mark.parametrize("number", ["n >= 8", "n > 7"])
def test_an_answer_and_a_number_are_joined_too(text: str, join: str, number: str) -> None:
    assert not _told(text, f"x {join} {number}", ROOM)
    assert _told(text, f"x {OTHER[join]} {number}", ROOM)


@pytest.mark.parametrize(
    ("text", "join"),
    [
        ("Đạt một trong các yêu cầu sau: cổng hoạt động; kho được duyệt: 10 điểm.", "or"),
        ("10 điểm khi đáp ứng một trong những điều kiện sau đây:\n- Cổng hoạt động\n- Kho được duyệt", "or"),
        (
            "Đáp ứng đồng thời các yêu cầu sau: cổng hoạt động; kho được duyệt: 10 điểm; còn lại: 0 điểm",
            "and",
        ),
        ("Đầy đủ các nội dung sau:\n+ Cổng hoạt động\n+ Kho được duyệt\nđược điểm tối đa", "and"),
        ("Cả hai: cổng hoạt động và kho được duyệt thì được 10 điểm, thiếu một trong hai thì 0 điểm.", "and"),
        ("Cả hai nội dung được duyệt: 10 điểm; thiếu 1 trong hai nội dung: không được điểm", "and"),
    ],
)
def test_all_of_a_list_or_one_of_it(text: str, join: str) -> None:
    assert not _told(text, f"x {join} y", STORE)
    assert _told(text, f"x {OTHER[join]} y", STORE)


@pytest.mark.parametrize(
    "text",
    [
        "Đạt một trong các yêu cầu sau: cổng hoạt động: 4 điểm; kho được duyệt: 6 điểm",
        "Kho lưu đầy đủ các tài liệu sau: báo cáo, quy chế",
        "Cả hai: 10 điểm, thiếu một trong hai thì 5 điểm",
    ],
)
@pytest.mark.parametrize("join", OTHER)
def test_a_list_that_says_nothing_of_the_maximum_is_left_alone(text: str, join: str) -> None:
    assert not _told(text, f"x {join} y", STORE)

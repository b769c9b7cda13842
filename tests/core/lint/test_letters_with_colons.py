"""Letters explained one after the other on a line: ``a: Số hồ sơ đúng hạn; b: Tổng số hồ sơ. Điểm = a/b``."""

# One text and one rule stand on one line, as in a table.
# ruff: noqa: E501

from __future__ import annotations

import pytest

from chamdiem.core.lint import lint

from .documents import CHECK, found, keys, method

RULE = "rule: {kind: ratio, value: %s, if_zero: not_applicable}"
FILES = "{a: {label: %s, unit: hồ sơ}, b: {label: %s, unit: hồ sơ}}"
RESOLVED, IN_TIME = "Tổng số hồ sơ đã giải quyết", "Số hồ sơ giải quyết đúng hạn"
RIGHT = f"{RULE % 'a / b'}\ninputs: {FILES % (IN_TIME, RESOLVED)}\n{CHECK}"
WRONG = f"{RULE % 'a / b'}\ninputs: {FILES % (RESOLVED, IN_TIME)}"
LINE = f"a: {IN_TIME}; b: {RESOLVED}. Điểm = a/b × 10."
MEAN = "a: Số camera đã kết nối; b: Tổng số camera; c: Số trạm đã kết nối; d: Tổng số trạm. Điểm bằng trung bình cộng hai tỷ lệ a/b và c/d nhân với 10."
TWO = "inputs: {a: {label: Số camera đã kết nối}, b: {label: Tổng số camera, min: 1}, c: {label: Số trạm đã kết nối}, d: {label: Tổng số trạm, min: 1}}"


def _codes(text: str, rest: str) -> set[str]:
    return {each.code for each in lint(method(text, rest)) if each.code.startswith("method.")}


@pytest.mark.parametrize(
    "text",
    [LINE, f"Điểm = a/b × 10 (a: {IN_TIME}; b: {RESOLVED})", f"a: {IN_TIME}, b: {RESOLVED}\nĐiểm = a/b"],
)
def test_letters_exchanged_with_the_labels_are_told(text: str) -> None:
    assert keys(method(text, WRONG), "method.exchanged_letters") == ["1.1"]
    assert not _codes(text, RIGHT)


def test_the_ratio_that_stands_on_its_head_is_told_by_the_labels() -> None:
    told = found(method(LINE, WRONG), "ratio.reversed")
    assert (told.printed, told.computed) == (RESOLVED, IN_TIME)


def test_a_letter_explained_and_not_asked_is_told() -> None:
    text = LINE.replace(". Điểm", "; m: Số hồ sơ quá hạn. Điểm")
    assert found(method(text, RIGHT), "method.letter").facts["letter"] == "m"


def test_every_letter_of_a_line_is_explained() -> None:
    assert not _codes(MEAN, f"{RULE % '(a / b + c / d) / 2'}\n{TWO}")


def test_points_behind_a_letter_of_a_list_explain_nothing() -> None:
    text = f"a: Có kế hoạch được 5 điểm; c: Có báo cáo được 5 điểm; {LINE}"
    assert "method.letter" not in _codes(text, RIGHT)


@pytest.mark.parametrize(
    "text",
    [
        f"a: {IN_TIME}; b: {RESOLVED}. a/b × 10 là số điểm",
        f"Tỷ lệ hồ sơ đúng hạn (a/b), với a: {IN_TIME}; b: {RESOLVED}: từ 100%: 10 điểm",
    ],
)
def test_a_meaning_ends_with_its_sentence_or_a_colon(text: str) -> None:
    assert not keys(method(text, RIGHT), "method.letter_not_printed")


def test_places_are_no_points() -> None:
    places = "{a: {label: Số điểm phát sóng, unit: điểm}, b: {label: Tổng số điểm, unit: điểm}}"
    text = "a: Số điểm có phát sóng; b: Tổng số khu. Điểm = a/b × 10"
    row = f"{RULE % 'a / b'}\ninputs: {places}\n{CHECK}"
    assert not keys(method(text, row), "method.letter_not_printed")

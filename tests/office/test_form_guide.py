"""The guide of a form says what must hold, never the fault that a check looks for."""

from __future__ import annotations

import re

import pytest

from chamdiem.library import list_editions, load_edition
from chamdiem.office.form_guide import guide_lines

_FAULT = re.compile(r"(?<!không )\b(lớn hơn|nhiều hơn|cao hơn|vượt)\b|\bnhưng chưa\b", re.IGNORECASE)


def test_the_guide_says_what_should_hold() -> None:
    lines = [text for text, _ in guide_lines(load_edition("chuprong-2023"))]
    assert "Mục 3.5: nên bảo đảm số nền tảng đã triển khai không nhiều hơn danh mục yêu cầu." in lines


@pytest.mark.parametrize("edition", list_editions())
def test_no_label_of_a_check_describes_the_fault(edition: str) -> None:
    labels = [check.label for row in load_edition(edition).rows for check in row.checks]
    assert not [label for label in labels if _FAULT.search(label)]


def test_a_row_whose_number_stands_in_several_sections_is_named_by_its_key() -> None:
    lines = [text for text, _ in guide_lines(load_edition("xa-hue-2023"))]
    assert any(line.startswith("Mục VI.2.1: phải bảo đảm a ≤ b") for line in lines)
    assert not any(line.startswith("Mục 2.1:") for line in lines)

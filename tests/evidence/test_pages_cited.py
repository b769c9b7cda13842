"""Pages of a document are read alike wherever and however they are typed."""

from __future__ import annotations

import pytest

from chamdiem.evidence.pages import page_reference


@pytest.mark.parametrize(
    ("typed", "reference"),
    [
        ("1", "1"),
        ("trang 1", "1"),
        ("1 trang", "1"),
        ("Trang 3 – 5", "3-5"),
        ("tr. 3-5", "3-5"),
        ("tr.3", "3"),
        ("các trang 3, 5;7", "3, 5, 7"),
        ("pages 2-4", "2-4"),
        ("p. 2", "2"),
        ("  trang   bìa ", "bìa"),
        ("Phụ lục II", "Phụ lục II"),
        ("trước trang 3", "trước trang 3"),
        ("", ""),
    ],
)
def test_a_reference_is_kept_without_the_word(typed: str, reference: str) -> None:
    assert page_reference(typed) == reference
    assert page_reference(reference) == reference

"""Pages of a document are read alike wherever and however they are typed."""

from __future__ import annotations

import pytest

from chamdiem.evidence.pages import lost_pages, page_reference, unfit_pages


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


@pytest.mark.parametrize(
    ("reference", "unfit", "lost"),
    [
        ("1, 2-3", [], []),
        ("9", ["9"], ["9"]),
        ("3-2, 0", ["3-2", "0"], ["3-2", "0"]),
        ("abc, 2", ["abc"], []),
        ("2-4", ["2-4"], ["2-4"]),
        ("", [], []),
    ],
)
def test_pages_a_document_does_not_have_are_found(reference: str, unfit: list[str], lost: list[str]) -> None:
    assert unfit_pages(reference, 3) == unfit
    assert lost_pages(reference, 3) == lost

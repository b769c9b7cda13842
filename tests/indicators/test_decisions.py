"""Blank numbers and dates of a decision are shown as such."""

import pytest

from chamdiem.indicators.decisions import decision_words


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        (
            "Quyết định số /QĐ-UBND ngày / /2021 của UBND tỉnh",
            "Quyết định số …/QĐ-UBND ngày …/…/2021 của UBND tỉnh (nguồn không ghi số, ngày)",
        ),
        (
            "Kế hoạch số 12/KH-UBND ngày tháng 02 năm 2021",
            "Kế hoạch số 12/KH-UBND ngày … tháng 02 năm 2021 (nguồn không ghi ngày)",
        ),
        (
            "Quyết định số: /QĐ-UBND ngày 27/9/2023",
            "Quyết định số: …/QĐ-UBND ngày 27/9/2023 (nguồn không ghi số)",
        ),
        ("Quyết định số: 2263/QĐ-UBND ngày 27/9/2023", "Quyết định số: 2263/QĐ-UBND ngày 27/9/2023"),
        ("", ""),
    ],
)
def test_what_the_source_leaves_blank_is_said(printed: str, shown: str) -> None:
    assert decision_words(printed) == shown

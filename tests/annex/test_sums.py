"""Lines that sum up others are no rows; of several the one of all gives the total."""

from __future__ import annotations

import pytest

from chamdiem.annex.importing import read_annex
from chamdiem.annex.sums import sums_up


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tổng cộng", "all"), ("Cộng", "all"), ("TỔNG", "all"), ("Tổng điểm", "all"),
        ("Tổng số điểm:", "all"),
        ("Tổng cộng (chưa tính điểm thưởng)", "all"), ("Tổng cộng I+II+III", "all"), ("Cộng (I+II)", "all"),
        ("TỔNG ĐIỂM A + B", "all"), ("Tổng điểm phần A và phần B", "all"), ("Cộng mục I", "part"),
        ("Cộng phần A", "part"), ("Tổng cộng điểm phần I", "part"), ("Tổng điểm trụ cột 2:", "part"),
        ("Cộng đồng số", ""), ("Cộng điểm sáng kiến", ""), ("Tổng đài hỗ trợ", ""), ("Tổng hợp báo cáo", ""),
        ("Điểm cộng", ""), ("Cộng tác viên", ""), ("Tổng số hồ sơ", ""), ("Cộng 2 điểm cho mỗi mô hình", ""),
    ],
)  # fmt: skip
def test_what_sums_up_is_known_by_its_words(text: str, found: str) -> None:
    assert sums_up(text) == found


def test_sums_of_parts_are_no_criteria() -> None:
    lines = (
        ("", "PHẦN A. TIÊU CHÍ CHUNG", "20"), ("1", "Trung tâm dữ liệu", "10"), ("2", "Kho dữ liệu", "10"),
        ("", "Cộng phần A", "20"), ("", "PHẦN B. TIÊU CHÍ RIÊNG", "10"), ("1", "Đất đai số", "10"),
        ("", "Cộng phần B", "10"), ("", "TỔNG ĐIỂM A + B", "30"),
    )  # fmt: skip
    rows = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in line)}</tr>" for line in lines)
    page = f"<table><tr><th>STT</th><th>Tiêu chí</th><th>Điểm tối đa</th></tr>{rows}</table>"
    annex = read_annex(page.encode(), "a.html")
    assert annex.total == 30
    assert [(row.name, row.level) for row in annex.rows] == [
        ("PHẦN A. TIÊU CHÍ CHUNG", 0), ("Trung tâm dữ liệu", 1), ("Kho dữ liệu", 1),
        ("PHẦN B. TIÊU CHÍ RIÊNG", 0), ("Đất đai số", 1),
    ]  # fmt: skip

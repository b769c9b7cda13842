"""Lines that sum up others are no rows; of several the one of all gives the total."""

from __future__ import annotations

import pytest

from chamdiem.annex.importing import read_annex
from chamdiem.annex.rows import Annex
from chamdiem.annex.sums import sums_up


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Tổng cộng", "all"),
        ("Cộng", "all"),
        ("TỔNG", "all"),
        ("Tổng điểm", "all"),
        ("Tổng số điểm:", "all"),
        ("Tổng cộng (chưa tính điểm thưởng)", "all"),
        ("Tổng cộng I+II+III", "all"),
        ("Cộng (I+II)", "all"),
        ("TỔNG ĐIỂM A + B", "all"),
        ("Tổng điểm phần A và phần B", "all"),
        ("Cộng mục I", "part"),
        ("Cộng phần A", "part"),
        ("Tổng cộng điểm phần I", "part"),
        ("Tổng điểm trụ cột 2:", "part"),
        ("Cộng đồng số", ""),
        ("Cộng điểm sáng kiến", ""),
        ("Tổng đài hỗ trợ", ""),
        ("Tổng hợp báo cáo", ""),
        ("Điểm cộng", ""),
        ("Cộng tác viên", ""),
        ("Tổng số hồ sơ", ""),
        ("Cộng 2 điểm cho mỗi mô hình", ""),
    ],
)
def test_what_sums_up_is_known_by_its_words(text: str, found: str) -> None:
    assert sums_up(text) == found


METHOD = "Có: 10 điểm; không: 0 điểm"


def annex_of(*lines: tuple[str, str, int, str]) -> Annex:
    table = "| TT | Tiêu chí | Điểm tối đa | Cách tính |\n|---|---|---|---|\n"
    rows = "".join(f"| {number} | {name} | {points} | {method} |\n" for number, name, points, method in lines)
    return read_annex((table + rows).encode(), "a.md")


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


@pytest.mark.parametrize(
    "called",
    [
        "Cộng chỉ số {}",
        "Tổng chỉ số {}",
        "Tổng điểm tiêu chí {}",
        "Tổng cộng chỉ số chính {}",
        "Cộng điểm của mục {}",
        "Tổng số điểm chỉ số {}",
        "Tổng điểm đạt được của nhóm tiêu chí ({})",
        "CỘNG CHỈ SỐ {}:",
    ],
)
def test_a_sum_is_called_after_the_number_of_its_group(called: str) -> None:
    annex = annex_of(
        ("1", "Chính quyền số", 20, ""), ("1.1", "Văn bản", 20, ""), ("1.1.1", "Văn bản đi", 10, METHOD),
        ("1.1.2", "Văn bản đến", 10, METHOD), ("", called.format(1), 20, ""),
        ("2", "Kinh tế số", 10, ""), ("2.1", "Sàn", 10, METHOD), ("", called.format(2), 10, ""),
    )  # fmt: skip
    assert [row.number for row in annex.rows] == ["1", "1.1", "1.1.1", "1.1.2", "2", "2.1"]
    assert not any(row.warnings for row in annex.rows)


@pytest.mark.parametrize(
    "called",
    [
        "Cộng nhóm Chính quyền số",
        "Cộng phần 1: Chính quyền số",
        "Tổng mục này",
        "Cộng nhóm",
        "Tổng điểm nhóm trên",
    ],
)
def test_a_sum_is_called_after_its_group_in_words(called: str) -> None:
    annex = annex_of(("1", "Chính quyền số", 10, ""), ("1.1", "Văn bản", 10, METHOD), ("", called, 10, ""))
    assert [row.number for row in annex.rows] == ["1", "1.1"]


@pytest.mark.parametrize(
    ("name", "points", "method"),
    [
        ("Tổng chỉ số 1", 5, ""),
        ("Cộng chỉ số 3", 10, ""),
        ("Cộng chỉ số 1", 10, METHOD),
        ("Tổng mục tiêu", 10, ""),
        ("Tổng chỉ số hài lòng", 10, ""),
        ("Cộng nhóm 1: Kinh tế số", 10, ""),
    ],
)
def test_what_may_be_a_criterion_is_no_sum(name: str, points: int, method: str) -> None:
    annex = annex_of(
        ("1", "Chính quyền số", 10, ""), ("1.1", "Văn bản", 10, METHOD), ("", name, points, method)
    )
    assert annex.rows[-1].name == name

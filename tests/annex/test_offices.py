"""Offices of a cell: parted, and told apart by what the cell says of them."""

from __future__ import annotations

import pytest

from chamdiem.annex.importing import read_annex
from chamdiem.annex.offices import list_offices
from chamdiem.annex.rows import AnnexRow

LEAD, HELP = "Sở Tư pháp", "Sở Khoa học và Công nghệ"


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("Thanh tra Bộ, Vụ Pháp chế", ["Thanh tra Bộ", "Vụ Pháp chế"]),
        ("Văn phòng UBND tỉnh và Sở Tư pháp", ["Văn phòng UBND tỉnh", "Sở Tư pháp"]),
        ("Sở Nội vụ và Công an tỉnh", ["Sở Nội vụ", "Công an tỉnh"]),
        ("Sở Tư pháp/Sở Nội vụ", ["Sở Tư pháp", "Sở Nội vụ"]),
        ("Sở Nông nghiệp và Môi trường", ["Sở Nông nghiệp và Môi trường"]),
        ("Phòng Văn hóa và Xã hội", ["Phòng Văn hóa và Xã hội"]),
        ("Văn phòng HĐND và UBND xã", ["Văn phòng HĐND và UBND xã"]),
        (
            "Ban Chỉ huy Phòng thủ dân sự và Phòng, chống thiên tai",
            ["Ban Chỉ huy Phòng thủ dân sự và Phòng, chống thiên tai"],
        ),
    ],
)
def test_offices_are_parted_only_before_another_office(text: str, offices: list[str]) -> None:
    assert list_offices(text) == offices


def row_with(cell: str) -> AnnexRow:
    page = (
        "<table><tr><th>TT</th><th>Tiêu chí</th><th>Điểm tối đa</th><th>Cơ quan chủ trì, phối hợp</th></tr>"
        f"<tr><td>1</td><td>Quy chế</td><td>5</td><td>{cell}</td></tr>"
        "<tr><td>2</td><td>Kế hoạch</td><td>5</td><td></td></tr></table>"
    )
    return read_annex(page.encode(), "a.html").rows[0]


@pytest.mark.parametrize(
    "cell",
    [
        f"Chủ trì: {LEAD}<br>Phối hợp: {HELP}",
        f"Chủ trì: {LEAD} / Phối hợp: {HELP}",
        f"Cơ quan chủ trì: {LEAD}; phối hợp: {HELP}.",
        f"Phối hợp: {HELP}; Chủ trì: {LEAD}",
        f"{LEAD} (chủ trì), {HELP}",
    ],
)
def test_one_column_for_both_is_parted_by_what_the_cell_says(cell: str) -> None:
    row = row_with(cell)
    assert (row.texts["lead"], row.texts["coordinating"]) == (LEAD, HELP)
    assert "offices.unlabelled" not in [notice.code for notice in row.warnings]


def test_only_a_lead_is_no_helper() -> None:
    row = row_with(f"Chủ trì: {LEAD}")
    assert (row.texts["lead"], row.texts.get("coordinating")) == (LEAD, None)


def test_a_cell_that_does_not_say_which_leads_is_kept_and_told() -> None:
    row = row_with(f"{LEAD}; {HELP}")
    assert row.texts["coordinating"] == f"{LEAD}; {HELP}"
    assert "offices.unlabelled" in [notice.code for notice in row.warnings]

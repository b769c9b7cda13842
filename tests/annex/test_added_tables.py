"""Tables beside the table of points: general information asked for, and bonuses with their calculation."""

from __future__ import annotations

from chamdiem.annex.drafting import draft_set
from chamdiem.annex.importing import read_annex

_PAGE = """
<p>BỘ CHỈ SỐ CHUYỂN ĐỔI SỐ</p>
<p>I. THÔNG TIN CHUNG</p>
<table><tr><th>TT</th><th>Thông tin</th><th>Đơn vị tính</th><th>Giá trị</th></tr>
<tr><td>1</td><td>Tên đơn vị</td><td></td><td></td></tr>
<tr><td>2</td><td>Dân số</td><td>người</td><td></td></tr>
<tr><td>3</td><td>Tổng chi ngân sách</td><td>triệu đồng</td><td></td></tr></table>
<p>II. CHỈ SỐ</p>
<table><tr><th>TT</th><th>Chỉ số</th><th>Điểm tối đa</th><th>Cách chấm</th></tr>
<tr><td>1</td><td>Kế hoạch</td><td>60</td><td>Có: 60 điểm; không: 0 điểm</td></tr>
<tr><td>2</td><td>Báo cáo</td><td>40</td><td>Có: 40 điểm; không: 0 điểm</td></tr>
<tr><td></td><td>Tổng số</td><td>100</td><td></td></tr></table>
<p>III. ĐIỂM CỘNG, ĐIỂM TRỪ</p>
<table><tr><th>TT</th><th>Nội dung</th><th>Điểm</th></tr>
<tr><td>1</td><td>Có sáng kiến được cấp tỉnh công nhận</td><td>+2 điểm/sáng kiến, tối đa 4 điểm</td></tr>
<tr><td>2</td><td>Không báo cáo theo yêu cầu</td><td>-1 điểm/lần, tối đa 3 điểm</td></tr></table>
"""


def test_figures_asked_for_are_general_information_with_their_units() -> None:
    annex = read_annex(_PAGE.encode(), "a.html")
    asked = [row for row in annex.rows if row.role == "information" and row.number]
    assert [(row.name, row.texts.get("unit", "")) for row in asked] == [
        ("Tên đơn vị", ""),
        ("Dân số", "người"),
        ("Tổng chi ngân sách", "triệu đồng"),
    ]
    draft = draft_set(annex).text
    assert "v: {label: Dân số, unit: người}" in draft
    assert "v: {type: decimal, label: Tổng chi ngân sách, unit: triệu đồng, decimals: 3}" in draft


def test_a_bonus_may_be_printed_with_its_calculation_in_the_cell_of_the_points() -> None:
    annex = read_annex(_PAGE.encode(), "a.html")
    assert [(row.role, str(row.max_points), row.method) for row in annex.rows[-2:]] == [
        ("bonus", "4", "+2 điểm/sáng kiến, tối đa 4 điểm"),
        ("deduction", "3", "-1 điểm/lần, tối đa 3 điểm"),
    ]
    rules = [row.rule.rule for row in annex.rows[-2:] if row.rule]
    assert rules == [{"kind": "count", "parts": [{"of": "n", "points_each": each}]} for each in ("2", "1")]
    assert not any(row.name == "Tổng số" for row in annex.rows)

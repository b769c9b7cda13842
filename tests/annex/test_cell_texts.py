"""What single cells say: weights, shared and mixed cells, short labels of offices, dates that break."""

from __future__ import annotations

import pytest

from chamdiem.annex.importing import import_annex, read_annex
from chamdiem.annex.notices import sentence
from chamdiem.annex.printed import NoRows
from chamdiem.annex.reading.pdf import _rejoined
from chamdiem.annex.rows import Annex
from chamdiem.core.sentences.problems import problem_text


def _page(*lines: tuple[str, ...]) -> bytes:
    rows = "".join(f"<tr>{''.join(_cell(cell) for cell in line)}</tr>" for line in lines)
    return f"<p>BỘ TIÊU CHÍ</p><table>{rows}</table>".encode()


def _cell(text: str) -> str:
    return text if text.startswith("<td") else f"<td>{text}</td>"


def _read(*lines: tuple[str, ...]) -> Annex:
    return read_annex(_page(*lines), "a.html")


_HEADER = ("TT", "Tiêu chí", "Điểm tối đa", "Cách tính", "Phân công")


def test_weights_are_refused_by_their_name() -> None:
    header = ("TT", "Tiêu chí", "Trọng số", "Cách tính")
    lines = (("1", "Cáp quang", "40%", "Có: 100 điểm"), ("2", "Kho dữ liệu", "60%", "Có: 100 điểm"))
    with pytest.raises(NoRows) as refused:
        _read(header, *lines)
    text = problem_text(refused.value.problems[0], "vi")
    assert "trọng số theo phần trăm (“40%”)" in text
    assert "40 thay cho 40%" in text


def test_a_shared_cell_of_calculation_is_told_beside_each_row() -> None:
    shared = '<td rowspan="2">Điểm = tỷ lệ × điểm tối đa</td>'
    annex = _read(
        _HEADER[:4], ("1", "Tỷ lệ xã có cáp quang", "10", shared), ("2", "Tỷ lệ thôn có sóng 5G", "10")
    )
    assert [sentence(each) for each in annex.rows[1].warnings] == [
        "Ô cách tính gộp với dòng phía trên: “Điểm = tỷ lệ × điểm tối đa”. Nếu dòng này cũng tính như vậy,"
        " nhập cách tính ấy vào đây."
    ]


def test_a_calculation_below_the_name_is_the_method_where_the_heading_says_so() -> None:
    lines = (
        ("1", "Trung tâm dữ liệu<br>- Có: 10 điểm<br>- Thuê ngoài: 5 điểm<br>- Không có: 0 điểm", "10"),
        ("2", "Tỷ lệ xã có cáp quang<br>Điểm = số xã có cáp quang/tổng số xã × 10", "10"),
        ("3", "Cổng dữ liệu<br>và kho dữ liệu", "10"),
    )
    annex = _read(("TT", "Nội dung tiêu chí và cách chấm", "Điểm"), *lines)
    assert [(row.name, row.method) for row in annex.rows] == [
        ("Trung tâm dữ liệu", "- Có: 10 điểm\n- Thuê ngoài: 5 điểm\n- Không có: 0 điểm"),
        ("Tỷ lệ xã có cáp quang", "Điểm = số xã có cáp quang/tổng số xã × 10"),
        ("Cổng dữ liệu và kho dữ liệu", ""),
    ]


def test_a_criterion_that_is_given_no_points_is_information_and_warns() -> None:
    annex = _read(
        _HEADER[:4],
        ("1", "Kho dữ liệu", "10", "Có: 10 điểm; không: 0 điểm"),
        ("2", "Đô thị thông minh", "0", "Không tính điểm, chỉ thu thập số liệu"),
    )
    assert [row.role for row in annex.rows] == ["scored", "information"]
    assert [each.code for each in annex.rows[1].warnings] == ["role.guessed_from"]


def test_offices_are_parted_by_short_labels_too() -> None:
    offices = "CQ chủ trì: Công an tỉnh - CQ phối hợp: Sở KH&CN"
    annex = _read(_HEADER, ("1", "Kho dữ liệu", "10", "Có: 10 điểm; không: 0 điểm", offices))
    assert (annex.rows[0].texts["lead"], annex.rows[0].texts["coordinating"]) == ("Công an tỉnh", "Sở KH&CN")


def test_rows_of_a_survey_are_evaluated_by_who_makes_it() -> None:
    data = _page(
        _HEADER[:4],
        ("I", "Kết quả điều tra xã hội học", "15", ""),
        ("1", "Đánh giá của doanh nghiệp", "10", "Tính theo kết quả khảo sát"),
        ("2", "Đường dây nóng", "5", "Có: 5 điểm; không: 0 điểm"),
        ("II", "Kinh tế số", "5", ""),
        ("1", "Hợp đồng điện tử", "5", "Hội đồng xem xét"),
    )
    rows = import_annex(data, "a.html")[1].indicator_set.rows
    assert [row.evaluator for row in rows] == [
        "survey",
        "survey",
        "organisation",
        "organisation",
        "organisation",
    ]


@pytest.mark.parametrize(
    ("printed", "joined"),
    [
        ("28/02/2\n026", "28/02/2026"),
        ("Trước 28/02/\n2026", "Trước 28/02/2026"),
        ("31/12/2026\n05 bộ", "31/12/2026 05 bộ"),
        ("31/12/20\n1 bộ", "31/12/20 1 bộ"),
    ],
)
def test_a_year_that_a_narrow_column_breaks_is_one(printed: str, joined: str) -> None:
    assert _rejoined(printed) == joined

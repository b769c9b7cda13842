"""Tables of a PDF without lines: cells in the middle of their rows, columns close together."""

from __future__ import annotations

import pytest
import typst

from chamdiem.annex.importing import read_annex
from chamdiem.annex.markup import one_line

_METHOD = (
    "Số học liệu đăng tải: \\ Dưới 20 học liệu: 2 điểm \\ Từ 20 đến 50 học liệu: 5 điểm \\"
    " Trên 50 học liệu: 10 điểm \\ Không có học liệu: 0 điểm"
)
_HEADER = (
    "Tiêu chí",
    "Nội dung đánh giá",
    "Hướng dẫn chấm",
    "Điểm",
    "Minh chứng",
    "Phòng phụ trách",
    "Thời điểm đánh giá",
)
_ROWS = (
    ("A", "Dạy, học và kiểm tra đánh giá học sinh toàn trường", None, "20", "", "", ""),
    ("A.1", "Kho học liệu số", _METHOD, "10", "Đường dẫn kho", "Phòng Giáo dục Trung học", "Tháng 5"),
    ("A.2", "Tổ chức dạy học trực tuyến hỗ trợ dạy học trực tiếp", _METHOD, "10", "Kế hoạch; ảnh chụp",
     "Phòng Khảo thí", "Tháng 6"),
    ("B", "Quản trị nhà trường", "", "10", "", "", ""),
    ("B.1", "Số hóa hồ sơ học sinh", _METHOD, "10", "Hệ thống quản trị", "Văn phòng Sở", "Tháng 6"),
)  # fmt: skip


def _page() -> bytes:
    cells = []
    for row in (_HEADER, *_ROWS):
        spans = [2 if below is None else 1 for below in (*row[1:], "")]
        texts = zip(row, spans, strict=True)
        cells.append(
            "".join(f"table.cell(colspan: {wide})[{text}], " for text, wide in texts if text is not None)
        )
    widths = "26pt, 100pt, 150pt, 34pt, 70pt, 70pt, 60pt"
    return typst.compile(
        (
            "#set page(width: 595pt, height: 380pt, margin: 30pt)\n#set text(size: 10pt)\n"
            f"#table(columns: ({widths}), stroke: none, inset: (x: 3pt, y: 6pt), align: left + horizon,"
            f" table.header({cells[0]}), {''.join(cells[1:])})"
        ).encode()
    )


def test_cells_in_the_middle_of_their_rows_stay_whole_over_pages() -> None:
    annex = read_annex(_page(), "a.pdf")
    assert annex.tables[0].headings == _HEADER
    assert len(annex.tables) == 1
    found = [
        (row.number, row.name, row.method.count("\n"), str(row.max_points), row.texts.get("evidence", ""),
         row.texts.get("lead", ""), row.texts.get("deadline", ""))
        for row in annex.rows
    ]  # fmt: skip
    assert found == [
        (number, name, 3 if method else 0, points, *rest) for number, name, method, points, *rest in _ROWS
    ]


_DOWN = (
    "Từ 80% danh mục trở lên: 10 điểm; từ 50% đến dưới 80%: 6 điểm; dưới 50%: 2 điểm;"
    " chưa phê duyệt danh mục: 0 điểm"
)
_LONG = tuple(
    (f"{place}", f"Công bố dữ liệu mở đợt {place}", f"Đợt {place}. {_DOWN}", "10") for place in range(1, 15)
)


def _set_tight(
    header: str, *, heading: str = "Điểm tối đa", width: str = "34pt", repeat: str = "true"
) -> bytes:
    """A table whose rows stand hardly further apart than their lines, broken over pages wherever they end."""
    rows = "".join(f"[{cell}], " for row in (*_LONG, ("", "Cộng", "", "140")) for cell in row)
    return typst.compile(
        (
            f'#set page(width: 595pt, height: 420pt, margin: 40pt, numbering: "1/1", header: [{header}])\n'
            "#set text(size: 11pt)\n= TIÊU CHÍ CHẤM ĐIỂM\n"
            f"#table(columns: (26pt, 150pt, 260pt, 34pt), stroke: none, inset: (x: 3pt, y: 4pt),"
            f" table.header(repeat: {repeat}, [TT], [Chỉ số], [Phương pháp xác định], [Điểm tối đa]), {rows})"
        ).encode()
    )


@pytest.mark.parametrize("header", ["", "CÔNG BÁO/Số 27 + 28/Ngày 14-6-2026"])
@pytest.mark.parametrize("repeat", ["true", "false"])
def test_rows_broken_over_pages_lose_nothing(header: str, repeat: str) -> None:
    annex = read_annex(_set_tight(header, repeat=repeat), "a.pdf")
    found = [(row.number, row.name, one_line(row.method), row.max_text) for row in annex.rows]
    assert found == list(_LONG)
    assert annex.total == 140


def test_a_heading_that_reaches_into_the_next_column_is_parted_from_it() -> None:
    rows = "".join(
        f"[{number}], [{points}], [{name}], [{method}], " for number, name, method, points in _LONG
    )
    page = typst.compile(
        (
            "#set page(width: 595pt, height: 420pt, margin: 40pt)\n#set text(size: 13pt)\n"
            "#table(columns: (34pt, 34pt, 150pt, 260pt), stroke: none, inset: (x: 0pt, y: 4pt),"
            f" [Mã], [Điểm], [Nội dung đánh giá], [Phương pháp tính], {rows})"
        ).encode()
    )
    annex = read_annex(page, "a.pdf")
    assert annex.tables[0].headings == ("Mã", "Điểm", "Nội dung đánh giá", "Phương pháp tính")
    assert [(row.number, row.name, row.max_text) for row in annex.rows] == [(a, b, d) for a, b, _, d in _LONG]

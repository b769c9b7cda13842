"""Tables of a PDF without lines: cells in the middle of their rows, columns close together."""

from __future__ import annotations

import typst

from chamdiem.annex.importing import read_annex

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

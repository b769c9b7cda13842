"""PDFs of prose in two columns: each column is read from top to bottom, over pages and below a title."""

from __future__ import annotations

import pytest
import typst

from chamdiem.annex.importing import read_annex
from chamdiem.annex.notices import sentence
from chamdiem.annex.rows import Annex

_TITLE = "BỘ TIÊU CHÍ ĐÁNH GIÁ MỨC ĐỘ SỐ HÓA CỦA CÁC TRẠM KHUYẾN NÔNG TRÊN ĐỊA BÀN TỈNH"
_ROWS = (
    ("I.", "Tổ chức và nhân lực của trạm khuyến nông", "40", "", ""),
    ("1.1.", "Kế hoạch số hóa được ban hành hằng năm", "10",
     "Ban hành trước ngày 15/02: 10 điểm; ban hành sau ngày 15/02: 5 điểm; không ban hành: 0 điểm",
     "Kế hoạch có chữ ký số của người đứng đầu"),
    ("1.2.", "Tỷ lệ viên chức được tập huấn kỹ năng số", "30",
     "Điểm = (số viên chức được tập huấn / tổng số viên chức của trạm) × 30", "Danh sách lớp tập huấn"),
    ("II.", "Dữ liệu và dịch vụ phục vụ người dân", "60", "", ""),
    ("2.1.", "Mã số vùng trồng được cập nhật lên hệ thống quốc gia", "20",
     "Từ 20 mã trở lên: 20 điểm; từ 10 đến 19 mã: 12 điểm; từ 1 đến 9 mã: 4 điểm; không có mã: 0 điểm",
     "Ảnh chụp màn hình hệ thống"),
    ("2.2.", "Số buổi tư vấn trực tuyến cho nông dân", "20", "Mỗi buổi 2 điểm, tối đa 20 điểm",
     "Đường dẫn các buổi tư vấn đã ghi lại"),
    ("2.3.", "Mức độ hài lòng của nông dân qua khảo sát", "20",
     "Theo kết quả khảo sát do Sở Nội vụ tổ chức vào cuối năm", "Báo cáo khảo sát"),
)  # fmt: skip


def _body() -> str:
    texts = []
    for number, name, points, method, evidence in _ROWS:
        texts += [f"*{number}* {name} ({points} điểm)"]
        texts += [f"- Cách tính: {method}", f"- Minh chứng: {evidence}"] if method else []
    return "\n\n".join(text.replace("/", "\\/").replace("=", "\\=") for text in texts)


def _read(page: str, *, size: int, body: str = "", title: str = "") -> Annex:
    source = f'#set page({page})\n#set text(size: {size}pt, lang: "vi")\n{title}{body or _body()}'
    return read_annex(typst.compile(source.encode()), "hai-cot.pdf")


def _rows(annex: Annex) -> list[tuple[str, ...]]:
    return [
        (row.number, row.name, str(row.max_points), row.method, row.texts.get("evidence", ""))
        for row in annex.rows
    ]


@pytest.mark.parametrize(
    ("page", "size"),
    [
        ("width: 210mm, height: 150mm, margin: 15mm, columns: 2", 11),
        ("width: 297mm, height: 100mm, margin: 15mm, columns: 2", 11),
        ('width: 180mm, height: 110mm, margin: 15mm, columns: 2, numbering: "1"', 12),
        ('width: 190mm, height: 130mm, margin: 12mm, columns: 2, numbering: "1 / 1"', 12),
        ("width: 210mm, height: 120mm, margin: 15mm, columns: 2, header: [Phụ lục II]", 12),
        ("width: 210mm, height: 140mm, margin: 18mm, columns: 2", 13),
    ],
)
def test_columns_are_read_one_after_the_other(page: str, size: int) -> None:
    annex = _read(page, size=size)
    assert _rows(annex) == [*_ROWS]
    assert any("hai cột" in sentence(notice) for notice in annex.warnings)
    assert not any(notice.code == "text.unheard" for notice in annex.warnings)


def test_a_title_over_both_columns_stays_whole() -> None:
    title = f'#place(top + center, float: true, scope: "parent")[*{_TITLE}*]\n'
    annex = _read("width: 210mm, height: 150mm, margin: 15mm, columns: 2", size=11, title=title)
    assert (_rows(annex), annex.title) == ([*_ROWS], _TITLE)


def test_justified_lines_are_the_same() -> None:
    title = "#set par(justify: true)\n"
    annex = _read("width: 210mm, height: 150mm, margin: 15mm, columns: 2", size=11, title=title)
    assert _rows(annex) == [*_ROWS]


def test_one_column_is_no_two() -> None:
    annex = _read("width: 210mm, height: 150mm, margin: 15mm", size=11)
    assert _rows(annex) == [*_ROWS]
    assert not any("hai cột" in sentence(notice) for notice in annex.warnings)


def test_columns_without_rows_in_the_second_are_told() -> None:
    notes = "Việc chấm điểm do hội đồng thực hiện theo từng quý và công khai trên trang của tỉnh. " * 12
    own = "\n\n".join(f"{place}. Nội dung thứ {place} của bộ tiêu chí (10 điểm)" for place in range(1, 9))
    body = f"#columns(2)[{own}\n#colbreak()\n{notes}]"
    annex = _read("width: 210mm, height: 150mm, margin: 15mm", size=11, body=body)
    assert any("Trang 1 có thể in hai cột" in sentence(notice) for notice in annex.warnings)


def test_names_beside_their_calculations_are_not_parted() -> None:
    rows = [(row[1], row[3]) for row in _ROWS if row[3]]
    cells = "".join(f"[{place}. {name} (20 điểm)], [{how}], " for place, (name, how) in enumerate(rows, 1))
    body = f"#table(columns: (1fr, 1fr), stroke: none, {cells})"
    annex = _read("width: 210mm, height: 200mm, margin: 15mm", size=11, body=body)
    assert not any("đã đọc hết cột trái" in sentence(notice) for notice in annex.warnings)

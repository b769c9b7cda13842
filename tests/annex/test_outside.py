"""What stands outside the tables is kept as a note of the set, or told as unread."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from docx import Document as WordDocument

from chamdiem.annex.importing import import_annex, read_annex
from chamdiem.annex.notices import sentence
from chamdiem.annex.report import report_data

TABLE = (
    "STT\tTiêu chí\tĐiểm tối đa\tCách tính",
    "1\tKế hoạch (*)\t10\tCó: 10 điểm; không: 0 điểm",
    "2\tHọp\t5\tCó: 5 điểm; không: 0 điểm",
)
GENERAL = "Thông tin chung: Bộ tiêu chí áp dụng cho 96 xã, phường."
NOTE = "Ghi chú: Xã miền núi được cộng 02 điểm."
UNREAD = "Các xã thuộc vùng III được nhân hệ số 1,1 khi tính tổng điểm."


def _file(*below: str, above: tuple[str, ...] = ()) -> bytes:
    return "\n".join(("BỘ TIÊU CHÍ CHUYỂN ĐỔI SỐ", *above, *TABLE, *below)).encode()


def test_notes_above_and_below_a_table_are_notes_of_the_set() -> None:
    annex, draft = import_annex(_file(NOTE, "(*) Do Chủ tịch ký.", above=(GENERAL,)), "a.txt")
    assert draft.indicator_set.notes == (GENERAL, NOTE, "(*) Do Chủ tịch ký.")
    assert not annex.warnings
    assert [row.name for row in annex.rows] == ["Kế hoạch (*)", "Họp"]


@pytest.mark.parametrize("head", ["Ghi chú:", "* Lưu ý:", "Chú thích", "Cách tính điểm:", "Nguyên tắc chấm:"])
def test_the_items_below_a_note_are_of_it(head: str) -> None:
    annex, _ = import_annex(_file(head, "- Điểm làm tròn.", "- Không cộng quá 100 điểm."), "a.txt")
    assert [each.text for each in annex.outside] == [f"{head}\n- Điểm làm tròn.\n- Không cộng quá 100 điểm."]


def test_other_texts_below_a_table_are_told_with_their_place() -> None:
    annex = read_annex(_file(UNREAD), "a.txt")
    assert [sentence(each) for each in annex.warnings] == [
        f"Ngoài bảng còn 1 đoạn chữ không đưa vào bộ chỉ số: “{UNREAD}” (dòng 5). "
        "Xem có phải ghi chú hay điều kiện chung cần nhập thêm không."
    ]
    assert report_data(annex)["outside"] == [{"text": UNREAD, "place": "dòng 5", "kept": False}]


@pytest.mark.parametrize(
    "lines",
    [
        ("Nơi nhận:", "- Như Điều 2 của Quyết định này;", "- Lưu: VT, phòng chuyên môn của sở."),
        ("TM. ỦY BAN NHÂN DÂN XÃ", "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH"),
        ("Tổng điểm: 15",),
        ("Hà Nội, ngày 12 tháng 3 năm 2026",),
        ("(Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày 12/3/2026)",),
    ],
)
def test_who_signs_and_whom_it_goes_to_is_not_told(lines: tuple[str, ...]) -> None:
    assert read_annex(_file(*lines), "a.txt").outside == []


def test_a_note_in_a_line_of_the_table_is_no_row() -> None:
    annex, draft = import_annex(_file(f"{NOTE}\t\t\t"), "a.txt")
    assert len(annex.rows) == 2
    assert draft.indicator_set.notes == (NOTE,)


def _word_with_a_footnote() -> bytes:
    document = WordDocument()
    table = document.add_table(len(TABLE), 4)
    for row, line in zip(table.rows, TABLE, strict=True):
        for cell, text in zip(row.cells, line.split("\t"), strict=True):
            cell.text = text
    document.add_paragraph(NOTE)
    target = io.BytesIO()
    document.save(target)
    words = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    notes = f'<w:footnotes xmlns:w="{words}"><w:footnote w:id="-1"><w:p/></w:footnote>'
    notes += '<w:footnote w:id="2"><w:p>'
    notes += "<w:r><w:t>Chỉ tính kế hoạch đã ban hành.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("word/footnotes.xml", notes)
    return target.getvalue()


def test_footnotes_of_word_are_notes_of_the_set() -> None:
    _, draft = import_annex(_word_with_a_footnote(), "a.docx")
    assert draft.indicator_set.notes == ("Chỉ tính kế hoạch đã ban hành.", NOTE)


def test_texts_beside_a_table_of_a_page_are_told() -> None:
    rows = "".join(f"<tr><td>{'</td><td>'.join(line.split(chr(9)))}</td></tr>" for line in TABLE)
    page = f"<html><p>BỘ TIÊU CHÍ</p><table>{rows}</table><p>{UNREAD}</p><p>{NOTE}</p></html>"
    annex, draft = import_annex(page.encode(), "a.html")
    assert draft.indicator_set.notes == (NOTE,)
    assert re.search("vùng III", sentence(annex.warnings[0], "en"))


@pytest.mark.parametrize(
    ("above", "document"),
    [
        ("Kèm theo Quyết định số 55/QĐ-PGDĐT ngày 20/9/2023", "Quyết định số 55/QĐ-PGDĐT ngày 20/9/2023"),
        (
            "(Kèm theo Quyết định số 55/QĐ-UBND\n\nngày 20/9/2023 của UBND huyện)",
            "Quyết định số 55/QĐ-UBND ngày 20/9/2023 của UBND huyện",
        ),
    ],
)
def test_the_decision_ends_with_its_line_or_its_bracket(above: str, document: str) -> None:
    text = f"# Bộ tiêu chí\n\n{above}\n\n## A. Chính quyền số (5 điểm)\n\n### 1. Có mạng nội bộ (5 điểm)\n"
    assert read_annex(text.encode(), "a.md").document == document

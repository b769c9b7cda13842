"""Texts typed with fonts of old encodings: converted cell by cell, each a repair of its own."""

from __future__ import annotations

import io

import pytest
from docx import Document as WordDocument

from chamdiem.annex.importing import read_annex
from chamdiem.annex.repairing import undo
from chamdiem.core.lint.old_encodings import from_tcvn3
from tests.annex.corpus.old_fonts import typed_in
from tests.annex.test_repairing import one_row, word_file


def test_a_sign_of_calculation_between_old_letters_stays_one() -> None:
    assert from_tcvn3("§iÓm = b/a × 10") == "Điểm = b/a × 10"
    assert from_tcvn3("m×nh") == "mình"


@pytest.mark.parametrize("font", ["tcvn3", "vni"])
def test_a_header_in_unicode_stays_as_it_is_beside_rows_in_an_old_encoding(font: str) -> None:
    texts = [
        ("vai trò người đứng đầu", "có dự họp định kỳ: điểm tối đa; chưa dự: 0 điểm"),
        ("tỷ lệ hồ sơ trễ hạn", "tỷ lệ hồ sơ đúng hạn nhân với điểm tối đa"),
        ("hệ thống thông tin được phê duyệt cấp độ", "số hệ thống được duyệt chia tổng số hệ thống"),
    ]
    typed = [(typed_in(font, name), typed_in(font, method)) for name, method in texts]
    document = WordDocument()
    document.add_paragraph("BỘ TIÊU CHÍ CHUYỂN ĐỔI SỐ TỈNH TRÀ VINH")
    table = document.add_table(rows=0, cols=4)
    rows = [(str(place), name, "10", method) for place, (name, method) in enumerate(typed, start=1)]
    for row in (("STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm"), *rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    target = io.BytesIO()
    document.save(target)
    annex = read_annex(target.getvalue(), "a.docx")
    assert annex.title == "BỘ TIÊU CHÍ CHUYỂN ĐỔI SỐ TỈNH TRÀ VINH"
    assert annex.tables[0].headings == ("STT", "Tiêu chí", "Điểm tối đa", "Cách tính điểm")
    assert [(row.name, row.method) for row in annex.rows] == texts
    (note,) = [each.facts["text"] for each in annex.warnings]
    assert "đã chuyển 6 ô" in note
    assert "4 ô" in note


def test_an_old_text_with_one_letter_of_unicode_is_converted_around_it() -> None:
    rows = [
        (
            "1",
            "tỷ " + typed_in("tcvn3", "lệ hồ sơ trễ hạn của đơn vị"),
            "10",
            typed_in("tcvn3", "tỷ lệ hồ sơ trễ hạn của đơn vị dưới mức đã được phê duyệt cấp độ"),
        )
    ]
    annex = read_annex(word_file(*rows), "a.docx")
    row = annex.rows[0]
    assert row.name == "tỷ lệ hồ sơ trễ hạn của đơn vị"
    undo(row, row.repairs[0])
    assert row.name == rows[0][1]


@pytest.mark.parametrize("font", ["tcvn3", "vni"])
def test_every_converted_cell_is_a_repair_that_can_be_undone_by_itself(font: str) -> None:
    texts = [
        ("tỷ lệ hồ sơ trễ hạn của đơn vị", "đúng hạn: 10 điểm\ntrễ hạn: 0 điểm"),
        ("hệ thống thông tin được phê duyệt cấp độ", "số hệ thống được duyệt chia tổng số hệ thống"),
    ]
    typed = [(typed_in(font, name), typed_in(font, method)) for name, method in texts]
    annex = read_annex(word_file(*((str(at), *one) for at, one in _numbered(typed))), "a.docx")
    assert [[repair.field for repair in row.repairs] for row in annex.rows] == [["name", "method"]] * 2
    first = annex.rows[0]
    for repair in list(first.repairs):
        undo(first, repair)
    assert (first.name, first.method) == typed[0]
    assert annex.rows[1].name == texts[1][0]
    assert not any(notice.code in ("text.doubtful", "rule.damaged_text") for notice in first.warnings)


def _numbered(typed: list[tuple[str, str]]) -> list[tuple[int, tuple[str, str, str]]]:
    return [(at, (name, "10", method)) for at, (name, method) in enumerate(typed, start=1)]


def test_a_word_repaired_in_a_converted_text_is_a_repair_beside_it() -> None:
    name = "cơ sở d? liệu dùng chung của đơn vị"
    rows = [
        (name, "đúng hạn: 10 điểm; trễ hạn: 0 điểm"),
        ("tỷ lệ hồ sơ trễ hạn", "số hệ thống được phê duyệt"),
    ]
    typed = [(typed_in("tcvn3", one), typed_in("tcvn3", other)) for one, other in rows]
    annex = read_annex(word_file(*((str(at), *one) for at, one in _numbered(typed))), "a.docx")
    row = annex.rows[0]
    assert row.name == "cơ sở dữ liệu dùng chung của đơn vị"
    told = [repair for repair in row.repairs if repair.field == "name"]
    assert len(told) == 3
    for repair in told:
        undo(row, next(each for each in row.repairs if each.printed == repair.printed))
    assert row.name == typed[0][0]


def test_offices_of_old_fonts_are_put_back_one_by_one() -> None:
    lines = [
        ["STT", "Tiêu chí", "Điểm tối đa", "Cơ quan chủ trì"],
        ["1", "tỷ lệ hồ sơ trễ hạn của đơn vị", "10", "phòng nội vụ; văn phòng ủy ban"],
    ]
    text = "\n".join("\t".join(typed_in("tcvn3", cell) for cell in line) for line in lines)
    row = read_annex(text.encode(), "a.txt").rows[0]
    told = [repair for repair in row.repairs if repair.field == "lead"]
    assert [repair.repaired for repair in told] == ["phòng nội vụ", "văn phòng ủy"]
    undo(row, told[1])
    assert row.texts["lead"] == f"phòng nội vụ; {typed_in('tcvn3', 'văn phòng ủy ban')}"


@pytest.mark.parametrize(
    ("typed", "meant"), [("§· ban hµnh", "Đã ban hành"), ("c¸n bé ®·, ®ang", "cán bộ đã, đang")]
)
def test_a_sign_behind_an_old_letter_that_is_none_of_unicode_is_a_letter(typed: str, meant: str) -> None:
    assert from_tcvn3(typed) == meant


def test_the_old_letter_for_u_with_a_horn_is_read_and_told_without_more_doubt() -> None:
    row = one_row("Số lƣợng ngƣời đƣợc tập huấn", "Từ 80% trở lên: 10 điểm; dƣới 80%: 5 điểm")
    assert (row.name, row.method) == (
        "Số lượng người được tập huấn",
        "Từ 80% trở lên: 10 điểm; dưới 80%: 5 điểm",
    )
    assert [repair.printed for repair in row.repairs] == ["lƣợng", "ngƣời", "đƣợc", "dƣới"]
    assert {notice.code for notice in row.warnings}.isdisjoint({"text.damaged", "text.doubtful"})
    undo(row, row.repairs[0])
    assert row.name == "Số lƣợng người được tập huấn"


def test_a_group_of_bonus_points_is_known_by_its_old_letters_too() -> None:
    rows = read_annex(
        word_file(("I", "ĐIỂM THƢỞNG", "10", ""), ("1", "Có sáng kiến", "10", "")), "a.docx"
    ).rows
    assert [row.role for row in rows] == ["bonus", "bonus"]


def test_the_old_letter_for_e_with_an_acute_is_none_of_iceland() -> None:
    name, method = "xét cấp phép xây dựng mới", "có xét: 5 điểm; chưa xét: 0 điểm"
    typed = typed_in("tcvn3", name), typed_in("tcvn3", method)
    assert "xÐt" in typed[0]
    row = read_annex(word_file(*((number, typed[0], "5", typed[1]) for number in "1234")), "a.docx").rows[0]
    assert (row.name, row.method) == (name, method)


def test_the_letter_of_iceland_in_a_text_of_unicode_is_that_of_vietnam() -> None:
    row = read_annex(word_file(("1", "Ðô thị", "5", "Ðã có: 5 điểm; chưa có: 0 điểm")), "a.docx").rows[0]
    assert (row.name, row.method[:5], row.repairs) == ("Đô thị", "Đã có", [])

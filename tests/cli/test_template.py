"""The Excel form: written by ``template``, filled in, read by ``score``; every wrong cell is named."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from tests.cli.calling import TRACE, Called, answers_file, call, set_file

FIGURES = "Số liệu"
GOOD: dict[str, Any] = {
    "I8": 79,
    "I9": 100,
    "I10": 1234.5,
    "I11": "Có",
    "I12": 3,
    "J8": 80,
    "J9": 100,
    "J10": 99.5,
    "J11": "Có",
    "J12": 0,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    set_file(tmp_path)
    assert call("template", tmp_path / "nho.yaml", "-o", tmp_path / "mau.xlsx", "--count", "2").code == 0
    return tmp_path


def _fill(folder: Path, cells: dict[str, Any], change: Callable[[Any], None] | None = None) -> Called:
    """Fill the form in, hand it in."""
    book = load_workbook(folder / "mau.xlsx")
    for address, value in (GOOD | cells).items():
        book[FIGURES][address] = value
    if change is not None:
        change(book[FIGURES])
    book.save(folder / "xong.xlsx")
    return call("score", folder / "nho.yaml", folder / "xong.xlsx", "--json")


def test_a_form_filled_in_correctly_is_scored(folder: Path) -> None:
    called = _fill(folder, {})
    assert called.code == 0
    assert [(each["code"], each["total"]) for each in called.json["organisations"]] == [
        ("DV01", 29.75),
        ("DV02", 25),
    ]


def test_the_form_of_every_organisation_of_a_list_has_its_column(tmp_path: Path) -> None:
    listed = answers_file(tmp_path, "mã;tên;nhóm\nA;Xã A;Núi\nB;Xã B;Biển\n", "don-vi.csv")
    called = call(
        "template", set_file(tmp_path), "-o", tmp_path / "mau.xlsx", "--organisations", listed, "--json"
    )
    assert {key: called.json[key] for key in ("set", "figures", "organisations")} == {
        "set": "nho",
        "figures": 5,
        "organisations": 2,
    }
    sheet = load_workbook(tmp_path / "mau.xlsx")[FIGURES]
    assert [sheet["I4"].value, sheet["J4"].value] == ["A", "B"]


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        ("nhiều", "answer.not_a_number", "không phải là số"),
        ("1.234,5", "answer.not_whole", "số nguyên"),
        ("1.234", "answer.ambiguous_number", "hàng nghìn hoặc số thập phân"),
        (9.5, "answer.not_whole", "số nguyên"),
        (-1, "answer.below_minimum", "nhỏ hơn mức thấp nhất 0"),
        (date(2023, 10, 31), "answer.day_for_number", "ô chứa ngày 31/10/2023"),
        ("=1/0", "answer.uncomputed_formula", "chưa được tính"),
        ("=SUM(I9:I10)", "answer.uncomputed_formula", "chưa được tính"),
        ("#REF!", "answer.error_value", "#REF!"),
        ("50%", "answer.not_a_number", "không phải là số"),
        ("12 hồ sơ", "answer.not_a_number", "không kèm đơn vị"),
        (True, "answer.not_a_number", "không phải là số"),
        ("'=HYPERLINK(1)", "answer.not_a_number", "không phải là số"),
    ],
)
def test_a_wrong_cell_is_named_with_sheet_address_value_and_remedy(
    folder: Path, value: Any, code: str, words: str
) -> None:
    called = _fill(folder, {"I8": value})
    assert called.code == 1
    (problem,) = called.problems
    assert (problem["file"], problem["sheet"], problem["cell"], problem["code"]) == (
        "xong.xlsx",
        FIGURES,
        "I8",
        code,
    )
    assert words in problem["message"]
    assert "Hồ sơ trực tuyến" in problem["message"]
    assert problem["value"]


@pytest.mark.parametrize(("text", "points"), [("1.234,5", 10), ("99,999", 0), (" 100 ", 5)])
def test_numbers_typed_as_text_count_as_numbers(folder: Path, text: str, points: int) -> None:
    scored = _fill(folder, {"I10": text}).json["organisations"][0]
    assert next(each for each in scored["criteria"] if each["key"] == "1.2")["points"] == points


def test_all_wrong_cells_are_named_at_once_and_broken_checks_too(folder: Path) -> None:
    called = _fill(folder, {"I8": "x", "I12": "y", "J8": 200, "J11": "có lẽ"})
    assert [each["cell"] for each in called.problems] == ["I8", "I12", "J11", "J8"]
    assert [each["code"] for each in called.problems][-1] == "check.broken"
    shown = call("score", folder / "nho.yaml", folder / "xong.xlsx")
    assert f"xong.xlsx › {FIGURES}" in shown.err
    assert "4 lỗi; chưa tính gì." in shown.err


def test_merged_cells_are_not_guessed(folder: Path) -> None:
    called = _fill(folder, {}, lambda sheet: sheet.merge_cells("I8:J8"))
    assert [(each["code"], each["cell"]) for each in called.problems] == [("answer.merged", "I8")]


def test_a_repeated_code_and_an_unknown_figure_are_named(folder: Path) -> None:
    called = _fill(folder, {"J4": "dv01", "A8": "1.1.q"})
    assert {each["code"] for each in called.problems} >= {
        "answers.repeated_organisation",
        "answers.unknown_figure",
    }


def test_the_form_of_another_edition_is_refused(folder: Path) -> None:
    called = _fill(folder, {"C1": "0" * 64})
    assert [each["code"] for each in called.problems] == ["form.other_edition"]


# --- cells as other programs write them -----------------------------------------------------

_PARTS = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
    "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="Bảng" sheetId="1" r:id="r1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": "<Relationships xmlns="
    '"http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
    'Target="worksheets/sheet1.xml"/></Relationships>',
}
_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'


def _inline(*rows: list[str], prolog: str = "") -> bytes:
    """A workbook with its texts inside the cells, as some programs write them."""
    lines = "".join(
        f'<row r="{number}">'
        + "".join(
            f'<c r="{chr(64 + place)}{number}" t="inlineStr"><is><t>{text}</t></is></c>'
            for place, text in enumerate(row, start=1)
        )
        + "</row>"
        for number, row in enumerate(rows, start=1)
    )
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _PARTS.items():
            archive.writestr(name, text)
        archive.writestr("xl/worksheets/sheet1.xml", prolog + _SHEET.format(lines))
    return target.getvalue()


def test_inline_texts_are_read_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "inline.xlsx"
    path.write_bytes(
        _inline(["code", "1.1.a", "1.1.b", "1.2.c", "1.2.x"], ["A", "79", "100", "1.234,5", "có"])
    )
    called = call("score", set_file(tmp_path), path, "--json")
    assert [each["points"] for each in called.json["organisations"][0]["criteria"]] == [19.75, 10, 0]
    path.write_bytes(_inline(["code", "1.1.a"], ["A", "nhiều"]))
    (problem,) = call("score", set_file(tmp_path), path, "--json").problems
    assert (problem["sheet"], problem["cell"], problem["value"]) == ("Bảng", "B2", "nhiều")


# --- files that are no tables ---------------------------------------------------------------


def _bomb() -> bytes:
    target = BytesIO(_inline(["code"]))
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/image1.bin", b"\0" * 250_000_000)
    return target.getvalue()


def _encrypted() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le")


def _of_openpyxl() -> bytes:
    target = BytesIO()
    Workbook().save(target)
    return target.getvalue()


ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaa">]>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file.empty"),
        (b"  \n ", "file.empty"),
        (_encrypted(), "file.encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "file.old_excel"),
        (_of_openpyxl()[:2000], "file.broken"),
        (_of_openpyxl(), "answers.no_table"),
        (_inline(["code"], prolog=ENTITY), "file.entities"),
        (b"%PDF-1.7\n\0\x01\x02", "file.not_text"),
        (b"\x89PNG\r\n\x1a\n\0\0", "file.not_text"),
        (b"{", "json.unreadable"),
        (b"[[[[", "json.unreadable"),
        (b"[" * 100_000, "json.too_deep"),
        (b'{"organisations": [{"code": "A", "code": "B"}]}', "json.repeated_name"),
        (b'code;"1.1.a\n', "csv.unreadable"),
        ("chỉ là chữ".encode(), "answers.no_table"),
    ],
)
def test_a_file_that_is_no_table_is_refused_in_words(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "tep.xlsx"
    path.write_bytes(data)
    called = call("score", set_file(tmp_path), path, "--json")
    assert called.code == 1
    assert [each["code"] for each in called.problems] == [code]
    shown = call("score", tmp_path / "nho.yaml", path)
    assert TRACE not in shown.err
    assert "tep.xlsx" in shown.err


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bom.xlsx"
    path.write_bytes(_bomb())
    assert path.stat().st_size < 1_000_000
    called = call("score", set_file(tmp_path), path, "--json")
    assert [each["code"] for each in called.problems] == ["file.unpacks_too_large"]


def test_an_archive_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "tep.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("../../etc/passwd", "x")
    called = call("score", set_file(tmp_path), path, "--json")
    assert [each["code"] for each in called.problems] == ["file.no_workbook"]


def test_a_device_that_never_ends_is_not_read(tmp_path: Path) -> None:
    called = call("score", set_file(tmp_path), "/dev/zero", "--json")
    assert [each["code"] for each in called.problems] == ["file.unreadable"]


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    called = call("score", set_file(tmp_path), tmp_path)
    assert called.code == 2
    assert "đó là thư mục" in " ".join(called.err.split())


def test_a_form_that_may_be_filled_in_is_not_overwritten(tmp_path: Path) -> None:
    form = tmp_path / "mau.xlsx"
    form.write_bytes(b"filled in")
    called = call("template", set_file(tmp_path), "-o", form)
    assert (called.code, form.read_bytes()) == (2, b"filled in")
    assert "không ghi đè" in " ".join(called.err.split())


def test_a_form_is_not_written_under_the_name_of_another_kind(tmp_path: Path) -> None:
    assert call("template", set_file(tmp_path), "-o", tmp_path / "mau.csv").code == 2
    assert not (tmp_path / "mau.csv").exists()


def test_an_english_form_speaks_english_and_is_read_like_any_other(tmp_path: Path) -> None:
    path = set_file(tmp_path)
    call("template", path, "-o", tmp_path / "form.xlsx", "--lang", "en")
    book = load_workbook(tmp_path / "form.xlsx")
    assert book.sheetnames == ["Figures", "Guide", "Organisations", "Lists"]
    ours = "\n".join(str(cell.value or "") for sheet in book for line in sheet.iter_rows() for cell in line)
    printed = path.read_text(encoding="utf-8")
    for word in (
        "Chỉ nhập",
        "Cách điền",
        "Số nguyên",
        "Có hoặc",
        "Không",
        "từ 0",
        "phải bảo đảm",
        "Mã đơn vị",
    ):
        assert word not in printed
        assert word not in ours
    for cell, value in (("I8", 79), ("I9", 100), ("I10", 1234.5), ("I11", "Yes"), ("I12", 3)):
        book["Figures"][cell] = value
    book["Organisations"]["C2"] = "Núi"
    book.save(tmp_path / "filled.xlsx")
    (scored,) = call("score", path, tmp_path / "filled.xlsx", "--json").json["organisations"]
    assert scored["peer_group"] == "Núi"
    assert [each["status"] for each in scored["criteria"][:2]] == ["scored", "scored"]


def test_hidden_lines_are_read_and_named(folder: Path) -> None:
    def hide(book: Any) -> None:
        for line in (9, 12):
            book.row_dimensions[line].hidden = True

    called = _fill(folder, {}, hide)
    assert called.code == 0
    told = [each["message"] for each in called.json["warnings"] if each["code"] == "answers.hidden_lines"]
    assert [text.split(".")[0] for text in told] == ["Các dòng đang bị ẩn vẫn được đọc và tính: 9, 12"]
    assert "bị ẩn" not in str(_fill(folder, {}).json["warnings"])

"""A file that is broken, foreign or made to do harm is refused in words, in bounded memory."""

from __future__ import annotations

import re
import resource
import struct
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from chamdiem.core.sentences import problem_text
from chamdiem.errors import InvalidAnswers, NotFound
from chamdiem.office import excel_reading
from chamdiem.office.answer_reading import MOST_BYTES, read_answers
from chamdiem.office.excel_reading import MOST_LINES, MOST_UNPACKED, OLE_MAGIC
from chamdiem.office.form_layout import FIGURES_SHEET
from tests.office.archives import SHEET, archive, changed, members, with_cells
from tests.office.forms import FIRST_STORED, answers_of, every_kind, filled_form, found, read, saved, table

# What these files are made for takes hours or all memory.
MOST_MEGABYTES = 500


@pytest.fixture(autouse=True)
def _bounded() -> Iterator[None]:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    yield
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
    assert grown < MOST_MEGABYTES


@pytest.fixture(scope="module")
def workbook() -> bytes:
    """A form that is all right."""
    return saved(filled_form())


def _code(data: bytes, file: str = "so-lieu.xlsx") -> str:
    ((code, _),) = found(data, file)
    return code


def test_no_file_an_empty_one_and_a_blank_one_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(NotFound) as missing:
        read_answers(tmp_path / "khong-co.xlsx", every_kind())
    assert missing.value.code == "file.not_found"
    for content in (b"", b" \r\n\t\n"):
        path = tmp_path / "trong.csv"
        path.write_bytes(content)
        with pytest.raises(InvalidAnswers) as refused:
            read_answers(path, every_kind())
        assert [each.code for each in refused.value.problems] == ["file.empty"]


def test_a_huge_file_is_not_even_opened(tmp_path: Path) -> None:
    path = tmp_path / "lon.csv"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(InvalidAnswers) as refused:
        read_answers(path, every_kind())
    (problem,) = refused.value.problems
    assert problem.code == "file.too_large"
    assert "lon.csv" in problem.place.file


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (OLE_MAGIC + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "file.encrypted"),
        (OLE_MAGIC + bytes(600) + "Workbook".encode("utf-16-le"), "file.old_excel"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "file.not_text"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01", "file.not_text"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n", "file.not_text"),
        (b"<html><table><tr><td>code</td></tr></table></html>", "file.not_text"),
        (b"\x00\x01\x02\x03", "file.not_text"),
        (b"PK\x03\x04", "file.broken"),
        (b"PK\x03\x04" + bytes(1000), "file.broken"),
        ("code;1.1.a\nX01;1\n".encode("utf-16")[:-1], "file.not_text"),
    ],
)
def test_a_file_of_another_kind_is_refused_under_any_name(data: bytes, code: str) -> None:
    for file in ("so-lieu.xlsx", "so-lieu.csv", ""):
        assert _code(data, file) == code


@pytest.mark.parametrize("file", ["rand.xlsx", "RAND.XLSM", "cu.xls"])
def test_what_is_only_called_a_workbook_gets_no_advice_on_letters(file: str) -> None:
    data = "Mã đơn vị;1.1.a\n".encode("cp1258", "replace") + bytes(range(0xC0, 0xFF))
    assert _code(data, file) == "file.not_excel"
    assert _code(data, "rand.csv") == "csv.not_utf8"


def test_the_first_byte_of_a_workbook_is_a_broken_workbook() -> None:
    assert _code(b"P", "so-lieu.xlsx") == "file.broken"
    assert _code(b"P", "so-lieu.csv") != "file.broken"


def test_a_word_document_and_a_bare_archive_are_no_workbooks() -> None:
    assert (
        _code(archive({"word/document.xml": b"<w/>", "[Content_Types].xml": b"<T/>"})) == "file.no_workbook"
    )
    assert _code(archive({"anh.png": b"\x89PNG"})) == "file.no_workbook"
    assert _code(archive({})) in ("file.no_workbook", "file.not_text")


def test_a_workbook_with_a_password_on_its_parts_is_encrypted(workbook: bytes) -> None:
    data = bytearray(workbook)
    at = data.index(b"PK\x01\x02")
    struct.pack_into("<H", data, at + 8, struct.unpack_from("<H", data, at + 8)[0] | 1)
    assert _code(bytes(data)) == "file.encrypted"


def test_a_workbook_cut_off_anywhere_is_broken(workbook: bytes) -> None:
    for length in range(4, len(workbook), 211):
        assert _code(workbook[:length]) == "file.broken"


@pytest.mark.parametrize("path", ["xl/workbook.xml", "xl/styles.xml", SHEET, "xl/_rels/workbook.xml.rels"])
def test_a_workbook_that_lacks_a_part_or_has_rubbish_for_it_is_refused(workbook: bytes, path: str) -> None:
    parts = members(workbook)
    for rubbish in (b"", b"rubbish", b"<a>", b"<a/>", parts[path][: len(parts[path]) // 2]):
        found(archive({**parts, path: rubbish}))
    del parts[path]
    assert found(archive(parts)) or path == "xl/styles.xml"


def test_a_bomb_of_declared_size_is_not_unpacked(workbook: bytes) -> None:
    bomb = bytes(MOST_UNPACKED + 1)
    data = archive({**members(workbook), "xl/media/image1.xml": bomb})
    assert len(data) < 1_000_000
    del bomb
    assert _code(data) == "file.unpacks_too_large"


def test_a_bomb_that_lies_about_its_size_is_broken(workbook: bytes) -> None:
    data = bytearray(archive({**members(workbook), "xl/bomb.xml": b" " * 50_000_000}))
    name = data.rindex(b"xl/bomb.xml")
    # The size in the central directory, which is what a reader believes.
    struct.pack_into("<I", data, name - 46 + 24, 10)
    assert _code(bytes(data)) == "file.broken"


def test_an_archive_of_countless_parts_is_refused(workbook: bytes) -> None:
    parts = {f"xl/{number}.xml": b"" for number in range(excel_reading.MOST_PARTS)}
    assert _code(archive({**members(workbook), **parts})) == "file.unpacks_too_large"


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha">' + b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
)


@pytest.mark.parametrize("path", [SHEET, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"])
@pytest.mark.parametrize(
    "prolog",
    [
        LAUGHS + b"]>",
        b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE x SYSTEM "http://example.gov.vn/x.dtd">',
        b'<!doctype x [<!ENTITY a "ha">]>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_wherever_they_stand(
    workbook: bytes, path: str, prolog: bytes, encoding: str
) -> None:
    def declared(xml: bytes) -> bytes:
        body = xml.decode().partition("?>")[2] if xml.startswith(b"<?xml") else xml.decode()
        return (f'<?xml version="1.0" encoding="{encoding}"?>' + prolog.decode() + body).encode(encoding)

    assert _code(changed(workbook, path, declared)) in ("file.entities", "file.broken")


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "C:\\x.xml", "xl\\..\\..\\x.xml", "con"])
def test_path_names_in_an_archive_touch_nothing(
    workbook: bytes, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    data = archive({**members(workbook), name: b"owned"})
    assert answers_of(read(data)) == FIRST_STORED
    assert not list(tmp_path.iterdir())


def test_a_relation_that_points_outside_is_not_followed(workbook: bytes) -> None:
    def outside(xml: bytes) -> bytes:
        return xml.replace(b"/xl/worksheets/sheet1.xml", b"file:///etc/passwd")

    # What is left has no sheet of figures.
    assert _code(changed(workbook, "xl/_rels/workbook.xml.rels", outside)) == "answers.no_table"


SPARSE = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'


def test_one_value_in_the_last_cell_of_a_sheet_does_not_fill_the_memory() -> None:
    assert _code(with_cells(table(["code"]), SPARSE)) == "file.too_many_lines"


def test_one_wide_line_is_read_and_a_sheet_of_wide_lines_is_refused() -> None:
    wide = b'<row r="%d"><c r="XFD%d"><v>1</v></c></row>'
    assert _code(with_cells(table(["code"]), wide % (1, 1))) == "answers.no_table"
    lines = b"".join(wide % (number, number) for number in range(1, 40_000))
    assert _code(with_cells(table(["code"]), lines)) == "file.too_many_lines"


def test_what_a_sheet_says_about_its_size_is_not_believed(workbook: bytes) -> None:
    def boasting(xml: bytes) -> bytes:
        return re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', xml)

    assert answers_of(read(changed(workbook, SHEET, boasting))) == FIRST_STORED


@pytest.mark.parametrize("reference", [b"A0", b"A99999999999", b"ZZZZ1", b"1A", b"", b"\xc3\xa1", b"A-1"])
def test_an_impossible_address_of_a_cell_is_refused(reference: bytes) -> None:
    cells = b'<row r="1"><c r="%s"><v>1</v></c></row>' % reference
    assert found(with_cells(table(["code"]), cells))


@pytest.mark.parametrize(
    "cell",
    [
        b'<c r="A1" t="s"><v>99999</v></c>',
        b'<c r="A1" t="s"><v>-1</v></c>',
        b'<c r="A1" t="n"><v>nan</v></c>',
        b'<c r="A1" t="n"><v>inf</v></c>',
        b'<c r="A1" t="n"><v>1e999</v></c>',
        b'<c r="A1" t="b"><v>7</v></c>',
        b'<c r="A1" t="d"><v>2023-13-45</v></c>',
        b'<c r="A1" t="zzz"><v>1</v></c>',
        b'<c r="A1" s="9999"><v>1</v></c>',
        b'<c r="A1" t="n"><v>%s</v></c>' % (b"9" * 100_000),
        b'<c r="A1" t="inlineStr"><is/></c>',
        b'<c r="A1"><f t="shared" si="77"/></c>',
        b'<c r="A1"><f t="array" ref="rubbish">1</f></c>',
    ],
)
def test_a_cell_that_makes_no_sense_is_refused(cell: bytes) -> None:
    assert found(with_cells(table(["code"]), b'<row r="1">%s</row>' % cell))


def test_more_lines_than_a_table_may_have_are_refused_and_not_cut_off() -> None:
    text = "code;1.1.a\n" + "".join(f"X{number};1\n" for number in range(MOST_LINES))
    assert _code(text.encode(), "so-lieu.csv") == "file.too_many_lines"
    assert len(read(text.rsplit("\n", 2)[0].encode(), file="so-lieu.csv").participants) == MOST_LINES - 1


def test_a_broken_file_is_said_to_be_broken_without_words_of_the_machine(workbook: bytes) -> None:
    with pytest.raises(InvalidAnswers) as refused:
        read(workbook[:2000])
    (problem,) = refused.value.problems
    assert "Tệp Excel bị hỏng" in problem_text(problem, "vi")
    assert zipfile.is_zipfile(BytesIO(workbook))


@pytest.mark.parametrize(
    "content",
    [
        b'<row r="1">' + b"<c/>" * 15_000_000 + b"</row>",
        b'<row r="1">' + b"<c/>" * 500_000 + b"</row>",
        b"<row/>" * 30_000_000,
        b"".join(b"<row>%s</row>" % (b"<c><v>1</v></c>" * 200) for _ in range(20_000)),
    ],
    ids=["one endless line", "one line of more cells than Excel has", "endless lines", "endless cells"],
)
def test_a_small_file_of_countless_tags_is_refused_before_it_is_unpacked(content: bytes) -> None:
    data = with_cells(table(["code"]), content)
    assert len(data) < 1_000_000
    assert _code(data) == "file.too_many_lines"


@pytest.mark.parametrize("path", ["xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"])
def test_countless_tags_are_refused_in_every_part(workbook: bytes, path: str) -> None:
    assert _code(archive({**members(workbook), path: b"<a/>" * 13_000_000})) == "file.too_many_lines"


def test_a_sheet_in_another_unicode_hides_nothing(workbook: bytes) -> None:
    def wide(xml: bytes) -> bytes:
        return xml.decode().encode("utf-16")

    book = filled_form()
    book[FIGURES_SHEET].merge_cells("I11:I12")
    assert found(changed(saved(book), SHEET, wide)) == [("answer.merged", "I11")]
    assert answers_of(read(changed(workbook, SHEET, wide))) == FIRST_STORED

"""Bad files: one clear sentence, bounded time and memory, never a trace."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import typst
from docx import Document as WordDocument
from hypothesis import example, given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from chamdiem.annex import report_data, write_page
from chamdiem.annex.importing import import_annex
from chamdiem.annex.isolating import import_apart
from chamdiem.annex.opening import open_document
from chamdiem.core.sentences.problems import problem_text
from chamdiem.errors import InvalidAnnex
from tests.patience import cases

FILES = Path(__file__).parent / "corpus" / "files"
REAL = (
    "so-nganh-2024.docx",
    "cap-xa-2025.xlsx",
    "cap-huyen-2024.pdf",
    "don-vi-su-nghiep.html",
    "truong-hoc.md",
    "khong-bang.txt",
)
CONTENT = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def archive(**parts: str | bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return target.getvalue()


def word_with(body: str, before: str = "") -> bytes:
    xml = f'<?xml version="1.0"?>{before}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return archive(**{"[Content_Types].xml": CONTENT, "word/document.xml": xml})


def encrypted_pdf() -> bytes:
    writer = PdfWriter(clone_from=PdfReader(FILES / "cap-huyen-2024.pdf"))
    writer.encrypt("secret")
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def scanned_pdf() -> bytes:
    return typst.compile(
        b"#set page(width: 10cm, height: 10cm)\n#rect(width: 5cm, height: 5cm, fill: blue)\n#pagebreak()"
    )


def encrypted_office() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le")


def entity_bomb() -> bytes:
    entities = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    return word_with("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>", entities)


def zip_bomb() -> bytes:
    return archive(**{"word/document.xml": b"\0" * 160_000_000})


def lying_archive() -> bytes:
    """An archive that says it unpacks to less than it does."""
    data = bytearray(archive(**{"word/document.xml": b" " * 1_000_000}))
    central = data.rindex(b"PK\x01\x02")
    data[central + 24 : central + 28] = struct.pack("<I", 100)
    return bytes(data)


def many_rows() -> bytes:
    return ("STT\tTiêu chí\tĐiểm tối đa\n" + "1\tA\t10\n" * 4_000).encode()


HURTING = ("Điểm = " + "(" * 500, "Điểm = " + "a + " * 290 + "a", "1/" * 500, "Mỗi văn bản " * 90)

BAD: dict[str, tuple[Callable[[], bytes], str, str]] = {
    "empty": (lambda: b"", "a.docx", "file.empty"),
    "blank": (lambda: b" \r\n\t\n", "a.txt", "file.empty"),
    "zeros": (lambda: b"\0" * 1000, "a.pdf", "file.empty"),
    "picture": (lambda: b"\x89PNG\r\n\x1a\n" + b"x" * 100, "a.docx", "annex.other_kind"),
    "rich text": (lambda: b"{\\rtf1 x}", "a.doc", "annex.other_kind"),
    "program": (lambda: b"MZ\x90\0" + b"\x01\x02" * 200, "a.xlsx", "annex.other_kind"),
    "bytes": (lambda: bytes(range(256)) * 20, "a.txt", "annex.other_kind"),
    "old word": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.doc", "annex.old_office"),
    "encrypted office": (encrypted_office, "a.docx", "annex.encrypted"),
    "encrypted pdf": (encrypted_pdf, "a.pdf", "annex.encrypted"),
    "scan": (scanned_pdf, "a.pdf", "annex.scan"),
    "half a zip": (lambda: (FILES / "so-nganh-2024.docx").read_bytes()[:9000], "a.docx", "annex.broken"),
    "half a pdf": (lambda: (FILES / "cap-huyen-2024.pdf").read_bytes()[:4000], "a.pdf", "annex.broken"),
    "another zip": (lambda: archive(**{"a.txt": "x"}), "a.zip", "annex.other_kind"),
    "no body": (lambda: archive(**{"word/styles.xml": "<x/>"}), "a.docx", "annex.broken"),
    "no sheets": (lambda: archive(**{"xl/styles.xml": "<x/>"}), "a.xlsx", "annex.broken"),
    "no xml": (lambda: archive(**{"word/document.xml": "<w:document"}), "a.docx", "annex.broken"),
    "entities": (entity_bomb, "a.docx", "annex.entities"),
    "zip bomb": (zip_bomb, "a.docx", "annex.unpacks_too_large"),
    "too many lines": (lambda: b"1. K (1 d)\n" * 90_001, "a.txt", "annex.too_long"),
    "too many tags": (lambda: b"<html><table>" + b"<tr><td>1" * 300_000, "a.html", "annex.too_long"),
    "too many rows": (many_rows, "a.txt", "annex.too_many_rows"),
    "no points": ("Kính gửi: các phòng, ban. Họp lúc 8 giờ.".encode, "a.txt", "annex.no_rows"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_in_one_sentence(name: str) -> None:
    make, file, code = BAD[name]
    with pytest.raises(InvalidAnnex) as refused:
        import_annex(make(), file)
    (problem,) = refused.value.problems
    assert problem.code == code
    assert problem_text(problem, "vi") != problem_text(problem, "en")


def test_a_table_deeper_than_anybody_needs_is_no_trap() -> None:
    open_document(word_with("<w:sdt>" * 400 + "</w:sdt>" * 400), "a.docx")


def test_an_archive_that_lies_about_its_size_is_refused() -> None:
    with pytest.raises(InvalidAnnex):
        import_annex(lying_archive(), "a.docx")


def test_macros_are_told_of_and_the_table_is_read() -> None:
    source = zipfile.ZipFile(FILES / "so-nganh-2024.docx")
    parts = {name: source.read(name) for name in source.namelist()}
    annex, _ = import_annex(archive(**parts, **{"word/vbaProject.bin": b"macro"}), "a.docm")
    assert len(annex.rows) == 11
    assert "macro" in annex.warnings[0].facts["text"]


def test_a_file_that_says_it_has_macros_is_told_of_in_the_report_and_on_its_page() -> None:
    source = zipfile.ZipFile(FILES / "so-nganh-2024.docx")
    parts = {name: source.read(name) for name in source.namelist()}
    plain = b"wordprocessingml.document.main+xml"
    enabled = parts["[Content_Types].xml"].replace(plain, b"ms-word.document.macroEnabled.main+xml")
    annex, draft = import_annex(archive(**{**parts, "[Content_Types].xml": enabled}), "a.docm")
    told = [each["message"] for each in report_data(annex)["warnings"]]
    assert told == ["Tệp có macro; macro không được chạy và không được đọc."]
    assert told[0] in write_page(annex, draft)


def test_an_import_that_takes_too_long_is_killed() -> None:
    with pytest.raises(InvalidAnnex) as refused:
        import_apart((FILES / "cap-huyen-2024.pdf").read_bytes(), "a.pdf", seconds=0)
    assert refused.value.problems[0].code == "annex.takes_too_long"


def test_an_import_apart_says_the_same_as_one_here() -> None:
    data = (FILES / "khong-bang.txt").read_bytes()
    annex, draft = import_apart(data, "khong-bang.txt")
    here, draft_here = import_annex(data, "khong-bang.txt")
    assert draft.text == draft_here.text
    assert [row.name for row in annex.rows] == [row.name for row in here.rows]


def test_what_is_refused_here_is_refused_apart() -> None:
    with pytest.raises(InvalidAnnex) as refused:
        import_apart(b"", "a.docx")
    assert refused.value.problems[0].code == "file.empty"


@cases(60)
@given(
    st.sampled_from(REAL),
    st.lists(st.tuples(st.integers(0, 10**6), st.binary(min_size=0, max_size=6)), min_size=1, max_size=12),
    st.integers(0, 2 * 10**6),
)
def test_a_damaged_file_is_read_or_refused(file: str, damage: list[tuple[int, bytes]], end: int) -> None:
    data = bytearray((FILES / file).read_bytes())
    for place, junk in damage:
        at = place % len(data)
        data[at : at + len(junk)] = junk
    # Every other file is cut off somewhere.
    whole = bytes(data[: end % len(data)]) if end % 2 else bytes(data)
    assert sentences_of(whole, file) != [""]


def sentences_of(data: bytes, file: str) -> list[str]:
    """What is said of a file: why it is refused, or what its draft begins with."""
    try:
        _, draft = import_annex(data, file)
    except InvalidAnnex as error:
        return [problem_text(problem, "vi") for problem in error.problems] or [""]
    return [draft.text[:20]]


CELL = st.text(alphabet="abđiểmtốiđa0123456789.,%:;=*/+-<>≥()[] \n'IVXmỗicứtừdưới", max_size=40)
TABLE = st.lists(st.lists(CELL, min_size=1, max_size=6), min_size=1, max_size=12)


@cases(150)
@given(TABLE)
@example([["Đã có: Điểm tối đa", "10"]])
def test_any_table_below_a_header_is_read_or_refused(rows: list[list[str]]) -> None:
    lines = ["STT\tTiêu chí\tĐiểm tối đa\tCách tính điểm\tGhi chú"]
    lines += ["\t".join(cell.replace("\n", "<br>") for cell in row) for row in rows]
    assert sentences_of("\n".join(lines).encode(), "a.txt") != [""]


@pytest.mark.parametrize("method", HURTING)
def test_a_calculation_text_made_to_hurt_stays_with_people(method: str) -> None:
    text = f"STT\tTiêu chí\tĐiểm tối đa\tCách tính\n1\tA\t10\t{method}\n"
    annex, _ = import_annex(text.encode(), "a.txt")
    assert annex.rows[0].rule is not None
    assert annex.rows[0].rule.is_manual


def test_a_word_file_without_a_table_of_points_says_so() -> None:
    document = WordDocument()
    document.add_paragraph("Thông báo nghỉ lễ")
    target = io.BytesIO()
    document.save(target)
    with pytest.raises(InvalidAnnex) as refused:
        import_annex(target.getvalue(), "a.docx")
    assert refused.value.problems[0].code == "annex.no_rows"


def test_a_table_of_goods_is_no_annex() -> None:
    goods = "STT\tTên hàng\tSố lượng\tThành tiền\n" + "".join(
        f"{n}\tMáy tính loại {n}\t10\t120.000.000\n" for n in range(1, 7)
    )
    with pytest.raises(InvalidAnnex) as refused:
        import_annex(f"HỢP ĐỒNG MUA BÁN\n\n{goods}".encode(), "hop-dong.txt")
    assert [problem.code for problem in refused.value.problems] == ["annex.no_rows"]


def test_a_file_with_a_long_name_makes_a_draft_with_a_key_that_fits() -> None:
    annex = "STT\tTiêu chí\tĐiểm tối đa\tCách tính\n1\tCó quy chế\t5\tCó: 5 điểm; không: 0 điểm\n"
    name = "Quyết định ban hành bộ tiêu chí đánh giá chuyển đổi số 2026.txt"
    _, draft = import_annex(annex.encode(), name)
    assert draft.indicator_set.key == "quyet-dinh-ban-hanh-bo-tieu-chi-danh-gia"

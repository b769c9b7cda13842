"""Stamps of secrecy are found; ordinary words with the same letters are not."""

import io
import unicodedata
from pathlib import Path

import pytest
import typst

from chamdiem.errors import Refused
from chamdiem.evidence.inspection import Kind
from chamdiem.evidence.secrecy import (
    find_mark,
    find_mark_in_field,
    find_mark_in_file,
    find_mark_in_number,
    refuse_secrets,
)
from tests.evidence import files
from tests.evidence.authority import signed

ROOT = Path(__file__).parents[2]
ORDINARY = [
    *sorted((ROOT / "tests" / "library" / "sources").glob("*.txt")),
    *sorted((ROOT / "src" / "chamdiem" / "library" / "editions").glob("*.yaml")),
]
LETTER = """
#set text(font: "Libertinus Serif", lang: "vi")
#grid(columns: (1fr, 1fr), align: center,
  [ỦY BAN NHÂN DÂN TỈNH VÍ DỤ \\ #box(stroke: 1pt, inset: 3pt)[MARK]],
  [CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM])
Báo cáo về bảo mật thông tin và bí mật kinh doanh. Mật khẩu được đổi định kỳ.
"""


def mark_in(data: bytes, kind: Kind) -> str | None:
    return find_mark_in_file(io.BytesIO(data), kind)


def letter(mark: str) -> bytes:
    return typst.compile(LETTER.replace("MARK", mark).encode(), ignore_system_fonts=True)


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("MẬT", "Mật"),
        ("TỐI MẬT", "Tối mật"),
        ("TUYỆT MẬT", "Tuyệt mật"),
        ("  [ MẬT ]  ", "Mật"),
        ("M Ậ T", "Mật"),
        ("T Ố I   M Ậ T", "Tối mật"),
        ("MẬT - Bản số: 03", "Mật"),
        ("DẤU: M Ậ T", "Mật"),
        ("Đóng dấu: tối mật", "Tối mật"),
        ("ĐỘ MẬT: TUYỆT MẬT", "Tuyệt mật"),
        ("Độ mật: Mật", "Mật"),
        (unicodedata.normalize("NFD", "TỐI MẬT"), "Tối mật"),
        # As pypdf reads a page of LibreOffice on which a second font served the letters the first one lacks.
        ("TUY T M TỆ Ậ", "Tuyệt mật"),
        ("T I M TỐ Ậ", "Tối mật"),
        ("M TẬ", "Mật"),
    ],
)
def test_a_stamp_is_found(line: str, mark: str) -> None:
    assert find_mark(["ỦY BAN NHÂN DÂN", line, "Số: 12/BC-UBND"]) == mark


@pytest.mark.parametrize(
    "line",
    [
        "bảo mật",
        "BẢO MẬT",
        "mật khẩu",
        "MẬT KHẨU",
        "Bí mật kinh doanh",
        "BÍ MẬT NHÀ NƯỚC",
        "mật",
        "Mật",
        "MẬT ĐỘ DÂN SỐ",
        "trừ văn bản mật theo quy định",
        "Độ mật: Mật / Tối mật / Tuyệt mật",
        "MẤT",
        "MẶT",
    ],
)
def test_ordinary_words_are_no_stamp(line: str) -> None:
    assert find_mark(["Nội dung", line, "tiếp theo"]) is None


@pytest.mark.parametrize(
    "lines", [["AN TOÀN, BẢO", "MẬT", "THÔNG TIN"], ["QUẢN LÝ", "MẬT", "KHẨU"], ["VĂN BẢN BÍ", "MẬT"]]
)
def test_a_heading_broken_over_lines_is_no_stamp(lines: list[str]) -> None:
    assert find_mark(lines) is None


@pytest.mark.parametrize(
    ("lines", "level"),
    [
        (["T U Y Ệ T", "M Ậ T"], "Tuyệt mật"),
        (["TỐI", "MẬT"], "Tối mật"),
        (["TỐI", "TUYỆT MẬT"], "Tuyệt mật"),
        (["TUYỆT", "BẢO MẬT"], None),
    ],
)
def test_a_stamp_whose_words_stand_apart_is_told_as_grave_as_it_is(
    lines: list[str], level: str | None
) -> None:
    assert find_mark(lines) == level


def test_the_gravest_of_several_is_told() -> None:
    assert find_mark(["MẬT", "x", "TUYỆT MẬT", "y", "TỐI MẬT"]) == "Tuyệt mật"


@pytest.mark.parametrize("path", ORDINARY, ids=lambda path: path.name)
def test_the_documents_of_the_sets_bear_no_mark(path: Path) -> None:
    data = path.read_bytes()
    assert mark_in(data, Kind.TXT) is None
    lines = data.decode().upper().splitlines()
    assert find_mark(lines) is None


def test_there_are_ordinary_documents_that_speak_of_secrets() -> None:
    assert len(ORDINARY) >= 5
    assert any("mật" in path.read_text(encoding="utf-8") for path in ORDINARY)


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
def test_a_stamp_in_the_text_of_every_kind_is_found(mark: str) -> None:
    level = mark.capitalize()
    assert mark_in(letter(mark), Kind.PDF) == level
    assert mark_in(files.docx("Báo cáo", mark, "Nội dung"), Kind.DOCX) == level
    assert mark_in(files.xlsx("Số liệu", mark), Kind.XLSX) == level
    assert mark_in(f"Báo cáo\r\n{mark}\r\nNội dung".encode(), Kind.TXT) == level
    assert mark_in(f"a,b\n1,{mark}\n".encode(), Kind.CSV) == level
    old = files.old_office("WordDocument") + f"\rBáo cáo\r{mark}\rNội dung\r".encode("utf-16-le")
    assert mark_in(old, Kind.DOC) == level


def test_a_stamp_in_the_header_of_word_and_excel_is_found() -> None:
    header = files.BODY.format(paragraphs="<w:p><w:r><w:t>TỐI </w:t></w:r><w:r><w:t>MẬT</w:t></w:r></w:p>")
    assert mark_in(files.docx("Báo cáo", **{"word__header1.xml": header}), Kind.DOCX) == "Tối mật"
    text = '&amp;C&amp;"Arial,Bold"&amp;14MẬT'
    sheet = f"<worksheet><headerFooter><oddHeader>{text}</oddHeader></headerFooter></worksheet>"
    assert mark_in(files.package({"xl/worksheets/sheet1.xml": sheet}), Kind.XLSX) == "Mật"


def test_ordinary_documents_bear_no_mark() -> None:
    assert mark_in(letter("Số: 12/BC"), Kind.PDF) is None
    assert mark_in(signed(), Kind.PDF) is None
    assert mark_in(files.docx("Bảo mật", "Mật khẩu"), Kind.DOCX) is None


@pytest.mark.parametrize(
    ("number", "mark"),
    [
        ("12/BC-UBND(M)", "Mật"),
        ("12/BC-UBND (TM)", "Tối mật"),
        ("7/KH-CA(TuM)", "Tuyệt mật"),
        ("12/BC-UBND (Mật)", "Mật"),
        ("12/BC-UBND", None),
        ("15/QĐ-TM", None),
        ("3/TB-BM", None),
    ],
)
def test_marks_in_numbers(number: str, mark: str) -> None:
    assert find_mark_in_number(number) == mark


@pytest.mark.parametrize(
    ("value", "mark"),
    [
        ("Báo cáo công tác cơ yếu (Tối mật)", "Tối mật"),
        ("MẬT", "Mật"),
        ("Báo cáo TUYỆT MẬT 2026", "Tuyệt mật"),
        ("Bao_cao_MẬT_2026", "Mật"),
        ("Độ mật: Mật. Báo cáo", "Mật"),
        ("QUY ĐỊNH VỀ TÀI LIỆU TUYỆT MẬT", "Tuyệt mật"),
        ("Mật", "Mật"),
        ("mật", "Mật"),
        ("Mật (2)", "Mật"),
        ("Tối mật", "Tối mật"),
        ("tối_mật", "Tối mật"),
        ("Tuyệt mật 1", "Tuyệt mật"),
        ("Công văn Tối mật", "Tối mật"),
        ("QĐ-123-MẬT-2026", "Mật"),
        ("QĐ_123_MẬT", "Mật"),
        ("Công văn MẬT 12", "Mật"),
        ("BÁO CÁO MẬT", "Mật"),
        (unicodedata.normalize("NFD", "Mật"), "Mật"),
        ("Quy định về BẢO MẬT và MẬT KHẨU", None),
        ("Quy định về tài liệu tuyệt mật", "Tuyệt mật"),
        ("Quy định về tài liệu mật", None),
        ("Bảo vệ bí mật kinh doanh", None),
        ("BÍ MẬT KINH DOANH", None),
        ("Bao-cao-BẢO-MẬT-2026", None),
        ("Mật độ dân số", None),
        ("MẬT ĐỘ DÂN SỐ", None),
        ("Mật khẩu", None),
        ("MẬT_KHẨU_MẠNH", None),
        ("BÁO CÁO BẢO MẬT", None),
        ("Quy chế bảo mật", None),
        ("Danh mục bí mật nhà nước (đã công khai)", None),
    ],
)
def test_marks_in_what_people_type(value: str, mark: str) -> None:
    assert find_mark_in_field(value) == mark


def test_a_mark_is_refused_and_named() -> None:
    with pytest.raises(Refused) as refused:
        refuse_secrets("Tối mật")
    assert (refused.value.code, refused.value.facts) == ("evidence.secret", {"mark": "Tối mật"})
    refuse_secrets(None)


@pytest.mark.parametrize("kind", list(Kind))
def test_damaged_files_bear_no_mark_and_raise_nothing(kind: Kind) -> None:
    assert mark_in(b"%PDF-1.7\nPK\x03\x04" + bytes(200), kind) is None


@pytest.mark.parametrize("piece", ["<", "<oddHeader>", "\u2003", "<w:br ", "MẬT ", "("])
def test_hostile_text_is_read_in_one_pass(piece: str) -> None:
    """Work that grows with the square of the length would not end."""
    xml = piece * (1_500_000 // len(piece))
    assert mark_in(files.package({"word/document.xml": xml}), Kind.DOCX) is None
    assert mark_in(xml.encode(), Kind.TXT) is None

"""What files are, what they carry, and which may not come in."""

import io
import shutil
import struct
import subprocess
import zipfile
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chamdiem.errors import Refused
from chamdiem.evidence.inspection import Flag, Inspection, Kind, Limits, inspect_file
from chamdiem.evidence.inspection.kinds import EXTENSIONS, LARGEST_BYTES, MEDIA_TYPES
from chamdiem.evidence.inspection.pdf import find_pdf_flags
from chamdiem.web.refusals import refusal_sentence
from chamdiem.web.refusals.evidence import SENTENCES
from tests.evidence import files
from tests.evidence.authority import signed, unsigned

SOFFICE = shutil.which("soffice")
RELATION = (
    '<?xml version="1.0"?><Relationships><Relationship Id="a" Type="http://x/relationships/{kind}" '
    'Target="http://example.invalid/" TargetMode="External"/></Relationships>'
)
SAMPLES = {
    Kind.PDF: files.pdf(),
    Kind.JPEG: files.picture("JPEG"),
    Kind.PNG: files.picture("PNG"),
    Kind.TIFF: files.picture("TIFF"),
    Kind.DOCX: files.docx("Báo cáo"),
    Kind.XLSX: files.xlsx("Số hộ"),
    Kind.PPTX: files.package(
        {
            "[Content_Types].xml": files.CONTENT_TYPES.format(
                part="ppt/presentation.xml", kind="presentationml.presentation"
            )
        }
    ),
    Kind.DOC: files.old_office("WordDocument"),
    Kind.XLS: files.old_office("Workbook"),
    Kind.ODT: files.open_document("text"),
    Kind.ODS: files.open_document("spreadsheet"),
    Kind.CSV: "Mã,Tên\n1,Sở Y tế\n".encode(),
    Kind.TXT: "Biên bản làm việc".encode("utf-16"),
    Kind.MP3: files.MP3,
    Kind.MP4: files.MP4,
}


def inspect(data: bytes, name: str = "a.pdf", **options: Any) -> Inspection:
    return inspect_file(io.BytesIO(data), name=name, **options)


def refusal_of(data: bytes, name: str = "a.pdf", **options: Any) -> str:
    with pytest.raises(Refused) as refused:
        inspect(data, name, **options)
    assert refused.value.code in SENTENCES
    for sentence in SENTENCES[refused.value.code]:
        sentence.format(**refused.value.facts)
    return refused.value.code


@pytest.mark.parametrize("kind", list(Kind))
def test_every_accepted_kind_is_told_by_its_content(kind: Kind) -> None:
    for extension in EXTENSIONS[kind]:
        found = inspect(SAMPLES[kind], f"Minh chứng.{extension.upper()}")
        assert (found.kind, found.size_bytes) == (kind, len(SAMPLES[kind]))
        assert found.media_type == MEDIA_TYPES[kind]


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in (Kind.CSV, Kind.TXT)])
def test_an_extension_that_contradicts_the_content_is_refused(kind: Kind) -> None:
    wrong = "png" if kind != Kind.PNG else "pdf"
    assert refusal_of(SAMPLES[kind], f"a.{wrong}") == "evidence.extension_contradicts"


@pytest.mark.parametrize(
    "data",
    [
        b"MZ\x90\x00" + bytes(100),
        b"\x7fELF" + bytes(100),
        files.package({"a.txt": "a"}),
        b"Rar!\x1a\x07\x00" + bytes(50),
        b"<html><script>alert(1)</script></html>",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        bytes(range(256)),
    ],
)
@pytest.mark.parametrize("extension", ["pdf", "txt", "docx"])
def test_programs_archives_and_pages_are_refused(data: bytes, extension: str) -> None:
    is_unknown = data == bytes(range(256))
    code = "evidence.name_misleads" if is_unknown else "evidence.type_not_allowed"
    assert refusal_of(data, f"a.{extension}") == code


def test_an_archive_is_refused_as_what_it_is() -> None:
    with pytest.raises(Refused) as refused:
        inspect(files.package({"so-lieu.txt": "1"}), "so-lieu.zip")
    assert refused.value.facts["found"] == "zip"


def test_an_empty_file_is_refused() -> None:
    assert refusal_of(b"") == "evidence.empty"


def test_a_file_above_the_limit_of_its_kind_is_refused_and_one_at_it_is_not() -> None:
    size = len(SAMPLES[Kind.PNG])
    small = Limits(largest_bytes={**LARGEST_BYTES, Kind.PNG: size})
    smaller = Limits(largest_bytes={**LARGEST_BYTES, Kind.PNG: size - 1})
    assert inspect(SAMPLES[Kind.PNG], "a.png", limits=small).size_bytes == size
    assert refusal_of(SAMPLES[Kind.PNG], "a.png", limits=smaller) == "evidence.too_large"


def test_the_largest_file_is_what_the_installation_says_and_pictures_stay_smaller() -> None:
    larger, smaller = Limits.with_largest(100_000_000), Limits.with_largest(1_000_000)
    assert (larger.largest_bytes[Kind.PDF], larger.largest_bytes[Kind.PNG]) == (100_000_000, 25_000_000)
    assert set(smaller.largest_bytes.values()) == {1_000_000}


def test_the_stream_is_left_at_its_beginning_also_after_a_refusal() -> None:
    stream = io.BytesIO(SAMPLES[Kind.PNG])
    inspect_file(stream, name="a.png")
    assert stream.tell() == 0
    with pytest.raises(Refused):
        inspect_file(stream, name="a.pdf")
    assert stream.tell() == 0


def test_pages_of_pdf_and_of_scans_are_counted() -> None:
    assert inspect(unsigned()).pages == 1
    assert inspect(signed()) == Inspection(kind=Kind.PDF, size_bytes=len(signed()), pages=1)
    assert inspect(files.picture("TIFF", frames=3), "quét.tif").pages == 3


@pytest.mark.parametrize(
    ("content", "flag"),
    [
        (b"<< /S /JavaScript /JS (app.alert) >>", Flag.PDF_JAVASCRIPT),
        (b"<< /S /J#61vaScript >>", Flag.PDF_JAVASCRIPT),
        (b"<< /S /Launch /F (cmd.exe) >>", Flag.PDF_LAUNCH),
        (b"<< /Type /EmbeddedFile /Length 0 >>", Flag.PDF_EMBEDDED_FILE),
        (b"<< /OpenAction 9 0 R >>", Flag.PDF_OPEN_ACTION),
        (b"<< /OpenAction << /S /URI /URI (http://a.example) >> >>", Flag.PDF_OPEN_ACTION),
        (b"<< /OpenAction << /S /GoTo /D [3 0 R /Fit] /Next 9 0 R >> >>", Flag.PDF_OPEN_ACTION),
        (b"<< /OpenAction << /S /GoToR /F (a.pdf) /D [0 /Fit] >> >>", Flag.PDF_OPEN_ACTION),
        (b"<< /OpenAction << /S /GoTo /D [3 0 R /Fit] >> /Open#41ction 9 0 R >>", Flag.PDF_OPEN_ACTION),
        (b"<< /S /SubmitForm /F (http://a.example) >>", Flag.PDF_SENDS_DATA),
        (b"<< /Type /Annot /Subtype /RichMedia >>", Flag.PDF_EMBEDDED_FILE),
        (b"<< /XFA 9 0 R >>", Flag.PDF_FORM_SCRIPT),
        (b"<< /Encrypt 9 0 R >>", Flag.ENCRYPTED),
    ],
)
def test_active_content_of_pdf_is_flagged(content: bytes, flag: Flag) -> None:
    assert flag in inspect(files.pdf(content)).flags
    packed = zlib.compress(b"9 0 " + content)
    head = b"<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed)
    assert flag in inspect(files.pdf(head + packed + b"\nendstream")).flags


@pytest.mark.parametrize(
    "opening",
    [
        b"/OpenAction [3 0 R /XYZ null null 0]",
        b"/OpenAction<</S/GoTo/D[3 0 R/Fit]>>",
        b"/OpenAction 5 0 R",
        b"/OpenAction 6 0 R",
    ],
)
def test_to_open_at_a_page_is_no_active_content(opening: bytes) -> None:
    places = (b"<< " + opening + b" >>", b"<< /S /GoTo /D [3 0 R /Fit] >>", b"[3 0 R /Fit]")
    assert inspect(files.pdf(*places)).flags == ()


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_a_pdf_of_a_word_processor_is_no_active_content(tmp_path: Path) -> None:
    (tmp_path / "bao-cao.txt").write_text("Báo cáo chuyển đổi số năm 2026", encoding="utf-8")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "pdf", "bao-cao.txt"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)  # noqa: S603  our own document
    data = (tmp_path / "bao-cao.pdf").read_bytes()
    assert b"/OpenAction" in data
    assert inspect(data).flags == ()
    with_script = data.replace(b"/OpenAction[", b"/OpenAction<</S/JavaScript/JS(app.alert)>>/A[")
    assert Flag.PDF_JAVASCRIPT in inspect(with_script).flags
    assert Flag.PDF_OPEN_ACTION in inspect(with_script).flags


@pytest.mark.parametrize("piece", [b"/OpenAction 9 0 R ", b"/OpenAction<<", b"9 0 obj "])
def test_a_hostile_opening_is_looked_through_in_bounds(piece: bytes) -> None:
    """Work that grows with the square of the length would not end."""
    flags = find_pdf_flags(b"%PDF-1.7\n/OpenAction 9 0 R " + piece * (2_000_000 // len(piece)))
    assert flags == (Flag.PDF_OPEN_ACTION,)


@pytest.mark.parametrize("piece", [b"stream\n", b"obj stream\n", b"<< /Type /ObjStm >> stream ", b"/#"])
def test_a_hostile_pdf_is_looked_through_in_one_pass(piece: bytes) -> None:
    """Work that grows with the square of the length would not end."""
    assert find_pdf_flags(b"%PDF-1.7\n" + piece * (5_000_000 // len(piece))) == ()


def test_words_in_the_text_of_a_pdf_are_no_active_content() -> None:
    stream = b"<< /Length 30 >>\nstream\n(/JavaScript /Launch) Tj\nendstream"
    assert inspect(files.pdf(stream)).flags == ()


@pytest.mark.parametrize(
    ("part", "content", "flag"),
    [
        ("word__vbaProject.bin", b"x", Flag.OFFICE_MACROS),
        ("word__embeddings__oleObject1.bin", b"x", Flag.OFFICE_EMBEDDED_OBJECT),
        (
            "word___rels__document.xml.rels",
            RELATION.format(kind="attachedTemplate"),
            Flag.OFFICE_EXTERNAL_LINK,
        ),
    ],
)
def test_active_content_of_office_documents_is_flagged(part: str, content: bytes, flag: Flag) -> None:
    assert inspect(files.docx("a", **{part: content}), "a.docx").flags == (flag,)


def test_a_hyperlink_is_no_external_content() -> None:
    linked = files.docx("a", **{"word___rels__document.xml.rels": RELATION.format(kind="hyperlink")})
    assert inspect(linked, "a.docx").flags == ()


def test_a_chart_may_carry_its_workbook() -> None:
    data = files.docx("a", **{"word__embeddings__Microsoft_Excel_Sheet.xlsx": files.xlsx("1")})
    assert inspect(data, "a.docx").flags == (Flag.OFFICE_EMBEDDED_OBJECT,)


def test_old_and_encrypted_office_files_are_flagged() -> None:
    assert inspect(files.old_office("WordDocument", "Macros"), "a.doc").flags == (Flag.OFFICE_MACROS,)
    locked = inspect(files.old_office("EncryptedPackage", "EncryptionInfo"), "a.xlsx")
    assert (locked.kind, locked.flags) == (Kind.XLSX, (Flag.ENCRYPTED,))


@pytest.mark.parametrize(
    ("stream", "content", "flags"),
    [
        # The start of a FibBase: mark, version, language, and flags with or without fEncrypted.
        ("WordDocument", bytes.fromhex("eca5c1004d20090400 00f013"), (Flag.ENCRYPTED,)),
        ("WordDocument", bytes.fromhex("eca5c1004d20090400 00f012"), ()),
        # A workbook: BOF, then FilePass, or the next ordinary record.
        ("Workbook", bytes.fromhex("09081000" + "00" * 16 + "2f003600"), (Flag.ENCRYPTED,)),
        ("Workbook", bytes.fromhex("09081000" + "00" * 16 + "e1000200b004"), ()),
        ("Book", bytes.fromhex("09080800" + "00" * 8 + "2f000400"), (Flag.ENCRYPTED,)),
        # 2f 00 within a record is no record.
        ("Workbook", bytes.fromhex("09081000" + "2f00" * 8 + "e1000200b004"), ()),
        # Of another program.
        ("Workbook", b"", ()),
    ],
)
def test_an_old_file_with_a_password_is_flagged(stream: str, content: bytes, flags: tuple[Flag, ...]) -> None:
    name = "a.doc" if stream == "WordDocument" else "a.xls"
    assert inspect(files.old_document(stream, content), name).flags == flags


@pytest.mark.parametrize("name", ["a.heic", "a.jpg"])
def test_pictures_of_an_iphone_are_refused_with_a_way_to_turn_them(name: str) -> None:
    assert refusal_of(files.HEIC, name) == "evidence.heic"
    sentence = refusal_sentence(Refused("evidence.heic"))
    assert "JPEG" in sentence
    assert "Tương thích nhất" in sentence


def test_a_bomb_by_ratio_is_refused() -> None:
    data = files.docx("a", **{"word__media__a.bin": bytes(30_000_000)})
    assert refusal_of(data, "a.docx") == "evidence.archive_bomb"


@pytest.mark.parametrize(
    ("size", "words", "is_refused"),
    [
        (9_000_000, b"", False),
        (30_000_000, b"", True),
        # A blank page scanned in colour is as dense, but no larger.
        (30_000_000, b"/Subtype /Image", False),
        (450_000_000, b"/Subtype /Image", True),
    ],
)
def test_a_stream_of_a_pdf_may_not_unpack_to_too_much(size: int, words: bytes, *, is_refused: bool) -> None:
    packed = zlib.compress(bytes(size), 9)
    head = b"<< %s /Filter /FlateDecode /Length %d >>" % (words, len(packed))
    data = files.pdf(head + b" stream\n" + packed + b"\nendstream")
    if is_refused:
        assert refusal_of(data) == "evidence.archive_bomb"
    else:
        assert inspect(data).kind is Kind.PDF


def test_a_bomb_by_total_size_is_refused() -> None:
    data = files.docx("một", "hai")
    assert refusal_of(data, "a.docx", limits=Limits(max_unpacked_bytes=300)) == "evidence.archive_bomb"


def test_entries_that_share_bytes_are_refused() -> None:
    data = bytearray(files.docx("a", one="1" * 50, two="2" * 50))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        first = package.getinfo("one").header_offset
    directory = data.rindex(b"PK\x01\x02")
    data[directory + 42 : directory + 46] = struct.pack("<I", first)
    assert refusal_of(bytes(data), "a.docx") == "evidence.archive_bomb"


def test_too_many_entries_are_refused() -> None:
    assert refusal_of(files.docx("a"), "a.docx", limits=Limits(max_entries=1)) == (
        "evidence.archive_too_many_entries"
    )


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "a\\..\\b", "C:a", "word/../../x"])
def test_names_that_climb_out_are_refused(name: str) -> None:
    assert refusal_of(files.docx("a", **{name: b"x"}), "a.docx") == "evidence.archive_unsafe_names"


def test_an_archive_hidden_in_a_document_is_refused() -> None:
    inner = files.package({"a.exe": b"MZ"})
    assert refusal_of(files.docx("a", **{"word__media__a.png": inner}), "a.docx") == "evidence.archive_nested"
    deep = files.docx(
        "a", **{"word__embeddings__a.docx": files.docx("b", **{"word__embeddings__c.docx": inner})}
    )
    assert refusal_of(deep, "a.docx") == "evidence.archive_nested"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_that_declares_entities_is_refused(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    data = files.docx("a", **{"word__styles.xml": text.encode(encoding)})
    assert refusal_of(data, "a.docx") == "evidence.xml_entities"


def test_a_picture_of_too_many_pixels_is_refused() -> None:
    assert (
        refusal_of(files.picture("PNG"), "a.png", limits=Limits(max_pixels=1199))
        == "evidence.image_too_large"
    )
    assert inspect(files.picture("PNG"), "a.png", limits=Limits(max_pixels=1200)).pages == 1


def test_a_small_file_that_says_it_is_a_huge_picture_is_refused() -> None:
    data = bytearray(files.picture("PNG"))
    data[16:24] = struct.pack(">II", 60_000, 60_000)
    data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))
    assert refusal_of(bytes(data), "a.png") == "evidence.image_too_large"


def test_damaged_files_are_refused() -> None:
    assert refusal_of(files.docx("a")[:200], "a.docx") == "evidence.archive_broken"
    assert refusal_of(files.picture("JPEG")[:12], "a.jpg") == "evidence.file_broken"
    assert refusal_of(b"a" * 70_000 + b"\x00\x01", "a.txt") == "evidence.file_broken"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.95])
def test_a_picture_that_was_cut_off_is_refused(kind: str, share: float) -> None:
    data = files.photograph(kind)
    assert inspect(data, f"a.{kind.lower()}").pages == 1
    assert refusal_of(data[: int(len(data) * share)], f"a.{kind.lower()}") == "evidence.image_cut_off"


def test_what_only_its_name_calls_a_pdf_is_refused_by_its_name() -> None:
    assert refusal_of(b"\x01\x02\x03" * 50, "a.pdf") == "evidence.name_misleads"
    assert refusal_of(b"Ch\xc6\xb0a l\xc3\xa0 PDF", "a.pdf") == "evidence.name_misleads"
    with pytest.raises(Refused) as refused:
        inspect(b"\x01\x02\x03" * 50, "a.xyz")
    assert refused.value.facts == {"found": "xyz"}


# Pillow warns of damaged tags and reads on, as it should.
@pytest.mark.filterwarnings("ignore::UserWarning")
@given(
    st.sampled_from(list(Kind)), st.lists(st.tuples(st.integers(0, 5_000), st.binary(max_size=8)), max_size=6)
)
def test_mangled_files_are_told_or_refused(kind: Kind, edits: list[tuple[int, bytes]]) -> None:
    data = bytearray(SAMPLES[kind])
    for place, piece in edits:
        data[place % len(data) : place % len(data) + len(piece)] = piece
    for name in (f"a.{EXTENSIONS[kind][0]}", "a"):
        try:
            found = inspect(bytes(data), name)
        except Refused as refused:
            assert refused.code in SENTENCES  # noqa: PT017  # either outcome is right
        else:
            assert found.size_bytes == len(data)

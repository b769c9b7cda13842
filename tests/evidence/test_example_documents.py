"""Example documents look official, say that they are examples, and are quick to make."""

import io
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from chamdiem.evidence.example_documents import EXAMPLE_MARK, make_document, sign
from chamdiem.evidence.example_tampering import add_content, change_signed_bytes
from tests.evidence.authority import FACTS, SIGNED_AT, cast, signed, unsigned

ALPHABET = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵđ"


def text_of(data: bytes) -> list[str]:
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(data)).pages]


def test_a_document_has_the_parts_of_an_official_one() -> None:
    (text,) = text_of(unsigned())
    for part in (
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "SỞ KHOA HỌC VÀ CÔNG NGHỆ",
        "Số: 15/BC-SKHCN",
        "Ví Dụ, ngày 02 tháng 03 năm 2026",
        FACTS.subject,
        FACTS.paragraphs[1],
        "Nơi nhận:",
        "GIÁM ĐỐC",
        FACTS.signer_name,
    ):
        assert part in text


def test_every_page_says_that_it_is_an_example() -> None:
    pages = text_of(make_document(replace(FACTS, paragraphs=FACTS.paragraphs * 30)))
    assert len(pages) > 2
    assert all(page.count(EXAMPLE_MARK) == 2 for page in pages)


def test_every_vietnamese_letter_is_drawn() -> None:
    letters = " ".join(ALPHABET + ALPHABET.upper())
    (text,) = text_of(make_document(replace(FACTS, paragraphs=(letters,))))
    assert set(ALPHABET + ALPHABET.upper()) <= set(text)
    assert "\ufffd" not in text


def test_what_people_write_is_text_and_never_layout() -> None:
    hostile = '#panic() *a* $x$ ] " \\ <b>'
    (text,) = text_of(make_document(replace(FACTS, paragraphs=(hostile,))))
    assert hostile in text


def test_the_same_facts_give_the_same_document() -> None:
    assert make_document(FACTS) == make_document(FACTS)


def test_signatures_are_seen_or_unseen_as_asked() -> None:
    seen = _boxes(signed())
    assert [box[2] > box[0] for box in seen] == [True]
    unseen = sign(unsigned(), cast().hang, signed_at=SIGNED_AT, is_visible=False)
    assert all(box[2] == box[0] for box in _boxes(unseen))


def test_two_visible_signatures_stand_side_by_side() -> None:
    first, second = _boxes(sign(signed(), cast().office, signed_at=SIGNED_AT))
    assert second[2] <= first[0] or first[2] <= second[0]


def test_the_box_of_a_signature_shows_who_and_when_in_local_time() -> None:
    page = PdfReader(io.BytesIO(signed())).pages[-1]
    annotations: Any = page["/Annots"]
    (box,) = [each.get_object() for each in annotations]
    shown = box["/AP"]["/N"]
    (picture,) = shown["/Resources"]["/XObject"].values()
    text = " ".join(page.extract_xform_text(picture.get_object()).split())
    assert text == (
        "Người ký (ví dụ): Nguyễn Thị Thu Hằng Cơ quan: Ủy ban nhân dân tỉnh Ví Dụ "
        "Thời gian ký: 02/03/2026 15:30:00"
    )


def _boxes(data: bytes) -> list[list[float]]:
    page = PdfReader(io.BytesIO(data)).pages[-1]
    found = [each.get_object() for each in page.get("/Annots", [])]
    return [[float(x) for x in each["/Rect"]] for each in found if each.get("/FT") == "/Sig"]


def test_tampered_documents_still_open() -> None:
    assert text_of(change_signed_bytes(signed())) == text_of(signed())
    assert len(text_of(add_content(signed()))) == 1


def test_a_document_without_identifier_cannot_be_changed_quietly() -> None:
    with pytest.raises(ValueError, match="not found"):
        change_signed_bytes(b"%PDF-1.7")

"""Verdicts as people read them."""

from enum import StrEnum

import pytest

from chamdiem.evidence.example_documents import sign
from chamdiem.evidence.example_tampering import add_content
from chamdiem.evidence.signatures import DocumentVerdict, Verdict, check, describe
from chamdiem.evidence.signatures.sentences_table import CHANGES, VERDICTS, WHYS
from chamdiem.evidence.signatures.verdict import LaterChanges, Why
from tests.evidence.authority import RECEIVED_AT, SIGNED_AT, cast, signed, stamped, unsigned


def told(data: bytes, language: str = "vi") -> tuple[str, ...]:
    return describe(check(data, trust=cast().trust, received_at=RECEIVED_AT), language=language)


def test_a_valid_signature_tells_signer_agency_and_local_time() -> None:
    assert told(stamped()) == (
        "Chữ ký số hợp lệ.",
        "Người ký: Nguyễn Thị Thu Hằng, Sở Khoa học và Công nghệ, Ủy ban nhân dân tỉnh Ví Dụ. "
        "Ký trước hoặc đúng lúc 15:30:00 02/03/2026 (có dấu thời gian tin cậy). Chữ ký số hợp lệ.",
    )


def test_english_tells_the_same() -> None:
    assert told(signed(), "en")[1].endswith(
        "Signing time as claimed by the signer: 15:30:00 02/03/2026. The digital signature is valid."
    )


def test_cannot_verify_is_not_called_invalid() -> None:
    sentences = told(sign(unsigned(), cast().unknown, signed_at=SIGNED_AT))
    assert sentences[0] == "Không xác minh được chữ ký số (chưa có nghĩa là không hợp lệ)."
    assert "Chữ ký số không hợp lệ" not in " ".join(sentences)
    assert "“Cơ quan chứng thực lạ (gốc ví dụ)”" in sentences[1]


def test_a_later_change_is_told() -> None:
    assert told(add_content(signed()))[0] == ("Chữ ký số hợp lệ, nhưng tài liệu đã bị thay đổi sau khi ký.")


def test_a_document_without_signatures_tells_why_in_one_sentence() -> None:
    assert describe(DocumentVerdict.unverifiable(Why.ENCRYPTED)) == (
        "Không xác minh được chữ ký số (chưa có nghĩa là không hợp lệ). "
        "Tệp đặt mật khẩu: hãy tải lên bản không đặt mật khẩu.",
    )


@pytest.mark.parametrize(("kind", "table"), [(Verdict, VERDICTS), (Why, WHYS), (LaterChanges, CHANGES)])
def test_every_code_has_a_sentence_in_both_languages(
    kind: type[StrEnum], table: dict[StrEnum, tuple[str, str]]
) -> None:
    assert set(table) == set(kind)
    assert all(bool(vi) == bool(en) for vi, en in table.values())

"""Verdicts as people read them."""

from enum import StrEnum

import pytest

from chamdiem.evidence.example_authority import YEAR, ExampleAuthority
from chamdiem.evidence.example_documents import sign
from chamdiem.evidence.example_tampering import add_content
from chamdiem.evidence.signatures import DocumentVerdict, Trust, Verdict, check, describe
from chamdiem.evidence.signatures.sentences_table import CHANGES, VERDICTS, WHYS
from chamdiem.evidence.signatures.verdict import LaterChanges, Why
from tests.evidence.authority import HANG, RECEIVED_AT, SIGNED_AT, cast, signed, stamped, unsigned


def told(data: bytes, language: str = "vi") -> tuple[str, ...]:
    return describe(check(data, trust=cast().trust, received_at=RECEIVED_AT), language=language)


def test_a_valid_signature_tells_signer_agency_and_local_time() -> None:
    assert told(stamped()) == (
        "Chữ ký số hợp lệ.",
        "Người ký: Nguyễn Thị Thu Hằng, Sở Khoa học và Công nghệ, Ủy ban nhân dân tỉnh Ví Dụ. "
        "Ký trước hoặc đúng lúc 15:30:00 02/03/2026 (có dấu thời gian tin cậy). Chữ ký số hợp lệ. "
        "Đã đối chiếu danh sách thu hồi: chứng thư không bị thu hồi.",
    )


def test_english_tells_the_same() -> None:
    assert told(signed(), "en")[1].endswith(
        "Signing time as claimed by the signer: 15:30:00 02/03/2026. The digital signature is valid. "
        "Checked against the revocation lists: the certificate was not revoked."
    )


def test_what_could_not_be_checked_is_told_with_its_reason() -> None:
    bare = Trust(roots=(cast().known.root_pem(),), demands_revocation=False)
    named = describe(check(signed(), trust=bare, received_at=RECEIVED_AT))[1]
    assert "Chưa kiểm tra được chứng thư có bị thu hồi hay không. Chứng thư có ghi nơi công bố" in named
    quiet = ExampleAuthority.found(name="Cơ quan kín tiếng", at=SIGNED_AT - 5 * YEAR, names_lists=False)
    person = quiet.issue(HANG, valid_from=SIGNED_AT - YEAR, valid_until=SIGNED_AT + YEAR)
    data = sign(unsigned(), person, signed_at=SIGNED_AT)
    strict = Trust(roots=(quiet.root_pem(),))
    told_of = describe(check(data, trust=strict, received_at=RECEIVED_AT))[1]
    assert "Chữ ký số hợp lệ." in told_of
    assert "Chứng thư không ghi nơi công bố danh sách thu hồi" in told_of
    assert "Đã đối chiếu" not in told_of


def test_a_verdict_kept_before_anybody_looked_gives_no_reason() -> None:
    plain = check(signed(), trust=cast().trust, received_at=RECEIVED_AT).as_json()
    del plain["signatures"][0]["names_revocation"]
    plain["signatures"][0]["is_revocation_checked"] = False
    assert describe(DocumentVerdict.from_json(plain))[1].endswith(
        "Chưa kiểm tra được chứng thư có bị thu hồi hay không."
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

"""Verdicts as people read them."""

from datetime import timedelta
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
        "Người ký: Nguyễn Thị Thu Hằng, Sở Khoa học và Công nghệ, Ủy ban nhân dân tỉnh Ví Dụ. "
        "Ký trước hoặc đúng lúc 15:30:00 02/03/2026 (có dấu thời gian tin cậy). Chữ ký số hợp lệ. "
        "Đã đối chiếu danh sách thu hồi: chứng thư không bị thu hồi.",
    )


def test_english_tells_the_same() -> None:
    assert told(signed(), "en")[0].endswith(
        "Signing time as claimed by the signer: 15:30:00 02/03/2026. The digital signature is valid. "
        "Checked against the revocation lists: the certificate was not revoked."
    )


def test_what_could_not_be_checked_is_told_with_its_reason() -> None:
    bare = Trust(roots=(cast().known.root_pem(),), demands_revocation=False)
    named = describe(check(signed(), trust=bare, received_at=RECEIVED_AT))[0]
    assert "Chưa kiểm tra được chứng thư có bị thu hồi hay không. Chứng thư có ghi nơi công bố" in named
    quiet = ExampleAuthority.found(name="Cơ quan kín tiếng", at=SIGNED_AT - 5 * YEAR, names_lists=False)
    person = quiet.issue(HANG, valid_from=SIGNED_AT - YEAR, valid_until=SIGNED_AT + YEAR)
    data = sign(unsigned(), person, signed_at=SIGNED_AT)
    strict = Trust(roots=(quiet.root_pem(),))
    told_of = describe(check(data, trust=strict, received_at=RECEIVED_AT))[0]
    assert "Chữ ký số hợp lệ." in told_of
    assert "Chứng thư không ghi nơi công bố danh sách thu hồi" in told_of
    assert "Đã đối chiếu" not in told_of


def test_a_verdict_kept_before_anybody_looked_gives_no_reason() -> None:
    plain = check(signed(), trust=cast().trust, received_at=RECEIVED_AT).as_json()
    del plain["signatures"][0]["names_revocation"]
    plain["signatures"][0]["is_revocation_checked"] = False
    assert describe(DocumentVerdict.from_json(plain))[0].endswith(
        "Chưa kiểm tra được chứng thư có bị thu hồi hay không."
    )


def test_cannot_verify_is_not_called_invalid() -> None:
    [said] = told(sign(unsigned(), cast().unknown, signed_at=SIGNED_AT))
    assert "Không xác minh được chữ ký số (chưa có nghĩa là không hợp lệ)." in said
    assert "Chữ ký số không hợp lệ" not in said
    assert "“Cơ quan chứng thực lạ (gốc ví dụ)”" in said


def test_a_later_change_is_told() -> None:
    assert "Chữ ký số hợp lệ, nhưng tài liệu đã bị thay đổi sau khi ký." in told(add_content(signed()))[0]


def test_one_signature_says_its_verdict_once() -> None:
    assert " ".join(told(signed())).count("Chữ ký số hợp lệ") == 1


def test_before_several_signatures_the_document_as_a_whole_is_told() -> None:
    twice = sign(signed(), cast().unknown, signed_at=SIGNED_AT)
    whole, first, second = told(twice)
    assert whole == (
        "Tài liệu có 2 chữ ký số. Kết luận chung: không xác minh được chữ ký số "
        "(chưa có nghĩa là không hợp lệ)."
    )
    assert ("hợp lệ." in first, "Không xác minh được" in second) == (True, True)


def test_a_time_of_signing_that_had_not_come_is_told() -> None:
    ahead = sign(unsigned(), cast().hang, signed_at=RECEIVED_AT + timedelta(days=30))
    found = check(ahead, trust=cast().trust, received_at=RECEIVED_AT)
    assert (found.verdict, found.why) == (Verdict.CANNOT_VERIFY, Why.SIGNING_TIME_AHEAD)
    assert "sau lúc hệ thống nhận tệp, nên không thể đúng" in describe(found)[0]


def test_a_clock_that_is_some_hours_wrong_is_no_reason_to_doubt() -> None:
    hours = sign(unsigned(), cast().hang, signed_at=RECEIVED_AT + timedelta(hours=8))
    assert check(hours, trust=cast().trust, received_at=RECEIVED_AT).verdict == Verdict.VALID


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

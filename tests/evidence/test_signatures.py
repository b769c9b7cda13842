"""What is said about signatures that are right, wrong, or neither."""

import socket
import zlib
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from asn1crypto import pem
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus

from chamdiem.evidence.example_authority import YEAR, ExampleAuthority, Holder
from chamdiem.evidence.example_documents import sign
from chamdiem.evidence.example_tampering import add_content, change_signed_bytes
from chamdiem.evidence.signatures import (
    DocumentVerdict,
    Limits,
    Trust,
    Verdict,
    check,
    check_apart,
    checking,
    describe,
)
from chamdiem.evidence.signatures.verdict import LaterChanges, Why
from tests.evidence.authority import (
    HANG,
    RECEIVED_AT,
    SIGNED_AT,
    STAMPS,
    cast,
    self_issued,
    signed,
    stamped,
    unsigned,
)


def verdict_on(
    data: bytes, *, trust: Trust | None = None, received_at: datetime = RECEIVED_AT
) -> DocumentVerdict:
    return check(data, trust=trust or cast().trust, received_at=received_at)


def test_a_signature_of_a_trusted_person_is_valid_and_names_her() -> None:
    found = verdict_on(signed())
    assert (found.verdict, found.why) == (Verdict.VALID, None)
    signer = found.signatures[0].signer
    assert (signer.common_name, signer.organisation) == (HANG.common_name, HANG.organisation)
    assert (signer.unit, signer.email, signer.tax_code) == (HANG.unit, HANG.email, HANG.tax_code)


def test_time_without_a_stamp_is_only_claimed() -> None:
    one = verdict_on(signed()).signatures[0]
    assert (one.signed_at, one.is_time_proven) == (SIGNED_AT, False)
    assert one.covers_whole_document
    assert one.is_revocation_checked
    assert one.certificate_valid_from == SIGNED_AT - YEAR
    assert "Cơ quan chứng thực ví dụ" in one.issuer


def test_a_trusted_stamp_proves_the_time() -> None:
    one = verdict_on(stamped()).signatures[0]
    assert (one.verdict, one.signed_at, one.is_time_proven) == (Verdict.VALID, SIGNED_AT, True)


def test_der_and_pem_roots_are_both_read() -> None:
    trust = replace(cast().trust, roots=(pem.unarmor(cast().known.root_pem())[2],))
    assert verdict_on(signed(), trust=trust).verdict == Verdict.VALID


def test_a_document_without_signature_is_not_signed() -> None:
    assert verdict_on(unsigned()) == DocumentVerdict(verdict=Verdict.NOT_SIGNED)


def test_a_changed_byte_makes_it_invalid() -> None:
    found = verdict_on(change_signed_bytes(signed()))
    assert (found.verdict, found.why) == (Verdict.INVALID, Why.CONTENT_CHANGED)


def test_content_added_later_is_a_change_after_signing() -> None:
    found = verdict_on(add_content(signed()))
    assert (found.verdict, found.why) == (Verdict.CHANGED_AFTER, None)
    assert found.signatures[0].later_changes == LaterChanges.CONTENT
    assert not found.is_covered_as_it_stands


def test_a_second_signature_changes_nothing_for_the_first() -> None:
    twice = sign(signed(), cast().office, signed_at=SIGNED_AT + timedelta(hours=1))
    found = verdict_on(twice)
    assert found.verdict == Verdict.VALID
    first, second = found.signatures
    assert (first.later_changes, first.covers_whole_document) == (LaterChanges.FORMS, False)
    assert (second.later_changes, second.covers_whole_document) == (LaterChanges.NONE, True)
    assert [each.signer.common_name for each in (first, second)] == [
        HANG.common_name,
        "Sở Khoa học và Công nghệ",
    ]
    assert found.is_covered_as_it_stands


def test_the_worst_signature_decides_on_the_document() -> None:
    twice = sign(signed(), cast().expired, signed_at=SIGNED_AT)
    assert verdict_on(twice).verdict == Verdict.INVALID
    assert verdict_on(sign(signed(), cast().unknown, signed_at=SIGNED_AT)).verdict == Verdict.CANNOT_VERIFY


@pytest.mark.parametrize("time", ["stamped", "claimed"])
def test_signing_with_an_expired_certificate_is_invalid(time: str) -> None:
    stamper = cast().timestamper if time == "stamped" else None
    found = verdict_on(sign(unsigned(), cast().expired, signed_at=SIGNED_AT, timestamper=stamper))
    assert (found.verdict, found.why) == (Verdict.INVALID, Why.EXPIRED_WHEN_SIGNED)


def test_a_claim_to_have_signed_before_expiry_proves_nothing() -> None:
    found = verdict_on(sign(unsigned(), cast().expired, signed_at=SIGNED_AT - 2 * YEAR))
    assert (found.verdict, found.why) == (Verdict.CANNOT_VERIFY, Why.SIGNING_TIME_UNPROVEN)


def test_a_stamped_signature_outlives_its_certificate() -> None:
    late = SIGNED_AT + 3 * YEAR
    assert verdict_on(stamped(), trust=cast().trust_at(late), received_at=late).verdict == Verdict.VALID


def test_an_unstamped_signature_does_not() -> None:
    late = SIGNED_AT + 3 * YEAR
    found = verdict_on(signed(), trust=cast().trust_at(late), received_at=late)
    assert (found.verdict, found.why) == (Verdict.CANNOT_VERIFY, Why.SIGNING_TIME_UNPROVEN)


def test_a_certificate_of_the_future_is_invalid() -> None:
    found = verdict_on(sign(unsigned(), cast().not_yet, signed_at=SIGNED_AT, timestamper=cast().timestamper))
    assert (found.verdict, found.why) == (Verdict.INVALID, Why.NOT_YET_VALID_WHEN_SIGNED)


def test_signing_after_revocation_is_invalid() -> None:
    data = sign(unsigned(), cast().dismissed, signed_at=SIGNED_AT)
    cast().known.revoke(cast().dismissed, at=SIGNED_AT - timedelta(days=1))
    found = verdict_on(data)
    assert (found.verdict, found.why) == (Verdict.INVALID, Why.REVOKED_WHEN_SIGNED)


def test_revocation_after_a_stamped_signature_leaves_it_valid() -> None:
    person = cast().known.issue(HANG, valid_from=SIGNED_AT - YEAR, valid_until=SIGNED_AT + YEAR)
    with_stamp = sign(unsigned(), person, signed_at=SIGNED_AT, timestamper=cast().timestamper)
    without = sign(unsigned(), person, signed_at=SIGNED_AT)
    cast().known.revoke(person, at=SIGNED_AT + timedelta(days=1))
    assert verdict_on(with_stamp).verdict == Verdict.VALID
    assert verdict_on(without).why == Why.SIGNING_TIME_UNPROVEN


def test_a_stranger_cannot_be_verified_and_the_missing_issuer_is_named() -> None:
    found = verdict_on(sign(unsigned(), cast().unknown, signed_at=SIGNED_AT))
    assert (found.verdict, found.why) == (Verdict.CANNOT_VERIFY, Why.CHAIN_INCOMPLETE)
    assert found.signatures[0].detail == "Cơ quan chứng thực lạ (gốc ví dụ)"


def test_a_stranger_who_brings_his_root_is_an_unknown_root() -> None:
    stranger = cast().unknown
    complete = Holder(stranger.certificate, stranger.key, (*stranger.chain, cast().stranger.root.certificate))
    found = verdict_on(sign(unsigned(), complete, signed_at=SIGNED_AT))
    assert (found.verdict, found.why) == (Verdict.CANNOT_VERIFY, Why.UNKNOWN_ROOT)


def test_who_issued_the_certificate_to_herself_is_told_so() -> None:
    found = verdict_on(sign(unsigned(), self_issued(HANG), signed_at=SIGNED_AT))
    assert (found.verdict, found.why) == (Verdict.CANNOT_VERIFY, Why.SELF_SIGNED)
    assert found.signatures[0].issuer == HANG.common_name


def test_a_missing_intermediate_is_an_incomplete_chain_until_the_installation_knows_it() -> None:
    alone = Holder(cast().hang.certificate, cast().hang.key)
    data = sign(unsigned(), alone, signed_at=SIGNED_AT)
    assert verdict_on(data).why == Why.CHAIN_INCOMPLETE
    middle = cast().known.intermediate_pem()
    assert verdict_on(data, trust=replace(cast().trust, certificates=(middle,))).verdict == Verdict.VALID


def test_without_revocation_lists_it_cannot_be_verified_unless_the_installation_accepts_that() -> None:
    bare = Trust(roots=(cast().known.root_pem(),))
    assert verdict_on(signed(), trust=bare).why == Why.NO_REVOCATION_INFORMATION
    found = verdict_on(signed(), trust=replace(bare, demands_revocation=False))
    assert found.verdict == Verdict.VALID
    assert not found.signatures[0].is_revocation_checked


def test_an_outdated_revocation_list_is_no_information() -> None:
    late = RECEIVED_AT + timedelta(days=100)
    old = cast().trust_at(RECEIVED_AT - 2 * YEAR)
    assert verdict_on(signed(), trust=old, received_at=late).why == Why.NO_REVOCATION_INFORMATION


def _quiet_trust(
    authority: ExampleAuthority, *, lists: slice = slice(None), issued: datetime = RECEIVED_AT
) -> Trust:
    """The root and some of the lists (of the root, of the intermediate)."""
    known = list(authority.revocation_lists(at=issued))
    return Trust(roots=(authority.root_pem(),), revocation_lists=tuple(known[lists]))


@pytest.fixture
def quiet() -> ExampleAuthority:
    """An authority whose certificates name no revocation list."""
    return ExampleAuthority.found(name="Cơ quan kín tiếng", at=SIGNED_AT - 5 * YEAR, names_lists=False)


def _issue(authority: ExampleAuthority) -> Holder:
    return authority.issue(HANG, valid_from=SIGNED_AT - YEAR, valid_until=SIGNED_AT + YEAR)


@pytest.mark.parametrize("lists", [slice(None), slice(1, None)], ids=["all lists", "without the root's"])
@pytest.mark.parametrize("is_demanded", [True, False])
def test_a_list_at_hand_counts_where_the_certificate_names_none(
    quiet: ExampleAuthority, *, lists: slice, is_demanded: bool
) -> None:
    person = _issue(quiet)
    data = sign(unsigned(), person, signed_at=SIGNED_AT)
    quiet.revoke(person, at=SIGNED_AT - timedelta(days=100))
    trust = replace(_quiet_trust(quiet, lists=lists), demands_revocation=is_demanded)
    found = verdict_on(data, trust=trust)
    assert (found.verdict, found.why) == (Verdict.INVALID, Why.REVOKED_WHEN_SIGNED)
    assert "thu hồi" in describe(found)[0]


def test_a_good_certificate_that_names_no_list_is_checked_against_the_list_at_hand(
    quiet: ExampleAuthority,
) -> None:
    data = sign(unsigned(), _issue(quiet), signed_at=SIGNED_AT)
    one = verdict_on(data, trust=_quiet_trust(quiet)).signatures[0]
    assert (one.verdict, one.is_revocation_checked) == (Verdict.VALID, True)
    old = _quiet_trust(quiet, issued=RECEIVED_AT - 2 * YEAR)
    one = verdict_on(data, trust=old).signatures[0]
    assert (one.verdict, one.is_revocation_checked) == (Verdict.VALID, False)


def test_a_revoked_issuer_that_names_no_list_is_found_in_the_list_at_hand(quiet: ExampleAuthority) -> None:
    data = sign(unsigned(), _issue(quiet), signed_at=SIGNED_AT)
    above = ExampleAuthority(quiet.root, quiet.root, quiet.founded_at)
    above.revoke(quiet.intermediate, at=SIGNED_AT - timedelta(days=100))
    found = verdict_on(data, trust=_quiet_trust(above, lists=slice(1, None)))
    assert (found.verdict, found.why) == (Verdict.CANNOT_VERIFY, Why.ISSUER_REVOKED)


def test_a_stamp_of_a_revoked_service_that_names_no_list_proves_no_time(quiet: ExampleAuthority) -> None:
    service = quiet.issue_timestamper(STAMPS, valid_from=SIGNED_AT - YEAR, valid_until=SIGNED_AT + YEAR)
    data = sign(unsigned(), _issue(quiet), signed_at=SIGNED_AT, timestamper=service)
    assert verdict_on(data, trust=_quiet_trust(quiet)).signatures[0].is_time_proven
    quiet.revoke(service, at=SIGNED_AT - timedelta(days=100))
    assert not verdict_on(data, trust=_quiet_trust(quiet)).signatures[0].is_time_proven


def test_a_certificate_for_issuing_does_not_sign_documents() -> None:
    found = verdict_on(sign(unsigned(), cast().known.intermediate, signed_at=SIGNED_AT))
    assert (found.verdict, found.why) == (Verdict.CANNOT_VERIFY, Why.NOT_FOR_SIGNING)


def test_a_garbled_signature_cannot_be_verified() -> None:
    start = signed().index(b"/Contents <") + len(b"/Contents <")
    data = signed()[:start] + b"00" * 50 + signed()[start + 100 :]
    found = verdict_on(data)
    assert (found.verdict, found.why) == (Verdict.CANNOT_VERIFY, Why.UNREADABLE_SIGNATURE)


def test_an_unknown_kind_of_signature_cannot_be_verified() -> None:
    data = signed().replace(b"/adbe.pkcs7.detached", b"/adbe.x509.rsa_sha11")
    assert verdict_on(data).why in (Why.UNSUPPORTED_FORMAT, Why.UNREADABLE_SIGNATURE)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"hello", b"PK\x03\x04", b"%PDF-1.7\n%%EOF"])
def test_what_is_no_pdf_is_unreadable(data: bytes) -> None:
    assert verdict_on(data) == DocumentVerdict.unverifiable(Why.UNREADABLE_FILE)


def test_json_gives_the_same_verdict_back() -> None:
    found = verdict_on(stamped())
    assert DocumentVerdict.from_json(found.as_json()) == found


def test_no_socket_is_ever_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any, **kwargs: Any) -> None:
        raise AssertionError("the network was asked")

    expected = verdict_on(stamped())
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert verdict_on(stamped()) == expected
    bare = Trust(roots=(cast().known.root_pem(),))
    assert verdict_on(stamped(), trust=bare).why == Why.NO_REVOCATION_INFORMATION


def test_a_process_apart_says_the_same() -> None:
    found = check_apart(stamped(), trust=cast().trust, received_at=RECEIVED_AT)
    assert found == verdict_on(stamped())


def test_a_check_that_takes_too_long_is_given_up() -> None:
    limits = Limits(clock_seconds=0.01)
    found = check_apart(stamped(), trust=cast().trust, received_at=RECEIVED_AT, limits=limits)
    assert found == DocumentVerdict.unverifiable(Why.TOO_MUCH_WORK)


def test_a_file_beyond_the_memory_is_given_up() -> None:
    limits = Limits(memory_bytes=80_000_000)
    large = stamped() + bytes(80_000_000)
    found = check_apart(large, trust=cast().trust, received_at=RECEIVED_AT, limits=limits)
    assert found == DocumentVerdict.unverifiable(Why.TOO_MUCH_WORK)


def test_a_stream_that_unpacks_without_end_gets_a_verdict() -> None:
    found = verdict_on(bomb())
    assert found == DocumentVerdict.unverifiable(Why.UNREADABLE_FILE)


def bomb() -> bytes:
    """A PDF whose cross-reference stream unpacks from 0.3 MB into 60 MB."""
    stream = zlib.compress(bytes(60_000_000), 1)
    table = f"<</Type/XRef/Size 9/W[1 4 1]/Root 1 0 R/Filter/FlateDecode/Length {len(stream)}>>"
    body = b"%PDF-1.7\n1 0 obj\n" + table.encode() + b"stream\n" + stream + b"\nendstream\nendobj\n"
    return body + b"startxref\n9\n%%EOF\n"


def test_a_signature_that_holds_with_every_list_is_validated_once(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    def validate(*args: Any, **kwargs: Any) -> PdfSignatureStatus:
        asked.append(kwargs["skip_diff"])
        return validate_pdf_signature(*args, **kwargs)

    monkeypatch.setattr(checking, "validate_pdf_signature", validate)
    assert verdict_on(signed()).verdict == Verdict.VALID
    assert asked == [False]

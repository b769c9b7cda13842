"""What the worker finds out about a file, with real signatures."""

from __future__ import annotations

from io import BytesIO

from asn1crypto import pem

from chamdiem.evidence.checking import check_file
from chamdiem.evidence.models import StoredFile, TrustRoot
from chamdiem.evidence.services import Description, add_file
from chamdiem.evidence.showing import signature_paragraphs
from chamdiem.evidence.trusting import add_trust_roots, distrust_root
from tests.people import NOW, Cast

from .authority import RECEIVED_AT, signed, unsigned
from .authority import cast as authority


def _bring_in(cast: Cast, data: bytes) -> StoredFile:
    document = add_file(
        actor=cast.an,
        organisation=cast.body_a,
        stream=BytesIO(data),
        file_name="bao-cao.pdf",
        described=Description(title="Báo cáo"),
        now=RECEIVED_AT,
    )
    return document.versions.get().file


def _trust(cast: Cast) -> None:
    known = authority().known
    lists = b"".join(
        each if pem.detect(each) else pem.armor("X509 CRL", each)
        for each in known.revocation_lists(at=RECEIVED_AT)
    )
    add_trust_roots(actor=cast.lan, data=known.root_pem(), now=NOW)
    add_trust_roots(actor=cast.lan, data=lists, now=NOW)


def _checked(file: StoredFile) -> StoredFile:
    check_file(file_id=file.pk)
    file.refresh_from_db()
    return file


def test_a_signature_of_a_trusted_authority_is_valid_and_names_who_signed(cast: Cast) -> None:
    _trust(cast)
    file = _checked(_bring_in(cast, signed()))
    assert file.signature == StoredFile.Signature.VALID
    lines = signature_paragraphs(file.versions.get())
    assert any("Nguyễn Thị Thu Hằng" in line for line in lines)


def test_without_a_trusted_root_nothing_is_called_invalid(cast: Cast) -> None:
    file = _checked(_bring_in(cast, signed()))
    assert file.signature == StoredFile.Signature.UNVERIFIABLE


def test_trusting_no_longer_takes_the_verdict_back(cast: Cast) -> None:
    _trust(cast)
    file = _bring_in(cast, signed())
    for root in TrustRoot.objects.filter(kind=TrustRoot.Kind.ROOT):
        distrust_root(actor=cast.lan, root_id=root.pk, now=NOW)
    assert _checked(file).signature == StoredFile.Signature.UNVERIFIABLE


def test_an_unsigned_file_is_called_so(cast: Cast) -> None:
    assert _checked(_bring_in(cast, unsigned())).signature == StoredFile.Signature.NONE


def test_checking_twice_changes_nothing(cast: Cast) -> None:
    file = _checked(_bring_in(cast, unsigned()))
    before = file.signatures
    assert _checked(file).signatures == before

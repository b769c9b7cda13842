"""Signed documents of rarer kinds: archived with stamps and lists, encrypted, old-fashioned."""

import io
from datetime import timedelta

import pytest
from asn1crypto import crl
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.signers import PdfSignatureMetadata, PdfTimeStamper, sign_pdf
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pypdf import PdfWriter

from chamdiem.errors import Refused
from chamdiem.evidence.example_authority import YEAR
from chamdiem.evidence.signatures import DocumentVerdict, Trust, Verdict, check
from chamdiem.evidence.signatures.trust import read_certificates
from chamdiem.evidence.signatures.verdict import LaterChanges, Why
from tests.evidence.authority import RECEIVED_AT, SIGNED_AT, cast, signed, unsigned

STAMPED_AT = SIGNED_AT + timedelta(hours=1)


def with_document_stamp() -> bytes:
    """Signed without a stamp; an archive stamped the whole document later."""
    stamper = PdfTimeStamper(cast().timestamper.as_timestamper(STAMPED_AT))
    output = stamper.timestamp_pdf(IncrementalPdfFileWriter(io.BytesIO(signed())), "sha256")
    output.seek(0)
    return bytes(output.read())


def test_a_stamp_of_the_whole_document_proves_that_it_was_signed_before() -> None:
    late = SIGNED_AT + 3 * YEAR
    found = check(with_document_stamp(), trust=cast().trust_at(late), received_at=late)
    (one,) = found.signatures
    assert (one.verdict, one.signed_at, one.is_time_proven) == (Verdict.VALID, STAMPED_AT, True)
    assert (one.later_changes, one.covers_whole_document) == (LaterChanges.TIMESTAMPS, False)
    assert found.is_covered_as_it_stands


def test_a_stamp_of_a_stranger_proves_nothing() -> None:
    late = SIGNED_AT + 3 * YEAR
    trust = Trust(roots=(cast().stranger.root_pem(),))
    found = check(with_document_stamp(), trust=trust, received_at=late)
    assert (found.verdict, found.signatures[0].is_time_proven) == (Verdict.CANNOT_VERIFY, False)


def test_a_stamp_alone_is_no_signature() -> None:
    stamper = PdfTimeStamper(cast().timestamper.as_timestamper(STAMPED_AT))
    output = stamper.timestamp_pdf(IncrementalPdfFileWriter(io.BytesIO(unsigned())), "sha256")
    output.seek(0)
    found = check(bytes(output.read()), trust=cast().trust, received_at=RECEIVED_AT)
    assert found == DocumentVerdict(verdict=Verdict.NOT_SIGNED)


def test_revocation_lists_inside_the_document_are_used() -> None:
    lists = [crl.CertificateList.load(each) for each in cast().known.revocation_lists(at=RECEIVED_AT)]
    document = io.BytesIO(signed())
    DocumentSecurityStore.add_dss(document, None, crls=lists)
    bare = Trust(roots=(cast().known.root_pem(),))
    (one,) = check(document.getvalue(), trust=bare, received_at=RECEIVED_AT).signatures
    assert (one.verdict, one.is_revocation_checked) == (Verdict.VALID, True)
    assert one.later_changes == LaterChanges.TIMESTAMPS


@pytest.mark.parametrize("inside", [unsigned, signed])
def test_a_document_with_a_password_cannot_be_verified(inside: object) -> None:
    assert callable(inside)
    writer = PdfWriter(clone_from=io.BytesIO(inside()))
    writer.encrypt("mật khẩu", algorithm="AES-256")
    output = io.BytesIO()
    writer.write(output)
    found = check(output.getvalue(), trust=cast().trust, received_at=RECEIVED_AT)
    assert found == DocumentVerdict.unverifiable(Why.ENCRYPTED)


def test_an_outdated_algorithm_cannot_be_verified() -> None:
    writer = IncrementalPdfFileWriter(io.BytesIO(unsigned()))
    facts = PdfSignatureMetadata(field_name="ChuKy1", md_algorithm="sha1")
    output = sign_pdf(writer, facts, signer=cast().hang.as_signer())
    found = check(output.getbuffer().tobytes(), trust=cast().trust, received_at=RECEIVED_AT)
    assert (found.verdict, found.why) == (Verdict.CANNOT_VERIFY, Why.WEAK_ALGORITHM)


def test_uploaded_roots_are_read_one_by_one() -> None:
    both = cast().known.root_pem() + cast().known.intermediate_pem()
    assert len(read_certificates(both)) == 2


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", b"\x30\x82"]
)
def test_what_is_no_certificate_is_refused(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read_certificates(data)
    assert refused.value.code == "evidence.not_a_certificate"

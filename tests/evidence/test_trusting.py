"""What an administrator brings in as trusted: whole, of an authority, without keys; and once."""

from __future__ import annotations

import pytest
from asn1crypto import crl, pem
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.core.files.uploadedfile import SimpleUploadedFile

from chamdiem.audit.models import Event
from chamdiem.errors import Refused
from chamdiem.evidence import trusting
from chamdiem.evidence.models import TrustRoot
from chamdiem.evidence.trusting import add_trust_roots
from chamdiem.web.refusals import refusal_sentence
from tests.assessments.asking import Opened
from tests.evidence.authority import RECEIVED_AT
from tests.evidence.authority import cast as authority
from tests.people import NOW, Cast


def _root() -> bytes:
    return authority().known.root_pem()


def _list() -> bytes:
    found = authority().known.revocation_lists(at=RECEIVED_AT)[0]
    return found if pem.detect(found) else pem.armor("X509 CRL", found)


def _personal() -> bytes:
    return authority().hang.certificate.public_bytes(Encoding.PEM)


def _key() -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _code_of(data: bytes) -> str:
    """Why it is refused; empty where it is read."""
    try:
        trusting._read(data)
    except Refused as refused:
        return refused.code
    return ""


def _misspelt(data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    return b"".join([lines[0], b"A" + lines[1], *lines[2:]])


@pytest.mark.parametrize("make", [_root, _list])
def test_a_damaged_file_is_refused_with_a_sentence(make: object) -> None:
    data = make()  # type: ignore[operator]
    assert _code_of(data) == ""
    for broken in (data[:200], _misspelt(data), data[: len(data) // 2], b"-----BEGIN X509 CRL-----\n"):
        assert _code_of(broken) == "evidence.not_a_certificate"


@pytest.mark.parametrize("make", [_root, _list])
@pytest.mark.parametrize("is_der", [False, True])
def test_cut_and_flipped_bytes_are_read_or_refused(make: object, *, is_der: bool) -> None:
    data = make()  # type: ignore[operator]
    data = pem.unarmor(data)[2] if is_der else data
    for place in range(0, len(data), 7):
        flipped = bytearray(data)
        flipped[place] ^= 1 << place % 8
        for broken in (data[:place], bytes(flipped)):
            assert _code_of(broken) in ("", "evidence.not_a_certificate", "evidence.not_an_authority")


def test_a_personal_certificate_is_no_authority() -> None:
    with pytest.raises(Refused) as refused:
        trusting._read(_personal())
    assert "“Nguyễn Thị Thu Hằng" in refusal_sentence(refused.value)
    assert "không phải chứng thư của tổ chức chứng thực" in refusal_sentence(refused.value)


@pytest.mark.parametrize("make", [_root, _personal])
def test_a_private_key_beside_it_is_to_be_kept_secret(make: object) -> None:
    with pytest.raises(Refused) as refused:
        trusting._read(make() + _key())  # type: ignore[operator]
    assert "khóa bí mật" in refusal_sentence(refused.value).casefold()


def test_what_is_trusted_already_checks_nothing_again(
    cast: Cast, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_trust_roots(actor=cast.lan, data=_root(), now=NOW)
    monkeypatch.setattr(trusting, "check_all_later", lambda: pytest.fail("nothing has changed"))
    sent = {"file": SimpleUploadedFile("goc.pem", _root())}
    page = opened("lan").post("/minh-chung/chung-thu/", sent, follow=True).content.decode()
    assert "đã được tin cậy từ trước" in page
    assert Event.objects.filter(action="evidence.trust").count() == 1
    sent = {"file": SimpleUploadedFile("hong.pem", _misspelt(_root()))}
    answer = opened("lan").post("/minh-chung/chung-thu/", sent)
    assert (answer.status_code, TrustRoot.objects.count()) == (422, 1)


def test_what_was_distrusted_is_trusted_anew(cast: Cast) -> None:
    (root,) = add_trust_roots(actor=cast.lan, data=_root(), now=NOW)
    trusting.distrust_root(actor=cast.lan, root_id=root.pk, reason="Thử", now=NOW)
    assert add_trust_roots(actor=cast.lan, data=_root(), now=NOW) == [root]
    assert TrustRoot.objects.get().is_active


def _resigned(data: bytes) -> bytes:
    """A list with a signature that is not of its authority."""
    found = crl.CertificateList.load(pem.unarmor(data)[2])
    signature = bytearray(found["signature"].native)
    signature[len(signature) // 2] ^= 1
    found["signature"] = bytes(signature)
    armored: bytes = pem.armor("X509 CRL", found.dump(force=True))
    return armored


def test_a_list_its_authority_did_not_sign_is_refused(cast: Cast) -> None:
    known = authority().known
    lists = known.revocation_lists(at=RECEIVED_AT)
    add_trust_roots(actor=cast.lan, data=known.root_pem(), now=NOW)
    add_trust_roots(actor=cast.lan, data=known.intermediate_pem(), now=NOW)
    for data in lists:
        whole = data if pem.detect(data) else pem.armor("X509 CRL", data)
        with pytest.raises(Refused) as refused:
            add_trust_roots(actor=cast.lan, data=_resigned(whole), now=NOW)
        assert refused.value.code == "evidence.list_not_signed"
        assert len(add_trust_roots(actor=cast.lan, data=whole, now=NOW)) == 1


def test_of_a_list_whose_authority_is_not_at_hand_nothing_is_said(cast: Cast) -> None:
    assert len(add_trust_roots(actor=cast.lan, data=_resigned(_list()), now=NOW)) == 1

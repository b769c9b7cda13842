"""The certificates and revocation lists an installation trusts, managed by its administrator."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import crl, pem, x509
from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.audit.services import record_event
from chamdiem.errors import Incomplete, NotAllowed, NotFound, Refused
from chamdiem.evidence.checking import check_all_later
from chamdiem.evidence.models import TrustPolicy, TrustRoot
from chamdiem.evidence.permissions import may_manage_trust
from chamdiem.evidence.selectors import demands_revocation
from chamdiem.evidence.signatures.lists import is_of_another_hand
from chamdiem.evidence.signatures.naming import name_authority
from chamdiem.evidence.signatures.trust import read_certificates

_PRIVATE_KEY = b"PRIVATE KEY-----"


@dataclass(frozen=True, slots=True)
class _Found:
    """One certificate or list of a file."""

    kind: str
    name: str
    der: bytes
    label: str

    @property
    def fields(self) -> dict[str, object]:
        return {
            "kind": self.kind,
            "name": self.name[:300],
            "certificate": pem.armor(self.label, self.der).decode(),
            "is_active": True,
        }


@transaction.atomic
def add_trust_roots(*, actor: User | None, data: bytes, now: datetime) -> list[TrustRoot]:
    """Trust what a PEM or DER file holds; every PDF is then checked again.

    Certificates that signed themselves are roots, others are intermediate.

    Returns:
        What is newly trusted; what was trusted before stays as it is.

    Raises:
        NotAllowed: ``actor`` is no administrator at the top.
        Refused: The file holds neither certificate nor revocation list, a certificate that is none of
            an authority, a list that its authority did not sign, or a private key.
    """
    if actor is not None and not may_manage_trust(actor):
        raise NotAllowed("evidence.trust_not_allowed")
    given = {hashlib.sha256(found.der).hexdigest(): found for found in _read(data)}
    _refuse_foreign_lists(given.values())
    known = TrustRoot.objects.filter(fingerprint__in=given, is_active=True)
    there = set(known.values_list("fingerprint", flat=True))
    roots = []
    for fingerprint in [each for each in given if each not in there]:
        root, _ = TrustRoot.objects.update_or_create(
            fingerprint=fingerprint,
            defaults={**given[fingerprint].fields, "added_by": actor, "added_at": now},
        )
        record_event(actor=actor, action="evidence.trust", subject=root, at=now, fingerprint=fingerprint)
        roots.append(root)
    if roots:
        check_all_later()
    return roots


@transaction.atomic
def distrust_root(*, actor: User, root_id: int, reason: str, now: datetime) -> TrustRoot:
    """Trust a certificate no longer; every PDF is then checked again.

    Raises:
        NotAllowed: ``actor`` is no administrator at the top.
        NotFound: No such certificate.
        Incomplete: No reason is given.
    """
    if not may_manage_trust(actor):
        raise NotAllowed("evidence.trust_not_allowed")
    root = TrustRoot.objects.filter(pk=root_id).first()
    if root is None:
        raise NotFound("evidence.root_not_found")
    if not reason.strip():
        raise Incomplete("evidence.distrust_reason_missing")
    root.is_active = False
    root.save(update_fields=["is_active"])
    record_event(
        actor=actor,
        action="evidence.distrust",
        subject=root,
        at=now,
        fingerprint=root.fingerprint,
        reason=reason.strip(),
    )
    check_all_later()
    return root


@transaction.atomic
def demand_revocation(*, actor: User, is_demanded: bool, now: datetime) -> bool:
    """Say whether a certificate needs a current revocation list to be believed; PDFs are checked again.

    Returns:
        Whether that changed anything.

    Raises:
        NotAllowed: ``actor`` is no administrator at the top.
    """
    if not may_manage_trust(actor):
        raise NotAllowed("evidence.trust_not_allowed")
    if is_demanded == demands_revocation():
        return False
    policy, _ = TrustPolicy.objects.update_or_create(
        pk=1, defaults={"demands_revocation": is_demanded, "changed_by": actor, "changed_at": now}
    )
    record_event(
        actor=actor, action="evidence.demand_revocation", subject=policy, at=now, is_demanded=is_demanded
    )
    check_all_later()
    return True


def _read(data: bytes) -> list[_Found]:
    """The revocation lists of a file, or its certificates where it holds no list.

    Raises:
        Refused: ``evidence.private_key``, ``evidence.not_a_certificate`` or ``evidence.not_an_authority``.
    """
    if _PRIVATE_KEY in data:
        raise Refused("evidence.private_key")
    return _revocation_lists(data) or [_authority(each) for each in read_certificates(data)]


def _refuse_foreign_lists(given: Iterable[_Found]) -> None:
    """Refuse a list that bears the name of an authority trusted here, but not its signature.

    Kept, it would leave every signature of that authority without an answer.
    """
    lists = [each for each in given if each.kind == TrustRoot.Kind.REVOCATION_LIST]
    if not lists:
        return
    trusted = TrustRoot.objects.filter(is_active=True).exclude(kind=TrustRoot.Kind.REVOCATION_LIST)
    kept = trusted.values_list("certificate", flat=True)
    authorities = [each for text in kept for each in read_certificates(text.encode())]
    for each in lists:
        if is_of_another_hand(each.der, authorities):
            raise Refused("evidence.list_not_signed", name=each.name)


def _authority(certificate: x509.Certificate) -> _Found:
    name = name_authority(certificate.subject) or certificate.subject.human_friendly
    if not certificate.ca:
        raise Refused("evidence.not_an_authority", name=name)
    is_root = certificate.self_signed != "no"
    kind = TrustRoot.Kind.ROOT if is_root else TrustRoot.Kind.INTERMEDIATE
    return _Found(kind, name, certificate.dump(), "CERTIFICATE")


def _revocation_lists(data: bytes) -> list[_Found]:
    is_pem = pem.detect(data)
    try:
        blocks = [data]
        if is_pem:
            blocks = [block for label, _, block in pem.unarmor(data, multiple=True) if label == "X509 CRL"]
        return [_revocation_list(block) for block in blocks]
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as problem:
        if is_pem:
            raise Refused("evidence.not_a_certificate") from problem
        return []


def _revocation_list(der: bytes) -> _Found:
    found = crl.CertificateList.load(der, strict=True)
    # Read to its last entry now: every check of a signature reads it again.
    _ = found.native
    name = name_authority(found.issuer) or found.issuer.human_friendly
    return _Found(TrustRoot.Kind.REVOCATION_LIST, name, der, "X509 CRL")

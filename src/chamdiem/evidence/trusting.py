"""The certificates and revocation lists an installation trusts, managed by its administrator."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import crl, pem
from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.audit.services import record_event
from chamdiem.errors import Incomplete, NotAllowed, NotFound
from chamdiem.evidence.checking import check_all_later
from chamdiem.evidence.models import TrustPolicy, TrustRoot
from chamdiem.evidence.permissions import may_manage_trust
from chamdiem.evidence.selectors import demands_revocation
from chamdiem.evidence.signatures.naming import name_authority
from chamdiem.evidence.signatures.trust import read_certificates


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

    Raises:
        NotAllowed: ``actor`` is no administrator.
        Refused: The file holds neither certificate nor revocation list.
    """
    if actor is not None and not may_manage_trust(actor):
        raise NotAllowed("evidence.trust_not_allowed")
    roots = []
    for found in _read(data):
        fingerprint = hashlib.sha256(found.der).hexdigest()
        root, _ = TrustRoot.objects.update_or_create(
            fingerprint=fingerprint, defaults={**found.fields, "added_by": actor, "added_at": now}
        )
        record_event(actor=actor, action="evidence.trust", subject=root, at=now, fingerprint=fingerprint)
        roots.append(root)
    check_all_later()
    return roots


@transaction.atomic
def distrust_root(*, actor: User, root_id: int, reason: str, now: datetime) -> TrustRoot:
    """Trust a certificate no longer; every PDF is then checked again.

    Raises:
        NotAllowed: ``actor`` is no administrator.
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
        NotAllowed: ``actor`` is no administrator.
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


def _read(data: bytes) -> Iterator[_Found]:
    lists = list(_revocation_lists(data))
    if lists:
        yield from lists
        return
    for certificate in read_certificates(data):
        is_root = certificate.self_signed != "no"
        kind = TrustRoot.Kind.ROOT if is_root else TrustRoot.Kind.INTERMEDIATE
        name = name_authority(certificate.subject) or certificate.subject.human_friendly
        yield _Found(kind, name, certificate.dump(), "CERTIFICATE")


def _revocation_lists(data: bytes) -> Iterator[_Found]:
    blocks = [data]
    if pem.detect(data):
        blocks = [block for label, _, block in pem.unarmor(data, multiple=True) if label == "X509 CRL"]
    for block in blocks:
        try:
            found = crl.CertificateList.load(block, strict=True)
            name = name_authority(found.issuer) or found.issuer.human_friendly
        except (ValueError, TypeError, KeyError):
            return
        yield _Found(TrustRoot.Kind.REVOCATION_LIST, name, block, "X509 CRL")

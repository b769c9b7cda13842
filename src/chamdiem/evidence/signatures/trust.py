"""Whom an installation trusts: roots, further certificates, revocation lists. All offline."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from asn1crypto import crl as asn1_crl
from asn1crypto import ocsp as asn1_ocsp
from asn1crypto import pem
from asn1crypto import x509 as asn1_x509
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.policy_decl import (
    CertRevTrustPolicy,
    RevocationCheckingPolicy,
    RevocationCheckingRule,
)

from chamdiem.errors import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """What signatures are checked against.

    Attributes:
        roots: Certificates trusted by themselves, each PEM or DER.
        certificates: Intermediate certificates that documents may have left out.
        revocation_lists: Lists an administrator brought in.
        demands_revocation: Whether a certificate that names a revocation service is only
            believed when a list or an answer of that service is at hand.
    """

    roots: tuple[bytes, ...]
    certificates: tuple[bytes, ...] = ()
    revocation_lists: tuple[bytes, ...] = ()
    demands_revocation: bool = True

    def as_json(self) -> dict[str, Any]:
        """Plain values for another process."""
        return {
            "roots": [base64.b64encode(each).decode() for each in self.roots],
            "certificates": [base64.b64encode(each).decode() for each in self.certificates],
            "revocation_lists": [base64.b64encode(each).decode() for each in self.revocation_lists],
            "demands_revocation": self.demands_revocation,
        }

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> Trust:
        """The reverse of ``as_json``."""
        return cls(
            roots=_decode(plain["roots"]),
            certificates=_decode(plain["certificates"]),
            revocation_lists=_decode(plain["revocation_lists"]),
            demands_revocation=plain["demands_revocation"],
        )


def read_certificates(data: bytes) -> tuple[asn1_x509.Certificate, ...]:
    """Every certificate in a PEM or DER file, for the page where an administrator uploads roots.

    Raises:
        Refused: ``evidence.not_a_certificate``.
    """
    try:
        if not pem.detect(data):
            found = [asn1_x509.Certificate.load(data, strict=True)]
        else:
            blocks = list(pem.unarmor(data, multiple=True))
            found = [
                asn1_x509.Certificate.load(block, strict=True)
                for kind, _, block in blocks
                if kind == "CERTIFICATE"
            ]
        for each in found:
            _ = (each.native, each.public_key.native)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as problem:
        raise Refused("evidence.not_a_certificate") from problem
    if not found:
        raise Refused("evidence.not_a_certificate")
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """Trust read into certificates, with what a document itself brings along (never trusted by itself)."""

    roots: tuple[asn1_x509.Certificate, ...]
    certificates: tuple[asn1_x509.Certificate, ...]
    crls: tuple[asn1_crl.CertificateList, ...]
    ocsps: tuple[asn1_ocsp.OCSPResponse, ...] = ()
    demands_revocation: bool = True

    @classmethod
    def of(cls, trust: Trust) -> Knowledge:
        """Read what an administrator uploaded; it was checked then by ``read_certificates``."""
        return cls(
            roots=tuple(each for data in trust.roots for each in read_certificates(data)),
            certificates=tuple(each for data in trust.certificates for each in read_certificates(data)),
            crls=tuple(asn1_crl.CertificateList.load(_der(data)) for data in trust.revocation_lists),
            demands_revocation=trust.demands_revocation,
        )

    def with_more(
        self,
        *,
        certificates: Iterable[asn1_x509.Certificate] = (),
        crls: Iterable[asn1_crl.CertificateList] = (),
        ocsps: Iterable[asn1_ocsp.OCSPResponse] = (),
    ) -> Knowledge:
        """The same with what was found in a document."""
        return replace(
            self,
            certificates=(*self.certificates, *certificates),
            crls=(*self.crls, *crls),
            ocsps=(*self.ocsps, *ocsps),
        )

    def context_at(self, moment: datetime, *, revocation: str | None = None) -> ValidationContext:
        """How pyHanko validates certificates as of ``moment``, without any network."""
        mode = revocation or ("hard-fail" if self.demands_revocation else "soft-fail")
        return self._context(moment, RevocationCheckingPolicy.from_legacy(mode))

    def list_contexts_at(self, moment: datetime) -> tuple[ValidationContext, ...]:
        """Contexts that look into every list at hand, also for a certificate that names no service.

        pyHanko opens a list for such a certificate only where it demands one. So signers and
        issuers are asked apart: a list missing for one must not hide what is said of the other.
        They tell who is revoked, and nothing else.
        """
        if not (self.crls or self.ocsps):
            return ()
        look, pass_by = RevocationCheckingRule.CRL_OR_OCSP_REQUIRED, RevocationCheckingRule.NO_CHECK
        policies = (RevocationCheckingPolicy(look, pass_by), RevocationCheckingPolicy(pass_by, look))
        return tuple(self._context(moment, each) for each in policies)

    def _context(self, moment: datetime, policy: RevocationCheckingPolicy) -> ValidationContext:
        return ValidationContext(
            trust_roots=list(self.roots),
            other_certs=list(self.certificates),
            crls=list(self.crls),
            ocsps=list(self.ocsps),
            moment=moment,
            allow_fetching=False,
            # A list issued later still tells what was revoked at that moment.
            revinfo_policy=CertRevTrustPolicy(policy, retroactive_revinfo=True),
        )


def _der(data: bytes) -> bytes:
    return bytes(pem.unarmor(data)[2]) if pem.detect(data) else data


def _decode(values: Iterable[str]) -> tuple[bytes, ...]:
    return tuple(base64.b64decode(each) for each in values)

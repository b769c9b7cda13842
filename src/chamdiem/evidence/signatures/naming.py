"""Reads the people and bodies out of certificates."""

from __future__ import annotations

import re
from collections.abc import Mapping

from asn1crypto import x509 as asn1_x509

from chamdiem.evidence.signatures.verdict import Signer

_TAX_CODE = re.compile(r"MST[:\s]*(\d{10}(?:-?\d{3})?)")


def name_signer(certificate: asn1_x509.Certificate) -> Signer:
    """Who the certificate is for. Numbers of personal papers in it stay unread."""
    subject = certificate.subject.native
    return Signer(
        common_name=_text(subject, "common_name"),
        organisation=_text(subject, "organization_name"),
        unit=_text(subject, "organizational_unit_name"),
        email=_text(subject, "email_address") or _alternative_email(certificate),
        tax_code=_tax_code(subject),
    )


def name_issuer(certificate: asn1_x509.Certificate) -> str:
    """The authority that issued it, in one line."""
    return name_authority(certificate.issuer)


def name_authority(name: asn1_x509.Name) -> str:
    """What people call an authority: its common name, or else its organisation."""
    parts = name.native
    return _text(parts, "common_name") or _text(parts, "organization_name")


def find_missing_issuer(
    certificate: asn1_x509.Certificate, known: list[asn1_x509.Certificate]
) -> tuple[str, bool]:
    """How far the chain can be followed: the last issuer's name, and whether it ended at a root.

    Names are followed only; whether the signatures in the chain hold is pyHanko's business.
    """
    by_subject = {each.subject.dump(): each for each in known}
    for _ in range(len(known) + 1):
        if certificate.issuer == certificate.subject:
            return (name_issuer(certificate), True)
        above = by_subject.get(certificate.issuer.dump())
        if above is None:
            break
        certificate = above
    return (name_issuer(certificate), False)


def _text(name: Mapping[str, object], part: str) -> str:
    value = name.get(part, "")
    return ", ".join(str(each) for each in value) if isinstance(value, list) else str(value)


def _alternative_email(certificate: asn1_x509.Certificate) -> str:
    names = certificate.subject_alt_name_value
    emails = [each.native for each in names or () if each.name == "rfc822_name"]
    return str(emails[0]) if emails else ""


def _tax_code(subject: Mapping[str, object]) -> str:
    found = _TAX_CODE.search(" ".join(_text(subject, part) for part in ("user_id", "serial_number")))
    return found.group(1) if found else ""

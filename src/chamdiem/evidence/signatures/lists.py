"""Whether a revocation list is really of the authority whose name it bears."""

from __future__ import annotations

from collections.abc import Iterable

from asn1crypto import crl as asn1_crl
from asn1crypto import x509 as asn1_x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.x509 import load_der_x509_certificate, load_der_x509_crl


def is_of_another_hand(der: bytes, authorities: Iterable[asn1_x509.Certificate]) -> bool:
    """Whether a list names an authority at hand, but its signature is none of that authority's.

    Where no certificate with that name and key is at hand, nothing is known and nothing is said.
    """
    found = asn1_crl.CertificateList.load(der)
    issuers = [each for each in authorities if each.subject == found.issuer and _is_key_of(each, found)]
    return bool(issuers) and not any(_bears_signature(der, each) for each in issuers)


def _is_key_of(authority: asn1_x509.Certificate, found: asn1_crl.CertificateList) -> bool:
    """Whether a list names this key of the authority; without a name of a key any is meant."""
    named = found.authority_key_identifier_value
    key = named["key_identifier"].native if named is not None else None
    return key is None or authority.key_identifier is None or key == authority.key_identifier


def _bears_signature(der: bytes, authority: asn1_x509.Certificate) -> bool:
    try:
        key = load_der_x509_certificate(authority.dump()).public_key()
        return load_der_x509_crl(der).is_signature_valid(key)  # type: ignore[arg-type]  # a key that does not sign raises
    except (UnsupportedAlgorithm, TypeError, ValueError):
        # What cannot be computed here proves nothing against the list.
        return True

"""A certificate authority made up for examples and tests; nobody else trusts it.

Keys are generated at run time and live in memory only. People get P-256 keys, which are
quick to make; the time-stamping authority gets RSA, as pyHanko's own timestamper asks.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from asn1crypto import cms, core
from asn1crypto import keys as asn1_keys
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from pyhanko.sign.general import as_signing_certificate, simple_cms_attribute
from pyhanko.sign.signers import SimpleSigner
from pyhanko.sign.timestamps import TimeStamper
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko_certvalidator.registry import SimpleCertificateStore
from pyhanko_certvalidator.util import get_pyca_cryptography_hash

YEAR = timedelta(days=365)
_CRL_ADDRESS = "http://crl.example.invalid/example.crl"

PrivateKey = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who a certificate is for, as Vietnamese authorities write it into the subject."""

    common_name: str
    organisation: str = ""
    unit: str = ""
    email: str = ""
    tax_code: str = ""

    def as_name(self) -> x509.Name:
        """The subject; a tax code stands in the user id with its prefix ``MST:``."""
        parts = [
            (NameOID.COUNTRY_NAME, "VN"),
            (NameOID.ORGANIZATION_NAME, self.organisation),
            (NameOID.ORGANIZATIONAL_UNIT_NAME, self.unit),
            (NameOID.COMMON_NAME, self.common_name),
            (NameOID.USER_ID, f"MST:{self.tax_code}" if self.tax_code else ""),
            (NameOID.EMAIL_ADDRESS, self.email),
        ]
        return x509.Name([x509.NameAttribute(kind, value) for kind, value in parts if value])


@dataclass(frozen=True, slots=True)
class Holder:
    """A certificate with its key and the chain above it, without the root."""

    certificate: x509.Certificate
    key: PrivateKey
    chain: tuple[x509.Certificate, ...] = ()

    def as_signer(self) -> SimpleSigner:
        """What pyHanko signs with."""
        store = SimpleCertificateStore.from_certs([as_asn1(each) for each in self.chain])
        return SimpleSigner(
            signing_cert=as_asn1(self.certificate), signing_key=_key_as_asn1(self.key), cert_registry=store
        )

    def as_timestamper(self, at: datetime) -> TimeStamper:
        """A time-stamping service that always says ``at``."""
        store = SimpleCertificateStore.from_certs([as_asn1(each) for each in self.chain])
        stamper = _Stamper(as_asn1(self.certificate), _key_as_asn1(self.key), store, fixed_dt=at)
        stamper.key = self.key
        return stamper


class _Stamper(DummyTimeStamper):
    """Signs with the key at hand; pyHanko reads and checks it for every stamp, forty times the work."""

    key: PrivateKey

    def _sign_tst_info(
        self, tst_info_data: bytes, md_algorithm: str, dt: datetime
    ) -> tuple[bytes, cms.CMSAttributes]:
        algorithm = get_pyca_cryptography_hash(md_algorithm)
        digest = hashes.Hash(algorithm)
        digest.update(tst_info_data)
        signed = cms.CMSAttributes(
            [
                simple_cms_attribute("content_type", "tst_info"),
                simple_cms_attribute("signing_time", cms.Time({"utc_time": core.UTCTime(dt)})),
                simple_cms_attribute("signing_certificate", as_signing_certificate(self.tsa_cert)),
                simple_cms_attribute("message_digest", digest.finalize()),
            ]
        )
        assert isinstance(self.key, rsa.RSAPrivateKey)  # noqa: S101  issued so
        return self.key.sign(signed.dump(), PKCS1v15(), algorithm), signed


@dataclass(slots=True)
class ExampleAuthority:
    """A root and an intermediate authority that issues to people and bodies."""

    root: Holder
    intermediate: Holder
    founded_at: datetime
    names_lists: bool = True
    _revoked: dict[int, datetime] = field(default_factory=dict)

    @classmethod
    def found(cls, *, name: str, at: datetime, names_lists: bool = True) -> ExampleAuthority:
        """A new authority, valid for twenty years from ``at``.

        Args:
            name: Of the organisation.
            at: When.
            names_lists: Whether its certificates name the address of its revocation list.
        """
        root_name = Identity(common_name=f"{name} (gốc ví dụ)", organisation=name).as_name()
        root_key = ec.generate_private_key(ec.SECP256R1())
        until = at + 20 * YEAR
        root_certificate = _certify(root_name, root_key, root_name, root_key, at, until, is_authority=True)
        root = Holder(root_certificate, root_key)
        key = ec.generate_private_key(ec.SECP256R1())
        middle_name = Identity(common_name=f"{name} (cấp chứng thư ví dụ)", organisation=name).as_name()
        middle = _certify(
            middle_name, key, root_name, root_key, at, until, is_authority=True, names_list=names_lists
        )
        return cls(root, Holder(middle, key), at, names_lists)

    def issue(self, identity: Identity, *, valid_from: datetime, valid_until: datetime) -> Holder:
        """A certificate for signing documents."""
        key = ec.generate_private_key(ec.SECP256R1())
        return self._issue(identity, key, valid_from, valid_until, is_timestamper=False)

    def issue_timestamper(self, identity: Identity, *, valid_from: datetime, valid_until: datetime) -> Holder:
        """A certificate for stamping times."""
        key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        return self._issue(identity, key, valid_from, valid_until, is_timestamper=True)

    def revoke(self, holder: Holder, *, at: datetime) -> None:
        """From ``at`` on the certificate is void; later lists say so."""
        self._revoked[holder.certificate.serial_number] = at

    def root_pem(self) -> bytes:
        """The root as an administrator uploads it."""
        return self.root.certificate.public_bytes(serialization.Encoding.PEM)

    def intermediate_pem(self) -> bytes:
        """The intermediate, which careless signing software leaves out."""
        return self.intermediate.certificate.public_bytes(serialization.Encoding.PEM)

    def revocation_lists(self, *, at: datetime) -> tuple[bytes, bytes]:
        """The lists of the root and of the intermediate, issued at ``at``, good for a year."""
        return (self._list(self.root, {}, at), self._list(self.intermediate, self._revoked, at))

    def _issue(
        self, identity: Identity, key: PrivateKey, start: datetime, end: datetime, *, is_timestamper: bool
    ) -> Holder:
        issuer = self.intermediate
        certificate = _certify(
            identity.as_name(), key, issuer.certificate.subject, issuer.key, start, end,
            email=identity.email, is_timestamper=is_timestamper, names_list=self.names_lists,
        )  # fmt: skip
        return Holder(certificate, key, (issuer.certificate,))

    @staticmethod
    def _list(issuer: Holder, revoked: dict[int, datetime], at: datetime) -> bytes:
        builder = (
            x509.CertificateRevocationListBuilder()
            .issuer_name(issuer.certificate.subject)
            .last_update(at)
            .next_update(at + YEAR)
        )
        for serial, since in revoked.items():
            entry = x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(since).build()
            builder = builder.add_revoked_certificate(entry)
        return builder.sign(issuer.key, hashes.SHA256()).public_bytes(serialization.Encoding.DER)


def as_asn1(certificate: x509.Certificate) -> asn1_x509.Certificate:
    """The same certificate in the form pyHanko works with."""
    return asn1_x509.Certificate.load(certificate.public_bytes(serialization.Encoding.DER))


def _key_as_asn1(key: PrivateKey) -> asn1_keys.PrivateKeyInfo:
    data = key.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return asn1_keys.PrivateKeyInfo.load(data)


def _certify(  # noqa: PLR0913  # a certificate has this many parts
    subject: x509.Name,
    key: PrivateKey,
    issuer: x509.Name,
    issuer_key: PrivateKey,
    valid_from: datetime,
    valid_until: datetime,
    *,
    email: str = "",
    is_authority: bool = False,
    is_timestamper: bool = False,
    names_list: bool = True,
) -> x509.Certificate:
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(valid_from)
        .not_valid_after(valid_until)
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(_usage(is_authority=is_authority), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    if subject != issuer and names_list:
        builder = builder.add_extension(_revocation_address(), critical=False)
    if is_timestamper:
        purpose = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        builder = builder.add_extension(purpose, critical=True)
    if email:
        builder = builder.add_extension(x509.SubjectAlternativeName([x509.RFC822Name(email)]), critical=False)
    return builder.sign(issuer_key, hashes.SHA256())


def _usage(*, is_authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_authority,
        content_commitment=not is_authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )


def _revocation_address() -> x509.CRLDistributionPoints:
    # Never asked: signatures are checked offline. It says that a list exists.
    address = x509.UniformResourceIdentifier(_CRL_ADDRESS)
    return x509.CRLDistributionPoints([x509.DistributionPoint([address], None, None, None)])

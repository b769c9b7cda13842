"""The authorities, people and documents of the evidence tests. Made once for each test process."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from chamdiem.evidence.example_authority import YEAR, ExampleAuthority, Holder, Identity
from chamdiem.evidence.example_documents import DocumentFacts, make_document, sign
from chamdiem.evidence.signatures import Trust

SIGNED_AT = datetime(2026, 3, 2, 8, 30, tzinfo=UTC)
RECEIVED_AT = datetime(2026, 3, 5, 14, 0, tzinfo=UTC)

HANG = Identity(
    common_name="Nguyễn Thị Thu Hằng",
    organisation="Ủy ban nhân dân tỉnh Ví Dụ",
    unit="Sở Khoa học và Công nghệ",
    email="hang@vidu.example",
    tax_code="0100109106",
)
OFFICE = Identity(common_name="Sở Khoa học và Công nghệ", organisation="Ủy ban nhân dân tỉnh Ví Dụ")
STAMPS = Identity(common_name="Dịch vụ dấu thời gian ví dụ", organisation="Cơ quan chứng thực ví dụ")


class Cast:
    """An authority we trust, one nobody knows, and the certificates they gave out."""

    def __init__(self) -> None:
        self.known = ExampleAuthority.found(name="Cơ quan chứng thực ví dụ", at=SIGNED_AT - 5 * YEAR)
        self.stranger = ExampleAuthority.found(name="Cơ quan chứng thực lạ", at=SIGNED_AT - 5 * YEAR)
        self.hang = self._issue(HANG)
        self.office = self._issue(OFFICE)
        self.dismissed = self._issue(Identity(common_name="Đỗ Văn Quỳnh"))
        self.expired = self.known.issue(
            Identity(common_name="Phạm Ngọc Ửng"),
            valid_from=SIGNED_AT - 3 * YEAR,
            valid_until=SIGNED_AT - YEAR,
        )
        self.not_yet = self.known.issue(
            Identity(common_name="Lê Ỷ"), valid_from=SIGNED_AT + YEAR, valid_until=SIGNED_AT + 2 * YEAR
        )
        self.unknown = self.stranger.issue(
            HANG, valid_from=SIGNED_AT - YEAR, valid_until=SIGNED_AT + 2 * YEAR
        )
        self.timestamper = self.known.issue_timestamper(
            STAMPS, valid_from=SIGNED_AT - YEAR, valid_until=SIGNED_AT + 10 * YEAR
        )

    def _issue(self, identity: Identity) -> Holder:
        return self.known.issue(identity, valid_from=SIGNED_AT - YEAR, valid_until=SIGNED_AT + YEAR)

    def trust_at(self, at: datetime) -> Trust:
        """The known root, with revocation lists issued at ``at``."""
        lists = self.known.revocation_lists(at=at)
        return Trust(roots=(self.known.root_pem(),), revocation_lists=lists)

    @property
    def trust(self) -> Trust:
        return self.trust_at(RECEIVED_AT)


@cache
def cast() -> Cast:
    return Cast()


FACTS = DocumentFacts(
    superior="Ủy ban nhân dân tỉnh Ví Dụ",
    body="Sở Khoa học và Công nghệ",
    number="15/BC-SKHCN",
    place="Ví Dụ",
    issued_on=date(2026, 3, 2),
    kind="Báo cáo",
    subject="Kết quả thực hiện chuyển đổi số năm 2025",
    paragraphs=(
        "Thực hiện Kế hoạch của Ủy ban nhân dân tỉnh, Sở báo cáo kết quả như sau:",
        "Tỷ lệ hồ sơ trực tuyến đạt 87,5 %; bảo mật hệ thống thông tin được giữ vững.",
    ),
    recipients=("Ủy ban nhân dân tỉnh (để báo cáo)", "Lưu: VT, KHCN"),
    signer_title="Giám đốc",
    signer_name="Nguyễn Thị Thu Hằng",
)


@cache
def unsigned() -> bytes:
    return make_document(FACTS)


@cache
def signed() -> bytes:
    """Signed by Hằng, with her own word for the time."""
    return sign(unsigned(), cast().hang, signed_at=SIGNED_AT)


@cache
def stamped() -> bytes:
    """Signed by Hằng, the time proven by a stamp."""
    return sign(unsigned(), cast().hang, signed_at=SIGNED_AT, timestamper=cast().timestamper)


def self_issued(identity: Identity) -> Holder:
    """A certificate for signing that its holder issued to herself."""
    key = ec.generate_private_key(ec.SECP256R1())
    purposes = ("key_encipherment", "data_encipherment", "key_agreement", "key_cert_sign", "crl_sign")
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        **dict.fromkeys((*purposes, "encipher_only", "decipher_only"), False),
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(identity.as_name())
        .issuer_name(identity.as_name())
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(SIGNED_AT - YEAR)
        .not_valid_after(SIGNED_AT + YEAR)
        .add_extension(usage, critical=True)
    )
    return Holder(builder.sign(key, hashes.SHA256()), key)

"""What is found about the signatures of one document; plain values that go into JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any


class Verdict(StrEnum):
    """What holds of a signature, or of a document: the worst of its signatures."""

    VALID = "valid"
    CHANGED_AFTER = "changed_after"
    INVALID = "invalid"
    CANNOT_VERIFY = "cannot_verify"
    NOT_SIGNED = "not_signed"


class Why(StrEnum):
    """The reason of a verdict other than valid, changed or not signed.

    The first six are proof that a signature is invalid; with the others it is open.
    """

    CONTENT_CHANGED = "content_changed"
    SIGNATURE_BROKEN = "signature_broken"
    EXPIRED_WHEN_SIGNED = "expired_when_signed"
    NOT_YET_VALID_WHEN_SIGNED = "not_yet_valid_when_signed"
    REVOKED_WHEN_SIGNED = "revoked_when_signed"
    COVERS_UNCLEARLY = "covers_unclearly"
    SELF_SIGNED = "self_signed"
    UNKNOWN_ROOT = "unknown_root"
    CHAIN_INCOMPLETE = "chain_incomplete"
    CHAIN_BROKEN = "chain_broken"
    NO_REVOCATION_INFORMATION = "no_revocation_information"
    ISSUER_REVOKED = "issuer_revoked"
    SIGNING_TIME_UNPROVEN = "signing_time_unproven"
    SIGNING_TIME_AHEAD = "signing_time_ahead"
    NOT_FOR_SIGNING = "not_for_signing"
    WEAK_ALGORITHM = "weak_algorithm"
    UNSUPPORTED_ALGORITHM = "unsupported_algorithm"
    UNSUPPORTED_FORMAT = "unsupported_format"
    UNREADABLE_SIGNATURE = "unreadable_signature"
    UNREADABLE_FILE = "unreadable_file"
    ENCRYPTED = "encrypted"
    TOO_MANY_SIGNATURES = "too_many_signatures"
    TOO_MUCH_WORK = "too_much_work"


class LaterChanges(StrEnum):
    """What happened to the file after a signature."""

    NONE = "none"
    TIMESTAMPS = "timestamps"  # time stamps, certificates, revocation lists
    FORMS = "forms"  # forms filled in, further signatures
    APPENDED = "appended"  # bytes that belong to no update, which no viewer shows
    CONTENT = "content"  # anything else


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """Who signed, as the certificate names them; empty where it does not."""

    common_name: str = ""
    organisation: str = ""
    unit: str = ""
    email: str = ""
    tax_code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureVerdict:
    """One signature: verdict, reason and what is known.

    ``signed_at`` is the time a trusted stamp proves (``is_time_proven``), else the one the signer claims.
    ``detail`` carries the name a reason needs: the missing or unknown issuer.
    """

    verdict: Verdict
    why: Why | None = None
    detail: str = ""
    field: str = ""
    signer: Signer = Signer()
    issuer: str = ""
    certificate_valid_from: datetime | None = None
    certificate_valid_until: datetime | None = None
    signed_at: datetime | None = None
    is_time_proven: bool = False
    covers_whole_document: bool = False
    later_changes: LaterChanges = LaterChanges.NONE
    is_revocation_checked: bool = False
    # Whether the certificate says where its revocation is told; None where nobody looked.
    names_revocation: bool | None = None


_GRAVITY = (Verdict.VALID, Verdict.CANNOT_VERIFY, Verdict.CHANGED_AFTER, Verdict.INVALID)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentVerdict:
    """All signatures of a document, oldest first, and the worst of them as the whole."""

    verdict: Verdict
    why: Why | None = None
    signatures: tuple[SignatureVerdict, ...] = ()

    @classmethod
    def of(cls, signatures: tuple[SignatureVerdict, ...]) -> DocumentVerdict:
        """The verdict of a document from those of its signatures."""
        if not signatures:
            return cls(verdict=Verdict.NOT_SIGNED)
        worst = max(signatures, key=lambda each: _GRAVITY.index(each.verdict))
        return cls(verdict=worst.verdict, why=worst.why, signatures=signatures)

    @classmethod
    def unverifiable(cls, why: Why) -> DocumentVerdict:
        """Nothing can be said about the document as a whole."""
        return cls(verdict=Verdict.CANNOT_VERIFY, why=why)

    @property
    def is_covered_as_it_stands(self) -> bool:
        """Whether a valid signature covers all that a reader sees now; time stamps may have followed."""
        unchanged = (LaterChanges.NONE, LaterChanges.TIMESTAMPS)
        return any(
            each.verdict == Verdict.VALID and each.later_changes in unchanged for each in self.signatures
        )

    def as_json(self) -> dict[str, Any]:
        """Plain values; times in ISO 8601."""
        plain: dict[str, Any] = _plain(asdict(self))
        return plain

    @classmethod
    def from_json(cls, plain: Mapping[str, Any]) -> DocumentVerdict:
        """The reverse of ``as_json``."""
        return cls(
            verdict=Verdict(plain["verdict"]),
            why=Why(plain["why"]) if plain["why"] else None,
            signatures=tuple(_signature(each) for each in plain["signatures"]),
        )


_TIMES = ("certificate_valid_from", "certificate_valid_until", "signed_at")


def _signature(plain: Mapping[str, Any]) -> SignatureVerdict:
    times = {key: datetime.fromisoformat(plain[key]) if plain[key] else None for key in _TIMES}
    return SignatureVerdict(
        **{
            **plain,
            **times,
            "verdict": Verdict(plain["verdict"]),
            "why": Why(plain["why"]) if plain["why"] else None,
            "later_changes": LaterChanges(plain["later_changes"]),
            "signer": Signer(**plain["signer"]),
        }
    )


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return str(value) if isinstance(value, StrEnum) else value

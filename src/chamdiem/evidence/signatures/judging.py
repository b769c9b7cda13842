"""From what pyHanko finds to a verdict. No files, no certificates read: only decisions.

The rule behind all of them: *invalid* needs proof. An expired or revoked certificate is
proof only when the time of signing is proven too, or when the signer's own claimed time
already lies after the end. Everything else stays *cannot verify*, with its reason.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from pyhanko.sign.ades.report import AdESIndeterminate, AdESSubIndic

from chamdiem.evidence.signatures.verdict import LaterChanges, Verdict, Why

# Programs write the hour of Việt Nam as if it were that of Greenwich, and clocks are wrong.
_CLOCK_WRONG_BY = timedelta(hours=24)
Judgement = tuple[Verdict, Why | None]

_CHAIN = {
    AdESIndeterminate.NO_CERTIFICATE_CHAIN_FOUND: Why.CHAIN_INCOMPLETE,
    AdESIndeterminate.TRY_LATER: Why.NO_REVOCATION_INFORMATION,
    AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE: Why.WEAK_ALGORITHM,
    AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE_NO_POE: Why.WEAK_ALGORITHM,
    AdESIndeterminate.REVOKED_CA_NO_POE: Why.ISSUER_REVOKED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What was found about one signature.

    ``moment`` is the latest time at which it was surely there already: a trusted stamp
    (``is_time_proven``) or when the file was received.
    """

    is_digest_right: bool
    is_signature_right: bool
    is_algorithm_supported: bool
    problem: AdESSubIndic | None
    moment: datetime
    is_time_proven: bool
    claimed_at: datetime | None
    valid_from: datetime
    valid_until: datetime
    revoked_at: datetime | None
    holds_without_revocation: bool
    is_revocation_checked: bool
    has_known_issuers: bool
    is_self_issued: bool
    is_for_signing: bool
    is_coverage_clear: bool
    later_changes: LaterChanges


def judge(found: Finding) -> Judgement:
    """The verdict on one signature and its reason."""
    integrity = _judge_integrity(found)
    if integrity is not None:
        return integrity
    if found.problem is not None:
        return _judge_certificate(found, found.problem)
    if found.later_changes in (LaterChanges.APPENDED, LaterChanges.CONTENT):
        return (Verdict.CHANGED_AFTER, None)
    if _is_claimed_ahead(found):
        return (Verdict.CANNOT_VERIFY, Why.SIGNING_TIME_AHEAD)
    return (Verdict.VALID, None)


def _judge_integrity(found: Finding) -> Judgement | None:
    if not found.is_algorithm_supported:
        return (Verdict.CANNOT_VERIFY, Why.UNSUPPORTED_ALGORITHM)
    if not found.is_digest_right:
        return (Verdict.INVALID, Why.CONTENT_CHANGED)
    if not found.is_signature_right:
        return (Verdict.INVALID, Why.SIGNATURE_BROKEN)
    if not found.is_coverage_clear:
        return (Verdict.INVALID, Why.COVERS_UNCLEARLY)
    return None


def _is_claimed_ahead(found: Finding) -> bool:
    """Whether the signer claims a time that had not come when the file was received."""
    if found.is_time_proven or found.claimed_at is None:
        return False
    return found.claimed_at > found.moment + _CLOCK_WRONG_BY


def _judge_certificate(found: Finding, problem: AdESSubIndic) -> Judgement:
    if problem == AdESIndeterminate.OUT_OF_BOUNDS_NO_POE:
        return _judge_time(found, found.valid_until, Why.EXPIRED_WHEN_SIGNED)
    if problem == AdESIndeterminate.REVOKED_NO_POE and found.revoked_at is not None:
        return _judge_time(found, found.revoked_at, Why.REVOKED_WHEN_SIGNED)
    if problem == AdESIndeterminate.NO_CERTIFICATE_CHAIN_FOUND and found.has_known_issuers:
        return (Verdict.CANNOT_VERIFY, Why.UNKNOWN_ROOT)
    if problem == AdESIndeterminate.CHAIN_CONSTRAINTS_FAILURE:
        return (Verdict.CANNOT_VERIFY, _judge_constraints(found))
    if isinstance(problem, AdESIndeterminate) and problem in _CHAIN:
        return (Verdict.CANNOT_VERIFY, _CHAIN[problem])
    if found.moment < found.valid_from:
        return (Verdict.INVALID, Why.NOT_YET_VALID_WHEN_SIGNED)
    if found.holds_without_revocation:
        return (Verdict.CANNOT_VERIFY, Why.NO_REVOCATION_INFORMATION)
    return (Verdict.CANNOT_VERIFY, Why.CHAIN_BROKEN)


def _judge_constraints(found: Finding) -> Why:
    """PyHanko says the same of a certificate not for signing and of one that nobody but its holder issued."""
    if not found.is_for_signing:
        return Why.NOT_FOR_SIGNING
    return Why.SELF_SIGNED if found.is_self_issued else Why.CHAIN_BROKEN


def _judge_time(found: Finding, end: datetime, why: Why) -> Judgement:
    """The certificate was good until ``end`` and is not any more at ``found.moment``."""
    is_admitted = found.claimed_at is not None and found.claimed_at >= end
    if found.is_time_proven or is_admitted:
        return (Verdict.INVALID, why)
    return (Verdict.CANNOT_VERIFY, Why.SIGNING_TIME_UNPROVEN)

"""Checks the signatures of a PDF, offline, against given roots of trust.

``check`` works in this process, ``check_apart`` in one of its own with limits of time and
memory; both give the same ``DocumentVerdict`` and never raise, whatever the bytes are.
``describe`` says a verdict in Vietnamese or English.
"""

from __future__ import annotations

from datetime import datetime

from chamdiem.evidence.signatures.apart import Limits, check_apart
from chamdiem.evidence.signatures.sentences import describe
from chamdiem.evidence.signatures.trust import Trust
from chamdiem.evidence.signatures.verdict import DocumentVerdict, SignatureVerdict, Signer, Verdict

__all__ = [
    "DocumentVerdict",
    "Limits",
    "SignatureVerdict",
    "Signer",
    "Trust",
    "Verdict",
    "check",
    "check_apart",
    "describe",
]


def check(data: bytes, *, trust: Trust, received_at: datetime) -> DocumentVerdict:
    """The verdict on every signature of a PDF; what it takes is loaded by whoever checks in this process."""
    from chamdiem.evidence.signatures import checking  # noqa: PLC0415  half a second of every start

    return checking.check(data, trust=trust, received_at=received_at)

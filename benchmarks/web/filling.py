"""Claim: the fast loader makes 4,000 dossiers with 100 answers each as the use cases would have made them.

Yardstick: the core and the use cases themselves, on a sample of copies: counts and points computed
anew, the hash of the content against the approval, and the chain of the audit trail from end to end.
"""

from __future__ import annotations

import json

from benchmarks.measuring import Claim
from benchmarks.web.campaigns import MANY, facts_of, installation_with

_LEAST_ANSWERS = MANY * 100


def claims() -> list[Claim]:
    """How much there is, how long it took when it was loaded, and that it is right."""
    facts = facts_of(MANY)
    installation = installation_with(MANY)
    proof = json.loads(installation.run("-m", "benchmarks.web", "proof"))
    trail = installation.run("-m", "chamdiem.config.manage", "verify_audit").splitlines()[0]
    return [
        Claim(
            f"Answers of {facts['dossiers']:,.0f} dossiers in this year's campaign",
            f"≥ {_LEAST_ANSWERS:,}",
            f"{facts['answers']:,.0f}",
            facts["answers"] >= _LEAST_ANSWERS,
            f"two campaigns of this size loaded in {facts['seconds']:.0f} s",
        ),
        Claim(
            "… copied dossiers that differ from what core and use cases make of them",
            "0",
            str(proof["differing"]),
            proof["differing"] == 0,
            f"of {proof['looked_at']} drawn; {trail}",
        ),
    ]

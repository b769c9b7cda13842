"""Claim: on the last evening 1,000 officers save field by field; p95 ≤ 300 ms, no error, nothing lost.

Load tool: locust, in a process of its own on the same machine, against gunicorn and the worker as
deployed and PostgreSQL with 4,000 dossiers. An officer copies figures from a sheet that lies before
her: 10 to 20 seconds from one field to the next, 15 in the mean, which makes 67 values a second.
The second run has no pauses at all: how many values a second get through, and that none is lost then.
"""

from __future__ import annotations

from typing import Any

from benchmarks.measuring import Claim
from benchmarks.web.campaigns import a_copy
from benchmarks.web.evening import Evening
from benchmarks.web.installation import Installation
from benchmarks.web.ledger import count_torn, find_lost

OFFICERS = 1_000
_SECONDS = 120
_PAUSE = (10.0, 20.0)
_MOST_MILLISECONDS = 300
# Without pauses, so many are enough to keep both cores busy.
_HURRIED, _HURRIED_SECONDS = 40, 30


def claims() -> list[Claim]:
    """The evening as it is, then with the throttle open."""
    installation = a_copy("last_evening")
    try:
        installation.start("web")
        installation.start("worker")
        calm = _run(Evening(installation, OFFICERS, _SECONDS, _PAUSE))
        hurried = _run(Evening(installation, _HURRIED, _HURRIED_SECONDS, (0.0, 0.0)))
        checked = installation.run("-m", "chamdiem.config.manage", "verify_audit").strip()
    finally:
        installation.stop("web")
        installation.stop("worker")
    return [
        *_calm_claims(calm),
        _lost_claim(f"Values lost of those acknowledged to {OFFICERS:,} officers", calm),
        Claim(
            f"Throughput without pauses, {_HURRIED} officers",
            "–",
            f"{hurried['rate']:.0f} values/s",
            None,
            f"p95 {hurried['p95']:.0f} ms; {hurried['failures']} errors",
        ),
        _lost_claim("… values lost of those acknowledged", hurried),
        Claim("… the audit trail afterwards", "whole", "whole", None, checked),
    ]


def _calm_claims(calm: dict[str, Any]) -> list[Claim]:
    return [
        Claim(
            f"{OFFICERS:,} officers autosaving every {_PAUSE[0]:.0f}–{_PAUSE[1]:.0f} s: p95",
            f"≤ {_MOST_MILLISECONDS} ms",
            f"{calm['p95']:.0f} ms",
            calm["p95"] <= _MOST_MILLISECONDS,
            f"{calm['rate']:.0f} values/s; median {calm['median']:.0f} ms, p99 {calm['p99']:.0f} ms, "
            f"slowest {calm['slowest']:.0f} ms",
        ),
        Claim(
            "… errors", "0", str(calm["failures"]), calm["failures"] == 0, f"of {calm['requests']:,} requests"
        ),
    ]


def _lost_claim(work: str, run: dict[str, Any]) -> Claim:
    lost = run["lost"] + run["torn"]
    return Claim(work, "0", str(lost), lost == 0, f"{run['promised']:,} acknowledged, every one looked up")


def _run(evening: Evening) -> dict[str, Any]:
    evening.begin()
    measured, promised = evening.end()
    return {**measured, **_looked_up(evening.installation, promised)}


def _looked_up(installation: Installation, promised: list[Any]) -> dict[str, int]:
    with installation.connect() as connection:
        return {
            "promised": len(promised),
            "lost": len(find_lost(connection, promised)),
            "torn": count_torn(connection),
        }

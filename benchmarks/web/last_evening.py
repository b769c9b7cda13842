"""Claim: on the last evening 1,000 officers save field by field; p95 ≤ 300 ms, no error, nothing lost.

Load tool: locust, in a process of its own on the same machine, against gunicorn and the worker as
deployed (two processes with four threads each) and PostgreSQL with 4,000 dossiers. All of them, the
load tool included, share two cores; what each took of them is told, and what the load tool took
would be free where officers have machines of their own.

The goal names no pause between two fields. Two are measured, and both have to hold:

- 20 to 30 seconds, 25 in the mean: she reads what is asked, looks it up, types: 40 values a second.
- 10 to 20 seconds, 15 in the mean: she copies from a sheet that lies before her: 67 values a second,
  so 30 ms of the two cores for each value, load tool included, and everything else waits.

The last run has no pauses at all: how many values a second get through, and that none is lost then.
"""

from __future__ import annotations

from typing import Any

from benchmarks.measuring import IS_SMALL, Claim, tell
from benchmarks.web.campaigns import a_copy
from benchmarks.web.evening import Evening
from benchmarks.web.installation import Installation
from benchmarks.web.ledger import count_torn, find_lost

OFFICERS = 40 if IS_SMALL else 1_000
_SECONDS = 30 if IS_SMALL else 120
_PAUSES = ((20.0, 30.0), (10.0, 20.0))
_MOST_MILLISECONDS = 300
# Without pauses, so many are enough to keep both cores busy.
_HURRIED, _HURRIED_SECONDS = 40, 10 if IS_SMALL else 30


def claims() -> list[Claim]:
    """The evening as it is, then with the throttle open."""
    installation = a_copy("last_evening")
    try:
        installation.start("web")
        installation.start("worker")
        calm = {pause: _run(Evening(installation, OFFICERS, _SECONDS, pause)) for pause in _PAUSES}
        hurried = _run(Evening(installation, _HURRIED, _HURRIED_SECONDS, (0.0, 0.0)))
        tell("verifying the audit trail")
        checked = installation.run("-m", "chamdiem.config.manage", "verify_audit").splitlines()[0]
    finally:
        installation.stop("web")
        installation.stop("worker")
    return [
        *(claim for pause, run in calm.items() for claim in _calm_claims(pause, run)),
        Claim(
            f"Throughput without pauses, {_HURRIED} officers",
            "–",
            f"{hurried['rate']:.0f} values/s",
            None,
            f"p95 {hurried['p95']:.0f} ms; {hurried['failures']} errors",
        ),
        _lost_claim("… values lost of those acknowledged", hurried),
        _processor_claim(hurried),
        Claim("… the audit trail afterwards", "whole", "whole", None, checked),
    ]


def _calm_claims(pause: tuple[float, float], calm: dict[str, Any]) -> list[Claim]:
    return [
        Claim(
            f"{OFFICERS:,} officers autosaving every {pause[0]:.0f}–{pause[1]:.0f} s: p95",
            f"≤ {_MOST_MILLISECONDS} ms",
            f"{calm['p95']:.0f} ms",
            calm["p95"] <= _MOST_MILLISECONDS,
            f"{calm['rate']:.0f} values/s; median {calm['median']:.0f} ms, p99 {calm['p99']:.0f} ms, "
            f"slowest {calm['slowest']:.0f} ms",
        ),
        Claim(
            "… errors", "0", str(calm["failures"]), calm["failures"] == 0, f"of {calm['requests']:,} requests"
        ),
        _lost_claim("… values lost of those acknowledged", calm),
        _processor_claim(calm),
    ]


def _processor_claim(run: dict[str, Any]) -> Claim:
    taken: dict[str, float] = run["processor"]
    each = sum(taken.values()) / max(1, run["promised"])
    parts = ", ".join(f"{name} {seconds:.0f} s" for name, seconds in taken.items())
    return Claim("… processor time for each value", "–", f"{each * 1000:.1f} ms", None, parts)


def _lost_claim(work: str, run: dict[str, Any]) -> Claim:
    lost = run["lost"] + run["torn"]
    return Claim(work, "0", str(lost), lost == 0, f"{run['promised']:,} acknowledged, every one looked up")


def _run(evening: Evening) -> dict[str, Any]:
    tell(f"{evening.officers:,} officers, pauses {evening.pause}, {evening.seconds + 10} s and what is late")
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

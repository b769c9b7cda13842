"""Claim: after an edit the page part of a dossier is ready in ≤ 60 ms, beside the 10 ms of the core.

The page part is what the answer to an edit holds beside the acknowledgement: totals, rows of the
tree, points with their reason, all drawn from a dossier of 146 figures that is filled in. The
whole request, from the session to the committed audit event, is measured beside it.
"""

from __future__ import annotations

import json

from benchmarks.measuring import Claim, milliseconds
from benchmarks.web.campaigns import a_copy

_MOST_SECONDS = 0.060


def claims() -> list[Claim]:
    """The part, and the whole request around it."""
    found = json.loads(a_copy("autosave").run("-m", "benchmarks.web", "edits"))
    return [
        Claim(
            "The page part of a dossier after an edit",
            "≤ 60 ms",
            milliseconds(found["part"]),
            found["part"] <= _MOST_SECONDS,
            f"{found['figures']} figures",
        ),
        Claim(
            "… the whole request at the server",
            "–",
            milliseconds(found["request"]),
            None,
            f"{found['queries']} queries; processor time {milliseconds(found['processor'])}",
        ),
    ]

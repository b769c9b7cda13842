"""Work that a killed worker had in hand, without waiting for the minute in which its absence is noticed."""

from __future__ import annotations

import psycopg

from benchmarks.web.installation import Installation

_ASK = (
    "import django; django.setup(); from chamdiem.jobs.services import rescue_jobs;"
    " rescue_jobs.configure(queueing_lock='at once').defer(timestamp=0)"
)
# All but the newest worker are dead; that of the dead has been silent for long from now on.
_SILENCE = (
    "UPDATE procrastinate_workers SET last_heartbeat = last_heartbeat - interval '5 minutes'"
    " WHERE id <> (SELECT max(id) FROM procrastinate_workers)"
)


def rescue_now(installation: Installation, connection: psycopg.Connection) -> None:
    """Let the time pass after which a worker counts as dead, and have its work queued again."""
    connection.execute(_SILENCE)
    installation.run("-c", _ASK)

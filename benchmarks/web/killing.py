"""Claim: web, worker and database killed -9 in the middle lose nothing acknowledged, and do nothing twice.

1,000 officers save every 10 to 20 seconds and send again after ten seconds as the page does; at
intervals everything is killed, one after the other and all together, and started again. Files wait
for their signatures to be checked all the while. What the small test in ``tests/durability`` shows
on every change, this shows at full size.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from benchmarks.measuring import IS_SMALL, Claim, tell
from benchmarks.web.campaigns import a_copy
from benchmarks.web.evening import Evening
from benchmarks.web.installation import Installation, wait_until
from benchmarks.web.last_evening import OFFICERS
from benchmarks.web.ledger import (
    count_done,
    count_done_twice,
    count_torn,
    count_unchecked,
    count_unfinished,
    find_lost,
)

_FILES = 10 if IS_SMALL else 60
_SECONDS = 90 if IS_SMALL else 180
_AGAIN = 10.0
# So many values more are acknowledged between one blow and the next.
_MORE = 10 if IS_SMALL else 300


def claims() -> list[Claim]:
    """Kill, start again, look everything up."""
    installation = a_copy("killing")
    evening = Evening(installation, OFFICERS, _SECONDS, (10.0, 20.0), again=_AGAIN)
    try:
        installation.start("web")
        installation.run("-m", "benchmarks.web", "waiting_files", str(_FILES))
        installation.start("worker")
        evening.begin()
        kills = _strike(installation, evening)
        measured, promised = evening.end()
        tell("waiting for background work, looking everything up")
        with installation.connect() as connection:
            wait_until(lambda: not count_unfinished(connection), "all work is done")
            lost = [*find_lost(connection, promised)]
            counts = {
                "torn": count_torn(connection),
                "twice": count_done_twice(connection),
                "unchecked": count_unchecked(connection),
                "checked": count_done(connection, "evidence.check_file"),
            }
        trail = installation.run("-m", "chamdiem.config.manage", "verify_audit").splitlines()[0]
    finally:
        evening.give_up()
        installation.stop("web")
        installation.stop("worker")
    return _claims(kills, measured, len(promised), len(lost), counts, trail)


def _strike(installation: Installation, evening: Evening) -> int:
    """Every blow after some more work got done; how many there were."""
    blows: tuple[Callable[[], None], ...] = (
        lambda: _web(installation),
        lambda: _worker(installation),
        lambda: _database(installation),
        lambda: _everything(installation),
    )
    for number, blow in enumerate(blows, 1):
        tell(f"blow {number} of {len(blows)}")
        before = evening.promised()
        wait_until(lambda before=before: evening.promised() >= before + _MORE, "values go on")  # type: ignore[misc]
        blow()
    return len(blows)


def _web(installation: Installation) -> None:
    installation.kill("web")
    installation.start("web")


def _worker(installation: Installation) -> None:
    installation.kill("worker")
    installation.start("worker")


def _database(installation: Installation) -> None:
    installation.kill_database()
    installation.start_database()
    installation.revive("worker")


def _everything(installation: Installation) -> None:
    installation.kill("web")
    installation.kill("worker")
    installation.kill_database()
    installation.start_database()
    installation.start("web")
    installation.start("worker")


def _claims(
    kills: int, measured: dict[str, Any], promised: int, lost: int, counts: dict[str, int], trail: str
) -> list[Claim]:
    gone = lost + counts["torn"]
    twice = counts["twice"] + counts["unchecked"] + abs(counts["checked"] - _FILES)
    return [
        Claim(
            f"Values lost of those acknowledged, with {kills} × kill -9",
            "0",
            str(gone),
            gone == 0,
            f"{promised:,} acknowledged; {measured['failures']:,} requests failed and were sent again",
        ),
        Claim(
            "… background jobs not done, or done twice",
            "0",
            str(twice),
            twice == 0,
            f"{counts['checked']} files checked for signatures",
        ),
        Claim("… the audit trail afterwards", "whole", "whole", None, trail),
    ]

"""Web, worker and database are killed in the middle: what was acknowledged is there, nothing happens twice.

Real processes on a real PostgreSQL of their own; officers send again as the page does. The same
with 1,000 officers is ``benchmarks/web/killing.py``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from random import Random
from threading import Event

import pytest
from benchmarks.web.installation import Installation, wait_until
from benchmarks.web.ledger import (
    count_done,
    count_done_twice,
    count_torn,
    count_unchecked,
    count_unfinished,
    find_lost,
)
from benchmarks.web.officer import Acknowledged, Officer, Seat, plain_send, read_seats
from benchmarks.web.rescuing import rescue_now

from . import company

_INSIDE = "import django; django.setup(); from tests.durability.company import main; main()"
# How many values more have to be acknowledged before the next blow falls.
_MORE = 2 * company.OFFICERS
_AGAIN_SECONDS = 0.2


class Crowd:
    """Officers at work, each in a thread of her own, until they are told that it is evening."""

    def __init__(self, installation: Installation, seats: list[Seat]) -> None:
        self._officers = [_officer(installation, seat) for seat in seats]
        self._is_evening, self._is_over = Event(), Event()
        self._pool = ThreadPoolExecutor(len(seats))
        self._at_work: list[Future[None]] = [self._pool.submit(self._work, each) for each in self._officers]

    @property
    def acknowledged(self) -> list[Acknowledged]:
        """Everything that was promised to them so far."""
        return [each for officer in self._officers for each in officer.acknowledged]

    def go_on(self) -> None:
        """Wait until they got some more work done."""
        before = len(self.acknowledged)
        wait_until(lambda: len(self.acknowledged) >= before + _MORE or self._is_broken(), "values go on")

    def go_home(self) -> list[Acknowledged]:
        """Let everybody finish what she typed; what a thread met is raised here."""
        self._is_evening.set()
        for each in self._at_work:
            each.result()
        return self.acknowledged

    def give_up(self) -> None:
        """Send everybody home at once, whatever has not been kept yet."""
        self._is_over.set()
        self._is_evening.set()
        self._pool.shutdown()

    def _is_broken(self) -> bool:
        return any(each.done() for each in self._at_work)

    def _work(self, officer: Officer) -> None:
        while not self._is_over.is_set() and (not self._is_evening.is_set() or officer.unsent):
            if officer.unsent:
                self._is_evening.wait(_AGAIN_SECONDS)
                officer.send_all()
            else:
                officer.type_next()


def _officer(installation: Installation, seat: Seat) -> Officer:
    random = Random(seat.assessment)  # noqa: S311  nothing secret
    return Officer(seat, plain_send(installation.address, seat), random)


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installation]:
    installation = Installation(Path(tmp_path_factory.mktemp("town")))
    try:
        installation.prepare()
        yield installation
    finally:
        installation.close()


def test_nothing_acknowledged_is_lost_and_nothing_happens_twice_when_everything_is_killed(
    town: Installation,
) -> None:
    seats = read_seats(json.loads(town.run("-c", _INSIDE)))
    town.start("web")
    town.start("worker")
    crowd = Crowd(town, seats)
    try:
        crowd.go_on()
        with town.connect() as connection:
            wait_until(lambda: count_done(connection, "evidence.check_file") > 0, "the worker works")
        town.kill("worker")
        town.kill("web")
        town.start("web")
        crowd.go_on()
        town.kill_database()
        town.start_database()
        town.start("worker")
        crowd.go_on()
        town.kill("worker")
        town.kill("web")
        town.kill_database()
        town.start_database()
        town.start("web")
        town.start("worker")
        crowd.go_on()
        promised = crowd.go_home()
    finally:
        crowd.give_up()
    with town.connect() as connection:
        assert len(promised) >= 4 * _MORE
        assert find_lost(connection, promised) == []
        assert count_torn(connection) == 0
        rescue_now(town, connection)
        wait_until(lambda: not count_unfinished(connection), "all work is done")
        assert count_done(connection, "evidence.check_file") == company.FILES
        assert count_done_twice(connection) == 0
        assert count_unchecked(connection) == 0
    assert "nguyên vẹn" in town.run("-m", "chamdiem.config.manage", "verify_audit")

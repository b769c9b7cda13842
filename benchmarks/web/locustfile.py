"""The officers of a last evening, for locust: who sits where comes from a file, promises go into one.

``LAST_EVENING`` names a folder with ``seats.json``; ``acknowledged.jsonl`` and ``measured.json`` are
written into it. ``LAST_EVENING_PAUSE`` is the shortest and the longest pause between two fields, in
seconds; ``LAST_EVENING_AGAIN`` how often the page tries again, none where nothing is to get lost.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

import gevent
from locust import FastHttpUser, events, task
from locust.env import Environment

from benchmarks.web.officer import Lost, Officer, Seat, answer_of, read_seats

_FOLDER = Path(os.environ["LAST_EVENING"])
_SHORTEST, _LONGEST = (float(each) for each in os.environ["LAST_EVENING_PAUSE"].split())
_AGAIN = float(os.environ.get("LAST_EVENING_AGAIN", "0"))
_SEATS = iter(read_seats(json.loads((_FOLDER / "seats.json").read_text())))
_PROMISES = (_FOLDER / "acknowledged.jsonl").open("w", buffering=1)
NAME = "autosave"


class AtHerPage(FastHttpUser):  # type: ignore[misc]  # locust gives no types
    """One officer with her own seat."""

    connection_timeout = network_timeout = 120.0
    # One connection of its own, as a browser has.
    concurrency = 1

    def on_start(self) -> None:
        """Sit down; not all begin at the same moment."""
        seat = next(_SEATS)
        self.officer = Officer(seat, self._send_for(seat), Random(seat.assessment))  # noqa: S311  no secret
        gevent.sleep(self._pause(first=True))

    @task  # type: ignore[untyped-decorator]  # as above
    def type_next(self) -> None:
        """Type into the next field; where the page tries again, until it is kept."""
        self.officer.type_next()
        while _AGAIN and self.officer.unsent:
            gevent.sleep(_AGAIN)
            self.officer.send_all()
        for each in self.officer.acknowledged:
            _PROMISES.write(
                json.dumps({name: getattr(each, name) for name in each.__dataclass_fields__}) + "\n"
            )
        self.officer.acknowledged.clear()

    def wait_time(self) -> float:
        """How long she thinks before the next field."""
        return self._pause()

    def _pause(self, *, first: bool = False) -> float:
        return self.officer.random.uniform(0.0 if first else _SHORTEST, _LONGEST)

    def _send_for(self, seat: Seat) -> Any:
        def send(address: str, body: str) -> tuple[int, Mapping[str, Any]]:
            with self.client.request(
                "POST", address, data=body, headers=seat.headers, name=NAME, catch_response=True
            ) as response:
                if not response.status_code:
                    raise Lost
                return response.status_code, answer_of(response.content or b"")

        return send


@events.quitting.add_listener  # type: ignore[untyped-decorator]  # as above
def tell(environment: Environment, **_: Any) -> None:
    """What was measured, for who started this."""
    stats = environment.stats.get(NAME, "POST")
    measured = {
        "requests": stats.num_requests,
        "failures": stats.num_failures,
        "rate": stats.total_rps,
        "median": stats.get_response_time_percentile(0.5),
        "p95": stats.get_response_time_percentile(0.95),
        "p99": stats.get_response_time_percentile(0.99),
        "slowest": stats.max_response_time,
        "processor": process_time(),
        "errors": {str(each.error): each.occurrences for each in environment.stats.errors.values()},
    }
    (_FOLDER / "measured.json").write_text(json.dumps(measured))

"""One officer at her page: she types, the page sends, and sends again until it is acknowledged.

Behaves as ``frontend/behaviour/autosave.js``: what is typed is kept first; an answer below 300
acknowledges it; a lost connection or a status of 500 and more is tried again with the same value;
a 409 with a version is settled by keeping her own. How a request travels is given (``Send``), so
that the load tool and the tests share her.
"""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

# What a whole number is at most, where the figure has no bound of its own.
_MANY = 900_000


class Lost(Exception):
    """No answer came; whether the server kept the value is not known."""


class Refused(Exception):
    """The server refused a value the officer was entitled to write."""


@dataclass(frozen=True, slots=True)
class Field:
    """One figure on a page: how it is asked."""

    row: str
    figure: str
    type: str
    low: int = 0
    high: int | None = None
    options: tuple[str, ...] = ()

    def value(self, random: Random) -> str:
        """Something a person may type there."""
        match self.type:
            case "yes_no":
                return random.choice(("có", "không"))
            case "choice":
                return random.choice(self.options)
            case "text":
                return f"Theo báo cáo số {random.randrange(_MANY)}"
            case _:
                return str(random.randint(self.low, _MANY if self.high is None else self.high))


@dataclass(slots=True)
class Seat:
    """A dossier, and a session of somebody who may write in it; figure → version seen."""

    session: str
    assessment: int
    fields: Sequence[Field]
    versions: dict[str, int]
    token: str = "c" * 32

    @property
    def headers(self) -> dict[str, str]:
        """What the page sends with every request of its scripts."""
        return {
            "Cookie": f"sessionid={self.session}; csrftoken={self.token}",
            "X-CSRFToken": self.token,
            "Accept": "application/json",
            "Content-Type": "application/x-www-form-urlencoded",
        }


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """One value the server said it kept."""

    assessment: int
    figure: str
    typed: str
    version: int


# Address, body → status, answer; raises Lost.
Send = Callable[[str, str], tuple[int, Mapping[str, Any]]]


@dataclass(slots=True)
class Officer:
    """Fills in her dossier, figure after figure; ``acknowledged`` is what she was promised."""

    seat: Seat
    send: Send
    random: Random
    acknowledged: list[Acknowledged] = field(default_factory=list)
    unsent: dict[str, tuple[Field, str]] = field(default_factory=dict)
    _place: int = 0

    def type_next(self) -> None:
        """Type into the next field, and send whatever has not been acknowledged yet."""
        asked = self.seat.fields[self._place % len(self.seat.fields)]
        self._place += 1
        self.unsent[asked.figure] = (asked, asked.value(self.random))
        self.send_all()

    def send_all(self) -> None:
        """Send what is waiting; what gets lost goes on waiting.

        Raises:
            Refused: A value was refused.
        """
        for asked, typed in list(self.unsent.values()):
            try:
                self._send(asked, typed)
            except Lost:
                return

    def _send(self, asked: Field, typed: str) -> None:
        seat = self.seat
        address = f"/ho-so/{seat.assessment}/tieu-chi/{quote(asked.row)}/so-lieu/{quote(asked.figure)}/"
        body = urlencode({"value": typed, "version": seat.versions.get(asked.figure, 0)})
        status, answer = self.send(address, body)
        if status < 300:
            seat.versions[asked.figure] = answer["version"]
            del self.unsent[asked.figure]
            self.acknowledged.append(Acknowledged(seat.assessment, asked.figure, typed, answer["version"]))
        elif status == 409 and "version" in answer.get("facts", {}):
            seat.versions[asked.figure] = int(answer["facts"]["version"])
        elif status < 500:
            raise Refused(f"{address} {typed!r}: {status} {answer}")


def read_seats(data: Mapping[str, Any]) -> list[Seat]:
    """The seats a program inside the installation prepared (see ``seats``)."""
    fields = [Field(**{**each, "options": tuple(each["options"])}) for each in data["fields"]]
    return [Seat(fields=fields, **each) for each in data["seats"]]


def plain_send(address: str, seat: Seat) -> Send:
    """Requests over one connection after the other, with nothing but the standard library."""
    host = urlsplit(address).netloc

    def send(path: str, body: str) -> tuple[int, Mapping[str, Any]]:
        connection = http.client.HTTPConnection(host, timeout=120)
        try:
            connection.request("POST", path, body.encode(), seat.headers)
            response = connection.getresponse()
            content = response.read()
        except (OSError, http.client.HTTPException) as error:
            raise Lost from error
        finally:
            connection.close()
        return response.status, answer_of(content)

    return send


def answer_of(content: bytes) -> Mapping[str, Any]:
    """The JSON of an answer, or nothing."""
    try:
        answer: Mapping[str, Any] = json.loads(content)
    except ValueError:
        return {}
    return answer


def read_ledger(path: Path) -> list[Acknowledged]:
    """What officers of another process were promised, one JSON object a line."""
    return [Acknowledged(**json.loads(line)) for line in path.read_text().splitlines()]

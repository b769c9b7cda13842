"""How the tests of pages ask: addresses of the campaign, the text of a page, what it costs."""

from __future__ import annotations

from collections.abc import Callable

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.people import Cast

Opened = Callable[[str], Client]


def page_at(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return " ".join(response.content.decode().split())


def home(cast: Cast, rest: str = "") -> str:
    return f"/ky-danh-gia/{cast.campaign.pk}/{rest}"


def own(cast: Cast, rest: str = "") -> str:
    return f"/ky-danh-gia/don-vi/{cast.a.participant.pk}/{rest}"


def count_queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)

"""How the tests of pages ask: addresses of the campaign, the text of a page, what it costs."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

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


def read_export(response: Any) -> list[list[Any]]:
    """The cells of an exported list, whichever file it is."""
    if response.streaming:
        lines = b"".join(response.streaming_content).decode().splitlines()
        return [line.split(";") for line in lines]
    page: Any = load_workbook(BytesIO(response.content)).active
    return [list(row) for row in page.iter_rows(values_only=True)]

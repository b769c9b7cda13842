"""How the tests of pages ask: as somebody, for the text of a page."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

Opened = Callable[[str], Client]
HTMX = {"HX-Request": "true"}


def text_at(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()

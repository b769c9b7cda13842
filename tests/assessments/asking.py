"""How the tests of pages ask for a dossier: its address, its text, one figure sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.test import Client

from tests.people import Cast

Opened = Callable[[str], Client]
JSON = {"Accept": "application/json"}


def at(cast: Cast, path: str = "") -> str:
    return f"/ho-so/{cast.a.pk}/{path}"


def text(client: Client, address: str, **headers: str) -> str:
    answer = client.get(address, headers=headers)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def autosave(client: Client, cast: Cast, key: str, figure: str, value: str, version: int = 0) -> Any:
    address = at(cast, f"tieu-chi/{key}/so-lieu/{figure}/")
    return client.post(address, {"value": value, "version": version}, headers=JSON)

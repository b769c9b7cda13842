"""Role × address × ownership: generated from the URL configuration; an address without an entry fails."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from django.http import StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.people import Cast

from .address import EVERYBODY, Address

# Pages of libraries, tested there; they need no entry here.
FOREIGN = ("account_", "mfa_", "socialaccount_")

ADDRESSES: dict[str, Address] = {}
for _path in sorted(Path(__file__).parent.glob("*.py")):
    if _path.stem not in ("__init__", "address", "test_matrix"):
        ADDRESSES |= import_module(f"tests.addresses.{_path.stem}").ADDRESSES


def _names(patterns: list[URLPattern | URLResolver], namespace: str = "") -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _names(pattern.url_patterns, inner)
        elif pattern.name and not (namespace + pattern.name).startswith(FOREIGN):
            yield f"{namespace}{pattern.name}"


NAMES = sorted(set(_names(get_resolver().url_patterns)))


def test_every_address_has_an_entry_and_every_entry_an_address() -> None:
    assert set(ADDRESSES) == set(NAMES)


def _open(cast: Cast, name: str, client: Client) -> int:
    address = ADDRESSES[name]
    place = reverse(name, args=list(address.arguments(cast)))
    send = client.post if address.method == "post" else client.get
    response = send(place, address.data(cast))
    _release(response)
    return response.status_code


def _release(response: HttpResponseBase) -> None:
    """Read a stream to its end, which closes what it streams."""
    if isinstance(response, StreamingHttpResponse):
        b"".join(response.streaming_content)  # type: ignore[arg-type]  # not asynchronous here


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_only_those_allowed_get_in(name: str, cast: Cast) -> None:
    address = ADDRESSES[name]
    address.prepare(cast)
    outsiders = {}
    for person in sorted(EVERYBODY - address.allowed):
        client = Client()
        client.force_login(cast.people[person])
        outsiders[person] = _open(cast, name, client)
    assert set(outsiders.values()) <= {403, 404}, outsiders


@pytest.mark.parametrize(
    ("name", "person"),
    [(name, person) for name, address in sorted(ADDRESSES.items()) for person in sorted(address.allowed)],
)
def test_those_allowed_are_let_in(name: str, person: str, cast: Cast) -> None:
    address = ADDRESSES[name]
    address.prepare(cast)
    client = Client()
    client.force_login(cast.people[person])
    assert _open(cast, name, client) not in (401, 403, 404, 500)


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_without_sign_in_only_public_pages_open(name: str, cast: Cast) -> None:
    address = ADDRESSES[name]
    address.prepare(cast)
    status = _open(cast, name, Client())
    # What is sent to a public address leads back to the page it came from.
    opened = {200, 304} if address.method == "get" else {302}
    assert status in (opened if address.is_public else {302, 403, 404})

"""Role × address × ownership: generated from the URL configuration; an address without an entry fails."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

import pytest
from django.conf import settings
from django.db import transaction
from django.http import StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from pytest_django import DjangoDbBlocker

from chamdiem.accounts.models import Role, RoleAssignment
from tests.people import Cast, make_cast

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


@dataclass(frozen=True, slots=True)
class World:
    """The cast, and the sessions in which everybody has signed in."""

    cast: Cast
    sessions: dict[str, str]


@pytest.fixture(scope="module")
def start(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """Where every test begins; made once, as signing in takes longer than many a page."""
    with django_db_blocker.unblock(), transaction.atomic():
        cast = make_cast()
        yield World(cast, {person: _sign_in(cast, person) for person in EVERYBODY})
        transaction.set_rollback(True)


@pytest.fixture
def world(start: World, db: None) -> World:
    """A world for one test: what it changes is taken back."""
    return deepcopy(start)


def _sign_in(cast: Cast, person: str) -> str:
    client = Client()
    client.force_login(cast.people[person])
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def test_every_address_has_an_entry_and_every_entry_an_address() -> None:
    assert set(ADDRESSES) == set(NAMES)


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_only_those_allowed_get_in(name: str, world: World) -> None:
    address = ADDRESSES[name]
    address.prepare(world.cast)
    answers = {person: _open(world, name, person) for person in sorted(EVERYBODY)}
    outsiders = {person: answers[person] for person in EVERYBODY - address.allowed}
    insiders = {person: answers[person] for person in address.allowed}
    assert set(outsiders.values()) <= {403, 404}, outsiders
    assert set(insiders.values()).isdisjoint((401, 403, 404, 500)), insiders


@pytest.mark.parametrize("role", Role.values)
@pytest.mark.parametrize("name", sorted(name for name, address in ADDRESSES.items() if address.is_at_top))
def test_below_the_top_no_role_settles_what_holds_for_all(name: str, role: str, world: World) -> None:
    """Not even that of an administrator; nor does a menu lead there."""
    ADDRESSES[name].prepare(world.cast)
    office = world.cast.it_office if role == Role.CONTRIBUTOR else None
    RoleAssignment.objects.filter(user=world.cast.an).update(role=role, office=office)
    assert _open(world, name, "an") == 403
    assert _open(world, "organisations:list", "an") == 200
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = world.sessions["an"]
    for page in ("home", "organisations:list"):
        shown = client.get(reverse(page)).content.decode()
        assert not [each for each in ("evidence:trust", "organisations:kinds") if reverse(each) in shown]


@pytest.mark.parametrize("name", sorted(ADDRESSES))
def test_without_sign_in_only_public_pages_open(name: str, world: World) -> None:
    address = ADDRESSES[name]
    address.prepare(world.cast)
    status = _open(world, name)
    # What is sent to a public address leads back to the page it came from.
    opened = {200, 304} if address.method == "get" else {302}
    assert status in (opened if address.is_public else {302, 403, 404})


def _open(world: World, name: str, person: str = "") -> int:
    """What somebody is answered; everything that changed is taken back, for the next to find it as it was."""
    address, client = ADDRESSES[name], Client()
    with transaction.atomic():
        if person:
            client.cookies[settings.SESSION_COOKIE_NAME] = world.sessions[person]
        send = client.post if address.method == "post" else client.get
        response = send(reverse(name, args=list(address.arguments(world.cast))), address.data(world.cast))
        _release(response)
        transaction.set_rollback(True)
    return response.status_code


def _release(response: HttpResponseBase) -> None:
    """Read a stream to its end, which closes what it streams."""
    if isinstance(response, StreamingHttpResponse):
        b"".join(response.streaming_content)  # type: ignore[arg-type]  # not asynchronous here

"""The cast, pages opened as one of them, patience of properties; nothing else is global."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from django.test import Client
from hypothesis import HealthCheck, settings

from .people import Cast, make_cast

# How long a machine takes says nothing about what is right; in CI a property tries the same cases again.
settings.register_profile(
    "patient",
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=bool(os.environ.get("CI")),
)
settings.load_profile("patient")


@pytest.fixture
def cast(db: None) -> Cast:
    """Everybody in their places."""
    return make_cast()


@pytest.fixture
def opened(cast: Cast) -> Callable[[str], Client]:
    """A browser in which a person of the cast has signed in: ``opened("an").get(…)``."""

    def sign_in(name: str) -> Client:
        client = Client()
        client.force_login(cast.people[name])
        return client

    return sign_in

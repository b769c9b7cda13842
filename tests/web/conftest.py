"""The floor ``web`` under test: addresses of its own, and the banner of the example."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client, override_settings
from django.utils import translation


@pytest.fixture(autouse=True)
def addresses() -> Iterator[None]:
    with override_settings(ROOT_URLCONF="tests.web.urls", IS_EXAMPLE=True), translation.override("vi"):
        yield


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)

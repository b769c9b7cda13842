"""The floor ``web`` under test: with the settings of the run, or with its own where it runs alone."""

from __future__ import annotations

from collections.abc import Iterator

import django
import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.utils import translation

from tests.web.settings import SETTINGS

if not settings.configured:
    settings.configure(**SETTINGS)
    django.setup()


@pytest.fixture(autouse=True)
def addresses() -> Iterator[None]:
    with override_settings(ROOT_URLCONF="tests.web.urls", IS_EXAMPLE=True), translation.override("vi"):
        yield


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)

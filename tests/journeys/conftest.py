"""The cast before browsers: everybody in their places, the pages under an address, a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connections
from playwright.sync_api import Browser

from tests.people import Cast, make_cast
from tests.web.browsing import chromium, serving


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """Everybody in their places, visible to the server's threads too."""
    return make_cast()


@pytest.fixture
def site(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The pages under an address; every request is a thread, which gives its connection back."""
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
    with serving() as address:
        yield address


@pytest.fixture
def browser(site: str) -> Iterator[Browser]:
    """A real browser; closed before the database is emptied."""
    with chromium() as found:
        yield found

"""The stopped clock of the pages, and a browser that visits them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from django.db import connections
from django.test import Client
from playwright.sync_api import Browser, Page

from tests.people import NOW, Cast, make_cast
from tests.web.browsing import chromium, rest, serving

Visit = Callable[..., Page]


@pytest.fixture
def stopped_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages are opened in the middle of the time of entry."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with pytest.MonkeyPatch.context() as patched, chromium() as started:
        # Playwright runs a loop of its own in this thread; Django would take it for asynchronous code.
        patched.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        # Each request has a thread of its own, and leaves no connection behind.
        patched.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
        yield started


@pytest.fixture
def company(transactional_db: None) -> Cast:
    return make_cast()


@pytest.fixture
def visit(browser: Browser, company: Cast) -> Iterator[Visit]:
    """``visit("an", "tieu-chi/2.1/")``: a browser for a person, at a page of the dossier of Sở A.

    A path from the root on is a page beside it.
    """
    contexts = []
    with serving() as site:

        def go(
            person: str, path: str = "", *, width: int = 1366, theme: Literal["light", "dark"] = "light"
        ) -> Page:
            client = Client()
            client.force_login(company.people[person])
            context = browser.new_context(
                viewport={"width": width, "height": 800}, locale="vi-VN", color_scheme=theme
            )
            contexts.append(context)
            context.set_default_timeout(20_000)
            cookie = client.cookies["sessionid"].value
            context.add_cookies([{"name": "sessionid", "value": cookie, "url": site}])
            page = context.new_page()
            place = path if path.startswith("/") else f"/ho-so/{company.a.pk}/{path}"
            page.goto(f"{site}{place}")
            rest(page)
            return page

        yield go
        for context in contexts:
            context.close()

"""People in browsers: each signs in by herself; every page she sees is looked at by axe."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import pytest
from django.db import connection
from playwright.sync_api import Browser, Locator, Page, ViewportSize
from playwright.sync_api import Error as PageMoved
from procrastinate.contrib.django import app

from tests.people import PASSWORD
from tests.web.browsing import listen, rest, violations

_MOST_LOOKS = 10
DESK: ViewportSize = {"width": 1366, "height": 768}
PHONE: ViewportSize = {"width": 390, "height": 844}
Result = TypeVar("Result")


def aside(function: Callable[[], Result]) -> Result:
    """Ask the database beside the browser, whose event loop owns this thread."""

    def run() -> Result:
        try:
            return function()
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as pool:
        return pool.submit(run).result()


def work() -> None:
    """What the worker does: everything that waits, then nothing."""

    def run() -> None:
        connector = app.connector.get_worker_connector()  # type: ignore[attr-defined]  # Django's has it
        with app.replace_connector(connector) as working:
            working.run_worker(wait=False, listen_notify=False, install_signal_handlers=False)

    aside(run)


class Traveller:
    """One person in one browser window."""

    def __init__(self, browser: Browser, site: str, login: str, *, is_phone: bool = False) -> None:
        self.site = site
        context = browser.new_context(viewport=PHONE if is_phone else DESK, locale="vi-VN")
        context.set_default_timeout(20_000)
        self.page: Page = context.new_page()
        self.wrong = listen(self.page)
        self.flaws: dict[str, list[str]] = {}
        if login:
            # What this page looks like is seen in tests/web.
            self.page.goto(site)
            self.page.fill("input[name=login]", f"{login}@vidu.gov.vn")
            self.page.fill("input[name=password]", PASSWORD)
            self.press("Đăng nhập")

    def go(self, address: str) -> None:
        """Open an address and look at it."""
        self.page.goto(address if address.startswith("http") else f"{self.site}{address}")
        self.look()

    def look(self) -> None:
        """Note what is wrong with the page as it is: accessibility, and what sticks out of the window."""
        for _ in range(_MOST_LOOKS):
            try:
                rest(self.page)
                before = self._document()
                found = self._flaws()
                if not before or before != self._document():
                    continue
            except PageMoved as moved:
                # An answer of htmx may lead on to another page while this one is looked at.
                if "context was destroyed" not in str(moved):
                    raise
                continue
            if found:
                self.flaws[self.page.url] = found
            return
        pytest.fail(f"{self.page.url} does not come to rest.")

    def _document(self) -> float:
        """Which document this is, once the whole of it has come; 0 before."""
        return float(self.page.evaluate("document.readyState === 'complete' ? performance.timeOrigin : 0"))

    def _flaws(self) -> list[str]:
        found = violations(self.page)
        wide = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        return found + ([f"{wide} px wider than the window"] if wide > 0 else [])

    def read_english(self) -> None:
        """Choose English in the menu of the person, on whatever page this is."""
        self.page.locator(".menu > summary").last.click()
        self.press("English")

    def follow(self, name: str) -> None:
        """Follow a link by its words."""
        self.page.get_by_role("link", name=name).first.click()
        self.look()

    def press(self, name: str, within: Locator | None = None) -> None:
        """Press a button by its words."""
        self.send((within or self.page.locator("body")).get_by_role("button", name=name).first)

    def send(self, button: Locator) -> None:
        """Press a button that sends something, and look at the answer."""
        with self.page.expect_response(lambda answer: answer.request.method == "POST"):
            button.click()
        self.look()

    def sees(self, text: str) -> bool:
        """Whether the page says so, once it has settled."""
        self.page.get_by_text(text).first.wait_for(state="attached")
        return True

    def type_and_wait(self, field: Locator, text: str) -> None:
        """Type into a field that saves itself, and wait until it says that it is saved."""
        with self.page.expect_response(lambda answer: "/so-lieu/" in answer.url and answer.status == 200):
            field.fill(text)
            field.blur()

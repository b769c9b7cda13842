"""A real Chromium against the pages of this floor, served from this process on the loopback."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.contrib.staticfiles.views import serve
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest
from django.http.response import FileResponse, HttpResponse
from playwright.sync_api import Browser, Page, sync_playwright

AXE = Path(__file__).parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
# Of several such lists Chromium takes the last: what Playwright switches off stays so. Beside it the
# suggestions of an address bar that nobody sees and the page that may come next, each of which would have a
# process of its own in every window.
_OFF = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "SpareRendererForSitePerProcess",
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=" + ",".join(_OFF),
]

# Within a frame there is no axe that would answer. What is right stays in the page: to hand it over takes
# a third of the time.
_LOOK = "axe.run(document, {resultTypes: ['violations'], iframes: false}).then(found => found.violations)"
_AT_REST = "html:not(:has(.htmx-request, .htmx-swapping, .htmx-settling))"


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Say nothing; the tests look at the pages."""


class _Files(StaticFilesHandler):
    def serve(self, request: HttpRequest) -> HttpResponse | FileResponse:
        return serve(request, self.file_path(request.path), insecure=True)


@contextmanager
def serving() -> Iterator[str]:
    """The pages of the current settings under an address of their own."""
    server = make_server("127.0.0.1", 0, _Files(WSGIHandler()), _Server, _Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def chromium() -> Iterator[Browser]:
    """The Chromium of the machine; where there is none, continuous integration fails and a desk skips."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        (pytest.fail if os.environ.get("CI") else pytest.skip)("No Chromium: install one or set CHROMIUM.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


def rest(page: Page) -> None:
    """Wait until a page is whole, in its own letters, and htmx has put in everything it fetched.

    Playwright's ``networkidle`` would wait half a second longer, on every page.
    """
    page.wait_for_load_state()
    page.wait_for_selector(_AT_REST, state="attached")
    page.evaluate("document.fonts.ready")


@cache
def _axe() -> str:
    return AXE.read_text(encoding="utf-8")


def violations(page: Page) -> list[str]:
    """What axe finds wrong with a page; it comes by the debugger, as the policy lets no script in."""
    if page.evaluate("typeof axe === 'undefined'"):
        debugger = page.context.new_cdp_session(page)
        debugger.send("Runtime.evaluate", {"expression": _axe()})
        debugger.detach()
    found = page.evaluate(_LOOK)
    return [f"{each['id']}: {node['html'][:120]}" for each in found for node in each["nodes"]]


def listen(page: Page) -> list[str]:
    """Collects what goes wrong in a page from now on, broken policy included."""
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    return wrong

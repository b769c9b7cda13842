from __future__ import annotations

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client

from chamdiem.web.security import POLICY, SecurityHeaders


@pytest.mark.parametrize(
    "address", ["/", "/kieu/", "/tu-choi/conflict/", "/hong/", "/khong-co/", "/health/live/"]
)
def test_every_answer_carries_the_policy(client: Client, address: str) -> None:
    assert client.get(address)["Content-Security-Policy"] == POLICY


def test_nothing_inline_and_nothing_from_elsewhere_is_allowed() -> None:
    assert "unsafe" not in POLICY
    assert "http" not in POLICY
    assert "*" not in POLICY
    assert "default-src 'self'" in POLICY
    assert "frame-ancestors 'self'" in POLICY


def test_a_view_may_be_stricter() -> None:
    strict = "default-src 'none'"

    def view(_request: HttpRequest) -> HttpResponse:
        return HttpResponse(headers={"Content-Security-Policy": strict})

    assert SecurityHeaders(view)(HttpRequest()).headers["Content-Security-Policy"] == strict


@pytest.mark.parametrize(("is_signed_in", "is_kept"), [(True, False), (False, True)])
def test_what_a_session_was_shown_is_not_kept_by_the_browser(
    client: Client, *, is_signed_in: bool, is_kept: bool
) -> None:
    if is_signed_in:
        client.cookies["sessionid"] = "x"
    assert ("no-store" not in client.get("/cong/").headers.get("Cache-Control", "")) is is_kept

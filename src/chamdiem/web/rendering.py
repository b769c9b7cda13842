"""One view, two answers: a whole page for a browser, its part for htmx; so for the page a form leads to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.cache import patch_vary_headers


def wants_part(request: HttpRequest) -> bool:
    """Whether htmx asks for a part: not a boosted link, not the history, not the whole body."""
    headers = request.headers
    return (
        headers.get("HX-Request") == "true"
        and headers.get("HX-Boosted") != "true"
        and headers.get("HX-History-Restore-Request") != "true"
        and headers.get("HX-Request-Type") != "full"
    )


def render_page_or_part(
    request: HttpRequest,
    page: str,
    context: Mapping[str, Any] | None = None,
    *,
    part: str,
    status: int = 200,
) -> HttpResponse:
    """Render the page, or for htmx only its part; the page includes the same part template."""
    template = part if wants_part(request) else page
    response = render(request, template, dict(context or {}), status=status)
    patch_vary_headers(response, ("HX-Request", "HX-Request-Type"))
    return response


def go(request: HttpRequest, name: str, *arguments: Any, anchor: str = "") -> HttpResponse:
    """Go on to a page; htmx loads it whole, so that what was typed stays where it is refused."""
    page = resolve_url(name, *arguments)
    if not wants_part(request):
        return redirect(page + anchor)
    response = HttpResponse(status=204)
    if anchor and urlsplit(request.headers.get("HX-Current-URL", "")).path == page:
        # A browser that is there already only scrolls to an anchor, and would show what was before.
        response["HX-Refresh"] = "true"
    else:
        response["HX-Redirect"] = page + anchor
    return response

"""How these pages answer a form: the next page for a browser, the same by a header for htmx."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url

from chamdiem.errors import Incomplete
from chamdiem.web.rendering import wants_part


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


def said(form: Form) -> dict[str, Any]:
    """What a form of the right shape says."""
    if not form.is_valid():
        raise Incomplete("appraisal.form_broken")
    return form.cleaned_data

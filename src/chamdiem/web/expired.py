"""A session that ended under a form: sign-in leads back to its page, not to where it was sent."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from chamdiem.web.refusing import wants_json
from chamdiem.web.rendering import wants_part


class ExpiredSession:
    """Middleware: what was sent without a session cannot be opened afterwards; the page it stood on can.

    Scripts are told by the redirect itself; they keep what was typed.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer; a sent form that would lead to sign-in leads there with its page and a sentence."""
        response = self._get_response(request)
        if (
            request.method in ("GET", "HEAD")
            or wants_json(request)
            or not _leads_to_sign_in(request, response)
        ):
            return response
        messages.warning(request, _("Phiên làm việc đã hết. Hãy đăng nhập lại rồi làm lại thao tác vừa rồi."))
        address = (
            f"{resolve_url(settings.LOGIN_URL)}?{urlencode({REDIRECT_FIELD_NAME: _page_of_form(request)})}"
        )
        if wants_part(request):
            # A whole page has no place in a part of one.
            return HttpResponse(headers={"HX-Redirect": address}, status=401)
        response.headers["Location"] = address
        return response


def _leads_to_sign_in(request: HttpRequest, response: HttpResponseBase) -> bool:
    """Whether somebody without a session is sent to sign-in, to go on where she sent something to."""
    there = urlsplit(response.headers.get("Location", ""))
    return (
        response.status_code == 302
        and there.path == resolve_url(settings.LOGIN_URL)
        and f"{REDIRECT_FIELD_NAME}=" in there.query
        and not request.user.is_authenticated
    )


def _page_of_form(request: HttpRequest) -> str:
    """The page of ours a form stood on, or the first page."""
    page = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(page, allowed_hosts={request.get_host()}):
        return resolve_url(settings.LOGIN_REDIRECT_URL)
    parts = urlsplit(page)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path

"""A refusal becomes a page for a browser, a small alert for htmx, JSON for a script.

A use case raises; no view catches, but a form may come back as it was typed with
the sentence in it (``returning``). The status says what kind of refusal it was,
the sentence comes from ``refusals``.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any

import structlog
from django.core.exceptions import (
    PermissionDenied,
    RequestDataTooBig,
    TooManyFieldsSent,
    TooManyFilesSent,
)
from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse, QueryDict
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse

from chamdiem.errors import (
    ChamdiemError,
    Conflict,
    Incomplete,
    Invalid,
    NotAllowed,
    NotFound,
    Refused,
    Unavailable,
    WrongStage,
)
from chamdiem.web.refusals import problem_sentence, refusal_sentence
from chamdiem.web.rendering import wants_part
from chamdiem.web.sending_again import typed_in

# The first kind that fits counts.
STATUSES: tuple[tuple[type[ChamdiemError], int], ...] = (
    (NotFound, 404),
    (NotAllowed, 403),
    (WrongStage, 409),
    (Conflict, 409),
    (Incomplete, 422),
    (Unavailable, 503),
    (Invalid, 422),
    (Refused, 422),
)
# Where htmx puts the alert: a live region of the base page.
MESSAGES = "#messages"
MOST_PROBLEMS = 50
# What can be mended, or done at another time: there what was typed stays.
_MENDED = (409, 422)

_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Told:
    """A refusal, ready to be shown."""

    status: int
    code: str
    sentence: str
    problems: tuple[str, ...] = ()
    more: int = 0
    facts: Mapping[str, str] = field(default_factory=dict)


class RefusalMiddleware:
    """Middleware: what a view refuses is answered with the right status and a sentence."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer; refusals arrive in ``process_exception``, only a wrong method comes as an answer."""
        response = self._get_response(request)
        return only_sent(request, response) if response.status_code == 405 else response

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Answer a refusal; anything else flies on and is a bug."""
        match exception:
            case ChamdiemError():
                told = told_of(exception)
            case Http404():
                told = told_of(NotFound("page.not_found"))
            case PermissionDenied():
                told = told_of(NotAllowed("page.not_allowed"))
            case ValueError() | DataError() if _holds_null(request):
                told = told_of(Incomplete("page.null_character"))
            case _:
                return None
        _log.info("refused", code=told.code, status=told.status, path=request.path)
        return answer(request, told)


def _holds_null(request: HttpRequest) -> bool:
    """Whether something typed holds the character that no text of the database may hold."""
    return any("\x00" in value for given in (request.POST, request.GET) for value in _values(given))


def _values(given: QueryDict) -> Iterator[str]:
    return (str(value) for _, values in given.lists() for value in values)


def told_of(error: ChamdiemError) -> Told:
    """Status and words of a refusal."""
    status = next((number for kind, number in STATUSES if isinstance(error, kind)), 422)
    if isinstance(error, Invalid):
        shown = tuple(problem_sentence(problem) for problem in error.problems[:MOST_PROBLEMS])
        code = error.problems[0].code if error.problems else "invalid"
        more = len(error.problems) - len(shown)
        return Told(status, code, shown[0] if len(error.problems) == 1 else "", shown, more)
    if isinstance(error, Refused):
        return Told(status, error.code, refusal_sentence(error), facts=error.facts)
    return Told(status, "refused", str(error))


def answer(request: HttpRequest, told: Told) -> HttpResponse:
    """The refusal in the form the asker understands."""
    if wants_json(request):
        return JsonResponse(_plain(told), status=told.status)
    if wants_part(request):
        response = render(request, "web/components/refusal.html", {"told": told}, status=told.status)
        response["HX-Retarget"] = MESSAGES
        response["HX-Reswap"] = "innerHTML"
        return response
    back = _page_above(request.path_info) if told.status in _MENDED else ""
    again = typed_in(request, told.facts) if told.status in _MENDED else None
    context = {"told": told, "back": back, "again": again}
    return render(request, f"{told.status}.html", context, status=told.status)


def _page_above(path: str) -> str:
    """The page of the thing an action belongs to: above it, and by the house's manner named ``show…``."""
    while path := path.rstrip("/").rpartition("/")[0]:
        with suppress(Resolver404):
            found = resolve(f"{path}/")
            if (found.url_name or "").startswith("show"):
                return reverse(found.view_name, kwargs=found.kwargs)
    return ""


def _plain(told: Told) -> dict[str, Any]:
    return {
        "code": told.code,
        "sentence": told.sentence,
        "facts": dict(told.facts),
        "problems": list(told.problems),
    }


def wants_json(request: HttpRequest) -> bool:
    """Whether a script asked, as autosave and upload do."""
    return request.headers.get("Accept", "").partition(",")[0].strip() == "application/json"


def only_sent(request: HttpRequest, response: HttpResponseBase) -> HttpResponse:
    """The address of an action was opened: the same answer, with words and a way on."""
    told = replace(told_of(NotAllowed("page.only_sent")), status=405)
    answered = answer(request, told)
    answered["Allow"] = response["Allow"]
    return answered


# --- handlers of the URL configuration ----------------------------------------------------


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """``handler404``: an address nobody answers."""
    return answer(request, told_of(NotFound("page.not_found")))


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """``handler403``."""
    return answer(request, told_of(NotAllowed("page.not_allowed")))


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """``handler400``: what no page asks for, or more than is taken. It asks nothing of the request."""
    is_too_much = isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent)
    code, status = ("page.too_much", 413) if is_too_much else ("page.bad_request", 400)
    told = Told(status, code, refusal_sentence(Refused(code)))
    _log.info("refused", code=code, status=status, path=request.path)
    if wants_part(request) or wants_json(request):
        return answer(request, told)
    return render(None, f"{status}.html", {"told": told}, status=status)


def form_outdated(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """``CSRF_FAILURE_VIEW``: the token of the form is no longer good."""
    return answer(request, told_of(NotAllowed("page.form_outdated")))


def failed(request: HttpRequest) -> HttpResponse:
    """``handler500``: a bug. It asks neither database nor context, which may be what failed."""
    incident = uuid.uuid4().hex[:8].upper()
    _log.error("failed", incident=incident, path=request.path)
    told = Told(500, "page.failed", refusal_sentence(Refused("page.failed")))
    if wants_part(request) or wants_json(request):
        part = Refused("page.part_failed", incident=incident)
        return answer(request, replace(told, sentence=refusal_sentence(part)))
    return render(None, "500.html", {"told": told, "incident": incident}, status=500)

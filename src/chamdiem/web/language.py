"""The language of a page: Vietnamese, unless the person has chosen English.

What a browser says it prefers is not asked: office computers are often installed in
English, and the people in front of them work in Vietnamese.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.functional import Promise
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from chamdiem.core.sentences import Language
from chamdiem.errors import NotFound

# A text, or one that is put into the language of the page when it is shown.
Words = str | Promise


def page_language() -> Language:
    """The language of the page that is being made; Vietnamese where none was chosen."""
    return "en" if (translation.get_language() or "").startswith("en") else "vi"


class ChosenLanguage:
    """Middleware: the language of the cookie where there is one, else that of the product."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer in that language."""
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            response = self._get_response(request)
        response.headers.setdefault("Content-Language", language)
        # Whoever keeps a page keeps it for one language.
        patch_vary_headers(response, ("Cookie",))
        return response


def keep_language(response: HttpResponse, language: str) -> None:
    """Let this browser remember the language a person has chosen."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, language, max_age=settings.LANGUAGE_COOKIE_AGE, samesite="Lax"
    )


def page_to_return_to(request: HttpRequest) -> str:
    """The page the switch stood on, if it is one of ours; else the first one."""
    wanted = request.POST.get("next", "")
    return wanted if url_has_allowed_host_and_scheme(wanted, allowed_hosts=None) else "/"


@csrf_exempt  # It decides in what language this browser reads, and nothing else; public pages carry no token.
@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Read on in the other language, on the same page.

    Raises:
        NotFound: There is no such language.
    """
    language = request.POST.get("language", "")
    if language not in dict(settings.LANGUAGES):
        raise NotFound("person.no_language")
    response = HttpResponseRedirect(page_to_return_to(request))
    keep_language(response, language)
    return response

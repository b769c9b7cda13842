"""The language of a page: Vietnamese, unless the person has chosen English.

What a browser says it prefers is not asked: office computers are often installed in
English, and the people in front of them work in Vietnamese.
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils import translation
from django.utils.functional import Promise

from chamdiem.core.sentences import Language

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
        return response

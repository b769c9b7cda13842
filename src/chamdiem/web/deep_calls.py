"""Room for deep calls, so that a page costs the same however deep its views and templates are called.

The interpreter keeps the frames of calls in pieces of memory of 16 KB. A loop whose calls pass
from one piece into the next gets and gives back a piece at every call, and runs at half its
speed; whether that happens to a page is a matter of how many calls stand above it. One frame that asks
for a large piece at the top of a request leaves room in it for all below
(``docs/decisions/0013-room-for-deep-calls.md``).
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

GetResponse = Callable[[HttpRequest], HttpResponseBase]
# Places for values a frame asks for; a piece is the next power of two, here 128 KB, of which
# more than 60 KB stay free: some hundred calls.
_PLACES = 7_300


def _respond(get_response: GetResponse, request: HttpRequest) -> HttpResponseBase:
    return get_response(request)


_respond.__code__ = _respond.__code__.replace(co_stacksize=_PLACES)


class RoomForCalls:
    """Middleware, the outermost: everything below is called within one piece of memory."""

    def __init__(self, get_response: GetResponse) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer."""
        return _respond(self._get_response, request)

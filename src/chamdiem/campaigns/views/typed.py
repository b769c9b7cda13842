"""What was typed into the small forms that need no form class: numbers and one text."""

from __future__ import annotations

from django.http import HttpRequest

from chamdiem.web.typed import read_whole

_MOST_CHARACTERS = 2_000


def text(request: HttpRequest, name: str) -> str:
    """One text, without the character that no text of the database may hold."""
    return request.POST.get(name, "").replace("\x00", "")[:_MOST_CHARACTERS]


def number(request: HttpRequest, name: str) -> int | None:
    """One identifier; ``None`` where there is none."""
    return read_whole(request.POST.get(name, ""))


def numbers(request: HttpRequest, name: str) -> list[int]:
    """Every identifier given under a name; what is none is left out."""
    return [each for each in map(read_whole, request.POST.getlist(name)) if each is not None]

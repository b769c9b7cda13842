"""What was typed into the small forms that need no form class: numbers and one text."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest

# Identifiers of the database have fewer digits; more is nobody's.
_MOST_DIGITS = 17
_MOST_CHARACTERS = 2_000


def text(request: HttpRequest, name: str) -> str:
    """One text, without the character that no text of the database may hold."""
    return request.POST.get(name, "").replace("\x00", "")[:_MOST_CHARACTERS]


def number(request: HttpRequest, name: str) -> int | None:
    """One identifier; ``None`` where there is none."""
    return next(iter(_read([request.POST.get(name, "")])), None)


def numbers(request: HttpRequest, name: str) -> list[int]:
    """Every identifier given under a name; what is none is left out."""
    return _read(request.POST.getlist(name))


def _read(typed: Iterable[str]) -> list[int]:
    return [int(each) for each in typed if each.isascii() and each.isdecimal() and len(each) <= _MOST_DIGITS]

"""What stands in the navigation on the left: apps add their entries, a person sees hers.

An app adds its entries when it is ready::

    navigation.add(Entry("campaigns", "Kỳ đánh giá", "campaigns:list", "calendar-event", order=20))
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise


def _everybody(_user: Any) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the navigation.

    ``is_shown`` gets the person and must cost at most one query of its own;
    it only spares people dead ends, the page itself checks again.
    """

    key: str
    label: str | Promise
    url_name: str
    icon: str
    order: int = 50
    group: str | Promise = ""
    is_shown: Callable[[Any], bool] = _everybody


@dataclass(frozen=True, slots=True)
class Link:
    """An entry as a page shows it."""

    label: str | Promise
    url: str
    icon: str
    group: str | Promise
    is_current: bool


_entries: dict[str, Entry] = {}


def add(entry: Entry) -> None:
    """Add an entry, or replace the one of the same key."""
    _entries[entry.key] = entry


def list_links(request: HttpRequest) -> list[Link]:
    """The links this person gets; the one whose address is the longest beginning of hers is current."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return []
    shown = [entry for entry in sorted(_entries.values(), key=_place) if entry.is_shown(user)]
    found = [(entry, url) for entry in shown if (url := _address(entry))]
    here = max((url for _, url in found if request.path.startswith(url)), key=len, default="")
    return [Link(entry.label, url, entry.icon, entry.group, url == here) for entry, url in found]


def _place(entry: Entry) -> tuple[int, str]:
    return entry.order, entry.key


def _address(entry: Entry) -> str:
    try:
        return reverse(entry.url_name)
    except NoReverseMatch:
        return ""

"""Sorting by the address: ``?sort=-points``; only by columns the view names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest

from chamdiem.web.language import Words
from chamdiem.web.paging import address_without


@dataclass(frozen=True, slots=True)
class Column:
    """A column heading that sorts."""

    key: str
    label: Words
    address: str
    # As ``aria-sort`` wants it: ascending, descending, none.
    direction: str
    is_number: bool = False
    unit: Words = ""

    @property
    def icon(self) -> str:
        """The arrow beside the label."""
        return {"ascending": "arrow-up", "descending": "arrow-down"}.get(self.direction, "arrows-sort")


@dataclass(frozen=True, slots=True)
class Sorting:
    """What a list is sorted by."""

    key: str
    is_descending: bool
    fields: tuple[str, ...]
    address: str

    def column(self, key: str, label: Words, *, is_number: bool = False, unit: Words = "") -> Column:
        """A heading: a click sorts by it, a second click turns the order round."""
        is_current = key == self.key
        turned = f"-{key}" if is_current and not self.is_descending else key
        direction = ("descending" if self.is_descending else "ascending") if is_current else "none"
        return Column(key, label, f"{self.address}sort={turned}", direction, is_number, unit)


def sorting_of(request: HttpRequest, allowed: Mapping[str, Sequence[str]], default: str) -> Sorting:
    """How the address wants a list sorted.

    Args:
        request: Carries ``?sort=key`` or ``?sort=-key``.
        allowed: Key of the address → fields of the table, most important first.
        default: What is taken where the address names nothing it may, as ``-points``.

    Returns:
        ``fields`` go to ``order_by``; end them with a unique field so that pages never overlap.
    """
    asked = request.GET.get("sort", "")
    chosen = asked if asked.removeprefix("-") in allowed else default
    key, is_descending = chosen.removeprefix("-"), chosen.startswith("-")
    fields = tuple(_turned(field) if is_descending else field for field in allowed[key])
    return Sorting(key, is_descending, fields, address_without(request, "sort", "page"))


def _turned(field: str) -> str:
    return field.removeprefix("-") if field.startswith("-") else f"-{field}"

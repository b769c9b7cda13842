"""Two bodies of one name below one parent: nobody could tell them apart, so the second is refused."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from chamdiem.errors import Conflict
from chamdiem.organisations.models import Organisation
from chamdiem.organisations.selectors import open_on

# Parent (its code) and name, however its letters are cased.
Place = tuple[str, str]


def demand_name_free(organisation: Organisation, name: str, today: date) -> None:
    """Refuse a name that another open body below the same parent has.

    Raises:
        Conflict: With the code of the other.
    """
    parent = organisation.parent
    if parent is None:
        return
    other = list_taken([parent.code], [organisation.code], today).get(place_of(parent.code, name))
    if other is not None:
        raise Conflict("organisation.name_taken", name=name, other=other)


def place_of(parent: str, name: str) -> Place:
    """Where a name stands."""
    return parent, " ".join(name.split()).casefold()


def list_taken(parents: Iterable[str], leaving: Iterable[str], today: date) -> dict[Place, str]:
    """The names open bodies have below these parents → their codes; without some bodies. One query."""
    found = Organisation.objects.filter(open_on(today), parent__code__in=set(parents))
    rows = found.exclude(code__in=set(leaving)).values_list("parent__code", "name", "code")
    return {place_of(parent, name): code for parent, name, code in rows}

"""Two bodies of one name below one parent, or of one code: people confuse them, so the second is refused."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from django.db.models import Model, QuerySet

from chamdiem.errors import Conflict
from chamdiem.organisations.codes import CodeKey, code_key
from chamdiem.organisations.models import ComingName, Organisation
from chamdiem.organisations.selectors import open_on

# Parent (its code) and name, however its letters are cased.
Place = tuple[str, str]
_Coded = TypeVar("_Coded", bound=Model)


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


def demand_code_free(organisation: Organisation, code: str) -> None:
    """Refuse a code that another body has or was promised, in letters of any case.

    Raises:
        Conflict: With the code of the other where it is written differently.
    """
    for table, refusal, other_body in (
        (Organisation, "organisation.code_taken", "pk"),
        (ComingName, "organisation.code_promised", "organisation_id"),
    ):
        others = table.objects.exclude(**{other_body: organisation.pk})
        codes = list_alike(others, [code])
        if code in codes:
            raise Conflict(refusal, value=code)
        if codes:
            raise Conflict("organisation.code_alike", value=code, other=codes[0])


def list_alike(rows: QuerySet[_Coded], codes: Iterable[str]) -> list[str]:
    """The codes among some rows that are one of these, or differ from one in capitals only. One query."""
    keys = {code_key(code) for code in codes}
    return list(rows.alias(key=CodeKey("code")).filter(key__in=keys).values_list("code", flat=True))

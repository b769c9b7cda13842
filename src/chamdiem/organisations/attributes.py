"""Attributes of bodies (thuộc tính) as columns of files: ``Thuộc tính: Dân số``.

A column is known where some body of the visible part has the attribute: a slip of the pen in a
heading would otherwise become an attribute of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import F, Func, TextField
from django.utils.translation import gettext_lazy as _

from chamdiem.core.alphabet import alphabetical
from chamdiem.core.lint.folding import fold
from chamdiem.errors import Problem
from chamdiem.organisations.columns import ATTRIBUTE, ATTRIBUTE_ENGLISH, COLUMNS
from chamdiem.organisations.listed import Column, Listing, Row, read_listing
from chamdiem.organisations.selectors import list_organisations

MOST_LETTERS = 300
_KEY = "attribute:"
_BEGINNINGS = tuple(fold(each).strip() for each in (ATTRIBUTE, ATTRIBUTE_ENGLISH))


class _Names(Func):
    """The names in an object of JSON, a row for each."""

    function = "jsonb_object_keys"
    output_field = TextField()
    set_returning = True


def list_attributes(*, actor: AbstractBaseUser) -> list[str]:
    """The attributes that bodies of the visible part have, by name; one query."""
    names = list_organisations(actor=actor).order_by().annotate(attribute=_Names(F("attributes")))
    return sorted(set(names.values_list("attribute", flat=True)), key=alphabetical)


def attribute_columns(*, actor: AbstractBaseUser) -> list[Column]:
    """A column for each of them."""
    return [
        Column(
            key=f"{_KEY}{name}",
            headings=(f"{ATTRIBUTE}{name}",),
            english=f"{ATTRIBUTE_ENGLISH}{name}",
            hint=_("Không bắt buộc; để trống là giữ nguyên."),
        )
        for name in list_attributes(actor=actor)
    ]


def attribute_cells(attributes: Mapping[str, str], columns: Sequence[Column]) -> list[str]:
    """What a body has in these columns."""
    return [str(attributes.get(column.key.removeprefix(_KEY), "")) for column in columns]


def attributes_of(row: Row) -> dict[str, str]:
    """What a row says of attributes; an empty cell says nothing."""
    keys = [key for key in row.positions if key.startswith(_KEY)]
    for key in keys:
        if len(row.text(key)) > MOST_LETTERS:
            row.refuse(key, "import.too_long", most=str(MOST_LETTERS))
    return {key.removeprefix(_KEY): row.text(key) for key in keys if row.text(key)}


def compared(was: Mapping[str, str], given: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Label, before, after of each attribute given."""
    for name, value in given.items():
        yield f"{ATTRIBUTE}{name}", str(was.get(name, "")), value


def read_with_attributes(data: bytes, file: str, actor: AbstractBaseUser) -> tuple[Listing, list[Problem]]:
    """A list of bodies, and a problem for each heading of an attribute that none of them has.

    What there is is looked up only for a file that speaks of attributes.
    """
    listing = read_listing(data, file, COLUMNS)
    if not any(map(_is_attribute, listing.notes)):
        return listing, []
    columns = attribute_columns(actor=actor)
    listing = read_listing(data, file, [*COLUMNS, *columns])
    names = "; ".join(f"“{each.key.removeprefix(_KEY)}”" for each in columns) or "–"
    unknown = [each for each in listing.notes if _is_attribute(each)]
    problems = [
        Problem("import.unknown_attribute", {**each.facts, "names": names}, each.place) for each in unknown
    ]
    return replace(listing, notes=[each for each in listing.notes if each not in unknown]), problems


def _is_attribute(note: Problem) -> bool:
    return note.code == "import.ignored_column" and fold(str(note.facts["value"])).startswith(_BEGINNINGS)

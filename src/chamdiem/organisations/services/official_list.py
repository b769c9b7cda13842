"""The official list of administrative units: 34 provinces and 3,321 communes."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import transaction

from chamdiem.audit.services import record_event
from chamdiem.errors import NotFound
from chamdiem.organisations.models import Kind, Organisation
from chamdiem.organisations.tree import lock_tree, path_below, take_ids, words_of

FILE = Path(__file__).parents[1] / "data" / "administrative-units-2025.csv"
# Decision 19/2025/QĐ-TTg is in force from this day.
IN_FORCE_FROM = date(2025, 7, 1)
KINDS = (
    ("province", "Tỉnh", 1),
    ("central_city", "Thành phố trực thuộc Trung ương", 1),
    ("commune", "Xã", 3),
    ("ward", "Phường", 3),
    ("special_zone", "Đặc khu", 3),
)
_PREFIXES = ("Tỉnh ", "Thành phố ")


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of the list; codes are text, with their leading zeros."""

    code: str
    name: str
    kind: str
    parent: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many units were added, and how many were there already."""

    added: int
    known: int


def administrative_units() -> Iterator[Unit]:
    """The units of the list; every province stands before its communes."""
    with FILE.open(encoding="utf-8", newline="") as lines:
        next(lines)  # the source
        for row in csv.DictReader(lines):
            yield Unit(**row)


@transaction.atomic
def load_administrative_units(*, actor: AbstractBaseUser | None, now: datetime, below: str = "") -> Loaded:
    """Add every unit whose code is not there yet; those that are stay as they are.

    Provinces become roots, or hang below the body with the code ``below``. A fixed number
    of statements, whatever the number of units.

    Raises:
        NotFound: There is no body with the code ``below``.
    """
    lock_tree()
    root = Organisation.objects.filter(code=below).first() if below else None
    if below and root is None:
        raise NotFound("organisation.not_found")
    kinds = _kinds()
    units = list(administrative_units())
    bodies = {each.code: each for each in Organisation.objects.filter(code__in=[u.code for u in units])}
    missing = [unit for unit in units if unit.code not in bodies]
    for unit, organisation_id in zip(missing, take_ids(len(missing)), strict=True):
        parent = bodies[unit.parent] if unit.parent else root
        bodies[unit.code] = _body(unit, organisation_id, parent, kinds[unit.kind])
    Organisation.objects.bulk_create([bodies[unit.code] for unit in missing], batch_size=2_000)
    if missing:
        _record(actor, now, bodies[missing[0].code], root, len(missing))
    return Loaded(len(missing), len(units) - len(missing))


def _kinds() -> dict[str, Kind]:
    rows = [
        Kind(code=code, name=name, level=level, order=order)
        for order, (code, name, level) in enumerate(KINDS)
    ]
    Kind.objects.bulk_create(rows, ignore_conflicts=True)
    return {kind.code: kind for kind in Kind.objects.filter(code__in=[code for code, _, _ in KINDS])}


def _body(unit: Unit, organisation_id: int, parent: Organisation | None, kind: Kind) -> Organisation:
    organisation = Organisation(
        pk=organisation_id,
        code=unit.code,
        name=unit.name,
        short_name=_short(unit),
        kind=kind,
        parent=parent,
        path=path_below(parent, organisation_id),
        valid_from=IN_FORCE_FROM,
    )
    organisation.search_text = words_of(organisation)
    return organisation


def _short(unit: Unit) -> str:
    """``Cao Bằng``; communes keep their full name, whose kind tells namesakes apart."""
    if unit.parent:
        return ""
    return next((unit.name.removeprefix(each) for each in _PREFIXES if unit.name.startswith(each)), "")


def _record(
    actor: AbstractBaseUser | None, now: datetime, first: Organisation, root: Organisation | None, added: int
) -> None:
    record_event(
        actor=actor,
        action="organisation.load_official",
        subject=root or first,
        at=now,
        organisation_path=root.path if root else "",
        added=added,
    )

"""A file of organisations → what it would add and change, and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.contrib.auth.base_user import AbstractBaseUser
from django.db.models import F

from chamdiem.core.alphabet import alphabetical
from chamdiem.core.lint.folding import fold
from chamdiem.errors import Problem
from chamdiem.organisations.attributes import attributes_of, compared, read_with_attributes
from chamdiem.organisations.codes import CodeKey, code_key, is_usable
from chamdiem.organisations.columns import COLUMNS
from chamdiem.organisations.imports import Plan, Planned
from chamdiem.organisations.listed import Listing, Row
from chamdiem.organisations.models import ComingName, FormerName, Kind, Organisation
from chamdiem.organisations.noting import notes_on
from chamdiem.organisations.permissions import may_change
from chamdiem.organisations.selectors import (
    is_open,
    list_changeable,
    list_organisations,
    list_peer_groups,
)
from chamdiem.organisations.siblings import list_alike, list_taken, place_of
from chamdiem.organisations.steps import FIRST_DAY, MOST_DAYS_AHEAD
from chamdiem.organisations.tree import ids_of

_TEXTS = ("name", "short_name", "peer_group")
_LABELS = {column.key: column.heading for column in COLUMNS}
_MOST_LETTERS = {"code": 40, "name": 300, "short_name": 120, "peer_group": 120}


@dataclass(slots=True)
class Entry:
    """One row that can be read, with the body it changes; a new one has no ``organisation``."""

    row: Row
    code: str
    organisation: Organisation | None
    values: dict[str, str] = field(default_factory=dict)
    kind: Kind | None = None
    parent: str = ""
    valid_from: date | None = None
    new_offices: list[str] = field(default_factory=list)
    attributes: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What it is called from now on."""
        return self.values.get("name") or (self.organisation.name if self.organisation else "")

    @property
    def changes(self) -> list[tuple[str, str, str]]:
        """Label, before, after of everything that becomes different."""
        return [change for change in self._compared() if change[1] != change[2]]

    def _compared(self) -> Iterator[tuple[str, str, str]]:
        was = self.organisation
        for key, value in self.values.items():
            yield _LABELS[key], getattr(was, key) if was else "", value
        if self.kind:
            yield _LABELS["kind"], was.kind.name if was else "", self.kind.name
        if self.parent:
            yield _LABELS["parent"], was.parent.code if was and was.parent else "", self.parent
        if self.valid_from:
            yield _LABELS["valid_from"], _day(was.valid_from if was else None), _day(self.valid_from)
        if self.new_offices:
            yield _LABELS["offices"], "", "; ".join(self.new_offices)
        yield from compared(was.attributes if was else {}, self.attributes)


@dataclass(slots=True)
class OrganisationPlan(Plan):
    """The plan with what is needed to carry it out."""

    entries: dict[str, Entry] = field(default_factory=dict)
    known: dict[str, Organisation] = field(default_factory=dict)

    def in_order(self) -> list[Entry]:
        """New bodies so that every parent stands before its children."""
        placed: dict[str, Entry] = {}
        for entry in self.entries.values():
            chain = []
            while entry.organisation is None and entry.code not in placed:
                chain.append(entry)
                if entry.parent not in self.entries:
                    break
                entry = self.entries[entry.parent]  # noqa: PLW2901  walks up the chain
            placed.update((each.code, each) for each in reversed(chain))
        return list(placed.values())


def plan_organisations(*, data: bytes, file: str, actor: AbstractBaseUser, today: date) -> OrganisationPlan:
    """Look a file through; nothing is written. A fixed number of queries, whatever the rows.

    Raises:
        Invalid: The file cannot be read, or has no list of organisations.
    """
    listing, unknown = read_with_attributes(data, file, actor)
    plan = _Planning(listing, actor, today).plan()
    plan.problems += unknown
    return plan


class _Planning:
    """One look at one file; gathers what it finds wrong."""

    def __init__(self, listing: Listing, actor: AbstractBaseUser, today: date) -> None:
        self._listing, self._actor, self._today = listing, actor, today
        self._kinds = {
            name: kind for kind in Kind.objects.all() for name in (fold(kind.code), fold(kind.name))
        }
        codes = {row.text(key) for row in listing.rows for key in ("code", "parent")}
        keys = {code_key(code) for code in codes}
        named = Organisation.objects.alias(key=CodeKey("code")).filter(key__in=keys)
        named = named.select_related("kind", "parent__kind").prefetch_related("offices")
        self._named: dict[str, Organisation] = {each.code: each for each in named}
        self._codes = {code_key(code): code for code in self._named}
        self._promised = {code_key(code): code for code in list_alike(ComingName.objects.all(), codes)}
        self._renamed = self._former_codes(codes)
        self._parents = self._parents_above()
        self._padded = {code.lstrip("0"): code for code in self._codes_with_zeros()}
        self._notes = [*listing.notes, *notes_on(listing.rows, list_peer_groups(actor=actor))]
        self._first: dict[str, Row] = {}
        self._plan = OrganisationPlan(notes=self._notes, known=self._named)

    def plan(self) -> OrganisationPlan:
        """Every row, then what only all rows together show."""
        for row in self._listing.rows:
            self._take(row)
        for entry in self._plan.entries.values():
            self._check_parent(entry)
        for entry in self._plan.entries.values():
            self._check_circle(entry)
        self._check_names()
        self._note_new_kinds()
        for row in self._listing.rows:
            self._plan.problems += row.problems
        self._plan.rows = [_planned(entry) for entry in self._plan.entries.values()]
        return self._plan

    def _codes_with_zeros(self) -> list[str]:
        """Codes that Excel turns into numbers, losing their zeros; looked up only where there are numbers."""
        cells = (row.cells.get(key) for row in self._listing.rows for key in ("code", "parent"))
        if not any(cell and cell.kind == "number" for cell in cells):
            return []
        zeros = list_changeable(actor=self._actor).filter(code__startswith="0")
        return list(zeros.values_list("code", flat=True))

    def _former_codes(self, codes: set[str]) -> dict[str, Organisation]:
        """Codes of the file that bodies of the visible part had before their new names → those bodies."""
        seen = list_organisations(actor=self._actor)
        keys = {code_key(code) for code in codes}
        former = FormerName.objects.alias(key=CodeKey("code")).filter(key__in=keys, organisation__in=seen)
        gone = former.exclude(organisation__code=F("code")).select_related("organisation")
        return {code_key(each.code): each.organisation for each in gone}

    def _parents_above(self) -> dict[str, str]:
        """Code → code of its parent, for everything on the way from the named bodies to the root."""
        ids = {step for each in self._named.values() for step in ids_of(each.path)}
        above = Organisation.objects.filter(pk__in=ids, parent__isnull=False)
        return dict(above.values_list("code", "parent__code"))

    def _take(self, row: Row) -> None:
        code = row.text("code")
        if not code:
            row.refuse("code", "organisation.code_missing")
            return
        earlier = self._first.setdefault(code_key(code), row)
        if earlier is not row:
            first, other = earlier.place("code").cell, earlier.text("code")
            row.refuse(
                "code",
                "import.repeated_code" if other == code else "import.alike_code",
                first=first,
                other=other,
            )
            return
        for key in ("code", "parent"):
            self._check_zeros(row, key)
        organisation = self._named.get(code)
        if organisation is None and not is_usable(code):
            row.refuse("code", "organisation.code_unusable")
        if organisation is None:
            self._check_alike(row, code)
        if organisation is None:
            self._check_renamed(row, "code")
        if organisation is not None and not may_change(self._actor, organisation.path):
            row.refuse("code", "organisation.code_taken")
            return
        self._plan.entries[code] = self._entry(row, code, organisation)

    def _check_alike(self, row: Row, code: str) -> None:
        """A new code is neither promised nor one that is there in other capitals."""
        key = code_key(code)
        if self._promised.get(key) == code:
            row.refuse("code", "organisation.code_promised")
        elif other := self._codes.get(key) or self._promised.get(key):
            row.refuse("code", "organisation.code_alike", other=other)

    def _entry(self, row: Row, code: str, organisation: Organisation | None) -> Entry:
        entry = Entry(row, code, organisation, parent=row.text("parent"), valid_from=row.day("valid_from"))
        entry.values = {key: row.text(key) for key in _TEXTS if row.text(key)}
        entry.kind = self._kind(row, organisation)
        entry.attributes = attributes_of(row)
        offices = {office.name.casefold() for office in organisation.offices.all()} if organisation else set()
        wanted = {name.casefold(): name for name in row.parts("offices")}
        entry.new_offices = [name for folded, name in wanted.items() if folded not in offices]
        if not row.text("name"):
            row.refuse("name", "organisation.name_missing")
        if not entry.parent and organisation is None:
            row.refuse("parent", "import.parent_missing")
        for key, most in _MOST_LETTERS.items():
            if len(row.text(key)) > most:
                row.refuse(key, "import.too_long", most=str(most))
        if any(len(name) > 200 for name in entry.new_offices):
            row.refuse("offices", "import.too_long", most="200")
        self._check_first_day(entry)
        ends = organisation.valid_to if organisation else None
        if entry.valid_from and ends and ends < entry.valid_from:
            row.refuse(
                "valid_from", "organisation.days_reversed", begins=_day(entry.valid_from), ends=_day(ends)
            )
        return entry

    def _check_first_day(self, entry: Entry) -> None:
        day, last = entry.valid_from, self._today + timedelta(days=MOST_DAYS_AHEAD)
        known = entry.organisation.valid_from if entry.organisation else None
        if day is not None and day != known and not FIRST_DAY <= day <= last:
            facts = {"day": _day(day), "first": _day(FIRST_DAY), "last": _day(last)}
            entry.row.refuse("valid_from", "organisation.day_out_of_range", **facts)

    def _kind(self, row: Row, organisation: Organisation | None) -> Kind | None:
        text = row.text("kind")
        if not text:
            if organisation is None:
                row.refuse("kind", "import.kind_missing", kinds=self._kind_names())
            return organisation.kind if organisation else None
        kind = self._kinds.get(fold(text))
        if kind is None:
            row.refuse("kind", "import.unknown_kind", kinds=self._kind_names())
        return kind

    def _check_zeros(self, row: Row, key: str) -> None:
        cell = row.cells.get(key)
        if cell and cell.kind == "number" and cell.text not in self._named and cell.text in self._padded:
            row.refuse(key, "import.zeros_lost", meant=self._padded[cell.text])

    def _check_renamed(self, row: Row, key: str) -> bool:
        """Refuse a code that a body had before; whether it was."""
        renamed = self._renamed.get(code_key(row.text(key)))
        if renamed is not None:
            row.refuse(key, "import.former_code", name=renamed.name, now=renamed.code)
        return renamed is not None

    def _check_parent(self, entry: Entry) -> None:
        parent_kind: Kind | None = None
        if not entry.parent:
            above = entry.organisation.parent if entry.organisation else None
            parent_kind = above.kind if above else None
        elif entry.parent in self._plan.entries:
            parent_kind = self._plan.entries[entry.parent].kind
            self._check_place(entry)
        else:
            parent = self._named.get(entry.parent)
            if parent is None or not may_change(self._actor, parent.path):
                if parent is not None or not self._check_renamed(entry.row, "parent"):
                    entry.row.refuse("parent", "import.unknown_parent")
                return
            self._check_place(entry)
            parent_kind = parent.kind
        if parent_kind and entry.kind and entry.kind.level < parent_kind.level:
            facts = {"kind": entry.kind.name, "parent": entry.parent, "parent_kind": parent_kind.name}
            entry.row.refuse("parent" if entry.parent else "kind", "organisation.parent_too_low", **facts)

    def _check_place(self, entry: Entry) -> None:
        """Who moves is open and comes to one that is; what stays where it is may have ended with it."""
        body, parent = entry.organisation, self._named.get(entry.parent)
        if body is not None and body.parent is not None and body.parent.code == entry.parent:
            return
        if parent is not None and not is_open(parent, self._today):
            entry.row.refuse("parent", "organisation.parent_closed", parent=parent.name)
        if body is not None and body.valid_to is not None and body.valid_to < self._today:
            entry.row.refuse("parent", "organisation.closed_already", name=body.name)

    def _check_circle(self, entry: Entry) -> None:
        """Walk up as the tree will be; who comes back to herself, stands in a circle."""
        seen = {entry.code}
        above = self._above(entry.code)
        while above and above not in seen:
            seen.add(above)
            above = self._above(above)
        if above == entry.code:
            entry.row.refuse("parent", "import.circle", body=entry.code)

    def _check_names(self) -> None:
        """A new name is not that of another open body below the same parent, in the file or beside it."""
        new, kept = [], {}
        for entry in self._plan.entries.values():
            was, place = entry.organisation, place_of(self._above(entry.code), entry.name)
            if was is None or place != place_of(was.parent.code if was.parent else "", was.name):
                new += [(entry, place)] if entry.name else []
            elif is_open(was, self._today):
                kept[place] = entry.code
        if not new:
            return
        parents = [parent for _, (parent, _name) in new]
        taken = {**list_taken(parents, self._plan.entries, self._today), **kept}
        for entry, place in new:
            other = taken.setdefault(place, entry.code)
            if other != entry.code:
                entry.row.refuse("name", "organisation.name_taken", name=entry.name, other=other)

    def _note_new_kinds(self) -> None:
        """A body seldom becomes one of another kind: mostly its row stands in the wrong place."""
        for entry in self._plan.entries.values():
            was = entry.organisation
            if was is not None and entry.kind is not None and entry.kind != was.kind:
                facts = {"body": was.name, "was": was.kind.name, "kind": entry.kind.name}
                self._notes.append(Problem("import.other_kind", facts, entry.row.place("kind")))

    def _above(self, code: str) -> str:
        entry = self._plan.entries.get(code)
        if entry is not None and entry.parent:
            return entry.parent
        return self._parents.get(code, "")

    def _kind_names(self) -> str:
        # Names hold commas of their own.
        return "; ".join(sorted({kind.name for kind in self._kinds.values()}, key=alphabetical)[:12])


def _planned(entry: Entry) -> Planned:
    changes = entry.changes
    action = "create" if entry.organisation is None else "change" if changes else "same"
    return Planned(entry.row.number, entry.code, entry.name, action, changes)  # type: ignore[arg-type]  # one of the three


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""

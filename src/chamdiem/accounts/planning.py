"""A file of people → whom it would invite, which roles it would give, and everything wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import override

from chamdiem.accounts.columns import COLUMNS
from chamdiem.accounts.models import Role, RoleAssignment, User
from chamdiem.accounts.permissions import may_give
from chamdiem.accounts.selectors import list_people
from chamdiem.core.lint.folding import fold
from chamdiem.core.sentences import LANGUAGES
from chamdiem.organisations.imports import Plan, Planned
from chamdiem.organisations.listed import Listing, Row, read_listing
from chamdiem.organisations.models import Office, Organisation
from chamdiem.organisations.selectors import is_open, list_organisations

_MOST_LETTERS = {"name": 120, "title": 120, "email": 254}


@dataclass(slots=True)
class Entry:
    """One row that can be read: a person and one role of hers."""

    row: Row
    email: str
    role: Role
    organisation: Organisation
    office: Office | None

    @property
    def key(self) -> tuple[str, str, int, int | None]:
        """What makes two rows say the same."""
        return self.email, self.role, self.organisation.pk, self.office.pk if self.office else None


@dataclass(slots=True)
class PeoplePlan(Plan):
    """The plan with what is needed to carry it out."""

    entries: list[Entry] = field(default_factory=list)
    people: dict[str, User] = field(default_factory=dict)
    # Those of them whose account the actor does not see: they are asked, and she does not learn it.
    outside: frozenset[str] = frozenset()


def plan_people(*, data: bytes, file: str, actor: User, today: date) -> PeoplePlan:
    """Look a file through; nothing is written. A fixed number of queries, whatever the rows.

    Raises:
        Invalid: The file cannot be read, or has no list of people.
    """
    return _Planning(read_listing(data, file, COLUMNS), actor, today).plan()


class _Planning:
    """One look at one file; gathers what it finds wrong."""

    def __init__(self, listing: Listing, actor: User, today: date) -> None:
        self._listing, self._actor, self._today = listing, actor, today
        codes = {row.text("organisation") for row in listing.rows}
        visible = list_organisations(actor=actor).filter(code__in=codes).prefetch_related("offices")
        self._organisations = {each.code: each for each in visible}
        emails = {row.text("email").lower() for row in listing.rows}
        people = {user.email: user for user in User.objects.filter(email__in=emails)}
        self._held = _held(people)
        known = list_people(actor=actor).filter(email__in=emails)
        # Only of those the actor sees: whether others have an account is not told.
        self._known = dict(known.order_by().values_list("email", "name"))
        self._seen: dict[tuple[str, str, int, int | None], str] = {}
        self._names: dict[str, tuple[str, str]] = {}
        outside = frozenset(people) - frozenset(self._known) - {actor.email}
        self._plan = PeoplePlan(notes=listing.notes, people=people, outside=outside)

    def plan(self) -> PeoplePlan:
        """Every row in order."""
        for row in self._listing.rows:
            entry = self._entry(row)
            if entry is not None and not row.problems:
                self._add(entry)
            self._plan.problems += row.problems
        return self._plan

    def _entry(self, row: Row) -> Entry | None:
        email = self._email(row)
        self._name(row, email)
        role = _roles_by_name().get(fold(row.text("role")))
        if role is None:
            code = "import.unknown_role" if row.text("role") else "import.role_missing"
            row.refuse("role", code, roles="; ".join(str(each.label) for each in Role))
        organisation = self._organisation(row)
        if role is None or organisation is None:
            return None
        if not may_give(self._actor, role, organisation.path):
            row.refuse("role", "role.not_allowed", role=str(role.label))
        entry = Entry(row, email, role, organisation, self._office(row, email, role, organisation))
        if entry.key not in self._held and email == self._actor.email:
            row.refuse("email", "role.given_to_oneself")
        if entry.key not in self._held and not is_open(organisation, self._today):
            row.refuse("organisation", "organisation.closed_already", name=organisation.name)
        return entry

    def _email(self, row: Row) -> str:
        email = row.text("email").lower()
        try:
            validate_email(email)
        except ValidationError:
            row.refuse("email", "person.email_wrong" if email else "import.email_missing")
        return email

    def _name(self, row: Row, email: str) -> None:
        """The same on each of her lines; also where she has an account, so as not to tell."""
        name = row.text("name")
        for key, most in _MOST_LETTERS.items():
            if len(row.text(key)) > most:
                row.refuse(key, "import.too_long", most=str(most))
        first = self._names.setdefault(email, (name, row.place("name").cell))
        if not name:
            row.refuse("name", "person.name_missing")
        elif first[0] != name:
            row.refuse("name", "import.other_name", name=first[0], first=first[1])
        elif fold(name) != fold(self._known.get(email, name)):
            row.refuse("name", "person.other_name", email=email, holder=self._known[email], name=name)

    def _organisation(self, row: Row) -> Organisation | None:
        organisation = self._organisations.get(row.text("organisation"))
        if organisation is None:
            code = (
                "import.unknown_organisation" if row.text("organisation") else "import.organisation_missing"
            )
            row.refuse("organisation", code)
        return organisation

    def _office(self, row: Row, email: str, role: Role, organisation: Organisation) -> Office | None:
        """The office of a contributor: one in use, or the one she is in already."""
        offices = {fold(each.name): each for each in organisation.offices.all() if each.is_active}
        text = row.text("office")
        names = "; ".join(each.name for each in offices.values()) or "–"
        if role != Role.CONTRIBUTOR:
            if text:
                row.refuse("office", "import.office_not_wanted", role=str(role.label))
            return None
        named = (each for each in organisation.offices.all() if fold(each.name) == fold(text))
        hers = (each for each in named if (email, role.value, organisation.pk, each.pk) in self._held)
        office = next(hers, offices.get(fold(text)))
        if office is None:
            code = "import.unknown_office" if text else "import.office_missing"
            row.refuse("office", code, organisation=organisation.name, offices=names)
        return office

    def _add(self, entry: Entry) -> None:
        cell = entry.row.place("email").cell
        first = self._seen.setdefault(entry.key, cell)
        if first != cell:
            entry.row.refuse("email", "import.repeated_role", first=first)
            return
        self._plan.entries.append(entry)
        self._plan.rows.append(self._planned(entry))

    def _planned(self, entry: Entry) -> Planned:
        """What becomes of the row; whether somebody outside one's part has an account is not told."""
        person = self._plan.people.get(entry.email)
        name = entry.row.text("name") or entry.email
        if entry.key in self._held:
            return Planned(entry.row.number, entry.email, person.name if person else name, "same")
        place = entry.organisation.name + (f", {entry.office.name}" if entry.office else "")
        return Planned(entry.row.number, entry.email, name, "create", [(str(entry.role.label), "", place)])


@cache
def _roles_by_name() -> Mapping[str, Role]:
    """A role by its code and by its name in every language: a list may have been written in either."""
    roles = {fold(role.value): role for role in Role}
    for language in LANGUAGES:
        with override(language):
            roles |= {fold(str(role.label)): role for role in Role}
    return roles


def _held(people: Mapping[str, User]) -> set[tuple[str, str, int, int | None]]:
    """The roles these people have, as rows would say them."""
    emails = {user.pk: email for email, user in people.items()}
    roles = RoleAssignment.objects.filter(user__in=emails, ended_at__isnull=True)
    return {(emails[each.user_id], each.role, each.organisation_id, each.office_id) for each in roles}

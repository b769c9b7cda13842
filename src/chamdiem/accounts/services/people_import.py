"""Carrying out a plan of people: accounts, roles and letters, all in one transaction."""

from __future__ import annotations

from datetime import datetime

from allauth.account.models import EmailAddress
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.hashers import make_password
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from chamdiem.accounts.columns import COLUMNS
from chamdiem.accounts.models import Role, RoleAssignment, User, words_of
from chamdiem.accounts.planning import Entry, PeoplePlan, plan_people
from chamdiem.accounts.services.inviting import send_invitations, send_offers
from chamdiem.accounts.services.offering import find_offer, offer_role
from chamdiem.audit.services import record_event
from chamdiem.errors import Invalid
from chamdiem.organisations.imports import Import
from chamdiem.organisations.models import ImportFile


def plan_file(file: ImportFile, actor: AbstractBaseUser, now: datetime) -> PeoplePlan:
    """What a kept file would do."""
    assert isinstance(actor, User)  # noqa: S101  there is one kind of person
    data, today = bytes(file.content), timezone.localdate(now)
    return plan_people(data=data, file=file.name, actor=actor, today=today)


def apply_file(file: ImportFile, actor: AbstractBaseUser, now: datetime) -> PeoplePlan:
    """Make the accounts and give the roles; each role is an event of its own.

    Raises:
        Invalid: Something is wrong with the file.
    """
    assert isinstance(actor, User)  # noqa: S101  there is one kind of person
    plan = plan_file(file, actor, now)
    if plan.problems:
        raise Invalid(plan.problems)
    wanted = {row.line for row in plan.rows if row.action == "create"}
    entries = [entry for entry in plan.entries if entry.row.number in wanted]
    _ask_those_outside([entry for entry in entries if entry.email in plan.outside], plan, actor, file, now)
    entries = [entry for entry in entries if entry.email not in plan.outside]
    people = {**plan.people, **_make_accounts(entries, plan)}
    _give_roles(entries, people, actor, now)
    if entries:
        invited = list(dict.fromkeys(people[entry.email].pk for entry in entries))
        send_invitations(invited, actor=actor, site=file.site, now=now)
    return plan


def _role_names() -> list[str]:
    return [str(role.label) for role in Role]


PEOPLE = Import(
    _("Người dùng"), COLUMNS, _("Các vai trò"), _role_names, plan_file, apply_file, "nguoi-dung", "role"
)


def _ask_those_outside(
    entries: list[Entry], plan: PeoplePlan, actor: User, file: ImportFile, now: datetime
) -> None:
    """Who has an account elsewhere takes her role herself, as when she is invited alone."""
    offers = []
    for entry in entries:
        person, name = plan.people[entry.email], entry.row.text("name")
        if not find_offer(person, entry.role, entry.organisation, entry.office):
            offer = offer_role(actor, person, name, entry.role, entry.organisation, entry.office, now)
            offers.append(offer.pk)
    if offers:
        send_offers(offers, actor=actor, site=file.site, now=now)


def _make_accounts(entries: list[Entry], plan: PeoplePlan) -> dict[str, User]:
    """Accounts for those who have none; nobody can sign in as them before they set a password."""
    new: dict[str, User] = {}
    for entry in entries:
        if entry.email not in plan.people and entry.email not in new:
            row = entry.row
            user = User(email=entry.email, name=row.text("name"), title=row.text("title"))
            user.password, user.search_text = make_password(None), words_of(user)
            new[entry.email] = user
    made = User.objects.bulk_create(new.values(), batch_size=500)
    # Who invites vouches for the addresses.
    EmailAddress.objects.bulk_create(
        EmailAddress(user=user, email=user.email, verified=True, primary=True) for user in made
    )
    return {user.email: user for user in made}


def _give_roles(entries: list[Entry], people: dict[str, User], actor: User, now: datetime) -> None:
    RoleAssignment.objects.bulk_create(
        [
            RoleAssignment(
                user=people[entry.email],
                role=entry.role,
                organisation=entry.organisation,
                office=entry.office,
                given_at=now,
            )
            for entry in entries
        ],
        batch_size=500,
    )
    for entry in entries:
        record_event(
            actor=actor,
            action="person.import",
            subject=people[entry.email],
            at=now,
            organisation_path=entry.organisation.path,
            email=entry.email,
            role=entry.role.value,
            organisation=entry.organisation.code,
            office=entry.office.name if entry.office else "",
        )

"""Inviting people: an account, a role, and a letter with a link that works once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from allauth.account.models import EmailAddress
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.accounts.permissions import may_manage
from chamdiem.accounts.selectors import get_person, list_people, roles_to_judge
from chamdiem.accounts.services.offering import is_outside, offer_role
from chamdiem.accounts.services.recording import record
from chamdiem.accounts.services.roles import add_role, office_for, placed
from chamdiem.core.lint.folding import fold
from chamdiem.errors import Conflict, Incomplete, NotAllowed, WrongStage
from chamdiem.jobs.services import start_job
from chamdiem.office.grid import tidy

SEND_INVITATIONS = "accounts.send_invitations"
SEND_OFFERS = "accounts.send_offers"


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """Who is invited, and as what."""

    email: str
    name: str
    role: str
    organisation_id: int
    title: str = ""
    office_id: int | None = None


@transaction.atomic
def invite_person(*, actor: User, invitation: Invitation, site: str, now: datetime) -> User:
    """Make an account with its first role; the worker sends the letter.

    Somebody with an account whom the actor sees gets the role in addition and keeps her name and
    password. Who has one elsewhere is asked to take it (``offering``), and the actor does not learn
    that there was one. A locked account stays locked, and gets no letter.

    Args:
        actor: Who invites.
        invitation: Whom, and as what.
        site: The address of this installation, for the link.
        now: The moment.

    Raises:
        NotFound: No such body in the actor's part of the tree.
        NotAllowed: The actor may not give this role there.
        WrongStage: The body is closed.
        Incomplete: The name, or the office of a contributor, is missing.
        Conflict: The address is none, is that of somebody the actor sees under another name, or is
            the actor's own; or the person has the role already.
    """
    organisation = placed(actor, invitation.role, invitation.organisation_id, now)
    _demand_same_person(actor, invitation)
    known = User.objects.filter(email=checked_email(invitation.email)).first()
    if not tidy(invitation.name):
        raise Incomplete("person.name_missing")
    if known is not None and is_outside(actor, known):
        office = office_for(organisation, invitation.role, invitation.office_id)
        offer = offer_role(actor, known, invitation.name, invitation.role, organisation, office, now)
        send_offers([offer.pk], actor=actor, site=site, now=now)
        return known
    person = known or find_or_make(invitation.email, invitation.name, invitation.title)
    add_role(actor, person, invitation.role, organisation, invitation.office_id, now)
    record(actor, "person.invite", person, now, email=person.email)
    send_invitations([person.pk], actor=actor, site=site, now=now)
    return person


def _demand_same_person(actor: User, invitation: Invitation) -> None:
    """Refuse a role for somebody else than whom the actor means, as far as she may know who it is."""
    holder = list_people(actor=actor).filter(email=checked_email(invitation.email)).first()
    name = tidy(invitation.name)
    if holder is not None and name and fold(name) != fold(holder.name):
        raise Conflict("person.other_name", email=holder.email, holder=holder.name, name=name)


@transaction.atomic
def invite_again(*, actor: User, person_id: int, site: str, now: datetime) -> User:
    """Send the letter again to somebody who has not signed in yet.

    Raises:
        NotFound: No such person in the actor's part of the tree.
        NotAllowed: The actor may not manage this account.
        WrongStage: The person has signed in already, or the account is locked.
    """
    person = get_person(actor=actor, person_id=person_id)
    if not may_manage(actor, roles_to_judge(person)):
        raise NotAllowed("person.not_allowed", name=person.name)
    if not person.is_active:
        raise WrongStage("person.locked", name=person.name)
    if person.last_login is not None:
        raise WrongStage("person.signed_in_already", name=person.name)
    record(actor, "person.invite_again", person, now)
    send_invitations([person.pk], actor=actor, site=site, now=now)
    return person


def send_invitations(person_ids: Sequence[int], *, actor: User, site: str, now: datetime) -> None:
    """Ask the worker to write to these people, once this transaction has come to its end."""
    start_job(
        kind=SEND_INVITATIONS,
        title="Gửi thư mời",
        actor=actor,
        now=now,
        total=len(person_ids),
        person_ids=list(person_ids),
        site=site,
    )


def send_offers(offer_ids: list[int], *, actor: User, site: str, now: datetime) -> None:
    """Ask the worker to write to these people, once this transaction has come to its end."""
    start_job(
        kind=SEND_OFFERS,
        title="Gửi thư mời",
        actor=actor,
        now=now,
        total=len(offer_ids),
        offer_ids=offer_ids,
        site=site,
    )


def find_or_make(email: str, name: str, title: str) -> User:
    """The person with this address, or a new one nobody can sign in as yet."""
    email, name = checked_email(email), tidy(name)[:120]
    person = User.objects.filter(email=email).first()
    if person is not None:
        return person
    if not name:
        raise Incomplete("person.name_missing")
    person = User.objects.create_user(email, name=name, title=tidy(title)[:120])
    # Who invites vouches for the address.
    EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
    return person


def checked_email(email: str) -> str:
    """The address in lower case, if it is one."""
    email = tidy(email).lower()
    try:
        validate_email(email)
    except ValidationError:
        raise Conflict("person.email_wrong", value=email) from None
    return email

"""Correcting, locking and unlocking accounts."""

from __future__ import annotations

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction

from chamdiem.accounts.models import User, words_of
from chamdiem.accounts.permissions import may_manage
from chamdiem.accounts.selectors import get_person, roles_to_judge
from chamdiem.accounts.services.inviting import checked_email
from chamdiem.accounts.services.recording import demand_reason, record
from chamdiem.errors import Conflict, Incomplete, NotAllowed, WrongStage
from chamdiem.office.grid import tidy


@transaction.atomic
def change_person(*, actor: User, person_id: int, name: str, title: str, email: str, now: datetime) -> User:
    """Correct what is said about a person; with a new address links sent to the old one stop working.

    Raises:
        NotFound: No such person in the actor's part of the tree.
        NotAllowed: The person has a role that is not the actor's to give.
        Incomplete: The name is missing.
        Conflict: The address is none, or belongs to somebody else.
    """
    person = managed(actor, person_id)
    before = [person.name, person.title, person.email]
    person.name, person.title = tidy(name)[:120], tidy(title)[:120]
    if not person.name:
        raise Incomplete("person.name_missing")
    person.email = checked_email(email)
    if User.objects.filter(email=person.email).exclude(pk=person.pk).exists():
        raise Conflict("person.email_taken", value=person.email)
    after = [person.name, person.title, person.email]
    if before == after:
        return person
    person.search_text = words_of(person)
    person.save(update_fields=["name", "title", "email", "search_text"])
    if before[2] != after[2]:
        EmailAddress.objects.filter(user=person).delete()
        EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    record(actor, "person.change", person, now, changed=[before, after])
    return person


@transaction.atomic
def deactivate_person(*, actor: User, person_id: int, reason: str, now: datetime) -> User:
    """Lock an account: the person is signed out everywhere and cannot sign in; all she did stays.

    Raises:
        NotFound: No such person in the actor's part of the tree.
        NotAllowed: The person has a role that is not the actor's to give.
        Conflict: It is the actor's own account.
        Incomplete: The reason is missing.
        WrongStage: It is locked already.
    """
    person = managed(actor, person_id)
    if person.pk == actor.pk:
        raise Conflict("person.own_account")
    demand_reason(reason)
    if not person.is_active:
        raise WrongStage("person.locked", name=person.name)
    person.is_active = False
    person.save(update_fields=["is_active"])
    record(actor, "person.deactivate", person, now, reason=reason.strip())
    return person


@transaction.atomic
def reactivate_person(*, actor: User, person_id: int, now: datetime) -> User:
    """Unlock an account.

    Raises:
        NotFound: No such person in the actor's part of the tree.
        NotAllowed: The person has a role that is not the actor's to give.
        WrongStage: It is not locked.
    """
    person = managed(actor, person_id)
    if person.is_active:
        raise WrongStage("person.not_locked", name=person.name)
    person.is_active = True
    person.save(update_fields=["is_active"])
    record(actor, "person.reactivate", person, now)
    return person


def managed(actor: User, person_id: int) -> User:
    """A person whose account the actor may manage, locked until the transaction ends."""
    get_person(actor=actor, person_id=person_id)
    person = User.objects.select_for_update().get(pk=person_id)
    if not may_manage(actor, roles_to_judge(person)):
        raise NotAllowed("person.not_allowed", name=person.name)
    return person

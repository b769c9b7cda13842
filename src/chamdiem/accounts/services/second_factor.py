"""The second step of signing in: what happens to it is put on record, and a lost one is removed."""

from __future__ import annotations

from datetime import datetime

from allauth.mfa.models import Authenticator
from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.accounts.services.people import managed
from chamdiem.accounts.services.recording import demand_reason, record
from chamdiem.errors import Conflict, NotFound, WrongStage
from chamdiem.jobs.services import start_job

TELL_REMOVED = "accounts.tell_second_factor_removed"


@transaction.atomic
def record_second_factor(*, person: User, action: str, now: datetime) -> None:
    """Note that a person turned her second step on or off, or used or renewed her recovery codes."""
    record(person, f"second_factor.{action}", person, now)


@transaction.atomic
def remove_second_factor(*, actor: User, person_id: int, reason: str, now: datetime) -> User:
    """Remove the second step of somebody who has lost phone and recovery codes; she is told by a letter.

    Raises:
        NotFound: No such person in the actor's part of the tree.
        NotAllowed: The person has a role that is not the actor's to give.
        Conflict: It is the actor's own: she turns it off herself, with her password.
        Incomplete: The reason is missing.
        WrongStage: There is none.
    """
    person = managed(actor, person_id)
    if person.pk == actor.pk:
        raise Conflict("second_factor.own")
    return _removed(actor, person, reason, now)


@transaction.atomic
def remove_second_factor_from_server(*, email: str, reason: str, now: datetime) -> User:
    """The same for whoever runs the server, where the only administrator is the one who lost it.

    Raises:
        NotFound: Nobody has this address.
        Incomplete: The reason is missing.
        WrongStage: There is no second step.
    """
    person = User.objects.select_for_update().filter(email=email.strip().lower()).first()
    if person is None:
        raise NotFound("second_factor.no_such_person", value=email.strip())
    return _removed(None, person, reason, now)


def _removed(actor: User | None, person: User, reason: str, now: datetime) -> User:
    demand_reason(reason)
    removed, _ = Authenticator.objects.filter(user=person).delete()
    if not removed:
        raise WrongStage("second_factor.none", name=person.name)
    record(actor, "second_factor.remove", person, now, reason=reason.strip())
    start_job(
        kind=TELL_REMOVED,
        title="Báo gỡ xác thực hai bước",
        actor=actor,
        now=now,
        total=1,
        person_id=person.pk,
    )
    return person

"""The first administrator of an installation: nobody is there yet who could invite her."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.services.inviting import find_or_make
from chamdiem.accounts.services.recording import record
from chamdiem.accounts.services.roles import add_role
from chamdiem.errors import NotFound, WrongStage
from chamdiem.organisations.models import Organisation
from chamdiem.organisations.selectors import is_open


@transaction.atomic
def create_administrator(*, email: str, name: str, code: str, now: datetime) -> User:
    """Make an account without password that administers a body and all below it.

    For whoever runs the server: no actor, and the audit trail says so. She sets her
    password by the link of ``accounts.letters``.

    Args:
        email: The address she signs in with.
        name: Her name; kept as it is where there is an account already.
        code: The official code of the body.
        now: The moment.

    Raises:
        NotFound: No body with this code.
        WrongStage: The body, or her account, is closed.
        Incomplete: The name is missing.
        Conflict: The address is none, or she administers the body already.
    """
    organisation = Organisation.objects.filter(code=code.strip()).first()
    if organisation is None:
        raise NotFound("person.no_such_body", value=code.strip())
    if not is_open(organisation, timezone.localdate(now)):
        raise WrongStage("organisation.closed_already", name=organisation.name)
    person = find_or_make(email, name, "")
    if not person.is_active:
        raise WrongStage("person.locked", name=person.name)
    add_role(None, person, Role.ADMINISTRATOR, organisation, None, now)
    record(None, "person.found", person, now, email=person.email)
    return person

"""What everybody may change about herself."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from chamdiem.accounts.models import Language, User, words_of
from chamdiem.accounts.services.recording import record
from chamdiem.errors import Incomplete, NotFound
from chamdiem.office.grid import tidy


@transaction.atomic
def change_profile(*, actor: User, name: str, title: str, now: datetime) -> User:
    """Change one's own name and title; the address belongs to who keeps the directory.

    Raises:
        Incomplete: The name is missing.
    """
    person = User.objects.select_for_update().get(pk=actor.pk)
    before = [person.name, person.title]
    person.name, person.title = tidy(name)[:120], tidy(title)[:120]
    if not person.name:
        raise Incomplete("person.name_missing")
    after = [person.name, person.title]
    if before != after:
        person.search_text = words_of(person)
        person.save(update_fields=["name", "title", "search_text"])
        record(actor, "person.change", person, now, changed=[before, after])
    return person


def choose_language(*, actor: User, language: str) -> str:
    """Choose the language of one's pages; kept for the next sign-in.

    Raises:
        NotFound: There is no such language.
    """
    if language not in Language.values:
        raise NotFound("person.no_language")
    User.objects.filter(pk=actor.pk).update(language=language)
    return language

"""From the desk to a draft edition."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.annex.zeros import noted
from chamdiem.authoring.models import WorkingCopy
from chamdiem.authoring.plain import set_text, to_text
from chamdiem.authoring.selectors import Desk, get_desk, list_silent
from chamdiem.authoring.services.correcting import touch
from chamdiem.errors import Conflict, WrongStage
from chamdiem.indicators.models import Edition
from chamdiem.indicators.services import load_draft


@transaction.atomic
def make_draft(
    *, actor: User, copy_id: int, version: int, header: Mapping[str, str], applies_to: str, now: datetime
) -> Edition:
    """Make a draft edition of a working copy, or replace the draft it was made of before.

    Args:
        actor: Who makes it.
        copy_id: The working copy.
        version: The version of its head that ``actor`` saw.
        header: Values of the head of the set: key, name, edition, issuer, issued_on, document.
        applies_to: For whom the edition is.
        now: The time.

    Raises:
        NotFound: No such working copy of ``actor``.
        WrongStage: Its file is not read yet.
        Conflict: Somebody changed the head, or the draft edition, meanwhile; the key is taken.
        InvalidIndicatorSet: It does not load; carries every problem.
    """
    WorkingCopy.objects.select_for_update(of=("self",)).filter(pk=copy_id).first()
    desk = get_desk(actor=actor, copy_id=copy_id)
    copy = desk.copy
    if not copy.is_read:
        raise WrongStage("authoring.not_read")
    if copy.version != version:
        raise Conflict("authoring.changed_meanwhile")
    head = {**desk.head, **{key: value for key, value in header.items() if key != "document"}}
    source = {**head.get("source", {}), "document": header.get("document", "")}
    head["source"] = {key: value for key, value in source.items() if value}
    if copy.file_name:
        head["notes"] = noted(head.get("notes", []), _silent_rows(desk))
    head = {key: value for key, value in head.items() if value not in ("", []) and key != "status"}
    _refuse_replacing(copy, head["key"])
    data = set_text(head, desk.documents).encode()
    edition = load_draft(
        actor=actor, data=data, file_name=f"{head['key']}.yaml", now=now, applies_to=applies_to
    )
    copy.header, copy.applies_to, copy.version = to_text(head), applies_to, copy.version + 1
    copy.edition_key, copy.edition_version = edition.key, edition.version
    copy.save(update_fields=["header", "applies_to", "version", "edition_key", "edition_version"])
    touch(desk, actor, "authoring.make_draft", now, key=edition.key)
    return edition


def _silent_rows(desk: Desk) -> list[tuple[str, str]]:
    return [(each.data.get("number") or each.data["name"], each.chosen) for each in list_silent(desk)]


def _refuse_replacing(copy: WorkingCopy, key: str) -> None:
    """A draft that did not come from here, or was replaced since, is not overwritten unseen."""
    known = Edition.objects.select_for_update(of=("self",)).filter(key=key).first()
    if known is None:
        return
    if copy.edition_key != key:
        raise Conflict("edition.key_taken", key=key)
    if copy.edition_version != known.version:
        raise Conflict("edition.replaced_meanwhile", key=key)

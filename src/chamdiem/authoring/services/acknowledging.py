"""A finding of lint that is known and accepted: kept in the draft with its reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.audit.services import record_event
from chamdiem.authoring.models import WorkingCopy
from chamdiem.authoring.plain import to_text
from chamdiem.core.indicator_set import Acknowledgement
from chamdiem.errors import Incomplete, NotFound, WrongStage
from chamdiem.indicators.models import Edition
from chamdiem.indicators.selectors import get_edition, list_findings
from chamdiem.indicators.services import load_draft
from chamdiem.library import read_set_text, write_set


@transaction.atomic
def acknowledge_finding(*, actor: User, key: str, finding: str, reason: str, now: datetime) -> Edition:
    """Accept a finding of a draft edition; what lies on the desk of it learns of that too.

    Raises:
        NotFound: No such edition, or not visible to ``actor``; it has no such open finding.
        WrongStage: It is issued.
        Incomplete: There is no reason.
        NotAllowed, Conflict: ``actor`` does not keep it.
    """
    Edition.objects.select_for_update(of=("self",)).filter(key=key).first()
    edition = get_edition(actor=actor, key=key)
    if edition.status != Edition.Status.DRAFT:
        raise WrongStage("edition.issued_already", key=key)
    if finding not in {each.id for each in list_findings(edition) if not each.acknowledged}:
        raise NotFound("authoring.finding_not_found")
    if not reason.strip():
        raise Incomplete("authoring.no_reason")
    known = read_set_text(edition.document, f"{key}.yaml")
    accepted = Acknowledgement(finding=finding, reason=reason.strip())
    text = write_set(replace(known, acknowledged=(*known.acknowledged, accepted)))
    seen = edition.version
    edition = load_draft(actor=actor, data=text.encode(), file_name=f"{key}.yaml", now=now)
    for copy in WorkingCopy.objects.select_for_update().filter(edition_key=key, edition_version=seen):
        _tell(copy, accepted, edition.version)
    path = edition.owner.path if edition.owner else ""
    record_event(
        actor=actor, action="authoring.acknowledge", subject=edition, at=now, organisation_path=path,
        finding=finding, reason=accepted.reason,
    )  # fmt: skip
    return edition


def _tell(copy: WorkingCopy, accepted: Acknowledgement, version: int) -> None:
    one = {"finding": accepted.finding, "reason": accepted.reason}
    copy.header = to_text({**copy.head, "acknowledged": [*copy.head.get("acknowledged", []), one]})
    copy.edition_version, copy.version = version, copy.version + 1
    copy.save(update_fields=["header", "edition_version", "version"])

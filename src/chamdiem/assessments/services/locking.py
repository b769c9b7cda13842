"""A dossier on the desk of one writer: found, seen to be hers to change, and locked."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from chamdiem.accounts.models import User
from chamdiem.assessments.asked import Asked, asked_of
from chamdiem.assessments.content import Content
from chamdiem.assessments.entering import reading_verdict
from chamdiem.assessments.models import Approval, Assessment
from chamdiem.assessments.permissions import Access
from chamdiem.assessments.selectors.doors import access_to, with_campaign
from chamdiem.assessments.selectors.loading import load_content
from chamdiem.assessments.tally import counts_of, tally_rows
from chamdiem.assessments.workflow import verdict
from chamdiem.audit.services import record_event
from chamdiem.campaigns.policies import Policies
from chamdiem.campaigns.services.locking import reread_stages
from chamdiem.core.figures import Figure
from chamdiem.core.indicator_set import Row
from chamdiem.core.points import decimal
from chamdiem.errors import NotFound

COUNTED = (
    "tally",
    "criteria_count",
    "answered_count",
    "gap_count",
    "evidence_gap_count",
    "claimed_points",
    "claimed_maximum",
)


@dataclass(slots=True)
class Desk:
    """One dossier locked for one person until the transaction ends.

    ``content`` is what is in it, read once and kept in step: for the change, the counts and the page.
    """

    assessment: Assessment
    access: Access
    asked: Asked
    actor: User
    now: datetime
    content: Content | None = None

    def row(self, key: str, action: str = "edit") -> Row:
        """A row that is hers to change now.

        Raises:
            NotFound: No such row, or not hers to know of.
            NotAllowed, WrongStage: As the table of actions says; or the row has its own last day.
        """
        row = self.asked.rows.get(key)
        if row is None or not self.access.sees(key):
            raise NotFound("criterion.not_found", key=key)
        verdict(action, actor=self.actor, assessment=self.assessment, now=self.now, row=row).demand()
        return row

    def figure(self, key: str) -> Figure:
        """A figure that is hers to change now.

        Raises:
            NotFound: No such figure, or its row is not hers to know of.
            NotAllowed, WrongStage: As its row.
        """
        figure = self.asked.figures.get(key)
        if figure is None:
            raise NotFound("figure.not_found", key=key)
        self.row(figure.row)
        return figure

    def demand_readers_open(self, figure: Figure) -> None:
        """Before its value changes: no criterion whose time has passed may get other points.

        Raises:
            WrongStage: A criterion that reads it has passed its last day.
        """
        reading_verdict(figure, self.assessment, self.asked, self.now).demand()


def on_the_desk(*, actor: User, assessment_id: int, action: str | None, now: datetime) -> Desk:
    """Find, lock and check: two people may press at the same moment.

    Raises:
        NotFound: No such dossier, or not visible to ``actor``.
        NotAllowed, WrongStage: As the table of actions says.
    """
    assessment = (
        with_campaign()
        .prefetch_related("participant__extensions")
        .select_for_update(of=("self",))
        .filter(pk=assessment_id)
        .first()
    )
    if assessment is None:
        raise NotFound("assessment.not_found")
    reread_stages([assessment.participant])
    access = access_to(actor, assessment)
    if action is not None:
        verdict(action, actor=actor, assessment=assessment, now=now).demand()
    return Desk(assessment, access, asked_of(assessment.participant.track.edition), actor, now)


def content_changed(desk: Desk, keys: Collection[str], because: str) -> None:
    """Count again what hangs on a change, and void an approval of what was there before."""
    assessment = desk.assessment
    assessment.revision += 1
    assessment.last_activity_at = desk.now
    desk.content = desk.content or load_content(assessment, with_people=False)
    count_again(assessment, desk.asked, keys, desk.content)
    assessment.save(update_fields=["revision", "last_activity_at", *COUNTED])
    void_approval(desk, because)


def count_again(
    assessment: Assessment,
    asked: Asked,
    keys: Collection[str] | None = None,
    content: Content | None = None,
) -> None:
    """Bring the counts in step: of the rows named, or of all; does not save. Content may be at hand."""
    tally = dict(assessment.tally)
    if keys is None or tally.keys() | set(keys) != asked.rows.keys():
        tally, keys = {}, tuple(asked.rows)
    content = content or load_content(assessment)
    policies = Policies.from_data(assessment.participant.campaign.policies)
    tally |= tally_rows(keys, asked, content, policies)
    counts = counts_of(asked, tally)
    assessment.tally = tally
    assessment.criteria_count, assessment.answered_count = counts.criteria, counts.answered
    assessment.gap_count, assessment.evidence_gap_count = counts.gaps, counts.evidence_gaps
    assessment.claimed_points = decimal(counts.claimed.points)
    assessment.claimed_maximum = decimal(counts.claimed.maximum)


def void_approval(desk: Desk, because: str) -> None:
    """The approval in force, if there is one, no longer counts; it stays to be seen."""
    Approval.objects.filter(assessment=desk.assessment, voided_at__isnull=True).update(
        voided_at=desk.now, voided_by=desk.actor, voided_because=because[:300]
    )


def record(desk: Desk, action: str, **facts: Any) -> None:
    """The line in the audit trail; last, inside the transaction of the change."""
    participant = desk.assessment.participant
    record_event(
        actor=desk.actor,
        action=action,
        subject=desk.assessment,
        at=desk.now,
        organisation_path=participant.organisation.path,
        campaign_id=participant.campaign_id,
        **facts,
    )

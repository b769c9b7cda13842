"""More departments with a dossier, for counting queries."""

from __future__ import annotations

from chamdiem.appraisals.models import Appraisal
from chamdiem.assessments.models import Answer, Assessment
from chamdiem.campaigns.models import Participant
from chamdiem.organisations.models import Organisation

from ..people import NOW, Cast
from .staging import (
    CLAIM_B,
    hand_in,
)


def join_departments(cast: Cast, numbers: range) -> None:
    """More departments hand in a dossier, and Chi awards each 5 points for 1.2."""
    for number in numbers:
        organisation = Organisation.objects.create(
            code=f"T1.{number:03}",
            name=f"Sở thứ {number}",
            kind=cast.body_a.kind,
            parent=cast.province,
            path=f"{cast.province.path}{100_000 + number}/",
        )
        participant = Participant.objects.create(
            campaign=cast.campaign,
            track=cast.track,
            organisation=organisation,
            code=organisation.code,
            name=f"Sở {number:03}",
            joined_at=NOW,
        )
        assessment = Assessment.objects.create(participant=participant, criteria_count=6)
        Answer.objects.bulk_create(
            Answer(assessment=assessment, figure=figure, value=value, changed_at=NOW)
            for figure, value in CLAIM_B.items()
        )
        hand_in(assessment)
        Appraisal.objects.create(
            assessment=assessment,
            round=1,
            criterion_key="1.2",
            verdict="awarded",
            points=5,
            reason="Chưa cập nhật",
            appraised_by=cast.chi,
            appraised_at=NOW,
        )

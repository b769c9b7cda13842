"""Explanations of a whole campaign, opened in the background when it comes to that stage."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.db import transaction

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import paths_held
from chamdiem.appraisals.models import Appraisal
from chamdiem.appraisals.rounds import list_disputed, may_be_explained, round_of
from chamdiem.appraisals.services.explaining import open_for
from chamdiem.appraisals.services.locking import relocked
from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import Campaign
from chamdiem.errors import NotFound, WrongStage
from chamdiem.jobs.models import Job
from chamdiem.jobs.services import start_job
from chamdiem.organisations.tree import below

KIND = "appraisals.open_explanations"
_CHANGES = (Appraisal.Verdict.CORRECTED, Appraisal.Verdict.AWARDED)


def _nobody_asks(_done: int, _total: int) -> None:
    return None


@transaction.atomic
def start_explanations(*, actor: User, campaign_id: int, now: datetime) -> Job:
    """Open, in the background, the explanation of every dossier in which something differs.

    Raises:
        NotFound: No such campaign, or ``actor`` does not run it.
        WrongStage: The campaign is not at the stage of explanation.
    """
    run = below("owner__path", paths_held(actor, [Role.STANDING_BODY]))
    campaign = Campaign.objects.filter(run, pk=campaign_id).first()
    if campaign is None:
        raise NotFound("campaign.not_found")
    if campaign.status != Campaign.Status.EXPLANATION:
        raise WrongStage("campaign.wrong_stage", stage=str(campaign.get_status_display()))
    title = f"Mở giải trình: {campaign.name}"
    return start_job(kind=KIND, title=title, actor=actor, now=now, campaign_id=campaign.pk)


def open_explanations(
    *,
    actor: User | None,
    campaign_id: int,
    now: datetime,
    progress: Callable[[int, int], None] = _nobody_asks,
) -> int:
    """Open what is to be opened, dossier by dossier; safe to run again. Returns how many were."""
    waiting = _list_waiting(campaign_id)
    opened = 0
    for done, pk in enumerate(waiting, start=1):
        opened += _open_one(pk, actor, now)
        progress(done, len(waiting))
    return opened


def _list_waiting(campaign_id: int) -> list[int]:
    """Dossiers appraised to the end with anything changed; the others have nothing to explain."""
    changed = Appraisal.objects.filter(verdict__in=_CHANGES).values("assessment")
    dossiers = Assessment.objects.filter(
        participant__campaign=campaign_id,
        participant__campaign__status=Campaign.Status.EXPLANATION,
        status=Assessment.Status.SETTLED,
        pk__in=changed,
    )
    return list(dossiers.order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def _open_one(assessment_id: int, actor: User | None, now: datetime) -> bool:
    assessment = relocked(assessment_id)
    is_waiting = assessment.status == Assessment.Status.SETTLED
    if not is_waiting or not may_be_explained(assessment, round_of(assessment).number):
        return False
    disputed = list_disputed(assessment)
    if disputed:
        open_for(assessment, disputed, actor=actor, now=now)
    return bool(disputed)

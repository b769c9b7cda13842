"""Publication: numbered releases of what was frozen; a correction is a new closing and a new release."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.assessments.services import make_open_again
from chamdiem.campaigns.models import Campaign
from chamdiem.campaigns.preparing import CLOSING
from chamdiem.campaigns.services import advance_stage
from chamdiem.errors import Incomplete
from chamdiem.jobs.services import stop_jobs
from chamdiem.results.models import Closing, Release
from chamdiem.results.services.recording import record


@transaction.atomic
def publish_results(*, actor: User, campaign_id: int, now: datetime, note: str = "") -> Release:
    """Publish the newest closing of every track as a numbered release (công bố).

    The first release needs no note; every later one says what it corrects.

    Raises:
        NotFound: No such campaign, or not visible to ``actor``.
        NotAllowed: ``actor`` does not run the campaign.
        WrongStage: It is not closed, or its closings are published already.
        Incomplete: An erratum without a note.
    """
    campaign = advance_stage(actor=actor, campaign_id=campaign_id, action="publish", now=now)
    number = campaign.releases.count() + 1
    if number > 1 and not note.strip():
        raise Incomplete("results.erratum_without_note")
    release = Release.objects.create(
        campaign=campaign, number=number, note=note.strip(), published_by=actor, published_at=now
    )
    release.closings.set(_newest_closings(campaign))
    record(actor, "results.publish", campaign, now, release=number, note=note.strip())
    return release


@transaction.atomic
def reopen_for_erratum(*, actor: User, campaign_id: int, reason: str, now: datetime) -> Campaign:
    """Open published results for a correction (đính chính): the council may rule again.

    What was published stays as it is; a closing under way is stopped and writes nothing.

    Raises:
        NotFound: No such campaign, or not visible to ``actor``.
        NotAllowed: ``actor`` does not run the campaign.
        WrongStage: Nothing is closed yet, nor being closed.
        Incomplete: No reason.
    """
    campaign = advance_stage(actor=actor, campaign_id=campaign_id, action="reopen", reason=reason, now=now)
    make_open_again(campaign=campaign)
    stop_jobs(kind=CLOSING, code="results.closing_stopped", now=now, campaign_id=campaign.pk)
    return campaign


def _newest_closings(campaign: Campaign) -> list[Closing]:
    newest: dict[int, Closing] = {}
    for closing in Closing.objects.filter(track__campaign=campaign).order_by("number"):
        newest[closing.track_id] = closing
    return list(newest.values())

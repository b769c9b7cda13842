"""Closing: everything is scored and frozen in the background, and written at once at the end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.assessments.services import make_final
from chamdiem.campaigns.models import Campaign, Participant
from chamdiem.campaigns.preparing import CLOSING
from chamdiem.campaigns.selectors.preparing import find_closing
from chamdiem.campaigns.services import advance_stage, finish_closing
from chamdiem.errors import Conflict, Incomplete
from chamdiem.jobs.models import Job
from chamdiem.jobs.services import demand_wanted, start_job
from chamdiem.results.freezing import Frozen, freeze
from chamdiem.results.layers import BATCH, list_ids
from chamdiem.results.models import Closing, Result
from chamdiem.results.reviews import count_unruled, find_reason_to_close, list_absent, named
from chamdiem.results.services.recording import record
from chamdiem.results.steps import Progress, Steps, nobody_asks

# Never handed in, not ruled on: what asks for a reason.
_WANTING = {
    (True, False): "results.never_handed_in",
    (False, True): "results.disputes_unruled",
    (True, True): "results.absent_and_unruled",
}


@transaction.atomic
def start_closing(*, actor: User, campaign_id: int, reason: str = "", now: datetime) -> Job:
    """Begin to freeze the results (chốt số liệu): from now on nobody writes; the rest is background work.

    Safe to ask for again when the work failed. Bodies that never handed in and
    disputes without a ruling make it fail, unless a ``reason`` says why it is closed all the same.

    Raises:
        NotFound: No such campaign, or not visible to ``actor``.
        NotAllowed: ``actor`` does not run the campaign.
        WrongStage: It is neither at the stage of ruling nor closing.
        Conflict: It is being closed at this moment.
        Incomplete: There is no track.
    """
    # The campaign stays locked until the end: of two who press at the same moment one closes.
    campaign = _begin(actor, campaign_id, reason, now)
    title = f"Chốt kết quả “{campaign.name}”"
    return start_job(kind=CLOSING, title=title, actor=actor, now=now, campaign_id=campaign.pk)


@transaction.atomic
def close_campaign(*, actor: User, campaign_id: int, reason: str = "", now: datetime) -> list[Closing]:
    """Freeze the results of every track at once: for commands and small campaigns; refuses as above."""
    campaign = _begin(actor, campaign_id, reason, now)
    frozen = freeze_tracks(campaign)
    demand_reason(campaign)
    return store_closings(frozen, campaign_id=campaign.pk, actor=actor, now=now)


def demand_reason(campaign: Campaign) -> None:
    """Refuse to close over bodies that never handed in or disputes without a ruling, unless it was said why.

    Asked once everything is frozen: whoever wrote in a dossier meanwhile has ended then. One query
    where a reason was given.

    Raises:
        Incomplete: With how many there are, and whose.
    """
    if not find_reason_to_close(campaign):
        demand_nothing_open(campaign)


def demand_nothing_open(campaign: Campaign) -> None:
    """Refuse where bodies never handed in or disputes have no ruling; a few queries a batch of dossiers.

    Raises:
        Incomplete: With how many there are, and whose.
    """
    absent, unruled = [each.name for each in list_absent(campaign)], count_unruled(campaign)
    facts: dict[str, str] = {}
    if absent:
        facts |= {"absent": str(len(absent)), "absent_names": named(absent)}
    if unruled:
        facts |= {"count": str(sum(unruled.values())), "organisations": named(list(unruled))}
    if facts:
        raise Incomplete(_WANTING[bool(absent), bool(unruled)], **facts)


def freeze_tracks(campaign: Campaign, progress: Progress = nobody_asks) -> list[Frozen]:
    """Score every track of a campaign that is closing; writes nothing. ``progress`` hears of every batch."""
    tracks = list(campaign.tracks.select_related("edition"))
    steps = Steps(progress, 2 * sum(len(list_ids(track)) for track in tracks))
    return [freeze(track, steps.follow) for track in tracks]


@transaction.atomic
def store_closings(
    found: Sequence[Frozen], *, campaign_id: int, actor: User, now: datetime, job: Job | None = None
) -> list[Closing]:
    """Write what was frozen, all of it or nothing: closings, results, stage, state of dossiers and event.

    Raises:
        WrongStage: The campaign is not closing any more.
        Conflict: The work was stopped meanwhile.
    """
    campaign = finish_closing(campaign_id=campaign_id, now=now)
    if job is not None:
        demand_wanted(job)
    make_final(campaign=campaign)
    reason, absent = find_reason_to_close(campaign), list_absent(campaign)
    closings = [_store(frozen, actor, now, reason, absent) for frozen in found]
    facts: dict[str, Any] = {"closings": {str(each.track): each.content_hash for each in closings}}
    if reason:
        facts["reason"] = reason
    if absent:
        facts["never_handed_in"] = [each.name for each in absent]
    record(actor, "results.close", campaign, now, **facts)
    return closings


def _begin(actor: User, campaign_id: int, reason: str, now: datetime) -> Campaign:
    campaign = advance_stage(actor=actor, campaign_id=campaign_id, action="close", reason=reason, now=now)
    if not campaign.tracks.exists():
        raise Incomplete("results.no_tracks")
    job = find_closing(campaign)
    if job is not None and job.is_under_way:
        raise Conflict("results.closing_already")
    return campaign


def _store(frozen: Frozen, actor: User, now: datetime, reason: str, absent: Sequence[Participant]) -> Closing:
    closing = Closing.objects.create(
        track=frozen.track,
        number=frozen.track.closings.count() + 1,
        closed_by=actor,
        closed_at=now,
        reason=reason,
        never_handed_in=[each.name for each in absent if each.track_id == frozen.track.pk],
        **frozen.facts,
    )
    results = frozen.list_results(closing)
    while batch := list(islice(results, BATCH)):
        Result.objects.bulk_create(batch)
    return closing

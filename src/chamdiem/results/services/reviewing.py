"""The review before closing: asked for, made in the background, kept until the next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from itertools import islice

from django.db import transaction
from django.db.models import Max

from chamdiem.accounts.models import User
from chamdiem.audit.models import Event
from chamdiem.campaigns.models import Campaign
from chamdiem.campaigns.workflow import verdict
from chamdiem.errors import Conflict
from chamdiem.jobs.models import Job
from chamdiem.jobs.services import start_job
from chamdiem.results.layers import list_ids
from chamdiem.results.models import Concern, Review
from chamdiem.results.readiness import list_concerns
from chamdiem.results.reviews import REVIEW, find_review_job
from chamdiem.results.selectors import get_campaign_to_close
from chamdiem.results.steps import Progress, Steps, nobody_asks

_STORED_AT_ONCE = 1_000


@transaction.atomic
def start_review(*, actor: User, campaign_id: int, now: datetime) -> Job:
    """Look a campaign through in the background.

    Raises:
        NotFound: No such campaign, or not visible to ``actor``.
        NotAllowed: ``actor`` does not run it.
        WrongStage: It is not running yet, or closed already.
        Conflict: It is being looked through at this moment.
    """
    get_campaign_to_close(actor=actor, campaign_id=campaign_id)
    # Lock the row: two people may press the button at the same moment.
    campaign = Campaign.objects.select_for_update().get(pk=campaign_id)
    verdict("review", actor=actor, campaign=campaign).demand()
    job = find_review_job(campaign)
    if job is not None and job.is_under_way:
        raise Conflict("results.review_already")
    title = f"Rà soát “{campaign.name}”"
    return start_job(kind=REVIEW, title=title, actor=actor, now=now, campaign_id=campaign.pk)


def review_campaign(
    *, campaign: Campaign, now: Callable[[], datetime], progress: Progress = nobody_asks
) -> Review:
    """Look a campaign through and keep what was found in place of what was found before.

    Written bit by bit and shown when it is whole; what an interrupted run left is thrown away.
    """
    Review.objects.filter(campaign=campaign, made_at__isnull=True).delete()
    seen = Event.objects.filter(campaign_id=campaign.pk).aggregate(last=Max("number"))["last"]
    review = Review.objects.create(campaign=campaign, begun_at=now(), seen=seen or 0)
    tracks = list(campaign.tracks.select_related("edition"))
    review.dossier_count = sum(len(list_ids(track)) for track in tracks)
    steps, counts = Steps(progress, 2 * review.dossier_count), Counter[str]()
    for track in tracks:
        found = list_concerns(track=track, follow=steps.follow)
        while batch := list(islice(found, _STORED_AT_ONCE)):
            for each in batch:
                each.review = review
            Concern.objects.bulk_create(batch)
            counts.update(each.kind for each in batch)
    review.counts, review.made_at = dict(counts), now()
    _take_the_place(review)
    return review


@transaction.atomic
def _take_the_place(review: Review) -> None:
    review.save()
    Review.objects.filter(campaign=review.campaign).exclude(pk=review.pk).delete()

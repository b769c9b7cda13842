"""Reading the newest review of a campaign: what it found, where one looks, whether it still holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Case, Count, Q, QuerySet, Value, When
from django.urls import reverse

from chamdiem.appraisals.permissions import COUNCIL
from chamdiem.appraisals.selectors.board import list_unruled_disputes
from chamdiem.assessments.models import Assessment
from chamdiem.audit.models import Event
from chamdiem.campaigns.models import Campaign, Participant
from chamdiem.core.indicator_set import Row
from chamdiem.indicators.selectors import compiled
from chamdiem.jobs.models import Job
from chamdiem.jobs.selectors import find_job
from chamdiem.results.layers import BATCH, list_ids
from chamdiem.results.models import Concern, Review
from chamdiem.results.readiness import KINDS

# Of the bodies that stand in the way so many are named; the review names all.
_MOST_NAMED = 5
# The kind of background work that looks a campaign through.
REVIEW = "results.review"
# Events of dossiers; everything else that is done in a campaign changes no figure.
_OF_DOSSIERS = ("assessment.", "appraisal.", "explanation.", "document.", "ruling.", "participant.")


def find_review_job(campaign: Campaign) -> Job | None:
    """The latest work that looks the campaign through; one query."""
    return find_job(kind=REVIEW, campaign_id=campaign.pk)


def find_review(campaign: Campaign) -> Review | None:
    """The newest review that is whole; one query."""
    return Review.objects.filter(campaign=campaign, made_at__isnull=False).first()


def is_outdated(review: Review) -> bool:
    """Whether anything was done to a dossier since; one query."""
    changes = Q()
    for subject in _OF_DOSSIERS:
        changes |= Q(action__startswith=subject)
    return Event.objects.filter(changes, campaign_id=review.campaign_id, number__gt=review.seen).exists()


def count_unruled(campaign: Campaign) -> dict[str, int]:
    """Participant → its disputes without a ruling, where there are any; a few queries a batch of dossiers."""
    found: dict[str, int] = {}
    for track in campaign.tracks.select_related("edition"):
        ids = list_ids(track)
        for start in range(0, len(ids), BATCH):
            batch = ids[start : start + BATCH]
            names = dict(Assessment.objects.filter(pk__in=batch).values_list("pk", "participant__name"))
            unruled = list_unruled_disputes(track=track, assessment_ids=batch)
            found |= {names[pk]: len(rows) for pk, rows in unruled.items() if rows}
    return found


def list_absent(campaign: Campaign) -> list[Participant]:
    """The bodies that never handed in, by name; one query."""
    found = Participant.objects.filter(campaign=campaign, assessment__submitted_at__isnull=True)
    return list(found.order_by("name_order", "code"))


def list_lonely(campaign: Campaign) -> list[str]:
    """The peer groups in which one body alone is ranked, by track; one query."""
    ranked = Participant.objects.filter(campaign=campaign, is_ranked=True).exclude(peer_group="")
    groups = ranked.order_by("track", "peer_group").values("track", "peer_group").annotate(count=Count("pk"))
    return list(groups.filter(count=1).values_list("peer_group", flat=True))


def named(names: Sequence[str]) -> str:
    """The first names of bodies that stand in the way of closing, as a sentence lists them."""
    return ", ".join(names[:_MOST_NAMED]) + ("…" if len(names) > _MOST_NAMED else "")


def find_reason_to_close(campaign: Campaign) -> str:
    """Why the closing under way was begun over what is open; empty where nothing was said; one query."""
    begun = Event.objects.filter(action="campaign.close", campaign_id=campaign.pk).order_by("-number").first()
    return str(begun.facts.get("reason", "")) if begun else ""


def list_found(review: Review, kind: str = "") -> QuerySet[Concern]:
    """What a review found, of one kind or all, the worst first; with what its page needs."""
    places = [When(kind=each, then=Value(place)) for place, each in enumerate(KINDS)]
    found = review.concerns.select_related("participant__track__edition", "participant__assessment")
    found = found.defer("participant__track__edition__document", "participant__track__chosen")
    found = found.order_by(Case(*places, default=Value(len(places))), "pk")
    return found.filter(kind=kind) if kind else found


@dataclass(frozen=True, slots=True)
class Shown:
    """One concern on the page."""

    concern: Concern

    @property
    def participant(self) -> Participant:
        """Whose figure or criterion it is."""
        return self.concern.participant

    @property
    def sentence(self) -> str:
        """What to look at, in words."""
        return str(KINDS[self.concern.kind][1])

    @property
    def row(self) -> Row:
        """The row it stands on; a dossier as a whole stands on none."""
        return compiled(self.participant.track.edition).indicator_set.row(self.concern.row_key)

    @property
    def label(self) -> str:
        """What that row is called apart from the rows above it."""
        return compiled(self.participant.track.edition).indicator_set.tree.labels[self.concern.row_key]

    @property
    def criteria(self) -> int:
        """Where the dossier as a whole is meant: how many criteria it has."""
        return 0 if self.concern.row_key else int(self.concern.value)

    @property
    def address(self) -> str:
        """Where one looks: what is not handed in is seen on the page of the participant only."""
        assessment: Assessment = self.participant.assessment
        if not self.concern.row_key or assessment.status == assessment.Status.DRAFT:
            return reverse("campaigns:show_participant", args=[self.participant.pk])
        if self.row.evaluator == COUNCIL or self.concern.kind == "disputed":
            return reverse("appraisals:council_file", args=[assessment.pk]) + f"#c-{self.row.key}"
        if self.row.is_criterion:
            return reverse("appraisals:split", args=[assessment.pk, self.row.key])
        return reverse("appraisals:dossier", args=[assessment.pk])

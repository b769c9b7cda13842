"""What waits for an appraiser: by organisation and by criterion."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Count, F, IntegerField, Max, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import holds, holds_anywhere
from chamdiem.appraisals.models import Appraisal, Justification
from chamdiem.appraisals.permissions import Duty, appraised_keys, duties_of, duties_over, keys_in_duty
from chamdiem.appraisals.rounds import Touches, round_of
from chamdiem.appraisals.selectors.doors import list_appraised, list_judged
from chamdiem.appraisals.selectors.touches import list_touches
from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import Campaign, Track
from chamdiem.campaigns.permissions import own_bodies
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.errors import NotFound
from chamdiem.indicators.selectors import compiled
from chamdiem.web.folding import matching
from chamdiem.web.ordering import Alphabetical

State = Assessment.Status
OPEN = (State.SUBMITTED, State.APPRAISAL)
ENDED = (Campaign.Status.CLOSING, Campaign.Status.CLOSED, Campaign.Status.PUBLISHED)
_HISTORY = ("appraisals", "justifications")
_DECISIVE = ~Q(verdict=Appraisal.Verdict.MORE_WANTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueFilter:
    """What the address asks the queue for; nothing named, nothing left out."""

    typed: str = ""
    track_id: int | None = None
    state: str = ""


@dataclass(frozen=True, slots=True)
class Waiting:
    """One dossier of the queue, and how far this person's part of it is."""

    assessment: Assessment
    round: int
    decided: int
    total: int
    more_wanted: int
    stale: int
    next_key: str
    # Whether it is of a body this person works for: then somebody else appraises it.
    is_own: bool
    # When the organisation last answered; None where it has explained nothing yet.
    explained_at: datetime | None

    @property
    def is_done(self) -> bool:
        """Whether nothing of it waits for this person."""
        return self.decided == self.total


def list_queue(*, actor: User, asked: QueueFilter) -> QuerySet[Assessment]:
    """The dossiers a person appraises or watches; one query a page.

    What waits comes first, what was handed in first before the rest. Of campaigns that have
    ended only where the track is named: nothing waits there.
    """
    condition = matching(asked.typed, "participant__organisation__search_text")
    if asked.track_id is not None:
        condition &= Q(participant__track=asked.track_id)
    else:
        condition &= ~Q(participant__campaign__status__in=ENDED)
    condition &= in_state(asked.state)
    waiting_first = Case(When(status__in=OPEN, then=0), default=1, output_field=IntegerField())
    found = list_appraised(actor=actor).filter(condition)
    return found.order_by(waiting_first, "submitted_at", "pk")


def in_state(state: str) -> Q:
    """A condition on dossiers: what a filter bar asks of their state."""
    if state == "open":
        return Q(status__in=OPEN)
    return Q(status=state) if state else Q()


def describe_waiting(actor: User, dossiers: Iterable[Assessment]) -> list[Waiting]:
    """How far this person's part of each dossier is; five queries, however many dossiers."""
    known = list(dossiers)
    ids = [each.pk for each in known]
    histories = {each.pk: each for each in Assessment.objects.filter(pk__in=ids).prefetch_related(*_HISTORY)}
    touches = list_touches(ids)
    return [_described(actor, each, histories[each.pk], touches.get(each.pk)) for each in known]


def keys_of(actor: User, assessment: Assessment) -> frozenset[str]:
    """The criteria of a dossier that are this person's: by duty, or all of them for who only watches."""
    indicator_set = compiled(assessment.participant.track.edition).indicator_set
    mine = keys_in_duty(duties_over(actor, assessment.participant), indicator_set)
    return mine or appraised_keys(indicator_set)


def lacks_duties(actor: User) -> bool:
    """Whether an appraiser was given nothing at all yet, in whatever campaign."""
    return holds_anywhere(actor, [Role.APPRAISER]) and not duties_of(actor)


def list_tracks(*, actor: User) -> list[Track]:
    """The tracks a person has dossiers of, those of running campaigns first; two queries."""
    ids = list_appraised(actor=actor).order_by().values("participant__track").distinct()
    tracks = Track.objects.filter(pk__in=ids).select_related("campaign__owner", "edition")
    found = tracks.order_by("-campaign__year", Alphabetical("campaign__name"), "order")
    return sorted(found, key=has_ended)


def has_ended(track: Track) -> bool:
    """Whether nothing of a track is appraised any more."""
    return track.campaign.status in ENDED


def get_track(*, actor: User, track_id: int) -> Track:
    """One track of which a person has dossiers, or ``NotFound``."""
    track = next((each for each in list_tracks(actor=actor) if each.pk == track_id), None)
    if track is None:
        raise NotFound("track.not_found")
    return track


@dataclass(frozen=True, slots=True)
class CriterionQueue:
    """One criterion, and how many dossiers wait for its decision."""

    row: Row
    total: int
    decided: int

    @property
    def waiting(self) -> int:
        """How many wait."""
        return self.total - self.decided


def list_criterion_keys(*, actor: User, track: Track) -> list[str]:
    """The criteria of a track that are this person's, in printed order; one query."""
    indicator_set = compiled(track.edition).indicator_set
    mine = frozenset[str]().union(*(keys for _, keys in _parts(actor, track, indicator_set)))
    return [row.key for row in indicator_set.criteria if row.key in mine]


def list_criterion_queue(*, actor: User, track: Track) -> list[CriterionQueue]:
    """The same criteria, each with how many dossiers wait for its decision.

    Three queries for each part of the track that duties set apart; one part in most campaigns.
    """
    indicator_set = compiled(track.edition).indicator_set
    totals: Counter[str] = Counter()
    decided: Counter[str] = Counter()
    for condition, keys in _parts(actor, track, indicator_set):
        dossiers = list_judged(actor=actor).filter(condition, participant__track=track, status__in=OPEN)
        _count(dossiers, keys, totals, decided)
    return [
        CriterionQueue(indicator_set.row(key), totals[key], decided[key])
        for key in list_criterion_keys(actor=actor, track=track)
    ]


def _described(actor: User, assessment: Assessment, history: Assessment, touches: Touches | None) -> Waiting:
    history.participant = assessment.participant
    present = round_of(history, touches)
    mine = keys_of(actor, assessment)
    due = [key for key in present.due if key in mine]
    undecided = present.list_undecided(mine)
    return Waiting(
        assessment,
        present.number,
        len(due) - len(undecided),
        len(due),
        len([key for key in present.list_more_wanted() if key in mine]),
        len(present.stale & mine),
        (undecided or due or [""])[0],
        assessment.participant.organisation_id in own_bodies(actor),
        max((each.written_at for each in history.justifications.all()), default=None),
    )


def _parts(actor: User, track: Track, indicator_set: IndicatorSet) -> Sequence[tuple[Q, frozenset[str]]]:
    """Which criteria of which participants: one part for duties over all, one for each over some."""
    duties = [duty for duty in duties_of(actor) if duty.track_id == track.pk]
    everywhere = [duty for duty in duties if duty.participant_id is None]
    if not duties and holds(actor, [Role.STANDING_BODY], track.campaign.owner.path):
        return [(Q(), appraised_keys(indicator_set))]
    parts = [(Q(), keys_in_duty(everywhere, indicator_set))] if everywhere else []
    by_rows: dict[frozenset[str], set[int]] = {}
    for participant_id in {duty.participant_id for duty in duties} - {None}:
        own: list[Duty] = [duty for duty in duties if duty.participant_id == participant_id]
        keys = keys_in_duty(own, indicator_set) - keys_in_duty(everywhere, indicator_set)
        by_rows.setdefault(keys, set()).add(participant_id or 0)
    parts += [(Q(participant__in=ids), keys) for keys, ids in by_rows.items() if keys]
    return parts


def _count(
    dossiers: QuerySet[Assessment], keys: frozenset[str], totals: Counter[str], decided: Counter[str]
) -> None:
    ids = dossiers.order_by().values("pk")
    first = dossiers.filter(justifications__isnull=True).count()
    totals.update(dict.fromkeys(keys, first))
    last = (
        Justification.objects.filter(assessment=OuterRef("assessment"))
        .order_by()
        .values("assessment")
        .annotate(last=Max("round"))
        .values("last")
    )
    before = Coalesce(Subquery(last), Value(0), output_field=IntegerField())
    justified = Justification.objects.filter(
        assessment__in=ids, stance=Justification.Stance.JUSTIFIED, criterion_key__in=keys
    ).annotate(before=before)
    totals.update(_by_criterion(justified.filter(round=F("before"))))
    rows = Appraisal.objects.filter(_DECISIVE, assessment__in=ids, criterion_key__in=keys)
    decided.update(_by_criterion(rows.annotate(before=before).filter(round=F("before") + 1)))


def _by_criterion(rows: QuerySet[Appraisal] | QuerySet[Justification]) -> dict[str, int]:
    counted = rows.order_by().values_list("criterion_key").annotate(count=Count("pk"))
    return dict(counted.values_list("criterion_key", "count"))

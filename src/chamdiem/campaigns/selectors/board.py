"""The board: every organisation of a campaign with how far it is; a constant number of queries."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import (
    Count,
    DateField,
    ExpressionWrapper,
    F,
    FloatField,
    Func,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    TextField,
    Value,
)
from django.db.models.functions import Cast, Coalesce, Greatest, NullIf
from django.db.models.lookups import GreaterThan

from chamdiem.campaigns.calendar import LOCAL
from chamdiem.campaigns.models import Campaign, Extension, Participant
from chamdiem.core.alphabet import alphabetical
from chamdiem.web.folding import matching

WRITING = ("draft", "returned")
# How the address sorts → fields, ended by one that is unique.
SORTS: Mapping[str, tuple[str, ...]] = {
    "name": ("name_order", "pk"),
    "track": ("track__order", "name_order", "pk"),
    "stage": ("assessment__status", "name_order", "pk"),
    "progress": ("progress", "name_order", "pk"),
    "gaps": ("assessment__gap_count", "name_order", "pk"),
    "evidence": ("assessment__evidence_gap_count", "name_order", "pk"),
    "points": ("assessment__claimed_points", "name_order", "pk"),
    "activity": ("assessment__last_activity_at", "name_order", "pk"),
    "days": ("last_day", "name_order", "pk"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardFilter:
    """What the address asks the board for; nothing named, nothing left out."""

    typed: str = ""
    track_id: int | None = None
    stage: str = ""
    peer_group: str = ""
    is_late: bool = False
    lacks_evidence: bool = False
    unstarted: bool = False
    # Only who still lacks something in this row.
    incomplete_row: str = ""


def list_board(campaign: Campaign, asked: BoardFilter, now: datetime) -> QuerySet[Participant]:
    """The participants that fit, each with ``last_day`` and ``progress``; one query for a page of it.

    Everything shown stands in the participant, its dossier and the extensions; no answer is read.
    """
    return (
        _with_days(campaign)
        .filter(_condition(asked, today(now)))
        .annotate(
            progress=ExpressionWrapper(
                F("assessment__answered_count") * 1.0 / NullIf(F("assessment__criteria_count"), 0),
                output_field=FloatField(),
            )
        )
        .select_related("track", "assessment")
        .defer("assessment__tally", "track__chosen", "track__unranked")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardSummary:
    """What stands above the board."""

    total: int
    stages: Mapping[str, int]
    late: int
    lacking_evidence: int
    unstarted: int
    answered: int
    criteria: int

    @property
    def submitted(self) -> int:
        """How many have handed in, whatever came of it since."""
        return sum(count for stage, count in self.stages.items() if stage not in WRITING)


def summarise_board(campaign: Campaign, now: datetime) -> BoardSummary:
    """Counts over the whole campaign, per stage; two queries."""
    rows = Participant.objects.filter(campaign=campaign).order_by()
    by_stage = rows.values_list("assessment__status").annotate(count=Count("pk"))
    stages = {stage or "": count for stage, count in by_stage}
    counted = _with_days(campaign).aggregate(
        late=Count("pk", filter=_late(today(now))),
        lacking=Count("pk", filter=_lacking()),
        unstarted=Count("pk", filter=_unstarted()),
        answered=Coalesce(Sum("assessment__answered_count"), 0),
        criteria=Coalesce(Sum("assessment__criteria_count"), 0),
    )
    return BoardSummary(
        total=sum(stages.values()),
        stages=stages,
        late=counted["late"],
        lacking_evidence=counted["lacking"],
        unstarted=counted["unstarted"],
        answered=counted["answered"],
        criteria=counted["criteria"],
    )


def list_board_groups(campaign: Campaign) -> list[str]:
    """The peer groups to filter by; one query."""
    rows = Participant.objects.filter(campaign=campaign).exclude(peer_group="").order_by()
    return sorted(rows.values_list("peer_group", flat=True).distinct(), key=alphabetical)


def list_dossier_states() -> list[tuple[str, str]]:
    """The states a dossier can be in, with their words, in the order of its life."""
    field = Participant._meta.get_field("assessment").related_model._meta.get_field("status")
    return [(str(code), str(word)) for code, word in field.choices]  # type: ignore[union-attr]  # it has choices


def today(now: datetime) -> date:
    """The day it is in Vietnam."""
    return now.astimezone(LOCAL).date()


def _with_days(campaign: Campaign) -> QuerySet[Participant]:
    usual = Value(campaign.entry_until, output_field=DateField())
    return _with_last_day(Participant.objects.filter(campaign=campaign), usual)


def _with_last_day(participants: QuerySet[Participant], usual: Value | F) -> QuerySet[Participant]:
    longest = (
        Extension.objects.filter(participant=OuterRef("pk"), criterion_key="")
        .order_by()
        .values("participant")
        .annotate(last=Max("until"))
        .values("last")
    )
    return participants.annotate(
        campaign_entry_until=usual,
        last_day=Greatest(usual, Coalesce(Subquery(longest), usual), output_field=DateField()),
    )


def count_late(campaigns: Collection[Campaign], now: datetime) -> dict[int, int]:
    """Campaign → how many have not handed in although their last day is over, if any; one query."""
    joined = Participant.objects.filter(campaign__in=campaigns)
    late = _with_last_day(joined, F("campaign__entry_until")).filter(_late(today(now)))
    return dict(late.order_by().values_list("campaign").annotate(Count("pk")))


def _condition(asked: BoardFilter, day: date) -> Q:
    condition = matching(asked.typed, "organisation__search_text")
    if asked.track_id is not None:
        condition &= Q(track_id=asked.track_id)
    if asked.stage:
        condition &= Q(assessment__status=asked.stage)
    if asked.peer_group:
        condition &= Q(peer_group=asked.peer_group)
    if asked.is_late:
        condition &= _late(day)
    if asked.lacks_evidence:
        condition &= _lacking()
    if asked.unstarted:
        condition &= _unstarted()
    if asked.incomplete_row:
        condition &= _incomplete(asked.incomplete_row)
    return condition


def _late(day: date) -> Q:
    """Not handed in although the last day is over; on the last day itself nobody is late."""
    return Q(assessment__status__in=WRITING, last_day__lt=day)


def _lacking() -> Q:
    return Q(assessment__evidence_gap_count__gt=0)


def _unstarted() -> Q:
    return Q(assessment__status="draft", assessment__last_activity_at__isnull=True)


def _incomplete(row_key: str) -> Q:
    """Something is missing in this row; the second number of a line of the tally counts it."""
    gaps = Func(
        F("assessment__tally"),
        Value(row_key),
        Value("1"),
        function="jsonb_extract_path_text",
        output_field=TextField(),
    )
    return Q(GreaterThan(Cast(gaps, IntegerField()), 0))

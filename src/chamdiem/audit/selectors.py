"""Reading the chain: what was done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone

from chamdiem.audit.models import Event
from chamdiem.web.folding import matching


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """What somebody looks for; empty is everything. Days are local and inclusive."""

    text: str = ""
    action: str = ""
    actor_id: int | None = None
    organisation_path: str = ""
    campaign_id: int | None = None
    since: date | None = None
    until: date | None = None


def list_events(*, paths: Sequence[str], wanted: EventFilter | None = None) -> QuerySet[Event]:
    """Events of these parts of the tree, newest first; without a part there are none.

    The path is the one the organisation had at the time: who was responsible then reads it.
    An event that belongs to no organisation is for the command line only.
    """
    readable = Q(pk__in=[])
    for path in paths:
        readable |= Q(organisation_path__startswith=path)
    return Event.objects.filter(readable & _condition(wanted or EventFilter())).order_by("-number")


def list_recorded_actions(*, paths: Sequence[str]) -> list[str]:
    """The actions that occur in these parts of the tree, for a filter; one query."""
    return list(list_events(paths=paths).order_by("action").values_list("action", flat=True).distinct())


def _condition(wanted: EventFilter) -> Q:
    condition = matching(wanted.text)
    if wanted.action:
        condition &= Q(action=wanted.action)
    if wanted.actor_id is not None:
        condition &= Q(actor_id=wanted.actor_id)
    if wanted.organisation_path:
        condition &= Q(organisation_path__startswith=wanted.organisation_path)
    if wanted.campaign_id is not None:
        condition &= Q(campaign_id=wanted.campaign_id)
    if wanted.since:
        condition &= Q(at__gte=_midnight(wanted.since))
    if wanted.until:
        condition &= Q(at__lt=_midnight(wanted.until + timedelta(days=1)))
    return condition


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))

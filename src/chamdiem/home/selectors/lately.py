"""What others did lately, from the trail of events; a constant number of queries."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import Q
from django.urls import reverse

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import paths_held
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.permissions import AUTHORITY, OWN
from chamdiem.assessments.selectors import list_assessments
from chamdiem.audit.models import Event
from chamdiem.campaigns.models import Campaign
from chamdiem.campaigns.selectors import list_campaigns
from chamdiem.home.news import OF_THE_CAMPAIGN, TO_A_CONTRIBUTOR, TO_THE_AUTHORITY, TO_THE_BODY, News
from chamdiem.organisations.tree import below

MOST_NEWS = 8
NEWS_DAYS = 14


def list_news(*, actor: User, now: datetime) -> list[News]:
    """What others did in the last two weeks, newest first; at most eight, in three queries."""
    campaigns = {each.pk: each.name for each in list_campaigns(actor=actor)}
    told = (
        _told(TO_THE_BODY, paths_held(actor, OWN))
        | _told(TO_A_CONTRIBUTOR, paths_held(actor, [Role.CONTRIBUTOR]))
        | _told(TO_THE_AUTHORITY, paths_held(actor, AUTHORITY))
        | Q(action__in=OF_THE_CAMPAIGN, campaign_id__in=campaigns)
    )
    since = now - timedelta(days=NEWS_DAYS)
    found = Event.objects.filter(told, at__range=(since, now)).exclude(actor=actor)
    # By the clock, not by the trail: what is recorded later may have happened before.
    events = list(found.order_by("-at", "-number")[:MOST_NEWS])
    open_to_her = _open_to(actor, events)
    return [
        News(
            action=event.action,
            subject=event.subject_name,
            campaign=campaigns.get(event.campaign_id or 0, ""),
            person=event.actor_name,
            at=event.at,
            url=_address(event, open_to_her),
        )
        for event in events
    ]


def _told(actions: Sequence[str], paths: Sequence[str]) -> Q:
    return below("organisation_path", paths) & Q(action__in=actions)


def _open_to(actor: User, events: Sequence[Event]) -> frozenset[str]:
    """Which of the dossiers these events tell of she may open."""
    found = [event.subject_id for event in events if event.subject_type == Assessment._meta.label_lower]
    rows = list_assessments(actor=actor).filter(pk__in=found).values_list("pk", flat=True) if found else ()
    return frozenset(str(key) for key in rows)


def _address(event: Event, open_to_her: frozenset[str]) -> str:
    if event.subject_id in open_to_her and event.subject_type == Assessment._meta.label_lower:
        return reverse("assessments:show", args=[event.subject_id])
    if event.subject_type == Campaign._meta.label_lower:
        return reverse("campaigns:show_campaign", args=[event.subject_id])
    return ""

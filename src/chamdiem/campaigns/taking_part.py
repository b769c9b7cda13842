"""A body that takes part in a running campaign was there when it joined."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from chamdiem.campaigns.calendar import local_day
from chamdiem.campaigns.models import Campaign, Participant
from chamdiem.organisations.hooks import (
    MOST_CONCERNED,
    Concern,
    when_asked_for_day_at_work,
    when_asked_whom_an_end_concerns,
)
from chamdiem.organisations.models import Organisation

_DONE = (Campaign.Status.CLOSED, Campaign.Status.PUBLISHED)


@when_asked_for_day_at_work
def last_joining(organisation: Organisation) -> date | None:
    """The last day on which a body began a campaign that still runs; None where it is in none. One query."""
    running = Participant.objects.filter(organisation=organisation).exclude(campaign__status__in=_DONE)
    begun = (
        min(each.campaign.entry_from, local_day(each.joined_at))
        for each in running.select_related("campaign")
    )
    return max(begun, default=None)


@when_asked_whom_an_end_concerns
def running_dossiers(ending: Sequence[Organisation]) -> Concern:
    """The dossiers that bodies have in campaigns that still run; two queries."""
    found = (
        Participant.objects.filter(organisation__in=ending)
        .exclude(campaign__status__in=(*_DONE, Campaign.Status.DRAFT))
        .select_related("campaign")
        .order_by("campaign__year", "campaign_id", "name")
    )
    lines = [f"{each.name} · {each.campaign}" for each in found[:MOST_CONCERNED]]
    return Concern(
        _("Hồ sơ trong các kỳ đánh giá đang chạy"),
        _("Các hồ sơ này được làm tiếp đến hết kỳ dưới tên của đơn vị kết thúc."),
        lines,
        found.count(),
    )

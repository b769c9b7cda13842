"""With the closing of a campaign its dossiers become final; a reopening gives each its state back."""

from __future__ import annotations

from django.db.models import F

from chamdiem.assessments.models import Assessment
from chamdiem.assessments.workflow import CLOSED_FROM
from chamdiem.campaigns.models import Campaign


def make_final(*, campaign: Campaign) -> int:
    """Make every dossier final that was handed in; one statement, in the transaction of the closing."""
    there = Assessment.objects.filter(participant__campaign=campaign, status__in=CLOSED_FROM)
    return there.update(before_final=F("status"), status=Assessment.Status.FINAL)


def make_open_again(*, campaign: Campaign) -> int:
    """Give every final dossier the state it had before the closing; one statement."""
    final = Assessment.objects.filter(participant__campaign=campaign, status=Assessment.Status.FINAL)
    return final.update(status=F("before_final"), before_final="")

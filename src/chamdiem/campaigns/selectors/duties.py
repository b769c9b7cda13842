"""Who appraises what."""

from __future__ import annotations

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Left, Length

from chamdiem.accounts.models import Role, RoleAssignment, User
from chamdiem.campaigns.models import AppraiserDuty, Campaign, Participant
from chamdiem.campaigns.permissions import own_bodies


def list_appraisers(campaign: Campaign) -> QuerySet[User]:
    """The appraisers of the authority of a campaign, with how many duties they have in it; one query."""
    # The authority lies in the part of the tree for which the role holds: its path begins with that path.
    covers = RoleAssignment.objects.filter(
        user=OuterRef("pk"), role=Role.APPRAISER, ended_at__isnull=True
    ).filter(organisation__path=Left(Value(campaign.owner.path), Length("organisation__path")))
    mine = Q(duties__campaign=campaign)
    return User.objects.filter(Exists(covers), is_active=True).annotate(
        duty_count=Count("duties", filter=mine)
    )


def list_duties(campaign: Campaign) -> QuerySet[AppraiserDuty]:
    """Every duty of a campaign, by appraiser; one query."""
    return (
        AppraiserDuty.objects.filter(campaign=campaign)
        .select_related("user", "track", "participant")
        .defer("track__chosen", "track__unranked")
        .order_by("user__name_order", "track__order", "participant__name_order", "row_key")
    )


def list_left_by(duty: AppraiserDuty) -> list[Participant]:
    """The participants of a duty that its appraiser does not appraise, because she works for them."""
    if duty.participant_id is not None:
        return []
    own = own_bodies(duty.user)
    return list(duty.track.participants.filter(organisation__in=own).order_by("name_order", "pk"))

"""Who appraises what."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Count, Exists, Expression, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Left, Length

from chamdiem.accounts.models import Role, RoleAssignment, User
from chamdiem.campaigns.models import AppraiserDuty, Campaign, Participant
from chamdiem.campaigns.permissions import own_bodies
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.errors import Incomplete
from chamdiem.indicators.selectors import compiled


def list_appraisers(campaign: Campaign) -> QuerySet[User]:
    """The appraisers of the authority of a campaign, with how many duties they have in it; one query."""
    mine = Q(duties__campaign=campaign)
    appraises = _appraises("pk", Value(campaign.owner.path))
    return User.objects.filter(appraises).annotate(duty_count=Count("duties", filter=mine))


def list_duties(campaign: Campaign) -> QuerySet[AppraiserDuty]:
    """Every duty of a campaign, by appraiser, first those of people who appraise no more; one query."""
    return (
        AppraiserDuty.objects.filter(campaign=campaign)
        .annotate(is_held=_appraises("user", Value(campaign.owner.path)))
        .select_related("user", "track__edition", "participant")
        .defer("track__chosen", "track__unranked", "track__edition__document")
        .order_by("is_held", "user__name_order", "track__order", "participant__name_order", "row_key")
    )


def count_without_appraiser(campaigns: Collection[Campaign]) -> dict[int, int]:
    """Campaign → its duties of people who appraise no more, where there are any; one query."""
    found = AppraiserDuty.objects.filter(
        ~_appraises("user", OuterRef("campaign__owner__path")), campaign__in=campaigns
    )
    return dict(found.values("campaign").annotate(count=Count("pk")).values_list("campaign", "count"))


def count_given_to_nobody(campaign: Campaign) -> int:
    """How many participants of a campaign no appraiser has any duty for; one query."""
    reaches = Q(participant__isnull=True) | Q(participant=OuterRef("pk"))
    held = AppraiserDuty.objects.filter(
        reaches, _appraises("user", Value(campaign.owner.path)), track=OuterRef("track")
    )
    return Participant.objects.filter(~Exists(held), campaign=campaign).count()


def find_row(indicator_set: IndicatorSet, typed: str) -> str:
    """The key of the row people mean: by its number, as printed or as pages show it; else by name, or key.

    General information is meant only where nothing else is so called: there is nothing to appraise in it.

    Raises:
        Incomplete: No row is so called, or several are: names them.
    """
    wanted = _folded(typed)
    labels, rows = indicator_set.tree.labels, indicator_set.rows
    ways = (
        [row for row in rows if wanted in (_folded(row.number or labels[row.key]), _folded(labels[row.key]))],
        [row for row in rows if _folded(row.correct_name) == wanted],
        [row for row in rows if _folded(row.key) == wanted],
    )
    named_so = next((way for way in ways if way), [])
    found = [row for row in named_so if row.role != "information"] or named_so
    if len(found) == 1:
        return found[0].key
    if not found:
        raise Incomplete("duty.no_such_row", row=typed.strip())
    named = "; ".join(f"{labels[row.key]} ({row.correct_name})" for row in found)
    raise Incomplete("duty.several_rows", row=typed.strip(), rows=named)


def name_row(duty: AppraiserDuty) -> str:
    """How people call the row of a duty; empty where it is the whole track."""
    labels = compiled(duty.track.edition).indicator_set.tree.labels if duty.row_key else {}
    return labels.get(duty.row_key, duty.row_key)


def _folded(text: str) -> str:
    return " ".join(text.split()).rstrip(".").casefold()


def _appraises(user: str, authority: Expression | F) -> Exists:
    """Whether somebody may sign in and is an appraiser of the authority at this path."""
    # The authority lies in the part of the tree for which the role holds: its path begins with that path.
    covers = Left(authority, Length("organisation__path"))
    return Exists(
        RoleAssignment.objects.filter(
            user=OuterRef(user),
            user__is_active=True,
            role=Role.APPRAISER,
            ended_at__isnull=True,
            organisation__path=covers,
        )
    )


def list_left_by(duty: AppraiserDuty) -> list[Participant]:
    """The participants of a duty that its appraiser does not appraise, because she works for them."""
    if duty.participant_id is not None:
        return []
    own = own_bodies(duty.user)
    return list(duty.track.participants.filter(organisation__in=own).order_by("name_order", "pk"))

"""Reading results: who may see which closing, and what a page shows of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import paths_held
from chamdiem.campaigns.models import Campaign, Track
from chamdiem.core.alphabet import alphabetical
from chamdiem.core.indicator_set import Row
from chamdiem.core.points import exact
from chamdiem.errors import NotAllowed, NotFound
from chamdiem.indicators.selectors import compiled
from chamdiem.organisations.tree import below
from chamdiem.results.models import Closing, Release, Result
from chamdiem.results.permissions import may_close, may_see_unpublished
from chamdiem.results.score_sheets import shown_criterion
from chamdiem.web.ordering import Alphabetical

_AUTHORITY = (Role.STANDING_BODY, Role.APPRAISER, Role.COUNCIL)


def list_campaigns_with_results(*, actor: User | None) -> QuerySet[Campaign]:
    """Campaigns that are published, and those closed that this person may see already."""
    own = below("owner__path", paths_held(actor, _AUTHORITY) if actor else ())
    visible = Q(status=Campaign.Status.PUBLISHED) | Q(releases__isnull=False) | own
    return (
        Campaign.objects.filter(visible)
        .select_related("owner")
        .distinct()
        .order_by("-year", Alphabetical("name"))
    )


def get_campaign(*, actor: User | None, campaign_id: int) -> Campaign:
    """One campaign whose results this person may see, or ``NotFound``."""
    campaign = list_campaigns_with_results(actor=actor).filter(pk=campaign_id).first()
    if campaign is None:
        raise NotFound("campaign.not_found")
    return campaign


def get_campaign_to_close(*, actor: User, campaign_id: int) -> Campaign:
    """A campaign this person runs; ``NotFound`` for who may not even see it, ``NotAllowed`` for who may."""
    campaign = get_campaign(actor=actor, campaign_id=campaign_id)
    if not may_see_unpublished(actor, campaign):
        raise NotFound("campaign.not_found")
    if not may_close(actor, campaign):
        raise NotAllowed("results.close_not_allowed")
    return campaign


def get_closing(
    *, actor: User | None, campaign: Campaign, track_id: int | None = None, release: Release | None = None
) -> Closing:
    """The closing a page shows: of a release, else the newest published; for the authority the newest of all.

    Raises:
        NotFound: Nothing is closed, or nothing published.
    """
    # The answers of everybody are read where they are exported, and nowhere else.
    closings = Closing.objects.filter(track__campaign=campaign).defer("answers")
    closings = closings.select_related("track__edition", "track__campaign")
    if release is None and (actor is None or not may_see_unpublished(actor, campaign)):
        release = get_release(campaign=campaign)
    if release is not None:
        closings = closings.filter(releases=release)
    if track_id is not None:
        closings = closings.filter(track_id=track_id)
    closing = closings.order_by("track__order", "track_id", "-number").first()
    if closing is None:
        raise NotFound("results.none" if track_id is None else "results.no_track")
    return closing


def get_release(*, campaign: Campaign, number: int | None = None) -> Release:
    """A release of a campaign, by default the newest; ``NotFound`` where there is none."""
    releases = campaign.releases.order_by("-number")
    release = (releases.filter(number=number) if number is not None else releases).first()
    if release is None:
        raise NotFound("results.none")
    return release


def list_tracks(*, campaign: Campaign) -> list[Track]:
    """The tracks of a campaign that have been closed."""
    return list(campaign.tracks.filter(closings__isnull=False).distinct())


@dataclass(frozen=True, slots=True)
class Standing:
    """What a league table is narrowed by: one line of it without its figures."""

    pk: int
    name: str
    peer_group: str
    grade: str
    is_placed: bool


def list_standings(*, closing: Closing, by_group: bool = False) -> list[Standing]:
    """Everybody in a closing, best first, then those without a place, at last who never handed in; one query.

    With ``by_group`` peer group after peer group, each by its own places; bodies of none come last.
    """
    order = ("place", "overall") if by_group else ("overall",)
    rows = Result.objects.filter(closing=closing).order_by(
        "never_handed_in", *order, "participant__name_order", "pk"
    )
    lines = rows.values_list("pk", "participant__name", "peer_group", "grade", "place")
    found = [Standing(pk, name, group, grade, place is not None) for pk, name, group, grade, place in lines]
    if by_group:
        names = sorted({each.peer_group for each in found}, key=lambda name: (not name, alphabetical(name)))
        position = {name: place for place, name in enumerate(names)}
        found.sort(key=lambda each: position[each.peer_group])
    return found


def list_results(standings: Sequence[Standing], *, with_criteria: bool = False) -> list[Result]:
    """The results of these lines in their order, with the names of participants; one query."""
    rows = Result.objects.filter(pk__in=[each.pk for each in standings])
    rows = rows.select_related("participant").order_by()
    found = {each.pk: each for each in (rows if with_criteria else rows.defer("criteria"))}
    return [found[each.pk] for each in standings]


def get_result(*, closing: Closing, participant_id: int) -> Result:
    """One result of a closing, or ``NotFound``."""
    result = (
        Result.objects.filter(closing=closing, participant_id=participant_id)
        .select_related("participant__organisation")
        .first()
    )
    if result is None:
        raise NotFound("results.no_participant")
    result.closing = closing
    return result


def is_alone(*, result: Result) -> bool:
    """Whether a body has its place in a group of which it alone is ranked; one query."""
    if result.place is None:
        return False
    placed = Result.objects.filter(closing=result.closing, peer_group=result.peer_group, place__isnull=False)
    return not placed.exclude(pk=result.pk).exists()


def place_group(*, result: Result) -> str:
    """Among whom a body has its place, inside a sentence; one query where it is in no peer group."""
    if result.peer_group:
        return result.group_words
    is_beside_groups = Result.objects.filter(closing=result.closing).exclude(peer_group="").exists()
    return gettext("số các đơn vị không thuộc nhóm nào") if is_beside_groups else result.closing.track.name


def main_groups(closing: Closing) -> list[Row]:
    """The groups a league table shows as columns: the first level that has several."""
    indicator_set = compiled(closing.track.edition).indicator_set
    tree = indicator_set.tree
    level = [tree.by_key[key] for key in tree.roots if tree.maximum(key)]
    while len(level) == 1 and not level[0].is_criterion:
        level = [tree.by_key[key] for key in tree.children[level[0].key] if tree.maximum(key)]
    return [row for row in level if not row.is_criterion]


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One cell of the heat map: points, and how strongly it is tinted (0 to 5; None where nothing is)."""

    points: Fraction | None
    tone: int | None


def heat_map(
    *, closing: Closing, standings: Sequence[Standing]
) -> tuple[list[Row], list[tuple[Result, list[HeatCell]]]]:
    """Organisations × criteria; one query."""
    indicator_set = compiled(closing.track.edition).indicator_set
    rows = [row for row in indicator_set.criteria if row.role == "scored"]
    lines = []
    for result in list_results(standings, with_criteria=True):
        found = {each["key"]: shown_criterion(each, result) for each in result.criteria}
        lines.append((result, [_heat(found[row.key]) for row in rows]))
    return rows, lines


def _heat(each: dict[str, Any]) -> HeatCell:
    if each["points"] is None:
        return HeatCell(None, None)
    maximum, points = exact(each["maximum"]), exact(each["points"])
    share = points / maximum if maximum else Fraction(0)
    return HeatCell(points, int(share * 5))

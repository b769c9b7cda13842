"""Which real office an office of the edition is, in each organisation, and the criteria that follow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.campaigns.asked import list_asked
from chamdiem.campaigns.models import Assignment, OfficeMatch, Participant, Track
from chamdiem.campaigns.office_names import OfficeNames, RealOffice, is_collective, normal_name
from chamdiem.campaigns.permissions import may_run, may_see_participant, may_share_out
from chamdiem.campaigns.services.locking import locked, record
from chamdiem.campaigns.workflow import ACTIONS
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.errors import Incomplete, NotAllowed, NotFound, WrongStage
from chamdiem.indicators.selectors import compiled
from chamdiem.organisations.models import Office

Offices = Mapping[int, Sequence[RealOffice]]


def match_offices(track: Track, participants: Sequence[Participant], now: datetime) -> None:
    """Match every office of the edition in every participant, and assign the criteria; a few queries.

    What is not found, or could be several, stays open for a person; a name that
    means many at once is no office of the body and stays without one.
    """
    indicator_set = compiled(track.edition).indicator_set
    names = OfficeNames(indicator_set)
    if not names.printed:
        return
    offices = _offices_of(participants)
    OfficeMatch.objects.bulk_create(
        [
            OfficeMatch(
                track=track,
                participant=participant,
                printed=printed,
                office_id=names.find(printed, offices.get(participant.organisation_id, ())),
                is_confirmed=is_collective(printed),
            )
            for participant in participants
            for printed in names.printed
        ],
        ignore_conflicts=True,
    )
    matches = OfficeMatch.objects.filter(participant__in=participants, office__isnull=False)
    _assign_matched(indicator_set, matches, now)


def _assign_matched(
    indicator_set: IndicatorSet,
    matches: Iterable[OfficeMatch],
    now: datetime,
    only: Collection[str] | None = None,
) -> None:
    """Assign the criteria of matched offices (or some of them); what is assigned stays."""
    led, helped = _rows_by_office(indicator_set)
    given: dict[tuple[int, str, int], bool] = {}
    for match in matches:
        for key in (*led[match.printed], *helped[match.printed]):
            if match.office_id is not None and (only is None or key in only):
                place = (match.participant_id, key, match.office_id)
                given[place] = given.get(place, False) or key in led[match.printed]
    Assignment.objects.bulk_create(
        [
            Assignment(
                participant_id=participant,
                criterion_key=key,
                office_id=office,
                is_lead=is_lead,
                given_at=now,
            )
            for (participant, key, office), is_lead in given.items()
        ],
        ignore_conflicts=True,
        batch_size=2_000,
    )


@transaction.atomic
def resolve_office(
    *, actor: User, participant_id: int, printed: str, office_id: int | None, now: datetime
) -> OfficeMatch:
    """Say which office is meant in one organisation, or that none of it is (``office_id`` is None).

    Other spellings of the name that are still open, or were the same office, follow.

    Raises:
        NotFound: No such participant, printed name or office, or not visible to ``actor``.
        NotAllowed: ``actor`` neither runs the campaign nor shares out the work of this body.
        WrongStage: Entry is over.
    """
    participant = (
        Participant.objects.select_related("campaign__owner", "organisation", "track__edition")
        .filter(pk=participant_id)
        .first()
    )
    if participant is None or not may_see_participant(actor, participant):
        raise NotFound("participant.not_found")
    campaign = participant.campaign
    if not (may_run(actor, campaign) or may_share_out(actor, participant)):
        raise NotAllowed("campaign.match_not_allowed")
    if campaign.status not in ACTIONS["match_offices"].stages:
        raise WrongStage("campaign.wrong_stage", stage=str(campaign.get_status_display()))
    matches = _alike(participant, printed)
    own = Office.objects.filter(organisation=participant.organisation)
    office = own.filter(pk=office_id).first() if office_id is not None else None
    if not matches or (office is None and office_id is not None):
        raise NotFound("office.not_found")
    _settle(matches, {participant.pk: office.pk if office else None}, participant.track, now)
    record(
        campaign,
        actor=actor,
        action="office.match",
        now=now,
        subject=participant,
        organisation_path=participant.organisation.path,
        printed=printed,
        office=office.name if office else "",
    )
    return matches[0]


@transaction.atomic
def resolve_everywhere(
    *, actor: User, campaign_id: int, track_id: int, printed: str, name: str | None, now: datetime
) -> int:
    """Say once for all participants still open which office is meant; no name means none.

    Returns:
        In how many it was resolved; where no one office has that name, it stays open.

    Raises:
        NotFound: No such campaign or track, or not visible to ``actor``.
        NotAllowed: ``actor`` does not run the campaign.
        WrongStage: Entry is over.
        Incomplete: The name is empty.
    """
    campaign = locked(actor=actor, campaign_id=campaign_id, action="match_offices")
    track = campaign.tracks.select_related("edition").filter(pk=track_id).first()
    if track is None:
        raise NotFound("track.not_found")
    if name is not None and not name.strip():
        raise Incomplete("office.not_named")
    names = OfficeNames(compiled(track.edition).indicator_set)
    matches = list(
        OfficeMatch.objects.select_for_update(of=("self",))
        .filter(track=track, printed__in=names.alike(printed), office__isnull=True, is_confirmed=False)
        .select_related("participant")
    )
    chosen = {} if name is None else _named(name, [match.participant for match in matches])
    resolved = [match for match in matches if name is None or match.participant_id in chosen]
    _settle(resolved, chosen, track, now)
    count = len({match.participant_id for match in resolved})
    facts: dict[str, Any] = {"printed": printed, "name": (name or "").strip(), "count": count}
    record(campaign, actor=actor, action="office.match_everywhere", now=now, subject=track, **facts)
    return count


def _alike(participant: Participant, printed: str) -> list[OfficeMatch]:
    """The match of a name, then those of its other spellings that follow it; none where there is none."""
    names = OfficeNames(compiled(participant.track.edition).indicator_set).alike(printed)
    found = OfficeMatch.objects.select_for_update().filter(participant=participant, printed__in=names)
    by_name = {each.printed: each for each in found}
    asked = by_name.pop(printed, None)
    if asked is None:
        return []
    return [
        asked,
        *(
            each
            for each in by_name.values()
            if each.office_id == asked.office_id or (each.office_id is None and not each.is_confirmed)
        ),
    ]


def _settle(
    matches: Sequence[OfficeMatch], chosen: Mapping[int, int | None], track: Track, now: datetime
) -> None:
    """Store a person's word on matches; what followed from the old office goes, what follows now comes."""
    indicator_set = compiled(track.edition).indicator_set
    led, helped = _rows_by_office(indicator_set)
    keys = {key for match in matches for key in (*led[match.printed], *helped[match.printed])}
    for match in matches:
        if match.office_id is not None:
            own = (*led[match.printed], *helped[match.printed])
            Assignment.objects.filter(
                participant_id=match.participant_id,
                criterion_key__in=own,
                office_id=match.office_id,
                given_by__isnull=True,
            ).delete()
        match.office_id, match.is_confirmed = chosen.get(match.participant_id), True
    OfficeMatch.objects.bulk_update(matches, ["office", "is_confirmed"])
    # Another name of the edition may mean the office just left: its rows come back.
    participants = [match.participant_id for match in matches]
    standing = OfficeMatch.objects.filter(participant_id__in=participants, office__isnull=False)
    _assign_matched(indicator_set, standing, now, keys)


def _named(name: str, participants: Sequence[Participant]) -> dict[int, int | None]:
    """Participant → the one office of its organisation that goes by this name."""
    wanted, offices = normal_name(name), _offices_of(participants)
    found: dict[int, int | None] = {}
    for participant in participants:
        own = offices.get(participant.organisation_id, ())
        fitting = [each.id for each in own if wanted in map(normal_name, each.names)]
        if len(fitting) == 1:
            found[participant.pk] = fitting[0]
    return found


def _offices_of(participants: Iterable[Participant]) -> Offices:
    ids = {participant.organisation_id for participant in participants}
    offices: dict[int, list[RealOffice]] = defaultdict(list)
    for office in Office.objects.filter(organisation_id__in=ids, is_active=True):
        names = (office.name, *(str(name) for name in office.also_known_as))
        offices[office.organisation_id].append(RealOffice(office.pk, names))
    return offices


def _rows_by_office(indicator_set: IndicatorSet) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Office as printed → the rows it leads, and those it helps with."""
    led: dict[str, list[str]] = defaultdict(list)
    helped: dict[str, list[str]] = defaultdict(list)
    for row in list_asked(indicator_set):
        for name in row.lead:
            led[name].append(row.key)
        for name in row.coordinating:
            helped[name].append(row.key)
    return led, helped

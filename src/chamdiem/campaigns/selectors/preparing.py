"""What the wizard needs to know of a draft."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import paths_held
from chamdiem.campaigns.calendar import is_dropped, last_entry_day
from chamdiem.campaigns.models import Campaign, Participant, Track
from chamdiem.campaigns.preparing import CLOSING, OPENING, Gap
from chamdiem.campaigns.selectors.campaigns import list_tracks
from chamdiem.core.alphabet import alphabetical
from chamdiem.core.indicator_set import Period, Row
from chamdiem.indicators.selectors import compiled
from chamdiem.jobs.models import Job
from chamdiem.jobs.selectors import find_job
from chamdiem.organisations.models import Organisation
from chamdiem.web.folding import matching
from chamdiem.web.ordering import Alphabetical


def list_owners(*, actor: User) -> QuerySet[Organisation]:
    """The authorities a person may hold campaigns for, outermost first; one query."""
    paths = paths_held(actor, [Role.STANDING_BODY])
    return Organisation.objects.filter(path__in=paths).select_related("kind")


@dataclass(frozen=True, slots=True)
class Prepared:
    """One track as it is prepared: its edition, and who is chosen.

    ``groups`` are those that will be ranked, each with how many: by name, bodies of none at last.
    """

    track: Track
    groups: tuple[tuple[str, int], ...]
    unranked: int
    # The criteria whose rules compare within peer groups, as people name them.
    within: tuple[str, ...] = ()

    @property
    def groupless(self) -> int:
        """How many are in no group beside others that are: compared and ranked among themselves."""
        counts = dict(self.groups)
        return counts.get("", 0) if len(counts) > 1 else 0

    @property
    def count(self) -> int:
        """How many take part."""
        return len(self.track.chosen)

    @property
    def lonely(self) -> list[str]:
        """The groups of one body, which compares with nobody."""
        return [name for name, count in self.groups if name and count == 1]


def list_prepared(campaign: Campaign) -> list[Prepared]:
    """The tracks of a draft with those chosen, in the groups they will be ranked in; two queries."""
    tracks = list(list_tracks(campaign))
    chosen = {pk for track in tracks for pk in track.chosen}
    bodies = Organisation.objects.select_related("kind").in_bulk(chosen)
    return [
        Prepared(
            track,
            _count_groups(track, bodies),
            len(set(track.unranked) & set(track.chosen)),
            _list_within(track),
        )
        for track in tracks
    ]


def _list_within(track: Track) -> tuple[str, ...]:
    edition = compiled(track.edition)
    rules = {key: each.peer_rule for key, each in edition.scorer.criteria.items()}
    labels = edition.indicator_set.tree.labels
    return tuple(labels[key] for key, rule in rules.items() if rule and rule.among == "peer_group")


def _count_groups(track: Track, bodies: Mapping[int, Organisation]) -> tuple[tuple[str, int], ...]:
    ranked = set(track.chosen) - set(track.unranked)
    counted = Counter(track.group_of(bodies[pk]) for pk in ranked if pk in bodies)
    return tuple(sorted(counted.items(), key=lambda pair: (not pair[0], alphabetical(pair[0]))))


def list_candidates(
    campaign: Campaign, *, kind_id: int | None = None, peer_group: str | None = None, typed: str = ""
) -> QuerySet[Organisation]:
    """The organisations that can take part: the authority and everything below it, while valid."""
    day = campaign.entry_from
    valid = (Q(valid_from__isnull=True) | Q(valid_from__lte=day)) & (
        Q(valid_to__isnull=True) | Q(valid_to__gte=day)
    )
    found = Organisation.objects.filter(valid, path__startswith=campaign.owner.path)
    if kind_id is not None:
        found = found.filter(kind_id=kind_id)
    if peer_group is not None:
        found = found.filter(peer_group=peer_group)
    return (
        found.filter(matching(typed))
        .select_related("kind", "parent")
        .order_by("kind__level", "name_order", "pk")
    )


def list_late_candidates(campaign: Campaign) -> QuerySet[Organisation]:
    """Those who can take part and do not run the campaign: who runs it joins in the wizard or not at all."""
    return list_candidates(campaign).exclude(pk=campaign.owner_id)


def list_left_out(campaign: Campaign) -> list[tuple[int, str]]:
    """Those who may still join late, for a choice: not the authority; three queries.

    Bodies whose kind takes part join where it does; those of other kinds join any track.
    """
    tracks = set(campaign.tracks.values_list("pk", flat=True))
    of_kind: defaultdict[int, set[int]] = defaultdict(set)
    joined: defaultdict[int, set[int]] = defaultdict(set)
    there = campaign.participants.order_by().values_list("organisation", "organisation__kind", "track")
    for organisation, kind, track in there:
        of_kind[kind].add(track)
        joined[organisation].add(track)
    found = list_late_candidates(campaign).values_list("pk", "kind", "name", "code")
    return [
        (pk, f"{name} ({code})") for pk, kind, name, code in found if of_kind.get(kind, tracks) - joined[pk]
    ]


def list_other_kinds(participant: Participant) -> list[str]:
    """The kinds of the others in its track, where none is of its own; one query."""
    others = Participant.objects.filter(track=participant.track_id).exclude(pk=participant.pk)
    found = others.order_by().values_list("organisation__kind", "organisation__kind__name").distinct()
    kinds = dict(found)
    own = participant.organisation.kind_id
    return [] if own in kinds else sorted(kinds.values(), key=alphabetical)


@dataclass(frozen=True, slots=True)
class Choice:
    """A value to filter by, and how many organisations have it."""

    value: str
    label: str
    count: int


def list_kinds(campaign: Campaign) -> list[Choice]:
    """The kinds of body there are below the authority; one query."""
    rows = (
        list_candidates(campaign)
        .order_by("kind__level", "kind__order", Alphabetical("kind__name"))
        .values("kind_id", "kind__name")
        .annotate(count=Count("pk"))
    )
    return [Choice(str(row["kind_id"]), row["kind__name"], row["count"]) for row in rows]


def list_peer_groups(campaign: Campaign) -> list[Choice]:
    """The peer groups there are below the authority; one query."""
    rows = (
        list_candidates(campaign)
        .exclude(peer_group="")
        .order_by(Alphabetical("peer_group"))
        .values("peer_group")
        .annotate(count=Count("pk"))
    )
    return [Choice(row["peer_group"], row["peer_group"], row["count"]) for row in rows]


def find_opening(campaign: Campaign) -> Job | None:
    """The latest work that opens the campaign, to show how far it is; one query."""
    return find_job(kind=OPENING, campaign_id=campaign.pk)


def find_closing(campaign: Campaign) -> Job | None:
    """The latest work that closes the campaign, to show how far it is; one query."""
    return find_job(kind=CLOSING, campaign_id=campaign.pk)


def list_gaps(campaign: Campaign) -> list[Gap]:
    """Everything that stands between a draft and its opening; two queries."""
    tracks = list(list_tracks(campaign))
    gaps = [] if tracks else [Gap("editions", "track_missing")]
    gaps += [Gap("editions", "edition_not_issued", track.name) for track in tracks if not _is_issued(track)]
    gaps += [Gap("participants", "nobody_chosen", track.name) for track in tracks if not track.chosen]
    gaps += _gone(campaign, tracks)
    if "calendar" not in campaign.prepared:
        gaps.append(Gap("calendar", "calendar_not_confirmed"))
    if "policies" not in campaign.prepared:
        gaps.append(Gap("policies", "policies_not_confirmed"))
    return gaps


@dataclass(frozen=True, slots=True)
class PrintedDeadline:
    """A day printed for criteria of a track, and for which."""

    track: str
    printed: str
    labels: tuple[str, ...]


def list_dropped_deadlines(campaign: Campaign, tracks: Iterable[Track]) -> list[PrintedDeadline]:
    """The days of criteria that lie outside the time of entry, so that they do not hold."""
    return _list_deadlines(tracks, lambda row: is_dropped(campaign, row))


def list_past_deadlines(campaign: Campaign, tracks: Iterable[Track], today: date) -> list[PrintedDeadline]:
    """The days of criteria that hold and are over already: nobody could fill these in."""
    return _list_deadlines(
        tracks, lambda row: not is_dropped(campaign, row) and last_entry_day(campaign, [], row) < today
    )


def _list_deadlines(tracks: Iterable[Track], holds: Callable[[Row], bool]) -> list[PrintedDeadline]:
    """Each day once, with the criteria it stands at."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for track in tracks:
        tree = compiled(track.edition).indicator_set.tree
        for row in tree.by_key.values():
            if row.deadline is not None and row.deadline.date is not None and holds(row):
                found[track.name, row.deadline.printed].append(tree.labels[row.key])
    return [PrintedDeadline(track, printed, tuple(labels)) for (track, printed), labels in found.items()]


def list_other_periods(campaign: Campaign, tracks: Iterable[Track]) -> list[tuple[str, Period]]:
    """The tracks whose edition prints another period of figures than the draft has."""
    chosen = Period(start=campaign.reference_from, end=campaign.reference_until)
    printed = [(track.name, compiled(track.edition).indicator_set.reference_period) for track in tracks]
    return [(name, period) for name, period in printed if period is not None and period != chosen]


def find_printed_period(campaign: Campaign) -> Period | None:
    """The period all editions of a draft print, where it ends in its year; one query."""
    tracks = list_tracks(campaign)
    printed = {compiled(track.edition).indicator_set.reference_period for track in tracks}
    period = printed.pop() if len(printed) == 1 else None
    return period if period is not None and period.end.year == campaign.year else None


def _is_issued(track: Track) -> bool:
    return track.edition.status == "issued"


def _gone(campaign: Campaign, tracks: Iterable[Track]) -> list[Gap]:
    """Organisations chosen that are gone on the day of opening, or not below the authority."""
    chosen = {each for track in tracks for each in track.chosen}
    if not chosen:
        return []
    valid = set(list_candidates(campaign).filter(pk__in=chosen).values_list("pk", flat=True))
    names = Organisation.objects.filter(pk__in=chosen - valid).values_list("name", flat=True)
    return [Gap("participants", "organisation_gone", name) for name in names] if chosen - valid else []

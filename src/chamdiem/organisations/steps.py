"""The steps in the life of a body: on which days the next may fall, and which was the newest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from chamdiem.errors import Conflict, WrongStage
from chamdiem.organisations.hooks import days_at_work
from chamdiem.organisations.models import ComingName, Organisation, Succession
from chamdiem.organisations.tree import ids_of
from chamdiem.web.numbers import date_text

# No body of today, and no document of one, is older than the state; nobody decides more than a year ahead.
FIRST_DAY = date(1945, 9, 2)
MOST_DAYS_AHEAD = 366


@dataclass(frozen=True, slots=True)
class Step:
    """The newest change of a body: ``kind`` is coming, renamed, merged or split.

    ``name`` is the name to come, the one before, or the successor. ``key`` names exactly this
    step: a form sends it back, so that nobody takes back another than the one she read of.
    """

    kind: str
    key: str
    name: str
    on: date
    decision: str


def newest_step(organisation: Organisation) -> Step | None:
    """The newest change recorded of a body, or ``None``; at most three queries."""
    coming = ComingName.objects.filter(organisation=organisation).first()
    if coming is not None:
        key = f"coming-{coming.pk}"
        return Step("coming", key, coming.name, coming.takes_effect_on, coming.decision)
    ended = organisation.successions.order_by("pk").select_related("successor").first()
    if ended is not None:
        key, name = f"succeeded-{ended.pk}", ended.successor.name
        return Step(ended.change, key, name, ended.took_place_on, ended.decision)
    former = organisation.former_names.first()
    if former is None:
        return None
    return Step("renamed", f"renamed-{former.pk}", former.name, former.changed_on, former.decision)


def has_ended(organisation: Organisation, today: date) -> WrongStage:
    """Why a body with an end, past or to come, is not changed any more."""
    if organisation.valid_to is not None and organisation.valid_to >= today:
        day = said(organisation.valid_to)
        return WrongStage("organisation.ends_later", name=organisation.name, day=day)
    return WrongStage("organisation.closed_already", name=organisation.name)


def nothing_to_undo(organisation: Organisation) -> WrongStage:
    """Why nothing of a body is taken back; what it took over is taken back from the body that ended."""
    origin = organisation.origins.order_by("-took_place_on", "-pk").select_related("predecessor").first()
    if origin is None:
        return WrongStage("organisation.nothing_to_undo", name=organisation.name)
    ended = origin.predecessor
    is_merger = origin.change == Succession.Change.MERGED
    code = "organisation.undo_at_merged" if is_merger else "organisation.undo_at_split"
    return WrongStage(code, name=organisation.name, ended=ended.name, ended_code=ended.code)


def check_day(day: date, *, last: date) -> None:
    """A day that a decision of our state can name.

    Raises:
        Conflict: It lies outside; the facts name the first and the last day allowed.
    """
    if not FIRST_DAY <= day <= last:
        raise Conflict("organisation.day_out_of_range", day=said(day), first=said(FIRST_DAY), last=said(last))


def check_step(organisation: Organisation, day: date, today: date, *, ends: bool = False) -> None:
    """A new name or the end of a body may fall on this day: a plausible one, after those recorded before.

    A body that ``ends`` has one day of its own at least, and one since it took others over; it does
    not end before the bodies above it begin.

    Raises:
        Conflict: The day is implausible, or too early for this body.
    """
    check_day(day, last=today + timedelta(days=MOST_DAYS_AHEAD))
    first = _first_day(organisation, ends=ends)
    if first is not None and day < first:
        raise _too_early(organisation, day, first)


def check_last_day(organisation: Organisation, day: date, today: date) -> None:
    """A body may have this last day: a plausible one, not before anything known of the body.

    Raises:
        Conflict: The day is implausible; or the body began later, changed later, or was still there
            when it joined a campaign that runs.
    """
    check_day(day, last=today + timedelta(days=MOST_DAYS_AHEAD))
    gone = _first_day(organisation, ends=True)
    days = days_at_work(organisation)
    if gone is not None:
        days.append(gone - timedelta(days=1))
    first = max(days, default=day)
    if day < first:
        facts = {"name": organisation.name, "day": said(day), "first": said(first)}
        raise Conflict("organisation.end_too_early", **facts)


def check_begun(organisation: Organisation, day: date) -> None:
    """A body is there on this day.

    Raises:
        Conflict: The day lies before its first one.
    """
    if organisation.valid_from is not None and day < organisation.valid_from:
        raise _too_early(organisation, day, organisation.valid_from)


def said(day: date) -> str:
    """A day as a fact of a refusal."""
    return date_text(day)


def _too_early(organisation: Organisation, day: date, first: date) -> Conflict:
    return Conflict("organisation.day_too_early", name=organisation.name, day=said(day), first=said(first))


def _first_day(organisation: Organisation, *, ends: bool) -> date | None:
    begins = organisation.valid_from
    changed = [
        *organisation.former_names.values_list("changed_on", flat=True),
        *(organisation.origins.values_list("took_place_on", flat=True) if ends else ()),
    ]
    days = [each + timedelta(days=1) for each in changed]
    if begins is not None:
        days.append(begins + timedelta(days=1) if ends else begins)
    if ends:
        above = Organisation.objects.filter(pk__in=ids_of(organisation.path)[:-1], valid_from__isnull=False)
        days += above.values_list("valid_from", flat=True)
    return max(days, default=None)

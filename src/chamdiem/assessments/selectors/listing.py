"""Lists of dossiers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from chamdiem.accounts.models import User
from chamdiem.assessments.asked import asked_of, is_declared
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.permissions import Access, may_see_as_own, offices_held
from chamdiem.assessments.selectors.doors import list_own_assessments
from chamdiem.assessments.workflow import day_of_whole, last_day
from chamdiem.campaigns.calendar import days_left, is_over
from chamdiem.campaigns.models import Assignment, Campaign
from chamdiem.campaigns.preparing import DAY_LABELS
from chamdiem.core.criterion import MISSING
from chamdiem.core.indicator_set import Row
from chamdiem.web.folding import matching

Stage = Campaign.Status
# Stage in which others have the dossier, or it is explained → the day that ends it.
_STAGE_ENDS: dict[str, str] = {
    Stage.APPRAISAL: "appraisal_until",
    Stage.EXPLANATION: "explanation_until",
    Stage.RULING: "ruling_until",
}


def search_own_assessments(*, actor: User, typed: str = "", state: str = "") -> QuerySet[Assessment]:
    """The dossiers this person works on, narrowed; search ignores accents and case. Three queries."""
    rows = list_own_assessments(actor=actor).prefetch_related("participant__extensions")
    if state:
        rows = rows.filter(status=state)
    return rows.filter(matching(typed, "participant__organisation__search_text"))


def list_states() -> list[tuple[str, str]]:
    """The states a list can be narrowed to."""
    return [(str(code), str(label)) for code, label in Assessment.Status.choices]


def list_accesses(*, actor: User, assessments: Iterable[Assessment]) -> dict[int, Access]:
    """How much this person sees of dossiers she works on; one query at most, however many there are."""
    known = list(assessments)
    helped = {
        each.participant_id: offices_held(actor, each) for each in known if not may_see_as_own(actor, each)
    }
    offices = frozenset[int]().union(*helped.values())
    keys: defaultdict[int, set[str]] = defaultdict(set)
    given = Assignment.objects.filter(participant__in=helped, office__in=offices)
    rows = given.values_list("participant", "office", "criterion_key") if offices else ()
    for participant, office, key in rows:
        if office in helped[participant]:
            keys[participant].add(key)
    return {
        each.pk: Access(is_own=True, keys=frozenset(keys[each.participant_id]))
        if each.participant_id in helped
        else Access(is_own=True)
        for each in known
    }


def next_day(assessment: Assessment, access: Access, now: datetime) -> date:
    """The nearest last day of what is still missing and can still be filled in; no query.

    Deadlines of criteria and their extensions count; where nothing is missing it is
    the last day of the whole; once that is over, of any part.
    """
    asked = asked_of(assessment.participant.track.edition)
    days = (
        last_day(assessment, row)
        for key, row in asked.rows.items()
        if access.sees(key) and is_declared(row) and _is_missing(assessment, key)
    )
    whole = day_of_whole(assessment)
    last = last_day(assessment) if is_over(whole, now) else whole
    return min((day for day in days if not is_over(day, now)), default=last)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a dossier is, or the part of it that was given to one person.

    ``open`` are the rows with something missing, in printed order.
    """

    answered: int
    criteria: int
    gaps: int
    open: tuple[Row, ...]


def progress_of(assessment: Assessment, access: Access) -> Progress:
    """How far the rows are that a person sees, as the lists count them; no query."""
    rows = [
        row for row in asked_of(assessment.participant.track.edition).rows.values() if access.sees(row.key)
    ]
    declared = [row for row in rows if is_declared(row)]
    criteria = [row for row in declared if row.is_criterion]
    lines = {row.key: assessment.tally.get(row.key) for row in declared}
    return Progress(
        answered=sum((lines[row.key] or [MISSING])[0] != MISSING for row in criteria),
        criteria=len(criteria),
        gaps=sum(1 if line is None else line[1] or 0 for line in lines.values()),
        open=tuple(row for row in declared if _is_missing(assessment, row.key)),
    )


def part_of(assessment: Assessment, access: Access) -> Progress | None:
    """How far the part is that was given to a person; None where she sees the whole. No query."""
    return None if access.keys is None else progress_of(assessment, access)


def last_day_seen(assessment: Assessment, access: Access) -> date:
    """The last day of what a person sees: of the whole, or of the rows given to her; no query."""
    whole = day_of_whole(assessment)
    if access.keys is None:
        return whole
    rows = asked_of(assessment.participant.track.edition).rows
    return max((last_day(assessment, rows[key]) for key in access.keys if key in rows), default=whole)


def later_rows(assessment: Assessment, access: Access) -> list[tuple[str, date]]:
    """Labels of the rows a person sees that were given more time than what she sees, each with its day."""
    asked, seen = asked_of(assessment.participant.track.edition), last_day_seen(assessment, access)
    given = {each.criterion_key for each in assessment.participant.extensions.all()}
    days = ((row, last_day(assessment, row)) for key, row in asked.rows.items() if key in given)
    return [(row.label, day) for row, day in days if access.sees(row.key) and day > seen]


def _is_missing(assessment: Assessment, key: str) -> bool:
    line = assessment.tally.get(key)
    return line is None or bool(line[1])


@dataclass(frozen=True, slots=True)
class Deadline:
    """The last day of the stage a dossier is in, what it is the deadline of, and the days left.

    ``waits`` says whether it is the organisation that is waited for.
    """

    day: date
    label: str
    left: int
    waits: bool


def deadline_of(assessment: Assessment, access: Access, now: datetime) -> Deadline:
    """The last day that counts now: of what a person sees, or of the stage the campaign is in; no query."""
    campaign = assessment.participant.campaign
    name, day = "entry_until", last_day_seen(assessment, access)
    waits = assessment.is_open and campaign.status in (Stage.ENTRY, Stage.APPRAISAL)
    if not waits and campaign.status in _STAGE_ENDS:
        name = _STAGE_ENDS[campaign.status]
        day = getattr(campaign, name)
        waits = assessment.status == Assessment.Status.EXPLANATION and campaign.status == Stage.EXPLANATION
    return Deadline(day, str(DAY_LABELS[name]), days_left(day, now), waits)

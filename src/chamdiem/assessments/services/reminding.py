"""Reminders of a campaign: dossiers, criteria with days of their own, parts of people, explanations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from django.urls import reverse

from chamdiem.accounts.models import Role, RoleAssignment
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.workflow import day_of_whole, last_day
from chamdiem.campaigns.calendar import local_day
from chamdiem.campaigns.models import Assignment, Campaign
from chamdiem.core.indicator_set import Row
from chamdiem.indicators.selectors import compiled
from chamdiem.notices.reminding import Matter, is_moment, tell_due

State, Stage = Assessment.Status, Campaign.Status
_MOST_NAMED = 6


def remind(*, now: datetime) -> int:
    """Tell everybody what is due; done again on the same day it tells nothing twice. Returns how many."""
    day = local_day(now)
    return tell_due(list_due(day), day=day, now=now)


def list_due(day: date) -> list[Matter]:
    """What is still due of dossiers and explanations; of criteria as far as somebody was told by the day."""
    return [*_of_dossiers(day), *_explanations()]


def _of_dossiers(day: date) -> Iterator[Matter]:
    """What is due of every dossier that is still written in."""
    open_ones = (
        Assessment.objects.filter(
            status__in=(State.DRAFT, State.RETURNED),
            participant__campaign__status__in=(Stage.ENTRY, Stage.APPRAISAL),
        )
        .select_related("participant__campaign", "participant__organisation", "participant__track__edition")
        .prefetch_related("participant__extensions", "participant__assignments")
        .order_by("pk")
    )
    contributors = _contributors()
    for assessment in open_ones:
        yield _dossier(assessment)
        rows = _open_rows(assessment, day)
        yield from _own_days(assessment, rows)
        yield from _parts(assessment, rows, contributors)


def _dossier(assessment: Assessment) -> Matter:
    """The whole dossier; one without gaps waits for the leader."""
    participant, done = assessment.participant, not assessment.gap_count
    left = "chờ duyệt và gửi" if done else f"còn thiếu {assessment.gap_count} mục"
    return _matter(
        assessment,
        key=f"dossier:{assessment.pk}",
        title=f"{participant.campaign.name}: hồ sơ của {participant.name} {left}",
        url=reverse("assessments:review" if done else "assessments:gaps", args=[assessment.pk]),
        due_on=day_of_whole(assessment),
        is_for_leader=done,
    )


def _open_rows(assessment: Assessment, day: date) -> list[tuple[Row, date]]:
    """The criteria with gaps of which somebody is told on a day, each with its last day."""
    indicator_set = compiled(assessment.participant.track.edition).indicator_set
    with_gaps = {key for key, line in assessment.tally.items() if line[1]}
    rows = ((row, last_day(assessment, row)) for row in indicator_set.criteria if row.key in with_gaps)
    return [(row, due) for row, due in rows if is_moment(due, day)]


def _own_days(assessment: Assessment, rows: Iterable[tuple[Row, date]]) -> Iterator[Matter]:
    """Criteria whose own day is not that of the dossier, those of one day together."""
    whole = day_of_whole(assessment)
    for due_on, labels in _by_day(assessment, ((row, due) for row, due in rows if due != whole)).items():
        yield _matter(
            assessment,
            key=f"criteria:{assessment.pk}",
            title=f"{assessment.participant.name}: tiêu chí có hạn riêng còn thiếu: {_named(labels)}",
            url=reverse("assessments:gaps", args=[assessment.pk]),
            due_on=due_on,
        )


def _parts(
    assessment: Assessment, rows: Iterable[tuple[Row, date]], contributors: Mapping[int, list[int]]
) -> Iterator[Matter]:
    """Criteria given to an office or a person and not finished, for each person they were given to."""
    days = {row.key: (row, due) for row, due in rows}
    given: dict[int, dict[str, tuple[Row, date]]] = defaultdict(dict)
    for each in assessment.participant.assignments.all():
        if each.criterion_key in days:
            for person in _people_of(each, contributors):
                given[person][each.criterion_key] = days[each.criterion_key]
    for person, parts in given.items():
        for due_on, labels in _by_day(assessment, parts.values()).items():
            yield _matter(
                assessment,
                key=f"part:{assessment.pk}:{person}",
                title=f"{assessment.participant.name}: phần được giao còn thiếu: {_named(labels)}",
                url=reverse("assessments:show", args=[assessment.pk]),
                due_on=due_on,
                user_ids=(person,),
            )


def _explanations() -> Iterator[Matter]:
    waiting = Assessment.objects.filter(
        status=State.EXPLANATION, participant__campaign__status=Stage.EXPLANATION
    ).select_related("participant__campaign", "participant__organisation")
    yield from map(explanation_due, waiting)


def explanation_due(assessment: Assessment) -> Matter:
    """The explanation of a dossier that has to be sent."""
    participant = assessment.participant
    return _matter(
        assessment,
        key=f"explanation:{assessment.pk}",
        title=f"{participant.campaign.name}: {participant.name} chưa gửi giải trình",
        url=reverse("appraisals:explanation", args=[assessment.pk]),
        due_on=participant.campaign.explanation_until,
    )


def _matter(
    assessment: Assessment,
    *,
    key: str,
    title: str,
    url: str,
    due_on: date,
    user_ids: tuple[int, ...] = (),
    is_for_leader: bool = False,
) -> Matter:
    organisation = assessment.participant.organisation
    return Matter(
        key=key,
        title=title,
        url=url,
        due_on=due_on,
        organisation_id=organisation.pk,
        path=organisation.path,
        user_ids=user_ids,
        is_for_leader=is_for_leader,
    )


def _contributors() -> dict[int, list[int]]:
    """Office → its contributors; one query."""
    people: dict[int, list[int]] = defaultdict(list)
    held = RoleAssignment.objects.filter(
        role=Role.CONTRIBUTOR, ended_at__isnull=True, user__is_active=True, office__isnull=False
    )
    for office, user in held.order_by("user_id").values_list("office_id", "user_id"):
        people[office].append(user)
    return people


def _people_of(assignment: Assignment, contributors: Mapping[int, list[int]]) -> tuple[int, ...]:
    if assignment.user_id is not None:
        return (assignment.user_id,)
    return tuple(contributors.get(assignment.office_id, ()))


def _by_day(assessment: Assessment, rows: Iterable[tuple[Row, date]]) -> dict[date, list[str]]:
    labels = compiled(assessment.participant.track.edition).indicator_set.tree.labels
    days: dict[date, list[str]] = defaultdict(list)
    for row, due in rows:
        days[due].append(labels[row.key])
    return days


def _named(labels: list[str]) -> str:
    """``1.1, 1.2``; of many only the first, and how many there are."""
    if len(labels) <= _MOST_NAMED:
        return ", ".join(labels)
    return f"{', '.join(labels[:_MOST_NAMED])}… ({len(labels)} tiêu chí)"

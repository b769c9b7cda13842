"""Whether a figure may be changed now: by its own row, and by every criterion whose points read it.

A criterion whose time has passed keeps its points: a figure entered elsewhere that it reads is closed
with it (see ``docs/decisions/0016``).
"""

from __future__ import annotations

from datetime import date, datetime

from chamdiem.accounts.models import User
from chamdiem.assessments.asked import Asked
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.workflow import last_day, verdict
from chamdiem.campaigns.calendar import is_over
from chamdiem.core.figures import Figure
from chamdiem.core.indicator_set import Row
from chamdiem.errors import Verdict


def figure_verdict(
    figure: Figure, *, actor: User, assessment: Assessment, asked: Asked, now: datetime
) -> Verdict:
    """Whether this person may write this figure now, and why not; reads what ``verdict`` reads."""
    own = verdict("edit", actor=actor, assessment=assessment, now=now, row=asked.rows[figure.row])
    return own if not own.is_allowed else reading_verdict(figure, assessment, asked, now)


def reading_verdict(figure: Figure, assessment: Assessment, asked: Asked, now: datetime) -> Verdict:
    """Whether the criteria that read a figure let it be changed; no query."""
    closed = list_closed_readers(figure, assessment, asked, now)
    if not closed:
        return Verdict()
    named = ", ".join(f"{asked.labels[row.key]} ({day:%d/%m/%Y})" for row, day in closed)
    own = asked.rows[figure.row]
    code = "assessment.figure_over" if own.is_criterion else "assessment.information_over"
    return Verdict(code, {"criteria": named, "row": asked.labels[own.key]})


def list_closed_readers(
    figure: Figure, assessment: Assessment, asked: Asked, now: datetime
) -> list[tuple[Row, date]]:
    """The other criteria that read a figure and whose time has passed, with their last days.

    None where the row of general information on which it stands was itself given more time: whoever
    gave that was told which criteria it moves.
    """
    own = asked.rows[figure.row]
    if not own.is_criterion and _has_more_time(own, assessment, now):
        return []
    readers = (asked.rows[key] for key in asked.readers.get(figure.key, ()) if key != own.key)
    days = [(row, last_day(assessment, row)) for row in readers]
    return [(row, day) for row, day in days if is_over(day, now)]


def _has_more_time(row: Row, assessment: Assessment, now: datetime) -> bool:
    given = assessment.participant.extensions.all()
    return any(each.criterion_key == row.key and not is_over(each.until, now) for each in given)

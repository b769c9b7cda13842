"""Last year's figures as a start: carried over, marked, and looked at one by one (số liệu năm trước)."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.assessments.entering import figure_verdict
from chamdiem.assessments.models import Answer
from chamdiem.assessments.selectors.before import figures_before
from chamdiem.assessments.services.answering import keep
from chamdiem.assessments.services.locking import Desk, content_changed, on_the_desk, record
from chamdiem.core.figures import Figure


@transaction.atomic
def carry_forward(*, actor: User, assessment_id: int, now: datetime) -> int:
    """Fill what is still empty and open with last year's figures, each marked as not reviewed.

    Returns:
        How many figures were carried over.

    Raises:
        NotFound, NotAllowed, WrongStage: As the table of actions says.
    """
    desk = on_the_desk(actor=actor, assessment_id=assessment_id, action="edit", now=now)
    known = {answer.figure: answer for answer in desk.assessment.answers.all()}
    carried = []
    for figure, before in figures_before(desk.assessment, desk.asked).items():
        asked = desk.asked.figures[figure]
        answer = known.get(figure) or Answer(assessment=desk.assessment, figure=figure, version=0)
        if answer.value is not None or answer.typed or not _is_open(desk, asked):
            continue
        answer.value, answer.typed, answer.is_carried = before.value, before.typed, True
        answer.origin = ""
        keep(desk, answer)
        carried.append(figure)
    if carried:
        content_changed(desk, tuple(desk.asked.rows), "số liệu năm trước được chuyển sang")
        record(desk, "assessment.carry_forward", figures=carried)
    return len(carried)


def _is_open(desk: Desk, figure: Figure) -> bool:
    if not desk.access.sees(figure.row):
        return False
    found = figure_verdict(
        figure, actor=desk.actor, assessment=desk.assessment, asked=desk.asked, now=desk.now
    )
    return found.is_allowed

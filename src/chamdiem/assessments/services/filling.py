"""Much at once: the figures of a filled-in form, and one document for several criteria."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.assessments.asked import is_declared
from chamdiem.assessments.models import Answer, AnswerChange
from chamdiem.assessments.reading import read_typed
from chamdiem.assessments.services.answering import change_of
from chamdiem.assessments.services.locking import Desk, content_changed, on_the_desk, record
from chamdiem.errors import Invalid, InvalidAnswers, NotAllowed, NotFound, Problem
from chamdiem.evidence.models import EvidenceUse
from chamdiem.evidence.selectors import get_document
from chamdiem.evidence.services import use_for_criteria


@transaction.atomic
def fill_answers(
    *, actor: User, assessment_id: int, typed: Mapping[str, str], now: datetime
) -> tuple[str, ...]:
    """Take over the figures of a form, all or none; figures that are there already stay.

    A fixed number of statements, whatever the number of figures.

    Returns:
        The figures taken over.

    Raises:
        NotFound, NotAllowed, WrongStage: As ``save_answer``.
        InvalidAnswers: Some do not fit; names every one.
    """
    desk = on_the_desk(actor=actor, assessment_id=assessment_id, action="edit", now=now)
    known = {each.figure: each for each in desk.assessment.answers.all()}
    wanted = {key: text for key, text in typed.items() if text.strip() and not _is_there(known.get(key))}
    answers = _read(desk, wanted, known)
    if not answers:
        return ()
    fields = ["value", "typed", "origin", "version", "changed_by", "changed_at"]
    Answer.objects.bulk_create([each for each in answers if each.pk is None], batch_size=500)
    Answer.objects.bulk_update([each for each in answers if each.version > 1], fields, batch_size=500)
    AnswerChange.objects.bulk_create([change_of(each) for each in answers], batch_size=500)
    figures = tuple(each.figure for each in answers)
    rows = {row for figure in figures for row in desk.asked.touched_by(figure)}
    content_changed(desk, tuple(rows), "số liệu được nhập từ biểu mẫu")
    record(desk, "assessment.fill", figures={each.figure: each.typed for each in answers})
    return figures


@transaction.atomic
def show_for_criteria(
    *, actor: User, assessment_id: int, document_id: int, keys: Collection[str], now: datetime
) -> list[EvidenceUse]:
    """Show one document of the organisation's folder for several criteria.

    Raises:
        NotFound: No such document or criterion, or none of this organisation.
        NotAllowed, WrongStage: As ``save_answer``.
        Conflict: It is shown for one of them already.
    """
    desk = on_the_desk(actor=actor, assessment_id=assessment_id, action=None, now=now)
    for key in keys:
        row = desk.row(key)
        if not row.is_criterion or not is_declared(row):
            raise NotAllowed("assessment.not_declared_here", row=desk.asked.labels[key])
    document = get_document(actor=actor, document_id=document_id)
    if document.organisation_id != desk.assessment.participant.organisation_id:
        raise NotFound("evidence.not_found")
    if not keys:
        return []
    uses = use_for_criteria(actor=actor, document=document, assessment_id=assessment_id, keys=keys, now=now)
    content_changed(desk, tuple(keys), f"tài liệu kiểm chứng: {document.title}")
    record(desk, "assessment.show_evidence", criteria=list(keys), document=document.pk)
    return uses


def _is_there(answer: Answer | None) -> bool:
    return answer is not None and (answer.value is not None or bool(answer.typed))


def _read(desk: Desk, wanted: Mapping[str, str], known: Mapping[str, Answer]) -> list[Answer]:
    answers: list[Answer] = []
    problems: list[Problem] = []
    for key, text in wanted.items():
        figure = desk.figure(key)
        desk.demand_readers_open(figure)
        try:
            read = read_typed(figure, text)
        except Invalid as refused:
            problems += refused.problems
            continue
        answer = known.get(key) or Answer(assessment=desk.assessment, figure=key, version=0)
        answer.value, answer.typed, answer.version = read.value, read.typed, answer.version + 1
        answer.origin = ""
        answer.changed_by, answer.changed_at = desk.actor, desk.now
        answers.append(answer)
    if problems:
        raise InvalidAnswers(problems)
    return answers

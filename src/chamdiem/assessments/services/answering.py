"""Writing figures: each with its version, so that nobody overwrites what she has not seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.assessments.models import Answer, AnswerChange
from chamdiem.assessments.offers import origin_of
from chamdiem.assessments.reading import Read, control_value, read_typed, shown_value
from chamdiem.assessments.selectors.loading import load_content
from chamdiem.assessments.services.locking import Desk, content_changed, on_the_desk, record
from chamdiem.campaigns.calendar import LOCAL
from chamdiem.core.figures import Figure
from chamdiem.errors import Conflict, Invalid, WrongStage

_MOST_ORIGIN = 500


@dataclass(frozen=True, slots=True)
class Saved:
    """A figure as it was kept, and the rows whose points read it."""

    answer: Answer
    desk: Desk
    rows: tuple[str, ...]
    is_changed: bool = True


@dataclass(slots=True)
class SheetSaved:
    """What became of a whole form: each figure on its own, so that one refusal loses nothing else."""

    saved: list[Saved] = field(default_factory=list)
    refused: dict[str, Invalid] = field(default_factory=dict)
    conflicts: dict[str, Conflict] = field(default_factory=dict)


@transaction.atomic
def save_answer(
    *,
    actor: User,
    assessment_id: int,
    figure: str,
    typed: str,
    seen_version: int,
    is_offered: bool = False,
    now: datetime,
) -> Saved:
    """Keep one figure as it was typed, and compute again only what reads it.

    Args:
        actor: Who writes.
        assessment_id: The dossier.
        figure: Key of the figure.
        typed: What was typed; empty clears it.
        seen_version: The version the writer saw; 0 where nothing was there.
        is_offered: Whether it was taken as it is offered; it then says where it came from.
        now: The clock.

    Raises:
        NotFound: No such dossier or figure, or not hers to know of.
        NotAllowed, WrongStage: As the table of actions says; or the criterion, or one that reads the
            figure, has passed its own last day; or it is taken and not offered any more.
        InvalidAnswers: It does not fit the figure; says what to do.
        Conflict: Somebody else wrote since; carries both values, who and when.
    """
    desk = on_the_desk(actor=actor, assessment_id=assessment_id, action=None, now=now)
    asked = desk.figure(figure)
    read = read_typed(asked, typed)
    content = desk.content = load_content(desk.assessment, with_people=False)
    answer = content.answers.get(figure) or _unanswered(desk, figure)
    if read.value != answer.value:
        desk.demand_readers_open(asked)
    rows = desk.asked.touched_by(figure)
    # Sent twice, as by a page closed meanwhile: nothing to write, and the page still learns the points.
    origin = _origin(desk, asked, typed) if is_offered else ""
    if _is_same(answer, read) and origin in ("", answer.origin):
        return Saved(answer, desk, rows, is_changed=False)
    if answer.version != seen_version:
        raise _conflict(asked, answer, read, actor)
    answer.origin = origin
    _write(desk, answer, read)
    desk.content = content.with_answer(answer)
    content_changed(desk, rows, f"{desk.asked.labels[asked.row]}: {asked.input.label or figure}")
    taken = {"origin": answer.origin} if answer.origin else {}
    record(desk, "assessment.answer", figure=figure, value=answer.value, typed=answer.typed, **taken)
    return Saved(answer, desk, rows)


def _origin(desk: Desk, asked: Figure, typed: str) -> str:
    """Where a number that is taken comes from, as it is offered now."""
    origin = origin_of(desk.assessment, desk.asked, asked, typed)[:_MOST_ORIGIN]
    if not origin:
        raise WrongStage("assessment.offer_gone", label=asked.input.label or asked.key, value=typed)
    return origin


def save_answers(
    *,
    actor: User,
    assessment_id: int,
    typed: Mapping[str, tuple[str, int]],
    now: datetime,
) -> SheetSaved:
    """Keep a whole form: figure → (what was typed, version seen); each figure for itself.

    Raises:
        NotFound, NotAllowed, WrongStage: As ``save_answer``; what was kept before stays.
    """
    sheet = SheetSaved()
    for figure, (text, version) in typed.items():
        try:
            sheet.saved.append(
                save_answer(
                    actor=actor,
                    assessment_id=assessment_id,
                    figure=figure,
                    typed=text,
                    seen_version=version,
                    now=now,
                )
            )
        except Invalid as refused:
            sheet.refused[figure] = refused
        except Conflict as conflict:
            sheet.conflicts[figure] = conflict
    return sheet


def _unanswered(desk: Desk, figure: str) -> Answer:
    """The answer nobody has given yet, not stored."""
    return Answer(assessment=desk.assessment, figure=figure, version=0, changed_at=desk.now)


def _is_same(answer: Answer, read: Read) -> bool:
    """Whether nothing would change; looking at a figure carried over is a change."""
    if answer.is_carried:
        return False
    if read.value is None and answer.value is None:
        return answer.typed == read.typed
    return answer.value == read.value


def _write(desk: Desk, answer: Answer, read: Read) -> None:
    answer.value, answer.typed, answer.is_carried = read.value, read.typed, False
    keep(desk, answer)


def keep(desk: Desk, answer: Answer) -> None:
    """Store an answer as its next version, and the version in the history."""
    answer.version += 1
    answer.changed_by, answer.changed_at = desk.actor, desk.now
    answer.save()
    change_of(answer).save()


def change_of(answer: Answer) -> AnswerChange:
    """The present version of an answer as a line of its history, not yet stored."""
    return AnswerChange(
        assessment_id=answer.assessment_id,
        figure=answer.figure,
        value=answer.value,
        typed=answer.typed,
        origin=answer.origin,
        version=answer.version,
        changed_by_id=answer.changed_by_id,
        changed_at=answer.changed_at,
    )


def _conflict(figure: Figure, answer: Answer, read: Read, actor: User) -> Conflict:
    given = figure.input
    return Conflict(
        "assessment.answer_conflict",
        label=given.label or figure.key,
        value=control_value(given, answer.value, answer.typed),
        shown=shown_value(given, answer.value, answer.typed),
        mine=shown_value(given, read.value, read.typed),
        person=str(answer.changed_by or ""),
        is_own="yes" if answer.changed_by_id == actor.pk else "",
        at=f"{answer.changed_at.astimezone(LOCAL):%H:%M %d/%m/%Y}",
        version=str(answer.version),
    )

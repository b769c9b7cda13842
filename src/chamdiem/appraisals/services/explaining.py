"""The explanation (giải trình): opened where the appraisal differs, written by the organisation."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.appraisals.models import Justification, Message
from chamdiem.appraisals.permissions import message_verdict, side_of
from chamdiem.appraisals.rounds import is_last_round, list_disputed, may_be_explained, round_of
from chamdiem.appraisals.scoring import Columns
from chamdiem.appraisals.selectors.doors import get_discussed, list_appraised, list_explained
from chamdiem.appraisals.services.attaching import show_documents
from chamdiem.appraisals.services.locking import criterion_of, locked, move, record, relocked
from chamdiem.appraisals.services.telling import tell_opened
from chamdiem.assessments.models import Assessment
from chamdiem.core.criterion import Criterion
from chamdiem.errors import Conflict, Incomplete, WrongStage
from chamdiem.web.numbers import moment_text

Stance = Justification.Stance
State = Assessment.Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What an organisation says to the appraisal of one criterion.

    Attributes:
        stance: ``agreed`` or ``justified``.
        text: The justification; needed where it is justified.
        document_ids: Documents of the organisation, shown for the criterion from now on.
        files: Name and bytes of files that become such documents.
    """

    stance: str
    text: str = ""
    document_ids: Collection[int] = ()
    files: Sequence[tuple[str, BinaryIO]] = ()


@transaction.atomic
def open_explanation(*, actor: User, assessment_id: int, now: datetime) -> Assessment:
    """Ask an organisation to explain the criteria where its appraisal differs from its claim.

    Raises:
        NotFound: No such dossier, or not visible to ``actor``.
        NotAllowed: ``actor`` is not the standing body.
        WrongStage: Not at this stage or state, nothing differs, or it has been explained already.
    """
    assessment = locked(
        list_appraised, actor=actor, assessment_id=assessment_id, action="open_explanation", now=now
    )
    if not may_be_explained(assessment, round_of(assessment).number):
        raise WrongStage("explanation.done_already")
    disputed = list_disputed(assessment)
    if not disputed:
        raise WrongStage("explanation.nothing_differs")
    open_for(assessment, disputed, actor=actor, now=now)
    return assessment


def open_for(assessment: Assessment, disputed: list[Columns], *, actor: User | None, now: datetime) -> None:
    """Open the explanation of a locked dossier for what is disputed."""
    move(assessment, State.EXPLANATION)
    keys = [each.row.key for each in disputed]
    record(assessment, actor=actor, action="explanation.open", now=now, criteria=keys)
    tell_opened(assessment, keys, now=now)


@transaction.atomic
def justify_criterion(
    *,
    actor: User,
    assessment_id: int,
    key: str,
    position: Position,
    version: int,
    now: datetime,
) -> Justification:
    """Agree with the appraisal of one criterion, or justify the claim with words and new evidence.

    Args:
        actor: Data officer or leader of the organisation.
        assessment_id: The dossier.
        key: The criterion in dispute.
        position: What the organisation says to it.
        version: The version of the answer that was on the page; 0 where there was none.
        now: The clock.

    Raises:
        NotFound: No such dossier, criterion or document, or not visible to ``actor``.
        NotAllowed: ``actor`` is not data officer or leader of the organisation.
        Refused: A file may not come in, which the facts name; nothing is kept then.
        WrongStage: Not at this stage or state, its last day is over, or nothing differs there.
        Incomplete: A justification without words.
        Conflict: Somebody of the organisation wrote meanwhile; carries what they wrote.
    """
    assessment = locked(list_explained, actor=actor, assessment_id=assessment_id, action="justify", now=now)
    text = _checked_text(position, _disputed(assessment, key))
    row = _written_so_far(assessment, key)
    _demand_seen(row, version, text)
    row.stance, row.text = position.stance, text
    row.written_by, row.written_at = actor, now
    row.version += 1
    row.save()
    shown = show_documents(assessment, key, position.document_ids, position.files, actor=actor, now=now)
    record(
        assessment,
        actor=actor,
        action="explanation.justify",
        now=now,
        subject=row,
        criterion=key,
        round=row.round,
        stance=position.stance,
        text=row.text,
        documents=shown,
    )
    return row


@transaction.atomic
def send_justification(*, actor: User, assessment_id: int, now: datetime) -> Assessment:
    """Hand the explanation in; what is justified is appraised again, or goes to the council.

    Raises:
        NotFound: No such dossier, or not visible to ``actor``.
        NotAllowed: ``actor`` is not data officer or leader of the organisation.
        WrongStage: Not at this stage or state, or its last day is over.
        Incomplete: Names every disputed criterion that is neither agreed nor justified.
    """
    assessment = locked(
        list_explained, actor=actor, assessment_id=assessment_id, action="send_justification", now=now
    )
    number = round_of(assessment).number
    stances = {
        each.criterion_key: each.stance for each in assessment.justifications.all() if each.round == number
    }
    disputed = list_disputed(assessment)
    if open_ones := [
        criterion_of(assessment, each.row.key).label for each in disputed if each.row.key not in stances
    ]:
        raise Incomplete("explanation.unanswered", criteria=", ".join(open_ones), count=str(len(open_ones)))
    justified = [each.row.key for each in disputed if stances[each.row.key] == Stance.JUSTIFIED]
    # What nobody disputes any more needs no second look.
    is_over = not justified or is_last_round(assessment, number)
    move(assessment, State.SETTLED if is_over else State.APPRAISAL)
    record(assessment, actor=actor, action="explanation.send", now=now, round=number, justified=justified)
    return assessment


@transaction.atomic
def write_message(*, actor: User, assessment_id: int, key: str, text: str, now: datetime) -> Message:
    """Add to the thread between both sides on one criterion.

    Raises:
        NotFound: No such dossier or criterion, or visible to ``actor`` from neither side.
        WrongStage: No explanation is going on.
        Incomplete: Nothing is written.
    """
    get_discussed(actor=actor, assessment_id=assessment_id)
    assessment = relocked(assessment_id)
    message_verdict(actor=actor, assessment=assessment).demand()
    criterion_of(assessment, key)
    if not text.strip():
        raise Incomplete("explanation.message_empty")
    message = Message.objects.create(
        assessment=assessment,
        criterion_key=key,
        side=side_of(actor, assessment),
        author=actor,
        text=text.strip(),
        written_at=now,
    )
    facts = {"criterion": key, "side": str(message.side)}
    record(assessment, actor=actor, action="explanation.message", now=now, subject=message, **facts)
    return message


def _disputed(assessment: Assessment, key: str) -> Criterion:
    criterion = criterion_of(assessment, key)
    if key not in {each.row.key for each in list_disputed(assessment)}:
        raise WrongStage("explanation.not_disputed", criterion=criterion.label)
    return criterion


def _written_so_far(assessment: Assessment, key: str) -> Justification:
    """The justification of a criterion in this round; a new one, version 0, where there is none."""
    number = round_of(assessment).number
    for each in assessment.justifications.all():
        if each.round == number and each.criterion_key == key:
            return each
    return Justification(assessment=assessment, round=number, criterion_key=key, version=0)


def _checked_text(position: Position, criterion: Criterion) -> str:
    text = position.text.strip()
    if position.stance not in Stance.values:
        raise Incomplete("explanation.no_stance", criterion=criterion.label)
    if position.stance == Stance.JUSTIFIED and not text:
        raise Incomplete("explanation.text_missing", criterion=criterion.label)
    return text


def _demand_seen(row: Justification, version: int, text: str) -> None:
    if row.version != version:
        raise Conflict(
            "explanation.written_meanwhile",
            person=str(row.written_by) if row.version else "",
            at=moment_text(row.written_at if row.version else None),
            version=str(row.version),
            theirs=row.text,
            yours=text,
        )

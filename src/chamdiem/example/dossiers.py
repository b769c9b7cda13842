"""Filling in dossiers, showing documents, approving and handing over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from random import Random

from chamdiem.assessments.asked import Asked, asked_of, is_declared
from chamdiem.assessments.gaps import evidence_needed
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.reading import control_value
from chamdiem.assessments.services import approve, fill_answers, show_for_criteria, submit
from chamdiem.core.indicator_set import EvidenceRequirement
from chamdiem.evidence.conditions import kinds_asked
from chamdiem.evidence.models import Document
from chamdiem.example.contacts import contact_text
from chamdiem.example.directory import Body
from chamdiem.indicators.models import Edition
from chamdiem.samples.figures import FigureMaker

DOCUMENT, SIGNED = "document", "signed"
_DRAWS = 8


class Clerk:
    """Fills in the forms of one edition."""

    def __init__(self, edition: Edition, random: Random) -> None:
        self.asked: Asked = asked_of(edition)
        self._random = random
        self._maker = FigureMaker(self.asked.indicator_set)

    def figures(self, body: Body) -> dict[str, str]:
        """Figures of a body as somebody types them; nothing is missing, no check is broken."""
        values = self._maker.make(body.place, self._random, draws=_DRAWS, is_complete=True)
        typed: dict[str, str] = {}
        for key, figure in self.asked.figures.items():
            if figure.input.type == "text":
                typed[key] = contact_text(self.asked.indicator_set, self.asked.rows[figure.row], body)
            elif (value := values.get(key)) is not None:
                typed[key] = control_value(figure.input, value)
        return typed

    def fill(self, body: Body, dossier: Assessment, *, share: int, now: datetime) -> None:
        """Enter the first ``share`` percent of the figures, in printed order."""
        typed = self.figures(body)
        kept = list(typed)[: len(typed) * share // 100]
        fill_answers(
            actor=body.officer,
            assessment_id=dossier.pk,
            typed={key: typed[key] for key in kept},
            now=now,
        )

    def claims(self, dossier: Assessment) -> list[tuple[str, str]]:
        """The criteria that need evidence, and what: ``signed`` for a document, else its kind."""
        answers = {each.figure: each.value for each in dossier.answers.all()}
        scorer = self.asked.edition.scorer
        return [
            (row.key, _needed(row.evidence))
            for row in self.asked.criteria
            if is_declared(row) and evidence_needed(row, scorer.outcome(row.key, answers))
        ]

    def provable(self) -> list[str]:
        """The criteria for which the edition names documents at all."""
        return [row.key for row in self.asked.criteria if row.evidence is not None]


def _needed(wanted: EvidenceRequirement | None) -> str:
    kinds = kinds_asked(wanted)
    if wanted is not None and wanted.signed:
        return SIGNED
    return DOCUMENT if not kinds or DOCUMENT in kinds else kinds[0]


def show_documents(
    body: Body, dossier: Assessment, documents: Sequence[Document], keys: Sequence[str], now: datetime
) -> None:
    """Spread documents over criteria, in turn."""
    for place, document in enumerate(documents):
        chosen = keys[place :: len(documents)]
        show_for_criteria(
            actor=body.officer, assessment_id=dossier.pk, document_id=document.pk, keys=chosen, now=now
        )


def hand_in(body: Body, dossier: Assessment, *, now: datetime) -> None:
    """The leader approves what is there, then it is sent."""
    dossier.refresh_from_db()
    approve(actor=body.leader, assessment_id=dossier.pk, seen_revision=dossier.revision, now=now)
    submit(actor=body.officer, assessment_id=dossier.pk, now=now)

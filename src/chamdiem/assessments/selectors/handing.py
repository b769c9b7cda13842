"""What the leader reads and what was handed in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from fractions import Fraction
from typing import Any

from chamdiem.assessments.content import NO_EVIDENCE, EvidenceStanding
from chamdiem.assessments.models import Answer, Approval, Assessment, CriterionEntry, Submission
from chamdiem.assessments.reading import shown_value
from chamdiem.assessments.selectors.before import is_slip, money_before
from chamdiem.assessments.selectors.dossier import Dossier, Node
from chamdiem.assessments.showing import figure_words
from chamdiem.audit.models import Event
from chamdiem.core.criterion import Outcome
from chamdiem.core.sentences import reason_text
from chamdiem.evidence.models import EvidenceUse
from chamdiem.evidence.selectors import list_uses
from chamdiem.evidence.showing import document_card
from chamdiem.indicators.sheet import EVALUATORS
from chamdiem.web.language import page_language


@dataclass(frozen=True, slots=True)
class FigureLine:
    """One figure on the printed sheet."""

    label: str
    shown: str
    unit: str
    # Where it was taken from, if it was offered.
    origin: str = ""
    # Last year's, of an amount of money whose unit seems to be another now.
    before: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the whole sheet: a group with its sum, or a row with all that is said on it."""

    node: Node
    depth: int
    figures: tuple[FigureLine, ...] = ()
    outcome: Outcome | None = None
    reason: str = ""
    entry: CriterionEntry | None = None
    evidence: EvidenceStanding = NO_EVIDENCE
    # Documents as ``components/document.html`` shows them.
    documents: tuple[Mapping[str, Any], ...] = ()

    @property
    def elsewhere(self) -> str:
        """Who evaluates the row instead of the organisation, in words; empty where it declares it itself."""
        return str(EVALUATORS.get(self.node.row.evaluator, "")) if self.node.row.is_criterion else ""


def list_lines(dossier: Dossier) -> list[Line]:
    """The whole dossier in printed order; three queries, three more for last year's money."""
    asked = dossier.asked
    before = money_before(dossier.assessment, asked, asked.figures)
    documents: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for use in list_uses(assessment_id=dossier.assessment.pk):
        card = document_card(use.document, use.verdict)
        is_refused = use.verdict == EvidenceUse.Verdict.REFUSED
        documents[use.criterion_key].append({**card, "is_refused": is_refused})
    lines = (line for node in dossier.tree for line in _lines(dossier, node, 0, before))
    return [replace(line, documents=tuple(documents[line.node.row.key])) for line in lines]


def last_approval(assessment: Assessment) -> Approval | None:
    """The newest approval, in force or voided; one query."""
    return assessment.approvals.select_related("approved_by", "voided_by").first()


@dataclass(frozen=True, slots=True)
class Returned:
    """How a dossier came back: who returned it and when. Until when it is open the calendar says."""

    person: str
    at: datetime


def find_return(assessment: Assessment) -> Returned | None:
    """How an open dossier was returned, from the audit trail; one query, none where it was not."""
    if assessment.status != Assessment.Status.RETURNED:
        return None
    told = Event.objects.filter(
        subject_type=Assessment._meta.label_lower, subject_id=str(assessment.pk), action="assessment.return"
    )
    event = told.order_by("-number").first()
    return Returned(event.actor_name, event.at) if event else None


def list_submissions(assessment: Assessment) -> list[Submission]:
    """What was handed in, newest first, without the contents; one query."""
    return list(assessment.submissions.select_related("submitted_by", "withdrawn_by").defer("content"))


def list_group_totals(dossier: Dossier) -> list[tuple[Node, Fraction, Fraction]]:
    """The first level of the tree with its sums."""
    return [
        (node, node.points or Fraction(0), node.maximum) for node in dossier.tree if node.maximum is not None
    ]


def _lines(dossier: Dossier, node: Node, depth: int, before: Mapping[str, Answer]) -> Iterator[Line]:
    key = node.row.key
    outcome = dossier.outcome(key) if node.row.is_criterion else None
    yield Line(
        node,
        depth,
        tuple(_figures(dossier, key, before)),
        outcome,
        reason_text(outcome, page_language()) if outcome else "",
        dossier.content.entries.get(key),
        dossier.content.evidence.get(key, NO_EVIDENCE),
    )
    for child in node.children:
        yield from _lines(dossier, child, depth + 1, before)


def _figures(dossier: Dossier, key: str, before: Mapping[str, Answer]) -> Iterator[FigureLine]:
    for figure_key in dossier.asked.own.get(key, ()):
        given = dossier.asked.figures[figure_key].input
        answer = dossier.content.answers.get(figure_key)
        shown = shown_value(given, answer.value, answer.typed) if answer else ""
        origin = answer.origin if answer else ""
        earlier = before.get(figure_key)
        held_against = (
            shown_value(given, earlier.value, earlier.typed)
            if earlier and is_slip(given, answer.value if answer else None, earlier)
            else ""
        )
        yield FigureLine(figure_words(given.label), shown, figure_words(given.unit), origin, held_against)

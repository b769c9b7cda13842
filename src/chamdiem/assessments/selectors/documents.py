"""Documents of a dossier: those shown for a criterion, and those of the folder that can be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chamdiem.assessments.selectors.dossier import Dossier
from chamdiem.core.indicator_set import EvidenceRequirement, Row
from chamdiem.errors import NotFound
from chamdiem.evidence.conditions import Paper, unmet_words
from chamdiem.evidence.models import EvidenceUse
from chamdiem.evidence.sameness import find_repeats
from chamdiem.evidence.selectors import list_documents, list_uses
from chamdiem.evidence.showing import is_infected

MOST_OFFERED = 200


@dataclass(frozen=True, slots=True)
class ShownHere:
    """A document shown for a criterion: what is said of it, what it does not meet, and what it repeats."""

    use: EvidenceUse
    said: Mapping[str, Any]
    unmet: tuple[str, ...]
    repeated: EvidenceUse | None = None


def list_evidence(dossier: Dossier, row: Row) -> list[ShownHere]:
    """The documents shown for a criterion, with their files; two queries."""
    uses = list(list_uses(assessment_id=dossier.assessment.pk, criterion_key=row.key))
    repeats = find_repeats(uses)
    return [_shown_here(dossier, row, use, repeats.get(use.pk)) for use in uses]


def find_use(dossier: Dossier, use_id: int) -> EvidenceUse:
    """A document shown for a criterion this person sees, or ``NotFound``; three queries."""
    use = list_uses(assessment_id=dossier.assessment.pk).filter(pk=use_id).first()
    if use is None or not dossier.access.sees(use.criterion_key):
        raise NotFound("evidence.not_found")
    return use


def wanted_of(dossier: Dossier, key: str) -> EvidenceRequirement | None:
    """What must be shown for a row this person sees; or ``NotFound``."""
    row = dossier.asked.rows.get(key)
    if row is None or not dossier.access.sees(key):
        raise NotFound("criterion.not_found", key=key)
    return row.evidence


def list_folder(dossier: Dossier) -> list[tuple[int, str]]:
    """The newest documents of the organisation that this person sees, to choose from; one query."""
    documents = list_documents(actor=dossier.actor).filter(
        organisation=dossier.assessment.participant.organisation_id
    )
    rows = documents.order_by("-added_at", "-pk").values_list("pk", "number", "title")[:MOST_OFFERED]
    return [(pk, f"{number} · {title}" if number else title) for pk, number, title in rows]


def _shown_here(dossier: Dossier, row: Row, use: EvidenceUse, repeated: EvidenceUse | None) -> ShownHere:
    kind, day = use.document.evidence_kind, use.document.issued_on
    paper = Paper(kind, day, is_infected=is_infected(use.document))
    unmet = unmet_words(paper, row.evidence, dossier.content.period)
    return ShownHere(use, {"evidence_kind": kind, "issued_on": day}, unmet, repeated)

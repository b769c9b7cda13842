"""Documents of the organisation's folder that can be shown for a criterion."""

from __future__ import annotations

from chamdiem.assessments.selectors.dossier import Dossier
from chamdiem.evidence.models import Document

MOST_OFFERED = 200


def list_folder(dossier: Dossier) -> list[tuple[int, str]]:
    """The newest documents of the organisation, as a list to choose from; one query."""
    documents = Document.objects.filter(organisation=dossier.assessment.participant.organisation_id)
    rows = documents.order_by("-added_at", "-pk").values_list("pk", "number", "title")[:MOST_OFFERED]
    return [(pk, f"{number} · {title}" if number else title) for pk, number, title in rows]

"""What organisations changed in dossiers that were returned to them: decisions before that are stale."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from chamdiem.appraisals.rounds import Touches
from chamdiem.assessments.models import Answer, CriterionEntry
from chamdiem.evidence.models import EvidenceUse


def list_touches(assessment_ids: Collection[int]) -> dict[int, Touches]:
    """Dossier → what was changed when; only those that were ever returned; three queries."""
    returned = {"assessment__in": assessment_ids, "assessment__returned_at__isnull": False}
    figures: defaultdict[int, dict[str, datetime]] = defaultdict(dict)
    criteria: defaultdict[int, dict[str, datetime]] = defaultdict(dict)
    answers = Answer.objects.filter(**returned)
    for pk, key, at in answers.values_list("assessment_id", "figure", "changed_at"):
        figures[pk][key] = at
    entries = CriterionEntry.objects.filter(**returned)
    for pk, key, at in entries.values_list("assessment_id", "criterion_key", "changed_at"):
        criteria[pk][key] = at
    uses = EvidenceUse.objects.filter(**returned)
    for pk, key, added, removed in uses.values_list(
        "assessment_id", "criterion_key", "added_at", "removed_at"
    ):
        criteria[pk][key] = max(filter(None, (criteria[pk].get(key), added, removed)))
    return {pk: Touches(figures[pk], criteria[pk]) for pk in {*figures, *criteria}}


def touches_of(assessment_id: int) -> Touches:
    """What was changed in one dossier; three queries."""
    return list_touches([assessment_id]).get(assessment_id, Touches())

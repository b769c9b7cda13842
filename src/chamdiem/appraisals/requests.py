"""What appraisers ask of an organisation whose dossier was returned, as its own pages show it."""

from __future__ import annotations

from collections.abc import Mapping

from chamdiem.appraisals.document_refusals import reason_label
from chamdiem.appraisals.models import Appraisal
from chamdiem.appraisals.scoring import latest_appraisals
from chamdiem.appraisals.selectors.touches import touches_of
from chamdiem.assessments.hooks import Request
from chamdiem.assessments.models import Assessment
from chamdiem.indicators.selectors import compiled
from chamdiem.web.language import page_language


def find_requests(assessment: Assessment) -> Mapping[str, Request]:
    """Criterion key → what is asked for there, while the organisation may write.

    No query where the dossier was never returned, one where nothing is asked for, else four.
    """
    if not assessment.is_open or assessment.returned_at is None:
        return {}
    latest = latest_appraisals(Appraisal.objects.filter(assessment=assessment)).values()
    wanted = [each for each in latest if each.verdict == Appraisal.Verdict.MORE_WANTED]
    if not wanted:
        return {}
    touches = touches_of(assessment.pk)
    criteria = compiled(assessment.participant.track.edition).scorer.criteria
    return {
        each.criterion_key: Request(
            each.reason, each.appraised_at, touches.is_after(each.appraised_at, criteria[each.criterion_key])
        )
        for each in wanted
        if each.criterion_key in criteria
    }


def explain_refusal(code: str) -> str:
    """Why a document was refused, in the language of the page."""
    return reason_label(code, page_language())

"""How a dossier and its states are called on pages."""

from __future__ import annotations

from django.utils.translation import gettext as _

from chamdiem.assessments.models import Assessment
from chamdiem.core.inputs import POINTS_UNIT
from chamdiem.core.rules.manual import POINTS_LABEL

Status = Assessment.Status

# State of a dossier → how the pages show it (``web.states``).
STATE_CODES: dict[str, str] = {
    Status.DRAFT: "in_progress",
    Status.SUBMITTED: "submitted",
    Status.RETURNED: "returned",
    Status.APPRAISAL: "running",
    Status.EXPLANATION: "disputed",
    Status.SETTLED: "appraised",
    Status.FINAL: "final",
}


def figure_words(printed: str) -> str:
    """A figure's name or unit as the decision prints it; our own words in the language of the page."""
    return {POINTS_LABEL: _("Điểm chấm"), POINTS_UNIT: _("điểm")}.get(printed, printed)

"""How a dossier and its states are called on pages."""

from __future__ import annotations

from chamdiem.assessments.models import Assessment

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

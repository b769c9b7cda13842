"""Where the authority's people open a dossier."""

from __future__ import annotations

from django.urls import reverse

from chamdiem.accounts.models import User
from chamdiem.appraisals.selectors.doors import list_appraised, list_ruled
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.permissions import is_open_to_see, may_see_as_authority
from chamdiem.campaigns.models import Participant


def find_watched_dossier(actor: User, participant: Participant) -> str:
    """The appraisal, else the board of the council, else the dossier to read; at most two queries."""
    assessment: Assessment | None = getattr(participant, "assessment", None)
    if assessment is None or not is_open_to_see(assessment):
        return ""
    if list_appraised(actor=actor).filter(pk=assessment.pk).exists():
        return reverse("appraisals:dossier", args=[assessment.pk])
    if list_ruled(actor=actor).filter(pk=assessment.pk).exists():
        return reverse("appraisals:council_file", args=[assessment.pk])
    return (
        reverse("assessments:show", args=[assessment.pk]) if may_see_as_authority(actor, assessment) else ""
    )

"""Where people open a dossier."""

from __future__ import annotations

from django.urls import reverse

from chamdiem.accounts.models import User
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.permissions import is_open_to_see
from chamdiem.assessments.selectors.doors import access_to
from chamdiem.campaigns.models import Participant
from chamdiem.errors import NotFound


def find_own_dossier(actor: User, participant: Participant) -> str:
    """The page of a dossier for those who work on it; at most one query."""
    assessment: Assessment | None = getattr(participant, "assessment", None)
    if assessment is None or not is_open_to_see(assessment):
        return ""
    try:
        access = access_to(actor, assessment)
    except NotFound:
        return ""
    return reverse("assessments:show", args=[assessment.pk]) if access.is_own else ""

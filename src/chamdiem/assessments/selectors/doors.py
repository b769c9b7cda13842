"""The doors: which dossiers a person may see, and how much of each."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import offices_helped, paths_held
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.permissions import (
    AUTHORITY,
    OWN,
    Access,
    is_open_to_see,
    may_see_as_authority,
    may_see_as_own,
    offices_held,
)
from chamdiem.campaigns.models import Assignment, Campaign
from chamdiem.errors import NotFound
from chamdiem.organisations.tree import below

# What a dossier is read with; the text of the edition stays out, the core keeps it compiled,
# and so do those chosen while the campaign was prepared, of whom there may be thousands.
_LEFT_OUT = tuple(f"participant__track__{name}" for name in ("edition__document", "chosen", "unranked"))
_ALONG = (
    "participant__campaign__owner",
    "participant__organisation",
    "participant__track__edition",
)
_UNOPENED = (Campaign.Status.DRAFT, Campaign.Status.OPENING)


def with_campaign() -> QuerySet[Assessment]:
    """Dossiers with participant, campaign, organisation and edition at hand."""
    return Assessment.objects.select_related(*_ALONG).defer(*_LEFT_OUT)


def list_own_assessments(*, actor: User) -> QuerySet[Assessment]:
    """The dossiers this person works on, newest campaign first; one query besides that of the roles."""
    rows = with_campaign().exclude(participant__campaign__status__in=_UNOPENED)
    return rows.filter(_own(actor)).order_by("-participant__campaign__year", "participant__name_order", "pk")


def list_assessments(*, actor: User) -> QuerySet[Assessment]:
    """Every dossier this person may see: her own, and those handed in to her authority."""
    handed_in = below("participant__campaign__owner__path", paths_held(actor, AUTHORITY)) & ~Q(
        status=Assessment.Status.DRAFT
    )
    watched = below("participant__campaign__owner__path", paths_held(actor, [Role.STANDING_BODY]))
    rows = with_campaign().exclude(participant__campaign__status__in=_UNOPENED)
    return rows.filter(_own(actor) | handed_in | watched).order_by("participant__name_order", "pk")


def get_assessment(*, actor: User, assessment_id: int) -> Assessment:
    """One dossier this person may see, with what pages need; or ``NotFound``."""
    assessment, _ = enter(actor=actor, assessment_id=assessment_id)
    return assessment


def enter(*, actor: User, assessment_id: int) -> tuple[Assessment, Access]:
    """One dossier and how much of it this person sees, or ``NotFound``."""
    assessment = with_campaign().prefetch_related("participant__extensions").filter(pk=assessment_id).first()
    if assessment is None:
        raise NotFound("assessment.not_found")
    return assessment, access_to(actor, assessment)


def access_to(actor: User, assessment: Assessment) -> Access:
    """How much of a dossier a person sees; at most one query, for what her office was given.

    Raises:
        NotFound: Nothing of it is hers to know of.
    """
    if is_open_to_see(assessment) and actor.is_active:
        if may_see_as_own(actor, assessment):
            return Access(is_own=True)
        if may_see_as_authority(actor, assessment):
            return Access()
        if offices := offices_held(actor, assessment):
            given = Assignment.objects.filter(participant=assessment.participant, office__in=offices)
            if keys := frozenset(given.values_list("criterion_key", flat=True)):
                return Access(is_own=True, keys=keys)
    raise NotFound("assessment.not_found")


def _own(actor: User) -> Q:
    given = Assignment.objects.filter(participant=OuterRef("participant"), office__in=offices_helped(actor))
    own = below("participant__organisation__path", paths_held(actor, OWN))
    helped = below("participant__organisation__path", paths_held(actor, [Role.CONTRIBUTOR]))
    return own | (helped & Q(Exists(given)))

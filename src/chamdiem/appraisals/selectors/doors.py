"""The doors: which dossiers a person appraises, explains or rules on."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import paths_held
from chamdiem.appraisals.models import Justification
from chamdiem.appraisals.permissions import EXPLAINERS, duties_of
from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import Campaign
from chamdiem.campaigns.permissions import own_bodies
from chamdiem.errors import NotFound
from chamdiem.organisations.tree import below

State, Stage = Assessment.Status, Campaign.Status
# From these stages on the organisation may know what was found, and the council what is disputed.
OPEN_TO_ORGANISATION = (Stage.RULING, Stage.CLOSING, Stage.CLOSED, Stage.PUBLISHED)
OPEN_TO_COUNCIL = (Stage.EXPLANATION, *OPEN_TO_ORGANISATION)
RELATED = (
    "participant__organisation",
    "participant__campaign__owner",
    "participant__track__edition",
)
# The text of the edition stays out: the core keeps it compiled.
UNREAD = (
    "participant__track__edition__document",
    "participant__track__chosen",
    "participant__track__unranked",
)
HISTORY = (
    "answers",
    "entries",
    "appraisals__appraised_by",
    "rulings__ruled_by",
    "justifications__written_by",
)


def list_appraised(*, actor: User) -> QuerySet[Assessment]:
    """Dossiers handed in that a person appraises by duty, or watches as standing body; one query."""
    watched = below("participant__campaign__owner__path", paths_held(actor, [Role.STANDING_BODY]))
    appraises = below("participant__campaign__owner__path", paths_held(actor, [Role.APPRAISER]))
    return _with_related().exclude(status=State.DRAFT).filter(watched | (appraises & _in_duty(actor)))


def list_judged(*, actor: User) -> QuerySet[Assessment]:
    """The same without the dossiers of bodies this person works for: somebody else appraises them."""
    return list_appraised(actor=actor).exclude(participant__organisation__in=own_bodies(actor))


def get_appraised(*, actor: User, assessment_id: int) -> Assessment:
    """One dossier this person appraises or watches, with all its layers, or ``NotFound``."""
    return _one(list_appraised(actor=actor), assessment_id)


def list_explained(*, actor: User) -> QuerySet[Assessment]:
    """Dossiers of a person's own organisations whose appraisal is open to them; one query.

    What is found is theirs to know when they are asked to explain it, and from the
    ruling on; never while it is still being appraised for the first time.
    """
    own = below("participant__organisation__path", paths_held(actor, EXPLAINERS))
    explained = Exists(Justification.objects.filter(assessment=OuterRef("pk")))
    opened = (
        Q(status=State.EXPLANATION) | explained | Q(participant__campaign__status__in=OPEN_TO_ORGANISATION)
    )
    return _with_related().exclude(status=State.DRAFT).filter(own, opened)


def get_explained(*, actor: User, assessment_id: int) -> Assessment:
    """One dossier this person explains, with all its layers, or ``NotFound``."""
    return _one(list_explained(actor=actor), assessment_id)


def get_discussed(*, actor: User, assessment_id: int) -> Assessment:
    """One dossier whose thread this person may see, from either side, or ``NotFound``."""
    if list_explained(actor=actor).filter(pk=assessment_id).exists():
        return get_explained(actor=actor, assessment_id=assessment_id)
    return get_appraised(actor=actor, assessment_id=assessment_id)


def list_ruled(*, actor: User) -> QuerySet[Assessment]:
    """Dossiers a person may see as council or standing body once explanation has begun; one query."""
    ruled = below("participant__campaign__owner__path", paths_held(actor, [Role.COUNCIL, Role.STANDING_BODY]))
    return (
        _with_related()
        .exclude(status=State.DRAFT)
        .filter(ruled, participant__campaign__status__in=OPEN_TO_COUNCIL)
    )


def get_ruled(*, actor: User, assessment_id: int) -> Assessment:
    """One dossier of the council's board, with all its layers, or ``NotFound``."""
    return _one(list_ruled(actor=actor), assessment_id)


def _in_duty(actor: User) -> Q:
    tracks = {duty.track_id for duty in duties_of(actor) if duty.participant_id is None}
    participants = {duty.participant_id for duty in duties_of(actor)} - {None}
    return Q(participant__track__in=tracks) | Q(participant__in=participants)


def _with_related() -> QuerySet[Assessment]:
    return Assessment.objects.select_related(*RELATED).defer(*UNREAD)


def demand_behind(dossiers: QuerySet[Assessment], assessment_id: int) -> None:
    """``NotFound`` where the dossier is not among those of a door; reads nothing of it."""
    if not dossiers.filter(pk=assessment_id).exists():
        raise NotFound("assessment.not_found")


def _one(dossiers: QuerySet[Assessment], assessment_id: int) -> Assessment:
    assessment = dossiers.filter(pk=assessment_id).prefetch_related(*HISTORY).first()
    if assessment is None:
        raise NotFound("assessment.not_found")
    return assessment

"""What apps above tell of a dossier: its published result, what appraisers ask; imports point downwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import Participant


@dataclass(frozen=True, slots=True)
class Outcome:
    """The published points of a participant, None where it never handed in; and the address of its result."""

    points: Decimal | None
    maximum: Decimal
    url: str


@dataclass(frozen=True, slots=True)
class Request:
    """What an appraiser wants to have completed at a criterion of a dossier that was returned.

    Answered once the organisation changed anything there: a figure, a document, a note.
    """

    text: str
    at: datetime
    is_answered: bool


Find = Callable[[Participant], Outcome | None]
_finders: list[Find] = []
FindRequests = Callable[[Assessment], Mapping[str, Request]]
_askers: list[FindRequests] = []
Explain = Callable[[str], str]
_explainers: list[Explain] = []


def when_asked_for_outcome(find: Find) -> Find:
    """Register what knows the published result of a participant."""
    if find not in _finders:
        _finders.append(find)
    return find


def find_outcome(participant: Participant) -> Outcome | None:
    """The published result of a participant; None where nothing is published."""
    return next((found for find in _finders if (found := find(participant)) is not None), None)


def when_asked_for_requests(find: FindRequests) -> FindRequests:
    """Register what knows the requests to a returned dossier: criterion key → request."""
    if find not in _askers:
        _askers.append(find)
    return find


def find_requests(assessment: Assessment) -> Mapping[str, Request]:
    """Criterion key → what is asked for there; no query for a dossier that was never returned."""
    return {key: request for find in _askers for key, request in find(assessment).items()}


def when_asked_why_refused(explain: Explain) -> Explain:
    """Register what says the code of a refused document in the words of the page."""
    if explain not in _explainers:
        _explainers.append(explain)
    return explain


def why_refused(code: str) -> str:
    """Why a document was refused, in words; the code itself where nobody knows it."""
    return next((said for explain in _explainers if (said := explain(code))), code)

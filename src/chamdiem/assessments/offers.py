"""What was finished elsewhere and can serve a criterion: apps above register where they look.

An offer only stands there: a person takes it, and what she takes says where it came from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from chamdiem.assessments.models import Assessment
from chamdiem.evidence.models import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One thing offered: where it comes from (words, address), what it says, a document or figures.

    ``figures`` are label, number as people type it, and unit.
    """

    origin: str
    url: str
    text: str
    document: Document | None = None
    link: str = ""
    figures: tuple[tuple[str, str, str], ...] = ()


Source = Callable[[Assessment, str], Iterable[Offer]]
_sources: list[Source] = []


def when_offered(source: Source) -> Source:
    """Register where offers for a criterion of a dossier are found."""
    if source not in _sources:
        _sources.append(source)
    return source


def list_offers(assessment: Assessment, key: str) -> list[Offer]:
    """Everything offered for one criterion of a dossier."""
    return [offer for source in _sources for offer in source(assessment, key)]

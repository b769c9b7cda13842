"""What was finished elsewhere and can serve a criterion: apps above register where they look.

An offer only stands there: a person takes it, and what she takes says where it came from.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from chamdiem.assessments.asked import Asked
from chamdiem.assessments.models import Assessment
from chamdiem.core.figures import Figure
from chamdiem.core.inputs import NUMBER_TYPES
from chamdiem.core.lint.folding import fold
from chamdiem.core.plan_values import is_same_unit
from chamdiem.evidence.models import Document


class OfferedFigure(NamedTuple):
    """A number that was reported elsewhere: what it is called there, and its unit."""

    label: str
    value: Decimal
    unit: str

    @property
    def typed(self) -> str:
        """The number as a person would type it."""
        return f"{self.value.normalize():f}".replace(".", ",")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One thing offered: where it comes from (words, address), what it says, a document or figures.

    ``note`` is what to know of it; what is ``withheld`` is not offered, and the sentence says why.
    """

    origin: str
    url: str
    text: str
    document: Document | None = None
    link: str = ""
    figures: tuple[OfferedFigure, ...] = ()
    note: str = ""
    withheld: str = ""


Source = Callable[[Assessment, str], Iterable[Offer]]
_sources: list[Source] = []


def when_offered(source: Source) -> Source:
    """Register where offers for a criterion of a dossier are found."""
    if source not in _sources:
        _sources.append(source)
    return source


def list_offers(assessment: Assessment, key: str) -> list[Offer]:
    """Everything offered for one criterion of a dossier."""
    return [offer for offer in find_offers(assessment, key) if not offer.withheld]


def find_offers(assessment: Assessment, key: str) -> list[Offer]:
    """The same with what is withheld."""
    return [offer for source in _sources for offer in source(assessment, key)]


def figure_for(asked: Asked, key: str, offered: OfferedFigure) -> Figure | None:
    """The figure of a criterion, entered there, that an offered one is: by its name and its unit.

    It may be named after its criterion (``2.1 Số dịch vụ``) or its letter (``a: Số dịch vụ``) as well, and be
    written in other capitals, spaces or punctuation. Where two figures could be meant, none is.
    """
    name, found = _one_way(offered.label), []
    for figure in (asked.figures[each] for each in asked.own.get(key, ())):
        given = figure.input
        label = given.label or asked.rows[key].correct_name
        names = (label, f"{asked.labels[key]} {label}", f"{figure.letter}: {label}")
        fits = not given.unit or is_same_unit(given.unit, offered.unit)
        if given.type in NUMBER_TYPES and fits and name in map(_one_way, names):
            found.append(figure)
    return found[0] if len(found) == 1 else None


# After these the sound of i is written i by some and y by others: tỉ lệ, tỷ lệ.
_EITHER = re.compile(r"\b(qu|h|k|l|m|s|t)y\b")


def _one_way(name: str) -> str:
    """A name as one way of writing has it, without case, accents and punctuation."""
    return _EITHER.sub(r"\1i", fold(name))


def origin_of(assessment: Assessment, asked: Asked, figure: Figure, typed: str) -> str:
    """Where a number comes from that is offered for a figure; empty where none like it is."""
    for offer in list_offers(assessment, figure.row):
        for offered in offer.figures:
            if offered.typed == typed.strip() and figure_for(asked, figure.row, offered) == figure:
                return offer.origin
    return ""

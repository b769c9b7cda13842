"""Reading editions: the seam between stored documents and the core."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.scoring import Scorer
from chamdiem.errors import NotFound
from chamdiem.indicators.models import Edition
from chamdiem.library import read_set_text


def list_editions() -> QuerySet[Edition]:
    """Every edition, without its document: lists do not need it."""
    return Edition.objects.defer("document")


def get_edition(*, key: str) -> Edition:
    """One edition, or ``NotFound``."""
    edition = Edition.objects.filter(key=key).first()
    if edition is None:
        raise NotFound("edition.not_found", key=key)
    return edition


@dataclass(frozen=True, slots=True)
class Compiled:
    """An edition as the core knows it: the set, and ready to score."""

    indicator_set: IndicatorSet
    scorer: Scorer


def compiled(edition: Edition) -> Compiled:
    """The edition for the core; read and compiled once per content and process."""
    known = _COMPILED.get(edition.content_hash)
    if known is None:
        indicator_set = read_set_text(edition.document, f"{edition.key}.yaml")
        known = Compiled(indicator_set, Scorer(indicator_set))
        while len(_COMPILED) >= _MOST_COMPILED:
            _COMPILED.pop(next(iter(_COMPILED)), None)
        _COMPILED[edition.content_hash] = known
    return known


# Content hash → compiled edition. The content never changes under its hash.
_COMPILED: dict[str, Compiled] = {}
_MOST_COMPILED = 64

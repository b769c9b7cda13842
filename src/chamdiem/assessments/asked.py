"""What an edition asks an organisation: its rows, its figures, and who reads which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from chamdiem.core.figures import Figure, figure_key, own_inputs
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.recalculation import dependents
from chamdiem.core.rules.manual import POINTS
from chamdiem.indicators.models import Edition
from chamdiem.indicators.selectors import Compiled, compiled

BY_ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Asked:
    """What an organisation answers by one edition, in printed order.

    Attributes:
        edition: The set, ready to score.
        rows: Rows with figures of the organisation, or with points at all.
        figures: Every figure it enters, texts of general information included.
        own: Row key → the figures entered on that very row.
        readers: Figure key → keys of the criteria that read it.
        labels: Row key → how people name the row by itself: its number, or its key
            where several rows have that number.
    """

    edition: Compiled
    rows: Mapping[str, Row]
    figures: Mapping[str, Figure]
    own: Mapping[str, tuple[str, ...]]
    readers: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, str]

    @property
    def indicator_set(self) -> IndicatorSet:
        """The set asked by."""
        return self.edition.indicator_set

    @property
    def criteria(self) -> tuple[Row, ...]:
        """The criteria the organisation itself declares."""
        return tuple(row for row in self.rows.values() if row.is_criterion and is_declared(row))

    @property
    def information(self) -> tuple[Row, ...]:
        """The rows of general information."""
        return tuple(row for row in self.rows.values() if not row.is_criterion)

    def touched_by(self, figure: str) -> tuple[str, ...]:
        """The rows to look at again when a figure changes: its own, and those that read it."""
        return tuple(dict.fromkeys((self.figures[figure].row, *self.readers.get(figure, ()))))

    def read_by(self, key: str) -> tuple[str, ...]:
        """The figures that decide about one row: its own and those shared with it."""
        criterion = self.edition.scorer.criteria.get(key)
        letters = criterion.letters.figures if criterion else ()
        return tuple(dict.fromkeys((*self.own.get(key, ()), *letters)))


def is_declared(row: Row) -> bool:
    """Whether the organisation fills in a row; the rest comes from appraisers, surveys or feeds."""
    return row.evaluator == BY_ORGANISATION


def asked_of(edition: Edition) -> Asked:
    """What an edition asks; made once per content and process."""
    known = _ASKED.get(edition.content_hash)
    if known is None:
        known = _asked(compiled(edition))
        while len(_ASKED) >= _MOST_ASKED:
            _ASKED.pop(next(iter(_ASKED)), None)
        _ASKED[edition.content_hash] = known
    return known


def _asked(edition: Compiled) -> Asked:
    figures: dict[str, Figure] = {}
    own: dict[str, tuple[str, ...]] = {}
    for row in edition.indicator_set.rows:
        entered = _entered(row, edition.indicator_set)
        if entered:
            own[row.key] = tuple(entered)
            figures.update(entered)
    rows = {row.key: row for row in edition.indicator_set.rows if row.is_criterion or row.key in own}
    labels = edition.indicator_set.tree.labels
    return Asked(edition, rows, figures, own, dependents(edition.scorer.criteria), labels)


def _entered(row: Row, indicator_set: IndicatorSet) -> dict[str, Figure]:
    """The figures entered on a row; marks of several assessors are none of the organisation's."""
    if not is_declared(row):
        return {}
    return {
        key: Figure(key, row.key, letter, given)
        for letter, given in own_inputs(row, indicator_set).items()
        if not given.source and not letter.startswith(f"{POINTS}_")
        for key in [figure_key(row, letter)]
    }


# Content hash → what is asked. The content never changes under its hash.
_ASKED: dict[str, Asked] = {}
_MOST_ASKED = 64

"""The rows of an edition that somebody has to answer, and those below a group."""

from __future__ import annotations

from collections.abc import Iterable

from chamdiem.core.indicator_set import IndicatorSet, Row


def is_asked(row: Row) -> bool:
    """Whether a row is answered by somebody: a criterion, or general information with figures."""
    return row.is_criterion or (row.role == "information" and bool(row.inputs))


def list_asked(indicator_set: IndicatorSet) -> list[Row]:
    """Every row somebody answers, in printed order."""
    return [row for row in indicator_set.rows if is_asked(row)]


def asked_below(indicator_set: IndicatorSet, keys: Iterable[str]) -> list[Row]:
    """The rows to answer among some rows and everything below them, in printed order, each once."""
    tree = indicator_set.tree
    wanted = {key for key in keys if key in tree.by_key}
    wanted |= {row.key for key in tuple(wanted) for row in tree.below(key)}
    return [row for row in indicator_set.rows if row.key in wanted and is_asked(row)]

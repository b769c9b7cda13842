"""How a sentence names a row: by its number, or by its key where numbers tell too little."""

from __future__ import annotations

from dataclasses import replace

from chamdiem.core.indicator_set import IndicatorSet, Row

from .trees import criterion, group, tree


def test_rows_beside_others_that_go_by_their_keys_go_by_theirs() -> None:
    rows = (*_list("C", 2), *_list("D", 3))
    assert list(_labels(*rows).values()) == ["C", "C.1", "C.2", "D", "D.1", "D.2", "D.3"]


def test_numbers_that_stand_once_name_their_rows() -> None:
    rows = (*_list("C", 2), group("D"), replace(criterion("D.3"), number="3"))
    assert list(_labels(*rows).values()) == ["C", "1", "2", "D", "3"]


def _list(key: str, length: int) -> list[Row]:
    """A group with rows numbered from 1 on."""
    below = (replace(criterion(f"{key}.{place}"), number=str(place)) for place in range(1, length + 1))
    return [group(key), *below]


def _labels(*rows: Row) -> dict[str, str]:
    indicator_set: IndicatorSet = tree(*rows)
    return dict(indicator_set.tree.labels)

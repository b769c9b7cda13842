"""Plain data of the set format as working copies keep it, and the checked set made of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.loading import dump_set, load_set
from chamdiem.core.plain_data import Marked
from chamdiem.core.set_schema import FORMAT, ROW
from chamdiem.errors import InvalidIndicatorSet, Problem
from chamdiem.library.reading import read_marked
from chamdiem.library.writing import dump_yaml

Data = dict[str, Any]
_ORDER = {key: place for place, key in enumerate(ROW.by_key)}


def to_text(data: Data) -> str:
    """Plain data as JSON text that keeps the order of the keys."""
    return json.dumps(data, ensure_ascii=False)


def parts_of(indicator_set: IndicatorSet) -> tuple[Data, list[Data]]:
    """The head of a set and its rows, as plain data."""
    data = json.loads(json.dumps(dump_set(indicator_set)))
    return data["set"], data["rows"]


def set_text(head: Data, rows: Sequence[Data]) -> str:
    """A set as YAML text; what is empty is left out."""
    return dump_yaml({"format": FORMAT, "set": head, "rows": [tidy(row) for row in rows]})


def read_parts(head: Data, rows: Sequence[Data], file: str = "") -> IndicatorSet:
    """The checked set.

    Raises:
        InvalidIndicatorSet: Carries every problem.
    """
    data = {"format": FORMAT, "set": head, "rows": [tidy(row) for row in rows]}
    return load_set(_marked(data), file)


def _marked(value: Any) -> Marked:
    """Plain data as a file would give it, without writing one: pages read a set again and again."""
    if isinstance(value, dict):
        return Marked({str(key): _marked(each) for key, each in value.items()})
    return Marked([_marked(each) for each in value] if isinstance(value, list) else str(value))


def problems_of_row(head: Data, rows: Sequence[Data], key: str) -> list[Problem]:
    """What is wrong on one row; what is wrong elsewhere is told when the draft is made."""
    try:
        read_parts(head, rows)
    except InvalidIndicatorSet as refused:
        start = f"rows[{key}]"
        return [each for each in refused.problems if each.place.path.startswith(start)]
    return []


def tidy(row: Data) -> Data:
    """A row without what is empty, its keys in the order of the format."""
    kept = {key: value for key, value in row.items() if value not in ("", [], {}, None)}
    return dict(sorted(kept.items(), key=lambda pair: _ORDER.get(pair[0], len(_ORDER))))


def read_yaml(text: str) -> Any:
    """YAML text as plain data: mappings, lists and text.

    Raises:
        Invalid: It is not YAML, or uses what set files may not.
    """
    return _bare(read_marked(text))


def _bare(marked: Any) -> Any:
    value = marked.value
    if isinstance(value, dict):
        return {key: _bare(each) for key, each in value.items()}
    return [_bare(each) for each in value] if isinstance(value, list) else value

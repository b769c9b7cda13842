"""YAML → ``Marked`` values → indicator set.

Every scalar is text: ``1.10`` stays ``1.10``, ``no`` stays ``no``. Anchors,
tags and repeated keys are refused: a set file says everything once, in place.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.loading import load_set
from chamdiem.core.plain_data import Fault, Marked
from chamdiem.errors import Invalid, InvalidIndicatorSet, Place, Problem, Refused

MOST_BYTES = 5_000_000
MOST_DEPTH = 40

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_set(path: Path) -> IndicatorSet:
    """Read a set file.

    Raises:
        Refused: The file cannot be opened.
        InvalidIndicatorSet: It is wrong; carries every problem.
    """
    return read_set_text(file_text(path), path.name)


def read_set_text(text: str, file: str = "") -> IndicatorSet:
    """Read a set from YAML text; ``file`` names it in problems."""
    marked, faults = _read_with_faults(text, file, InvalidIndicatorSet)
    return load_set(marked, file, faults)


def file_text(path: Path, refusal: type[Invalid] = InvalidIndicatorSet) -> str:
    """The text of a file.

    Raises:
        Refused: It cannot be opened.
        Invalid: Of the kind ``refusal``. It is no UTF-8.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Refused("file.unreadable", path=str(path), why=type(error).__name__) from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _invalid(refusal, "file.not_utf8", path.name, at=str(error.start)) from error


def read_marked(text: str, file: str = "", refusal: type[Invalid] = InvalidIndicatorSet) -> Marked:
    """YAML text as ``Marked`` values.

    Raises:
        Invalid: Of the kind ``refusal``. The text is not YAML, too large, or uses what files may not.
    """
    marked, faults = _read_with_faults(text, file, refusal)
    if faults:
        raise refusal([fault.problem.at(file=file) for fault in faults])
    return marked


def _read_with_faults(text: str, file: str, refusal: type[Invalid]) -> tuple[Marked, list[Fault]]:
    """YAML text as values, with what is wrong but does not keep the rest from being read."""
    if len(text) > MOST_BYTES:
        raise _invalid(refusal, "file.too_large", file, most=str(MOST_BYTES))
    try:
        reading = _Reading(iter(_Loader(text).get_event, None))
        marked = reading.document()
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise _invalid(refusal, "yaml.unreadable", file, line, why=str(error.problem)) from None
    except yaml.reader.ReaderError as error:
        line = text.encode()[: error.position].count(b"\n") + 1
        raise _invalid(refusal, "yaml.unreadable", file, line, why=error.reason) from None
    if marked is None:
        raise _invalid(refusal, "file.empty", file)
    return marked, reading.faults


@dataclass(slots=True)
class _Reading:
    """One pass over the events of a YAML text: no tree of nodes in between."""

    events: Iterator[Any]
    faults: list[Fault] = field(default_factory=list)

    def document(self) -> Marked | None:
        """The only document of the text; None when there is none."""
        next(self.events)
        if isinstance(next(self.events), yaml.StreamEndEvent):
            return None
        marked = self._value(next(self.events), 0)
        next(self.events)
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            self._report(marked, "yaml.several_documents", _line(after))
        return marked

    def _value(self, event: Any, depth: int) -> Marked:
        line = _line(event)
        marked = Marked("", line)
        if event.anchor is not None:
            self._report(marked, "yaml.anchor", line)
        kind = type(event)
        if kind is yaml.AliasEvent:
            return marked
        if event.tag is not None:
            self._report(marked, "yaml.tag", line, tag=event.tag)
        if kind is yaml.ScalarEvent:
            marked.value = event.value
        elif depth > MOST_DEPTH:
            self._report(marked, "yaml.too_deep", line)
            self._skip()
        elif kind is yaml.SequenceStartEvent:
            marked.value = self._entries_of_list(depth + 1)
        else:
            self._read_mapping(marked, depth + 1)
        return marked

    def _entries_of_list(self, depth: int) -> list[Marked]:
        entries = []
        while type(event := next(self.events)) is not yaml.SequenceEndEvent:
            entries.append(self._value(event, depth))
        return entries

    def _read_mapping(self, marked: Marked, depth: int) -> None:
        """Fill a mapping; each value stands on the line of its key."""
        entries: dict[str, Marked] = {}
        marked.value = entries
        while type(event := next(self.events)) is not yaml.MappingEndEvent:
            line = _line(event)
            if type(event) is not yaml.ScalarEvent:
                self._report(marked, "yaml.key_not_text", line)
                if not isinstance(event, yaml.AliasEvent):
                    self._skip()
                self._value(next(self.events), depth)
                continue
            value = self._value(next(self.events), depth)
            value.line = line
            first = entries.setdefault(event.value, value)
            if first is not value:
                self._report(first, "yaml.repeated_key", line, key=event.value, first=str(first.line))

    def _skip(self) -> None:
        """Pass over a list or mapping that has just begun."""
        open_ = 1
        while open_:
            event = next(self.events)
            open_ += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)

    def _report(self, node: Marked, code: str, line: int, **facts: str) -> None:
        self.faults.append(Fault(node, Problem(code, facts, Place(line=line))))


def _line(event: yaml.Event) -> int:
    mark = event.start_mark
    return mark.line + 1 if mark else 0


def _invalid(refusal: type[Invalid], code: str, file: str, line: int = 0, **facts: str) -> Invalid:
    return refusal([Problem(code, facts, Place(file=file, line=line))])

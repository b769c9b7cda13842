"""JSON (bytes) → answers: ``{"organisations": [{"code", "name", "peer_group", "answers": {…}}]}``.

``overrides`` beside ``answers`` hold what people decided over the rules.

Numbers stay the text they were written as: 0.1 never becomes a binary float.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from chamdiem.core.standings import Participant
from chamdiem.core.written_values import UnreadableValue
from chamdiem.errors import InvalidAnswers, Place, Problem
from chamdiem.office.answer_sheet import AnswerSheet
from chamdiem.office.asked import Asked
from chamdiem.office.csv_reading import decoded
from chamdiem.office.grid import Cell, tidy
from chamdiem.office.json_names import list_repeated_names
from chamdiem.office.look_alikes import list_look_alikes
from chamdiem.office.organisations import Organisation
from chamdiem.office.override_reading import read_overrides
from chamdiem.office.shares import Shares
from chamdiem.office.typed_values import read_value, value_problem

_HALF = re.compile("[\ud800-\udfff]")
_ESCAPED_HALF = re.compile(r"\\u[dD][89a-fA-F]")
# What a frozen closing says beside its answers is carried along and not read: it is scored anew.
_TOP = ("set", "hash", "organisations", "closing")
_FIELDS = ("code", "name", "peer_group", "ranked", "answers", "overrides", "results")


def parse_json(data: bytes, file: str = "") -> Any:
    """The value of a JSON file; numbers as ``Written`` text, repeated names refused.

    Raises:
        InvalidAnswers: No JSON: names the line. A name stands twice in one object, or a text holds
            half of a character: names each place.
    """
    text = decoded(data, file, is_csv=False)
    has_repeated = False

    def entries(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal has_repeated
        found = dict(pairs)
        has_repeated = has_repeated or len(found) < len(pairs)
        return found

    try:
        value = json.loads(
            text, parse_int=Written, parse_float=Written, parse_constant=Written, object_pairs_hook=entries
        )
    except json.JSONDecodeError as error:
        raise _refused("json.unreadable", file, line=error.lineno, why=error.msg) from None
    except RecursionError:
        raise _refused("json.too_deep", file) from None
    if has_repeated:
        raise InvalidAnswers(list_repeated_names(text, value, file))
    halves = list(_half_characters(value, file)) if _ESCAPED_HALF.search(text) else []
    if halves:
        raise InvalidAnswers(halves)
    return value


def _half_characters(value: Any, file: str) -> Iterator[Problem]:
    """Texts and names with half of a character, which JSON can escape but nothing can keep."""
    found = [("", value)]
    for path, each in found:
        match each:
            case str():
                half = _HALF.search(each)
                if half:
                    facts = {"character": f"U+{ord(half.group()):04X}"}
                    yield Problem("json.half_character", facts, Place(file=file, path=path))
            case list():
                found += [(f"{path}[{number}]", entry) for number, entry in enumerate(each)]
            case dict():
                for name, entry in each.items():
                    below = f"{path}.{tidy(name)}".strip(".")
                    found += [(below, name), (below, entry)]


class Written(str):
    """A number of a JSON file, as it was written."""

    __slots__ = ()


def read_parsed(value: Any, asked: Asked, file: str = "") -> AnswerSheet:
    """Read the answers of all organisations from JSON as ``parse_json`` gives it.

    Raises:
        InvalidAnswers: It is not of this form.
    """
    organisations = value.get("organisations") if isinstance(value, dict) else value
    if not isinstance(organisations, list) or not organisations:
        raise _refused("json.no_organisations", file)
    reading = _Reading(asked, file)
    for name in value if isinstance(value, dict) else ():
        if name not in _TOP:
            reading.refuse_name(name, tidy(name), _TOP)
    for number, entry in enumerate(organisations):
        reading.add(f"organisations[{number}]", entry)
    codes = ((each.code, Place(file=file)) for each in reading.participants)
    warnings = (*list_look_alikes(codes), *reading.shares.warnings())
    return AnswerSheet(tuple(reading.participants), tuple(reading.problems), warnings, reading.places)


@dataclass(slots=True)
class _Reading:
    """One reading of one file; gathers what it finds wrong."""

    asked: Asked
    file: str
    participants: list[Participant] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    places: dict[str, dict[str, Place]] = field(default_factory=dict)
    shares: Shares = field(default_factory=Shares)
    _codes: dict[str, str] = field(default_factory=dict)

    def add(self, path: str, entry: Any) -> None:
        """Read one organisation."""
        if not isinstance(entry, dict):
            self._report("json.not_an_organisation", path)
            return
        for name in entry:
            if name not in _FIELDS:
                self.refuse_name(name, f"{path}.{tidy(name)}", _FIELDS)
        organisation = self._organisation(path, entry)
        counts = self._counts(path, organisation.code)
        # Answers of nobody are read too, so that all that is wrong with them is said at once.
        where: dict[str, Place] = {}
        answers = self._answers(f"{path}.answers", organisation.code, entry.get("answers", {}), where)
        overrides = read_overrides(
            entry.get("overrides"), self.asked.maxima, f"{path}.overrides", self._report
        )
        if not counts:
            return
        self.places[organisation.code] = where
        self.participants.append(
            Participant(
                code=organisation.code,
                name=organisation.name,
                peer_group=organisation.peer_group,
                is_ranked=organisation.is_ranked,
                answers=answers,
                overrides=overrides,
            )
        )

    def refuse_name(self, name: str, path: str, allowed: tuple[str, ...]) -> None:
        """A name that means nothing where it stands."""
        self._report("json.unknown_name", path, name=tidy(name), allowed=", ".join(allowed))

    def _organisation(self, path: str, entry: dict[str, Any]) -> Organisation:
        return Organisation(
            code=self._text(path, entry, "code"),
            name=self._text(path, entry, "name"),
            peer_group=self._text(path, entry, "peer_group"),
            is_ranked=self._is_ranked(path, entry.get("ranked")),
        )

    def _counts(self, path: str, code: str) -> bool:
        """Whether an organisation has a code, and is the first of that code."""
        if not code:
            self._report("json.no_code", path)
            return False
        earlier = self._codes.setdefault(code.casefold(), f"{path}.code")
        if earlier != f"{path}.code":
            self._report("answers.repeated_organisation", f"{path}.code", value=code, first=earlier)
            return False
        return True

    def _answers(self, path: str, code: str, entries: Any, where: dict[str, Place]) -> dict[str, int]:
        if not isinstance(entries, dict):
            self._report("json.no_answers", path)
            return {}
        answers: dict[str, int] = {}
        for name, value in entries.items():
            key = self.asked.find(tidy(name))
            place = Place(file=self.file, path=f"{path}.{tidy(name)}")
            if key is None:
                self._report(
                    "answers.unknown_figure", place.path, value=tidy(name), like=self.asked.like(name)
                )
            elif key in where:
                self._report("answers.repeated_figure", place.path, value=tidy(name), first=where[key].path)
            elif key not in self.asked.texts and value is not None:
                where[key] = place
                self._answer(answers, key, value, place, code)
        return answers

    def _answer(self, answers: dict[str, int], key: str, value: Any, place: Place, code: str) -> None:
        given = self.asked.figures[key].input
        if not isinstance(value, str | bool):
            self._report("json.not_a_value", place.path, label=given.label or key)
            return
        cell = _cell(value)
        if not cell.text:
            return
        try:
            answers[key] = read_value(cell, given)
            self.shares.add(key, given, answers[key], cell, place)
        except UnreadableValue as error:
            problem = value_problem(error, cell, key, given)
            self.problems.append(Problem(problem.code, {**problem.facts, "organisation": code}, place))

    def _text(self, path: str, entry: dict[str, Any], name: str) -> str:
        value = entry.get(name)
        if value is None:
            return ""
        if not isinstance(value, str):
            self._report("json.not_text", f"{path}.{name}")
            return ""
        return tidy(value)

    def _is_ranked(self, path: str, value: Any) -> bool:
        if value is not None and not isinstance(value, bool):
            self._report("json.not_yes_no", f"{path}.ranked")
        return value is not False

    def _report(self, code: str, path: str, **facts: str) -> None:
        self.problems.append(Problem(code, facts, Place(file=self.file, path=path)))


def _cell(value: str | bool) -> Cell:  # noqa: FBT001  a JSON value is what it is
    if isinstance(value, bool):
        return Cell(0, 0, "có" if value else "không", "yes_no")
    if isinstance(value, Written):
        return Cell(0, 0, value, "number")
    return Cell(0, 0, tidy(value), "plain")


def _refused(code: str, file: str, line: int = 0, **facts: str) -> InvalidAnswers:
    return InvalidAnswers([Problem(code, facts, Place(file=file, line=line))])

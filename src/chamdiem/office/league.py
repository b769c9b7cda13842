"""The league table (bảng xếp hạng): from standings, or from scores that were written as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from chamdiem.core.grading import HeldBack, UnmetGate
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.measuring import tie_value
from chamdiem.core.points import exact
from chamdiem.core.ranking import Contender, Placing, rank
from chamdiem.core.scoring import Total
from chamdiem.core.standings import Standings
from chamdiem.errors import InvalidAnswers, Place, Problem
from chamdiem.office.answer_reading import check_set, file_bytes, is_json, read_answer_bytes
from chamdiem.office.grid import tidy
from chamdiem.office.json_reading import Written, parse_json
from chamdiem.office.score_data import tie_row, tie_rows
from chamdiem.office.score_remarks import score_remarks
from chamdiem.office.scoring import Follow, score_answers

_LAST = float("inf")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One organisation of the league table."""

    code: str
    name: str
    peer_group: str
    total: Fraction
    maximum: Fraction
    index_value: Fraction | None
    grade: str
    held_back: tuple[HeldBack, ...]
    derived: Mapping[str, Fraction]
    placing: Placing
    tie_broken_by: str | None
    overall_broken_by: str | None
    tie_left_out: tuple[str, ...]
    overall_left_out: tuple[str, ...]


def entries_of(standings: Standings) -> list[Entry]:
    """The league table of organisations just scored, from the first place to the last."""
    tie_break = standings.indicator_set.tie_break
    return [
        Entry(
            code=each.participant.code,
            name=each.participant.name,
            peer_group=each.participant.peer_group,
            total=each.sheet.total.points,
            maximum=each.sheet.total.maximum,
            index_value=each.sheet.shown_index,
            grade=each.graded.grade.name if each.graded.grade else "",
            held_back=each.graded.held_back,
            derived=each.sheet.derived,
            placing=each.placing,
            tie_broken_by=tie_row(tie_break, each.placing.tie_broken_by),
            overall_broken_by=tie_row(tie_break, each.placing.overall_broken_by),
            tie_left_out=tie_rows(tie_break, each.placing.tie_left_out),
            overall_left_out=tie_rows(tie_break, each.placing.overall_left_out),
        )
        for each in standings.by_place
    ]


@dataclass(frozen=True, slots=True)
class League:
    """The league table of a file, and what is worth knowing about the file."""

    entries: list[Entry]
    warnings: tuple[Problem, ...] = ()


def league_of_file(path: Path, indicator_set: IndicatorSet, *, follow: Follow = iter) -> League:
    """The league table of a file, be it answers or scores.

    Raises:
        NotFound: There is no such file.
        InvalidAnswers: It cannot be read; carries every problem.
    """
    data = file_bytes(path)
    if is_json(data, path.name):
        value = parse_json(data, path.name)
        if is_scores(value):
            check_set("scores", value.get("set"), value.get("hash"), indicator_set, Place(file=path.name))
            entries = read_scores(value, indicator_set, path.name)
            return League(entries, score_remarks(value, indicator_set, path.name))
    # Not read again: a pipe gives what it holds once.
    scored = score_answers(read_answer_bytes(data, indicator_set, path.name), indicator_set, follow=follow)
    return League(entries_of(scored.standings), scored.warnings)


def is_scores(value: Any) -> bool:
    """Whether parsed JSON holds scores, not answers."""
    organisations = value.get("organisations") if isinstance(value, dict) else None
    return isinstance(organisations, list) and any(
        isinstance(each, dict) and "total" in each and "answers" not in each for each in organisations
    )


def read_scores(value: Any, indicator_set: IndicatorSet, file: str = "") -> list[Entry]:
    """The league table of scores in parsed JSON; places are worked out again from the points.

    Raises:
        InvalidAnswers: Something a ranking needs is not there; carries every problem.
    """
    problems: list[Problem] = []
    read = [
        _Score(entry, f"organisations[{number}]", file, problems)
        for number, entry in enumerate(value["organisations"])
    ]
    contenders = [score.contender(indicator_set) for score in read]
    problems += _code_problems(contenders, file)
    if problems:
        raise InvalidAnswers(problems)
    placings = rank(contenders)
    entries = [
        score.entry(each, placings[each.code], indicator_set)
        for score, each in zip(read, contenders, strict=True)
    ]
    return sorted(entries, key=lambda entry: entry.placing.overall or _LAST)


def _code_problems(contenders: Iterable[Contender], file: str) -> Iterator[Problem]:
    """Organisations without a code, and those whose code stands twice."""
    first: dict[str, str] = {}
    for number, each in enumerate(contenders):
        path = f"organisations[{number}].code"
        place = Place(file=file, path=path)
        if not each.code:
            yield Problem("json.no_code", {}, place)
        elif each.code.casefold() in first:
            facts = {"value": each.code, "first": first[each.code.casefold()]}
            yield Problem("answers.repeated_organisation", facts, place)
        first.setdefault(each.code.casefold(), path)


@dataclass(slots=True)
class _Score:
    """One organisation of a file of scores; what it lacks goes to ``problems``."""

    entry_data: Any
    path: str
    file: str
    problems: list[Problem]

    def contender(self, indicator_set: IndicatorSet) -> Contender:
        """The organisation as ranking sees it."""
        total, maximum = self._number(self.entry_data, "total"), self._number(self.entry_data, "maximum")
        return Contender(
            code=self._text("code"),
            index_value=total / maximum if maximum else Fraction(0),
            tie_break=tuple(self._tie_value(indicator_set, key) for key in indicator_set.tie_break),
            peer_group=self._text("peer_group"),
            is_ranked=self._value(self.entry_data, "ranked") is not False and maximum > 0,
        )

    def _tie_value(self, indicator_set: IndicatorSet, key: str) -> Fraction | None:
        """By what a tie-break row parts equals; files of other programs may have it among the groups."""
        name = "tie_break" if key in self._part("tie_break") else "groups"
        earned = self._part(name).get(key)
        points, maximum = (self._number(earned, part, f"{name}.{key}.") for part in ("points", "maximum"))
        return tie_value(indicator_set.tree.measures[key], Total(points, maximum))

    def entry(self, ranked: Contender, placing: Placing, indicator_set: IndicatorSet) -> Entry:
        """The organisation as the league table shows it."""
        maximum = self._number(self.entry_data, "maximum")
        return Entry(
            code=ranked.code,
            name=self._text("name"),
            peer_group=ranked.peer_group,
            total=self._number(self.entry_data, "total"),
            maximum=maximum,
            index_value=ranked.index_value if maximum else None,
            grade=self._text("grade"),
            held_back=tuple(self._held_back(indicator_set)),
            derived=dict(self._derived(indicator_set)),
            placing=placing,
            tie_broken_by=tie_row(indicator_set.tie_break, placing.tie_broken_by),
            overall_broken_by=tie_row(indicator_set.tie_break, placing.overall_broken_by),
            tie_left_out=tie_rows(indicator_set.tie_break, placing.tie_left_out),
            overall_left_out=tie_rows(indicator_set.tie_break, placing.overall_left_out),
        )

    def _held_back(self, indicator_set: IndicatorSet) -> Iterator[HeldBack]:
        """The grades kept away; what the file says of rows the set has not is left out."""
        written = self._value(self.entry_data, "grades_held_back")
        for each in written if isinstance(written, list) else ():
            gates = self._value(each, "gates")
            unmet = [_unmet(gate, indicator_set) for gate in (gates if isinstance(gates, list) else ())]
            name = self._value(each, "grade")
            if isinstance(name, str) and unmet and None not in unmet:
                yield HeldBack(tidy(name), tuple(gate for gate in unmet if gate))

    def _derived(self, indicator_set: IndicatorSet) -> Iterator[tuple[str, Fraction]]:
        """The indices beside the tree that the file gives; they decide no place."""
        for index in indicator_set.derived:
            text = self._part("derived").get(index.key)
            if isinstance(text, str):
                try:
                    yield index.key, exact(text)
                except ValueError:
                    self._report(f"derived.{index.key}")

    def _report(self, name: str) -> None:
        place = Place(file=self.file, path=f"{self.path}.{name}")
        self.problems.append(Problem("scores.not_a_number", {"name": name}, place))

    def _value(self, holder: Any, name: str) -> Any:
        return holder.get(name) if isinstance(holder, dict) else None

    def _part(self, name: str) -> dict[str, Any]:
        part = self._value(self.entry_data, name)
        return part if isinstance(part, dict) else {}

    def _text(self, name: str) -> str:
        value = self._value(self.entry_data, name)
        return tidy(value) if isinstance(value, str) else ""

    def _number(self, holder: Any, name: str, within: str = "") -> Fraction:
        value = self._value(holder, name)
        try:
            return exact(value if isinstance(value, Written) else "")
        except ValueError:
            self._report(f"{within}{name}")
            return Fraction(0)


def _unmet(gate: Any, indicator_set: IndicatorSet) -> UnmetGate | None:
    """A gate as a file of scores tells it; None where it cannot be read."""
    try:
        row = indicator_set.row(gate["key"])
        return UnmetGate(row.key, exact(gate["index_value"]), exact(gate["at_least"]))
    except (KeyError, TypeError, ValueError):
        return None

"""The trial table of one criterion: figures, points and reason around every turn of its rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from chamdiem.core.award import Status
from chamdiem.core.criterion import Answers, Criterion, Outcome
from chamdiem.core.expression import Term
from chamdiem.core.form import Spread
from chamdiem.core.peers import figure_compared, spread_of
from chamdiem.core.rules.manual import POINTS, ManualRule
from chamdiem.core.rules.rule import walk
from chamdiem.core.trials.edges import Edge, Situation, Turn, ZeroDenominator, list_turns
from chamdiem.core.trials.search import SIDES, Figures, Search, Side

Place = Literal["below", "on", "above", "zero", "case", "full", "equal", "missing"]


@dataclass(frozen=True, slots=True)
class Stand:
    """Where figures stand: just below, on or just above a threshold, or elsewhere of interest."""

    place: Place
    term: Term | None = None
    threshold: Fraction | None = None


@dataclass(slots=True, eq=False)
class Trial:
    """One line: figures, where they stand, and what they give.

    The same figures may stand on one threshold and just above another.
    ``others`` are the figures of the organisations a peer rule compares with.
    """

    stands: tuple[Stand, ...]
    answers: Answers
    outcome: Outcome
    others: tuple[Answers, ...] = ()
    spread: Spread | None = None

    @property
    def status(self) -> Status:
        """As scored, but invalid where a hard check is broken."""
        return self.outcome.checked_status


def list_trials(criterion: Criterion) -> list[Trial]:
    """Worked values around every threshold, zero denominators, options, caps, and no figures at all.

    Every line is scored exactly. A side of a threshold that no figures reach
    within their ranges is left out; one that only figures reach which break a
    check is there, and invalid. A threshold that no accepted figures reach at
    all is left out with all its sides. The last figures are those of full marks.
    """
    table = _Table(Search(criterion))
    return table.trials()


@dataclass(slots=True)
class _Table:
    """One table in the making."""

    search: Search
    others: tuple[Answers, ...] = ()

    def trials(self) -> list[Trial]:
        """All lines, none twice."""
        criterion = self.search.criterion
        if criterion.peer_rule is not None:
            self.others = self._made_up_others()
            spread = spread_of(criterion, self.others) if self.others else None
            self.search = Search(criterion.with_spread(spread))
        lines: dict[object, Trial] = {}
        for trial in self._turns():
            _add(lines, trial)
        for trial in (*self._full_marks(list(lines.values())), *self._ends()):
            _add(lines, trial)
        return list(lines.values())

    def _turns(self) -> Iterator[Trial]:
        for turn in list_turns(self.search.criterion):
            yield from self._of_turn(turn)
        yield from self._of_marks()

    def _ends(self) -> Iterator[Trial]:
        if self.others:
            yield from self._equal()
        if self.search.letters:
            yield self._trial(Stand("missing"), None)

    def _full_marks(self, tried: list[Trial]) -> Iterator[Trial]:
        """Figures that earn the maximum, put together from those tried, where no line earns it yet."""
        criterion = self.search.criterion
        wanted = criterion.letters.figures
        answered = [trial.answers for trial in tried if all(figure in trial.answers for figure in wanted)]
        known = [tuple(answers[figure] or 0 for figure in wanted) for answers in answered]
        if any(_worth(trial) >= criterion.maximum for trial in tried):
            return
        found = self.search.fullest(known)
        if found is not None:
            yield self._trial(Stand("full"), found)

    def _of_turn(self, turn: Turn) -> Iterator[Trial]:
        match turn:
            case Edge(term, threshold):
                found = self.search.around(turn)
                for side in SIDES if self._is_reached(found) else ():
                    if side in found:
                        yield self._trial(Stand(side, term, threshold), found[side])
            case ZeroDenominator(term):
                figures = self.search.zero(turn)
                if figures is not None:
                    yield self._trial(Stand("zero", term), figures)
            case Situation():
                figures = self.search.situation(turn)
                if figures is not None:
                    yield self._trial(Stand("case"), figures)

    def _is_reached(self, found: Mapping[Side, Figures]) -> bool:
        """Whether accepted figures stand on a threshold, or on both sides of it."""
        accepted = {side for side, figures in found.items() if self.search.holds(figures)}
        return "on" in accepted or {"below", "above"} <= accepted

    def _trial(
        self, stand: Stand, figures: Figures | None, others: tuple[Answers, ...] | None = None
    ) -> Trial:
        criterion = self.search.criterion
        answers = {} if figures is None else self._answers(figures)
        others = self.others if others is None else others
        spread = spread_of(criterion, (answers, *others)) if criterion.peer_rule else None
        compared = criterion.with_spread(spread) if spread is not None else criterion
        outcome = compared.outcome(compared.values(answers))
        return Trial((stand,), answers, outcome, others, spread)

    def _answers(self, figures: Figures) -> Answers:
        """Answers of figures; where points are agreed, nobody asks for the marks before."""
        criterion = self.search.criterion
        return {
            figure: value
            for letter, figure, value in zip(
                criterion.letters.inputs, criterion.letters.figures, figures, strict=True
            )
            if not letter.startswith(f"{POINTS}_")
        }

    def _made_up_others(self) -> tuple[Answers, ...]:
        """Two others whose figures differ, so that there is something to be compared with."""
        search = self.search
        figures_of: dict[Fraction, Answers] = {}
        for figures in search.every():
            answers = dict(zip(search.criterion.letters.figures, figures, strict=True))
            compared = figure_compared(search.criterion, answers)
            if compared is not None and compared > 0 and search.holds(figures):
                figures_of.setdefault(compared, answers)
        ordered = sorted(figures_of)
        if len(ordered) < 2:
            return ()
        return figures_of[ordered[len(ordered) // 4]], figures_of[ordered[-1 - len(ordered) // 4]]

    def _equal(self) -> Iterator[Trial]:
        """The same figures everywhere: nobody is ahead of anybody."""
        criterion = self.search.criterion
        own = tuple(self.others[0][figure] or 0 for figure in criterion.letters.figures)
        yield self._trial(Stand("equal"), own, (self.others[0],))

    def _of_marks(self) -> Iterator[Trial]:
        """Marks of several assessors: equal, as far apart as allowed, and further."""
        for rule in walk(self.search.criterion.rule):
            if isinstance(rule, ManualRule) and rule.assessors > 1:
                for marks in _marks(rule, self.search):
                    yield self._marked(marks)

    def _marked(self, marks: tuple[int, ...]) -> Trial:
        criterion = self.search.criterion
        figures = dict(zip(criterion.letters.inputs, criterion.letters.figures, strict=True))
        answers = {figures[f"{POINTS}_{place + 1}"]: mark for place, mark in enumerate(marks)}
        return Trial((Stand("case"),), answers, criterion.outcome(criterion.values(answers)))


def _add(lines: dict[object, Trial], trial: Trial) -> None:
    """Add a line, or what it shows to the line with the same figures."""
    known = lines.setdefault(_identity(trial), trial)
    if known is not trial:
        known.stands = tuple(dict.fromkeys((*known.stands, *trial.stands)))


def _worth(trial: Trial) -> Fraction:
    """The points of a line that counts; less than nothing for one that does not."""
    return trial.outcome.points if trial.status is Status.SCORED else Fraction(-1)


def _identity(trial: Trial) -> object:
    return tuple(sorted(trial.answers.items())), len(trial.others)


def _marks(rule: ManualRule, search: Search) -> Iterator[tuple[int, ...]]:
    given = search.criterion.letters.inputs[POINTS]
    grain = given.grain
    top = given.range[1] or 0
    half = top // 2 // grain * grain
    apart = int((rule.tolerance or Fraction(0)) * given.scale) // grain * grain
    for difference in dict.fromkeys((0, apart, apart + grain)):
        if half - difference >= 0:
            yield (half - difference, *([half] * (rule.assessors - 1)))

"""A calculation text with answers worked out by hand, and what a reading of it is worth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import permutations

from chamdiem.annex.notices import doubts_a_rule
from chamdiem.annex.rows import AnnexRow
from chamdiem.annex.rules.giving import rule_of
from chamdiem.annex.rules.reading import RuleReading
from chamdiem.annex.rules.trying import criterion_of
from chamdiem.core.award import Status
from chamdiem.core.cases import result_of
from chamdiem.core.criterion import Criterion
from chamdiem.core.indicator_set import Case
from chamdiem.core.trials import list_trials

RIGHT, RIGHT_WARNED, PEOPLE, WRONG_WARNED, WRONG = (
    "right",
    "right, warned",
    "people",
    "wrong, warned",
    "WRONG",
)
PEERS = "peer"
_ANSWERS = {"c": "có", "k": "không"}


@dataclass(frozen=True, slots=True)
class Worded:
    """A row by its name, maximum and text.

    ``answers``: ``45,50:9 50,50:10`` gives figures and the points a person works
    out from the text; ``peer`` where others are compared with; empty where
    a person could only guess. ``of``: words that
    stand in the label (or unit) of each figure, in the same order.
    """

    name: str
    maximum: str
    text: str
    answers: str
    of: str = ""

    @property
    def cases(self) -> list[tuple[list[str], Fraction]]:
        """Figures and points."""
        pairs = (each.split(":") for each in self.answers.split())
        return [(given.split(","), Fraction(points)) for given, points in pairs]


@cache
def verdict(worded: Worded) -> str:
    """What the reading of a text is worth."""
    row = AnnexRow(
        number="1",
        texts={"method": worded.text, "name": worded.name},
        max_points=Fraction(worded.maximum),
    )
    reading = rule_of(row, Fraction(worded.maximum))
    if reading.is_manual:
        return PEOPLE
    is_warned = any(doubts_a_rule(notice) for notice in row.warnings)
    if worded.answers and _is_right(worded, reading):
        return RIGHT_WARNED if is_warned else RIGHT
    return WRONG_WARNED if is_warned else WRONG


def _is_right(worded: Worded, reading: RuleReading) -> bool:
    if worded.answers == PEERS:
        return isinstance(reading.rule, dict) and reading.rule["kind"] == PEERS
    criterion = criterion_of(reading, Fraction(worded.maximum))
    width = len(worded.cases[0][0])
    if len(reading.inputs) == width:
        return any(_agree(worded, criterion, order) for order in _orders(worded, reading))
    return _gives_the_same(worded, reading, criterion)


def _orders(worded: Worded, reading: RuleReading) -> Iterator[list[str]]:
    """The letters in every order in which their labels say what the figures are."""
    words = worded.of.split("|") if worded.of else [""] * len(reading.inputs)
    for order in permutations(reading.inputs):
        if all(
            word in _words(reading.inputs[letter], reading) for letter, word in zip(order, words, strict=True)
        ):
            yield list(order)


def _words(given: Mapping[str, str], reading: RuleReading) -> str:
    options = reading.rule.get("options", {}) if isinstance(reading.rule, dict) else {}
    labels = [option["label"] for option in options.values()]
    return " ".join([given["label"], given.get("unit", ""), *labels]).casefold()


def _agree(worded: Worded, criterion: Criterion, order: list[str]) -> bool:
    for figures, points in worded.cases:
        given = {
            letter: _answer(figure, criterion, letter) for letter, figure in zip(order, figures, strict=True)
        }
        result = result_of(Case(given=given), criterion)
        if result.status is not Status.SCORED or result.points != points:
            return False
    return True


def _answer(figure: str, criterion: Criterion, letter: str) -> str:
    if figure.startswith("#"):
        options = list(criterion.letters.inputs[letter].options)
        return options[int(figure[1:]) - 1] if int(figure[1:]) <= len(options) else "?"
    return _ANSWERS.get(figure, figure)


def _gives_the_same(worded: Worded, reading: RuleReading, criterion: Criterion) -> bool:
    """Whether people answer in words instead of figures, and the same points are given."""
    if any(given.get("type") not in ("yes_no", "choice") for given in reading.inputs.values()):
        return False
    if len(reading.inputs) != 1:
        return False
    given = {trial.outcome.points for trial in list_trials(criterion)}
    return given == {points for _, points in worded.cases}

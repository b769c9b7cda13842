"""What must hold between the rule of a row and the figures it reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeVar

from chamdiem.core.contradiction import Contradiction, contradiction
from chamdiem.core.expression import Condition, Term, comparisons_in, letters_in, yes_no_letters
from chamdiem.core.figures import Figure, own_inputs
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.inputs import Input
from chamdiem.core.points import decimal_text
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.choice import ChoiceRule
from chamdiem.core.rules.composite import SumRule
from chamdiem.core.rules.manual import POINTS, ManualRule
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.places import conditions_in, inner_rules, rules_in, terms_in
from chamdiem.core.rules.rule import Rule
from chamdiem.core.unparse import unparse

R = TypeVar("R", bound=Rule)


@dataclass(slots=True)
class Reading:
    """A row with every letter it may read, and what stands behind each."""

    row: Row
    indicator_set: IndicatorSet
    figures: Mapping[str, Figure]
    at: str = field(init=False)
    inputs: dict[str, Input] = field(init=False)

    def __post_init__(self) -> None:
        self.at = f"rows[{self.row.key}]"
        self.inputs = own_inputs(self.row, self.indicator_set)

    def shared(self, letter: str) -> Figure | None:
        """The figure of another row that a letter stands for."""
        given = self.inputs.get(letter)
        return self.figures.get(given.source) if given and given.source else None

    def declared_type(self, letter: str) -> str:
        """The type of a letter before any rule reads it; of a figure that is taken over, its own."""
        shared = self.shared(letter)
        if shared is not None:
            return shared.input.type
        given = self.row.inputs.get(letter, self.inputs[letter])
        # A figure that does not exist is told of as such, not for its type.
        return "unknown" if given.source else given.type

    def reads_of(self, letter: str) -> Iterator[str]:
        """The places that decide what kind of value a letter is."""
        yield from (f"{self.at}.inputs.{letter}.type", f"{self.at}.inputs.{letter}.from")
        shared = self.shared(letter)
        if shared is not None:
            yield f"rows[{shared.row}].inputs.{shared.letter}.type"

    def reads_of_letters(self, letter: str) -> Iterator[str]:
        """The places that decide whether there is such a letter."""
        yield f"{self.at}.inputs.{letter}"
        if letter.startswith(POINTS):
            yield f"{self.at}.rule*"

    def rules(self, kind: type[R]) -> Iterator[tuple[str, R]]:
        """The rules of a kind, sub-rules included, each with its path."""
        if self.row.rule is not None:
            for path, rule in rules_in(self.row.rule, f"{self.at}.rule"):
                if isinstance(rule, kind):
                    yield path, rule

    def conditions(self) -> Iterator[tuple[str, Condition]]:
        """Every condition of the row with its path."""
        for position, check in enumerate(self.row.checks):
            yield f"{self.at}.checks[{position}].that", check.that
        if self.row.not_applicable_when is not None:
            yield f"{self.at}.not_applicable_when", self.row.not_applicable_when
        if self.row.rule is not None:
            yield from conditions_in(self.row.rule, f"{self.at}.rule")

    def numbers(self) -> Iterator[tuple[str, Term]]:
        """Every number that is computed: what rules read, and both sides of comparisons."""
        if self.row.rule is not None:
            yield from terms_in(self.row.rule, f"{self.at}.rule")
        for path, condition in self.conditions():
            for compare in comparisons_in(condition):
                yield path, compare.left
                yield path, compare.right


def rule_contradictions(reading: Reading) -> Iterator[Contradiction]:
    """Every reason why the rule and the conditions of a row cannot be used."""
    yield from _of_peers(reading)
    yield from _of_letters(reading)
    yield from _of_choices(reading)
    yield from _of_steps(reading)
    for path, term in reading.numbers():
        if not any(quotient_of(term).denominator.values()):
            yield contradiction(path, "rule.divides_by_zero", value=unparse(term))


def _of_peers(reading: Reading) -> Iterator[Contradiction]:
    # One spread is kept for each criterion.
    found = [path for path, _ in reading.rules(PeerRule)]
    for path in found[1:2]:
        yield contradiction(path, "rule.several_peers", key=reading.row.label, count=str(len(found)))
    for path, rule in reading.rules(PeerRule):
        if rule.method == "leader_excess" and rule.target is None:
            yield contradiction(f"{path}.target", "rule.no_target", f"{path}.method", key=reading.row.key)


def _of_letters(reading: Reading) -> Iterator[Contradiction]:
    for path, term in reading.numbers():
        for letter in letters_in(term):
            yield from _of_number(reading, letter, path)
    for path, condition in reading.conditions():
        for letter in yes_no_letters(condition):
            if letter not in reading.inputs:
                yield _unknown(reading, letter, path)
            elif reading.declared_type(letter) not in ("yes_no", "unknown"):
                yield contradiction(path, "rule.not_yes_no", *reading.reads_of(letter), letter=letter)


def _of_number(reading: Reading, letter: str, path: str) -> Iterator[Contradiction]:
    if letter not in reading.inputs:
        yield _unknown(reading, letter, path)
        return
    kind = reading.declared_type(letter)
    if kind in ("text", "choice"):
        yield contradiction(path, "rule.not_a_number", *reading.reads_of(letter), letter=letter)
    elif kind == "yes_no":
        yield contradiction(path, "rule.yes_no_computed", *reading.reads_of(letter), letter=letter)


def _of_choices(reading: Reading) -> Iterator[Contradiction]:
    for path, rule in reading.rules(ChoiceRule):
        letter = rule.of.name
        if letter not in reading.inputs:
            yield _unknown(reading, letter, f"{path}.of")
            continue
        if reading.declared_type(letter) not in ("choice", "unknown"):
            kinds = reading.reads_of(letter)
            yield contradiction(f"{path}.of", "rule.not_a_choice", *kinds, letter=letter)
        else:
            yield from _of_options(reading, rule, path)
        first: dict[str, str] = {}
        for code, option in rule.options.items():
            other = first.setdefault(option.label, code)
            if option.label and other != code:
                at = f"{path}.options"
                reads = (f"{at}.{other}.label", f"{at}.{code}")
                facts = {"label": option.label, "option": code, "other": other}
                yield contradiction(f"{at}.{code}.label", "rule.repeated_option", *reads, **facts)


def _of_options(reading: Reading, rule: ChoiceRule, path: str) -> Iterator[Contradiction]:
    """Who reads one choice offers the same options, in the same order."""
    letter = rule.of.name
    shared = reading.shared(letter)
    asked = shared.input if shared else reading.inputs[letter]
    if not asked.source and list(asked.options) != list(rule.options):
        row = shared.row if shared else reading.row.key
        expected = ", ".join(asked.options)
        yield contradiction(
            f"{path}.options",
            "rule.other_options",
            f"{path}.of",
            f"rows[{row}].rule*" if shared else f"{reading.at}.rule",
            *reading.reads_of(letter),
            letter=letter,
            row=row,
            options=expected or "–",
        )


def _of_steps(reading: Reading) -> Iterator[Contradiction]:
    """Steps of marks that are larger than what can be given."""
    if reading.row.rule is None or reading.row.max_points is None:
        return
    top = (f"{reading.at}.rule", reading.row.rule)
    for path, rule, maximum, reads in _with_maximum(
        *top, reading.row.max_points, (f"{reading.at}.max_points",)
    ):
        if isinstance(rule, ManualRule) and rule.step is not None and rule.step > maximum:
            facts = {"value": decimal_text(rule.step), "most": decimal_text(maximum)}
            yield contradiction(f"{path}.step", "rule.step_above_maximum", *reads, **facts)


def _with_maximum(
    path: str, rule: Rule, maximum: Fraction, reads: tuple[str, ...]
) -> Iterator[tuple[str, Rule, Fraction, tuple[str, ...]]]:
    """A rule and those inside it: path, rule, what it may give, and the places that decide this."""
    yield path, rule, maximum, reads
    for index, (at, inner) in enumerate(inner_rules(rule, path)):
        if isinstance(rule, SumRule):
            part = at.removesuffix(".rule")
            worth = rule.parts_[index].worth.of(maximum)
            yield from _with_maximum(at, inner, worth, (*reads, f"{part}.share", f"{part}.points"))
        else:
            yield from _with_maximum(at, inner, maximum, reads)


def _unknown(reading: Reading, letter: str, path: str) -> Contradiction:
    known = ", ".join(reading.inputs)
    reads = reading.reads_of_letters(letter)
    return contradiction(path, "rule.unknown_letter", *reads, letter=letter, known=known)

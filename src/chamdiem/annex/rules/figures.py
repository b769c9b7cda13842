"""The letters of a rule in the making: those the text prints, and new ones for figures it names in words."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from chamdiem.annex.rules.called_figures import figures_called
from chamdiem.annex.rules.formulas import Formula, Name, Number, Operation, names_in, substitute
from chamdiem.annex.rules.hundreds import as_share, cancelled
from chamdiem.annex.rules.labels import number_called, short_label
from chamdiem.annex.rules.simplifying import simplify
from chamdiem.annex.rules.statements import Assignment, Award, Definition, Points, Statement, WordsRatio

_PERCENT = re.compile(r"t[ỷỉ] (?:lệ|trọng)\b", re.IGNORECASE)
_HUNDRED = Fraction(100)
_LETTERS = {"yes_no": "xyzuvwpqrs", "count": "nmklghij", "ratio": "abcdefghij", "choice": "xkyz"}


@dataclass(slots=True)
class Figures:
    """Letters, their inputs, and what the names of ratios mean."""

    statements: Sequence[Statement]
    name: str
    inputs: dict[str, dict[str, str]] = field(default_factory=dict)
    meanings: dict[str, Formula] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    assumed: list[str] = field(default_factory=list)
    _ratios: list[str] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._taken |= {each.name for each in self.statements if isinstance(each, WordsRatio)}
        for statement in self.statements:
            if isinstance(statement, Assignment | Points | Award):
                self._taken |= {letter for letter, _ in statement.figures}
                self.labels |= dict(statement.figures)
            if isinstance(statement, Definition):
                self._define(statement)
            elif isinstance(statement, Assignment):
                self.meanings.setdefault(statement.name, self._as_share(statement))
                if _divides(statement.formula) and statement.name not in self._ratios:
                    self._ratios.append(statement.name)
                self._taken |= {name for name in names_in(statement.formula) if len(name) == 1}
        for name, statement in self._named(each for each in self.statements if isinstance(each, WordsRatio)):
            self.meanings[name] = self._quotient(statement)
            self._ratios.append(name)

    def _named(self, found: Iterable[WordsRatio]) -> Iterator[tuple[str, WordsRatio]]:
        """The ratios in words that no formula defines; several of one name are told apart by their figures."""
        names: dict[str, dict[str, WordsRatio]] = {}
        for statement in found:
            if statement.name not in self.meanings:
                names.setdefault(statement.name, {}).setdefault(statement.above.casefold(), statement)
        for name, several in names.items():
            for above, statement in several.items():
                yield (name if len(several) == 1 else f"tỷ lệ {above}"), statement

    @property
    def has_ratio(self) -> bool:
        """Whether the text says what the ratio is."""
        return bool(self._ratios)

    @property
    def is_assumed(self) -> bool:
        """Whether the ratio is one of new figures that the text does not name."""
        return any(text.startswith("tỷ lệ là số đạt") for text in self.assumed)

    def ratio(self, subject: str = "") -> Formula | None:
        """The ratio the words are about; None when it is not known which."""
        if len(self._ratios) == 1:
            return self.meaning(Name(self._ratios[0]))
        if not self._ratios:
            return None
        shared = {name: _likeness(name, subject) for name in self._ratios}
        best = max(shared.values())
        nearest = [name for name, likeness in shared.items() if likeness == best]
        return self.meaning(Name(nearest[0])) if len(nearest) == 1 and best else None

    def assumed_ratio(self, words: str = "") -> Formula:
        """A ratio the text does not define, taken from ``words`` of it or from the name of the row."""
        formula = self._part_of_the_whole()
        if formula is not None:
            self.assumed.append("tỷ lệ là phần chia cho tổng trong hai số liệu đã nêu")
        else:
            called = words or self.name
            formula = self.part_of(*figures_called(called))
            source = "tên dòng" if called == self.name else "lời văn"
            self.assumed.append(f"tỷ lệ là số đạt trên tổng số, theo {source}")
        self.meanings["tỷ lệ"] = formula
        self._ratios.append("tỷ lệ")
        return formula

    def _part_of_the_whole(self) -> Formula | None:
        """Two letters are defined, and only one of them is a total."""
        wholes = [letter for letter, label in self.labels.items() if label.casefold().startswith("tổng")]
        if len(self.labels) != 2 or len(wholes) != 1:
            return None
        part = next(letter for letter in self.labels if letter != wholes[0])
        return Operation("/", Name(part), Name(wholes[0]))

    def meaning(self, formula: Formula) -> Formula:
        """A formula in letters only."""
        return simplify(cancelled(simplify(substitute(formula, self.meanings))))

    def use(self, formula: Formula) -> bool:
        """Take the letters of a formula as inputs; whether all of them are letters."""
        for name in names_in(formula):
            if not re.fullmatch(r"[a-z]\d?", name):
                return False
            label = self.labels.get(name, f"Số liệu {name}: {self.name}")
            if name not in self.labels:
                self._note(f"chữ “{name}” không được giải thích trong văn bản")
            given = {"type": "decimal", "label": short_label(label), "unit": "%", "decimals": "2"}
            self.inputs.setdefault(name, given if self.is_percent(name) else number_called(label))
        return True

    def _note(self, text: str) -> None:
        if text not in self.assumed:
            self.assumed.append(text)

    def is_percent(self, letter: str) -> bool:
        """Whether a letter stands for a percentage: "a: tỷ lệ hộ có mạng"."""
        return bool(_PERCENT.match(self.labels.get(letter, "")))

    def yes_no(self, label: str) -> str:
        """A new letter for a condition."""
        letter = self._new("yes_no")
        self.inputs[letter] = {"type": "yes_no", "label": short_label(label)}
        return letter

    def count(self, label: str) -> str:
        """A new letter for a number of things."""
        letter = self._new("count")
        self.inputs[letter] = number_called(label)
        return letter

    def choice(self, label: str) -> str:
        """A new letter for one of several options."""
        letter = self._new("choice")
        self.inputs[letter] = {"type": "choice", "label": short_label(label)}
        return letter

    def _define(self, statement: Definition) -> None:
        self._taken.add(statement.letter)
        self.labels.setdefault(statement.letter, statement.label)
        if statement.constant is not None:
            self.meanings.setdefault(statement.letter, Number(statement.constant))
        elif self.is_percent(statement.letter):
            # "a: tỷ lệ hộ có mạng": the figure is a percentage already.
            self.meanings.setdefault(
                statement.letter, Operation("/", Name(statement.letter), Number(_HUNDRED))
            )

    def parts_of(self, parts: Sequence[str], whole: str) -> list[Formula]:
        """New figures, each over one and the same whole."""
        letters = [self._new("ratio") for _ in (*parts, whole)]
        self.labels |= dict(zip(letters, (*parts, whole), strict=True))
        return [Operation("/", Name(letter), Name(letters[-1])) for letter in letters[:-1]]

    def _as_share(self, statement: Assignment) -> Formula:
        """As in "Tỷ lệ = a/b x 100": a percentage, whose points are those of the share."""
        if not statement.name.startswith("tỷ lệ"):
            return statement.formula
        share = as_share(cancelled(simplify(statement.formula)))
        if share is None or not _divides(share):
            return statement.formula
        self.assumed.append(f"“{statement.clause.text}”: tỷ lệ tính theo phần trăm")
        return simplify(share)

    def _quotient(self, statement: WordsRatio) -> Formula:
        defined = {label.casefold(): letter for letter, label in self.labels.items()}
        same = [defined.get(each.casefold()) for each in (statement.above, statement.below)]
        if same[0] and same[1]:
            return Operation("/", Name(same[0]), Name(same[1]))
        if statement.letters is None:
            return self.part_of(statement.above, statement.below)
        self._taken |= set(statement.letters)
        self.labels |= dict(zip(statement.letters, (statement.above, statement.below), strict=True))
        return Operation("/", Name(statement.letters[0]), Name(statement.letters[1]))

    def part_of(self, above: str, below: str) -> Formula:
        """One new figure over another."""
        letters = [self._new("ratio"), self._new("ratio")]
        self.labels |= dict(zip(letters, (above, below), strict=True))
        return Operation("/", Name(letters[0]), Name(letters[1]))

    def _new(self, kind: str) -> str:
        letter = next(
            each for each in _LETTERS[kind] + "abcdefghijklmnopqrsuvwxyz" if each not in self._taken
        )
        self._taken.add(letter)
        return letter


def _divides(formula: Formula) -> bool:
    if isinstance(formula, Operation):
        return formula.sign == "/" or _divides(formula.left) or _divides(formula.right)
    return False


def _likeness(name: str, subject: str) -> int:
    """How many of the last words two texts share, counted from the end."""
    shared = 0
    for one, other in zip(reversed(name.split()), reversed(subject.split()), strict=False):
        if one != other:
            break
        shared += 1
    return shared

"""What a set asks organisations for, as files name it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from fractions import Fraction

from chamdiem.core.criterion import maximum_of
from chamdiem.core.figures import Figure, figure_key, list_figures, own_inputs
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.lint.folding import fold
from chamdiem.core.sentences.phrases import LANGUAGES
from chamdiem.office.form_rows import list_form_lines
from chamdiem.office.grid import Cell


@dataclass(frozen=True, slots=True)
class AskedText:
    """A text of general information (a name, an address): asked for, but it earns nothing."""

    key: str
    row: str
    label: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Figures and texts of a set by key, in printed order."""

    figures: Mapping[str, Figure]
    texts: Mapping[str, AskedText]
    # Criterion key → what people may award at most over the rule; 1 says that a condition is met.
    maxima: Mapping[str, Fraction] = field(default_factory=dict)
    set_key: str = ""
    # Key → criterion and label as forms print them beside it, folded, in every language.
    printed: Mapping[str, frozenset[tuple[str, str]]] = field(default_factory=dict)
    _folded: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        folded = {key.casefold(): key for key in (*self.figures, *self.texts)}
        object.__setattr__(self, "_folded", folded)

    @property
    def keys(self) -> tuple[str, ...]:
        """Every key there is."""
        return (*self.figures, *self.texts)

    def find(self, text: str) -> str | None:
        """The key a text names, capital letters or not."""
        if text in self.figures or text in self.texts:
            return text
        return self._folded.get(text.casefold())

    def find_cell(self, cell: Cell) -> str | None:
        """The key a heading names.

        Excel turns a heading ``1.10`` into the number 1.1: a number names a key
        only where no other key has the same value.
        """
        if cell.kind != "number":
            return self.find(cell.text)
        same = [key for key in self.keys if _number(key) == _number(cell.text)]
        return same[0] if len(same) == 1 else None

    def like(self, text: str) -> str:
        """Keys that a mistyped one may have meant, for a sentence."""
        return ", ".join(get_close_matches(text, self.keys, n=3))


def asked_by(indicator_set: IndicatorSet) -> Asked:
    """What a set asks for."""
    figures = list_figures(indicator_set)
    texts = {}
    for row in indicator_set.rows:
        for letter, given in own_inputs(row, indicator_set).items():
            key = figure_key(row, letter)
            if given.type == "text" and not given.source:
                texts[key] = AskedText(key, row.key, given.label or row.correct_name)
    maxima = {row.key: maximum_of(row) for row in indicator_set.criteria}
    return Asked(figures, texts, maxima, indicator_set.key, _printed(indicator_set))


def _printed(indicator_set: IndicatorSet) -> dict[str, frozenset[tuple[str, str]]]:
    """What a form prints beside each key."""
    printed: dict[str, set[tuple[str, str]]] = {}
    for language in LANGUAGES:
        for line in list_form_lines(indicator_set, language):
            if line.key:
                printed.setdefault(line.key, set()).add((fold(line.row.correct_name), fold(line.label)))
    return {key: frozenset(pairs) for key, pairs in printed.items()}


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None

"""Inputs: figures nobody reads, figures asked twice, figures without words or unit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from chamdiem.core.expression import letters_in
from chamdiem.core.figures import INFORMATION_LETTER, Figure
from chamdiem.core.indicator_set import Row
from chamdiem.core.inputs import Input
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit
from chamdiem.core.lint.folding import fold
from chamdiem.core.lint.money import amounts_named_in, money_named_in
from chamdiem.core.lint.rule_numbers import constants_in
from chamdiem.core.rules.places import terms_in
from chamdiem.core.rules.rule import walk
from chamdiem.core.unparse import unparse

# A formula that names such a number brings one unit of money to another.
_THOUSAND = Fraction(1000)
_ABOUT_MONEY = re.compile(r"kinh phí|ngân sách|doanh thu|tổng chi\b|số tiền", re.IGNORECASE)
_FEW_WORDS = 4


def unused_inputs(document: Document) -> Iterator[Hit]:
    """A figure is asked for, but no rule, check or other row reads it."""
    shared = _shared_figures(document)
    for row in document.rows:
        if row.role == "information":
            continue
        read = set(_letters_read(row))
        for letter, given in row.inputs.items():
            if letter not in read and f"{row.key}.{letter}" not in shared:
                label = given.label or _label_of(given.source, document)
                yield Hit(row=row, detail=letter, facts={"letter": letter, "label": label})


def _label_of(source: str, document: Document) -> str:
    """What a figure of another row is called: by its own words, else by those of its row."""
    figure = document.figures.get(source)
    if figure is None:
        return source
    return figure.input.label or document.set.row(figure.row).correct_name


def unused_information(document: Document) -> Iterator[Hit]:
    """General information is collected, but no criterion uses it."""
    shared = _shared_figures(document)
    if not any(
        document.figures[key].letter == INFORMATION_LETTER for key in shared if key in document.figures
    ):
        return
    for row in document.rows:
        given = row.inputs.get(INFORMATION_LETTER)
        if row.role == "information" and given is not None and given.type != "text" and row.key not in shared:
            yield Hit(row=row, facts={"name": row.correct_name})


def repeated_inputs(document: Document) -> Iterator[Hit]:
    """The same figure is asked for in two rows; asked once, it could not differ."""
    first: dict[tuple[str, str], Figure] = {}
    for figure in document.figures.values():
        label = fold(figure.input.label)
        if len(label.split()) < _FEW_WORDS or figure.input.type not in ("whole", "decimal"):
            continue
        other = first.setdefault((label, fold(figure.input.unit)), figure)
        if other.row != figure.row:
            facts: Facts = {"letter": figure.letter, "label": figure.input.label, "other": other.key}
            yield Hit(
                row=document.set.row(figure.row),
                detail=figure.letter,
                printed=figure.key,
                computed=other.key,
                facts=facts,
            )


def inputs_with_one_label(document: Document) -> Iterator[Hit]:
    """Two figures of one row have the same words, so nobody can tell which is which."""
    for row in document.rows:
        first: dict[tuple[str, str], str] = {}
        for letter, given in row.inputs.items():
            if not given.label or given.source:
                continue
            other = first.setdefault((given.label.casefold(), given.unit.casefold()), letter)
            if other != letter:
                facts: Facts = {"letter": letter, "label": given.label, "other": other}
                yield Hit(row=row, detail=letter, printed=given.label, computed=other, facts=facts)


def inputs_without_label(document: Document) -> Iterator[Hit]:
    """A figure has no words, so nobody filling the form can know what is meant."""
    for row in document.rows:
        for letter, given in row.inputs.items():
            if not given.source and not given.label and row.role != "information":
                yield Hit(row=row, detail=letter, facts={"letter": letter})


def money_units(document: Document) -> Iterator[Hit]:
    """Money is asked for in different units (triệu đồng, tỷ đồng) in one set."""
    units = {figure.key: _money(figure.input) for figure in document.figures.values()}
    used = Counter(unit for unit in units.values() if unit)
    if len(used) < 2:
        return
    usual = min(used, key=lambda unit: (-used[unit], list(used).index(unit)))
    others = tuple(key for key, unit in units.items() if unit == usual)
    for key, unit in units.items():
        if unit and unit != usual:
            figure = document.figures[key]
            facts: Facts = {
                "unit": unit,
                "usual": usual,
                "letter": figure.letter,
                "figures": others,
            }
            yield Hit(
                row=document.set.row(figure.row),
                detail=figure.letter,
                printed=unit,
                computed=usual,
                facts=facts,
            )


def money_in_one_formula(document: Document) -> Iterator[Hit]:
    """A formula takes money in different units for one (đồng, tỷ đồng) and converts none of them."""
    for criterion in document.criteria.values():
        # Elsewhere the units of a formula are compared anyway.
        terms = terms_in(criterion.rule, "") if criterion.row.cross_unit else ()
        for path, term in terms:
            inputs = [criterion.letters.inputs[letter] for letter in letters_in(term)]
            units = tuple(dict.fromkeys(unit for unit in map(_money_unit, inputs) if unit))
            converts = any(not 1 / _THOUSAND < each < _THOUSAND for each in constants_in(term) if each)
            if len(units) > 1 and not converts:
                facts: Facts = {"term": unparse(term), "units": units}
                yield Hit(
                    row=criterion.row,
                    detail=path.lstrip("."),
                    printed=units[0],
                    computed=units[1],
                    facts=facts,
                )


def money_without_unit(document: Document) -> Iterator[Hit]:
    """A sum of money is asked for without saying in which unit."""
    for figure in document.figures.values():
        given = figure.input
        words = given.label or document.set.row(figure.row).name
        if given.type in ("whole", "decimal") and not given.unit and _ABOUT_MONEY.search(words):
            yield Hit(
                row=document.set.row(figure.row),
                detail=figure.letter,
                facts={"letter": figure.letter, "label": words},
            )


def unit_against_text(document: Document) -> Iterator[Hit]:
    """The printed text names another unit of money than the figure is asked in."""
    for row in document.set.criteria:
        units = {letter: unit for letter, given in row.inputs.items() if (unit := _money(given))}
        if not units:
            continue
        text = "\n".join(part for part in (row.method, row.printed_note, row.name) if part)
        printed = {*money_named_in(text), *amounts_named_in(text)}
        for letter, unit in units.items():
            if len(printed) == 1 and unit not in printed:
                facts: Facts = {"letter": letter, "unit": unit, "printed": min(printed)}
                yield Hit(row=row, detail=letter, printed=min(printed), computed=unit, facts=facts)


def _shared_figures(document: Document) -> set[str]:
    return {given.source for row in document.rows for given in row.inputs.values() if given.source}


def _letters_read(row: Row) -> Iterator[str]:
    for check in row.checks:
        yield from letters_in(check.that)
    if row.not_applicable_when is not None:
        yield from letters_in(row.not_applicable_when)
    for rule in walk(row.rule) if row.rule else ():
        for term in rule.terms():
            yield from letters_in(term)
        for condition in rule.conditions():
            yield from letters_in(condition)


def _money(given: Input) -> str:
    return "" if given.source else _money_unit(given)


def _money_unit(given: Input) -> str:
    """The unit of money of a figure, of another row too; empty where it is no money."""
    units = money_named_in(given.unit) if given.type in ("whole", "decimal") else ()
    return units[0] if units else ""


CHECKS = (
    Check("input.unused", "warning", "input", unused_inputs),
    Check("input.unlabelled", "warning", "input", inputs_without_label),
    Check("input.same_label", "warning", "input", inputs_with_one_label),
    Check("input.repeated", "info", "input", repeated_inputs),
    Check("information.unused", "info", "general information", unused_information),
    Check("unit.money", "warning", "input", money_units),
    Check("unit.money_mixed", "error", "rule", money_in_one_formula),
    Check("unit.money_missing", "warning", "input", money_without_unit),
    Check("unit.against_text", "warning", "input and text", unit_against_text),
)

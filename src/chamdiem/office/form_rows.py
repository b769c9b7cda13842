"""The lines of the Excel form: headings, and one line for each figure or text a set asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from chamdiem.core.figures import figure_key, own_inputs
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.inputs import Input
from chamdiem.core.rules.manual import POINTS
from chamdiem.core.sentences.figures import label_in
from chamdiem.core.sentences.numbers import STYLES
from chamdiem.core.sentences.phrases import Language
from chamdiem.office.form_words import form_word


@dataclass(frozen=True, slots=True)
class FormLine:
    """One line of the form; a heading has neither key nor input."""

    row: Row
    key: str = ""
    label: str = ""
    given: Input | None = None
    used_by: tuple[str, ...] = ()


def list_form_lines(indicator_set: IndicatorSet, language: Language = "vi") -> list[FormLine]:
    """Every line of the form, in printed order; groups that ask for nothing are left out."""
    readers = _readers(indicator_set)
    asking = {row.key: _own(row, indicator_set, readers, language) for row in indicator_set.rows}
    lines: list[FormLine] = []
    for row in indicator_set.rows:
        if asking[row.key]:
            lines += asking[row.key]
        elif any(asking[below.key] for below in indicator_set.tree.below(row.key)):
            lines.append(FormLine(row))
    return lines


def allowed_text(given: Input, language: Language = "vi") -> str:
    """What may be entered, in words: ``từ 0 đến 119``, ``Có hoặc Không``."""
    match given.type:
        case "yes_no":
            return form_word("yes_or_no", language)
        case "choice":
            return "; ".join(option_words(given))
        case "date":
            return form_word("a_date", language)
        case "text":
            return form_word("a_text", language)
        case _:
            return _range_text(given, language)


def option_words(given: Input) -> list[str]:
    """The options of a choice as people pick them: labels, or codes where labels do not tell them apart."""
    labels = [label.strip() for label in given.options.values()]
    folded = {label.casefold() for label in labels}
    return labels if all(labels) and len(folded) == len(labels) else list(given.options)


def _own(
    row: Row, indicator_set: IndicatorSet, readers: Mapping[str, list[str]], language: Language
) -> list[FormLine]:
    inputs = {x: given for x, given in own_inputs(row, indicator_set).items() if not given.source}
    lines = []
    for letter, given in inputs.items():
        key = figure_key(row, letter)
        lines.append(
            FormLine(row, key, _label(row, letter, inputs, language), given, tuple(readers.get(key, ())))
        )
    return lines


def _label(row: Row, letter: str, inputs: Mapping[str, Input], language: Language) -> str:
    """What to enter; marks of several assessors and what they settled share a label and are told apart."""
    label = label_in(inputs[letter], language) or row.correct_name
    name, _, number = letter.rpartition("_")
    if name == POINTS and number.isdecimal():
        return form_word("marker", language, label=label, number=number)
    if letter == POINTS and f"{POINTS}_1" in inputs:
        return form_word("settled", language, label=label)
    return label


def _readers(indicator_set: IndicatorSet) -> dict[str, list[str]]:
    """Figure key → labels of the other rows that read it."""
    readers: dict[str, list[str]] = {}
    for row, source in _sources(indicator_set):
        labels = readers.setdefault(source, [])
        label = indicator_set.tree.labels[row.key]
        if label not in labels:
            labels.append(label)
    return readers


def _sources(indicator_set: IndicatorSet) -> Iterator[tuple[Row, str]]:
    for row in indicator_set.rows:
        for given in row.inputs.values():
            if given.source:
                yield row, given.source


def _range_text(given: Input, language: Language) -> str:
    show = STYLES[language].exact
    edges = {
        name: show(edge)
        for name, edge in (("least", given.minimum), ("most", given.maximum))
        if edge is not None
    }
    text = form_word(_RANGES[tuple(edges)], language, **edges)
    if given.type == "decimal" and given.decimals:
        text += form_word("digits", language, digits=str(given.decimals))
    if given.step is not None:
        text += form_word("step", language, step=show(given.step))
    return text


_RANGES: Mapping[tuple[str, ...], str] = {
    (): "any_number",
    ("least",): "from",
    ("most",): "up_to",
    ("least", "most"): "between",
}

"""The lines of the Excel form: headings, and one line for each figure or text a set asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from chamdiem.core.figures import figure_key, own_inputs
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.inputs import Input
from chamdiem.core.sentences.numbers import STYLES

TYPE_WORDS = {
    "whole": "Số nguyên",
    "decimal": "Số thập phân",
    "yes_no": "Có/Không",
    "choice": "Chọn một",
    "date": "Ngày",
    "text": "Chữ",
}
_NUMBERS = STYLES["vi"]


@dataclass(frozen=True, slots=True)
class FormLine:
    """One line of the form; a heading has neither key nor input."""

    row: Row
    key: str = ""
    label: str = ""
    given: Input | None = None
    used_by: tuple[str, ...] = ()


def list_form_lines(indicator_set: IndicatorSet) -> list[FormLine]:
    """Every line of the form, in printed order; groups that ask for nothing are left out."""
    readers = _readers(indicator_set)
    asking = {row.key: _own(row, indicator_set, readers) for row in indicator_set.rows}
    lines: list[FormLine] = []
    for row in indicator_set.rows:
        if asking[row.key]:
            lines += asking[row.key]
        elif any(asking[below.key] for below in indicator_set.tree.below(row.key)):
            lines.append(FormLine(row))
    return lines


def allowed_text(given: Input) -> str:
    """What may be entered, in words: ``từ 0 đến 119``, ``Có hoặc Không``."""
    match given.type:
        case "yes_no":
            return "Có hoặc Không"
        case "choice":
            return "; ".join(option_words(given))
        case "date":
            return "ngày/tháng/năm"
        case "text":
            return "không bắt buộc, không tính điểm"
        case _:
            return _range_text(given)


def option_words(given: Input) -> list[str]:
    """The options of a choice as people pick them: labels, or codes where labels do not tell them apart."""
    labels = [label.strip() for label in given.options.values()]
    folded = {label.casefold() for label in labels}
    return labels if all(labels) and len(folded) == len(labels) else list(given.options)


def _own(row: Row, indicator_set: IndicatorSet, readers: Mapping[str, list[str]]) -> list[FormLine]:
    inputs = {x: given for x, given in own_inputs(row, indicator_set).items() if not given.source}
    lines = []
    for letter, given in inputs.items():
        key = figure_key(row, letter)
        lines.append(FormLine(row, key, _label(row, letter, given), given, tuple(readers.get(key, ()))))
    return lines


def _label(row: Row, letter: str, given: Input) -> str:
    """What to enter; marks of several assessors share a label and need their number."""
    label = given.label or row.correct_name
    name, _, number = letter.rpartition("_")
    return f"{label} (người chấm {number})" if name == "points" and number.isdecimal() else label


def _readers(indicator_set: IndicatorSet) -> dict[str, list[str]]:
    """Figure key → labels of the other rows that read it."""
    readers: dict[str, list[str]] = {}
    for row, source in _sources(indicator_set):
        labels = readers.setdefault(source, [])
        if row.label not in labels:
            labels.append(row.label)
    return readers


def _sources(indicator_set: IndicatorSet) -> Iterator[tuple[Row, str]]:
    for row in indicator_set.rows:
        for given in row.inputs.values():
            if given.source:
                yield row, given.source


def _range_text(given: Input) -> str:
    least, most = (None if edge is None else _NUMBERS.exact(edge) for edge in (given.minimum, given.maximum))
    if least is not None and most is not None:
        text = f"từ {least} đến {most}"
    elif least is not None:
        text = f"từ {least} trở lên"
    else:
        text = "số bất kỳ" if most is None else f"không quá {most}"
    if given.type == "decimal" and given.decimals:
        text += f", tối đa {given.decimals} chữ số thập phân"
    if given.step is not None:
        text += f", theo bước {_NUMBERS.exact(given.step)}"
    return text

"""What differs between two rows, figures or sets, field by field.

Every field is compared. One that decides nothing, or is told in another way, is
named here, so that a field nobody thought of counts as a difference and never as
"the same".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from fractions import Fraction
from typing import Any

from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.inputs import Input
from chamdiem.core.labels import asks_another, plain
from chamdiem.core.points import decimal_text
from chamdiem.core.rules.choice import ChoiceRule
from chamdiem.core.rules.rule import Rule, walk
from chamdiem.core.set_schema import HEADER

# The code of a field that has no words of its own; its texts carry the name.
OTHER = "other"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changed: a code, and the two values as text."""

    code: str
    old: str = ""
    new: str = ""


# Words of the document, and offices, days and papers, which earn nothing; of these the offices,
# the evidence, the instructions and the notes are told beside the verdict.
_ROW_SILENT = frozenset(
    {
        *("corrections", "raw", "source", "note", "printed_note", "instructions", "cases"),
        *("deadline", "evidence", "lead", "coordinating", "cross_unit"),
    }
)
# Told by whoever knows both sets: as what they mean there.
_ROW_RESOLVED = frozenset(
    {"name", "max_points", "shares_maximum_of", "inputs", "checks", "not_applicable_when", "rule", "method"}
)
_ROW_TOLD = frozenset({"key", "number", "code", "role", "evaluator"})
_INPUT_RESOLVED = frozenset({"label", "source", "options"})
_INPUT_TOLD = frozenset({"unit", "type", "decimals", "minimum", "maximum", "since", "step"})
# Titles and signatures. The tree is told by its rows and rounding by every criterion; names, levels,
# the printed total and the order of rows are told by ``compared_groups``.
_SET_SILENT = frozenset(
    {
        *("key", "name", "edition", "printed_title", "status", "issuer", "issued_on", "source", "offices"),
        *("notes", "declared", "acknowledged", "levels", "rows", "rounding", "max_points", "file_lines"),
        "tree",
    }
)
_SET_TOLD = frozenset(
    {"not_applicable", "bonus_cap", "index_digits", "tie_break", "grades", "derived", "reference_period"}
)
_SET_CODECS = {field.target: field.codec for field in HEADER}


def row_differences(old: Row, new: Row) -> Iterator[Difference]:
    """What changed on the row itself, leaving out what only both sets together can tell."""
    for name in _changed(old, new, _ROW_SILENT | _ROW_RESOLVED):
        yield _difference(name, _ROW_TOLD, _text(getattr(old, name)), _text(getattr(new, name)))


def input_differences(letter: str, old: Input, new: Input) -> Iterator[Difference]:
    """What changed about one figure asked for, leaving out where it comes from."""
    for name in _changed(old, new, _INPUT_RESOLVED):
        if name == "decimals" and old.type != new.type:
            continue
        values = (_text(getattr(side, name)) for side in (old, new))
        yield _difference(name, _INPUT_TOLD, *(f"{letter}: {value}" for value in values))
    if plain(old.label) != plain(new.label):
        code = "meaning" if asks_another(old.label, new.label) else "label"
        yield Difference(code, f"{letter}: {old.label}", f"{letter}: {new.label}")
    if new.options and set(old.options) - set(new.options):
        yield Difference("options", *(f"{letter}: {', '.join(side.options)}" for side in (old, new)))


def exchanged_letters(old: Mapping[str, Input], new: Mapping[str, Input]) -> Iterator[Difference]:
    """Letters that now mean what another one meant: last year's figures would stand in the wrong place."""
    meant = {plain(given.label): letter for letter, given in old.items() if given.label}
    for letter, given in new.items():
        before = meant.get(plain(given.label), letter)
        if letter in old and before != letter and plain(old[letter].label) != plain(given.label):
            yield Difference("meaning", f"{letter}: {old[letter].label}", f"{letter}: {given.label}")


def exchanged_options(old: Rule, new: Rule) -> Iterator[Difference]:
    """Codes of a choice that now stand for a level another code stood for: last year's answers change."""
    before, after = _choices(old), _choices(new)
    for letter in (each for each in before if each in after):
        meant = {plain(label): code for code, label in before[letter].items() if label}
        for code, label in after[letter].items():
            was = before[letter].get(code, "")
            if plain(was) != plain(label) and meant.get(plain(label), code) != code:
                yield Difference("option_meaning", f"{letter}.{code}: {was}", f"{letter}.{code}: {label}")


def _choices(rule: Rule) -> dict[str, dict[str, str]]:
    """Letter → code → what the level is called, of every choice inside a rule."""
    return {
        inner.of.name: {code: option.label for code, option in inner.options.items()}
        for inner in walk(rule)
        if isinstance(inner, ChoiceRule)
    }


def reworded_options(old: Rule, new: Rule) -> Iterator[Difference]:
    """Levels of a choice that are called otherwise under the same code."""
    before, after = _choices(old), _choices(new)
    for letter in (each for each in before if each in after):
        known = {*map(plain, before[letter].values())}
        for code, label in after[letter].items():
            was = before[letter].get(code)
            if was is not None and plain(was) != plain(label) and plain(label) not in known:
                told = "option_meaning" if asks_another(was, label) else "option_words"
                yield Difference(told, f"{letter}.{code}: {was}", f"{letter}.{code}: {label}")


def differ_in_words_only(old: Any, new: Any) -> bool:
    """Whether two rules, as files write them, give the same but for what levels are called."""
    return bool(_without_labels(old) == _without_labels(new))


def _without_labels(written: Any) -> Any:
    if isinstance(written, dict):
        return {name: _without_labels(value) for name, value in written.items() if name != "label"}
    return [*map(_without_labels, written)] if isinstance(written, list | tuple) else written


def header_differences(old: IndicatorSet, new: IndicatorSet) -> tuple[Difference, ...]:
    """What changed for the set as a whole: what moves totals, places, grades or figures shown."""
    told = [
        _difference(name, _SET_TOLD, *_set_texts(name, getattr(old, name), getattr(new, name)))
        for name in _changed(old, new, _SET_SILENT)
    ]
    return (*told, *_cap_differences(old, new))


def _cap_differences(old: IndicatorSet, new: IndicatorSet) -> Iterator[Difference]:
    """Groups of bonuses or deductions that may now make more, or less."""
    before, after = (
        {plain(side.row(key).correct_name): side.row(key) for key in side.tree.capped} for side in (old, new)
    )
    for name in dict.fromkeys((*before, *after)):
        rows = before.get(name), after.get(name)
        points = [row and row.max_points for row in rows]
        if points[0] != points[1]:
            yield Difference(
                "group_maximum", *(f"{row.label}: {_text(row.max_points)}" if row else "" for row in rows)
            )


def inline(written: Any) -> str:
    """Plain data on one line, as set files write it."""
    if isinstance(written, dict):
        return "{" + ", ".join(f"{name}: {inline(value)}" for name, value in written.items()) + "}"
    if isinstance(written, list | tuple):
        return "[" + ", ".join(map(inline, written)) + "]"
    return str(written)


def _changed(old: Any, new: Any, left_out: frozenset[str]) -> Iterator[str]:
    for each in fields(old):
        if each.name not in left_out and getattr(old, each.name) != getattr(new, each.name):
            yield each.name


def _difference(name: str, told: frozenset[str], old: str, new: str) -> Difference:
    if name in told:
        return Difference(name, old, new)
    return Difference(OTHER, f"{name}: {old}", f"{name}: {new}")


def _set_texts(name: str, old: Any, new: Any) -> tuple[str, str]:
    """Both values as the file writes them; of grades and derived indices only those that changed."""
    codec = _SET_CODECS.get(name)
    if codec is None:
        return _text(old), _text(new)
    if name in ("grades", "derived"):
        old, new = [each for each in old if each not in new], [each for each in new if each not in old]
        return ", ".join(map(inline, codec.write(old))), ", ".join(map(inline, codec.write(new)))
    return tuple("" if value is None else inline(codec.write(value)) for value in (old, new))  # type: ignore[return-value]  # a pair


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Fraction):
        return decimal_text(value)
    return value.isoformat() if isinstance(value, date) else str(value)

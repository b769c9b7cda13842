"""The counts a document states about itself, against what it prints."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from chamdiem.core.indicator_set import Declared, Row
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit
from chamdiem.core.lint.folding import fold
from chamdiem.core.lint.numbers import PrintedNumber, read_number, write_number

_LEADING_NUMBER = re.compile(r"\s*(\d+(?:\.\d+)+|[IVX]+)[.)]?\s")
_ANNOUNCED_NAME = re.compile(r"\W*[\d.]*\W*chỉ số ([^:]{3,120}):", re.IGNORECASE)


def declared_counts(document: Document) -> Iterator[Hit]:
    """The number of rows the document announces differs from the number it prints."""
    for declared in document.set.declared:
        actual, added = _count(declared, document), _count(declared, document, ("bonus", "deduction"))
        for stated in dict.fromkeys((declared.count, _in_text(declared, document))):
            # Bonuses and deductions may be counted with the rest, or stand beside it.
            if stated not in (actual, actual + added):
                nearest = min(actual, actual + added, key=lambda count: abs(count - stated))
                yield _hit(replace(declared, count=stated), nearest, document)


def declared_parts(document: Document) -> Iterator[Hit]:
    """A count announced for a group differs from the sum of those announced for its parts."""
    by_row = {(each.row, each.level): each.count for each in document.set.declared}
    for declared in document.set.declared:
        children = document.tree.children.get(declared.row, document.tree.roots)
        parts = [by_row[key, declared.level] for key in children if (key, declared.level) in by_row]
        if len(parts) == len(children) > 0 and sum(parts) != declared.count:
            yield _hit(declared, sum(parts), document)


def announced_number_gaps(document: Document) -> Iterator[Hit]:
    """The numbered list in which the document announces its counts leaves a number out."""
    before: PrintedNumber | None = None
    for declared in _announcements(document):
        match = _LEADING_NUMBER.match(declared.text)
        number = read_number(match.group(1)) if match else None
        if number is not None and before is not None and number.parts[:-1] == before.parts[:-1]:
            missing = tuple(
                write_number((*number.parts[:-1], each)) for each in range(before.last + 1, number.last)
            )
            if missing:
                row = document.tree.by_key.get(declared.row)
                facts: Facts = {"missing": missing, "number": write_number(number.parts)}
                yield Hit(
                    row=row,
                    detail=missing[0],
                    printed=write_number(number.parts),
                    computed=", ".join(missing),
                    place=declared.place,
                    facts=facts,
                )
        before = number


def announced_names(document: Document) -> Iterator[Hit]:
    """The name under which a group is announced is not the name it carries in the table."""
    for declared in _announcements(document):
        row = document.tree.by_key.get(declared.row)
        match = _ANNOUNCED_NAME.match(declared.text)
        if row is not None and match and fold(match.group(1)) != fold(row.correct_name):
            facts: Facts = {"announced": match.group(1).strip(), "name": row.correct_name}
            yield Hit(
                row=row, printed=row.name, computed=match.group(1).strip(), place=declared.place, facts=facts
            )


def _announcements(document: Document) -> Iterator[Declared]:
    """The declared counts, one for each text."""
    first = {declared.text: declared for declared in reversed(document.set.declared) if declared.text}
    yield from (declared for declared in document.set.declared if first.get(declared.text) is declared)


def _in_text(declared: Declared, document: Document) -> int:
    """The number the announcing text puts before the level; that which is declared where it says none.

    Where one level is called "chỉ số" and another "chỉ số chính" the words do not tell which is meant.
    """
    level = fold(document.set.levels[declared.level])
    others = (fold(name) for key, name in document.set.levels.items() if key != declared.level)
    if any(other.startswith(level) for other in others):
        return declared.count
    numbers = {int(number) for number in re.findall(rf"\b(\d{{1,4}}) {level}\b", fold(declared.text))}
    return numbers.pop() if len(numbers) == 1 else declared.count


def _hit(declared: Declared, actual: int, document: Document) -> Hit:
    row = document.tree.by_key.get(declared.row)
    facts: Facts = {
        "printed": declared.count,
        "computed": actual,
        "difference": abs(declared.count - actual),
        "level": document.set.levels[declared.level],
        "text": declared.text,
    }
    return Hit(
        row=row,
        detail=declared.level,
        printed=str(declared.count),
        computed=str(actual),
        place=declared.place,
        facts=facts,
    )


def _count(declared: Declared, document: Document, roles: Sequence[str] = ("scored", "condition")) -> int:
    """How many rows of the level and these roles stand below the row (or in the whole set).

    A row scored directly counts for its own level and for the lowest one, as
    the documents count it themselves.
    """
    lowest = list(document.set.levels)[-1]
    within = document.rows if not declared.row else tuple(document.tree.below(declared.row))
    rows = [row for row in within if row.role in roles]
    return sum(
        row.level == declared.level or _is_leaf_of(row, declared.level, lowest, document) for row in rows
    )


def _is_leaf_of(row: Row, level: str, lowest: str, document: Document) -> bool:
    return level == lowest and row.is_criterion and not document.tree.children[row.key]


CHECKS = (
    Check("count.declared", "error", "declared count", declared_counts),
    Check("count.declared_parts", "error", "declared count", declared_parts),
    Check("count.number_gap", "warning", "declared count", announced_number_gaps),
    Check("count.name_differs", "info", "declared count", announced_names),
)

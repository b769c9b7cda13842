"""Grades as each peer group has them: its own ones merged with the common ones."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from chamdiem.core.grading import gated_rows, grades_for
from chamdiem.core.indicator_set import Grade
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit, Percent, Word
from chamdiem.core.points import decimal_text


def grades_out_of_order(document: Document) -> Iterator[Hit]:
    """A better grade asks for no more than the next: a peer group has its own beside common ones."""
    for group in _groups(document):
        merged = grades_for(document.set, group)
        # Common grades stand in the order of the file, each replaced by the group's own of its name.
        own = {each.name: each for each in merged}
        named = [own[each.name] for each in document.set.grades if not each.peer_group]
        pairs = {(better.name, worse.name): (better, worse) for better, worse in pairwise(named)}
        for better, worse in pairwise(merged):
            if (worse.name, better.name) not in pairs:
                pairs.setdefault((better.name, worse.name), (better, worse))
        for better, worse in pairs.values():
            if better.at_least <= worse.at_least:
                facts: Facts = {
                    "needed": Percent(better.at_least),
                    "other_needed": Percent(worse.at_least),
                }
                yield _hit(group, better, worse, facts)


def gates_contradicted(document: Document) -> Iterator[Hit]:
    """A better grade does not ask of a row what the grade after it asks of it."""
    for group in ("", *_groups(document)):
        for better, worse in pairwise(grades_for(document.set, group)):
            is_told = bool(group) and not (better.peer_group or worse.peer_group)
            asked = _least_of_rows(better, document)
            loose = [
                key
                for key, least in _least_of_rows(worse, document).items()
                if max(asked.get(key, Fraction(0)), _implied(better, key, document)) < least
            ]
            if loose and not is_told:
                rows = document.labels(document.set.row(key) for key in loose)
                yield _hit(group, better, worse, {"rows": rows})


def no_lowest_grade(document: Document) -> Iterator[Hit]:
    """The lowest grade asks for something, so that an organisation may have none."""
    for group in ("", *_groups(document)):
        merged = grades_for(document.set, group)
        lowest = min(merged, key=lambda grade: grade.at_least, default=None)
        # What the common grades leave open is told once.
        if lowest is not None and lowest.at_least and lowest.peer_group == group:
            facts: Facts = {
                "group": group or Word("every_group"),
                "grade": lowest.name,
                "needed": Percent(lowest.at_least),
            }
            detail = ":".join(part for part in (group, lowest.name) if part)
            yield Hit(detail=detail, printed=decimal_text(lowest.at_least), facts=facts)


def _groups(document: Document) -> list[str]:
    """The peer groups that have grades of their own."""
    return list(dict.fromkeys(each.peer_group for each in document.set.grades if each.peer_group))


def _least_of_rows(grade: Grade, document: Document) -> dict[str, Fraction]:
    """Row key → the index value the gates of a grade ask of it."""
    least: dict[str, Fraction] = {}
    for gate in grade.gates:
        for key in gated_rows(document.set, gate):
            least[key] = max(gate.at_least, least.get(key, gate.at_least))
    return least


def _implied(grade: Grade, key: str, document: Document) -> Fraction:
    """The index value a row has wherever the whole has that of the grade; bonus points would hide less."""
    maximum = document.tree.maximum(key)
    if not maximum or any(row.role == "bonus" for row in document.rows):
        return Fraction(0)
    whole = sum((document.tree.maximum(root) for root in document.tree.roots), Fraction(0))
    return 1 - (1 - grade.at_least) * whole / maximum


def _hit(group: str, better: Grade, worse: Grade, facts: Facts) -> Hit:
    return Hit(
        detail=":".join(part for part in (group, better.name, worse.name) if part),
        printed=decimal_text(better.at_least),
        computed=decimal_text(worse.at_least),
        facts={
            "group": group or Word("every_group"),
            "better": better.name,
            "worse": worse.name,
            **facts,
        },
    )


CHECKS = (
    Check("grade.order", "error", "grades", grades_out_of_order),
    Check("grade.gate", "warning", "grades", gates_contradicted),
    Check("grade.no_lowest", "info", "grades", no_lowest_grade),
)

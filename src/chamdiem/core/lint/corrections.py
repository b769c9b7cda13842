"""Printing errors already recorded: each is a finding, and must still fit the text."""

from __future__ import annotations

from collections.abc import Iterator

from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit, Word
from chamdiem.core.lint.wording import printed


def recorded_corrections(document: Document) -> Iterator[Hit]:
    """A printing error recorded with the row: the decision should be corrected."""
    for row in document.rows:
        for each in row.corrections:
            facts: Facts = {
                "field": Word(each.field),
                "printed": each.printed,
                "correct": each.correct,
                "reason": each.reason,
            }
            yield Hit(
                row=row,
                detail=f"{each.field}:{each.printed}",
                printed=each.printed,
                computed=each.correct,
                facts=facts,
            )


def corrections_of_nothing(document: Document) -> Iterator[Hit]:
    """A recorded correction names words that do not stand in the field."""
    for row in document.rows:
        for each in row.corrections:
            known = printed(row, each.field) or row.raw.get(each.field, "")
            if known and each.printed not in known and each.printed not in row.raw.get(each.field, ""):
                facts: Facts = {"field": Word(each.field), "printed": each.printed}
                yield Hit(row=row, detail=f"{each.field}:{each.printed}", printed=each.printed, facts=facts)


def repaired_texts(document: Document) -> Iterator[Hit]:
    """The source text was damaged (lost letters) and has been repaired: compare it with the original."""
    for row in document.rows:
        if row.raw:
            yield Hit(
                row=row,
                printed=next(iter(row.raw.values())),
                facts={"fields": tuple(Word(field) for field in row.raw)},
            )


CHECKS = (
    Check("text.correction", "warning", "corrections", recorded_corrections),
    Check("text.correction_unfounded", "error", "corrections", corrections_of_nothing),
    Check("text.repaired", "info", "damaged text", repaired_texts),
)

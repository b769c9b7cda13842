"""What the set says of itself, and acknowledgements that no longer match."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from chamdiem.core.lint.check import Check
from chamdiem.core.lint.dates import full_dates
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit
from chamdiem.core.points import decimal_text

# Shares written with two decimals miss one by this much at most.
_ROUNDED_OFF = Fraction(1, 50)


def rows_without_source(document: Document) -> Iterator[Hit]:
    """A row does not say where in the document it stands."""
    bare = [row for row in document.rows if not (row.source.place or row.source.lines)]
    if bare and len(bare) < len(document.rows):
        yield from (Hit(row=row) for row in bare)
    elif bare:
        yield Hit(facts={"row": document.set.name})


def weightless_terms(document: Document) -> Iterator[Hit]:
    """A row of a derived index weighs nothing: its points do not count there."""
    for index in document.set.derived:
        for term in index.terms:
            if not term.weight:
                facts: Facts = {"index": index.name, "other": document.tree.labels[term.row]}
                yield Hit(detail=f"{index.key}:{term.row}", printed="0", facts=facts)


def weights_off_one(document: Document) -> Iterator[Hit]:
    """The weights of a derived index are shares of one but do not add up to it."""
    for index in document.set.derived:
        weights = [term.weight for term in index.terms]
        total = sum(weights, Fraction(0))
        # Whole weights are counted parts; 0.33 thrice is a third thrice.
        if len(weights) > 1 and max(weights) < 1 and abs(total - 1) > _ROUNDED_OFF:
            yield Hit(
                detail=index.key, computed=decimal_text(total), facts={"index": index.name, "total": total}
            )


def keys_alike(document: Document) -> Iterator[Hit]:
    """The keys of two rows differ in capitals only: people and spreadsheets take them for one."""
    first: dict[str, str] = {}
    for row in document.rows:
        other = first.setdefault(row.key.casefold(), row.key)
        if other != row.key:
            yield Hit(row=row, printed=row.key, facts={"value": row.key, "other": other})


def index_keys_of_rows(document: Document) -> Iterator[Hit]:
    """A derived index has the key of a row: nobody can tell which of both is meant."""
    rows = {row.key.casefold() for row in document.rows}
    for index in document.set.derived:
        if index.key.casefold() in rows:
            yield Hit(detail=index.key, printed=index.key, facts={"index": index.name, "value": index.key})


def other_date(document: Document) -> Iterator[Hit]:
    """The date kept for the decision is not the one in its name."""
    issued, text = document.set.issued_on, document.set.source.document
    named = [tuple(map(int, match.groups())) for match in full_dates(text)]
    if issued is not None and named and (issued.day, issued.month, issued.year) not in named:
        facts: Facts = {"text": text, "date": f"{issued:%d/%m/%Y}"}
        yield Hit(printed=text, computed=issued.isoformat(), facts=facts)


def stale_acknowledgements(document: Document) -> Iterator[Hit]:  # noqa: ARG001  found after all other checks
    """An acknowledgement names a finding that is not there (any more)."""
    return iter(())


STALE_ACKNOWLEDGEMENT = Check("acknowledged.nothing", "warning", "acknowledgement", stale_acknowledgements)
CHECKS = (
    Check("source.missing", "info", "row", rows_without_source),
    Check("decision.other_date", "error", "set", other_date),
    Check("key.alike", "error", "row", keys_alike),
    Check("derived.row_key", "error", "set", index_keys_of_rows),
    Check("derived.weightless", "warning", "set", weightless_terms),
    Check("derived.weights", "warning", "set", weights_off_one),
)

"""What the set says of itself, and acknowledgements that no longer match."""

from __future__ import annotations

from collections.abc import Iterator

from chamdiem.core.lint.check import Check
from chamdiem.core.lint.dates import full_dates
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit


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
    Check("derived.weightless", "warning", "set", weightless_terms),
)

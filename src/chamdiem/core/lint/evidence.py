"""Evidence: missing where others have it, and without the signature its neighbours demand."""

from __future__ import annotations

from collections.abc import Iterator

from chamdiem.core.indicator_set import Row
from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Hit

_PAPER = frozenset({"document", "list"})


def missing_evidence(document: Document) -> Iterator[Hit]:
    """A criterion demands no evidence although most criteria do."""
    criteria = document.set.criteria
    if 2 * sum(row.evidence is not None for row in criteria) > len(criteria):
        yield from (
            Hit(row=row, facts={"name": row.correct_name}) for row in criteria if row.evidence is None
        )


def unsigned_evidence(document: Document) -> Iterator[Hit]:
    """Evidence on paper needs no digital signature although that of most rows beside it does."""
    sections: dict[str, list[Row]] = {}
    for row in document.set.criteria:
        if row.evidence is not None and _PAPER & set(row.evidence.kinds):
            sections.setdefault(document.roots[row.key], []).append(row)
    for rows in sections.values():
        signed = [row for row in rows if row.evidence is not None and row.evidence.signed]
        if len(signed) * 2 <= len(rows):
            continue
        for row in rows:
            if row.evidence is not None and not row.evidence.signed:
                others = document.labels(signed)
                yield Hit(
                    row=row,
                    printed=row.evidence.printed,
                    facts={"evidence": row.evidence.printed, "others": others},
                )


CHECKS = (
    Check("evidence.missing", "warning", "evidence", missing_evidence),
    Check("evidence.unsigned", "info", "evidence", unsigned_evidence),
)

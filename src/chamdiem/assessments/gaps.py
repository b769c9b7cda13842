"""What is still missing (còn thiếu): one function tells the page and refuses the submission."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from chamdiem.assessments.asked import Asked, is_declared
from chamdiem.assessments.content import NO_EVIDENCE, Content, EvidenceStanding
from chamdiem.assessments.remedies import contradiction
from chamdiem.assessments.showing import figure_words
from chamdiem.campaigns.policies import Policies
from chamdiem.core.award import Status
from chamdiem.core.criterion import Outcome
from chamdiem.core.indicator_set import Row
from chamdiem.evidence.conditions import asked_words, count_fulfilling, is_fulfilled, least_fulfilling


class GapKind(StrEnum):
    """What is missing."""

    FIGURE = "figure"
    SHARED = "shared"
    CHECK = "check"
    REVIEW = "review"
    EVIDENCE = "evidence"
    SIGNATURE = "signature"
    CONDITION = "condition"


OF_EVIDENCE = frozenset({GapKind.EVIDENCE, GapKind.SIGNATURE, GapKind.CONDITION})


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing that keeps a dossier from being handed in.

    ``detail`` names it: the label of a figure, the words of a check with its remedy, or of a condition;
    ``needed`` and ``there`` count documents; ``refused`` holds why others do not count, and ``infected``
    how many do not because of malware.
    """

    kind: GapKind
    row: Row
    figure: str = ""
    detail: str = ""
    needed: int = 0
    there: int = 0
    refused: tuple[str, ...] = ()
    infected: int = 0


def gaps_of_row(
    row: Row, asked: Asked, content: Content, outcome: Outcome | None, policies: Policies
) -> tuple[Gap, ...]:
    """Every gap of one row; ``outcome`` is None for general information."""
    if outcome is None:
        return (*_missing_information(row, asked, content), *_unreviewed(row, asked, content))
    if not is_declared(row):
        return ()
    if outcome.status is Status.NOT_APPLICABLE:
        return ()
    return (
        *(_missing_figures(row, asked, content) if outcome.status is Status.MISSING else ()),
        *_unreviewed(row, asked, content),
        *_broken_checks(row, asked, content, outcome),
        *_missing_evidence(row, content, outcome, policies),
    )


def evidence_needed(row: Row, outcome: Outcome) -> int:
    """How many documents a claim needs: none where nothing is claimed."""
    if row.evidence is None:
        return 0
    claims = outcome.status is Status.NEEDS_PEERS or (
        outcome.status is Status.SCORED and (outcome.quanta > 0 or row.role == "condition")
    )
    return max(1, row.evidence.least) if claims else 0


def _missing_information(row: Row, asked: Asked, content: Content) -> Iterator[Gap]:
    for key in asked.own.get(row.key, ()):
        given = asked.figures[key].input
        # A text earns nothing and decides nothing: it may stay open.
        if given.type != "text" and content.values.get(key) is None:
            yield Gap(kind=GapKind.FIGURE, row=row, figure=key, detail=figure_words(given.label))


def _missing_figures(row: Row, asked: Asked, content: Content) -> Iterator[Gap]:
    """Own figures and those of other criteria; general information has gaps of its own."""
    values = content.values
    for key in asked.read_by(row.key):
        figure = asked.figures.get(key)
        if figure is None or values.get(key) is not None or figure.input.type == "text":
            continue
        if figure.row == row.key:
            yield Gap(kind=GapKind.FIGURE, row=row, figure=key, detail=figure_words(figure.input.label))
        elif asked.rows[figure.row].is_criterion:
            yield Gap(kind=GapKind.SHARED, row=row, figure=key, detail=figure_words(figure.input.label))


def _unreviewed(row: Row, asked: Asked, content: Content) -> Iterator[Gap]:
    for key in asked.own.get(row.key, ()):
        answer = content.answers.get(key)
        if answer is not None and answer.is_carried:
            yield Gap(
                kind=GapKind.REVIEW, row=row, figure=key, detail=figure_words(asked.figures[key].input.label)
            )


def _broken_checks(row: Row, asked: Asked, content: Content, outcome: Outcome) -> Iterator[Gap]:
    criterion = asked.edition.scorer.criteria[row.key]
    for check in outcome.broken:
        if not check.soft:
            words = contradiction(check, criterion, asked, criterion.values(content.values))
            yield Gap(kind=GapKind.CHECK, row=row, detail=words)


def _missing_evidence(row: Row, content: Content, outcome: Outcome, policies: Policies) -> Iterator[Gap]:
    if not is_explained(row, content):
        yield from unmet_evidence(row, content, outcome, policies)


def is_explained(row: Row, content: Content) -> bool:
    """Whether it is explained why there is no evidence, or not enough."""
    entry = content.entries.get(row.key)
    return entry is not None and bool(entry.no_evidence_reason)


def unmet_evidence(row: Row, content: Content, outcome: Outcome, policies: Policies) -> Iterator[Gap]:
    """What the evidence of a criterion lacks, explained or not; one line for each thing that is wrong."""
    needed = evidence_needed(row, outcome)
    if not needed:
        return
    there: EvidenceStanding = content.evidence.get(row.key, NO_EVIDENCE)
    if there.count < needed:
        if policies.explain_missing_evidence:
            yield Gap(
                kind=GapKind.EVIDENCE,
                row=row,
                needed=needed,
                there=there.count,
                refused=there.refused,
                infected=there.infected,
            )
        return
    wanted = row.evidence
    is_unsigned = wanted is not None and wanted.signed and policies.require_signatures and not there.signed
    if is_unsigned:
        yield Gap(kind=GapKind.SIGNATURE, row=row, needed=1, there=there.waiting)
    # That nothing is signed is said already; kind and day are asked of the same documents all the same.
    must_sign = policies.require_signatures and not is_unsigned
    if policies.explain_missing_evidence and not is_fulfilled(
        there.papers, wanted, content.period, needs_signature=must_sign
    ):
        asked_for = asked_words(wanted, content.period, needs_signature=must_sign)
        needed, fit = least_fulfilling(wanted), count_fulfilling(there.papers, wanted, content.period)
        # Where enough are of the kind and day, it is the signature that none of them bears.
        counted = fit if fit < needed else 0
        yield Gap(kind=GapKind.CONDITION, row=row, detail=asked_for, needed=needed, there=counted)

"""Every check, in the order in which the findings of one row are listed."""

from __future__ import annotations

from chamdiem.core.lint import (
    cases,
    characters,
    cliffs,
    codes,
    corrections,
    counts,
    damage,
    dates,
    directions,
    evidence,
    exchanged_letters,
    exemptions,
    figures,
    grades,
    header,
    hundreds,
    judgement,
    kinds,
    magnitude,
    method,
    method_edges,
    method_lines,
    method_parts,
    method_points,
    method_rewards,
    method_text,
    method_thresholds,
    names,
    notes,
    numbering,
    offices,
    peer_methods,
    percent_steps,
    printed_joins,
    printed_steps,
    ratio_words,
    reaching,
    repetitions,
    reversed_checks,
    rewards,
    said_directions,
    spelling,
    structure,
    targets,
    totals,
    turned_conditions,
    undefined_names,
    units,
    usage,
    zeros,
)
from chamdiem.core.lint.check import Check

STALE_ACKNOWLEDGEMENT = header.STALE_ACKNOWLEDGEMENT

CHECKS: tuple[Check, ...] = (
    *totals.CHECKS,
    *counts.CHECKS,
    *structure.CHECKS,
    *numbering.CHECKS,
    *codes.CHECKS,
    *names.CHECKS,
    *corrections.CHECKS,
    *characters.CHECKS,
    *spelling.CHECKS,
    *usage.CHECKS,
    *damage.CHECKS,
    *repetitions.CHECKS,
    *targets.CHECKS,
    *method_text.CHECKS,
    *undefined_names.CHECKS,
    *ratio_words.CHECKS,
    *method.CHECKS,
    *exchanged_letters.CHECKS,
    *method_thresholds.CHECKS,
    *method_rewards.CHECKS,
    *judgement.CHECKS,
    *method_points.CHECKS,
    *method_edges.CHECKS,
    *method_lines.CHECKS,
    *turned_conditions.CHECKS,
    *exemptions.CHECKS,
    *method_parts.CHECKS,
    *printed_joins.CHECKS,
    *printed_steps.CHECKS,
    *percent_steps.CHECKS,
    *peer_methods.CHECKS,
    *notes.CHECKS,
    *units.CHECKS,
    *figures.CHECKS,
    *zeros.CHECKS,
    *reaching.CHECKS,
    *reversed_checks.CHECKS,
    *rewards.CHECKS,
    *hundreds.CHECKS,
    *cliffs.CHECKS,
    *kinds.CHECKS,
    *directions.CHECKS,
    *said_directions.CHECKS,
    *cases.CHECKS,
    *evidence.CHECKS,
    *dates.CHECKS,
    *offices.CHECKS,
    *header.CHECKS,
    *grades.CHECKS,
    *magnitude.CHECKS,
)

# Every code a finding can have.
CODES: tuple[str, ...] = tuple(check.code for check in (*CHECKS, STALE_ACKNOWLEDGEMENT))


def checks_table() -> str:
    """Every check as a table for ``docs/lint.md``: code, severity, what it looks at and finds."""
    rows = (
        f"| `{check.code}` | {check.severity} | {check.looks_at} | {check.meaning} |"
        for check in (*CHECKS, STALE_ACKNOWLEDGEMENT)
    )
    return "\n".join(("| Code | Severity | Looks at | Finds |", "|---|---|---|---|", *rows))

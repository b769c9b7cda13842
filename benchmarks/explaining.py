"""Claim: one criterion explained exactly, ≥ 100,000 cells/s without the reason's text, ≥ 30,000 with it."""

from __future__ import annotations

from benchmarks.campaign import answers_of, edition, random_columns
from benchmarks.measuring import Claim, seconds
from chamdiem.core.criterion import Criterion
from chamdiem.core.peers import list_spreads
from chamdiem.core.scoring import Scorer
from chamdiem.core.sentences import reason_text

ORGANISATIONS = 60
Cell = tuple[Criterion, list[int | None]]


def claims() -> list[Claim]:
    """Explain every criterion of sixty organisations: all 74 rules, not only the easy ones."""
    cells = _cells()
    bare = len(cells) / seconds(lambda: [criterion.outcome(values) for criterion, values in cells])
    worded = len(cells) / seconds(
        lambda: [reason_text(criterion.outcome(values), "vi") for criterion, values in cells], rounds=7
    )
    fast = len(cells) / seconds(lambda: [criterion.cell(values) for criterion, values in cells])
    return [
        Claim(
            "Explain one criterion exactly, without the text",
            "≥ 100,000 cells/s",
            f"{bare:,.0f} cells/s",
            bare >= 100_000,
        ),
        Claim(
            "… with the reason's text in Vietnamese",
            "≥ 30,000 cells/s",
            f"{worded:,.0f} cells/s",
            worded >= 30_000,
        ),
        Claim("Exact points of one criterion, no reason", "–", f"{fast:,.0f} cells/s"),
    ]


def _cells() -> list[Cell]:
    indicator_set = edition()
    columns = random_columns(indicator_set, ORGANISATIONS)
    everybody = [answers_of(columns, place) for place in range(ORGANISATIONS)]
    scorer = Scorer(indicator_set)
    scorer = scorer.with_spreads(list_spreads(scorer.criteria, everybody, [""] * ORGANISATIONS)[""])
    return [
        (criterion, criterion.values(answers))
        for answers in everybody
        for criterion in scorer.criteria.values()
    ]

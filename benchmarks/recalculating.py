"""Claim: one edit of a dossier, or of a campaign, recomputes in ≤ 10 ms only what depends on it."""

from __future__ import annotations

from itertools import count

from benchmarks.campaign import answers_of, edition, random_columns
from benchmarks.measuring import Claim, milliseconds, seconds
from chamdiem.core.recalculation import CampaignScores, Dossier
from chamdiem.core.scoring import Scorer

MEMBERS = 700


def claims() -> list[Claim]:
    """Edit a shared figure (the population) and an extreme of a peer rule."""
    indicator_set = edition()
    columns = random_columns(indicator_set, MEMBERS)
    everybody = [answers_of(columns, place) for place in range(MEMBERS)]
    dossier, ticks = Dossier(Scorer(indicator_set), everybody[0]), count(1000)

    def edit_dossier() -> None:
        dossier.change("I.4", next(ticks))
        assert dossier.sheet.total.maximum > 0  # noqa: S101  the sheet is part of the work

    scratch = Scorer(indicator_set)
    campaign = CampaignScores(indicator_set, everybody, [""] * MEMBERS)
    one = seconds(edit_dossier)
    whole = seconds(lambda: scratch.score(everybody[0]))
    local = seconds(lambda: campaign.change(3, "3.3.a", next(ticks)))
    column = seconds(lambda: campaign.change(3, "8.4.a", 10**9 + next(ticks)), rounds=9)
    return [
        Claim(
            "Recalculate one dossier after a change, with its sums",
            "≤ 10 ms",
            milliseconds(one),
            one <= 0.010,
        ),
        Claim("… the same dossier from scratch, all reasons", "–", milliseconds(whole)),
        Claim(f"One edit in a campaign of {MEMBERS}", "–", milliseconds(local)),
        Claim(
            f"… a new peer extreme: the column of {MEMBERS} again, with reasons", "–", milliseconds(column)
        ),
    ]

"""A result shows of a group of bonuses or deductions what counts, and says where its rows make more."""

from __future__ import annotations

from fractions import Fraction

from chamdiem.campaigns.models import Track
from chamdiem.indicators.models import Edition
from chamdiem.results.models import Closing, Result
from chamdiem.results.score_sheets import score_sheet
from tests.capped import CAPPED, POINTS


def test_a_group_shows_what_counts_and_why() -> None:
    edition = Edition(key="capped", document=CAPPED, content_hash="capped")
    criteria = [
        {
            "key": key,
            "status": "scored",
            "maximum": str(points),
            "reason": "",
            "reason_en": "",
            "is_decided": False,
        }
        | dict.fromkeys(("claimed", "appraised", "points"), str(points))
        for key, points in POINTS.items()
    ]
    result = Result(closing=Closing(track=Track(edition=edition)), criteria=criteria)
    lines = {line.row.key: line for line in score_sheet(result=result)}
    assert [(lines[key].points, lines[key].claimed, lines[key].maximum) for key in ("III", "IV")] == [
        (Fraction(6), Fraction(6), Fraction(6)),
        (Fraction(5), Fraction(5), Fraction(5)),
    ]
    assert lines["IV"].reason == "Nhóm IV: trừ 7 điểm, tối đa 5 → trừ 5"
    assert lines["I"].reason == ""

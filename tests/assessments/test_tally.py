"""The totals a dossier shows are those of its score sheet, groups of bonuses and deductions included."""

from __future__ import annotations

from chamdiem.assessments.asked import asked_of
from chamdiem.assessments.tally import counts_of
from chamdiem.indicators.models import Edition
from tests.capped import CAPPED, POINTS


def test_what_a_dossier_claims_keeps_bonuses_and_deductions_within_their_groups() -> None:
    asked = asked_of(Edition(key="capped", document=CAPPED, content_hash="capped"))
    sheet = asked.edition.scorer.score({f"{key}.points": 100 * points for key, points in POINTS.items()})
    tally: dict[str, list[int | None]] = {key: [100 * points, 0, 0] for key, points in POINTS.items()}
    assert sheet.total.points == 50 + 6 - 5
    assert counts_of(asked, tally).claimed == sheet.total

"""Dossiers filled in for the tests of results: what Sở A and Sở B declare, find and rule."""

from __future__ import annotations

from decimal import Decimal

from chamdiem.appraisals.models import Appraisal, Ruling
from chamdiem.assessments.models import Answer, Assessment, CriterionEntry
from chamdiem.campaigns.models import Campaign
from tests.people import NOW, Cast

# 1.1 head 10; 1.2 yes 10; 1.3 agreed 8; 2.1 40/100 → 10; 2.2 50 of 100 → 5; 2.3 four meetings 10.
CLAIM_A = {"1.1.x": 0, "1.2.x": 1, "1.3.points": 800, "2.1.a": 40, "I.1": 100, "2.2.a": 50_000, "2.3.n": 4}
# 1.1 deputy 5; 1.2 no 0; 1.3 6; 2.1 80/100 → 20; 2.2 100 of 100 → 10; 2.3 two meetings 5.
CLAIM_B = {"1.1.x": 1, "1.2.x": 0, "1.3.points": 600, "2.1.a": 80, "I.1": 100, "2.2.a": 100_000, "2.3.n": 2}


def declare(cast: Cast, assessment: Assessment, answers: dict[str, int]) -> None:
    """Put answers into a dossier."""
    Answer.objects.bulk_create(
        Answer(assessment=assessment, figure=figure, value=value, typed=str(value), changed_at=NOW)
        for figure, value in answers.items()
    )


def fill(cast: Cast) -> None:
    """Both dossiers are in, and the campaign waits for its closing."""
    declare(cast, cast.a, CLAIM_A)
    declare(cast, cast.b, CLAIM_B)
    hand_in(cast.a, cast.b)
    Campaign.objects.filter(pk=cast.campaign.pk).update(status=Campaign.Status.RULING)
    cast.campaign.refresh_from_db()


def hand_in(*dossiers: Assessment) -> None:
    """They were handed in, and are being completed."""
    Assessment.objects.filter(pk__in=[each.pk for each in dossiers]).update(submitted_at=NOW)


def never_handed_in(*dossiers: Assessment) -> None:
    """They were not."""
    Assessment.objects.filter(pk__in=[each.pk for each in dossiers]).update(status="draft", submitted_at=None)


def award(cast: Cast, assessment: Assessment, criterion: str, points: str) -> None:
    """An appraiser gives other points."""
    Appraisal.objects.create(
        assessment=assessment,
        round=1,
        criterion_key=criterion,
        verdict=Appraisal.Verdict.AWARDED,
        points=Decimal(points),
        reason="thiếu minh chứng quý IV của ông Trần Văn Tèo",
        appraised_by=cast.chi,
        appraised_at=NOW,
    )


def rule(cast: Cast, assessment: Assessment, criterion: str, points: str) -> None:
    """The council has the last word."""
    Ruling.objects.update_or_create(
        assessment=assessment,
        criterion_key=criterion,
        defaults={
            "points": Decimal(points),
            "reason": "hội đồng kết luận",
            "ruled_by": cast.ha,
            "ruled_at": NOW,
        },
    )


def rule_on_figures(cast: Cast, assessment: Assessment, criterion: str, answers: dict[str, int]) -> None:
    """The council says which figures hold."""
    Ruling.objects.create(
        assessment=assessment,
        criterion_key=criterion,
        answers=answers,
        reason="hội đồng công nhận số liệu này",
        ruled_by=cast.ha,
        ruled_at=NOW,
    )


def take_out(cast: Cast, assessment: Assessment, criterion: str) -> None:
    """A criterion does not apply."""
    CriterionEntry.objects.create(
        assessment=assessment,
        criterion_key=criterion,
        is_not_applicable=True,
        not_applicable_reason="đơn vị không có dịch vụ công",
        changed_at=NOW,
    )

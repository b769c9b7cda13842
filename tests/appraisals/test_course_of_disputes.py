"""How a dispute went, as the organisation reads it and is told of it."""

from __future__ import annotations

from chamdiem.appraisals.services.explaining import open_explanation
from chamdiem.appraisals.services.finishing import finish_appraisal
from chamdiem.appraisals.services.ruling import rule_criterion
from chamdiem.appraisals.services.telling import tell_ruled
from chamdiem.campaigns.hooks import tell_moved
from chamdiem.campaigns.models import Campaign
from chamdiem.notices.models import Notice

from ..people import Cast
from .asking import Opened, text_at
from .staging import (
    APPRAISING,
    appraise_all,
    begin_appraisal,
    begin_ruling,
    begin_second_round,
    decide,
    move_campaign,
)


def _rule(cast: Cast, reason: str = "Hội đồng đếm được 50 dịch vụ") -> None:
    rule_criterion(
        actor=cast.ha,
        assessment_id=cast.a.pk,
        key="2.1",
        points="5",
        reason=reason,
        version=0,
        now=APPRAISING,
    )


def _titles(cast: Cast) -> list[str]:
    return [each.title for each in Notice.objects.filter(user=cast.an).order_by("pk")]


def test_every_round_is_shown_with_its_decision_and_reason(cast: Cast, opened: Opened) -> None:
    begin_ruling(cast)
    page = text_at(opened("an"), f"/giai-trinh/{cast.a.pk}/")
    course = page.partition("Diễn biến")[2]
    assert "Chỉ có 40 dịch vụ toàn trình" in page
    assert "Phụ lục liệt kê 40 dịch vụ" in course
    assert cast.chi.name not in course


def test_what_was_accepted_at_last_stays_to_be_read(cast: Cast, opened: Opened) -> None:
    begin_second_round(cast)
    decide(cast, "2.1")
    finish_appraisal(actor=cast.chi, assessment_id=cast.a.pk, now=APPRAISING)
    page = text_at(opened("an"), f"/giai-trinh/{cast.a.pk}/")
    assert 'id="c-2.1"' in page
    assert "Chỉ có 40 dịch vụ toàn trình" in page
    assert "Đã trả lời 2 / 2" in page


def test_the_ruling_is_shown_once_results_are_published(cast: Cast, opened: Opened) -> None:
    begin_ruling(cast)
    _rule(cast)
    client, page = opened("an"), f"/giai-trinh/{cast.a.pk}/"
    for stage in ("ruling", "closing", "closed"):
        move_campaign(cast, stage)
        assert "Hội đồng đếm được 50 dịch vụ" not in text_at(client, page)
    move_campaign(cast, Campaign.Status.PUBLISHED)
    shown = text_at(client, page)
    assert "Hội đồng đếm được 50 dịch vụ" in shown
    assert cast.ha.name not in shown


def test_the_organisation_is_told_what_it_is_to_explain(cast: Cast) -> None:
    begin_appraisal(cast)
    appraise_all(cast)
    assert _titles(cast) == []
    move_campaign(cast, Campaign.Status.EXPLANATION)
    open_explanation(actor=cast.giang, assessment_id=cast.a.pk, now=APPRAISING)
    told = Notice.objects.get(user=cast.an)
    assert "mời Sở Xây dựng giải trình" in told.title
    assert "1.2, 2.1" in told.detail
    assert told.url == f"/giai-trinh/{cast.a.pk}/"
    assert Notice.objects.filter(user=cast.dung).count() == 1
    assert not Notice.objects.filter(user=cast.binh).exists()


def test_the_organisation_is_told_of_the_second_decision_and_of_the_ruling(cast: Cast) -> None:
    begin_ruling(cast)
    assert "đã thẩm định lại giải trình của Sở Xây dựng" in _titles(cast)[-1]
    _rule(cast)
    tell_moved(cast.campaign, cast.giang, APPRAISING)
    assert len(_titles(cast)) == 2
    move_campaign(cast, Campaign.Status.PUBLISHED)
    tell_moved(cast.campaign, cast.giang, APPRAISING)
    assert "hội đồng đã kết luận" in _titles(cast)[-1]
    # Published again without another ruling it is nothing new.
    tell_ruled(cast.campaign, now=APPRAISING)
    assert len(_titles(cast)) == 3

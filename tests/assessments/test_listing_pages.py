"""The list of dossiers, what a contributor is told there and inside, and constant numbers of queries."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from chamdiem.assessments import services
from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import Campaign, Participant
from chamdiem.organisations.models import Organisation
from tests.people import NOW, Cast

from .asking import Opened, at, autosave, text
from .filling import fill, show_evidence

pytestmark = pytest.mark.usefixtures("stopped_clock")


def _more_dossiers(cast: Cast, count: int) -> None:
    """Dossiers of the same body in further campaigns, filled and with evidence."""
    for number in range(count):
        campaign = Campaign.objects.get(pk=cast.campaign.pk)
        campaign.pk, campaign.name = None, f"Kỳ {number} {Organisation.objects.count()}"
        campaign.save()
        participant = Participant.objects.create(
            campaign=campaign,
            track=cast.track,
            organisation=Organisation.objects.create(
                code=f"N{number}",
                name=f"Đơn vị {number}",
                kind=cast.body_a.kind,
                path=f"{cast.body_a.path}9{number}/",
            ),
            code=f"N{number}",
            name=f"Đơn vị {number}",
            joined_at=NOW,
        )
        Assessment.objects.create(participant=participant)


@pytest.mark.parametrize("count", [3, 60])
def test_the_list_takes_the_same_queries_for_3_and_for_60(
    cast: Cast, opened: Opened, django_assert_num_queries: Any, count: int
) -> None:
    _more_dossiers(cast, count)
    client = opened("an")
    with django_assert_num_queries(6):
        page = text(client, "/ho-so/")
    assert page.count("data-item") == min(50, count + 1)


@pytest.mark.parametrize(
    ("until", "said"), [(-3, "quá hạn 3 ngày"), (0, "hôm nay là ngày cuối"), (2, "còn 2 ngày")]
)
def test_days_are_counted_alike_on_the_first_page_in_the_list_and_in_the_dossier(
    cast: Cast, opened: Opened, until: int, said: str
) -> None:
    Campaign.objects.filter(pk=cast.campaign.pk).update(entry_until=NOW.date() + timedelta(days=until))
    pages = ["/", "/ho-so/"] if until < 0 else ["/", "/ho-so/", f"/ho-so/{cast.a.pk}/thong-tin-chung/"]
    assert [page for page in pages if said not in text(opened("an"), page)] == []


def test_a_dossier_that_is_explained_shows_the_deadline_of_that(cast: Cast, opened: Opened) -> None:
    until = NOW.date() + timedelta(days=40)
    Campaign.objects.filter(pk=cast.campaign.pk).update(
        status="explanation", explanation_until=until, ruling_until=until, publication_on=until
    )
    Assessment.objects.filter(pk=cast.a.pk).update(status="explanation", submitted_at=NOW)
    page = text(opened("an"), "/ho-so/")
    assert f"{until:%d/%m/%Y}" in page
    assert "Hạn giải trình · còn 40 ngày" in page
    assert "Hạn giải trình: " in text(opened("an"), f"/ho-so/{cast.a.pk}/thong-tin-chung/")


@pytest.mark.parametrize(
    ("path", "most"), [("", 16), ("thong-tin-chung/", 10), ("con-thieu/", 10), ("duyet/", 11)]
)
def test_a_full_dossier_takes_no_more_queries_than_an_empty_one(
    cast: Cast, opened: Opened, django_assert_num_queries: Any, path: str, most: int
) -> None:
    client = opened("an")
    text(client, at(cast, path))
    with django_assert_num_queries(most, exact=False):
        text(client, at(cast, path))
    fill(cast)
    for _ in range(5):
        show_evidence(cast, cast.a, "1.1")
        services.add_remark(actor=cast.kien, assessment_id=cast.a.pk, key="2.1", text="…", now=NOW)
    # Documents bring their files with them, and which of these the body had before.
    with django_assert_num_queries(most + 4, exact=False):
        text(client, at(cast, path))


def test_autosave_takes_a_constant_number_of_queries(
    cast: Cast, opened: Opened, django_assert_max_num_queries: Any
) -> None:
    client = opened("an")
    fill(cast)
    with django_assert_max_num_queries(20):
        assert autosave(client, cast, "2.3", "2.3.n", "4", version=1).status_code == 200


def test_the_list_finds_without_accents_and_by_state(cast: Cast, opened: Opened) -> None:
    client = opened("an")
    Organisation.objects.filter(pk=cast.body_a.pk).update(search_text="so xay dung")
    assert "Sở Xây dựng</a>" in text(client, "/ho-so/?q=xay+dung")
    assert "Không có hồ sơ phù hợp" in text(client, "/ho-so/?q=y+te")
    assert "Không có hồ sơ phù hợp" in text(client, "/ho-so/?state=final")
    assert "Chưa có hồ sơ nào" in text(opened("lan"), "/ho-so/")


def test_a_contributor_is_told_of_her_part_and_not_of_the_whole(cast: Cast, opened: Opened) -> None:
    fill(cast)
    for path in ("con-thieu/", "duyet/"):
        part, whole = text(opened("kien"), at(cast, path)), text(opened("an"), at(cast, path))
        assert "Phần được giao đã đủ" in part
        assert "Điểm phần được giao" in part
        for said in ("Tổng điểm", "Hồ sơ đã đủ", "Đủ số liệu và tài liệu."):
            assert said not in part
        assert "phần được giao" not in whole.lower()
        assert "Tổng điểm tự đánh giá" in whole


def test_nothing_speaks_to_a_contributor_of_approving_and_sending(cast: Cast, opened: Opened) -> None:
    fill(cast)
    Campaign.objects.update(entry_until="2026-11-05")
    services.approve(actor=cast.dung, assessment_id=cast.a.pk, seen_revision=cast.a.revision, now=NOW)
    services.save_answer(
        actor=cast.an, assessment_id=cast.a.pk, figure="2.3.n", typed="4", seen_version=1, now=NOW
    )
    for path in ("", "con-thieu/", "duyet/"):
        part, whole = text(opened("kien"), at(cast, path)), text(opened("an"), at(cast, path))
        assert "Phê duyệt" in whole
        for said in ("hê duyệt", "Xem lại và gửi", "trước khi gửi", "Gửi thẩm định"):
            assert said not in part
        assert "23:59 31/10/2026" in part
        assert "23:59 05/11/2026" in whole


def test_the_list_counts_for_a_contributor_only_what_is_hers(cast: Cast, opened: Opened) -> None:
    part, whole = text(opened("kien"), "/ho-so/"), text(opened("an"), "/ho-so/")
    assert "0 / 1" in part
    assert "phần được giao" in part
    assert "0 / 1<" not in whole
    assert "phần được giao" not in whole


def test_what_is_missing_says_where_a_criterion_ends_before_the_rest(cast: Cast, opened: Opened) -> None:
    said = "hạn riêng của tiêu chí: hết ngày 31/10/2026"
    page, an = f"/ho-so/{cast.a.pk}/con-thieu/", opened("an")
    assert said not in an.get(page).content.decode()
    Campaign.objects.update(entry_until=date(2026, 11, 5))
    assert an.get(page).content.decode().count(said) == 1

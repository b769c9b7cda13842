"""Pages of results and of the portal: who sees what, in a constant number of queries."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import Participant
from chamdiem.organisations.models import Organisation
from chamdiem.results.comparing import GroupShare
from chamdiem.results.reviews import find_review_job
from chamdiem.results.selectors import main_groups
from chamdiem.results.services import close_campaign, publish_results, reopen_for_erratum
from chamdiem.results.showing import radar
from tests.people import NOW, Cast

from .dossiers import CLAIM_A, award, declare, fill, rule

Opened = Callable[[str], Client]


@pytest.fixture
def closed(cast: Cast) -> Cast:
    """Closed, not yet published."""
    fill(cast)
    award(cast, cast.a, "1.2", "4")
    close_campaign(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    return cast


@pytest.fixture
def published(closed: Cast) -> Cast:
    """Published."""
    publish_results(actor=closed.giang, campaign_id=closed.campaign.pk, now=NOW)
    return closed


def _league(cast: Cast, face: str = "results") -> str:
    return reverse(f"{face}:league", args=[cast.campaign.pk])


def test_before_publication_only_the_authority_sees_the_table(closed: Cast, opened: Opened) -> None:
    assert opened("giang").get(_league(closed)).status_code == 200
    assert opened("an").get(_league(closed)).status_code == 404
    assert Client().get(_league(closed, "portal")).status_code == 404


def test_what_is_closed_is_published_after_a_question_or_opened_again_with_a_reason(
    closed: Cast, opened: Opened
) -> None:
    giang, address = opened("giang"), _league(closed)
    page = giang.get(address).content.decode()
    question = page[page.index('popover id="publish"') :]
    assert "Lần công bố không rút lại được" in question[: question.index("</dialog>")]
    assert 'id="reopen-reason"' in page
    reopen = reverse("results:reopen", args=[closed.campaign.pk])
    page = giang.post(reopen, {"reason": "Sót một kết luận"}, follow=True).content.decode()
    assert "Đã mở lại để sửa" in page
    closed.campaign.refresh_from_db()
    assert closed.campaign.status == "ruling"


@pytest.mark.parametrize(
    ("act", "typed", "sentence"),
    [
        ("reopen", " ngắn ", "ít nhất 10 ký tự"),
        ("reopen", "", "ít nhất 10 ký tự"),
        ("publish", "   ", "ghi rõ nội dung và lý do đính chính"),
    ],
)
def test_a_correction_without_a_reason_is_asked_again(
    published: Cast, opened: Opened, act: str, typed: str, sentence: str
) -> None:
    giang, campaign = opened("giang"), published.campaign
    if act == "publish":
        reopen_for_erratum(actor=published.giang, campaign_id=campaign.pk, reason="sai số liệu", now=NOW)
        close_campaign(actor=published.giang, campaign_id=campaign.pk, now=NOW)
    address = reverse(f"results:{act}", args=[campaign.pk])
    answer = giang.post(address, {"reason": typed})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert sentence in page
    assert re.search(rf'<textarea[^>]* name="reason"[^>]*>\s*{typed.strip()}', page)
    assert campaign.releases.count() == 1
    assert giang.post(address, {"reason": "Sửa số liệu của Sở Y tế"}).status_code == 302


def test_what_is_published_is_neither_under_way_nor_to_be_reviewed(published: Cast, opened: Opened) -> None:
    giang, campaign = opened("giang"), published.campaign.pk
    closing = giang.get(reverse("results:show_closing", args=[campaign])).content.decode()
    review = giang.get(reverse("results:readiness", args=[campaign])).content.decode()
    assert "Kết quả đã chốt và đã công bố." in closing
    assert "Việc này chạy nền" not in closing
    assert "Rà soát được từ khi mở kỳ đánh giá đến trước khi chốt" in review
    assert "Chưa rà soát lần nào" not in review
    asked = reverse("results:review", args=[campaign])
    assert asked not in review
    assert giang.post(asked).status_code == 409
    assert not find_review_job(published.campaign)


def test_who_publishes_a_correction_is_told_that_everybody_reads_its_reason(
    published: Cast, opened: Opened
) -> None:
    giang, campaign = opened("giang"), published.campaign
    reopen_for_erratum(actor=published.giang, campaign_id=campaign.pk, reason="sai số liệu", now=NOW)
    close_campaign(actor=published.giang, campaign_id=campaign.pk, now=NOW)
    page = giang.get(_league(published)).content.decode()
    question = page[page.index('popover id="publish"') :].partition("</dialog>")[0]
    again = giang.post(reverse("results:publish", args=[campaign.pk]), {"reason": ""}).content.decode()
    for shown in (question, again):
        assert "Nội dung và lý do đính chính (công khai)" in shown
        assert "ai cũng đọc được" in shown
        assert "nhật ký" not in shown.partition("<textarea")[2].partition("</form>")[0]


def test_campaigns_with_results_are_exported(published: Cast, opened: Opened) -> None:
    address = reverse("results:campaigns")
    assert "?export=csv" in opened("giang").get(address).content.decode()
    answer = opened("giang").get(address, {"export": "csv"})
    text = b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]
    assert f"{published.campaign.name};{published.province.name};{published.campaign.year};" in text


def test_after_publication_everybody_does_without_sign_in(published: Cast) -> None:
    page = Client().get(_league(published, "portal")).content.decode()
    assert "Sở Xây dựng" in page
    assert "47,00" in page


@pytest.mark.parametrize("face", ["league", "method"])
def test_a_public_page_that_did_not_change_is_not_sent_again(published: Cast, face: str) -> None:
    client, address = Client(), reverse(f"portal:{face}", args=[published.campaign.pk])
    first = client.get(address)
    assert "no-cache" in first["Cache-Control"]
    assert "max-age" not in first["Cache-Control"]
    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])


def test_a_new_release_is_seen_at_once(published: Cast) -> None:
    client, address, person = Client(), _league(published, "portal"), published.giang
    first = client.get(address)
    reopen_for_erratum(actor=person, campaign_id=published.campaign.pk, reason="sai số liệu", now=NOW)
    close_campaign(actor=person, campaign_id=published.campaign.pk, now=NOW)
    publish_results(actor=person, campaign_id=published.campaign.pk, now=NOW, note="sửa số liệu")
    second = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert second.status_code == 200
    assert second["ETag"] != first["ETag"]


def test_the_public_page_holds_nothing_of_a_person(published: Cast) -> None:
    address = reverse("portal:profile", args=[published.campaign.pk, published.a.participant_id])
    page = Client().get(address).content.decode()
    assert "Trần Văn Tèo" not in page
    assert "Theo kết luận thẩm định" in page
    assert not any(person.name in page for person in published.people.values())


def test_the_public_page_says_where_the_council_ruled(closed: Cast) -> None:
    reopen_for_erratum(actor=closed.giang, campaign_id=closed.campaign.pk, reason="sót kết luận", now=NOW)
    rule(closed, closed.a, "1.2", "6")
    close_campaign(actor=closed.giang, campaign_id=closed.campaign.pk, now=NOW)
    publish_results(actor=closed.giang, campaign_id=closed.campaign.pk, now=NOW)
    address = reverse("portal:profile", args=[closed.campaign.pk, closed.a.participant_id])
    page = Client().get(address).content.decode()
    assert "Theo kết luận của hội đồng" in page
    assert "Theo kết luận thẩm định" not in page
    assert "hội đồng kết luận" not in page


def test_the_authority_reads_why(published: Cast, opened: Opened) -> None:
    address = reverse("results:profile", args=[published.campaign.pk, published.a.participant_id])
    assert "Trần Văn Tèo" in opened("giang").get(address).content.decode()


@pytest.fixture
def corrected(published: Cast) -> Cast:
    """Published, ruled anew and published again: Sở A has one point less."""
    person, campaign_id = published.giang, published.campaign.pk
    reopen_for_erratum(actor=person, campaign_id=campaign_id, reason="sai số liệu", now=NOW)
    rule(published, published.a, "1.2", "3")
    close_campaign(actor=person, campaign_id=campaign_id, now=NOW)
    publish_results(actor=person, campaign_id=campaign_id, now=NOW, note="cộng nhầm tiêu chí 1.2")
    return published


@pytest.mark.parametrize("name", ["league", "heat", "profile"])
def test_an_earlier_release_stays_readable_and_says_that_it_was_replaced(
    corrected: Cast, opened: Opened, name: str
) -> None:
    arguments = [corrected.campaign.pk, *([corrected.a.participant_id] if name == "profile" else [])]
    address, client = reverse(f"results:{name}", args=arguments), opened("giang")
    first, second, current = (
        client.get(address, asked).content.decode() for asked in ({"lan": "1"}, {"lan": "2"}, {})
    )
    before, after = ("4,00", "3,00") if name == "heat" else ("47,00", "46,00")
    assert before in first
    assert after not in first or name == "league"
    assert after in current
    assert "đã được thay bằng công bố lần 2" in first
    assert "cộng nhầm tiêu chí 1.2" in first
    assert f"{_league(corrected)}?track={corrected.track.pk}&amp;lan=2" in first
    for page in (second, current):
        assert "đã được thay bằng" not in page
    assert client.get(address, {"lan": "3"}).status_code == 404


def test_links_and_files_of_an_earlier_release_stay_with_it(corrected: Cast, opened: Opened) -> None:
    client = opened("giang")
    page = client.get(_league(corrected), {"lan": "1"}).content.decode()
    profile = reverse("results:profile", args=[corrected.campaign.pk, corrected.a.participant_id])
    assert f"{profile}?track={corrected.track.pk}&amp;lan=1" in page
    first, second = (
        load_workbook(BytesIO(client.get(_league(corrected), {"lan": n, "export": "xlsx"}).content)).active
        for n in "12"
    )
    assert first is not None
    assert second is not None
    assert "công bố lần 1" in str(first.cell(2, 1).value)
    assert "đã được thay" in str(first.cell(2, 1).value)
    assert "đã được thay" not in str(second.cell(2, 1).value)
    assert [sheet.cell(4, 7).value for sheet in (first, second)] == [47, 46]


def test_the_public_page_shows_the_newest_and_lists_what_changed_and_why(corrected: Cast) -> None:
    page = Client().get(_league(corrected, "portal")).content.decode()
    assert "Công bố lần 2 lúc" in page
    assert "46,00" in page
    assert "cộng nhầm tiêu chí 1.2" in page
    assert re.search(r"Sở Xây dựng: <span[^>]*>47,00 → 46,00", page)
    assert re.search(r"1\.2 <span[^>]*>[^<]*</span>: <span[^>]*>4,00 → 3,00", page)
    assert page.count(" → ") == 2
    assert f"{_league(corrected, 'portal')}?track={corrected.track.pk}&amp;lan=1" in page


@pytest.mark.parametrize("name", ["league", "profile"])
def test_the_public_opens_an_earlier_release_and_is_told_that_it_was_replaced(
    corrected: Cast, name: str
) -> None:
    arguments = [corrected.campaign.pk, *([corrected.a.participant_id] if name == "profile" else [])]
    address, client = reverse(f"portal:{name}", args=arguments), Client()
    page = client.get(address, {"lan": "1"}).content.decode()
    assert "47,00" in page
    assert "đã được thay bằng công bố lần 2" in page
    assert f"{_league(corrected, 'portal')}?track={corrected.track.pk}&amp;lan=2" in page
    assert _league(corrected) not in page.replace(_league(corrected, "portal"), "")
    assert "đã được thay bằng" not in client.get(address).content.decode()
    assert client.get(address, {"lan": "3"}).status_code == 404


def test_public_links_and_files_of_an_earlier_release_stay_with_it(corrected: Cast) -> None:
    client, address = Client(), _league(corrected, "portal")
    page = client.get(address, {"lan": "1"}).content.decode()
    for name in ("profile", "method"):
        more = [corrected.a.participant_id] if name == "profile" else []
        link = reverse(f"portal:{name}", args=[corrected.campaign.pk, *more])
        assert f"{link}?track={corrected.track.pk}&amp;lan=1" in page
    sheet = load_workbook(BytesIO(client.get(address, {"lan": "1", "export": "xlsx"}).content)).active
    assert sheet is not None
    assert "công bố lần 1" in str(sheet.cell(2, 1).value)
    assert "đã được thay" in str(sheet.cell(2, 1).value)
    assert sheet.cell(4, 7).value == 47


def test_what_is_closed_and_not_published_stays_with_the_authority(corrected: Cast, opened: Opened) -> None:
    person, campaign_id = corrected.giang, corrected.campaign.pk
    reopen_for_erratum(actor=person, campaign_id=campaign_id, reason="sai số liệu nữa", now=NOW)
    rule(corrected, corrected.a, "1.2", "2")
    close_campaign(actor=person, campaign_id=campaign_id, now=NOW)
    for client, face in ((Client(), "portal"), (opened("an"), "results")):
        assert "46,00" in client.get(_league(corrected, face)).content.decode()
        assert "45,00" not in client.get(_league(corrected, face)).content.decode()
    assert "45,00" in opened("giang").get(_league(corrected)).content.decode()


def test_who_does_not_run_the_campaign_opens_every_release(corrected: Cast, opened: Opened) -> None:
    for number in ("1", "2"):
        assert opened("an").get(_league(corrected), {"lan": number}).status_code == 200
    assert opened("an").get(_league(corrected), {"lan": "3"}).status_code == 404


@pytest.mark.parametrize(("count", "kind"), [(0, "bars"), (1, "bars"), (2, "bars"), (3, "radar")])
def test_few_groups_are_compared_as_bars(count: int, kind: str) -> None:
    shares = [GroupShare(f"Nhóm {number}", *[Fraction(1, 2)] * 3) for number in range(count)]
    assert radar("Sở A", shares)["kind"] == kind


@pytest.mark.parametrize(("points", "percent"), [("19.56", 61.13), ("20.68", 64.63), ("0", 0), ("32", 100)])
def test_percentages_of_charts_are_rounded_half_up(points: str, percent: float) -> None:
    """61,125 % is 61,13 %, as points are rounded; to even it were 61,12 %."""
    shares = [GroupShare("Nhóm", *[Fraction(points) / 32] * 3)]
    assert [each["values"] for each in radar("Sở A", shares)["series"]] == [[percent]] * 3


def test_the_profile_compares_whatever_the_number_of_groups(published: Cast) -> None:
    address = reverse("portal:profile", args=[published.campaign.pk, published.a.participant_id])
    response = Client().get(address)
    assert len(main_groups(response.context["closing"])) < 3
    assert response.context["radar"]["labels"]
    assert 'data-chart="radar"' in response.content.decode()


def test_an_export_holds_every_line_and_no_formula(published: Cast, opened: Opened) -> None:
    answer = opened("giang").get(_league(published), {"export": "xlsx"})
    sheet = load_workbook(BytesIO(answer.content)).active
    assert sheet is not None
    assert [sheet.cell(row, 5).value for row in (4, 5)] == ["Sở Xây dựng", "Sở Y tế"]
    assert sheet.cell(4, 7).value == 47


def join_many(cast: Cast, count: int) -> None:
    """So many more organisations, each with what Sở A declares."""
    for number in range(count):
        organisation = Organisation.objects.create(
            code=f"X{number}",
            name=f"Đơn vị {number}",
            kind=cast.body_a.kind,
            path=f"{cast.province.path}x{number}/",
        )
        participant = Participant.objects.create(
            campaign=cast.campaign,
            track=cast.track,
            organisation=organisation,
            code=organisation.code,
            name=organisation.name,
            joined_at=NOW,
        )
        dossier = Assessment.objects.create(participant=participant, submitted_at=NOW)
        declare(cast, dossier, CLAIM_A)


@pytest.mark.parametrize("name", ["league", "heat"])
def test_the_number_of_queries_does_not_grow(
    cast: Cast, opened: Opened, name: str, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    fill(cast)
    join_many(cast, 60)
    close_campaign(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    client = opened("giang")
    with django_assert_max_num_queries(16):  # type: ignore[attr-defined]
        client.get(reverse(f"results:{name}", args=[cast.campaign.pk]))


def test_closing_reads_a_batch_in_a_constant_number_of_queries(cast: Cast) -> None:
    fill(cast)
    closed: dict[str, object] = {"actor": cast.giang, "campaign_id": cast.campaign.pk, "now": NOW}
    with CaptureQueriesContext(connection) as few:
        close_campaign(**closed)  # type: ignore[arg-type]
    reopen_for_erratum(reason="thêm đơn vị", **closed)  # type: ignore[arg-type]
    join_many(cast, 60)
    with CaptureQueriesContext(connection) as many:
        close_campaign(**closed)  # type: ignore[arg-type]
    assert len(many) <= len(few)


@pytest.mark.parametrize("face", ["results", "portal"])
def test_a_profile_says_how_many_losses_it_does_not_tell(
    published: Cast, opened: Opened, monkeypatch: pytest.MonkeyPatch, face: str
) -> None:
    client, place = (
        opened("giang"),
        reverse(f"{face}:profile", args=[published.campaign.pk, published.a.participant.pk]),
    )
    assert "tiêu chí bị mất điểm" not in client.get(place).content.decode()
    views = "chamdiem.results.views.tables" if face == "results" else "chamdiem.portal.views"
    monkeypatch.setattr(f"{views}.MOST_LOSSES", 2)
    page = client.get(place).content.decode()
    assert "Nêu 2 trong 4 tiêu chí bị mất điểm; phiếu điểm bên dưới có đủ." in page

"""One dossier in appraisal: its criteria side by side, decisions, and accepting many at once."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from chamdiem.appraisals.models import Appraisal
from chamdiem.appraisals.selectors.shown import list_documents
from chamdiem.assessments.models import CriterionEntry
from chamdiem.evidence.models import EvidenceUse, StoredFile

from ..people import NOW, Cast
from .asking import HTMX, Opened, text_at
from .crowd import join_departments
from .staging import (
    begin_second_round,
    decide,
)


@pytest.mark.parametrize("key", ["1.1", "2.1", "2.2"])
def test_the_split_view_and_the_overview_cost_the_same_for_every_dossier_of_the_track(
    appraising: Cast, opened: Opened, django_assert_num_queries: Any, key: str
) -> None:
    client = opened("chi")
    places = (f"/tham-dinh/{appraising.a.pk}/{key}/", f"/tham-dinh/{appraising.a.pk}/")
    for number, place in enumerate(places):
        text_at(client, place)
        with CaptureQueriesContext(connection) as few:
            text_at(client, place)
        join_departments(appraising, range(number * 5, number * 5 + 5))
        with django_assert_num_queries(len(few)):
            text_at(client, place)


def test_a_refused_document_says_why_in_the_language_of_the_page(appraising: Cast) -> None:
    EvidenceUse.objects.filter(assessment=appraising.a).update(
        verdict=EvidenceUse.Verdict.REFUSED, refusal_code="wrong_period"
    )
    with override("en"):
        reasons = {each.reason for each in list_documents(appraising.a, "2.1")["2.1"]}
    assert reasons == {"Outside the reference period"}


def test_a_file_that_can_run_is_marked_where_it_is_listed(appraising: Cast, opened: Opened) -> None:
    lists = {"chi": f"/tham-dinh/{appraising.a.pk}/2.1/", "an": f"/ho-so/{appraising.a.pk}/tieu-chi/2.1/"}
    mark = "Có nội dung chạy được hoặc liên kết ra ngoài"
    assert [mark in text_at(opened(each), place) for each, place in lists.items()] == [False, False]
    StoredFile.objects.update(has_active_content=True)
    assert [mark in text_at(opened(each), place) for each, place in lists.items()] == [True, True]


def test_the_split_view_shows_documents_claim_rule_and_decision(appraising: Cast, opened: Opened) -> None:
    text = text_at(opened("chi"), f"/tham-dinh/{appraising.a.pk}/2.1/")
    for part in (
        "Chữ ký hợp lệ",
        "15,00",
        "Tỷ lệ = 60 / 100",
        "a = số dịch vụ toàn trình",
        "4 / 6",
        'data-key="a"',
        'name="figure:2.1.a"',
    ):
        assert part in text


def test_who_only_watches_gets_no_form(appraising: Cast, opened: Opened) -> None:
    text = text_at(opened("giang"), f"/tham-dinh/{appraising.a.pk}/2.1/")
    assert "chỉ xem" in text
    assert "/ket-luan/" not in text


def test_a_decision_goes_on_to_the_next_criterion(appraising: Cast, opened: Opened) -> None:
    place = f"/tham-dinh/{appraising.a.pk}/2.1/ket-luan/"
    data = {
        "verdict": "corrected",
        "version": "0",
        "figure:2.1.a": "40",
        "figure:I.1": "100",
        "reason": "Chỉ có 40",
    }
    response = opened("chi").post(place, data)
    assert response.status_code == 302
    assert response["Location"] == f"/tham-dinh/{appraising.a.pk}/2.2/"
    assert Appraisal.objects.get().answers == {"2.1.a": 40}


def test_htmx_is_told_where_to_go(appraising: Cast, opened: Opened) -> None:
    place = f"/tham-dinh/{appraising.a.pk}/2.3/ket-luan/"
    response = opened("chi").post(place, {"verdict": "accepted", "version": "0"}, headers=HTMX)
    assert (response.status_code, response["HX-Redirect"]) == (204, f"/tham-dinh/{appraising.a.pk}/")


def test_a_refusal_for_htmx_is_an_alert_and_leaves_the_form(appraising: Cast, opened: Opened) -> None:
    place = f"/tham-dinh/{appraising.a.pk}/1.3/ket-luan/"
    data = {"verdict": "awarded", "version": "0", "points": "11", "reason": "Chấm"}
    response = opened("chi").post(place, data, headers=HTMX)
    assert (response.status_code, response["HX-Retarget"]) == (422, "#messages")
    assert "10" in response.content.decode()


def test_a_conflict_shows_both_decisions(appraising: Cast, opened: Opened) -> None:
    decide(appraising, "1.2", "awarded", points="5", reason="Chưa cập nhật")
    place = f"/tham-dinh/{appraising.a.pk}/1.2/ket-luan/"
    data = {"verdict": "awarded", "version": "0", "points": "7", "reason": "Có cập nhật"}
    response = opened("chi").post(place, data)
    assert response.status_code == 409
    text = response.content.decode()
    assert "chấm điểm 5: Chưa cập nhật" in text
    assert "chấm điểm 7: Có cập nhật" in text


@pytest.mark.parametrize(
    ("place", "data"),
    [
        ("{a}/2.1/ket-luan/", {"verdict": "loved", "version": "0"}),
        ("{a}/2.1/ket-luan/", {"verdict": "accepted", "version": "one"}),
        ("{a}/tai-lieu/{use}/", {"verdict": "accepted"}),
        ("{a}/tra-lai/", {"reason": "Bổ sung danh mục", "until": "mai"}),
    ],
)
def test_a_broken_form_is_refused_in_words(
    appraising: Cast, opened: Opened, place: str, data: dict[str, str]
) -> None:
    use = EvidenceUse.objects.get(assessment=appraising.a, criterion_key="2.1")
    address = "/tham-dinh/" + place.format(a=appraising.a.pk, use=use.pk)
    response = opened("chi").post(address, data)
    assert response.status_code == 422
    assert "không đúng dạng" in response.content.decode()
    assert not Appraisal.objects.exists()


def test_upholding_is_a_verdict_of_the_second_round(cast: Cast, opened: Opened) -> None:
    begin_second_round(cast)
    client = opened("chi")
    assert "Giữ nguyên kết quả vòng trước" in text_at(client, f"/tham-dinh/{cast.a.pk}/2.1/")
    data = {"verdict": "uphold", "version": "0", "reason": "Phụ lục chỉ có 40"}
    client.post(f"/tham-dinh/{cast.a.pk}/2.1/ket-luan/", data)
    assert Appraisal.objects.get(round=2).answers == {"2.1.a": 40}


def test_a_document_is_refused_from_its_page(appraising: Cast, opened: Opened) -> None:
    use = EvidenceUse.objects.get(assessment=appraising.a, criterion_key="2.1")
    client = opened("chi")
    data = {"verdict": "refused", "code": "pages_missing", "note": "Thiếu phụ lục 2", "seen": "pending"}
    client.post(f"/tham-dinh/{appraising.a.pk}/tai-lieu/{use.pk}/", data)
    text = text_at(client, f"/tham-dinh/{appraising.a.pk}/2.1/")
    assert "Thiếu trang hoặc thiếu phụ lục: Thiếu phụ lục 2" in text


def test_what_the_documents_lack_is_said_before_a_claim_is_accepted(appraising: Cast, opened: Opened) -> None:
    client, place = opened("chi"), f"/tham-dinh/{appraising.a.pk}/2.1/"
    assert "Vẫn chấp nhận" not in text_at(client, place)
    uses = EvidenceUse.objects.filter(assessment=appraising.a, criterion_key="2.1")
    uses.update(verdict=EvidenceUse.Verdict.REFUSED, refusal_code="wrong_period")
    text = text_at(client, place)
    form = text[text.index("Có tài liệu không được chấp nhận") : text.index("Vẫn chấp nhận")]
    assert 'name="reason"' in form
    data = {"verdict": "accepted", "version": "0", "reason": "Đã đối chiếu bản giấy"}
    client.post(f"{place}ket-luan/", data)
    row = Appraisal.objects.get(criterion_key="2.1")
    assert (row.verdict, row.reason) == ("accepted", "Đã đối chiếu bản giấy")
    # The sheet of the dossier marks the document, too.
    sheet = text_at(opened("dung"), f"/ho-so/{appraising.a.pk}/duyet/")
    assert sheet.count("Không chấp nhận") == 1


def test_where_nothing_is_claimed_nothing_is_offered_to_be_accepted(appraising: Cast, opened: Opened) -> None:
    appraising.a.answers.filter(figure="1.2.x").delete()
    text = text_at(opened("chi"), f"/tham-dinh/{appraising.a.pk}/1.2/")
    assert "chưa có tự đánh giá" in text
    assert 'data-key="a"' not in text
    assert 'data-key="p"' in text


def test_what_an_organisation_explains_stands_beside_its_documents(appraising: Cast, opened: Opened) -> None:
    reason = "Quyết định gốc đang lưu ở Văn phòng Ủy ban"
    CriterionEntry.objects.create(
        assessment=appraising.a, criterion_key="2.1", no_evidence_reason=reason, changed_at=NOW
    )
    assert reason in text_at(opened("chi"), f"/tham-dinh/{appraising.a.pk}/2.1/")
    assert reason in text_at(opened("dung"), f"/ho-so/{appraising.a.pk}/duyet/")


def test_the_preview_is_what_is_then_done(appraising: Cast, opened: Opened) -> None:
    decide(appraising, "1.2")
    client = opened("chi")
    text = text_at(client, f"/tham-dinh/{appraising.a.pk}/chap-nhan/")
    assert "5 tiêu chí có thể chấp nhận cùng lúc, 1 tiêu chí cần xem riêng" in text
    pairs = [f"{appraising.a.pk}:{key}" for key in ("1.1", "2.3")]
    response = client.post("/tham-dinh/chap-nhan/", {"pair": [*pairs, "x:1", "7"]}, follow=True)
    assert "Đã chấp nhận 2 tiêu chí" in response.content.decode()
    assert response.redirect_chain == [(f"/tham-dinh/{appraising.a.pk}/", 302)]
    assert set(Appraisal.objects.values_list("criterion_key", flat=True)) == {"1.1", "1.2", "2.3"}


def test_accepting_one_criterion_of_many_leads_back_to_its_table(appraising: Cast, opened: Opened) -> None:
    client, table = opened("chi"), f"/tham-dinh/tieu-chi/{appraising.track.pk}/2.3/"
    track = str(appraising.track.pk)
    assert f'name="track" value="{track}"' in text_at(client, f"{table}chap-nhan/")
    pairs = [f"{each.pk}:2.3" for each in (appraising.a, appraising.b)]
    assert client.post("/tham-dinh/chap-nhan/", {"pair": pairs, "track": track})["Location"] == table


def test_a_figure_stands_with_its_thousands_and_is_typed_without(appraising: Cast, opened: Opened) -> None:
    appraising.a.answers.filter(figure="I.1").update(value=10_000)
    text = text_at(opened("chi"), f"/tham-dinh/{appraising.a.pk}/2.1/")
    assert "10.000 " in text
    assert 'value="10000"' in text

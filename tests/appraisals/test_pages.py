"""Pages of appraisal, explanation and ruling: what they show, how they answer, what they cost."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from chamdiem.appraisals.models import Appraisal, Justification, Message, Ruling
from chamdiem.appraisals.selectors.queue import has_ended, list_tracks
from chamdiem.appraisals.selectors.shown import list_documents
from chamdiem.appraisals.services.explaining import open_explanation
from chamdiem.appraisals.services.finishing import finish_appraisal
from chamdiem.assessments.models import Answer, Assessment
from chamdiem.campaigns.models import Campaign, Participant, Track
from chamdiem.evidence.models import Document, EvidenceUse, StoredFile
from chamdiem.organisations.models import Organisation

from ..people import NOW, Cast
from .staging import (
    APPRAISING,
    CLAIM_B,
    begin_explanation,
    begin_ruling,
    begin_second_round,
    decide,
    hand_in,
    justify,
    move_campaign,
)

Opened = Callable[[str], Client]
HTMX = {"HX-Request": "true"}


def _text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def _join(cast: Cast, numbers: range) -> None:
    """More departments hand in a dossier, and Chi awards each 5 points for 1.2."""
    for number in numbers:
        organisation = Organisation.objects.create(
            code=f"T1.{number:03}",
            name=f"Sở thứ {number}",
            kind=cast.body_a.kind,
            parent=cast.province,
            path=f"{cast.province.path}{100_000 + number}/",
        )
        participant = Participant.objects.create(
            campaign=cast.campaign,
            track=cast.track,
            organisation=organisation,
            code=organisation.code,
            name=f"Sở {number:03}",
            joined_at=NOW,
        )
        assessment = Assessment.objects.create(participant=participant, criteria_count=6)
        Answer.objects.bulk_create(
            Answer(assessment=assessment, figure=figure, value=value, changed_at=NOW)
            for figure, value in CLAIM_B.items()
        )
        hand_in(assessment)
        Appraisal.objects.create(
            assessment=assessment,
            round=1,
            criterion_key="1.2",
            verdict="awarded",
            points=5,
            reason="Chưa cập nhật",
            appraised_by=cast.chi,
            appraised_at=NOW,
        )


@pytest.mark.parametrize(
    ("person", "address"),
    [
        ("chi", "/tham-dinh/"),
        ("giang", "/tham-dinh/"),
        ("chi", "/tham-dinh/tieu-chi/"),
        ("chi", "/tham-dinh/tieu-chi/{track}/2.1/"),
        ("chi", "/tham-dinh/tieu-chi/{track}/2.2/"),
        ("chi", "/tham-dinh/tieu-chi/{track}/2.1/chap-nhan/"),
        ("ha", "/hoi-dong/"),
        ("giang", "/hoi-dong/"),
    ],
)
def test_a_list_asks_as_often_for_sixty_rows_as_for_three(
    cast: Cast, opened: Opened, django_assert_num_queries: Any, person: str, address: str
) -> None:
    begin_second_round(cast)
    _join(cast, range(3))
    client, place = opened(person), address.format(track=cast.track.pk) + "?size=100"
    _text(client, place)
    with CaptureQueriesContext(connection) as few:
        _text(client, place)
    _join(cast, range(3, 60))
    with django_assert_num_queries(len(few)):
        text = _text(client, place)
    assert "Sở 059" in text or "62" in text


@pytest.mark.parametrize("key", ["1.1", "2.1", "2.2"])
def test_the_split_view_and_the_overview_cost_the_same_for_every_dossier_of_the_track(
    appraising: Cast, opened: Opened, django_assert_num_queries: Any, key: str
) -> None:
    client = opened("chi")
    places = (f"/tham-dinh/{appraising.a.pk}/{key}/", f"/tham-dinh/{appraising.a.pk}/")
    for number, place in enumerate(places):
        _text(client, place)
        with CaptureQueriesContext(connection) as few:
            _text(client, place)
        _join(appraising, range(number * 5, number * 5 + 5))
        with django_assert_num_queries(len(few)):
            _text(client, place)


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
    assert [mark in _text(opened(each), place) for each, place in lists.items()] == [False, False]
    StoredFile.objects.update(has_active_content=True)
    assert [mark in _text(opened(each), place) for each, place in lists.items()] == [True, True]


def test_the_split_view_shows_documents_claim_rule_and_decision(appraising: Cast, opened: Opened) -> None:
    text = _text(opened("chi"), f"/tham-dinh/{appraising.a.pk}/2.1/")
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
    text = _text(opened("giang"), f"/tham-dinh/{appraising.a.pk}/2.1/")
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
    assert "Giữ nguyên kết quả vòng trước" in _text(client, f"/tham-dinh/{cast.a.pk}/2.1/")
    data = {"verdict": "uphold", "version": "0", "reason": "Phụ lục chỉ có 40"}
    client.post(f"/tham-dinh/{cast.a.pk}/2.1/ket-luan/", data)
    assert Appraisal.objects.get(round=2).answers == {"2.1.a": 40}


def test_a_document_is_refused_from_its_page(appraising: Cast, opened: Opened) -> None:
    use = EvidenceUse.objects.get(assessment=appraising.a, criterion_key="2.1")
    client = opened("chi")
    data = {"verdict": "refused", "code": "pages_missing", "note": "Thiếu phụ lục 2", "seen": "pending"}
    client.post(f"/tham-dinh/{appraising.a.pk}/tai-lieu/{use.pk}/", data)
    text = _text(client, f"/tham-dinh/{appraising.a.pk}/2.1/")
    assert "Thiếu trang hoặc thiếu phụ lục: Thiếu phụ lục 2" in text


def test_the_preview_is_what_is_then_done(appraising: Cast, opened: Opened) -> None:
    decide(appraising, "1.2")
    client = opened("chi")
    text = _text(client, f"/tham-dinh/{appraising.a.pk}/chap-nhan/")
    assert "5 tiêu chí có thể chấp nhận cùng lúc, 1 tiêu chí cần xem riêng" in text
    pairs = [f"{appraising.a.pk}:{key}" for key in ("1.1", "2.3")]
    response = client.post("/tham-dinh/chap-nhan/", {"pair": [*pairs, "x:1", "7"]}, follow=True)
    assert "Đã chấp nhận 2 tiêu chí" in response.content.decode()
    assert set(Appraisal.objects.values_list("criterion_key", flat=True)) == {"1.1", "1.2", "2.3"}


def test_the_queue_finds_without_accents_and_by_state(appraising: Cast, opened: Opened) -> None:
    client = opened("chi")
    appraising.body_b.search_text = "so y te"
    appraising.body_b.save()
    found = _text(client, "/tham-dinh/?q=y+te")
    assert "Sở Y tế" in found
    assert "Sở Xây dựng</a>" not in found
    assert "Chưa có hồ sơ nào" in _text(client, "/tham-dinh/?state=final")


def test_the_queue_names_the_campaign_and_puts_what_waits_first(appraising: Cast, opened: Opened) -> None:
    client = opened("chi")
    Assessment.objects.filter(pk=appraising.a.pk).update(
        status=Assessment.Status.SETTLED, submitted_at=NOW - timedelta(days=30)
    )
    Assessment.objects.filter(pk=appraising.b.pk).update(
        status=Assessment.Status.SUBMITTED, submitted_at=NOW - timedelta(days=1)
    )
    page = _text(client, "/tham-dinh/")
    assert page.index("Sở Y tế</a>") < page.index("Sở Xây dựng</a>")
    both = f"{appraising.campaign} · {appraising.track}"
    assert page.count(f'<div class="muted small">{both}</div>') == 2
    assert f'<option value="{appraising.track.pk}">{both}</option>' in page


def test_what_has_ended_is_folded_at_the_end_and_opened_by_its_track(
    appraising: Cast, opened: Opened
) -> None:
    client = opened("chi")
    assert "Các kỳ đã kết thúc" not in _text(client, "/tham-dinh/")
    move_campaign(appraising, Campaign.Status.PUBLISHED)
    page = _text(client, "/tham-dinh/")
    assert "Sở Xây dựng" not in page
    assert f'href="?track={appraising.track.pk}"' in page
    assert "Sở Xây dựng" in _text(client, f"/tham-dinh/?track={appraising.track.pk}")
    table = f"/tham-dinh/tieu-chi/{appraising.track.pk}/1.2/"
    assert "Sở Xây dựng" in _text(client, table)


def test_running_campaigns_come_before_those_that_have_ended(appraising: Cast) -> None:
    newer = Campaign.objects.get(pk=appraising.campaign.pk)
    newer.pk, newer.name, newer.year, newer.status = None, "Kỳ sau, đã chốt", 2027, Campaign.Status.CLOSED
    newer.save()
    ended = Track.objects.create(campaign=newer, edition=appraising.edition, name="Sở, ban, ngành")
    participant = Participant.objects.create(
        campaign=newer,
        track=ended,
        organisation=appraising.body_a,
        code="T1.A",
        name="Sở Xây dựng",
        joined_at=NOW,
    )
    hand_in(Assessment(participant=participant))
    found = list_tracks(actor=appraising.giang)
    assert [(each.pk, has_ended(each)) for each in found] == [(appraising.track.pk, False), (ended.pk, True)]


def test_the_organisation_explains_on_one_page(cast: Cast, opened: Opened) -> None:
    begin_explanation(cast)
    client = opened("an")
    assert "Sở Xây dựng" in _text(client, "/giai-trinh/")
    text = _text(client, f"/giai-trinh/{cast.a.pk}/")
    assert "Đã trả lời 0 / 2" in text
    assert "Chỉ có 40 dịch vụ toàn trình" in text
    assert "Mức độ lan toả" not in text
    client.post(f"/giai-trinh/{cast.a.pk}/1.2/", {"stance": "agreed", "version": "0"})
    client.post(f"/giai-trinh/{cast.a.pk}/2.1/", {"stance": "justified", "text": "Có 60", "version": "0"})
    client.post(f"/giai-trinh/{cast.a.pk}/2.1/trao-doi/", {"text": "Xin xem phụ lục"})
    client.post(f"/giai-trinh/{cast.a.pk}/gui/")
    assert Justification.objects.count() == 2
    assert Message.objects.get().text == "Xin xem phụ lục"
    assert Assessment.objects.get(pk=cast.a.pk).status == "appraisal"


def test_every_document_of_the_folder_can_be_chosen_once_it_is_asked_for(cast: Cast, opened: Opened) -> None:
    begin_explanation(cast)
    Document.objects.bulk_create(
        Document(
            organisation=cast.body_a,
            kind=Document.Kind.FILE,
            title=f"Tài liệu {number}",
            added_by=cast.an,
            added_at=NOW - timedelta(days=number),
        )
        for number in range(1, 131)
    )
    client, page = opened("an"), f"/giai-trinh/{cast.a.pk}/"
    assert 'name="documents"' not in _text(client, page)
    text = _text(client, page + "?tai-lieu=2.1")
    assert text.count('name="documents"') == 1
    assert 'id="documents-2.1"' in text
    own = Document.objects.filter(organisation=cast.body_a)
    assert text.count("<option ") == own.count() > 130
    oldest = own.order_by("added_at").first()
    assert oldest is not None
    client.post(
        f"{page}2.1/", {"stance": "justified", "text": "Có 60", "version": "0", "documents": oldest.pk}
    )
    assert EvidenceUse.objects.filter(criterion_key="2.1", document=oldest).exists()


def test_a_new_file_is_sent_with_the_justification(cast: Cast, opened: Opened) -> None:
    begin_explanation(cast)
    client, page = opened("an"), f"/giai-trinh/{cast.a.pk}/"
    assert _text(client, page).count('type="file" name="file"') == 2
    said = {"stance": "justified", "text": "Có 60", "version": "0"}
    file = SimpleUploadedFile("Phụ lục.txt", b"60")
    assert client.post(f"{page}2.1/", {**said, "file": file}).status_code == 302
    assert EvidenceUse.objects.filter(criterion_key="2.1", document__title="Phụ lục").exists()


def test_a_plain_form_whose_file_is_refused_comes_back_with_its_words(cast: Cast, opened: Opened) -> None:
    begin_explanation(cast)
    client, page = opened("an"), f"/giai-trinh/{cast.a.pk}/"
    own = Document.objects.create(
        organisation=cast.body_a, kind="file", title="Phụ lục cũ", added_by=cast.an, added_at=NOW
    )
    said = {"stance": "justified", "text": "Có 60 dịch vụ", "version": "0", "documents": own.pk}
    secret = SimpleUploadedFile("Tối mật.txt", b"60")
    answer = client.post(f"{page}2.1/", {**said, "file": secret})
    back = answer.content.decode()
    assert answer.status_code == 422
    assert re.search(r'id="text-2\.1"[^>]*>Có 60 dịch vụ</textarea>', back)
    at_file = back.partition('id="file-error-2.1"')[2].partition("</div>")[0]
    assert at_file.count('class="field-error"') == 2
    assert "hãy sửa rồi chọn lại tệp" in at_file
    assert f'<option value="{own.pk}" selected>' in back
    # Its links lead on although it stands at the address of the form.
    assert f'href="{page}?tai-lieu=1.2#c-1.2"' in back
    assert not Justification.objects.exists()
    kept = client.post(f"{page}2.1/", {**said, "file": SimpleUploadedFile("Lạ.exe", b"MZ")}, headers=HTMX)
    assert (kept.status_code, kept["HX-Retarget"]) == (422, "#messages")


def test_a_plain_form_of_what_somebody_wrote_meanwhile_comes_back_to_be_chosen(
    cast: Cast, opened: Opened
) -> None:
    begin_explanation(cast)
    justify(cast, "2.1", "Lời của Dũng", actor=cast.dung)
    client, page = opened("an"), f"/giai-trinh/{cast.a.pk}/2.1/"
    said = {"stance": "justified", "text": "Lời của An", "version": "0"}
    back = client.post(page, said).content.decode()
    at_text = back.partition('id="text-error-2.1"')[2].partition("</div>")[0]
    assert "Lời của Dũng" in at_text
    version = re.search(r'giai-trinh/\d+/2\.1/.*?name="version" value="(\d+)"', back, re.DOTALL)
    assert version is not None
    assert client.post(page, {**said, "version": version[1]}).status_code == 302
    assert Justification.objects.get().text == "Lời của An"


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_an_unfinished_explanation_is_sent_back_with_the_way_to_what_is_open(
    cast: Cast, opened: Opened, headers: dict[str, str]
) -> None:
    begin_explanation(cast)
    client = opened("an")
    client.post(f"/giai-trinh/{cast.a.pk}/1.2/", {"stance": "agreed", "version": "0"})
    answer = client.post(f"/giai-trinh/{cast.a.pk}/gui/", headers=headers)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Còn 1 tiêu chí chưa trả lời: 2.1." in page
    assert '<li><a href="#c-2.1">' in page
    assert '<a href="#c-1.2">' not in page
    assert "explanation.unanswered" not in page
    assert ("<html" in page) is not bool(headers)
    assert answer["HX-Retarget"] == "#messages"
    assert Assessment.objects.get(pk=cast.a.pk).status == "explanation"


def test_the_round_that_is_on_is_not_shown_to_the_organisation(cast: Cast, opened: Opened) -> None:
    begin_second_round(cast)
    decide(cast, "2.1", "corrected", typed={"2.1.a": "20"}, reason="Bí mật vòng hai")
    text = _text(opened("an"), f"/giai-trinh/{cast.a.pk}/")
    assert "Chỉ có 40 dịch vụ toàn trình" in text
    assert "Bí mật vòng hai" not in text


def test_each_round_says_what_was_answered_in_it(cast: Cast, opened: Opened) -> None:
    begin_second_round(cast)
    cast.campaign.policies["appraisal_rounds"] = 3
    cast.campaign.save()
    decide(cast, "2.1", "corrected", typed={"2.1.a": "50"}, reason="Có 50")
    finish_appraisal(actor=cast.chi, assessment_id=cast.a.pk, now=APPRAISING)
    page, client = f"/giai-trinh/{cast.a.pk}/", opened("an")
    over = _text(client, page)
    assert "Chưa trả lời" not in over
    assert "Đã trả lời 2 / 2" in over
    assert "Có 60 dịch vụ, xem phụ lục" in over
    open_explanation(actor=cast.giang, assessment_id=cast.a.pk, now=APPRAISING)
    asked = _text(client, page)
    assert "Chưa trả lời vòng 2" in asked
    assert "Đã trả lời 1 / 2" in asked
    assert "Đã trả lời ở vòng 1:" in asked
    client.post(f"{page}2.1/", {"stance": "justified", "text": "Vẫn là 60", "version": "0"})
    answered = _text(client, page)
    assert "Chưa trả lời" not in answered
    assert "Vẫn là 60" in answered
    assert "Có 60 dịch vụ, xem phụ lục" in answered


def test_after_its_last_day_the_explanation_has_no_form(cast: Cast, opened: Opened) -> None:
    begin_explanation(cast)
    justify(cast, "2.1", "Lời đã viết")
    type(cast.campaign).objects.update(
        entry_from="2020-01-01",
        entry_until="2020-01-02",
        appraisal_until="2020-01-03",
        explanation_until="2020-01-04",
    )
    text = _text(opened("an"), f"/giai-trinh/{cast.a.pk}/")
    assert "Lời đã viết" in text
    assert "Lưu giải trình" not in text
    assert "Gửi giải trình</button>" not in text


def test_the_council_rules_where_both_sides_stand(cast: Cast, opened: Opened) -> None:
    begin_ruling(cast)
    client = opened("ha")
    assert "15,00" in _text(client, "/hoi-dong/")
    text = _text(client, f"/hoi-dong/{cast.a.pk}/")
    assert "Có 60 dịch vụ, xem phụ lục" in text
    assert "Phụ lục liệt kê 40 dịch vụ" in text
    client.post(f"/hoi-dong/{cast.a.pk}/2.1/", {"points": "12,5", "reason": "Công nhận 50", "version": "0"})
    assert Ruling.objects.get().reason == "Công nhận 50"
    assert "12,50 / 20" in _text(client, f"/hoi-dong/{cast.a.pk}/")


def test_the_standing_body_reads_the_file_without_a_form(cast: Cast, opened: Opened) -> None:
    begin_ruling(cast)
    assert "Ghi kết luận" not in _text(opened("giang"), f"/hoi-dong/{cast.a.pk}/")


def test_a_figure_stands_with_its_thousands_and_is_typed_without(appraising: Cast, opened: Opened) -> None:
    appraising.a.answers.filter(figure="I.1").update(value=10_000)
    text = _text(opened("chi"), f"/tham-dinh/{appraising.a.pk}/2.1/")
    assert "10.000 " in text
    assert 'value="10000"' in text


def test_a_late_explanation_says_why_nothing_can_be_written(cast: Cast, opened: Opened) -> None:
    begin_explanation(cast)
    Campaign.objects.update(
        entry_from=date(2019, 10, 1),
        entry_until=date(2019, 10, 31),
        appraisal_until=date(2019, 11, 30),
        explanation_until=date(2020, 1, 2),
        ruling_until=date(2020, 2, 1),
        publication_on=date(2020, 3, 1),
    )
    page = _text(opened("an"), f"/giai-trinh/{cast.a.pk}/")
    assert "Thời hạn giải trình đã hết ngày 02/01/2020. Để trả lời tiếp" in page
    assert "Gửi giải trình" not in page


def test_the_queue_says_when_the_explanation_came(cast: Cast, opened: Opened) -> None:
    begin_second_round(cast)
    page = _text(opened("chi"), "/tham-dinh/")
    assert "giải trình 09:30 02/11/2026" in page

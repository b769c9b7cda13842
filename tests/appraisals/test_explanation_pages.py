"""The page of explanation: what it asks, keeps and gives back."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from chamdiem.appraisals.models import Justification, Message
from chamdiem.appraisals.services.explaining import open_explanation
from chamdiem.appraisals.services.finishing import finish_appraisal
from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import Campaign
from chamdiem.evidence.models import Document, EvidenceUse

from ..edition import EDITION
from ..people import NOW, Cast, make_edition
from .asking import HTMX, Opened, text_at
from .staging import (
    APPRAISING,
    begin_explanation,
    begin_second_round,
    decide,
    justify,
    move_campaign,
)


def test_the_organisation_explains_on_one_page(cast: Cast, opened: Opened) -> None:
    begin_explanation(cast)
    client = opened("an")
    assert "Sở Xây dựng" in text_at(client, "/giai-trinh/")
    text = text_at(client, f"/giai-trinh/{cast.a.pk}/")
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


def test_a_message_from_a_page_one_may_not_see_is_not_kept(cast: Cast, opened: Opened) -> None:
    begin_explanation(cast)
    for who, page in (("chi", "giai-trinh"), ("giang", "giai-trinh"), ("an", "tham-dinh")):
        answer = opened(who).post(f"/{page}/{cast.a.pk}/2.1/trao-doi/", {"text": "Xin xem phụ lục"})
        assert answer.status_code == 404, who
    assert not Message.objects.exists()


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
    assert 'name="documents"' not in text_at(client, page)
    text = text_at(client, page + "?tai-lieu=2.1")
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
    assert text_at(client, page).count('type="file" name="file"') == 2
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
    text = text_at(opened("an"), f"/giai-trinh/{cast.a.pk}/")
    assert "Chỉ có 40 dịch vụ toàn trình" in text
    assert "Bí mật vòng hai" not in text


def test_each_round_says_what_was_answered_in_it(cast: Cast, opened: Opened) -> None:
    begin_second_round(cast)
    cast.campaign.policies["appraisal_rounds"] = 3
    cast.campaign.save()
    decide(cast, "2.1", "corrected", typed={"2.1.a": "50"}, reason="Có 50")
    finish_appraisal(actor=cast.chi, assessment_id=cast.a.pk, now=APPRAISING)
    page, client = f"/giai-trinh/{cast.a.pk}/", opened("an")
    over = text_at(client, page)
    assert "Chưa trả lời" not in over
    assert "Đã trả lời 2 / 2" in over
    assert "Có 60 dịch vụ, xem phụ lục" in over
    open_explanation(actor=cast.giang, assessment_id=cast.a.pk, now=APPRAISING)
    asked = text_at(client, page)
    assert "Chưa trả lời vòng 2" in asked
    assert "Đã trả lời 1 / 2" in asked
    assert "Diễn biến" in asked
    client.post(f"{page}2.1/", {"stance": "justified", "text": "Vẫn là 60", "version": "0"})
    answered = text_at(client, page)
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
    text = text_at(opened("an"), f"/giai-trinh/{cast.a.pk}/")
    assert "Lời đã viết" in text
    assert "Lưu giải trình" not in text
    assert "Gửi giải trình</button>" not in text


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
    page = text_at(opened("an"), f"/giai-trinh/{cast.a.pk}/")
    assert "Thời hạn giải trình đã hết ngày 02/01/2020. Để trả lời tiếp" in page
    assert "Gửi giải trình" not in page


def test_criteria_with_one_number_are_told_apart_as_refusals_do(cast: Cast, opened: Opened) -> None:
    text = EDITION.replace("thu-nghiem-2026", "trung-so").replace("number: '1.2'", "number: '2.1'")
    cast.track.edition = make_edition(text)
    cast.track.save()
    begin_explanation(cast)
    client = opened("an")
    page = text_at(client, f"/giai-trinh/{cast.a.pk}/")
    for label in ("1.2", "2.1"):
        assert page.count(f'<span class="digits">{label}</span>') == 1
    refused = client.post(f"/giai-trinh/{cast.a.pk}/gui/", headers=HTMX).content.decode()
    assert "1.2, 2.1" in refused
    assert '<span class="digits">1.2</span>' in refused
    move_campaign(cast, Campaign.Status.RULING)
    for page in ("/hoi-dong/", f"/hoi-dong/{cast.a.pk}/"):
        assert '<span class="digits">1.2</span>' in text_at(opened("ha"), page)

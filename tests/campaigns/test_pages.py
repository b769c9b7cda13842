"""Pages of an open campaign, as a browser gets them."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from chamdiem.campaigns.models import Assignment, Campaign, Extension
from chamdiem.campaigns.services import give_duty
from chamdiem.campaigns.services.matching import match_offices
from tests.people import NOW, Cast

from .asking import Opened, home, own, page_at
from .drafts import make_draft, save_track


def test_the_list_shows_each_person_hers(cast: Cast, opened: Opened) -> None:
    make_draft(cast)
    assert "Đánh giá năm 2027" in page_at(opened("giang"), "/ky-danh-gia/")
    an = page_at(opened("an"), "/ky-danh-gia/")
    assert cast.campaign.name in an
    assert "Đánh giá năm 2027" not in an
    assert "Chuẩn bị kỳ mới" not in an
    assert "Chưa có kỳ đánh giá nào" in page_at(opened("nga"), "/ky-danh-gia/")


@pytest.mark.parametrize("person", ["an", "dung", "kien", "chi", "giang", "ha"])
def test_a_dossier_is_offered_to_those_who_may_open_it(cast: Cast, opened: Opened, person: str) -> None:
    for stage, state in (("entry", "draft"), ("appraisal", "submitted"), ("ruling", "submitted")):
        type(cast.campaign).objects.filter(pk=cast.campaign.pk).update(status=stage)
        type(cast.a).objects.filter(pk=cast.a.pk).update(status=state, submitted_at=NOW)
        client = opened(person)
        offered = re.search(r'href="([^"]+)">(?:(?!</a>).)*Mở hồ sơ', page_at(client, own(cast)))
        assert offered is None or client.get(offered[1]).status_code == 200
        assert offered or (person in {"kien", "chi", "ha"})
    assert offered


def test_a_contributor_without_criteria_is_not_led_to_a_dossier(cast: Cast, opened: Opened) -> None:
    kien = opened("kien")
    assert "Mở hồ sơ" in page_at(kien, home(cast))
    Assignment.objects.all().delete()
    for address in (home(cast), own(cast)):
        assert "Mở hồ sơ" not in page_at(kien, address)


def test_joining_and_withdrawing_are_offered_while_they_are_allowed(cast: Cast, opened: Opened) -> None:
    giang = opened("giang")
    assert "tham-gia-muon/" in page_at(giang, home(cast))
    assert 'popovertarget="withdraw"' in page_at(giang, own(cast))
    type(cast.campaign).objects.filter(pk=cast.campaign.pk).update(status="ruling")
    assert "tham-gia-muon/" not in page_at(giang, home(cast))
    assert 'popovertarget="withdraw"' not in page_at(giang, own(cast))


def test_the_page_of_a_campaign_says_every_deadline_in_full(cast: Cast, opened: Opened) -> None:
    page = page_at(opened("an"), home(cast))
    for name in ("entry_until", "appraisal_until", "explanation_until", "ruling_until"):
        assert f"23:59 ngày {getattr(cast.campaign, name):%d/%m/%Y}" in page
    assert "Đơn vị của tôi" in page
    assert "Điều hành" not in page
    assert "Bảng tiến độ" not in page
    assert "Sở Y tế" not in page


def test_who_runs_it_moves_it_on_with_a_reason_when_it_is_early(cast: Cast, opened: Opened) -> None:
    cast.campaign.entry_until = NOW.date() + timedelta(days=3_000)
    for name in ("appraisal_until", "explanation_until", "ruling_until", "publication_on"):
        setattr(cast.campaign, name, cast.campaign.entry_until)
    cast.campaign.save()
    client = opened("giang")
    assert "lý do chuyển sớm" in page_at(client, home(cast))
    form = {"action": "begin_appraisal"}
    assert client.post(home(cast, "giai-doan/"), form).status_code == 422
    assert client.post(home(cast, "giai-doan/"), {**form, "reason": "đã đủ hồ sơ"}).status_code == 302
    cast.a.status, cast.a.submitted_at = "submitted", NOW
    cast.a.save()
    assert "Còn 1 hồ sơ đã gửi chưa thẩm định xong" in page_at(client, home(cast))


@pytest.mark.parametrize("stage", ["entry", "appraisal", "explanation"])
def test_who_runs_it_reads_of_bodies_nobody_appraises(cast: Cast, opened: Opened, stage: str) -> None:
    Campaign.objects.filter(pk=cast.campaign.pk).update(status=stage)
    assert "2 đơn vị chưa được giao cho ai thẩm định" in page_at(opened("giang"), home(cast))
    assert "chưa được giao cho ai" not in page_at(opened("an"), home(cast))
    give_duty(
        actor=cast.giang,
        campaign_id=cast.campaign.pk,
        user_id=cast.chi.pk,
        track_id=cast.track.pk,
        now=NOW,
    )
    assert "chưa được giao cho ai" not in page_at(opened("giang"), home(cast))


@pytest.mark.parametrize("action", ["close", "publish", "open", "extend"])
def test_what_results_do_is_not_done_from_this_page(cast: Cast, opened: Opened, action: str) -> None:
    form = {"action": action, "reason": "vì còn thiếu hồ sơ"}
    assert opened("giang").post(home(cast, "giai-doan/"), form).status_code == 404


def test_the_calendar_moves_for_everybody(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    days = {
        key: day.isoformat() for key, day in client.get(home(cast, "lich/")).context["form"].initial.items()
    }
    until = cast.campaign.entry_until + timedelta(days=2)
    changed = {**days, "entry_until": until.isoformat(), "reason": "Mưa lũ kéo dài"}
    assert client.post(home(cast, "lich/"), changed).status_code == 302
    cast.campaign.refresh_from_db()
    assert cast.campaign.entry_until == until
    assert (
        client.post(home(cast, "lich/"), {**changed, "entry_until": days["entry_until"]}).status_code == 422
    )


def test_one_participant_gets_more_time_and_the_page_says_so(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    form = {"until": "2026-11-20", "reason": "Cán bộ phụ trách ốm", "criterion": ""}
    assert client.post(own(cast, "gia-han/"), {**form, "reason": ""}).status_code == 422
    early = client.post(own(cast, "gia-han/"), {**form, "until": "2026-01-02"})
    assert early.status_code == 422
    assert 'value="2026-01-02"' in early.content.decode()
    assert "Hãy chọn ngày muộn hơn." in early.content.decode()
    assert not Extension.objects.exists()
    assert client.post(own(cast, "gia-han/"), form).status_code == 302
    for name in ("giang", "kien"):
        page = page_at(opened(name), own(cast))
        assert "23:59 ngày 20/11/2026" in page
        assert "đã gia hạn" in page
    assert "Gia hạn cho" not in page_at(opened("kien"), own(cast))


def test_an_extension_of_a_criterion_says_its_printed_number_and_name(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    form = {"until": "2026-11-20", "reason": "Chờ số liệu thống kê", "criterion": "2.1"}
    assert client.post(own(cast, "gia-han/"), form).status_code == 302
    for page in (page_at(client, own(cast)), page_at(client, home(cast, "lich/"))):
        assert '<span lang="vi">2.1 Tỷ lệ dịch vụ công trực tuyến toàn trình</span>' in page


def test_what_is_refused_of_more_time_stands_at_its_field(cast: Cast, opened: Opened) -> None:
    form = {"until": "2099-01-01", "reason": "Chờ số liệu thống kê", "criterion": ""}
    answer = opened("giang").post(own(cast, "gia-han/"), form)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["until"])
    answer = opened("giang").post(own(cast, "gia-han/"), {**form, "until": "2026-11-20", "reason": "x"})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["reason"])


def test_a_criterion_with_a_deadline_of_its_own_is_named(cast: Cast, opened: Opened) -> None:
    cast.campaign.entry_until = cast.campaign.appraisal_until
    cast.campaign.save()
    page = page_at(opened("kien"), own(cast))
    assert '2.1 <span lang="vi">Tỷ lệ dịch vụ công trực tuyến toàn trình</span>' in page
    assert "23:59 ngày 31/10/2026" in page


def test_somebody_joins_late_and_leaves_again(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    form = {"track": cast.track.pk, "organisation": cast.standing.pk, "is_ranked": "on"}
    assert '<option value="" selected>Chọn đơn vị…</option>' in page_at(client, home(cast, "tham-gia-muon/"))
    assert client.post(home(cast, "tham-gia-muon/"), {**form, "organisation": ""}).status_code == 422
    assert client.post(home(cast, "tham-gia-muon/"), form).status_code == 422
    form["reason"] = "Đơn vị mới thành lập"
    assert client.post(home(cast, "tham-gia-muon/"), form).status_code == 302
    participant = cast.campaign.participants.get(organisation=cast.standing)
    page = page_at(client, f"/ky-danh-gia/don-vi/{participant.pk}/")
    assert "tham gia muộn" in page
    assert "Đơn vị mới thành lập" in page
    leave = f"/ky-danh-gia/don-vi/{participant.pk}/rut/"
    assert client.post(leave, {"reason": "Nhập nhầm đơn vị"}).status_code == 302
    assert not cast.campaign.participants.filter(organisation=cast.standing).exists()


HOSTILE = ["\x00", "9" * 40, "-1", "²", "<script>alert(1)</script>", "'; DROP TABLE x; --", "a" * 5_000]


@pytest.mark.parametrize("typed", HOSTILE)
def test_whatever_is_typed_is_refused_or_kept_as_text(cast: Cast, opened: Opened, typed: str) -> None:
    match_offices(cast.track, [cast.a.participant, cast.b.participant], NOW)
    giang, an = opened("giang"), opened("an")
    sent = [
        giang.post(home(cast, "giai-doan/"), {"action": "begin_appraisal", "reason": typed}),
        giang.post(home(cast, "giai-doan/"), {"action": typed}),
        giang.post(home(cast, "phong-ban/tat-ca/"), {"track": typed, "printed": typed, "name": typed}),
        giang.post(home(cast, "tham-dinh-vien/chia-deu/"), {"track": typed, "user": [typed]}),
        giang.post(home(cast, "tham-dinh-vien/thu-lai/"), {"duty": typed}),
        giang.post(own(cast, "gia-han/"), {"criterion": typed, "until": typed, "reason": typed}),
        giang.post(own(cast, "rut/"), {"reason": typed}),
        an.post(own(cast, "phong-ban/"), {"printed": typed, "office": typed}),
        an.post(own(cast, "phan-cong/"), {"row": [typed], "office": typed, "user": typed}),
        an.post(own(cast, "phan-cong/bo/"), {"assignment": typed}),
        giang.get(home(cast, "tien-do/"), {"q": typed, "track": typed, "sort": typed, "page": typed}),
        giang.get(home(cast, "phong-ban/"), {"track": typed, "name": typed}),
        an.get("/bo-chi-so/", {"q": typed, "level": typed}),
        an.get("/bo-chi-so/thu-nghiem-2026/so-sanh/", {"with": typed}),
    ]
    assert {response.status_code for response in sent} <= {200, 302, 403, 404, 409, 422}
    assert all(b"<script>alert" not in response.content for response in sent)


@pytest.mark.parametrize("typed", HOSTILE)
def test_whatever_is_typed_into_the_wizard(cast: Cast, opened: Opened, typed: str) -> None:
    client, campaign = opened("giang"), save_track(cast, make_draft(cast))
    home = f"/ky-danh-gia/{campaign.pk}/chuan-bi/"
    fields = {"name": typed, "year": typed, "track0-name": typed, "track0-edition": typed, "track0-id": typed}
    sent = [
        client.post(f"{home}bo-chi-so/", fields),
        client.post(f"{home}don-vi/", {"shown": [typed], "chosen": [typed], "then": typed}),
        client.get(f"{home}don-vi/", {"q": typed, "kind": typed, "group": typed, "track": typed}),
        client.post(f"{home}lich/", {"entry_from": typed}),
        client.post(f"{home}quy-dinh/", {"self_label": typed, "appraisal_rounds": typed}),
    ]
    assert {response.status_code for response in sent} <= {200, 302, 404, 409, 422}


def test_the_rule_on_missing_evidence_names_its_limit(cast: Cast, opened: Opened) -> None:
    page = opened("giang").get(reverse("campaigns:show_campaign", args=[cast.campaign.pk])).content.decode()
    assert "chỉ áp dụng cho tiêu chí mà bộ chỉ số yêu cầu minh chứng" in page


def test_more_time_for_the_whole_dossier_is_not_called_optional(cast: Cast, opened: Opened) -> None:
    address = reverse("campaigns:show_participant", args=[cast.a.participant_id])
    page = opened("giang").get(address).content.decode()
    label = page.split('for="id_criterion"')[1].split("</label>")[0]
    assert "không bắt buộc" not in label


def test_more_time_for_one_criterion_says_what_it_means_for_the_dossier(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    form = {"until": "2026-11-20", "reason": "Chờ số liệu thống kê", "criterion": "2.1"}
    assert client.post(own(cast, "gia-han/"), form).status_code == 302
    page = page_at(client, own(cast))
    assert "muộn hơn hạn của cả hồ sơ (23:59 ngày 31/10/2026)" in page
    assert "hồ sơ chưa gửi vẫn gửi được đến 23:59 ngày 20/11/2026" in page
    shown = page_at(opened("an"), f"/ho-so/{cast.a.pk}/tieu-chi/2.1/")
    assert "muộn hơn hạn của cả hồ sơ (31/10/2026)" in shown
    assert "muộn hơn hạn" not in page_at(opened("an"), f"/ho-so/{cast.a.pk}/tieu-chi/2.3/")


def test_more_time_for_the_dossier_needs_no_words(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    form = {"until": "2026-11-20", "reason": "Chờ số liệu thống kê", "criterion": ""}
    assert client.post(own(cast, "gia-han/"), form).status_code == 302
    assert "muộn hơn hạn" not in page_at(client, own(cast))


@pytest.mark.parametrize("days_later", [0, 20], ids=["before_it_closes", "closed"])
def test_more_time_for_general_information_names_the_criteria_that_close_before(
    cast: Cast, opened: Opened, monkeypatch: pytest.MonkeyPatch, days_later: int
) -> None:
    days = {"entry_until": date(2026, 11, 10), "appraisal_until": date(2026, 11, 30)}
    type(cast.campaign).objects.filter(pk=cast.campaign.pk).update(**days)
    client = opened("giang")
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=days_later))
    form = {"until": "2026-11-12", "reason": "Chờ số liệu thống kê", "criterion": "I.1"}
    assert client.post(own(cast, "gia-han/"), form).status_code == 302
    assert "tính điểm cho tiêu chí hết hạn trước ngày đó (2.1: 31/10/2026)" in page_at(client, own(cast))

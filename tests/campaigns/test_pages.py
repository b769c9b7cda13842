"""Pages of an open campaign, as a browser gets them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.db.models import Value
from django.db.models.functions import Concat
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from chamdiem.accounts.models import Role, RoleAssignment
from chamdiem.campaigns import services
from chamdiem.campaigns.models import AppraiserDuty, Assignment, Extension, OfficeMatch
from chamdiem.campaigns.services.matching import match_offices
from chamdiem.organisations.models import Office, Organisation
from tests.people import NOW, Cast

from .crowd import make_crowd
from .drafts import make_draft, save_track

Opened = Callable[[str], Client]


def _page(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return " ".join(response.content.decode().split())


def _home(cast: Cast, rest: str = "") -> str:
    return f"/ky-danh-gia/{cast.campaign.pk}/{rest}"


def _own(cast: Cast, rest: str = "") -> str:
    return f"/ky-danh-gia/don-vi/{cast.a.participant.pk}/{rest}"


def test_the_list_shows_each_person_hers(cast: Cast, opened: Opened) -> None:
    make_draft(cast)
    assert "Đánh giá năm 2027" in _page(opened("giang"), "/ky-danh-gia/")
    an = _page(opened("an"), "/ky-danh-gia/")
    assert cast.campaign.name in an
    assert "Đánh giá năm 2027" not in an
    assert "Chuẩn bị kỳ mới" not in an
    assert "Chưa có kỳ đánh giá nào" in _page(opened("nga"), "/ky-danh-gia/")


@pytest.mark.parametrize("person", ["an", "dung", "kien", "chi", "giang", "ha"])
def test_a_dossier_is_offered_to_those_who_may_open_it(cast: Cast, opened: Opened, person: str) -> None:
    for stage, state in (("entry", "draft"), ("appraisal", "submitted"), ("ruling", "submitted")):
        type(cast.campaign).objects.filter(pk=cast.campaign.pk).update(status=stage)
        type(cast.a).objects.filter(pk=cast.a.pk).update(status=state, submitted_at=NOW)
        client = opened(person)
        offered = re.search(r'href="([^"]+)">(?:(?!</a>).)*Mở hồ sơ', _page(client, _own(cast)))
        assert offered is None or client.get(offered[1]).status_code == 200
        assert offered or (person in {"kien", "chi", "ha"})
    assert offered


def test_a_contributor_without_criteria_is_not_led_to_a_dossier(cast: Cast, opened: Opened) -> None:
    kien = opened("kien")
    assert "Mở hồ sơ" in _page(kien, _home(cast))
    Assignment.objects.all().delete()
    for address in (_home(cast), _own(cast)):
        assert "Mở hồ sơ" not in _page(kien, address)


def test_joining_and_withdrawing_are_offered_while_they_are_allowed(cast: Cast, opened: Opened) -> None:
    giang = opened("giang")
    assert "tham-gia-muon/" in _page(giang, _home(cast))
    assert 'popovertarget="withdraw"' in _page(giang, _own(cast))
    type(cast.campaign).objects.filter(pk=cast.campaign.pk).update(status="ruling")
    assert "tham-gia-muon/" not in _page(giang, _home(cast))
    assert 'popovertarget="withdraw"' not in _page(giang, _own(cast))


def test_the_page_of_a_campaign_says_every_deadline_in_full(cast: Cast, opened: Opened) -> None:
    page = _page(opened("an"), _home(cast))
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
    assert "lý do chuyển sớm" in _page(client, _home(cast))
    form = {"action": "begin_appraisal"}
    assert client.post(_home(cast, "giai-doan/"), form).status_code == 422
    assert client.post(_home(cast, "giai-doan/"), {**form, "reason": "đã đủ hồ sơ"}).status_code == 302
    cast.a.status, cast.a.submitted_at = "submitted", NOW
    cast.a.save()
    assert "Còn 1 hồ sơ đã gửi chưa thẩm định xong" in _page(client, _home(cast))


@pytest.mark.parametrize("action", ["close", "publish", "open", "extend"])
def test_what_results_do_is_not_done_from_this_page(cast: Cast, opened: Opened, action: str) -> None:
    form = {"action": action, "reason": "vì còn thiếu hồ sơ"}
    assert opened("giang").post(_home(cast, "giai-doan/"), form).status_code == 404


def test_the_board_filters_by_the_address_and_links_its_counts(cast: Cast, opened: Opened) -> None:
    make_crowd(cast, 30)
    client = opened("chi")
    everything = _page(client, _home(cast, "tien-do/"))
    assert everything.count("<tr data-item>") == 32
    submitted = _page(client, _home(cast, "tien-do/?stage=submitted"))
    assert submitted.count("<tr data-item>") == 6
    assert 'href="?stage=submitted">6</a>' in everything
    assert _page(client, _home(cast, "tien-do/?q=tan+hoa+29")).count("<tr data-item>") == 1
    assert _page(client, _home(cast, "tien-do/?only=unstarted&group=Nhóm+1")).count("<tr data-item>") >= 1
    assert "Không có đơn vị nào phù hợp" in _page(client, _home(cast, "tien-do/?q=khong+co"))


def test_the_board_sorts_by_its_headings(cast: Cast, opened: Opened) -> None:
    make_crowd(cast, 30)
    page = _page(opened("giang"), _home(cast, "tien-do/?sort=-evidence"))
    counts = [
        int(each) for each in re.findall(r'<td class="number">\d+</td> <td class="number">(\d+)</td>', page)
    ]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] == 3
    assert 'aria-sort="descending"' in page


def test_the_board_is_exported_whole_and_filtered_alike(cast: Cast, opened: Opened) -> None:
    make_crowd(cast, 70)
    client = opened("giang")
    response = client.get(_home(cast, "tien-do/?export=xlsx"))
    sheet = load_workbook(BytesIO(response.content)).active
    assert sheet is not None
    names = [row[1] for row in sheet.iter_rows(values_only=True) if row[1] and str(row[1]).startswith("Xã")]
    assert len(names) == 70
    csv = client.get(_home(cast, "tien-do/?export=csv&q=tan+hoa+7"))
    lines = b"".join(csv.streaming_content).decode().splitlines()  # type: ignore[attr-defined]  # it streams
    assert sum("Xã Tân Hoà 7" in line for line in lines) == 1


def test_the_board_says_that_its_points_leave_out_what_hangs_on_others(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    assert "điểm, chưa gồm điểm so sánh" in client.get(_home(cast, "tien-do/")).content.decode()
    csv = client.get(_home(cast, "tien-do/?export=csv"))
    assert "Điểm tự đánh giá (chưa gồm điểm so sánh)" in b"".join(csv.streaming_content).decode()  # type: ignore[attr-defined]  # it streams


def _queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("name", ["giang", "chi", "ha"])
@pytest.mark.parametrize("rest", ["", "tien-do/", "tien-do/?sort=-progress&only=late"])
def test_pages_take_as_many_queries_for_sixty_as_for_three(
    cast: Cast, opened: Opened, rest: str, name: str
) -> None:
    client = opened(name)
    make_crowd(cast, 1)
    few = _queries(client, _home(cast, rest))
    match_offices(cast.track, list(cast.campaign.participants.select_related("organisation")), NOW)
    make_many(cast)
    assert _queries(client, _home(cast, rest)) == few


def make_many(cast: Cast, count: int = 60) -> None:
    """More of them; those there are get other codes first."""
    Organisation.objects.filter(code__startswith="X").update(code=Concat(Value("Y"), "code"))
    make_crowd(cast, count)


@pytest.mark.parametrize("rest", ["lich/", "phong-ban/", "tham-dinh-vien/", "tham-gia-muon/"])
def test_lists_of_who_runs_it_take_as_many_too(cast: Cast, opened: Opened, rest: str) -> None:
    client = opened("giang")
    _fill(cast)
    few = _queries(client, _home(cast, rest))
    make_crowd(cast, 60)
    _fill(cast)
    assert _queries(client, _home(cast, rest)) == few


def _fill(cast: Cast) -> None:
    """Open offices, duties and extensions for everybody."""
    participants = list(cast.campaign.participants.select_related("organisation"))
    match_offices(cast.track, participants, NOW)
    services.split_evenly(
        actor=cast.giang,
        campaign_id=cast.campaign.pk,
        track_id=cast.track.pk,
        user_ids=[cast.chi.pk],
        now=NOW,
    )
    Extension.objects.bulk_create(
        Extension(participant=each, until=NOW.date(), reason="x", given_by=cast.giang, given_at=NOW)
        for each in participants
    )


def test_the_board_of_four_thousand_is_as_long_and_asks_as_much_as_that_of_sixty(
    cast: Cast, opened: Opened
) -> None:
    client = opened("chi")
    make_crowd(cast, 60)
    few = _queries(client, _home(cast, "tien-do/"))
    make_many(cast, 4_000)
    assert _queries(client, _home(cast, "tien-do/?sort=-progress")) == few
    page = _page(client, _home(cast, "tien-do/"))
    assert page.count("<tr data-item>") == 50
    assert "4.062 đơn vị" in page


def test_the_calendar_moves_for_everybody(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    days = {
        key: day.isoformat() for key, day in client.get(_home(cast, "lich/")).context["form"].initial.items()
    }
    until = cast.campaign.entry_until + timedelta(days=2)
    changed = {**days, "entry_until": until.isoformat(), "reason": "Mưa lũ kéo dài"}
    assert client.post(_home(cast, "lich/"), changed).status_code == 302
    cast.campaign.refresh_from_db()
    assert cast.campaign.entry_until == until
    assert (
        client.post(_home(cast, "lich/"), {**changed, "entry_until": days["entry_until"]}).status_code == 422
    )


def test_one_participant_gets_more_time_and_the_page_says_so(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    form = {"until": "2026-11-20", "reason": "Cán bộ phụ trách ốm", "criterion": ""}
    assert client.post(_own(cast, "gia-han/"), {**form, "reason": ""}).status_code == 422
    early = client.post(_own(cast, "gia-han/"), {**form, "until": "2026-01-02"})
    assert early.status_code == 422
    assert 'value="2026-01-02"' in early.content.decode()
    assert "Hãy chọn ngày muộn hơn." in early.content.decode()
    assert not Extension.objects.exists()
    assert client.post(_own(cast, "gia-han/"), form).status_code == 302
    for name in ("giang", "kien"):
        page = _page(opened(name), _own(cast))
        assert "23:59 ngày 20/11/2026" in page
        assert "đã gia hạn" in page
    assert "Gia hạn cho" not in _page(opened("kien"), _own(cast))


def test_an_extension_of_a_criterion_says_its_printed_number_and_name(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    form = {"until": "2026-11-20", "reason": "Chờ số liệu thống kê", "criterion": "2.1"}
    assert client.post(_own(cast, "gia-han/"), form).status_code == 302
    for page in (_page(client, _own(cast)), _page(client, _home(cast, "lich/"))):
        assert '<span lang="vi">2.1 Tỷ lệ dịch vụ công trực tuyến toàn trình</span>' in page


def test_what_is_refused_of_more_time_stands_at_its_field(cast: Cast, opened: Opened) -> None:
    form = {"until": "2099-01-01", "reason": "Chờ số liệu thống kê", "criterion": ""}
    answer = opened("giang").post(_own(cast, "gia-han/"), form)
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["until"])
    answer = opened("giang").post(_own(cast, "gia-han/"), {**form, "until": "2026-11-20", "reason": "x"})
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["reason"])


def test_a_criterion_with_a_deadline_of_its_own_is_named(cast: Cast, opened: Opened) -> None:
    cast.campaign.entry_until = cast.campaign.appraisal_until
    cast.campaign.save()
    page = _page(opened("kien"), _own(cast))
    assert '2.1 <span lang="vi">Tỷ lệ dịch vụ công trực tuyến toàn trình</span>' in page
    assert "23:59 ngày 31/10/2026" in page


def test_somebody_joins_late_and_leaves_again(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    form = {"track": cast.track.pk, "organisation": cast.standing.pk, "is_ranked": "on"}
    assert client.post(_home(cast, "tham-gia-muon/"), form).status_code == 422
    form["reason"] = "Đơn vị mới thành lập"
    assert client.post(_home(cast, "tham-gia-muon/"), form).status_code == 302
    participant = cast.campaign.participants.get(organisation=cast.standing)
    page = _page(client, f"/ky-danh-gia/don-vi/{participant.pk}/")
    assert "tham gia muộn" in page
    assert "Đơn vị mới thành lập" in page
    leave = f"/ky-danh-gia/don-vi/{participant.pk}/rut/"
    assert client.post(leave, {"reason": "Nhập nhầm đơn vị"}).status_code == 302
    assert not cast.campaign.participants.filter(organisation=cast.standing).exists()


def test_open_offices_are_resolved_one_by_one_and_all_at_once(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    assert "Mọi phòng, ban đã được xác định" in _page(client, _home(cast, "phong-ban/"))
    office = Office.objects.create(organisation=cast.body_b, name="Tổ Chuyển đổi số")
    match_offices(cast.track, [cast.a.participant, cast.b.participant], NOW)
    page = _page(client, _home(cast, "phong-ban/"))
    assert "Tổ Chuyển đổi số" in page
    assert "Phòng Công nghệ thông tin" in page
    one = {"printed": "Văn phòng", "office": "none", "back": "list"}
    address = f"/ky-danh-gia/don-vi/{cast.b.participant.pk}/phong-ban/"
    assert client.post(address, {**one, "office": ""}).status_code == 422
    assert client.post(address, one).url == _home(cast, "phong-ban/")  # type: ignore[attr-defined]
    all_of_it = {"track": cast.track.pk, "printed": "Phòng Công nghệ thông tin", "name": "to chuyen doi so"}
    assert client.post(_home(cast, "phong-ban/tat-ca/"), all_of_it).status_code == 302
    match = OfficeMatch.objects.get(participant=cast.b.participant, printed="Phòng Công nghệ thông tin")
    assert match.office == office
    assert "Mọi phòng, ban đã được xác định" in _page(client, _home(cast, "phong-ban/"))


def test_criteria_are_shared_out_by_group_and_contributors_only_look(cast: Cast, opened: Opened) -> None:
    form = {"row": ["2"], "office": cast.it_office.pk, "user": cast.kien.pk, "part": "lead"}
    assert opened("an").post(_own(cast, "phan-cong/"), form).status_code == 302
    given = Assignment.objects.filter(participant=cast.a.participant, user=cast.kien)
    assert {each.criterion_key for each in given} == {"2.1", "2.2", "2.3"}
    page = _page(opened("kien"), _own(cast, "phan-cong/"))
    assert page.count("(Đỗ Trung Kiên)") == 3
    assert '<input class="form-check-input"' not in page
    assert opened("kien").post(_own(cast, "phan-cong/"), form).status_code == 403
    assert opened("an").post(_own(cast, "phan-cong/"), {"office": cast.it_office.pk}).status_code == 422


def test_an_assignment_is_taken_back(cast: Cast, opened: Opened) -> None:
    assignment = cast.a.participant.assignments.get(criterion_key="2.1")
    form = {"assignment": assignment.pk}
    assert opened("dung").post(_own(cast, "phan-cong/bo/"), form).status_code == 302
    assert not cast.a.participant.assignments.exists()


def test_a_duty_over_an_own_body_is_told(cast: Cast, opened: Opened) -> None:
    RoleAssignment.objects.create(user=cast.chi, role=Role.LEADER, organisation=cast.body_a, given_at=NOW)
    client = opened("giang")
    form = {"user": cast.chi.pk, "track": cast.track.pk, "row": "", "participant": ""}
    client.post(_home(cast, "tham-dinh-vien/"), form)
    assert "giao người khác: Sở Xây dựng" in _page(client, _home(cast, "tham-dinh-vien/"))
    client.post(_home(cast, "tham-dinh-vien/chia-deu/"), {"track": cast.track.pk, "user": [cast.chi.pk]})
    assert "hãy chọn thêm người: Sở Xây dựng" in _page(client, _home(cast, "tham-dinh-vien/"))


def test_duties_are_given_split_and_taken_back(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    form = {"user": cast.chi.pk, "track": cast.track.pk, "row": "2.1", "participant": ""}
    assert client.post(_home(cast, "tham-dinh-vien/"), form).status_code == 302
    split = {"track": cast.track.pk, "user": [cast.chi.pk]}
    assert client.post(_home(cast, "tham-dinh-vien/chia-deu/"), split).status_code == 302
    assert AppraiserDuty.objects.count() == 3
    duty = AppraiserDuty.objects.get(row_key="2.1")
    assert client.post(_home(cast, "tham-dinh-vien/thu-lai/"), {"duty": duty.pk}).status_code == 302
    page = _page(client, _home(cast, "tham-dinh-vien/"))
    assert "Sở Xây dựng" in page
    assert AppraiserDuty.objects.count() == 2


HOSTILE = ["\x00", "9" * 40, "-1", "²", "<script>alert(1)</script>", "'; DROP TABLE x; --", "a" * 5_000]


@pytest.mark.parametrize("typed", HOSTILE)
def test_whatever_is_typed_is_refused_or_kept_as_text(cast: Cast, opened: Opened, typed: str) -> None:
    match_offices(cast.track, [cast.a.participant, cast.b.participant], NOW)
    giang, an = opened("giang"), opened("an")
    sent = [
        giang.post(_home(cast, "giai-doan/"), {"action": "begin_appraisal", "reason": typed}),
        giang.post(_home(cast, "giai-doan/"), {"action": typed}),
        giang.post(_home(cast, "phong-ban/tat-ca/"), {"track": typed, "printed": typed, "name": typed}),
        giang.post(_home(cast, "tham-dinh-vien/chia-deu/"), {"track": typed, "user": [typed]}),
        giang.post(_home(cast, "tham-dinh-vien/thu-lai/"), {"duty": typed}),
        giang.post(_own(cast, "gia-han/"), {"criterion": typed, "until": typed, "reason": typed}),
        giang.post(_own(cast, "rut/"), {"reason": typed}),
        an.post(_own(cast, "phong-ban/"), {"printed": typed, "office": typed}),
        an.post(_own(cast, "phan-cong/"), {"row": [typed], "office": typed, "user": typed}),
        an.post(_own(cast, "phan-cong/bo/"), {"assignment": typed}),
        giang.get(_home(cast, "tien-do/"), {"q": typed, "track": typed, "sort": typed, "page": typed}),
        giang.get(_home(cast, "phong-ban/"), {"track": typed, "name": typed}),
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

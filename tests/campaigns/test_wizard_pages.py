"""The wizard in a browser: step by step, left and come back to, opened in the end."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from chamdiem.campaigns import services
from chamdiem.campaigns.models import Campaign
from chamdiem.campaigns.selectors.preparing import list_past_deadlines
from chamdiem.campaigns.works import open_campaign
from chamdiem.jobs.models import Job
from tests.edition import EDITION
from tests.people import NOW, Cast, make_edition

from .asking import Opened, page_at
from .drafts import DAYS, make_draft, make_ready, save_track


def _step(campaign: Campaign, name: str) -> str:
    return f"/ky-danh-gia/{campaign.pk}/chuan-bi/{name}/"


def _track(cast: Cast, number: int = 0, **fields: object) -> dict[str, object]:
    given = {"name": "Sở, ban, ngành", "edition": cast.edition.pk, "grouped_by": "kind", **fields}
    return {f"track{number}-{name}": value for name, value in given.items()}


def _editions(cast: Cast, *tracks: dict[str, object]) -> dict[str, object]:
    empty = {f"track{number}-grouped_by": "peer_group" for number in range(4)}
    data: dict[str, object] = {"name": "Đánh giá năm 2027", "year": 2027, **empty}
    for track in tracks:
        data |= track
    return data


def _shown(client: Client, campaign: Campaign, step: str) -> str:
    """What the page of a step carries: what it shows."""
    seen: str = client.get(_step(campaign, step)).context["seen"]
    return seen


def test_from_the_first_step_to_the_opening(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    form = {"name": "Đánh giá năm 2027", "year": 2027, "owner": cast.province.pk}
    campaign_url = client.post("/ky-danh-gia/moi/", form).url  # type: ignore[attr-defined]  # a redirect
    campaign = Campaign.objects.get(year=2027)
    assert campaign_url == _step(campaign, "bo-chi-so")
    editions = _editions(cast, _track(cast)) | {"seen": _shown(client, campaign, "bo-chi-so")}
    answer = client.post(_step(campaign, "bo-chi-so"), editions)
    assert answer.url == _step(campaign, "don-vi")  # type: ignore[attr-defined]
    bodies = [cast.body_a.pk, cast.body_b.pk]
    ticks = {"shown": bodies, "chosen": bodies, "was_ranked": bodies, "ranked": bodies[:1], "then": "next"}
    answer = client.post(_step(campaign, "don-vi"), ticks)
    assert answer.url == _step(campaign, "lich")  # type: ignore[attr-defined]
    calendar = client.get(_step(campaign, "lich")).context["form"].initial
    answer = client.post(_step(campaign, "lich"), {key: day.isoformat() for key, day in calendar.items()})
    assert answer.url == _step(campaign, "quy-dinh")  # type: ignore[attr-defined]
    policies = client.get(_step(campaign, "quy-dinh")).context["form"].initial
    seen = {"seen": _shown(client, campaign, "quy-dinh")}
    answer = client.post(_step(campaign, "quy-dinh"), {**policies, **seen, "self_label": "Đơn vị tự chấm"})
    assert answer.url == _step(campaign, "xem-lai")  # type: ignore[attr-defined]
    review = client.get(_step(campaign, "xem-lai")).content.decode()
    assert "Đã đủ để mở" in review
    for words in (
        "Phiếu điểm có các cột: “Đơn vị tự chấm”",
        "6 tiêu chí, tối đa 70 điểm",
        "Sở: 1",
        "1 không xếp hạng",
        "Nhóm “Sở” chỉ có 1 đơn vị",
        "2 đơn vị có hồ sơ",
        "Kỳ số liệu: 01/01/2027 – 31/12/2027",
        "Quá hạn chỉ gửi được hồ sơ khi đã được gia hạn.",
    ):
        assert words in review
    answer = client.post(f"/ky-danh-gia/{campaign.pk}/mo/")
    assert answer.url == f"/ky-danh-gia/{campaign.pk}/dang-mo/"  # type: ignore[attr-defined]
    opening = f"/ky-danh-gia/{campaign.pk}/dang-mo/"
    assert "Việc này chạy nền" in client.get(opening).content.decode().partition("hx-get")[2]
    open_campaign(Job.objects.get())
    opened_now = client.get(opening).content.decode()
    assert "Đã mở" in opened_now
    assert not any(words in opened_now for words in ("Việc này chạy nền", "Đang mở kỳ đánh giá"))
    ranked = dict(campaign.participants.values_list("organisation_id", "is_ranked"))
    assert ranked == {cast.body_a.pk: True, cast.body_b.pk: False}


def test_the_review_names_the_days_of_criteria_that_will_not_hold(cast: Cast, opened: Opened) -> None:
    client, campaign = opened("giang"), make_ready(cast)
    campaign.entry_from, campaign.entry_until = date(2026, 11, 1), date(2026, 11, 30)
    campaign.save()
    page = client.get(_step(campaign, "xem-lai")).content.decode()
    assert "theo hạn gửi hồ sơ 30/11/2026" in page
    assert "Tiêu chí 2.1" in page
    assert '“<span lang="vi">31.10</span>”' in page
    campaign.entry_from = date(2026, 10, 1)
    campaign.save()
    assert "Hạn riêng không áp dụng" not in client.get(_step(campaign, "xem-lai")).content.decode()


def test_the_review_names_the_days_of_criteria_that_are_over(
    cast: Cast, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    client, campaign = opened("giang"), make_ready(cast)
    campaign.entry_from = date(2026, 10, 1)
    campaign.save()
    over = list_past_deadlines(campaign, list(campaign.tracks.all()), date(2026, 11, 1))
    assert [(each.printed, each.labels) for each in over] == [("31.10", ("2.1",))]
    # The last day itself counts, and a day that is dropped is over for nobody.
    assert list_past_deadlines(campaign, list(campaign.tracks.all()), date(2026, 10, 31)) == []
    campaign.entry_from = date(2026, 11, 1)
    assert list_past_deadlines(campaign, list(campaign.tracks.all()), date(2026, 12, 1)) == []
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=30))
    assert "Hạn riêng đã qua" in client.get(_step(campaign, "xem-lai")).content.decode()


def test_the_period_the_edition_prints_is_proposed_and_another_is_told(cast: Cast, opened: Opened) -> None:
    cast.edition = make_edition(
        EDITION.replace("thu-nghiem-2026", "thu-nghiem-ky").replace(
            "  max_points: 70\n",
            "  max_points: 70\n  reference_period: {from: 2026-12-01, to: 2027-11-30}\n",
        )
    )
    client, campaign = opened("giang"), save_track(cast, make_draft(cast))
    printed = (date(2026, 12, 1), date(2027, 11, 30))
    assert (campaign.reference_from, campaign.reference_until) == printed
    assert "Kỳ số liệu khác" not in client.get(_step(campaign, "xem-lai")).content.decode()
    services.save_calendar(actor=cast.giang, campaign_id=campaign.pk, days=DAYS, now=NOW)
    page = client.get(_step(campaign, "xem-lai")).content.decode()
    assert "Kỳ số liệu khác bộ chỉ số" in page
    assert "01/12/2026 – 30/11/2027" in page
    # What somebody chose stays, whatever edition is chosen again.
    campaign = save_track(cast, campaign)
    assert campaign.reference_from == date(2027, 1, 1)


def test_each_step_is_kept_when_it_is_left_and_going_back_harms_nothing(cast: Cast, opened: Opened) -> None:
    client, campaign = opened("giang"), make_ready(cast)
    for name in ("bo-chi-so", "don-vi", "lich", "quy-dinh", "xem-lai"):
        response = client.get(_step(campaign, name))
        assert response.status_code == 200
        assert "no-store" in response["Cache-Control"]
    before = list(campaign.tracks.values())
    again = _editions(cast, _track(cast, id=campaign.tracks.get().pk, grouped_by="peer_group"))
    for _ in range(2):
        client.post(_step(campaign, "bo-chi-so"), again)
    assert list(campaign.tracks.values()) == before
    assert client.get(f"/ky-danh-gia/{campaign.pk}/").url == _step(campaign, "xem-lai")  # type: ignore[attr-defined]


def test_a_step_can_be_saved_and_stayed_at(cast: Cast, opened: Opened) -> None:
    client, campaign = opened("giang"), make_draft(cast)
    answer = client.post(_step(campaign, "bo-chi-so"), {**_editions(cast, _track(cast)), "then": "stay"})
    assert answer.url == _step(campaign, "bo-chi-so")  # type: ignore[attr-defined]
    page = client.get(_step(campaign, "bo-chi-so")).content.decode()
    assert page.count("-is_removed") > 0
    assert "track2-name" in page


def test_a_track_is_taken_out(cast: Cast, opened: Opened) -> None:
    client, campaign = opened("giang"), save_track(cast, make_draft(cast))
    first = campaign.tracks.get()
    gone = _track(cast, id=first.pk, is_removed="on")
    seen: dict[str, object] = {"seen": _shown(client, campaign, "bo-chi-so")}
    client.post(_step(campaign, "bo-chi-so"), _editions(cast, gone, _track(cast, 1, name="Khối khác"), seen))
    assert [track.name for track in campaign.tracks.all()] == ["Khối khác"]


def test_a_name_without_an_edition_is_marked_and_nothing_is_saved(cast: Cast, opened: Opened) -> None:
    client, campaign = opened("giang"), make_draft(cast)
    answer = client.post(_step(campaign, "bo-chi-so"), _editions(cast, _track(cast, edition="")))
    assert answer.status_code == 422
    assert "Hãy chọn bộ chỉ số cho khối này." in answer.content.decode()
    assert not campaign.tracks.exists()


def test_without_any_track_the_form_comes_back_as_it_was_typed(cast: Cast, opened: Opened) -> None:
    client, campaign = opened("giang"), make_draft(cast)
    form = {**_editions(cast), "name": "Tên vừa gõ", "seen": _shown(client, campaign, "bo-chi-so")}
    answer = client.post(_step(campaign, "bo-chi-so"), form)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Chưa có khối nào có đủ tên và bộ chỉ số." in page
    assert 'value="Tên vừa gõ"' in page
    assert 'type="submit"' in page


def test_all_that_a_filter_finds_is_chosen_and_left_out(cast: Cast, opened: Opened) -> None:
    client, campaign = opened("giang"), save_track(cast, make_draft(cast))
    kind = cast.body_a.kind_id
    client.post(f"{_step(campaign, 'don-vi')}?kind={kind}", {"then": "all"})
    assert campaign.tracks.get().chosen == sorted([cast.standing.pk, cast.body_a.pk, cast.body_b.pk])
    page = client.get(f"{_step(campaign, 'don-vi')}?chosen=no").content.decode()
    assert "Tỉnh Ví Dụ tham gia" in page
    assert "Sở Y tế tham gia" not in page
    seen = _shown(client, campaign, "don-vi")
    client.post(f"{_step(campaign, 'don-vi')}?kind={kind}", {"then": "none", "seen": seen})
    assert campaign.tracks.get().chosen == []


def test_what_is_not_shown_on_the_page_stays_as_it_was(cast: Cast, opened: Opened) -> None:
    client, campaign = opened("giang"), make_ready(cast)
    only = [cast.body_a.pk]
    client.post(_step(campaign, "don-vi"), {"shown": only, "was": only, "then": "stay"})
    assert campaign.tracks.get().chosen == [cast.body_b.pk]


def test_organisations_are_asked_for_after_the_tracks(cast: Cast, opened: Opened) -> None:
    client, campaign = opened("giang"), make_draft(cast)
    answer = client.get(_step(campaign, "don-vi"))
    assert answer.url == _step(campaign, "bo-chi-so")  # type: ignore[attr-defined]


def test_days_in_the_wrong_order_are_named(cast: Cast, opened: Opened) -> None:
    client, campaign = opened("giang"), make_draft(cast)
    days = {
        key: day.isoformat()
        for key, day in client.get(_step(campaign, "lich")).context["form"].initial.items()
    }
    seen = {"seen": _shown(client, campaign, "lich")}
    answer = client.post(_step(campaign, "lich"), {**days, **seen, "entry_until": "2020-01-01"})
    assert answer.status_code == 422
    page, begins = answer.content.decode(), date.fromisoformat(days["entry_from"])
    assert "entry_until:" not in page
    assert f"“Hạn gửi hồ sơ” (01/01/2020) đứng trước “Bắt đầu tự đánh giá” ({begins:%d/%m/%Y})" in page
    form = answer.context["form"]
    assert list(form.errors) == ["entry_until"]
    assert 'value="2020-01-01"' in page


def test_days_of_an_open_campaign_are_refused_at_their_field_and_kept_as_typed(
    cast: Cast, opened: Opened
) -> None:
    client, address = opened("giang"), f"/ky-danh-gia/{cast.campaign.pk}/lich/"
    days = {key: day.isoformat() for key, day in client.get(address).context["form"].initial.items()}
    answer = client.post(address, {**days, "appraisal_until": "2020-01-01", "reason": "Mưa lũ"})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["appraisal_until"]
    page = answer.content.decode()
    assert "hạn chỉ được lùi muộn hơn" in page
    assert 'value="2020-01-01"' in page
    assert "Mưa lũ" in page


def test_the_review_counts_the_groups_that_will_be_ranked(cast: Cast, opened: Opened) -> None:
    campaign = make_ready(cast)
    page = opened("giang").get(_step(campaign, "xem-lai")).content.decode()
    assert "Không thuộc nhóm nào: 2" in page
    assert "chỉ có 1 đơn vị" not in page
    for body, group in ((cast.body_a, "Xã"), (cast.body_b, "Đô thị")):
        type(body).objects.filter(pk=body.pk).update(peer_group=group)
    page = opened("giang").get(_step(campaign, "xem-lai")).content.decode()
    assert "Đô thị: 1 · Xã: 1" in page
    assert page.count("chỉ có 1 đơn vị") == 2
    assert "đơn vị không thuộc nhóm nào" not in page


def test_the_review_says_what_it_means_to_be_in_no_group(cast: Cast, opened: Opened) -> None:
    campaign = make_ready(cast)
    address = _step(campaign, "xem-lai")
    assert "đơn vị không thuộc nhóm nào" not in opened("giang").get(address).content.decode()
    type(cast.body_a).objects.filter(pk=cast.body_a.pk).update(peer_group="Xã")
    page = opened("giang").get(address).content.decode()
    assert "1 đơn vị không thuộc nhóm nào: xếp hạng riêng với nhau" in page
    assert "so trong cùng nhóm xếp hạng (" not in page
    method = "method: share_of_max"
    text = EDITION.replace("key: thu-nghiem-2026", "key: theo-nhom-2026")
    edition = make_edition(text.replace(method, f"{method}, among: peer_group"))
    campaign.tracks.update(edition=edition)
    page = opened("giang").get(address).content.decode()
    assert "Tiêu chí so trong cùng nhóm xếp hạng (2.2) cũng chỉ so các đơn vị này với nhau." in page


def test_the_review_names_what_is_missing_with_the_way_there(cast: Cast, opened: Opened) -> None:
    client, campaign = opened("giang"), make_draft(cast)
    page = client.get(_step(campaign, "xem-lai")).content.decode()
    assert f'href="{_step(campaign, "bo-chi-so")}"' in page
    assert "Mở kỳ đánh giá" not in page
    assert client.post(f"/ky-danh-gia/{campaign.pk}/mo/").status_code == 422


@pytest.mark.parametrize("name", ["bo-chi-so", "don-vi", "lich", "quy-dinh", "xem-lai"])
def test_a_campaign_that_is_open_is_not_prepared_again(cast: Cast, opened: Opened, name: str) -> None:
    assert opened("giang").get(_step(cast.campaign, name)).status_code == 409


def test_a_failed_opening_says_why_and_can_be_asked_for_again(cast: Cast, opened: Opened) -> None:
    client, campaign = opened("giang"), make_ready(cast)
    client.post(f"/ky-danh-gia/{campaign.pk}/mo/")
    Job.objects.update(status="failed", refusal_code="campaign.not_found", ended_at=NOW)
    page = client.get(f"/ky-danh-gia/{campaign.pk}/dang-mo/").content.decode()
    assert "Chưa mở được" in page
    assert "Không tìm thấy kỳ đánh giá này" in page
    assert client.post(f"/ky-danh-gia/{campaign.pk}/mo/").status_code == 302
    part = client.get(f"/ky-danh-gia/{campaign.pk}/dang-mo/", headers={"HX-Request": "true"})
    assert part.content.decode().strip().startswith("<section")


def test_a_draft_is_thrown_away(cast: Cast, opened: Opened) -> None:
    campaign = make_ready(cast)
    assert opened("giang").post(f"/ky-danh-gia/{campaign.pk}/xoa/").status_code == 302
    assert not Campaign.objects.filter(pk=campaign.pk).exists()


def test_the_chooser_leaves_as_a_file_with_its_filters(cast: Cast, opened: Opened) -> None:
    campaign = save_track(cast, make_draft(cast))
    client, page = opened("giang"), _step(campaign, "don-vi")
    bodies = [cast.body_a.pk, cast.body_b.pk]
    client.post(page, {"shown": bodies, "chosen": bodies, "was_ranked": bodies, "ranked": bodies[:1]})
    assert "export=xlsx" in client.get(page).content.decode()
    answer: Any = client.get(page, {"chosen": "yes", "export": "csv"})
    rows = [line.split(";") for line in b"".join(answer.streaming_content).decode().splitlines()]
    assert rows[0][-2:] == ["Tham gia", "Xếp hạng"]
    assert {(row[0], *row[-2:]) for row in rows[1:]} == {("T1.A", "có", "có"), ("T1.B", "có", "")}


@pytest.mark.parametrize("name", ["Điểm", " điểm  "])
def test_two_columns_of_one_name_are_refused_at_the_second(cast: Cast, opened: Opened, name: str) -> None:
    client, address = opened("giang"), _step(make_draft(cast), "quy-dinh")
    policies = client.get(address).context["form"].initial
    seen = {"seen": client.get(address).context["seen"]}
    answer = client.post(address, {**policies, **seen, "self_label": "Điểm", "final_label": name})
    assert answer.status_code == 422
    (error,) = answer.context["form"].errors["final_label"]
    assert "Hãy đặt tên khác nhau." in error
    assert client.get(address).context["form"].initial == policies


def test_editions_of_one_name_are_told_apart(cast: Cast, opened: Opened) -> None:
    alike = make_edition(EDITION.replace("thu-nghiem-2026", "thu-nghiem-2026-b"))
    client, campaign = opened("giang"), make_draft(cast)
    page = page_at(client, _step(campaign, "bo-chi-so"))
    assert f"· {alike.key}</option>" in page
    assert f"· {cast.edition.key}</option>" in page

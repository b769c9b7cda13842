"""Two browsers at one step of the wizard: nothing that one saved is undone by the other in silence."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from chamdiem.campaigns.models import Campaign, Track
from chamdiem.campaigns.policies import Policies
from tests.people import Cast

from .asking import Opened
from .drafts import DAYS, make_ready
from .forms import Form, form_at, read_form


def _step(campaign: Campaign, name: str) -> str:
    return f"/ky-danh-gia/{campaign.pk}/chuan-bi/{name}/"


@pytest.fixture
def campaign(cast: Cast) -> Campaign:
    return make_ready(cast)


@pytest.fixture
def client(opened: Opened) -> Client:
    return opened("giang")


def _sent(client: Client, address: str, form: Form, **changed: object) -> Any:
    return client.post(address, {**form, "then": "stay", **changed})


def _day(days: int, name: str) -> date:
    return getattr(DAYS, name) + timedelta(days=days)  # type: ignore[no-any-return]  # a day


def _chosen(campaign: Campaign) -> tuple[list[int], list[int]]:
    track = campaign.tracks.get()
    return track.chosen, track.unranked


def test_a_page_sent_back_unchanged_undoes_nothing(cast: Cast, client: Client, campaign: Campaign) -> None:
    steps = ("bo-chi-so", "don-vi", "lich", "quy-dinh")
    old = {step: form_at(client, _step(campaign, step)) for step in steps}
    Track.objects.filter(campaign=campaign).update(name="Khối sở", chosen=[cast.body_b.pk], grouped_by="kind")
    moved = _day(2, "entry_until")
    policies = Policies(self_label="Đơn vị chấm", require_signatures=False).to_data()
    Campaign.objects.filter(pk=campaign.pk).update(year=2028, entry_until=moved, policies=policies)
    for step in steps:
        assert _sent(client, _step(campaign, step), old[step]).status_code == 302, step
    kept, track = Campaign.objects.get(pk=campaign.pk), campaign.tracks.get()
    assert (kept.year, kept.entry_until, kept.policies) == (2028, moved, policies)
    assert (track.name, track.chosen, track.grouped_by) == ("Khối sở", [cast.body_b.pk], "kind")


def test_each_browser_chooses_and_leaves_out_only_what_it_ticked(
    cast: Cast, client: Client, campaign: Campaign
) -> None:
    address = _step(campaign, "don-vi")
    first, second = form_at(client, address), form_at(client, address)
    a, b, standing = cast.body_a.pk, cast.body_b.pk, cast.standing.pk
    assert sorted(first["was"]) == sorted([str(a), str(b)])
    _sent(client, address, first, chosen=[a, b, standing], ranked=[b])
    assert _chosen(campaign) == (sorted([a, b, standing]), sorted([a, standing]))
    _sent(client, address, second, chosen=[a], ranked=second["ranked"])
    assert _chosen(campaign) == (sorted([a, standing]), sorted([a, standing]))


def test_leaving_out_all_that_is_found_is_refused_where_the_choice_changed(
    cast: Cast, client: Client, campaign: Campaign
) -> None:
    address = _step(campaign, "don-vi")
    old = form_at(client, address)
    _sent(client, address, form_at(client, address), then="all")
    before = _chosen(campaign)
    answer = client.post(address, {**old, "then": "none"})
    assert answer.status_code == 409
    assert "người khác đã đổi các đơn vị được chọn" in answer.content.decode()
    assert _chosen(campaign) == before
    client.post(address, {**form_at(client, address), "then": "none"})
    assert _chosen(campaign) == ([], [])


def test_what_is_ticked_for_a_track_taken_out_meanwhile_is_for_no_other(
    cast: Cast, client: Client, campaign: Campaign
) -> None:
    _with_second(cast, client, campaign)
    first, second = campaign.tracks.order_by("pk")
    address = f"{_step(campaign, 'don-vi')}?track={second.pk}"
    old, before = form_at(client, address), list(first.chosen)
    second.delete()
    answer = _sent(client, address, old, chosen=[cast.body_a.pk, cast.body_b.pk, cast.standing.pk])
    assert answer.status_code == 404
    assert "Không tìm thấy khối này trong kỳ đánh giá" in answer.content.decode()
    assert campaign.tracks.get().chosen == before


def test_days_two_people_change_are_put_together(client: Client, campaign: Campaign) -> None:
    address = _step(campaign, "lich")
    first, second = form_at(client, address), form_at(client, address)
    _sent(client, address, first, entry_until=_day(-3, "entry_until").isoformat())
    answer = _sent(client, address, second, publication_on=_day(5, "publication_on").isoformat())
    campaign.refresh_from_db()
    assert campaign.entry_until == _day(-3, "entry_until")
    assert campaign.publication_on == _day(5, "publication_on")
    page = client.get(answer.url).content.decode()
    assert "Giữ nguyên như người khác đã lưu trong lúc trang này mở: “Hạn gửi hồ sơ”." in page


def test_the_same_day_changed_by_both_is_told_with_both_and_decided_by_saving_again(
    client: Client, campaign: Campaign
) -> None:
    address = _step(campaign, "lich")
    first, second = form_at(client, address), form_at(client, address)
    theirs, mine = _day(-3, "entry_until"), _day(-5, "entry_until")
    _sent(client, address, first, entry_until=theirs.isoformat())
    answer = _sent(client, address, second, entry_until=mine.isoformat())
    assert answer.status_code == 422
    (said,) = answer.context["form"].errors["entry_until"]
    assert f"“{theirs:%d/%m/%Y}”" in said
    assert f"“{mine:%d/%m/%Y}”" in said
    campaign.refresh_from_db()
    assert campaign.entry_until == theirs
    again = read_form(answer.content.decode())
    assert again["entry_until"] == [mine.isoformat()]
    assert _sent(client, address, again).status_code == 302
    campaign.refresh_from_db()
    assert campaign.entry_until == mine


def test_what_was_not_told_yet_is_not_overwritten_by_the_next_attempt(
    client: Client, campaign: Campaign
) -> None:
    address = _step(campaign, "lich")
    first, second = form_at(client, address), form_at(client, address)
    _sent(client, address, first, entry_until=_day(-3, "entry_until").isoformat())
    wrong = _sent(
        client, address, second, entry_until=_day(-5, "entry_until").isoformat(), publication_on="gì đó"
    )
    assert list(wrong.context["form"].errors) == ["publication_on"]
    mended = {**read_form(wrong.content.decode()), "publication_on": [DAYS.publication_on.isoformat()]}
    answer = _sent(client, address, mended)
    assert list(answer.context["form"].errors) == ["entry_until"]
    campaign.refresh_from_db()
    assert campaign.entry_until == _day(-3, "entry_until")


def test_policies_two_people_change_are_put_together_or_told(client: Client, campaign: Campaign) -> None:
    address = _step(campaign, "quy-dinh")
    first, second = form_at(client, address), form_at(client, address)
    _sent(client, address, first, self_label="Đơn vị chấm", require_signatures=[])
    answer = _sent(client, address, second, appraisal_rounds="3", self_label="Tự chấm")
    assert list(answer.context["form"].errors) == ["self_label"]
    _sent(client, address, second, appraisal_rounds="3")
    campaign.refresh_from_db()
    kept = Policies.from_data(campaign.policies)
    assert (kept.self_label, kept.require_signatures, kept.appraisal_rounds) == ("Đơn vị chấm", False, 3)


def _with_second(cast: Cast, client: Client, campaign: Campaign) -> None:
    address = _step(campaign, "bo-chi-so")
    form = form_at(client, address)
    _sent(client, address, form, **{"track1-name": "Khối huyện", "track1-edition": cast.edition.pk})


def test_a_track_added_by_one_is_not_taken_out_by_the_other(
    cast: Cast, client: Client, campaign: Campaign
) -> None:
    address = _step(campaign, "bo-chi-so")
    old = form_at(client, address)
    _with_second(cast, client, campaign)
    added = {"track1-name": "Khối xã", "track1-edition": cast.edition.pk}
    answer = _sent(client, address, old, **added, **{"track0-grouped_by": "kind"})
    assert answer.status_code == 302, answer.context["name_form"].errors
    names = [(each.name, each.grouped_by) for each in campaign.tracks.all()]
    assert names == [("Sở, ban, ngành", "kind"), ("Khối xã", "peer_group"), ("Khối huyện", "peer_group")]
    assert "được giữ nguyên" in client.get(answer.url).content.decode()


def test_a_track_changed_by_both_is_told_with_both(cast: Cast, client: Client, campaign: Campaign) -> None:
    address = _step(campaign, "bo-chi-so")
    first, second = form_at(client, address), form_at(client, address)
    _sent(client, address, first, **{"track0-name": "Khối sở", "track0-grouped_by": "kind"})
    answer = _sent(client, address, second, **{"track0-name": "Khối sở, ngành"})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Khối sở · Bộ chỉ số thử nghiệm (2026) · Loại cơ quan" in page
    assert campaign.tracks.get().name == "Khối sở"
    assert _sent(client, address, read_form(page)).status_code == 302
    track = campaign.tracks.get()
    assert (track.name, track.grouped_by) == ("Khối sở, ngành", "kind")
    assert len(track.chosen) == 2


def test_a_track_taken_out_by_one_and_used_by_the_other(
    cast: Cast, client: Client, campaign: Campaign
) -> None:
    _with_second(cast, client, campaign)
    address, second = _step(campaign, "bo-chi-so"), campaign.tracks.get(name="Khối huyện")
    old = form_at(client, address)
    # Somebody chose organisations for it after the page was opened.
    Track.objects.filter(pk=second.pk).update(chosen=[cast.standing.pk])
    answer = _sent(client, address, old, **{"track1-is_removed": "on"})
    assert answer.status_code == 422
    assert "1 đơn vị tham gia" in answer.content.decode()
    assert campaign.tracks.count() == 2
    assert _sent(client, address, read_form(answer.content.decode())).status_code == 302
    assert campaign.tracks.count() == 1


def test_a_track_one_took_out_comes_back_only_by_decision(
    cast: Cast, client: Client, campaign: Campaign
) -> None:
    _with_second(cast, client, campaign)
    address = _step(campaign, "bo-chi-so")
    untouched, changed = form_at(client, address), form_at(client, address)
    _sent(client, address, form_at(client, address), **{"track1-is_removed": "on"})
    assert _sent(client, address, untouched).status_code == 302
    assert campaign.tracks.count() == 1
    answer = _sent(client, address, changed, **{"track1-name": "Khối huyện, thị"})
    assert answer.status_code == 422
    assert "đã bị người khác bỏ" in answer.content.decode()
    assert campaign.tracks.count() == 1
    assert _sent(client, address, read_form(answer.content.decode())).status_code == 302
    assert [each.name for each in campaign.tracks.all()] == ["Sở, ban, ngành", "Khối huyện, thị"]


@pytest.mark.parametrize("seen", ["", "[]", '{"name": 1}', "[" * 3000, '{"x.name": "?", "٣.name": "?"}'])
def test_a_page_that_does_not_say_what_it_showed_overwrites_nothing(
    client: Client, campaign: Campaign, seen: str
) -> None:
    for step, name, typed in (
        ("lich", "entry_until", _day(-3, "entry_until").isoformat()),
        ("quy-dinh", "self_label", "Tự chấm"),
        ("bo-chi-so", "track0-name", "Khối khác"),
    ):
        address = _step(campaign, step)
        form = form_at(client, address)
        assert _sent(client, address, form, seen=seen, **{name: typed}).status_code == 422
        assert form_at(client, address) == form

"""The file of the council: both sides, and the ruling."""

from __future__ import annotations

from chamdiem.appraisals.models import Ruling
from chamdiem.campaigns.models import Track

from ..people import Cast
from .asking import Opened, text_at
from .staging import begin_ruling


def test_the_council_rules_where_both_sides_stand(cast: Cast, opened: Opened) -> None:
    begin_ruling(cast)
    client = opened("ha")
    assert "15,00" in text_at(client, "/hoi-dong/")
    text = text_at(client, f"/hoi-dong/{cast.a.pk}/")
    assert "Có 60 dịch vụ, xem phụ lục" in text
    assert "Phụ lục liệt kê 40 dịch vụ" in text
    client.post(f"/hoi-dong/{cast.a.pk}/2.1/", {"points": "12,5", "reason": "Công nhận 50", "version": "0"})
    assert Ruling.objects.get().reason == "Công nhận 50"
    assert "12,50 / 20" in text_at(client, f"/hoi-dong/{cast.a.pk}/")


def test_the_council_rules_on_figures(cast: Cast, opened: Opened) -> None:
    begin_ruling(cast)
    client, place = opened("ha"), f"/hoi-dong/{cast.a.pk}/"
    assert 'name="figure:2.1.a" value="40"' in text_at(client, place)
    said = {"figure:2.1.a": "50", "figure:I.1": "100", "reason": "Công nhận 50", "version": "0"}
    client.post(f"{place}2.1/", said)
    text = text_at(client, place)
    assert "12,50 / 20" in text
    assert "tính theo số liệu kết luận" in text
    assert 'name="figure:2.1.a" value="50"' in text
    assert Ruling.objects.get().answers == {"2.1.a": 50, "I.1": 100}


def test_points_that_do_not_fit_are_told_with_their_criterion_and_box(cast: Cast, opened: Opened) -> None:
    begin_ruling(cast)
    rule = f"/hoi-dong/{cast.a.pk}/2.1/"
    refused = opened("ha").post(rule, {"points": "99", "reason": "Công nhận 50", "version": "0"})
    assert "Tiêu chí 2.1: “99” nằm ngoài khung điểm của “Điểm kết luận”: nhập từ 0 đến 20." in (
        refused.content.decode()
    )


def test_the_standing_body_reads_the_file_without_a_form(cast: Cast, opened: Opened) -> None:
    begin_ruling(cast)
    assert "Ghi kết luận" not in text_at(opened("giang"), f"/hoi-dong/{cast.a.pk}/")


def test_the_board_is_narrowed_to_a_state_a_campaign_and_track(cast: Cast, opened: Opened) -> None:
    begin_ruling(cast)
    client, link = opened("ha"), f'href="/hoi-dong/{cast.a.pk}/"'
    text = text_at(client, "/hoi-dong/")
    assert f'<option value="{cast.track.pk}">{cast.campaign} · {cast.track}</option>' in text
    assert link in text
    assert link in text_at(client, f"/hoi-dong/?track={cast.track.pk}")
    assert link in text_at(client, "/hoi-dong/?state=settled")
    assert link not in text_at(client, "/hoi-dong/?state=final")
    other = Track.objects.create(campaign=cast.campaign, edition=cast.edition, name="Xã, phường")
    # Without a dossier before the council it is not offered, and what is asked for in vain narrows nothing.
    assert "Xã, phường" not in text_at(client, "/hoi-dong/")
    cast.a.participant.track = other
    cast.a.participant.save()
    assert link not in text_at(client, f"/hoi-dong/?track={cast.track.pk}")
    assert link in text_at(client, f"/hoi-dong/?track={other.pk}")
    exported = client.get(f"/hoi-dong/?track={cast.track.pk}&export=csv")
    assert "Sở Xây dựng" not in b"".join(exported.streaming_content).decode()  # type: ignore[attr-defined]  # a stream

"""What people decided, as results tell it: who did, who may read why, what a correction says of itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chamdiem.results import selectors
from chamdiem.results.models import Release, Result
from chamdiem.results.score_sheets import score_sheet
from chamdiem.results.services import close_campaign, publish_results, reopen_for_erratum
from tests.people import NOW, Cast

from .dossiers import award, fill, rule, rule_on_figures

Opened = Callable[[str], Client]


@pytest.fixture
def published(cast: Cast) -> Cast:
    """An appraiser awarded 1.2 of Sở A other points, the council ruled on 2.1."""
    fill(cast)
    award(cast, cast.a, "1.2", "4")
    rule(cast, cast.a, "2.1", "12.5")
    close_campaign(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    publish_results(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    return cast


def _profile(cast: Cast, face: str = "results") -> str:
    return reverse(f"{face}:profile", args=[cast.campaign.pk, cast.a.participant.pk])


def test_a_ruling_reads_as_the_word_of_the_council(published: Cast) -> None:
    result = Result.objects.get(participant=published.a.participant)
    reasons = {each["key"]: (each["reason"], each["reason_en"]) for each in result.criteria}
    assert reasons["2.1"][0].startswith("Hội đồng kết luận 12,5 điểm: hội đồng kết luận")
    assert reasons["2.1"][1].startswith("The council decided on 12.5 points: ")
    assert reasons["1.2"][0].startswith("Chấm 4 điểm: ")


@pytest.mark.parametrize(
    ("person", "reads"), [("an", True), ("dung", True), ("giang", True), ("binh", False)]
)
def test_only_the_authority_and_the_body_itself_read_why(
    published: Cast, opened: Opened, person: str, *, reads: bool
) -> None:
    client = opened(person)
    page = client.get(_profile(published)).content.decode()
    text = b"".join(client.get(_profile(published), {"export": "csv"}).streaming_content).decode()  # type: ignore[attr-defined]  # it streams
    for said in (page, text):
        assert ("Trần Văn Tèo" in said) is reads
        assert ("Theo kết luận thẩm định" in said) is not reads


@pytest.mark.parametrize(
    ("note", "labelled"),
    [("Đính chính điểm mục 2.3", False), ("đính chính điểm", False), ("Sửa mục 2.3", True)],
)
def test_a_note_that_says_it_corrects_has_no_second_label(
    published: Cast, note: str, *, labelled: bool
) -> None:
    campaign = published.campaign
    reopen_for_erratum(actor=published.giang, campaign_id=campaign.pk, reason="sai số liệu", now=NOW)
    award(published, published.a, "2.3", "5")
    close_campaign(actor=published.giang, campaign_id=campaign.pk, now=NOW)
    publish_results(actor=published.giang, campaign_id=campaign.pk, now=NOW, note=note)
    assert Release.objects.get(number=2).note == note
    for address in ("", "?lan=1"):
        page = Client().get(reverse("portal:league", args=[campaign.pk]) + address).content.decode()
        assert note in page
        assert ("ính chính: <" in page) is labelled
        assert page.count("Lý do đính chính:") == (0 if not labelled else 1 + bool(address))


def _figures_ruled(cast: Cast) -> Result:
    """The council says Sở A spent 200 million and not 50; Sở B spent 100."""
    fill(cast)
    rule_on_figures(cast, cast.a, "2.2", {"2.2.a": 200_000})
    close_campaign(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    publish_results(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    return Result.objects.get(participant=cast.a.participant)


@pytest.mark.parametrize(("person", "reads"), [("an", True), ("giang", True), ("binh", False)])
def test_a_ruling_by_figures_leaves_its_mark_with_its_reason_on_score_sheet_and_file(
    cast: Cast, opened: Opened, person: str, *, reads: bool
) -> None:
    _figures_ruled(cast)
    client = opened(person)
    page = client.get(_profile(cast)).content.decode()
    text = b"".join(client.get(_profile(cast), {"export": "csv"}).streaming_content).decode()  # type: ignore[attr-defined]  # it streams
    for said in (page, text):
        assert "Hội đồng kết luận bằng số liệu" in said
        assert "200 / 200" in said
        assert ("hội đồng công nhận số liệu này; theo quy tắc: " in said) is reads


def test_the_public_reads_that_the_council_ruled_by_figures_and_not_why(cast: Cast) -> None:
    _figures_ruled(cast)
    page = Client().get(_profile(cast, "portal")).content.decode()
    assert "Hội đồng kết luận bằng số liệu; theo quy tắc: " in page
    assert "công nhận số liệu này" not in page


def test_a_closing_of_before_this_was_kept_reads_as_it_did(cast: Cast) -> None:
    result = _figures_ruled(cast)
    kept = next(each for each in result.criteria if each["key"] == "2.2")
    assert kept.pop("figures_ruled") == "hội đồng công nhận số liệu này"
    line = next(each for each in score_sheet(result=result) if each.row.key == "2.2")
    assert line.reason == kept["reason"]


@pytest.mark.parametrize("face", ["results", "portal"])
def test_both_profiles_tell_the_grade(
    published: Cast, opened: Opened, monkeypatch: pytest.MonkeyPatch, face: str
) -> None:
    client, find = opened("giang"), selectors.get_result
    assert "· Tốt" not in client.get(_profile(published, face)).content.decode()

    def graded(**asked: Any) -> Result:
        result = find(**asked)
        result.grade = "Tốt"
        return result

    monkeypatch.setattr(selectors, "get_result", graded)
    assert "· Tốt" in client.get(_profile(published, face)).content.decode()

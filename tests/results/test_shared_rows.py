"""A row that shares the maximum of another stands in print everywhere, and has no points of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from chamdiem.assessments.models import Assessment
from chamdiem.results.models import Result
from chamdiem.results.services import close_campaign, publish_results
from tests.edition import EDITION
from tests.people import NOW, Cast, make_edition

from .dossiers import fill

Opened = Callable[[str], Client]
NAME = "Số cuộc họp do người đứng đầu chủ trì"
SHARED = "chung điểm với mục 2.2"
DOCUMENT = EDITION.replace("thu-nghiem-2026", "thu-nghiem-chung-diem").replace(
    "  - key: '2.3'\n",
    f"  - {{key: '2.2b', number: '2.2b', level: criterion, name: {NAME}, shares_maximum_of: '2.2'}}\n"
    "  - key: '2.3'\n",
)


@pytest.fixture
def sharing(cast: Cast) -> Cast:
    """Both dossiers are in; row 2.2b shares the points of 2.2."""
    assert SHARED.rsplit(maxsplit=1)[-1] in DOCUMENT
    cast.edition = make_edition(DOCUMENT)
    cast.track.edition = cast.edition
    cast.track.save()
    for dossier in (cast.a, cast.b):
        dossier.participant.refresh_from_db()
    fill(cast)
    return cast


@pytest.fixture
def published(sharing: Cast) -> Cast:
    """Closed and published."""
    close_campaign(actor=sharing.giang, campaign_id=sharing.campaign.pk, now=NOW)
    publish_results(actor=sharing.giang, campaign_id=sharing.campaign.pk, now=NOW)
    return sharing


def _page(client: Client, address: str, **asked: str) -> str:
    response = client.get(address, asked)
    assert response.status_code == 200
    if response.streaming:
        return b"".join(response.streaming_content).decode()  # type: ignore[attr-defined]  # it streams
    return " ".join(response.content.decode().split())


def _stands_in_order(page: str, line: str) -> bool:
    before, here, after = "Chi ngân sách cho chuyển đổi số so với", NAME, "Số cuộc họp Ban Chỉ đạo"
    places = [page.index(name) for name in (before, here, after)]
    return places == sorted(places) and line in page[places[1] : places[2]]


def test_the_dossier_shows_it_in_its_tree_and_beside_its_criterion(sharing: Cast, opened: Opened) -> None:
    page = _page(opened("an"), f"/ho-so/{sharing.a.pk}/tieu-chi/2.2/")
    tree, _, pane = page.partition('id="criterion-pane"')
    assert _stands_in_order(tree, SHARED)
    assert NAME in pane
    assert "(chung điểm với tiêu chí này)" in pane
    assert (
        NAME
        not in _page(opened("an"), f"/ho-so/{sharing.a.pk}/tieu-chi/2.3/").partition('id="criterion-pane"')[2]
    )


def test_the_self_assessment_sheet_shows_it(sharing: Cast, opened: Opened) -> None:
    sheet = _page(opened("an"), f"/ho-so/{sharing.a.pk}/duyet/").partition("sheet-title")[2]
    assert _stands_in_order(sheet, SHARED)


def test_who_appraises_sees_it(sharing: Cast, opened: Opened) -> None:
    Assessment.objects.filter(pk=sharing.a.pk).update(status="appraisal")
    page = _page(opened("giang"), reverse("appraisals:dossier", args=[sharing.a.pk]))
    assert _stands_in_order(page, SHARED)


@pytest.mark.parametrize("face", ["results", "portal"])
def test_score_sheet_and_file_show_it_without_points(published: Cast, opened: Opened, face: str) -> None:
    client = Client() if face == "portal" else opened("giang")
    address = reverse(f"{face}:profile", args=[published.campaign.pk, published.a.participant.pk])
    page = _page(client, address).rpartition("Phiếu điểm</h2>")[2]
    assert _stands_in_order(page, SHARED)
    line = page[page.index(NAME) :].partition("</tr>")[0]
    assert ",00" not in line
    assert line.count("></td>") == 4  # On a phone an empty cell takes no line.
    assert f"\r\n2.2b;{NAME};;;;;{SHARED}\r\n" in _page(client, address, export="csv")


def test_the_method_page_says_with_what_it_shares_its_points(published: Cast) -> None:
    page = _page(Client(), reverse("portal:method", args=[published.campaign.pk]))
    assert _stands_in_order(page, SHARED)


def test_nothing_is_kept_or_awarded_for_it(published: Cast) -> None:
    result = Result.objects.get(participant=published.a.participant)
    assert result.total == 53
    assert result.maximum == 70
    assert "2.2b" not in {each["key"] for each in result.criteria}


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_method_can_be_saved(published: Cast, kind: str) -> None:
    address = reverse("portal:method", args=[published.campaign.pk])
    assert f"export={kind}" in _page(Client(), address)
    if kind == "csv":
        lines = _page(Client(), address, export=kind).splitlines()
        assert f"2.2b;{NAME};;{SHARED}" in lines
        assert any(line.startswith("2.1;Tỷ lệ dịch vụ công trực tuyến toàn trình;20;") for line in lines)
    else:
        assert Client().get(address, {"export": kind}).content[:2] == b"PK"

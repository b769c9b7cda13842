"""A league table of many: page by page, whole as a file; the middle of a group as the database counts it."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from fractions import Fraction
from io import BytesIO, StringIO
from statistics import median

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook

from chamdiem.assessments.models import Answer, Assessment
from chamdiem.campaigns.models import Participant
from chamdiem.results.comparing import compare_groups
from chamdiem.results.models import Result
from chamdiem.results.selectors import main_groups
from chamdiem.results.services import close_campaign, publish_results
from chamdiem.web import paging
from chamdiem.web.numbers import fixed
from tests.people import NOW, Cast

from .dossiers import award, fill
from .test_pages import join_many

Opened = Callable[[str], Client]


@pytest.fixture
def closed(cast: Cast) -> Cast:
    """Sixty-two bodies, closed."""
    fill(cast)
    join_many(cast, 60)
    award(cast, cast.a, "1.2", "4")
    close_campaign(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    return cast


@pytest.mark.parametrize("name", ["league", "heat"])
def test_every_body_stands_on_one_page_and_all_of_them_in_the_file(
    closed: Cast, opened: Opened, name: str
) -> None:
    client, address = opened("giang"), reverse(f"results:{name}", args=[closed.campaign.pk])
    pages = [client.get(address, {"size": "25", "page": page}).content.decode() for page in (1, 2, 3)]
    for result in Result.objects.select_related("participant"):
        shown = f">{result.participant.name}</a>"
        assert [shown in page for page in pages].count(True) == 1, shown
    answer = client.get(address, {"size": "25", "page": "2", "export": "xlsx"})
    sheet = load_workbook(BytesIO(answer.content)).active
    assert sheet is not None
    texts = {str(cell.value) for row in sheet.iter_rows() for cell in row}
    assert set(Result.objects.values_list("participant__name", flat=True)) <= texts


def test_a_name_is_found_without_its_accents(closed: Cast, opened: Opened) -> None:
    address = reverse("results:heat", args=[closed.campaign.pk])
    page = opened("giang").get(address, {"q": "so y te"}).content.decode()
    assert ">Sở Y tế</a>" in page
    assert ">Sở Xây dựng</a>" not in page
    assert "Không có đơn vị nào khớp" in opened("giang").get(address, {"q": "không ai"}).content.decode()


@pytest.fixture
def grouped(cast: Cast) -> Cast:
    """Seven bodies of two peer groups and one of none; the first of one group is behind the other group."""
    fill(cast)
    join_many(cast, 5)
    Participant.objects.update(peer_group="Sở có dịch vụ công")
    # "Ban" comes before "Sở"; all of its bodies have fewer points.
    for number in (0, 1, 2):
        dossier = Assessment.objects.get(participant__code=f"X{number}")
        Participant.objects.filter(code=f"X{number}").update(peer_group="Ban quản lý")
        award(cast, dossier, "1.2", str(number))
    Participant.objects.filter(code="X3").update(peer_group="")
    close_campaign(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    publish_results(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    return cast


def _blocks(page: str) -> list[tuple[str, list[str]]]:
    """The heading of each block, and the bodies in it."""
    parts = re.split(r'<h2 id="group-\d+">', page)[1:]
    names = [re.sub(r"<[^>]*>", "", part[: part.index("</h2>")]).strip() for part in parts]
    return [
        (name, re.findall(r'<th scope="row"><a[^>]*>([^<]*)</a>', part))
        for name, part in zip(names, parts, strict=True)
    ]


_EXPECTED = [
    ("Ban quản lý", ["Đơn vị 2", "Đơn vị 1", "Đơn vị 0"]),
    ("Sở có dịch vụ công", ["Đơn vị 4", "Sở Xây dựng", "Sở Y tế"]),
    ("Không thuộc nhóm nào", ["Đơn vị 3"]),
]


@pytest.mark.parametrize("face", ["results", "portal"])
def test_every_peer_group_is_a_block_with_its_own_places_and_medians(
    grouped: Cast, opened: Opened, face: str
) -> None:
    client, address = opened("giang"), reverse(f"{face}:league", args=[grouped.campaign.pk])
    page = client.get(address).content.decode()
    assert _blocks(page) == _EXPECTED
    first, second, _ = re.split(r'<h2 id="group-\d+">', page)[1:]
    assert re.findall(r'<td class="number strong">(\d+)</td>', first) == ["1", "2", "3"]
    assert "Trung vị của 3 đơn vị" in first
    group = Result.objects.filter(peer_group="Ban quản lý")
    middle = median(group.values_list("total", flat=True))
    assert f'<td class="number">{fixed(middle, 2)}</td>' in first[first.index("Trung vị") :]
    assert re.findall(r'<td class="number strong">(\d+)</td>', second) == ["1", "1", "3"]
    alone = client.get(address, {"nhom": "Ban quản lý"}).content.decode()
    assert _blocks(alone) == _EXPECTED[:1]


@pytest.mark.parametrize("face", ["results", "portal"])
def test_a_place_in_a_group_of_one_says_so(cast: Cast, opened: Opened, face: str) -> None:
    fill(cast)
    Participant.objects.filter(pk=cast.a.participant_id).update(peer_group="Đồng bằng")
    close_campaign(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    publish_results(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    client = opened("giang")

    def page(name: str, *more: int) -> str:
        return client.get(reverse(f"{face}:{name}", args=[cast.campaign.pk, *more])).content.decode()

    assert "nhóm chỉ có 1 đơn vị" in page("league").split('id="group-1"')[1].split("<table")[0]
    assert "nhóm chỉ có 1 đơn vị" in page("profile", cast.a.participant_id)


@pytest.mark.parametrize("face", ["results", "portal"])
def test_a_place_beside_the_groups_is_no_place_in_the_track(cast: Cast, opened: Opened, face: str) -> None:
    fill(cast)
    Participant.objects.exclude(pk=cast.a.participant_id).update(peer_group="Đồng bằng")
    Participant.objects.filter(pk=cast.a.participant_id).update(peer_group="")
    close_campaign(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    publish_results(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    address = reverse(f"{face}:profile", args=[cast.campaign.pk, cast.a.participant_id])
    page = opened("giang").get(address).content.decode()
    assert "Hạng 1 trong số các đơn vị không thuộc nhóm nào" in page


def test_a_place_among_others_does_not(grouped: Cast) -> None:
    alike, client = Participant.objects.get(code="X0"), Client()
    league = client.get(
        reverse("portal:league", args=[grouped.campaign.pk]), {"nhom": "Ban quản lý"}
    ).content.decode()
    profile = client.get(reverse("portal:profile", args=[grouped.campaign.pk, alike.pk])).content.decode()
    assert "Đơn vị 0" in league
    assert "Hạng 3 trong nhóm Ban quản lý" in profile
    assert "nhóm chỉ có 1 đơn vị" not in league + profile


def test_a_block_goes_on_on_the_next_page_under_its_name(
    grouped: Cast, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "SIZES", (2,))
    client, address = opened("giang"), reverse("results:league", args=[grouped.campaign.pk])
    pages = [
        _blocks(client.get(address, {"size": "2", "page": page}).content.decode()) for page in (1, 2, 3, 4)
    ]
    assert pages[0] == [("Ban quản lý", ["Đơn vị 2", "Đơn vị 1"])]
    assert pages[1] == [
        ("Ban quản lý (tiếp theo)", ["Đơn vị 0"]),
        ("Sở có dịch vụ công", ["Đơn vị 4"]),
    ]
    assert pages[2] == [("Sở có dịch vụ công (tiếp theo)", ["Sở Xây dựng", "Sở Y tế"])]
    assert pages[3] == [("Không thuộc nhóm nào", ["Đơn vị 3"])]


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_file_has_the_group_beside_the_place_in_the_order_of_the_page(
    grouped: Cast, opened: Opened, kind: str
) -> None:
    answer = opened("giang").get(reverse("results:league", args=[grouped.campaign.pk]), {"export": kind})
    if kind == "xlsx":
        sheet = load_workbook(BytesIO(answer.content)).active
        assert sheet is not None
        rows = [[str(cell or "") for cell in row] for row in sheet.iter_rows(min_row=3, values_only=True)]
    else:
        text = b"".join(answer) if answer.streaming else answer.content
        rows = list(csv.reader(StringIO(text.decode("utf-8-sig")), delimiter=";"))
        rows = rows[next(place for place, row in enumerate(rows) if row and row[0] == "Nhóm") :]
    assert rows[0][:5] == ["Nhóm", "Hạng trong nhóm", "Hạng chung", "Mã", "Đơn vị"]
    named = [
        (name if name != "Không thuộc nhóm nào" else "", body)
        for name, bodies in _EXPECTED
        for body in bodies
    ]
    assert [(row[0], row[4]) for row in rows[1:]] == named
    assert [row[1] for row in rows[1:4]] == ["1", "2", "3"]


@pytest.mark.parametrize("face", ["results", "portal"])
def test_blocks_ask_as_much_for_many_groups_as_for_few(grouped: Cast, opened: Opened, face: str) -> None:
    client, address = opened("giang"), reverse(f"{face}:league", args=[grouped.campaign.pk])
    client.get(address)
    counts = []
    for asked in ({}, {"nhom": "Ban quản lý"}, {"q": "đơn vị 3"}):
        with CaptureQueriesContext(connection) as made:
            client.get(address, asked)
        counts.append(len(made))
    assert len(set(counts)) == 1


@pytest.mark.parametrize("count", [7, 8])
def test_the_middle_of_a_group_is_exact(cast: Cast, count: int) -> None:
    fill(cast)
    join_many(cast, count)
    for number, answer in enumerate(Answer.objects.filter(figure="2.1.a")):
        Answer.objects.filter(pk=answer.pk).update(value=number * 7 % 41)
    close_campaign(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    result = Result.objects.select_related("closing__track__edition").get(participant=cast.a.participant)
    peers = Result.objects.filter(closing=result.closing, peer_group=result.peer_group)
    compared = compare_groups(result=result)
    rows = main_groups(result.closing)
    assert [share.name for share in compared] == [row.correct_name for row in rows]
    for row, share in zip(rows, compared, strict=True):
        groups = [each.groups[row.key] for each in peers]
        shares = [Fraction(each["points"]) / Fraction(each["maximum"]) for each in groups]
        assert len(shares) == count + 2
        assert abs(share.median - median(shares)) < Fraction(1, 10**12)
        assert abs(share.best - max(shares)) < Fraction(1, 10**12)


@pytest.mark.parametrize(
    ("name", "words"), [("Sở", "nhóm Sở"), ("Nhóm 2", "Nhóm 2"), ("nhóm xa", "nhóm xa"), ("", "")]
)
def test_a_peer_group_is_called_a_group_once(name: str, words: str) -> None:
    assert Result(peer_group=name).group_words == words

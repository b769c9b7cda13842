"""A league table of many: page by page, whole as a file; the middle of a group as the database counts it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from io import BytesIO
from statistics import median

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from chamdiem.assessments.models import Answer
from chamdiem.results.comparing import compare_groups
from chamdiem.results.models import Result
from chamdiem.results.selectors import main_groups
from chamdiem.results.services import close_campaign
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

"""Bonuses and deductions on score sheets, among losses and in league tables: with their sign, adding up."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from django.test import Client
from django.urls import reverse

from chamdiem.results.models import Result
from chamdiem.results.prospects import list_winnable
from chamdiem.results.score_sheets import list_losses, score_sheet
from chamdiem.results.services import close_campaign, publish_results
from chamdiem.results.totals import list_added, total_line
from tests.edition import EDITION
from tests.people import NOW, Cast, make_edition

from .dossiers import declare, fill

Opened = Callable[[str], Client]
DOCUMENT = (
    EDITION.replace("thu-nghiem-2026", "thu-nghiem-thuong-tru").replace(
        "  max_points: 70\n", "  max_points: 70\n  bonus_cap: 5\n"
    )
    + """\
  - {key: '3', number: '3', level: main, name: Điểm thưởng, role: bonus, max_points: 3}
  - key: '3.1'
    number: '3.1'
    level: criterion
    name: Sáng kiến được công nhận
    role: bonus
    max_points: 3
    inputs: {n: {label: Số sáng kiến}}
    rule: {kind: count, parts: [{of: n, points_each: 1}]}
  - {key: '4', number: '4', level: main, name: Phần trừ, role: deduction, max_points: 4}
  - key: '4.1'
    number: '4.1'
    level: criterion
    name: Hồ sơ giải quyết trễ hạn
    role: deduction
    max_points: 4
    inputs: {n: {label: Số hồ sơ trễ}}
    rule: {kind: count, parts: [{of: n, points_each: 1}]}
"""
)


@pytest.fixture
def published(cast: Cast) -> Cast:
    """Sở A has one bonus point and loses two; Sở B has neither."""
    cast.edition = make_edition(DOCUMENT)
    cast.track.edition = cast.edition
    cast.track.save()
    for dossier in (cast.a, cast.b):
        dossier.participant.refresh_from_db()
    fill(cast)
    declare(cast, cast.a, {"3.1.n": 1, "4.1.n": 2})
    declare(cast, cast.b, {"3.1.n": 0, "4.1.n": 0})
    close_campaign(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    publish_results(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    return cast


def _result(cast: Cast) -> Result:
    return Result.objects.select_related("closing__track__edition").get(participant=cast.a.participant)


def _read(client: Client, address: str, **asked: str) -> str:
    response = client.get(address, asked)
    assert response.status_code == 200
    if response.streaming:
        return b"".join(response.streaming_content).decode()  # type: ignore[attr-defined]  # it streams
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("face", ["results", "portal"])
def test_the_score_sheet_ends_with_its_total_and_what_made_it(
    published: Cast, opened: Opened, face: str
) -> None:
    client = Client() if face == "portal" else opened("giang")
    address = reverse(f"{face}:profile", args=[published.campaign.pk, published.a.participant.pk])
    foot = _read(client, address).rpartition("<tfoot>")[2].partition("</tfoot>")[0]
    assert "Tổng điểm" in foot
    assert foot.count("52,00") == 3
    assert "53,00 + 1,00 điểm thưởng − 2,00 điểm trừ" in foot
    last = _read(client, address, export="csv").splitlines()[-1]
    assert last == ";Tổng điểm;70;52;52;52;53,00 + 1,00 điểm thưởng − 2,00 điểm trừ"


def test_deductions_have_their_sign_on_page_and_in_file(published: Cast) -> None:
    address = reverse("portal:profile", args=[published.campaign.pk, published.a.participant.pk])
    page = _read(Client(), address).rpartition("Phiếu điểm</h2>")[2]
    for name in ("Phần trừ", "Hồ sơ giải quyết trễ hạn"):
        line = page[page.index(name) :].partition("</tr>")[0]
        assert line.count("−2,00") == 3
        assert "4,00" in line
    assert "4.1;Hồ sơ giải quyết trễ hạn;4;-2;-2;-2;" in _read(Client(), address, export="csv")


def test_what_was_taken_off_can_be_won_back_by_its_figure(published: Cast) -> None:
    result = _result(published)
    losses = list_losses(score_sheet(result=result))
    (taken,) = [line for line in losses if line.row.key == "4.1"]
    assert taken.lost == 2
    assert [line.lost for line in losses] == sorted((line.lost for line in losses), reverse=True)
    shown = {line.row.key: line for line in list_winnable(result, losses)}
    assert shown["4.1"].winnable == 2
    assert shown["4.1"].next_step == "Số hồ sơ trễ từ 2 xuống 1: thêm 1 điểm"
    assert "3.1" not in shown


def test_losses_begin_where_the_most_can_be_won_back(published: Cast) -> None:
    result = _result(published)
    shown = list_winnable(result, list_losses(score_sheet(result=result)), language=None)
    # 1.3 is awarded by people: all that was lost there can be given.
    assert [line.row.key for line in shown] == ["2.1", "2.2", "1.3", "4.1"]
    assert [str(line.winnable) for line in shown] == ["10", "5", "2", "2"]
    assert not any(line.next_step for line in shown)


def test_the_league_table_shows_what_makes_up_the_total(published: Cast) -> None:
    address = reverse("portal:league", args=[published.campaign.pk])
    page = _read(Client(), address)
    head = page[page.index("<thead>") :].partition("</thead>")[0]
    assert head.index("Điểm thưởng") < head.index("Điểm trừ")
    line = page[page.index(">Sở Xây dựng</a>") :].partition("</tr>")[0]
    assert line.endswith('<td class="number">1,00</td><td class="number">−2,00</td> ')
    text = _read(Client(), address, export="csv").splitlines()
    assert text[0].endswith("Điểm thưởng;Điểm trừ")
    (said,) = [each for each in text if "Sở Xây dựng" in each]
    assert said.endswith(";1;-2")


def test_groups_bonus_and_deduction_add_up_to_the_total(published: Cast) -> None:
    result = _result(published)
    indicator_set_added = list_added(result.closing, [result.pk])[result.pk]
    groups = sum(Fraction(each["points"]) for key, each in result.groups.items() if key in ("1", "2"))
    assert indicator_set_added == {"bonus": 1, "deduction": 2}
    assert groups + 1 - 2 == Fraction(result.total) == total_line(result).points


def test_a_total_that_was_held_says_so(published: Cast) -> None:
    result = _result(published)
    result.total = result.total - 1
    assert total_line(result).reason.startswith("53,00 + 1,00 điểm thưởng − 2,00 điểm trừ = 52,00; ")


def test_a_set_without_them_has_no_such_columns(
    cast: Cast, django_assert_num_queries: Callable[[int], object]
) -> None:
    fill(cast)
    (closing,) = close_campaign(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    result = Result.objects.get(closing=closing, participant=cast.a.participant)
    with django_assert_num_queries(0):  # type: ignore[attr-defined]  # a context manager
        assert list_added(closing, [result.pk]) == {}
    assert total_line(result).reason == ""


def test_the_dossier_shows_deductions_with_their_sign(published: Cast, opened: Opened) -> None:
    page = _read(opened("an"), f"/ho-so/{published.a.pk}/tieu-chi/4.1/")
    assert page.count("−2,00") >= 3
    assert "bar-taken-off" in page
    # In its row, its group, and the total of deductions beside the sheet.
    sheet = _read(opened("an"), f"/ho-so/{published.a.pk}/duyet/").partition("sheet-title")[2]
    assert sheet.count("−2,00") == 3

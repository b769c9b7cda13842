"""A dossier never handed in counts for nothing: no claim, no place, a mark; nobody is compared with it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from chamdiem.assessments.models import Assessment
from chamdiem.cli import main
from chamdiem.results.comparing import find_middles
from chamdiem.results.models import Closing, Result
from chamdiem.results.score_sheets import score_sheet
from chamdiem.results.selectors import heat_map, list_standings
from chamdiem.results.services import close_campaign, publish_results, review_campaign
from chamdiem.results.showing import snapshot_data
from tests.people import NOW, Cast

from .dossiers import award, fill, hand_in, never_handed_in, rule
from .test_pages import join_many

Opened = Callable[[str], Client]
MARK = "Không gửi hồ sơ"
_ZERO = r"(?<![\d.])0,00"


def close(cast: Cast) -> Closing:
    """Close all the same, and publish."""
    (closing,) = close_campaign(
        actor=cast.giang, campaign_id=cast.campaign.pk, reason="Hết hạn, không chờ thêm.", now=NOW
    )
    publish_results(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    return closing


@pytest.fixture
def absent(cast: Cast) -> Cast:
    """Sở Y tế typed figures and never handed in: the largest spender of 2.2."""
    fill(cast)
    never_handed_in(cast.b)
    return cast


def result_of(closing: Closing, dossier: Assessment) -> Result:
    return Result.objects.get(closing=closing, participant=dossier.participant)


def test_draft_figures_give_no_points_and_no_place(absent: Cast) -> None:
    closing = close(absent)
    b = result_of(closing, absent.b)
    assert b.never_handed_in
    assert {b.total, b.claimed, b.appraised} == {Decimal(0)}
    assert {b.place, b.overall} == {None}
    assert not b.grade
    assert {each["claimed"] for each in b.criteria} == {each["appraised"] for each in b.criteria} == {None}
    entry = next(each for each in closing.answers["organisations"] if each["code"] == "T1.B")
    assert (entry["answers"], entry["ranked"]) == ({}, False)


def test_nobody_is_compared_with_it(absent: Cast) -> None:
    closing = close(absent)
    line = next(each for each in result_of(closing, absent.a).criteria if each["key"] == "2.2")
    assert line["points"] == "10"  # Sở Y tế spent twice as much, in a draft
    middle = find_middles(closing=closing, groups=[], peer_groups=[""])[""]
    assert (middle.count, middle.total) == (1, Fraction(58))


def test_what_the_council_gave_it_counts(absent: Cast) -> None:
    award(absent, absent.b, "1.2", "3")
    rule(absent, absent.b, "1.3", "4")
    b = result_of(close(absent), absent.b)
    assert (b.total, b.appraised, b.claimed, b.place) == (Decimal(7), Decimal(3), Decimal(0), None)
    found = {
        line.row.key: _texts(line.claimed, line.appraised, line.points) for line in score_sheet(result=b)
    }
    assert found["1.2"] == ["–", "3", "3"]
    assert found["1.3"] == ["–", "–", "4"]
    assert found["1.1"] == ["–", "–", "–"]
    assert found["1"] == ["–", "3", "7"]
    assert found["2"] == ["–", "–", "–"]


def _texts(*points: Fraction | None) -> list[str]:
    return ["–" if each is None else str(each) for each in points]


def test_the_command_line_scores_the_snapshot_to_the_same_cents(
    absent: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    join_many(absent, 3)
    rule(absent, absent.b, "1.3", "4.5")
    closing = close(absent)
    edition, answers = tmp_path / "edition.yaml", tmp_path / "answers.json"
    edition.write_text(absent.edition.document, encoding="utf-8")
    answers.write_text(json.dumps(snapshot_data(closing)), encoding="utf-8")
    assert main(["score", str(edition), str(answers), "--json"]) == 0
    scored = json.loads(capsys.readouterr().out, parse_float=str)["organisations"]
    kept = {each.participant.code: each for each in closing.results.select_related("participant")}
    assert {each["code"] for each in scored} == set(kept)
    for each in scored:
        result = kept[each["code"]]
        assert (Decimal(str(each["total"])), each["place"]) == (result.total, result.place)
        for line, mine in zip(each["criteria"], result.criteria, strict=True):
            assert line["key"] == mine["key"]
            assert _exact(line["points"]) == _exact(mine["points"])


def _exact(points: object) -> Fraction | None:
    return None if points is None else Fraction(str(points))


def test_it_stands_at_the_end_of_the_table_with_its_mark(absent: Cast) -> None:
    join_many(absent, 2)
    closing = close(absent)
    for by_group in (True, False):
        assert list_standings(closing=closing, by_group=by_group)[-1].name == "Sở Y tế"
    _rows, lines = heat_map(closing=closing, standings=list_standings(closing=closing))
    assert {cell.points for cell in lines[-1][1]} == {None}
    assert None not in {cell.points for cell in lines[0][1]}


def test_a_group_where_nobody_handed_in_has_no_medians(absent: Cast, opened: Opened) -> None:
    type(absent.b.participant).objects.filter(pk=absent.b.participant_id).update(peer_group="Y tế")
    close(absent)
    page = opened("giang").get(reverse("results:league", args=[absent.campaign.pk])).content.decode()
    assert "Sở Y tế" in page
    assert "Trung vị" not in page


@pytest.mark.parametrize("face", ["results", "portal"])
def test_pages_say_so_and_show_no_zeros(absent: Cast, opened: Opened, face: str) -> None:
    close(absent)
    client = opened("giang")
    league = client.get(reverse(f"{face}:league", args=[absent.campaign.pk])).content.decode()
    assert MARK in league
    assert not re.search(_ZERO, league)
    address = reverse(f"{face}:profile", args=[absent.campaign.pk, absent.b.participant_id])
    profile = client.get(address).content.decode()
    assert MARK in profile
    assert not re.search(_ZERO, profile)
    assert "Không mất điểm nào" not in profile


def test_its_own_people_are_told_so(absent: Cast, opened: Opened) -> None:
    close(absent)
    page = opened("binh").get(reverse("assessments:gaps", args=[absent.b.pk])).content.decode()
    assert "Đơn vị không gửi hồ sơ trong kỳ này." in page
    assert "Điểm cuối cùng" not in page


@pytest.mark.parametrize("name", ["league", "heat"])
def test_files_carry_the_mark_and_no_zeros(absent: Cast, opened: Opened, name: str) -> None:
    close(absent)
    answer = opened("giang").get(reverse(f"results:{name}", args=[absent.campaign.pk]), {"export": "xlsx"})
    sheet = load_workbook(BytesIO(answer.content)).active
    assert sheet is not None
    (row,) = [row for row in sheet.iter_rows(values_only=True) if "Sở Y tế" in row]
    assert MARK in row
    assert 0 not in row


def test_a_dossier_returned_and_not_handed_in_again_counts_and_is_said_before(absent: Cast) -> None:
    hand_in(absent.b)
    Assessment.objects.filter(pk=absent.b.pk).update(status="returned")
    review = review_campaign(campaign=absent.campaign, now=lambda: NOW)
    (said,) = review.concerns.filter(participant=absent.b.participant, kind="returned")
    assert said.value == "6"
    b = result_of(close(absent), absent.b)
    assert not b.never_handed_in
    assert b.claimed == Decimal(46)

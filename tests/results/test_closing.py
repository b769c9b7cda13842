"""Closing freezes what was found, the same offline to the last hundredth, and never changes after."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from chamdiem.assessments.models import Assessment
from chamdiem.audit.models import Event
from chamdiem.campaigns.models import Campaign
from chamdiem.cli import main
from chamdiem.errors import Incomplete, NotAllowed, NotFound, WrongStage
from chamdiem.results.models import Closing, Result
from chamdiem.results.services import close_campaign, publish_results, reopen_for_erratum
from chamdiem.results.showing import snapshot_data
from tests.emptying import refuses_to_be_emptied
from tests.people import NOW, Cast

from .dossiers import award, fill, never_handed_in, rule, rule_on_figures, take_out

Opened = Callable[[str], Client]


def _close(cast: Cast, actor: str = "giang", reason: str = "") -> Closing:
    (closing,) = close_campaign(
        actor=cast.people[actor], campaign_id=cast.campaign.pk, reason=reason, now=NOW
    )
    return closing


def _publish(cast: Cast, note: str = "") -> None:
    publish_results(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW, note=note)


def _result(closing: Closing, code: str) -> Result:
    return Result.objects.get(closing=closing, participant__code=code)


def test_closing_keeps_points_places_and_reasons(cast: Cast) -> None:
    fill(cast)
    closing = _close(cast)
    a, b = _result(closing, "T1.A"), _result(closing, "T1.B")
    assert (a.total, a.maximum, a.place) == (Decimal("53"), Decimal("70"), 1)
    assert (b.total, b.place) == (Decimal("46"), 2)
    reason = next(each["reason"] for each in a.criteria if each["key"] == "2.1")
    assert "40 / 100" in reason
    cast.campaign.refresh_from_db()
    assert cast.campaign.status == Campaign.Status.CLOSED
    assert Event.objects.filter(action="results.close", campaign_id=cast.campaign.pk).exists()


def test_the_three_columns_are_claimed_appraised_and_final(cast: Cast) -> None:
    fill(cast)
    award(cast, cast.a, "1.2", "4")
    rule(cast, cast.a, "1.2", "7.5")
    a = _result(_close(cast), "T1.A")
    (line,) = [each for each in a.criteria if each["key"] == "1.2"]
    assert (line["claimed"], line["appraised"], line["points"]) == ("10", "4", "7.5")
    assert (a.claimed, a.appraised, a.total) == (Decimal("53"), Decimal("47"), Decimal("50.5"))


def test_a_figure_corrected_moves_the_others_that_are_compared_with_it(cast: Cast) -> None:
    fill(cast)
    award(cast, cast.b, "1.2", "0")
    take_out(cast, cast.b, "2.2")
    closing = _close(cast)
    line = next(each for each in _result(closing, "T1.A").criteria if each["key"] == "2.2")
    assert line["points"] == "10"  # nobody spends more any longer
    assert _result(closing, "T1.B").maximum == Decimal("60")


def test_a_figure_the_council_ruled_moves_the_others_that_are_compared_with_it(cast: Cast) -> None:
    fill(cast)
    rule(cast, cast.b, "2.2", "9")
    rule_on_figures(cast, cast.a, "2.2", {"2.2.a": 200_000})
    closing = _close(cast)
    lines = [
        next(each for each in _result(closing, code).criteria if each["key"] == "2.2")
        for code in ("T1.A", "T1.B")
    ]
    # A spends most, and B, which would have 5 of 10, keeps what the council gave it.
    assert [(each["points"], each["is_ruled"]) for each in lines] == [("10", True), ("9", True)]
    # What they claimed stays compared with what both claimed.
    assert [each["claimed"] for each in lines] == ["5", "10"]
    reopen_for_erratum(actor=cast.giang, campaign_id=cast.campaign.pk, reason="sửa kết luận", now=NOW)
    cast.b.rulings.all().delete()
    second = _close(cast)
    line = next(each for each in _result(second, "T1.B").criteria if each["key"] == "2.2")
    assert (line["points"], line["is_ruled"]) == ("5", False)


def test_what_was_appraised_stays_whatever_the_council_rules_by_figures(cast: Cast) -> None:
    fill(cast)
    before = {each.participant_id: each for each in _close(cast).results.all()}
    reopen_for_erratum(actor=cast.giang, campaign_id=cast.campaign.pk, reason="thêm kết luận", now=NOW)
    rule_on_figures(cast, cast.a, "2.2", {"2.2.a": 200_000})
    closing = _close(cast)
    lines = [
        next(each for each in _result(closing, code).criteria if each["key"] == "2.2")
        for code in ("T1.A", "T1.B")
    ]
    # 50 and 100 of 100 as claimed and appraised; 200 and 100 of 200 in the end.
    told = [[each[column] for column in ("claimed", "appraised", "points")] for each in lines]
    assert told == [["5", "5", "10"], ["10", "10", "5"]]
    for each in closing.results.all():
        assert each.appraised == before[each.participant_id].appraised
        assert each.total != before[each.participant_id].total


def test_a_figure_corrected_before_points_were_awarded_stays_compared(cast: Cast) -> None:
    fill(cast)
    for number, (verdict, points, answers) in enumerate(
        [("corrected", None, {"2.2.a": 200_000}), ("awarded", 7, {})], start=1
    ):
        cast.a.appraisals.create(
            round=number,
            criterion_key="2.2",
            verdict=verdict,
            points=points,
            answers=answers,
            reason="theo quyết toán",
            appraised_by=cast.chi,
            appraised_at=NOW,
        )
    closing = _close(cast)
    own, other = (
        next(each for each in _result(closing, code).criteria if each["key"] == "2.2")
        for code in ("T1.A", "T1.B")
    )
    assert (own["points"], "theo quy tắc được 10 điểm" in own["reason"]) == ("7", True)
    assert (other["appraised"], other["points"]) == ("5", "5")
    frozen = next(each for each in closing.answers["organisations"] if each["code"] == "T1.A")
    assert frozen["answers"]["2.2.a"] == "200"


def test_the_command_line_scores_the_exported_answers_to_the_same_cents(
    cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(cast)
    award(cast, cast.a, "1.2", "3.25")
    rule(cast, cast.b, "1.1", "9.5")
    rule_on_figures(cast, cast.a, "2.2", {"2.2.a": 200_000})
    take_out(cast, cast.b, "2.3")
    closing = _close(cast)
    edition, answers = tmp_path / "edition.yaml", tmp_path / "answers.json"
    edition.write_text(cast.edition.document, encoding="utf-8")
    exported = snapshot_data(closing)
    answers.write_text(json.dumps(exported), encoding="utf-8")
    assert main(["score", str(edition), str(answers), "--json"]) == 0
    scored = json.loads(capsys.readouterr().out, parse_float=str)
    assert scored["hash"] == exported["hash"] == closing.edition_hash
    assert exported["closing"]["core_version"] == closing.core_version
    assert exported["closing"]["content_hash"] == closing.content_hash
    for each in exported["organisations"]:
        assert each["results"] == _result(closing, each["code"]).criteria
        assert all(line["reason"] for line in each["results"])
    for each in scored["organisations"]:
        result = _result(closing, each["code"])
        assert Decimal(str(each["total"])) == result.total
        assert each["place"] == result.place
        points = {line["key"]: line["points"] for line in each["criteria"]}
        kept = {line["key"]: line["points"] for line in result.criteria}
        assert {key: _exact(value) for key, value in points.items()} == {
            key: _exact(value) for key, value in kept.items()
        }
        said = {line["key"]: line["reason"] for line in each["criteria"]}
        assert said == {line["key"]: line["reason"] for line in result.criteria}
        assert ("Hội đồng kết luận" in said["1.1"]) is (each["code"] == "T1.B")


def _exact(points: object) -> Fraction | None:
    return None if points is None else Fraction(str(points))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE results_result SET total = 70",
        "DELETE FROM results_result",
        "UPDATE results_closing SET answers = '{}'",
        "DELETE FROM results_closing",
        "UPDATE results_release SET note = 'khác'",
        "DELETE FROM results_release",
        "UPDATE results_release_closings SET closing_id = 0",
        "DELETE FROM results_release_closings",
    ],
)
def test_the_database_refuses_to_change_what_was_frozen(cast: Cast, statement: str) -> None:
    fill(cast)
    _close(cast)
    _publish(cast)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS ALL IMMEDIATE; {statement}")


@pytest.mark.parametrize(
    "table", ["results_closing", "results_result", "results_release", "results_release_closings"]
)
def test_the_database_refuses_to_empty_what_was_frozen(cast: Cast, table: str) -> None:
    fill(cast)
    _close(cast)
    _publish(cast)
    refuses_to_be_emptied(table)
    assert Result.objects.count() == 2
    assert [release.closings.count() for release in cast.campaign.releases.all()] == [1]


@pytest.mark.parametrize(("person", "refusal"), [("chi", NotAllowed), ("an", NotAllowed), ("nga", NotFound)])
def test_only_the_standing_body_closes(cast: Cast, person: str, refusal: type[Exception]) -> None:
    fill(cast)
    with pytest.raises(refusal):
        _close(cast, person)
    assert not Closing.objects.exists()


def test_nothing_is_closed_while_entry_is_open(cast: Cast) -> None:
    with pytest.raises(WrongStage):
        _close(cast)
    assert not Closing.objects.exists()


def test_closing_twice_makes_one_closing(cast: Cast) -> None:
    fill(cast)
    _close(cast)
    with pytest.raises(WrongStage):
        _close(cast)
    assert Closing.objects.count() == 1


def test_an_erratum_is_a_new_closing_and_a_new_release_and_says_what_it_corrects(cast: Cast) -> None:
    fill(cast)
    first = _close(cast)
    _publish(cast)
    with pytest.raises(Incomplete):
        reopen_for_erratum(actor=cast.giang, campaign_id=cast.campaign.pk, reason=" ", now=NOW)
    reopen_for_erratum(actor=cast.giang, campaign_id=cast.campaign.pk, reason="nhập nhầm số liệu", now=NOW)
    rule(cast, cast.b, "1.2", "10")
    second = _close(cast)
    with pytest.raises(Incomplete):
        _publish(cast)
    _publish(cast, "Điểm 1.2 của Sở Y tế")
    assert [release.number for release in cast.campaign.releases.order_by("number")] == [1, 2]
    assert _result(first, "T1.B").place == 2
    assert _result(second, "T1.B").place == 1


def test_nothing_is_published_before_it_is_closed(cast: Cast) -> None:
    fill(cast)
    with pytest.raises(WrongStage):
        _publish(cast)


def test_with_the_closing_dossiers_are_final_and_a_reopening_gives_each_its_state_back(cast: Cast) -> None:
    fill(cast)
    Assessment.objects.filter(pk=cast.a.pk).update(status="settled", submitted_at=NOW)
    never_handed_in(cast.b)
    _close(cast, reason="Sở Y tế không gửi hồ sơ.")
    assert _states(cast) == ["final", "draft"]
    _publish(cast)
    assert _states(cast) == ["final", "draft"]
    reopen_for_erratum(actor=cast.giang, campaign_id=cast.campaign.pk, reason="nhập nhầm số liệu", now=NOW)
    assert _states(cast) == ["settled", "draft"]
    cast.a.refresh_from_db()
    assert cast.a.before_final == ""


def _states(cast: Cast) -> list[str]:
    found = dict(Assessment.objects.values_list("pk", "status"))
    return [found[cast.a.pk], found[cast.b.pk]]


def test_in_a_dossier_nothing_is_missing_any_more_once_its_campaign_is_closed(
    cast: Cast, opened: Opened
) -> None:
    fill(cast)
    cast.a.answers.filter(figure="1.2.x").delete()
    address = reverse("assessments:gaps", args=[cast.a.pk])
    an = opened("an")
    assert "<h2>Còn thiếu" in an.get(address).content.decode()
    _close(cast)
    page = an.get(address).content.decode()
    assert "Kỳ đánh giá đã chốt lúc" in page
    assert "Kết quả dự kiến công bố ngày" in page
    assert "Không còn việc phải làm" in page
    assert "<h2>Còn thiếu" not in page
    _publish(cast)
    page = an.get(address).content.decode()
    assert "Điểm cuối cùng: 43,00 / 70." in page
    profile = reverse("results:profile", args=[cast.campaign.pk, cast.a.participant_id])
    assert f'href="{profile}?track={cast.a.participant.track_id}"' in page
    assert "Đã chốt" in page


@pytest.mark.parametrize("person", ["an", "dung", "kien"])
def test_a_closed_dossier_says_so_once_and_refuses_nothing(cast: Cast, opened: Opened, person: str) -> None:
    fill(cast)
    _close(cast)
    client = opened(person)
    for address in ("show", "review", "gaps"):
        page = client.get(reverse(f"assessments:{address}", args=[cast.a.pk]), follow=True).content.decode()
        assert page.count("Kỳ đánh giá đã chốt lúc") == 1
        assert "Không làm được vì" not in page
    part = client.get(
        reverse("assessments:criterion", args=[cast.a.pk, "2.1"]), headers={"HX-Request": "true"}
    )
    assert part.status_code == 200
    assert "Không làm được vì" not in part.content.decode()

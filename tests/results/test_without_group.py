"""Bodies without a peer group are compared with each other alone, on every page as by the core."""

from __future__ import annotations

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from django.test import Client

from chamdiem.appraisals.models import Appraisal
from chamdiem.appraisals.peers import compare_track
from chamdiem.appraisals.scoring import three_sheets
from chamdiem.appraisals.selectors.accepting import preview_acceptance
from chamdiem.appraisals.selectors.criterion import get_split_view
from chamdiem.appraisals.selectors.doors import get_appraised
from chamdiem.appraisals.selectors.queue import QueueFilter
from chamdiem.appraisals.selectors.table import describe_table, list_table
from chamdiem.assessments.asked import asked_of
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.selectors.loading import load_content
from chamdiem.assessments.selectors.peers import provisional_scorer
from chamdiem.campaigns.models import Campaign
from chamdiem.cli import main
from chamdiem.results.models import Result
from chamdiem.results.services import close_campaign
from chamdiem.results.showing import snapshot_data
from tests.appraisals.crowd import join_departments
from tests.appraisals.staging import APPRAISING, claim_figures, give_duty, move_campaign
from tests.edition import EDITION
from tests.people import NOW, Cast, make_edition

from .dossiers import fill, never_handed_in

Opened = Callable[[str], Client]

_ALL = "{kind: peer, value: a, method: share_of_max"
# Millions spent, by body; A, T1.000 and T1.001 have no group, the others the same one.
_SPENT = {"T1.A": 50, "T1.B": 400, "T1.000": 80, "T1.001": 20, "T1.002": 100}
_IN_GROUP = ("T1.B", "T1.002")
# Of 10: half of the group's most is 5, whatever the other group spends.
_WITHIN = {"T1.A": "6.25", "T1.B": "10", "T1.000": "10", "T1.001": "2.5", "T1.002": "2.5"}
_AMONG_ALL = {"T1.A": "1.25", "T1.B": "10", "T1.000": "2", "T1.001": "0.5", "T1.002": "2.5"}


@pytest.fixture(params=["peer_group", "all"])
def expected(cast: Cast, request: pytest.FixtureRequest) -> dict[str, Fraction]:
    """Five bodies, three without a group, handed in; what the core gives each for 2.2."""
    among = request.param
    cast.edition = make_edition(
        EDITION.replace("key: thu-nghiem-2026", "key: theo-nhom-2026").replace(
            _ALL, f"{_ALL}, among: {among}"
        )
    )
    cast.track.edition = cast.edition
    cast.track.save()
    fill(cast)
    join_departments(cast, range(3))
    Appraisal.objects.all().delete()
    Assessment.objects.update(status=Assessment.Status.SUBMITTED, submitted_at=NOW)
    for each in Assessment.objects.select_related("participant"):
        participant = each.participant
        participant.peer_group = "Khối 2" if participant.code in _IN_GROUP else ""
        participant.save()
        claim_figures(each, {"2.2.a": _SPENT[participant.code] * 1000})
    give_duty(cast, cast.chi)
    move_campaign(cast, Campaign.Status.APPRAISAL)
    return {key: Fraction(text) for key, text in (_AMONG_ALL if among == "all" else _WITHIN).items()}


def _dossiers() -> list[Assessment]:
    rows = Assessment.objects.select_related("participant__track__edition", "participant__campaign")
    return list(rows.order_by("participant__code"))


def _entered(cast: Cast) -> dict[str, Fraction]:
    """What the page of each dossier says."""
    found = {}
    for each in _dossiers():
        content = load_content(each)
        scorer = provisional_scorer(each, asked_of(cast.edition), content, NOW)
        found[each.participant.code] = scorer.outcome("2.2", content.values).points
    return found


def test_drafts_and_claims_are_compared_as_by_the_core(cast: Cast, expected: dict[str, Fraction]) -> None:
    assert _entered(cast) == expected
    never_handed_in(*_dossiers())
    assert _entered(cast) == expected


def test_the_page_of_a_dossier_says_so(cast: Cast, expected: dict[str, Fraction], opened: Opened) -> None:
    text = opened("an").get(f"/ho-so/{cast.a.pk}/tieu-chi/2.2/").content.decode()
    assert f"{float(expected['T1.A']):.2f}".replace(".", ",") in text
    most = 400 if expected["T1.A"] < 5 else 80
    assert f"50 / {most}" in text


def test_appraisal_says_the_same(cast: Cast, expected: dict[str, Fraction]) -> None:
    others = compare_track(cast.track)
    asking = QueueFilter(track_id=cast.track.pk)
    dossiers = list_table(actor=cast.chi, track=cast.track, key="2.2", asked=asking)
    table = describe_table(cast.chi, cast.track, "2.2", dossiers)
    assert {each.assessment.participant.code: each.columns.claimed.points for each in table} == expected
    ids = [each.pk for each in _dossiers()]
    preview = preview_acceptance(actor=cast.chi, assessment_ids=ids, keys=["2.2"], now=APPRAISING)
    assert {each.assessment.participant.code: each.claimed.points for each in preview} == expected
    for each in _dossiers():
        found = get_appraised(actor=cast.chi, assessment_id=each.pk)
        compared = others.of(each.participant.peer_group)
        columns = three_sheets(found, compared).columns["2.2"]
        split = get_split_view(actor=cast.chi, assessment_id=each.pk, key="2.2", now=APPRAISING)
        said = [columns.claimed, columns.final, split.columns.claimed, split.columns.appraised]
        assert [one.points for one in said] == [expected[each.participant.code]] * 4


def test_closing_and_the_command_line_say_the_same(
    cast: Cast, expected: dict[str, Fraction], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    move_campaign(cast, Campaign.Status.RULING)
    (closing,) = close_campaign(actor=cast.giang, campaign_id=cast.campaign.pk, reason="", now=NOW)
    kept = {
        each.participant.code: _points(each.criteria)
        for each in Result.objects.filter(closing=closing).select_related("participant")
    }
    assert kept == expected
    edition, answers = tmp_path / "edition.yaml", tmp_path / "answers.json"
    edition.write_text(cast.edition.document, encoding="utf-8")
    answers.write_text(json.dumps(snapshot_data(closing)), encoding="utf-8")
    assert main(["score", str(edition), str(answers), "--json"]) == 0
    scored = json.loads(capsys.readouterr().out, parse_float=str)
    assert {each["code"]: _points(each["criteria"]) for each in scored["organisations"]} == expected


def _points(lines: list[dict[str, object]]) -> Fraction:
    return next(Fraction(str(each["points"])) for each in lines if each["key"] == "2.2")

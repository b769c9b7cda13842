"""A condition without a maximum has no points: it is met or not; what others fill in was not claimed."""

from __future__ import annotations

import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from chamdiem.appraisals.sheets import _points as points_in_file
from chamdiem.assessments.models import Assessment
from chamdiem.cli import main
from chamdiem.core.scoring import Scorer
from chamdiem.library import read_set_text
from chamdiem.results.models import Closing, Result
from chamdiem.results.score_sheets import score_sheet
from chamdiem.results.services import close_campaign, publish_results, reopen_for_erratum
from chamdiem.results.showing import snapshot_data
from tests.edition import EDITION
from tests.people import NOW, Cast, make_edition

from .dossiers import award, declare, fill

Opened = Callable[[str], Client]
CONDITIONS = """\
  - {key: '3', number: '3', level: main, name: Điều kiện, role: condition}
  - key: '3.1'
    number: '3.1'
    level: criterion
    name: Không để xảy ra sự cố mất an toàn thông tin
    role: condition
    inputs:
      x: {type: yes_no, label: Không có sự cố}
    rule: {kind: yes_no, when: x}
"""
DOCUMENT = (
    EDITION.replace("thu-nghiem-2026", "thu-nghiem-dieu-kien-dat").replace(
        "    rule: {kind: manual, step: 0.5}", "    evaluator: appraiser\n    rule: {kind: manual, step: 0.5}"
    )
    + CONDITIONS
)


@pytest.fixture
def conditioned(cast: Cast) -> Cast:
    """Sở A meets the condition, Sở B does not; 1.3 is filled in by appraisers."""
    cast.edition = make_edition(DOCUMENT)
    cast.track.edition = cast.edition
    cast.track.save()
    for dossier in (cast.a, cast.b):
        dossier.participant.refresh_from_db()
    fill(cast)
    declare(cast, cast.a, {"3.1.x": 1})
    declare(cast, cast.b, {"3.1.x": 0})
    cast.a.answers.filter(figure="1.3.points").delete()
    award(cast, cast.a, "1.3", "8")
    return cast


def _close(cast: Cast) -> Closing:
    (closing,) = close_campaign(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    return closing


def _result(closing: Closing, code: str) -> Result:
    return Result.objects.get(closing=closing, participant__code=code)


def _kept(result: Result, key: str) -> dict[str, Any]:
    found: dict[str, Any] = next(each for each in result.criteria if each["key"] == key)
    return found


def test_a_closing_keeps_of_a_condition_whether_it_is_met(conditioned: Cast) -> None:
    closing = _close(conditioned)
    a, b = (_kept(_result(closing, code), "3.1") for code in ("T1.A", "T1.B"))
    for each in (a, b):
        assert [each[name] for name in ("claimed", "appraised", "points", "maximum")] == [None] * 4
    assert a["met"] == dict.fromkeys(("claimed", "appraised", "points"), True)
    assert b["met"] == dict.fromkeys(("claimed", "appraised", "points"), False)
    assert _result(closing, "T1.A").total == 53


def test_the_command_line_says_the_same_of_every_criterion(
    conditioned: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    closing = _close(conditioned)
    edition, answers = tmp_path / "edition.yaml", tmp_path / "answers.json"
    edition.write_text(conditioned.edition.document, encoding="utf-8")
    answers.write_text(json.dumps(snapshot_data(closing)), encoding="utf-8")
    assert main(["score", str(edition), str(answers), "--json"]) == 0
    for each in json.loads(capsys.readouterr().out)["organisations"]:
        kept = {line["key"]: line for line in _result(closing, each["code"]).criteria}
        for line in each["criteria"]:
            frozen = kept[line["key"]]
            for ours, theirs in (("points", "points"), ("maximum", "max_points")):
                assert (frozen[ours] is None) == (line[theirs] is None)
                assert frozen[ours] is None or Fraction(frozen[ours]) == Fraction(str(line[theirs]))
            assert frozen["met"]["points"] == line["met"]


def test_the_score_sheet_says_met_or_not_and_shows_no_points(conditioned: Cast, opened: Opened) -> None:
    _close(conditioned)
    publish_results(actor=conditioned.giang, campaign_id=conditioned.campaign.pk, now=NOW)
    for dossier, word in ((conditioned.a, "Đạt"), (conditioned.b, "Không đạt")):
        address = reverse("portal:profile", args=[conditioned.campaign.pk, dossier.participant.pk])
        page = Client().get(address).content.decode()
        line = page[page.index("Không để xảy ra sự cố") :].partition("</tr>")[0]
        assert line.count(f">{word}<") == 3
        assert "1,00" not in line
        assert "0,00" not in line
        answer = Client().get(address, {"export": "csv"})
        text = b"".join(answer.streaming_content).decode()  # type: ignore[attr-defined]  # it streams
        assert f"an toàn thông tin;;{word};{word};{word};" in text
        assert "\r\n3;Điều kiện;;;;;\r\n" in text


def test_what_others_fill_in_was_not_claimed(conditioned: Cast) -> None:
    closing = _close(conditioned)
    a = _result(closing, "T1.A")
    assert [_kept(a, "1.3")[name] for name in ("claimed", "appraised", "points")] == [None, "8", "8"]
    line = next(each for each in score_sheet(result=a) if each.row.key == "1.3")
    assert (line.claimed, line.words["claimed"]) == (None, "–")
    assert line.points == 8


def test_a_closing_of_before_is_shown_alike_and_keeps_its_totals(conditioned: Cast) -> None:
    result = _result(_close(conditioned), "T1.A")
    before = score_sheet(result=result)
    for each in result.criteria:
        del each["met"]
        if each["key"] == "3.1":
            each |= {"maximum": "1", "claimed": "1", "appraised": "1", "points": "1"}
        if each["key"] == "1.3":
            each["claimed"] = "0"
    assert score_sheet(result=result) == before


def test_a_correction_does_not_tell_of_conditions_kept_otherwise(conditioned: Cast, opened: Opened) -> None:
    campaign = conditioned.campaign
    closing = _close(conditioned)
    publish_results(actor=conditioned.giang, campaign_id=campaign.pk, now=NOW)
    reopen_for_erratum(actor=conditioned.giang, campaign_id=campaign.pk, reason="sai số liệu", now=NOW)
    award(conditioned, conditioned.a, "2.3", "5")
    _close(conditioned)
    publish_results(actor=conditioned.giang, campaign_id=campaign.pk, now=NOW, note="sửa mục 2.3")
    assert _result(closing, "T1.A").total == 53
    page = Client().get(reverse("portal:league", args=[campaign.pk])).content.decode()
    assert "Số cuộc họp Ban Chỉ đạo" in page
    assert "Không để xảy ra sự cố" not in page


def test_a_dossier_shows_of_a_condition_whether_it_is_met(conditioned: Cast, opened: Opened) -> None:
    conditioned.a.answers.filter(figure="3.1.x").update(value=None)
    place = f"/ho-so/{conditioned.a.pk}"
    an = opened("an")
    page = an.get(f"{place}/tieu-chi/3.1/").content.decode()
    verdict = page[page.index('class="verdict"') :].partition("verdict-words")[0]
    assert "/ 1" not in verdict
    assert "có thể đạt từ" not in page
    conditioned.a.answers.filter(figure="3.1.x").update(value=1)
    page = an.get(f"{place}/tieu-chi/3.1/").content.decode()
    verdict = page[page.index('class="verdict"') :].partition("verdict-words")[0]
    assert ">Đạt<" in verdict
    assert "1,00" not in verdict
    sheet = an.get(f"{place}/duyet/").content.decode()
    line = sheet[sheet.rindex("Không để xảy ra sự cố") :].partition("</tr>")[0]
    assert ">Đạt<" in line
    assert "1,00" not in line


def test_an_appraisal_shows_no_points_of_a_condition(conditioned: Cast, opened: Opened) -> None:
    Assessment.objects.filter(pk=conditioned.a.pk).update(status="appraisal")
    address = reverse("appraisals:split", args=[conditioned.a.pk, "3.1"])
    page = opened("giang").get(address).content.decode()
    assert ">Đạt<" in page
    assert "1,00" not in page
    scorer = Scorer(read_set_text(DOCUMENT))
    assert points_in_file(scorer.outcome("3.1", {"3.1.x": 0})) == "Không đạt"

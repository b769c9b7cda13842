"""A figure a plan has reached is offered where the dossier asks for it; taken, it says whence it came."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from chamdiem.assessments.asked import asked_of
from chamdiem.assessments.content import canonical
from chamdiem.assessments.models import Answer, AnswerChange
from chamdiem.assessments.offers import OfferedFigure, figure_for
from chamdiem.assessments.selectors.loading import load_content
from chamdiem.assessments.services import save_answer
from chamdiem.plans.models import ItemReport, RoundReport
from chamdiem.plans.services import LineDraft, judge_report, open_round, save_line, submit_report
from tests.appraisals.staging import begin_appraisal
from tests.people import NOW, Cast

from .loaded import CONTENT, IN_TIME, plan_in_force, report_of

Opened = Callable[[str], Client]
PLAN = CONTENT.replace("'1.2'", "'2.1'").replace(
    "label: Hồ sơ nộp trực tuyến, operator: at_least, threshold: 80, unit: '%'}\n    goals",
    "label: 2.1 Số dịch vụ công trực tuyến toàn trình, operator: at_least, threshold: 80, unit: thủ tục}\n"
    "    goals",
)
ORIGIN = "Kế hoạch nâng cao chỉ số chuyển đổi số: Quý III/2026"


@pytest.fixture
def page(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> str:
    """The criterion a plan was to raise, its item reported done with 85 and accepted."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    plan = plan_in_force(cast, PLAN)
    report = report_of(
        open_round(actor=cast.giang, plan_id=plan.pk, year=2026, quarter=3, now=IN_TIME), cast.body_a
    )
    for line in ItemReport.objects.filter(report=report, is_lead=True):
        figures = {"CT1-1": "85"} if line.item.key == "CT1" else {}
        draft = LineDraft(state="done", percent=100, done="Đã xong.", figures=figures)
        save_line(actor=cast.an, line_id=line.pk, draft=draft, seen=line.version, now=IN_TIME)
    submit_report(actor=cast.dung, report_id=report.pk, now=IN_TIME)
    judge_report(actor=cast.giang, report_id=report.pk, action="accept", now=IN_TIME)
    return f"/ho-so/{cast.a.pk}/tieu-chi/2.1/"


def _take(client: Client, page: str, value: str = "85", version: int = 0) -> int:
    given = {"2.1.a": value, "version:2.1.a": version}
    return client.post(f"{page}so-lieu/2.1.a/tu-ke-hoach/", given).status_code


def test_it_is_offered_with_a_button_and_nothing_is_entered_by_itself(
    cast: Cast, page: str, opened: Opened
) -> None:
    text = opened("an").get(page).content.decode()
    assert "Dùng số liệu này" in text
    assert f'action="{page}so-lieu/2.1.a/tu-ke-hoach/"' in text
    assert not Answer.objects.filter(assessment=cast.a).exists()


def test_once_taken_it_is_marked_in_the_dossier_its_history_and_the_appraisal(
    cast: Cast, page: str, opened: Opened
) -> None:
    client = opened("an")
    assert _take(client, page) == 302
    answer = Answer.objects.get(assessment=cast.a, figure="2.1.a")
    assert (answer.value, answer.typed) == (85, "85")
    assert answer.origin.startswith(ORIGIN)
    assert AnswerChange.objects.get(assessment=cast.a).origin == answer.origin
    text = client.get(page).content.decode()
    assert text.count(f'Lấy từ: <span lang="vi">{ORIGIN}') == 2
    assert "Dùng số liệu này" not in text
    begin_appraisal(cast)
    split = reverse("appraisals:split", args=[cast.a.pk, "2.1"])
    assert f'Lấy từ: <span lang="vi">{ORIGIN}' in opened("chi").get(split).content.decode()


def test_once_taken_it_is_marked_for_the_leader_and_beside_other_bodies(
    cast: Cast, page: str, opened: Opened
) -> None:
    assert _take(opened("an"), page) == 302
    review = opened("dung").get(f"/ho-so/{cast.a.pk}/duyet/").content.decode()
    assert f'Lấy từ: <span lang="vi">{ORIGIN}' in review
    begin_appraisal(cast)
    table = reverse("appraisals:criterion", args=[cast.a.participant.track_id, "2.1"])
    assert opened("chi").get(table).content.decode().count("từ kế hoạch") == 1


@pytest.mark.parametrize(
    ("label", "unit", "letter"),
    [
        ("2.1. SỐ DỊCH VỤ CÔNG  trực tuyến toàn trình.", " Thủ tục", "a"),
        ("2.1 Số dịch vụ công trực tuyến toàn trình", "hồ sơ", ""),
        ("2.1 Số dịch vụ công trực tuyến", "thủ tục", ""),
    ],
)
def test_other_ways_of_writing_its_name_and_unit_are_understood(
    cast: Cast, label: str, unit: str, letter: str
) -> None:
    asked = asked_of(cast.a.participant.track.edition)
    found = figure_for(asked, "2.1", OfferedFigure(label, Decimal(85), unit))
    assert (found.letter if found else "") == letter


def test_another_number_typed_over_it_loses_the_mark(cast: Cast, page: str, opened: Opened) -> None:
    _take(opened("an"), page)
    save_answer(actor=cast.an, assessment_id=cast.a.pk, figure="2.1.a", typed="84", seen_version=1, now=NOW)
    assert Answer.objects.get(assessment=cast.a).origin == ""
    assert [each.origin[:8] for each in AnswerChange.objects.order_by("version")] == ["Kế hoạch", ""]


def test_a_number_that_is_not_offered_is_not_taken(cast: Cast, page: str, opened: Opened) -> None:
    client = opened("an")
    assert _take(client, page, value="70") == 302
    assert not Answer.objects.filter(assessment=cast.a).exists()
    assert "Kế hoạch không còn đề nghị 70 cho" in client.get(page).content.decode()


def _give_back(cast: Cast) -> RoundReport:
    report = RoundReport.objects.get(organisation=cast.body_a)
    reason = "Số liệu nhập nhầm, đề nghị sửa lại."
    judge_report(actor=cast.giang, report_id=report.pk, action="return", reason=reason, now=IN_TIME)
    return report


def test_pressed_on_a_page_opened_before_the_report_was_returned_it_is_refused(
    cast: Cast, page: str, opened: Opened
) -> None:
    client = opened("an")
    assert "Dùng số liệu này" in client.get(page).content.decode()
    _give_back(cast)
    assert _take(client, page) == 302
    assert not Answer.objects.filter(assessment=cast.a).exists()
    text = client.get(page).content.decode()
    assert "Kế hoạch không còn đề nghị 85 cho" in text
    assert "Số liệu chưa được ghi" in text


def test_what_was_taken_is_questioned_once_its_report_is_returned_or_says_another_number(
    cast: Cast, page: str, opened: Opened
) -> None:
    client = opened("an")
    _take(client, page)
    gone, other = "Kế hoạch không còn đề nghị số liệu này", "Kế hoạch nay ghi số khác: 80 (Kế hoạch nâng cao"
    assert gone not in client.get(page).content.decode()
    report = _give_back(cast)
    # Its officer is told, and its leader too.
    for person in ("an", "dung"):
        assert gone in opened(person).get(page).content.decode()
    (line,) = report.lines.filter(item__key="CT1")
    draft = LineDraft(state="done", percent=100, done="Đã xong.", figures={"CT1-1": "80"})
    save_line(actor=cast.an, line_id=line.pk, draft=draft, seen=line.version, now=IN_TIME)
    submit_report(actor=cast.dung, report_id=report.pk, now=IN_TIME)
    assert gone in client.get(page).content.decode()
    judge_report(actor=cast.giang, report_id=report.pk, action="accept", now=IN_TIME)
    text = client.get(page).content.decode()
    assert (other in text, gone in text) == (True, False)
    assert Answer.objects.get(assessment=cast.a).value == 85
    # Typed over, nothing is left to question.
    sent = {"value": "80", "version": 1}
    saved = client.post(f"{page}so-lieu/2.1.a/", sent, headers={"accept": "application/json"}).json()
    doubts = [html for place, html in saved["parts"].items() if place.startswith("#doubt-")]
    assert doubts
    assert all(" hidden" in each for each in doubts)
    assert other not in client.get(page).content.decode()


def test_who_typed_meanwhile_is_not_overwritten(cast: Cast, page: str, opened: Opened) -> None:
    save_answer(actor=cast.an, assessment_id=cast.a.pk, figure="2.1.a", typed="60", seen_version=0, now=NOW)
    client = opened("an")
    assert _take(client, page) == 409
    assert Answer.objects.get(assessment=cast.a).value == 60
    # The same number typed before is marked once it is taken.
    save_answer(actor=cast.an, assessment_id=cast.a.pk, figure="2.1.a", typed="85", seen_version=1, now=NOW)
    assert _take(client, page, version=2) == 302
    assert Answer.objects.get(assessment=cast.a).origin.startswith(ORIGIN)


def test_another_number_is_replaced_only_after_it_was_shown(cast: Cast, page: str, opened: Opened) -> None:
    save_answer(actor=cast.an, assessment_id=cast.a.pk, figure="2.1.a", typed="60", seen_version=0, now=NOW)
    client = opened("an")
    text = client.get(page).content.decode()
    assert 'Đang ghi <b class="digits">60</b>' in text
    assert "Đang ghi 60. Nếu đồng ý, số này được thay bằng 85." in text
    action = f'action="{page}so-lieu/2.1.a/tu-ke-hoach/"'
    assert text.count(action) == 1
    asked = text[text.index('<dialog class="dialog" popover id="take-') :].partition("</dialog>")[0]
    assert action in asked
    assert '<input type="hidden" name="2.1.a" value="85">' in asked
    assert '<input type="hidden" name="version:2.1.a" value="1">' in asked
    assert _take(client, page, version=1) == 302
    assert Answer.objects.get(assessment=cast.a).value == 85


def test_an_empty_field_or_the_same_number_asks_nothing(cast: Cast, page: str, opened: Opened) -> None:
    client = opened("an")
    assert 'id="take-' not in client.get(page).content.decode()
    save_answer(actor=cast.an, assessment_id=cast.a.pk, figure="2.1.a", typed="85", seen_version=0, now=NOW)
    assert 'id="take-' not in client.get(page).content.decode()


def test_a_number_typed_over_it_is_no_longer_called_taken(cast: Cast, page: str, opened: Opened) -> None:
    client = opened("an")
    _take(client, page)
    assert "Đã dùng số liệu này." in client.get(page).content.decode()
    save_answer(actor=cast.an, assessment_id=cast.a.pk, figure="2.1.a", typed="84", seen_version=1, now=NOW)
    offers = client.get(page).content.decode()
    assert "Đã dùng số liệu này." not in offers
    assert "Đang ghi 84." in offers
    assert 'name="version:2.1.a" value="2"' in offers


def test_beside_a_number_typed_meanwhile_the_offer_is_drawn_anew(
    cast: Cast, page: str, opened: Opened
) -> None:
    client = opened("an")
    redraws = f'hx-get="{page}tu-ke-hoach/" hx-trigger="saved from:body, uploaded from:body"'
    assert redraws in client.get(page).content.decode()
    save_answer(actor=cast.an, assessment_id=cast.a.pk, figure="2.1.a", typed="84", seen_version=0, now=NOW)
    anew = client.get(f"{page}tu-ke-hoach/").content.decode()
    assert "<html" not in anew
    assert "Đang ghi 84." in anew
    assert 'name="version:2.1.a" value="1"' in anew
    assert opened("binh").get(f"{page}tu-ke-hoach/").status_code == 404


def test_what_does_not_fit_the_figure_is_said_in_its_field(cast: Cast, page: str, opened: Opened) -> None:
    assert _take(opened("an"), page, value="85,5") == 422
    assert not Answer.objects.filter(assessment=cast.a).exists()


def test_the_mark_is_part_of_what_is_handed_in(cast: Cast, page: str, opened: Opened) -> None:
    _take(opened("an"), page)
    data = canonical(cast.a, load_content(cast.a), [], "")
    assert data["answers"]["2.1.a"]["origin"].startswith(ORIGIN)

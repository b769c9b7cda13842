"""The example province as a whole: made once for this file, through the use cases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time
from decimal import Decimal
from io import StringIO
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client, override_settings
from django.urls import reverse

from chamdiem.accounts.models import User
from chamdiem.appraisals.models import Justification, Ruling
from chamdiem.appraisals.rounds import list_disputed
from chamdiem.appraisals.selectors.doors import list_ruled
from chamdiem.assessments.models import Assessment
from chamdiem.audit.models import Event
from chamdiem.campaigns.calendar import LOCAL
from chamdiem.campaigns.models import Campaign, OfficeMatch, Participant
from chamdiem.core.plan_values import counts_whole
from chamdiem.evidence.models import EvidenceUse, StoredFile
from chamdiem.example import accounts, names
from chamdiem.example.letters import send_told
from chamdiem.example.story import is_there, office_moment, tell
from chamdiem.home.selectors import list_tasks
from chamdiem.indicators.decisions import dot_blanks
from chamdiem.indicators.services import load_library
from chamdiem.notices.letters import list_letters
from chamdiem.notices.models import Letter, Notice
from chamdiem.organisations.services import load_administrative_units
from chamdiem.plans.content import printed
from chamdiem.plans.models import Expectation, Plan, RoundReport, Task
from chamdiem.plans.selectors.rounds import list_report_rows, list_rounds, summarise_round
from chamdiem.plans.selectors.winning import list_open_losses, list_outcomes, list_published
from chamdiem.plans.ways import outlook
from chamdiem.plans.wording import list_basis
from chamdiem.results.models import Release, Result
from tests.web.reading import Known, vietnamese_in_english

from . import documents, walking

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 10, 13, 9, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
State, Stage, Signature = Assessment.Status, Campaign.Status, StoredFile.Signature


@pytest.fixture(scope="module", autouse=True)
def province(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Made outside any transaction, as the command makes it; swept away at the end."""
    with django_db_blocker.unblock():
        load_library(now=NOW)
        load_administrative_units(actor=None, now=NOW)
        tell(now=NOW)
        yield
        with connection.cursor() as cursor:
            cursor.execute("RESET synchronous_commit")
            # The queue belongs to a library and is not emptied with the tables of the apps.
            cursor.execute("TRUNCATE procrastinate_jobs CASCADE")
        call_command("flush", interactive=False, verbosity=0)


def test_every_campaign_says_that_it_is_an_example_and_stands_at_its_stage() -> None:
    stages = Campaign.objects.values_list("status", "is_example")
    assert set(stages) == {
        (stage, True) for stage in (Stage.PUBLISHED, Stage.RULING, Stage.EXPLANATION, Stage.APPRAISAL)
    }


def _plan_of_departments() -> Plan:
    return Plan.objects.get(criteria_set="so-2021")


def test_the_goals_of_the_plan_lie_within_its_period_under_headings_of_their_years() -> None:
    plan = _plan_of_departments()
    goals = list(plan.goals.all())
    assert {plan.period_from, plan.period_to} == {2025, 2034}
    assert {(goal.year, goal.key[:4], goal.section[-4:]) for goal in goals} == {
        (year, str(year), str(year)) for year in (2029, 2034)
    }


def test_steps_to_win_back_lost_points_became_measured_targets_of_the_town() -> None:
    plan = Plan.objects.get(criteria_set="chuprong-2023")
    # A step may win points of two criteria that read the same figure.
    items = {each.item for each in Expectation.objects.filter(item__plan=plan)}
    assert len(items) == 3
    assert all(": thêm " in item.text and item.measures.exists() for item in items)
    outcomes = list_outcomes(plan)
    assert all(each.before is not None and each.after is None for each in outcomes)
    assert plan.status in (Plan.Status.DRAFT, Plan.Status.REVISING)
    newest = list_published(plan).first()
    assert newest is not None
    left = outlook(newest, list_open_losses(plan, newest)).losses
    assert any(way.name == "next" for loss in left for way in loss.ways)


@pytest.mark.parametrize("account", [accounts.OFFICER, accounts.LEADER], ids=lambda account: account.login)
def test_the_printed_accounts_of_the_town_have_a_report_under_way(account: accounts.Account) -> None:
    user = User.objects.get(email=account.email)
    report = RoundReport.objects.get(organisation__name=accounts.HOME)
    assert report.status == "draft"
    assert report.round.due_on > NOW.date()
    client = Client()
    client.force_login(user)
    address = reverse("plans:show_report", args=[report.pk])
    page = client.get(address).content.decode()
    assert "Nâng điểm tiêu chí" in page
    assert (
        address in client.get("/").content.decode() + client.get(reverse("plans:list_plans")).content.decode()
    )


def test_the_plan_is_in_its_third_quarter_with_bodies_done_late_and_returned() -> None:
    plan = _plan_of_departments()
    assert (plan.status, plan.goals.count(), plan.items.count()) == ("in_force", 18, 57)
    assert "Ninh Thuận" not in plan.document
    third, *closed = list_rounds(plan)
    assert [round_.is_open for round_ in (third, *closed)] == [True, False, False]
    rows = list_report_rows(third, NOW)
    statuses = {row.report.status for row in rows if row.report.is_required}
    assert statuses == {"draft", "submitted", "returned", "accepted"}
    summary = summarise_round(rows)
    assert summary.late > summary.missing > 0
    assert summary.returned > 0
    assert Task.objects.filter(state="done").exists()


def test_the_plan_shows_expected_points_beside_those_won_by_published_results() -> None:
    plan = _plan_of_departments()
    outcomes = list_outcomes(plan)
    assert len(outcomes) == 4
    assert all(each.before is not None and each.after is not None for each in outcomes)
    newest = list_published(plan).first()
    assert newest is not None
    assert list_open_losses(plan, newest)


def test_this_year_assesses_departments_districts_and_communes_each_by_its_own_edition() -> None:
    this_year = Campaign.objects.get(status=Stage.APPRAISAL)
    counts = {
        track.edition.key: track.participants.count() for track in this_year.tracks.select_related("edition")
    }
    assert counts == {"so-2021": 20, "chuprong-2023": 17, "xa-hue-2023": 120}
    assert Participant.objects.filter(track__edition__key="huyen-2021").count() == 17


def test_there_is_a_dossier_in_every_state() -> None:
    states = set(Assessment.objects.values_list("status", flat=True))
    assert states >= {
        State.DRAFT,
        State.SUBMITTED,
        State.RETURNED,
        State.APPRAISAL,
        State.EXPLANATION,
        State.SETTLED,
    }
    assert Assessment.objects.filter(approvals__voided_at__isnull=True, status=State.DRAFT).exists()


def test_documents_are_signed_in_every_way_and_shown() -> None:
    # Last year's wait for the worker.
    checked = StoredFile.objects.exclude(signature=Signature.WAITING)
    assert set(checked.values_list("signature", flat=True)) == {
        Signature.VALID,
        Signature.CHANGED,
        Signature.INVALID,
        Signature.UNVERIFIABLE,
        Signature.NONE,
    }
    assert EvidenceUse.objects.filter(verdict=EvidenceUse.Verdict.REFUSED).exists()


def test_both_sides_disagree_and_the_council_has_ruled_on_some() -> None:
    assert {each.stance for each in Justification.objects.all()} == set(Justification.Stance.values)
    assert Ruling.objects.exists()
    council = User.objects.get(email=accounts.COUNCIL.email)
    open_ones = list_ruled(actor=council).filter(participant__campaign__status=Stage.RULING, rulings=None)
    assert [each for each in open_ones if list_disputed(each)]


def test_last_year_is_published_and_this_year_knows_it() -> None:
    release = Release.objects.get(campaign__year=NOW.year - 1)
    assert Result.objects.filter(closing__releases=release).count() == 37
    assert Campaign.objects.get(status=Stage.APPRAISAL).previous_id == release.campaign_id


def test_most_offices_are_found_and_a_few_wait_for_a_person() -> None:
    open_ones = OfficeMatch.objects.filter(office=None, is_confirmed=False).count()
    assert 0 < open_ones < OfficeMatch.objects.exclude(office=None).count()


def test_everything_happened_at_office_hours_and_nothing_tomorrow() -> None:
    # Signing in, and what checks by itself, keeps the hours of the machine.
    moments = [each.at.astimezone(LOCAL) for each in Event.objects.exclude(organisation_path="")]
    assert len(moments) > 1000
    assert all(time(8) <= each.time() < time(17) for each in moments)
    assert max(moments) < NOW


def test_the_acts_of_a_day_follow_each_other_and_end_before_five() -> None:
    moments = [office_moment(NOW.date(), act) for act in range(1, 700)]
    assert moments == sorted(set(moments))
    assert moments[0].time() > time(8)
    assert moments[-1].time() < time(17)


def test_the_audit_chain_is_whole() -> None:
    said = StringIO()
    call_command("verify_audit", stdout=said)
    assert "Nhật ký nguyên vẹn" in said.getvalue()


@pytest.mark.parametrize("account", accounts.ACCOUNTS, ids=lambda account: account.login)
def test_every_account_can_sign_in_and_has_something_to_do(account: accounts.Account) -> None:
    user = User.objects.get(email=account.email)
    assert user.name == account.name
    assert user.has_usable_password()
    has_tasks = bool(list_tasks(actor=user, now=NOW))
    assert has_tasks == (account is not accounts.ADMINISTRATOR)


def test_its_letters_have_gone_at_whatever_hour_it_is_told(tmp_path: Path) -> None:
    evening = NOW.replace(hour=21, minute=19)
    waiting = set(Notice.objects.filter(gathered_at__isnull=True).values_list("user_id", flat=True))
    assert waiting
    # Where a mail server may be asked, nothing goes to people who are made up.
    assert send_told(evening) == 0
    kept = "django.core.mail.backends.filebased.EmailBackend"
    with override_settings(EMAIL_BACKEND=kept, EMAIL_FILE_PATH=str(tmp_path)):
        went = send_told(evening)
    letters = Letter.objects.filter(user__in=waiting)
    assert letters.count() == len(waiting)
    sent = letters.filter(state=Letter.State.SENT)
    assert went == len(list_letters(tmp_path)) == sent.count() > 0
    # What was told and is done by now needs no letter any more.
    assert set(letters.difference(sent).values_list("state", flat=True)) <= {Letter.State.NEEDLESS}


def test_figures_of_whole_things_are_whole() -> None:
    plan = _plan_of_departments()
    counted = [each for each in plan.measures.all() if counts_whole(each.label, each.unit)]
    told = [line.figures.get(each.key) for each in counted if each.item for line in each.item.reports.all()]
    assert any(told)
    assert all(Decimal(each) % 1 == 0 for each in told if each)


def test_the_number_of_the_plan_is_printed_and_no_correction_twice() -> None:
    plan = _plan_of_departments()
    client = Client()
    client.force_login(User.objects.get(email=accounts.STANDING_BODY.email))
    page = client.get(reverse("plans:show_wording", args=[plan.pk])).content.decode()
    assert "Số 45/KH-UBND ngày" in page
    assert "Dự thảo" not in page
    assert "năm 2021" not in page.partition("Văn bản ban hành")[2].partition("</dd>")[0]
    assert all(len({(c.printed, c.correct) for c in each.corrections}) == len(each.corrections)
               for each in list_basis(printed(plan)))  # fmt: skip


def test_loading_it_again_changes_nothing() -> None:
    assert is_there()
    said = StringIO()
    before = Assessment.objects.count()
    with override_settings(IS_EXAMPLE=True):
        call_command("load_example_province", stdout=said)
    assert said.getvalue() == "Tỉnh ví dụ đã có sẵn.\n"
    assert Assessment.objects.count() == before


def test_it_is_refused_where_pages_would_not_say_that_it_is_made_up() -> None:
    with override_settings(IS_EXAMPLE=False), pytest.raises(CommandError, match="CHAMDIEM_EXAMPLE"):
        call_command("load_example_province")


def test_names_are_the_same_for_the_same_seed_and_never_twice() -> None:
    communes = names.communes(Random(7))  # noqa: S311  nothing secret
    assert communes == names.communes(Random(7))  # noqa: S311
    assert len({name for name, _ in communes}) == len(communes) == 120


def test_the_lines_of_the_demonstration_name_every_account() -> None:
    text = "\n".join(accounts.account_lines())
    assert accounts.PASSWORD in text
    assert all(account.email in text for account in accounts.ACCOUNTS)


@pytest.fixture(scope="module")
def known(province: None, django_db_blocker: Any) -> Known:
    with django_db_blocker.unblock():
        texts = list(documents.texts())
        return Known([*documents.names(), *texts, *map(dot_blanks, texts)])


@pytest.mark.parametrize("account", accounts.ACCOUNTS, ids=lambda account: account.login)
def test_who_reads_english_meets_vietnamese_only_in_what_others_wrote(
    account: accounts.Account, known: Known
) -> None:
    client = Client()
    client.force_login(User.objects.get(email=account.email))
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    walked = list(walking.pages(client, "/", "/cong-khai/"))
    assert len(walked) > 20
    found = {address: list(vietnamese_in_english(html, known)) for address, html in walked}
    assert {address: said for address, said in found.items() if said} == {}

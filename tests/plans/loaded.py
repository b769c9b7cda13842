"""A small plan for the cast: one goal, three items, bodies one by one, together, and outside."""

from __future__ import annotations

from datetime import datetime, timedelta

from chamdiem.organisations.models import Organisation
from chamdiem.plans.models import ItemReport, Plan, PlanItem, Round, RoundReport, Task
from chamdiem.plans.reading import read_content
from chamdiem.plans.services import (
    LineDraft,
    TaskPlan,
    approve_plan,
    create_plan,
    create_task,
    judge_report,
    open_round,
    resolve_body,
    save_line,
    submit_report,
)
from tests.people import LOCAL, NOW, Cast

CONTENT = """\
format: chamdiem/plan/1
plan:
  key: vi-du-plan
  title: Kế hoạch nâng cao chỉ số chuyển đổi số
  issuer: Ủy ban nhân dân tỉnh Ví Dụ
  period: {from: 2026, to: 2027}
  criteria_set: thu-nghiem-2026
  source: {document: Dự thảo}
bodies:
  - name: Sở Xây dựng
    spellings:
      - Sở XD
  - name: Sở Y tế
  - name: Các Sở, ban, ngành
    collective: yes
  - name: Doanh nghiệp
    collective: yes
goals:
  - key: MT1
    letter: a
    year: 2027
    text: 80% hồ sơ được nộp trực tuyến.
    measures:
      - {key: MT1-1, label: Hồ sơ nộp trực tuyến, operator: at_least, threshold: 80, unit: '%'}
targets:
  - key: CT1
    number: '1'
    text: 80% hồ sơ được nộp trực tuyến
    lead:
      - Các Sở, ban, ngành
    coordinating:
      - Doanh nghiệp
    measures:
      - {key: CT1-1, label: Hồ sơ nộp trực tuyến, operator: at_least, threshold: 80, unit: '%'}
    goals:
      - MT1
    criteria:
      - '1.2'
    expected:
      - {criterion: '1.2', points: 4}
documents:
  - key: VB1
    number: '1'
    text: Kế hoạch đào tạo kỹ năng số
    kind: Kế hoạch
    lead:
      - Sở XD
    coordinating:
      - Sở Y tế
project_groups:
  - key: A
    number: A
    title: Phát triển hạ tầng số
projects:
  - key: DA1
    group: A
    number: '1'
    text: Nâng cấp mạng truyền số liệu
    years: {from: 2026, to: 2027}
    lead:
      - Sở Y tế
    budget: 1500
"""
# The document without a body in charge: one that helps is all it names.
UNLED = CONTENT.replace(
    "    lead:\n      - Sở XD\n    coordinating:\n      - Sở Y tế\n", "    coordinating:\n      - Sở Y tế\n"
)
# The first day on which the third quarter may be reported, a day late for it, and one in the fourth.
IN_TIME = datetime(2026, 10, 2, 9, 0, tzinfo=LOCAL)
AFTER = datetime(2026, 10, 8, 9, 0, tzinfo=LOCAL)
FOURTH = datetime(2026, 12, 20, 9, 0, tzinfo=LOCAL)


def draft_plan(cast: Cast, text: str = CONTENT) -> Plan:
    """A draft of the province."""
    return create_plan(actor=cast.giang, owner_id=cast.province.pk, content=read_content(text), now=NOW)


def plan_in_force(cast: Cast, text: str = CONTENT) -> Plan:
    """The plan, its bodies resolved, in force since the beginning of the third quarter."""
    plan = draft_plan(cast, text)
    outside = plan.bodies.get(name="Doanh nghiệp")
    resolve_body(
        actor=cast.giang, plan_id=plan.pk, body_id=outside.pk, organisation_ids=[], is_outside=True, now=NOW
    )
    both = [cast.body_a.pk, cast.body_b.pk]
    everybody = plan.bodies.get(name="Các Sở, ban, ngành")
    resolve_body(
        actor=cast.giang,
        plan_id=plan.pk,
        body_id=everybody.pk,
        organisation_ids=both,
        is_outside=False,
        now=NOW,
    )
    approve_plan(
        actor=cast.giang,
        plan_id=plan.pk,
        decision="12/KH-UBND",
        decided_on=datetime(2026, 7, 1, tzinfo=LOCAL).date(),
        note="",
        now=datetime(2026, 7, 1, 8, 0, tzinfo=LOCAL),
    )
    plan.refresh_from_db()
    return plan


def task_in_force(cast: Cast) -> Task:
    """A task of target CT1 in a plan in force, given to the officer of Sở Xây dựng."""
    plan_in_force(cast)
    due = IN_TIME.date() + timedelta(days=3)
    planned = TaskPlan(name="Đưa hồ sơ lên mạng", starts_on=IN_TIME.date(), due_on=due, user_id=cast.an.pk)
    return create_task(
        actor=cast.an,
        item_id=PlanItem.objects.get(key="CT1").pk,
        organisation_id=cast.body_a.pk,
        planned=planned,
        now=IN_TIME,
    )


def third_quarter(cast: Cast, now: datetime = IN_TIME) -> Round:
    """The plan in force with the round of the third quarter open."""
    plan = plan_in_force(cast)
    return open_round(actor=cast.giang, plan_id=plan.pk, year=2026, quarter=3, now=now)


def report_of(round_: Round, body: Organisation) -> RoundReport:
    """The report of a body."""
    return RoundReport.objects.get(round=round_, organisation=body)


def line_of(round_: Round, body: Organisation, key: str) -> ItemReport:
    return report_of(round_, body).lines.get(item__key=key)


def fill_report(cast: Cast, report: RoundReport, person: str, now: datetime = IN_TIME) -> None:
    """Say something about every item the body is in charge of."""
    for line in ItemReport.objects.filter(report=report, is_lead=True).order_by("pk"):
        draft = LineDraft(state="on_track", percent=40, done="Đã làm một phần.", figures={"CT1-1": "62,5"})
        save_line(actor=cast.people[person], line_id=line.pk, draft=draft, seen=line.version, now=now)


def send_report(cast: Cast, report: RoundReport, leader: str, now: datetime = IN_TIME) -> None:
    """Fill a report and let its leader approve it."""
    fill_report(cast, report, leader, now)
    submit_report(actor=cast.people[leader], report_id=report.pk, now=now)


def accept_all(cast: Cast, round_: Round, now: datetime = AFTER) -> None:
    """Both bodies report and are accepted."""
    for body, leader in ((cast.body_a, "dung"), (cast.body_b, "minh")):
        report = report_of(round_, body)
        send_report(cast, report, leader)
        judge_report(actor=cast.giang, report_id=report.pk, action="accept", now=now)

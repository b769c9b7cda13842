"""The plan of a few districts: what the town lost last year by a scored set becomes targets it reports on."""

from __future__ import annotations

from datetime import timedelta

from chamdiem.example import accounts
from chamdiem.example.directory import Body
from chamdiem.example.moments import last_quarters, morning
from chamdiem.example.story import Teller
from chamdiem.plans.calendar import Quarter
from chamdiem.plans.models import Plan, Round, RoundReport
from chamdiem.plans.reading import read_content
from chamdiem.plans.selectors.winning import list_open_losses, list_published
from chamdiem.plans.services import (
    LineDraft,
    approve_plan,
    create_plan,
    extend_round,
    judge_report,
    move_plan,
    open_round,
    resolve_body,
    save_line,
    submit_report,
    win_back,
)
from chamdiem.plans.ways import outlook

# How many lost points of the town become targets, and how many districts take part beside it.
_WON_BACK, _OTHERS = 3, 3
_CONTENT = """\
format: chamdiem/plan/1
plan:
  key: vi-du-cap-huyen
  title: Kế hoạch nâng cao chỉ số chuyển đổi số cấp huyện
  issuer: Ủy ban nhân dân tỉnh Ví Dụ
  period: {{from: {year}, to: {next_year}}}
  criteria_set: chuprong-2023
  source: {{document: Kế hoạch ví dụ; mọi số liệu là hư cấu}}
bodies:
  - name: {town}
  - name: Các huyện, thị xã, thành phố
    collective: yes
targets:
  - key: CT1
    number: '1'
    text: 100% cán bộ, công chức được tập huấn kỹ năng số
    lead:
      - Các huyện, thị xã, thành phố
    measures:
      - {{key: CT1-1, label: Công chức được tập huấn, operator: at_least, threshold: 100, unit: '%'}}
documents:
  - key: VB1
    number: '1'
    text: Kế hoạch chuyển đổi số năm {next_year} của thị xã
    kind: Kế hoạch
    lead:
      - {town}
    coordinating:
      - Các huyện, thị xã, thành phố
"""


def tell_district_plan(teller: Teller) -> None:
    """The town has begun its report, another district has sent its own; more targets are being thought of."""
    quarter = last_quarters(teller.today)[-1]
    districts = teller.province.districts
    town = next(body for body in districts if body.organisation.name == accounts.HOME)
    others = [body for body in districts if body is not town][:_OTHERS]
    plan = _begin(teller, quarter, town, others)
    round_ = _open(teller, plan, quarter)
    _fill(teller, round_, town, lines=1)
    _fill(teller, round_, others[0], lines=None)
    reason = "Bổ sung chỉ tiêu từ số điểm còn mất của năm trước."
    move_plan(
        actor=teller.province.standing, plan_id=plan.pk, action="revise", reason=reason, now=teller.at(-1)
    )


def _begin(teller: Teller, quarter: Quarter, town: Body, others: list[Body]) -> Plan:
    """The plan with its targets won from last year's result of the town, in force from the quarter on."""
    standing, now = teller.province.standing, morning(quarter.first_day + timedelta(days=6))
    years = {"year": quarter.year, "next_year": quarter.year + 1}
    content = read_content(_CONTENT.format(town=town.organisation.name, **years))
    plan = create_plan(actor=standing, owner_id=teller.province.root.pk, content=content, now=now)
    for body in plan.bodies.all():
        chosen = [town, *others] if body.is_collective else [town]
        resolve_body(
            actor=standing,
            plan_id=plan.pk,
            body_id=body.pk,
            organisation_ids=[each.organisation.pk for each in chosen],
            is_outside=False,
            now=now,
        )
    result = list_published(plan).get(participant__organisation=town.organisation)
    losses = outlook(result, list_open_losses(plan, result)).losses
    steps = [each.line.row.key for each in losses if each.ways[0].name == "next"]
    win_back(
        actor=standing,
        plan_id=plan.pk,
        result_id=result.pk,
        chosen=dict.fromkeys(steps[:_WON_BACK], "next"),
        seen=plan.revision,
        now=now,
    )
    approve_plan(
        actor=standing,
        plan_id=plan.pk,
        decision="62/KH-UBND",
        decided_on=quarter.first_day + timedelta(days=4),
        note="",
        now=now,
    )
    return plan


def _open(teller: Teller, plan: Plan, quarter: Quarter) -> Round:
    """The round of the quarter, with more time for the districts: it is due in a few days."""
    standing = teller.province.standing
    opened = open_round(
        actor=standing,
        plan_id=plan.pk,
        year=quarter.year,
        quarter=quarter.number,
        now=morning(quarter.last_day - timedelta(days=12)),
    )
    return extend_round(
        actor=standing,
        round_id=opened.pk,
        due=teller.today + timedelta(days=10),
        reason="Các huyện báo cáo lần đầu theo kế hoạch này.",
        now=morning(quarter.last_day),
    )


def _fill(teller: Teller, round_: Round, body: Body, *, lines: int | None) -> None:
    """Say something about the first ``lines`` items; all, and send it, where None."""
    report = RoundReport.objects.get(round=round_, organisation=body.organisation)
    for line in report.lines.filter(is_lead=True)[:lines]:
        draft = LineDraft(state="on_track", percent=45, done="Đã tổ chức 02 lớp tập huấn cho 60 người.")
        save_line(actor=body.officer, line_id=line.pk, draft=draft, seen=1, now=teller.at(-4))
    if lines is None:
        submit_report(actor=body.leader, report_id=report.pk, now=teller.at(-3))
        judge_report(
            actor=teller.province.standing,
            report_id=report.pk,
            action="accept",
            reason="",
            now=teller.at(-2),
        )

"""The plan of the example province in its third quarter: bodies done, late and returned."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal

from chamdiem.accounts.models import User
from chamdiem.core.plan_values import counts_whole
from chamdiem.example.directory import Body
from chamdiem.example.model_plan import model_plan
from chamdiem.example.moments import last_quarters, morning
from chamdiem.example.story import Teller
from chamdiem.plans.calendar import Quarter, due_on
from chamdiem.plans.models import ItemReport, Measure, Plan, PlanBody, RoundReport
from chamdiem.plans.services import (
    LineDraft,
    TaskPlan,
    TaskProgress,
    approve_plan,
    carry_out_task,
    close_round,
    create_plan,
    create_task,
    enter_value,
    judge_report,
    open_round,
    resolve_body,
    save_line,
    submit_report,
)
from chamdiem.plans.services.reminding import remind

_ROUNDS = 3
# Place of a department in the list → what is the matter with its report in the third quarter.
_MISSING, _RETURNED, _LATE, _WAITING = frozenset({3, 8}), frozenset({5}), frozenset({1}), frozenset({4, 6})
# How many departments a collective is here: enough to see, and quick to fill in.
_MOST_DEPARTMENTS = 10
# Bodies of the plan the province calls otherwise today, by the beginning of the name.
_TODAY = {
    "Sở Thông tin": "Sở Khoa học và Công nghệ",
    "Sở Kế hoạch": "Sở Tài chính",
    "Sở Giao thông": "Sở Xây dựng",
}
_DIFFICULTIES = (
    "Kinh phí bố trí chậm so với tiến độ được giao.",
    "Thiếu cán bộ chuyên trách công nghệ thông tin ở cấp xã.",
    "Dữ liệu chuyên ngành chưa được chuẩn hoá nên chưa kết nối được.",
)
_PROPOSALS = ("Bố trí bổ sung kinh phí trong quý sau.", "Mở lớp tập huấn cho cán bộ cấp xã.", "")
_DONE = (
    "Đã ban hành văn bản triển khai đến các đơn vị trực thuộc.",
    "Đã tổ chức 02 lớp tập huấn cho 120 lượt cán bộ.",
    "Đã hoàn thành khảo sát, đang lập hồ sơ trình phê duyệt.",
)


def tell_plan(teller: Teller) -> None:
    """Two quarters are closed; in the third some are late, some were returned, some wait."""
    quarters = last_quarters(teller.today)
    plan = _begin(teller, quarters[0])
    departments = {
        body.organisation.pk: (place, body) for place, body in enumerate(teller.province.departments)
    }
    for number, quarter in enumerate(quarters):
        is_last = number == _ROUNDS - 1
        opened = morning(quarter.last_day - timedelta(days=12))
        round_ = open_round(
            actor=teller.province.standing,
            plan_id=plan.pk,
            year=quarter.year,
            quarter=quarter.number,
            now=opened,
        )
        for report in round_.reports.select_related("organisation").order_by("pk"):
            place, body = departments[report.organisation_id]
            _report(teller, report, body, place, number, is_last=is_last)
        if not is_last:
            closed = morning(due_on(plan, quarter) + timedelta(days=4))
            close_round(actor=teller.province.standing, round_id=round_.pk, now=closed)
    _measure(teller, plan, quarters[-1])
    _tasks(teller, plan)
    remind(now=teller.now)


def _begin(teller: Teller, first: Quarter) -> Plan:
    """The plan under the name of the province, its bodies resolved, in force from the first quarter."""
    standing = teller.province.standing
    now = morning(first.first_day + timedelta(days=5))
    content = model_plan(first.year)
    plan = create_plan(actor=standing, owner_id=teller.province.root.pk, content=content, now=now)
    _resolve(teller, plan, now)
    approve_plan(
        actor=standing,
        plan_id=plan.pk,
        decision="45/KH-UBND",
        decided_on=first.first_day + timedelta(days=3),
        note="",
        now=now,
    )
    return plan


def _resolve(teller: Teller, plan: Plan, now: datetime) -> None:
    """Bodies under their names of today; collectives are the departments; the rest lies outside."""
    departments = {body.organisation.name: body.organisation.pk for body in teller.province.departments}
    for body in plan.bodies.exclude(resolution=PlanBody.Resolution.FOUND, is_collective=False):
        chosen = [departments[name] for start, name in _TODAY.items() if body.name.startswith(start)]
        if body.is_collective and body.name != "Doanh nghiệp":
            chosen = list(departments.values())[:_MOST_DEPARTMENTS]
        resolve_body(
            actor=teller.province.standing,
            plan_id=plan.pk,
            body_id=body.pk,
            organisation_ids=chosen,
            is_outside=not chosen,
            now=now,
        )


def _report(
    teller: Teller, report: RoundReport, body: Body, place: int, number: int, *, is_last: bool
) -> None:
    """Fill a report, send it and judge it, as far as this body has come."""
    due = report.round.due_on
    sent = morning(due + timedelta(days=3 if place in _LATE else -4))
    if is_last and place in _MISSING:
        _fill(teller, report, body.officer, number, sent, share=place)
        return
    _fill(teller, report, body.officer, number, sent, share=100)
    submit_report(actor=body.leader, report_id=report.pk, now=sent)
    if is_last and place in _WAITING:
        return
    is_returned = is_last and place in _RETURNED
    judge_report(
        actor=teller.province.standing,
        report_id=report.pk,
        action="return" if is_returned else "accept",
        reason="Đề nghị bổ sung số liệu đến cấp xã và tài liệu kèm theo." if is_returned else "",
        now=sent + timedelta(days=1),
    )


def _fill(
    teller: Teller, report: RoundReport, officer: User, number: int, now: datetime, *, share: int
) -> None:
    """Say something about a share of the items the body is in charge of, in percent."""
    lines = list(report.lines.filter(is_lead=True).select_related("item").prefetch_related("item__measures"))
    for place, line in enumerate(lines[: -(-len(lines) * share // 100)]):
        draft = _draft(teller, line, place, number)
        save_line(actor=officer, line_id=line.pk, draft=draft, seen=1, now=now)


def _draft(teller: Teller, line: ItemReport, place: int, number: int) -> LineDraft:
    percent = min(15 + 25 * number + place * 13 % 40, 95)
    state = "done" if number and place % 9 == 4 else "behind" if place % 5 == 3 else "on_track"
    random = teller.random
    return LineDraft(
        state=state,
        percent=None if state == "done" else percent,
        figures={each.key: _figure(each, state, percent) for each in line.item.measures.all()},
        done=random.choice(_DONE),
        difficulty=random.choice(_DIFFICULTIES) if state == "behind" else "",
        proposal=random.choice(_PROPOSALS) if state == "behind" else "",
    )


def _figure(measure: Measure, state: str, percent: int) -> str:
    """What is done has reached its threshold; all else is on its way."""
    if state != "done":
        if counts_whole(measure.label, measure.unit):
            return str(int(measure.threshold * percent / 100))
        return f"{percent},5"
    beyond = {"more_than": 1, "less_than": -1}.get(measure.operator, 0)
    return f"{(measure.threshold + beyond).normalize():f}".replace(".", ",")


def _measure(teller: Teller, plan: Plan, quarter: Quarter) -> None:
    """Some goals have been measured, one of them reached."""
    for place, measure in enumerate(Measure.objects.filter(plan=plan, goal__isnull=False)[:8]):
        enter_value(
            actor=teller.province.standing,
            plan_id=plan.pk,
            measure_id=measure.pk,
            value=Decimal(100) if place == 1 else Decimal(41 + place * 6),
            measured_on=quarter.last_day,
            source="Báo cáo quý của các đơn vị",
            now=teller.at(-1),
        )


def _tasks(teller: Teller, plan: Plan) -> None:
    """The standing department breaks two documents into tasks: one done, one late, one to come."""
    body = next(each for each in teller.province.departments if each.organisation.name.startswith("Sở Khoa"))
    for key, name, starts, due, percent in (
        ("PL2.2", "Soạn dự thảo kế hoạch đào tạo", -60, -30, 100),
        ("PL2.2", "Lấy ý kiến các sở, ban, ngành", -28, -3, 60),
        ("PL2.3", "Trình phê duyệt kiến trúc phiên bản 2.0", -10, 25, 20),
    ):
        task = create_task(
            actor=body.officer,
            item_id=plan.items.get(key=key).pk,
            organisation_id=body.organisation.pk,
            planned=TaskPlan(
                name=name,
                starts_on=teller.today + timedelta(days=starts),
                due_on=teller.today + timedelta(days=due),
                user_id=body.officer.pk,
            ),
            now=teller.at(starts),
        )
        state, result = ("done", "Đã trình Ủy ban nhân dân tỉnh.") if percent == 100 else ("running", "")
        progress = TaskProgress(state=state, percent=percent, result=result)
        carry_out_task(actor=body.officer, task_id=task.pk, progress=progress, seen=1, now=teller.at(-2))

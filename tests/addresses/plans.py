"""Addresses of plans."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from chamdiem.evidence.models import Document
from chamdiem.evidence.services import Description, add_citation
from chamdiem.organisations.models import Organisation, Succession
from chamdiem.plans.models import (
    ItemReport,
    Measure,
    MeasureValue,
    Plan,
    PlanBody,
    PlanFile,
    PlanItem,
    Round,
    RoundReport,
    Task,
)
from chamdiem.plans.seen import seen_of
from chamdiem.plans.services import (
    TaskPlan,
    TaskProgress,
    carry_out_task,
    create_task,
    enter_value,
    hand_in_file,
    move_plan,
)
from chamdiem.results.models import Result
from chamdiem.results.services import close_campaign, publish_results
from tests.people import NOW, Cast
from tests.plans.loaded import (
    CONTENT,
    IN_TIME,
    accept_all,
    draft_plan,
    fill_report,
    plan_in_force,
    send_report,
    third_quarter,
)
from tests.results.dossiers import fill

from .address import EVERYBODY, Address

OWNER = frozenset({"giang"})
WATCHERS = frozenset({"giang", "chi", "ha"})
OF_A = frozenset({"an", "dung", "kien"})
PARTS = WATCHERS | OF_A | frozenset({"binh", "minh"})
# Who may begin a plan, for some body or other.
STANDING = frozenset({"giang", "nga"})


def _first(model: type) -> Callable[[Cast], list[int]]:
    return lambda cast: [model.objects.order_by("pk").values_list("pk", flat=True)[0]]  # type: ignore[attr-defined]


_plan, _item, _round, _task, _file = (_first(each) for each in (Plan, PlanItem, Round, Task, PlanFile))


def _with(second: str | int) -> Callable[[Cast], list[str | int]]:
    return lambda cast: [*_plan(cast), second]


def _body(cast: Cast) -> list[int]:
    return [*_plan(cast), PlanBody.objects.get(name="Sở Y tế").pk]


def _measure(cast: Cast) -> list[int]:
    return [*_plan(cast), Measure.objects.get(key="MT1-1").pk]


def _item_of_a(cast: Cast) -> list[int]:
    return [PlanItem.objects.get(key="VB1").pk, cast.body_a.pk]


def _report_of_a(cast: Cast) -> list[int]:
    return [RoundReport.objects.get(organisation=cast.body_a).pk]


def _line_of_a(cast: Cast) -> list[int]:
    return [ItemReport.objects.get(report__organisation=cast.body_a, item__key="VB1").pk]


def _in_force(cast: Cast) -> None:
    plan_in_force(cast)


def _measured(cast: Cast) -> None:
    plan_in_force(cast)
    plan_id, measure_id = _measure(cast)
    enter_value(
        actor=cast.giang,
        plan_id=plan_id,
        measure_id=measure_id,
        value=Decimal(85),
        measured_on=IN_TIME.date(),
        source="Báo cáo",
        now=IN_TIME,
    )


def _draft(cast: Cast) -> None:
    draft_plan(cast)


def _revising(cast: Cast) -> None:
    plan = plan_in_force(cast)
    move_plan(actor=cast.giang, plan_id=plan.pk, action="revise", reason="Sửa", now=NOW)


def _open(cast: Cast) -> None:
    third_quarter(cast)


def _sent(cast: Cast) -> None:
    report = RoundReport.objects.get(round=third_quarter(cast), organisation=cast.body_a)
    send_report(cast, report, "dung")


def _filled(cast: Cast) -> None:
    report = RoundReport.objects.get(round=third_quarter(cast), organisation=cast.body_a)
    fill_report(cast, report, "an")


def _accepted(cast: Cast) -> None:
    accept_all(cast, third_quarter(cast))


def _tasked(cast: Cast) -> None:
    plan_in_force(cast)
    item_id, body_id = _item_of_a(cast)
    planned = TaskPlan(name="Soạn kế hoạch", starts_on=IN_TIME.date(), due_on=IN_TIME.date())
    create_task(actor=cast.an, item_id=item_id, organisation_id=body_id, planned=planned, now=IN_TIME)


def _inherited(cast: Cast) -> None:
    """A task of Sở Y tế, which Sở Xây dựng has taken over."""
    plan_in_force(cast)
    item_id, body_id = _item_and_body_before(cast)
    planned = TaskPlan(name="Khảo sát", starts_on=IN_TIME.date(), due_on=IN_TIME.date())
    create_task(actor=cast.binh, item_id=item_id, organisation_id=body_id, planned=planned, now=IN_TIME)
    Organisation.objects.filter(pk=body_id).update(valid_to=date(2020, 9, 19))
    Succession.objects.create(
        change="merged",
        predecessor=cast.body_b,
        successor=cast.body_a,
        took_place_on=date(2020, 9, 20),
    )


def _item_and_body_before(cast: Cast) -> list[int]:
    return [PlanItem.objects.get(key="DA1").pk, cast.body_b.pk]


def _ended(cast: Cast) -> None:
    _tasked(cast)
    progress = TaskProgress(state="done", percent=100, result="Đã ban hành")
    carry_out_task(actor=cast.an, task_id=Task.objects.get().pk, progress=progress, seen=1, now=IN_TIME)


def _with_document(prepare: Callable[[Cast], None]) -> Callable[[Cast], None]:
    def both(cast: Cast) -> None:
        prepare(cast)
        described = Description(
            title="Kế hoạch đào tạo", number="5/KH-SXD", issued_on=IN_TIME.date(), issuer="Sở Xây dựng"
        )
        add_citation(actor=cast.an, organisation=cast.body_a, described=described, now=NOW)

    return both


def _document(cast: Cast) -> dict[str, object]:
    return {"document": Document.objects.get().pk}


def _handed_in(cast: Cast) -> None:
    hand_in_file(
        actor=cast.giang,
        owner_id=cast.province.pk,
        plan_id=None,
        name="kế hoạch.yaml",
        data=CONTENT.encode(),
        now=NOW,
    )


def _published(cast: Cast) -> None:
    draft_plan(cast)
    fill(cast)
    close_campaign(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)
    publish_results(actor=cast.giang, campaign_id=cast.campaign.pk, now=NOW)


def _result_of_a(cast: Cast) -> list[int]:
    return [*_plan(cast), Result.objects.get(participant=cast.a.participant).pk]


def _measure_and_result(cast: Cast) -> list[int]:
    return [*_measure(cast), Result.objects.get(participant=cast.a.participant).pk]


ADDRESSES = {
    "plans:list_plans": Address(allowed=EVERYBODY),
    "plans:create_plan": Address(allowed=STANDING),
    "plans:hand_in": Address(allowed=STANDING),
    "plans:template": Address(allowed=STANDING),
    "plans:take_from_library": Address(
        allowed=OWNER,
        method="post",
        data=lambda cast: {"owner": cast.province.pk, "key": "ninhthuan-2021-plan"},
    ),
    "plans:show_file": Address(arguments=_file, allowed=OWNER, prepare=_handed_in),
    "plans:check_file": Address(arguments=_file, allowed=OWNER, method="post", prepare=_handed_in),
    "plans:apply_file": Address(arguments=_file, allowed=OWNER, method="post", prepare=_handed_in),
    "plans:show_plan": Address(arguments=_plan, allowed=PARTS, prepare=_in_force),
    "plans:list_items": Address(arguments=_plan, allowed=PARTS, prepare=_in_force),
    "plans:show_wording": Address(arguments=_plan, allowed=PARTS, prepare=_in_force),
    "plans:show_timeline": Address(arguments=_plan, allowed=PARTS, prepare=_in_force),
    "plans:export": Address(arguments=_plan, allowed=PARTS, prepare=_in_force),
    "plans:outcomes": Address(arguments=_plan, allowed=PARTS, prepare=_in_force),
    "plans:win_back": Address(arguments=_result_of_a, allowed=OWNER, prepare=_published),
    "plans:list_versions": Address(arguments=_plan, allowed=PARTS, prepare=_in_force),
    "plans:show_version": Address(arguments=_with(1), allowed=PARTS, prepare=_in_force),
    "plans:version": Address(arguments=_with(1), allowed=PARTS, prepare=_in_force),
    "plans:list_tasks": Address(arguments=_plan, allowed=PARTS, prepare=_tasked),
    "plans:list_rounds": Address(arguments=_plan, allowed=PARTS, prepare=_open),
    "plans:open_round": Address(
        arguments=_plan,
        allowed=OWNER,
        method="post",
        prepare=_in_force,
        data=lambda cast: {"year": 2026, "quarter": 3},
    ),
    "plans:calendar": Address(arguments=_plan, allowed=OWNER, prepare=_in_force),
    "plans:list_bodies": Address(arguments=_plan, allowed=OWNER, prepare=_in_force),
    "plans:resolve_body": Address(arguments=_body, allowed=OWNER, prepare=_in_force),
    "plans:add_body": Address(arguments=_plan, allowed=OWNER, prepare=_draft),
    "plans:change_body": Address(arguments=_body, allowed=OWNER, prepare=_draft),
    "plans:hand_in_for": Address(arguments=_plan, allowed=OWNER, prepare=_draft),
    "plans:approve": Address(arguments=_plan, allowed=OWNER, prepare=_draft),
    "plans:move": Address(
        arguments=_plan,
        allowed=OWNER,
        method="post",
        prepare=_in_force,
        data=lambda cast: {"action": "revise", "reason": "Sửa"},
    ),
    "plans:delete": Address(arguments=_plan, allowed=OWNER, method="post", prepare=_draft),
    "plans:edit_header": Address(arguments=_plan, allowed=OWNER, prepare=_revising),
    "plans:add_entry": Address(arguments=_with("project"), allowed=OWNER, prepare=_draft),
    "plans:edit_entry": Address(
        arguments=lambda cast: [*_plan(cast), "target", "CT1"], allowed=OWNER, prepare=_draft
    ),
    "plans:remove_entry": Address(
        arguments=lambda cast: [*_plan(cast), "project", "DA1"], allowed=OWNER, method="post", prepare=_draft
    ),
    "plans:list_groups": Address(arguments=_plan, allowed=OWNER, prepare=_draft),
    "plans:add_group": Address(arguments=_plan, allowed=OWNER, prepare=_draft),
    "plans:edit_group": Address(arguments=_with("A"), allowed=OWNER, prepare=_draft),
    "plans:version_book": Address(arguments=_with(1), allowed=PARTS, prepare=_in_force),
    "plans:feed": Address(arguments=_measure_and_result, allowed=OWNER, prepare=_published),
    "plans:enter_value": Address(arguments=_measure, allowed=OWNER, prepare=_in_force),
    "plans:withdraw_value": Address(
        arguments=_measure,
        allowed=OWNER,
        method="post",
        prepare=_measured,
        data=lambda cast: {"entry": MeasureValue.objects.get().pk, "reason": "Nhập nhầm"},
    ),
    "plans:show_item": Address(arguments=_item, allowed=PARTS, prepare=_in_force),
    "plans:create_task": Address(arguments=_item_of_a, allowed=frozenset({"an", "dung"}), prepare=_in_force),
    "plans:take_over_tasks": Address(
        arguments=_item_and_body_before,
        allowed=frozenset({"an", "dung"}),
        method="post",
        prepare=_inherited,
    ),
    "plans:show_task": Address(arguments=_task, allowed=WATCHERS | OF_A, prepare=_tasked),
    "plans:plan_task": Address(arguments=_task, allowed=frozenset({"an", "dung"}), prepare=_tasked),
    "plans:carry_out_task": Address(
        arguments=_task,
        allowed=frozenset({"an", "dung"}),
        method="post",
        prepare=_tasked,
        data=lambda cast: {"state": "running", "percent": 10, "seen": 1},
    ),
    "plans:reopen_task": Address(
        arguments=_task,
        allowed=frozenset({"an", "dung"}),
        method="post",
        prepare=_ended,
        data=lambda cast: {"reason": "Còn thiếu"},
    ),
    "plans:remark": Address(
        arguments=_task,
        allowed=WATCHERS | OF_A,
        method="post",
        prepare=_tasked,
        data=lambda cast: {"text": "Đang chờ"},
    ),
    "plans:show_round": Address(arguments=_round, allowed=WATCHERS, prepare=_open),
    "plans:extend_round": Address(arguments=_round, allowed=OWNER, prepare=_open),
    "plans:close_round": Address(arguments=_round, allowed=OWNER, method="post", prepare=_accepted),
    "plans:consolidated": Address(arguments=_round, allowed=WATCHERS, prepare=_accepted),
    "plans:consolidated_word": Address(arguments=_round, allowed=WATCHERS, prepare=_accepted),
    "plans:consolidated_pdf": Address(arguments=_round, allowed=WATCHERS, prepare=_accepted),
    "plans:show_report": Address(arguments=_report_of_a, allowed=WATCHERS | OF_A, prepare=_open),
    "plans:save_general": Address(
        arguments=_report_of_a,
        allowed=OF_A,
        method="post",
        prepare=_open,
        data=lambda cast: {"difficulties": "Thiếu người", "seen": 1},
    ),
    "plans:submit_report": Address(
        arguments=_report_of_a,
        allowed=frozenset({"dung"}),
        method="post",
        prepare=_filled,
        data=lambda cast: {"seen": seen_of(RoundReport.objects.get(organisation=cast.body_a))},
    ),
    "plans:judge_report": Address(
        arguments=_report_of_a,
        allowed=OWNER,
        method="post",
        prepare=_sent,
        data=lambda cast: {"action": "accept"},
    ),
    "plans:task_document": Address(
        arguments=_task,
        allowed=frozenset({"an", "dung"}),
        method="post",
        prepare=_with_document(_tasked),
        data=_document,
    ),
    "plans:line_document": Address(
        arguments=_line_of_a,
        # The document is not of the criteria of a contributor, nor brought by her.
        allowed=frozenset({"an", "dung"}),
        method="post",
        prepare=_with_document(_open),
        data=_document,
    ),
    "plans:edit_line": Address(arguments=_line_of_a, allowed=WATCHERS | OF_A, prepare=_open),
}

"""How states, tabs and the time line of a plan are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from chamdiem.accounts.models import User
from chamdiem.plans.models import Plan, Task
from chamdiem.plans.permissions import may_run
from chamdiem.web.states import State, state_of

# State of a plan, report, line or task → how it is shown.
PLAN_STATES = {"draft": "draft", "in_force": "running", "revising": "returned", "closed": "closed"}
REPORT_STATES = {
    "draft": "in_progress",
    "submitted": "submitted",
    "returned": "returned",
    "accepted": "accepted",
}
LINE_STATES = {
    "": "missing",
    "not_started": "not_started",
    "on_track": "in_progress",
    "under_way": "in_progress",
    "behind": "late",
    "done": "complete",
    "stopped": "failed",
}
TASK_STATES = {"planned": "not_started", "running": "in_progress", "done": "complete", "dropped": "failed"}
LINE_WORDS = {
    "": _("Chưa báo cáo"),
    "not_started": _("Chưa triển khai"),
    "on_track": _("Đúng tiến độ"),
    "under_way": _("Đang triển khai"),
    "behind": _("Chậm tiến độ"),
    "done": _("Đã hoàn thành"),
    "stopped": _("Dừng"),
}
STEP_WORDS = {
    "submit": (_("Lãnh đạo đơn vị duyệt và gửi"), "submitted"),
    "return": (_("Cơ quan thường trực trả lại"), "returned"),
    "accept": (_("Cơ quan thường trực chấp nhận"), "final"),
}
# List of a plan → what its entries are called, as the sheets of its workbook are.
LIST_WORDS = {
    "plan": _("Thông tin chung"),
    "bodies": pgettext_lazy("danh sách", "Cơ quan"),
    "legal_basis": _("Căn cứ"),
    "sections": _("Đề mục"),
    "clauses": _("Điều khoản"),
    "goals": _("Mục tiêu"),
    "annexes": _("Phụ lục"),
    "targets": pgettext_lazy("danh sách", "Chỉ tiêu"),
    "documents": pgettext_lazy("danh sách", "Văn bản"),
    "project_groups": _("Nhóm dự án"),
    "projects": _("Dự án, nhiệm vụ"),
    "reporting": _("Báo cáo"),
    "recipients": _("Nơi nhận"),
}
FACT_WORDS = {
    "name": _("tên"),
    "organisation": _("đơn vị"),
    "starts_on": _("bắt đầu"),
    "due_on": _("hạn"),
    "user": pgettext_lazy("nhiệm vụ", "người thực hiện"),
    "office": _("phòng, bộ phận"),
    "after": _("làm sau"),
    "state": _("trạng thái"),
    "percent": _("tiến độ"),
    "result": _("kết quả"),
    "link": _("đường dẫn"),
}


@dataclass(frozen=True, slots=True)
class Tab:
    """One part of the pages of a plan."""

    label: str | Promise
    url: str
    is_current: bool
    count: int | None = None


def list_tabs(actor: User, plan: Plan, current: str) -> list[Tab]:
    """The parts of a plan this person sees."""
    names: list[tuple[str, str | Promise]] = [
        ("show_plan", _("Mục tiêu")),
        ("list_items", _("Nội dung")),
        ("show_wording", _("Văn bản in")),
        ("show_timeline", _("Tiến độ thời gian")),
        ("list_tasks", _("Nhiệm vụ")),
        ("list_rounds", _("Báo cáo quý")),
        ("outcomes", _("Điểm dự kiến")),
        ("list_versions", pgettext_lazy("danh sách", "Phiên bản")),
    ]
    if may_run(actor, plan):
        names.append(("list_bodies", pgettext_lazy("danh sách", "Cơ quan")))
    return [Tab(label, reverse(f"plans:{name}", args=[plan.pk]), name == current) for name, label in names]


def years_text(first: int, last: int) -> str:
    """``2026`` or ``2026–2028``."""
    return str(first) if first == last else f"{first}–{last}"


def line_state(code: str) -> State:
    """How the state of a line is shown."""
    return state_of(LINE_STATES[code])


def told_change(changed: dict[str, list[str]]) -> str:
    """The changes of a task in one line: what, from what, to what."""
    words: dict[str, Any] = {**FACT_WORDS}
    states: dict[str, Any] = dict(Task.State.choices)

    def said(value: str) -> str:
        return str(states.get(value, value)).rstrip().rstrip(".") or "–"

    return capfirst(
        "; ".join(
            f"{words.get(name, name)}: {said(old)} → {said(new)}" for name, (old, new) in changed.items()
        )
    )

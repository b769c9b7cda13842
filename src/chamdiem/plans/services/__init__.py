"""Use cases of plans: one verb each, atomic, audited, the clock is an argument."""

from chamdiem.plans.services.approving import approve_plan
from chamdiem.plans.services.drafting import (
    change_content,
    create_plan,
    delete_draft,
    find_faults,
    move_plan,
    set_calendar,
)
from chamdiem.plans.services.measuring import enter_value, feed_value, withdraw_value
from chamdiem.plans.services.reporting import (
    LineDraft,
    judge_report,
    save_general,
    save_line,
    show_document,
    submit_report,
)
from chamdiem.plans.services.resolving import resolve_body
from chamdiem.plans.services.rounds import close_round, extend_round, open_due_rounds, open_round
from chamdiem.plans.services.taking_in import apply_file, check_file_again, hand_in_file
from chamdiem.plans.services.taking_over import take_over_tasks
from chamdiem.plans.services.tasks import (
    TaskPlan,
    TaskProgress,
    carry_out_task,
    create_task,
    plan_task,
    reopen_task,
    show_task_document,
    write_remark,
)
from chamdiem.plans.services.winning import win_back

__all__ = [
    "LineDraft",
    "TaskPlan",
    "TaskProgress",
    "apply_file",
    "approve_plan",
    "carry_out_task",
    "change_content",
    "check_file_again",
    "close_round",
    "create_plan",
    "create_task",
    "delete_draft",
    "enter_value",
    "extend_round",
    "feed_value",
    "find_faults",
    "hand_in_file",
    "judge_report",
    "move_plan",
    "open_due_rounds",
    "open_round",
    "plan_task",
    "reopen_task",
    "resolve_body",
    "save_general",
    "save_line",
    "set_calendar",
    "show_document",
    "show_task_document",
    "submit_report",
    "take_over_tasks",
    "win_back",
    "withdraw_value",
    "write_remark",
]

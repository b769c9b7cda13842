"""Reading plans; every door checks who asks."""

from chamdiem.plans.selectors.doors import (
    get_item,
    get_line,
    get_plan,
    get_report,
    get_round,
    get_run_plan,
    get_task,
    get_watched_round,
    list_plans,
    list_reports,
)

__all__ = [
    "get_item",
    "get_line",
    "get_plan",
    "get_report",
    "get_round",
    "get_run_plan",
    "get_task",
    "get_watched_round",
    "list_plans",
    "list_reports",
]

"""The tables of plans: content, tasks, rounds."""

from chamdiem.plans.models.baselines import Baseline
from chamdiem.plans.models.content import (
    Expectation,
    Goal,
    ItemBody,
    Measure,
    MeasureValue,
    Plan,
    PlanBody,
    PlanFile,
    PlanItem,
    PlanVersion,
)
from chamdiem.plans.models.rounds import ItemReport, ReportStep, Round, RoundReport
from chamdiem.plans.models.tasks import Task, TaskChange, TaskRemark

__all__ = [
    "Baseline",
    "Expectation",
    "Goal",
    "ItemBody",
    "ItemReport",
    "Measure",
    "MeasureValue",
    "Plan",
    "PlanBody",
    "PlanFile",
    "PlanItem",
    "PlanVersion",
    "ReportStep",
    "Round",
    "RoundReport",
    "Task",
    "TaskChange",
    "TaskRemark",
]

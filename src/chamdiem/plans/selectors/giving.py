"""Whether whoever a task is given to may still open it: works in its body, or in one above."""

from __future__ import annotations

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    QuerySet,
    Value,
    When,
)

from chamdiem.accounts.models import RoleAssignment
from chamdiem.plans.models import Task
from chamdiem.plans.permissions import OWN


def with_lost(tasks: QuerySet[Task]) -> QuerySet[Task]:
    """Tasks with ``is_lost``: given to a person who works there no more; it costs no query of its own."""
    return tasks.annotate(is_lost=_left())


def only_lost(tasks: QuerySet[Task]) -> QuerySet[Task]:
    """The tasks of whom the person works there no more."""
    return tasks.filter(_left())


def _left() -> Case:
    place = ExpressionWrapper(OuterRef("organisation__path"), CharField())
    works_there = RoleAssignment.objects.alias(place=place).filter(
        user=OuterRef("user"),
        user__is_active=True,
        ended_at__isnull=True,
        role__in=OWN,
        place__startswith=F("organisation__path"),
    )
    nobody = When(user__isnull=True, then=Value(value=False))
    return Case(nobody, default=~Exists(works_there), output_field=BooleanField())


def is_lost(task: Task) -> bool:
    """Whether an open task of ``with_lost`` has to be given to somebody else."""
    return task.is_open and bool(getattr(task, "is_lost", False))

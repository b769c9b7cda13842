"""Groups of projects: changes of them as functions from content to content, and what stands in each."""

from __future__ import annotations

from dataclasses import replace

from chamdiem.core.improvement_plan import Heading, Plan
from chamdiem.core.indicator_set import Source
from chamdiem.core.lint.folding import fold
from chamdiem.plans.editing import Change


def with_group(key: str, *, number: str, title: str, under: str) -> Change:
    """A group more, printed after the others."""
    heading = Heading(key=key, number=number, title=title, under=under, source=Source())
    return lambda plan: replace(plan, project_groups=(*plan.project_groups, heading))


def renamed_group(key: str, *, number: str, title: str) -> Change:
    """Another number or title; a correction of something that is no longer printed goes."""

    def renamed(known: Heading) -> Heading:
        printed = known.title if known.correct("title") == title else title
        heading = replace(known, number=number, title=printed)
        return replace(heading, corrections=tuple(each for each in known.corrections if heading.prints(each)))

    return lambda plan: replace(
        plan, project_groups=tuple(renamed(each) if each.key == key else each for each in plan.project_groups)
    )


def without_group(key: str) -> Change:
    """One group less; whoever still names it is refused with its place."""
    return lambda plan: replace(
        plan, project_groups=tuple(each for each in plan.project_groups if each.key != key)
    )


def is_taken(plan: Plan, title: str, *, under: str, besides: str) -> bool:
    """Whether another group in the same place has this title, however it is written."""
    return any(
        fold(each.correct("title")) == fold(title) and each.under == under and each.key != besides
        for each in plan.project_groups
    )


def count_inside(plan: Plan, key: str) -> int:
    """The projects and groups that stand in a group."""
    return sum(each.group == key for each in plan.projects) + sum(
        each.under == key for each in plan.project_groups
    )

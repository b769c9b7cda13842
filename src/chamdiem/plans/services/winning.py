"""Lost points become items of the plan: only those a person chose, with the points expected."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from chamdiem.accounts.models import User
from chamdiem.core.improvement_plan import Expectation
from chamdiem.core.improvement_plan import Plan as PrintedPlan
from chamdiem.errors import Incomplete, NotFound
from chamdiem.plans.editing import new_key, with_entry
from chamdiem.plans.models import Plan
from chamdiem.plans.selectors import get_run_plan
from chamdiem.plans.selectors.winning import get_published, list_open_losses
from chamdiem.plans.services.drafting import change_content
from chamdiem.results.selectors import SheetLine


@transaction.atomic
def win_back(
    *, actor: User, plan_id: int, result_id: int, keys: Collection[str], seen: int, now: datetime
) -> Plan:
    """Add a target for each chosen criterion, led by the body that lost the points there.

    Raises:
        NotFound: No such plan, result or lost criterion, or not visible to ``actor``.
        NotAllowed, WrongStage, Conflict: As every change of a plan's content.
        Incomplete: Nothing is chosen.
    """
    plan = get_run_plan(actor=actor, plan_id=plan_id)
    result = get_published(plan, result_id)
    lost = {line.row.key: line for line in list_open_losses(plan, result)}
    if not keys:
        raise Incomplete("plan.nothing_to_win")
    if unknown := set(keys) - set(lost):
        raise NotFound("criterion.not_found", key=", ".join(sorted(unknown)))
    body = plan.bodies.filter(is_collective=False, organisations=result.participant.organisation)[0]
    chosen = [line for key, line in lost.items() if key in keys]

    def change(content: PrintedPlan) -> PrintedPlan:
        for line in chosen:
            content = with_entry("target", new_key(content, "target"), _target(line, body.name), [])(content)
        return content

    what = ", ".join(line.row.label for line in chosen)
    return change_content(actor=actor, plan_id=plan_id, change=change, seen=seen, what=what, now=now)


def _target(line: SheetLine, lead: str) -> dict[str, object]:
    return {
        "text": f"Nâng điểm tiêu chí {line.row.label}: {line.row.correct_name}",
        "lead": (lead,),
        "criteria": (line.row.key,),
        "expected": (Expectation(criterion=line.row.key, points=line.lost),),
    }

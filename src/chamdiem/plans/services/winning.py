"""Lost points become items of the plan: only those a person chose, with the way and the points it wins."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction

from django.db import transaction
from django.utils.translation import override

from chamdiem.accounts.models import User
from chamdiem.campaigns.calendar import local_day
from chamdiem.core.improvement_plan import Expectation, Years
from chamdiem.core.improvement_plan import Plan as PrintedPlan
from chamdiem.core.points import decimal_text
from chamdiem.errors import Incomplete, NotFound
from chamdiem.plans.content import printed
from chamdiem.plans.editing import new_key, with_entry
from chamdiem.plans.models import Baseline, Plan
from chamdiem.plans.selectors import get_run_plan
from chamdiem.plans.selectors.winning import get_published, list_open_losses
from chamdiem.plans.services.drafting import change_content
from chamdiem.plans.thresholds import measures_of
from chamdiem.plans.ways import Aim, Loss, Way, outlook
from chamdiem.results.models import Result


@transaction.atomic
def win_back(
    *,
    actor: User,
    plan_id: int,
    result_id: int,
    chosen: Mapping[str, str],
    seen: int,
    now: datetime,
    aim: Aim | None = None,
) -> Plan:
    """Add a target for each chosen criterion, led by the body that lost the points there.

    Its measures say when it is reached; a published result feeds them.

    ``chosen`` is criterion key → name of the way (``ways.WayName``), empty for the one
    proposed; ``aim`` is what the ways were shown for.

    Raises:
        NotFound: No such plan, result, lost criterion or way, or not visible to ``actor``; or the plan
            names its body no more.
        NotAllowed, WrongStage, Conflict: As every change of a plan's content.
        Incomplete: Nothing is chosen.
    """
    plan = get_run_plan(actor=actor, plan_id=plan_id)
    result = get_published(plan, result_id)
    shown = outlook(result, list_open_losses(plan, result), aim)
    lost = {each.line.row.key: each for each in shown.losses}
    if not chosen:
        raise Incomplete("plan.nothing_to_win")
    if unknown := set(chosen) - set(lost):
        raise NotFound("plan.not_to_be_won", key=", ".join(sorted(unknown)))
    lead = _lead(plan, result)
    taken = [(loss, _way(loss, chosen[key])) for key, loss in lost.items() if key in chosen]
    keys: list[str] = []

    def change(content: PrintedPlan) -> PrintedPlan:
        for loss, way in taken:
            with override("vi"):
                measures = measures_of(shown.standpoint, loss.line, way.changes, way.points)
            target = _target(loss, way, lead) | _place(content, local_day(now).year)
            keys.append(new_key(content, "target"))
            content = with_entry("target", keys[-1], target, measures)(content)
        return content

    what = ", ".join(loss.line.row.label for loss, _ in taken)
    changed = change_content(actor=actor, plan_id=plan_id, change=change, seen=seen, what=what, now=now)
    for key in keys:
        Baseline.objects.update_or_create(plan=changed, item_key=key, defaults={"result": result})
    return changed


def _lead(plan: Plan, result: Result) -> str:
    """The body of a result by the name it has in the plan."""
    known = [body.name for body in printed(plan).bodies if not body.collective]
    own = plan.bodies.filter(name__in=known, organisations=result.participant.organisation)
    lead = own.values_list("name", flat=True).first()
    if lead is None:
        raise NotFound("plan.body_not_found")
    return lead


def _way(loss: Loss, name: str) -> Way:
    """The way of a name; the points can have changed since the page was read."""
    for way in loss.ways:
        if way.name == name or not name:
            return way
    raise NotFound("plan.way_not_found", criterion=loss.line.row.label)


def _target(loss: Loss, way: Way, lead: str) -> dict[str, object]:
    row = loss.line.row
    before = loss.line.points or Fraction(0)
    words = way.text or f"Từ {_number(before)} lên {_number(before + way.points)} điểm"
    return {
        "text": f"Nâng điểm tiêu chí {row.label}: {row.correct_name}. {words}",
        "lead": (lead,),
        "criteria": (row.key,),
        "expected": tuple(
            Expectation(criterion=key, points=points)
            for key, points in {row.key: way.points, **way.elsewhere}.items()
        ),
    }


def _place(content: PrintedPlan, year: int) -> dict[str, object]:
    """The number after the last target, and the years from now to the end of the plan."""
    place: dict[str, object] = {}
    last = content.targets[-1].number if content.targets else "0"
    if last.isdecimal():
        place["number"] = str(int(last) + 1)
    if content.period is not None and year <= content.period.end:
        place["years"] = Years(start=max(year, content.period.start), end=content.period.end)
    return place


def _number(points: Fraction) -> str:
    """Points as the wording of a plan has them, whatever language the page is in."""
    return decimal_text(points).replace(".", ",")

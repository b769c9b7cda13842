"""What is odd in an entry just typed, but may be meant: said beside what was saved, not refused."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from django.utils.translation import gettext as _

from chamdiem.core.improvement_plan import Plan as PrintedPlan
from chamdiem.core.plan_values import is_percent, says_percent
from chamdiem.core.points import decimal_text
from chamdiem.plans.editing import MeasureDraft
from chamdiem.plans.models import Plan, PlanItem, Task
from chamdiem.plans.selectors.winning import Beyond
from chamdiem.plans.showing import years_text
from chamdiem.web.numbers import date_text, plain

_WHOLE = 100
_PERCENT = re.compile(r"([0-9]+(?:,[0-9]+)?) ?%")


def list_oddities(measures: Iterable[MeasureDraft], text: str = "") -> Iterator[str]:
    """More than all of something, as growth may be, or a hundredth of what ``text`` says; a sentence each."""
    for each in measures:
        percent = _written(each.threshold * _WHOLE)
        if is_percent(each.unit) and 0 < each.threshold <= 1 and says_percent(text, percent):
            facts = {"label": each.label, "value": plain(each.threshold, 6), "percent": percent}
            yield (
                _(
                    "“%(label)s” có mức phải đạt %(value)s%%, còn nội dung ghi %(percent)s%%. "
                    "Hãy kiểm tra lại."
                )
                % facts
            )
        if is_percent(each.unit) and each.threshold > _WHOLE:
            beyond = {"label": each.label, "value": _written(each.threshold)}
            yield _("“%(label)s” có mức phải đạt %(value)s%%, quá 100%%. Hãy kiểm tra lại.") % beyond


def unsaid_levels(plan: PrintedPlan) -> Iterator[str]:
    """Levels in per cent beside a text that says other ones, as after one was changed; a sentence each."""
    for _listed, entry in plan.entries():
        for measure in getattr(entry, "measures", ()):
            level = _written(measure.threshold)
            said = list(dict.fromkeys(_PERCENT.findall(entry.correct("text"))))
            if is_percent(measure.unit) and said and level not in said:
                facts = {
                    "label": measure.label,
                    "value": level,
                    "said": ", ".join(f"{each}%" for each in said),
                }
                yield _("“%(label)s”: mức phải đạt %(value)s%%, nội dung ghi %(said)s.") % facts


def points_oddities(beyond: Iterable[Beyond]) -> Iterator[str]:
    """More points expected than a result leaves; one sentence each."""
    for each in beyond:
        facts = {
            "criterion": each.criterion,
            "expected": plain(each.expected, 6),
            "left": plain(each.left, 6),
            "campaign": each.result.closing.track.campaign.name,
        }
        yield (
            _(
                "Tiêu chí %(criterion)s: dự kiến thêm %(expected)s điểm, nhưng theo kết quả mới nhất "
                "(%(campaign)s) chỉ còn %(left)s điểm để lấy lại. Hãy kiểm tra lại."
            )
            % facts
        )


def value_oddity(plan: Plan, measured_on: date) -> str:
    """What is odd in the day of a measured value: before the years of the plan; else empty."""
    if not plan.is_before(measured_on):
        return ""
    facts = {"day": date_text(measured_on), "years": years_text(plan.period_from or 0, plan.period_to or 0)}
    return (
        _(
            "Ngày số liệu %(day)s trước kỳ kế hoạch (%(years)s): "
            "giữ làm số liệu gốc, không tính là đạt mục tiêu."
        )
        % facts
    )


def task_oddity(item: PlanItem, starts_on: date, due_on: date) -> str:
    """What is odd in the days of a task: outside the years of its item, or else of the plan; else empty."""
    first, last = item.from_year or item.plan.period_from, item.to_year or item.plan.period_to
    if not first or not last or first <= starts_on.year <= due_on.year <= last:
        return ""
    facts = {"years": years_text(first, last)}
    if item.from_year:
        return _("Ngoài thời gian của nội dung (%(years)s)") % facts
    return _("Ngoài thời gian của kế hoạch (%(years)s)") % facts


def _written(number: Fraction) -> str:
    return decimal_text(number).replace(".", ",")


def order_oddity(task: Task) -> str:
    """What is odd where a task begins before the one it waits for is due; else empty."""
    first = task.after
    if first is None or not first.is_open or task.starts_on > first.due_on:
        return ""
    facts = {"starts": date_text(task.starts_on), "first": first.name, "due": date_text(first.due_on)}
    return _("Bắt đầu ngày %(starts)s, khi “%(first)s” phải làm trước còn đến hạn ngày %(due)s") % facts

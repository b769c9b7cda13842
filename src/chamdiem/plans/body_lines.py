"""What the bodies say about one item in a round: a line each, beside the quarter before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.utils.translation import override

from chamdiem.plans.models import ItemReport, Measure, PlanItem, Round

Content = dict[str, Any]
# (item, organisation) → its line.
Known = Mapping[tuple[int, int], ItemReport]


def list_said(
    item: PlanItem,
    measures: Sequence[Measure],
    lines: Sequence[ItemReport],
    known: Known,
    accepted: Known,
) -> list[Content]:
    """What each body says; of one that says nothing now, what it finished with, or the figures before.

    Args:
        item: The item.
        measures: The figures the round asks for.
        lines: What is said of it in this round.
        known: Item and body → its line of the quarter before.
        accepted: Item and body → what it finished with in an earlier round.
    """
    told = [
        _line(line, measures, known.get((item.pk, line.report.organisation_id)))
        for line in lines
        if not rests(line) and (line.is_lead or _says(line))
    ]
    here = {line.report.organisation_id: line for line in lines}
    finished = {body: line for (of, body), line in accepted.items() if of == item.pk}
    silent = {body: line for (of, body), line in known.items() if of == item.pk}
    for body, line in {**silent, **finished}.items():
        now = here.get(body)
        if body in finished and (now is None or rests(now)):
            told.append(_finished(line, now, measures))
        elif now is None and line.figures:
            told.append(_silent(line, measures))
    return told


def list_last_said(measures: Sequence[Measure], last: Sequence[ItemReport]) -> list[Content]:
    """What bodies in charge that have ended said last, with its quarter; it counts on."""
    return [
        {
            **_line(line, measures, None),
            "difficulty": "",
            "proposal": "",
            "last_said": printed_round(line.report.round),
        }
        for line in last
    ]


def rests(line: ItemReport) -> bool:
    """Whether a body in charge leaves it at what it finished with in an earlier round."""
    return line.is_settled and not line.state


def _says(line: ItemReport) -> bool:
    return bool(line.state or line.done or line.difficulty or line.proposal)


def _line(line: ItemReport, measures: Sequence[Measure], before: ItemReport | None) -> Content:
    return {
        "organisation": line.report.organisation.name,
        "is_lead": line.is_lead,
        "state": line.state,
        "percent": line.percent,
        "state_before": before.state if before else "",
        "percent_before": before.percent if before else None,
        "figures": _figures(measures, line.figures, before.figures if before else {}),
        "done": line.done,
        "difficulty": line.difficulty,
        "proposal": line.proposal,
    }


def _silent(before: ItemReport, measures: Sequence[Measure]) -> Content:
    return {
        "organisation": before.report.organisation.name,
        "is_lead": before.is_lead,
        "state": "",
        "percent": None,
        "state_before": before.state,
        "percent_before": before.percent,
        "figures": _figures(measures, {}, before.figures),
        "done": "",
        "difficulty": "",
        "proposal": "",
    }


def _finished(line: ItemReport, now: ItemReport | None, measures: Sequence[Measure]) -> Content:
    """The figures a body finished with, if any, which count on, with their quarter; and what it says now."""
    said = _line(now, measures, None) if now else _silent(line, measures)
    figures = _figures(measures, line.figures, {})
    return {**said, "figures": figures, "since": printed_round(line.report.round)}


def _figures(measures: Sequence[Measure], now: Mapping[str, str], before: Mapping[str, str]) -> list[Content]:
    return [
        {
            "label": measure.label,
            "unit": measure.unit,
            "value": now.get(measure.key),
            "before": before.get(measure.key),
            "operator": measure.operator,
            "threshold": plain_text(measure.threshold),
        }
        for measure in measures
    ]


def plain_text(value: Decimal) -> str:
    """A number as canonical text, without zeros at its end."""
    return f"{value.normalize():f}"


def printed_round(round_: Round) -> str:
    """The name of a round as the report prints it, whoever consolidates it in whichever language."""
    with override(settings.LANGUAGE_CODE):
        return str(round_)

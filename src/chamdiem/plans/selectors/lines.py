"""The lines of a report beside the quarter before, in the words of today or of the day it was closed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from django.utils.translation import gettext as _

from chamdiem.plans.body_lines import Content
from chamdiem.plans.consolidating import previous_round
from chamdiem.plans.earlier import finished_words, list_reopened
from chamdiem.plans.models import ItemReport, Measure, Round, RoundReport
from chamdiem.plans.opening import Opened, as_opened, asked_measures, items_at_opening
from chamdiem.plans.printed_levels import printed_measures
from chamdiem.plans.setbacks import figure_setback, percent_setback, reopened_text
from chamdiem.web.numbers import plain


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure of a line beside the quarter before; ``setback`` says where it fell.

    ``is_missing``: whoever is in charge calls it done and gave none.
    """

    key: str
    label: str
    unit: str
    value: str | None
    before: str | None
    setback: str
    is_missing: bool = False


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line of a report beside what the same organisation said the quarter before.

    ``asked`` are the figures its round asks for, with the levels of the day it was opened;
    ``reopened`` says why what was finished in an earlier round is owed again; ``group`` is the group of
    projects it stands in, if any.
    """

    line: ItemReport
    title: str
    before: ItemReport | None
    figures: Sequence[FigureRow]
    asked: Sequence[Measure] = ()
    reopened: str = ""
    group: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether it still has to be filled in before the report is sent."""
        return self.line.is_lead and not self.line.is_settled and not self.line.state

    @property
    def says_something(self) -> bool:
        """Whether a result, a figure of either quarter, one that is missing or a document stands in it."""
        figures = any(each.value or each.before or each.is_missing for each in self.figures)
        return bool(self.line.done or figures or self.line.documents.all())

    @property
    def setback(self) -> str:
        """What to say where the percentage fell."""
        return percent_setback(self.line.percent, self.before.percent if self.before else None)

    @property
    def beside(self) -> dict[str, list[str]]:
        """Field of the form → what to say beside it: the quarter before, and where it fell."""
        said = {f"figure-{each.key}": [_told_before(each), each.setback] for each in self.figures}
        return {"percent": [self.setback], **said}

    @property
    def setbacks(self) -> list[str]:
        """Everything that fell, each with what it is."""
        fallen = [f"{each.label}: {each.setback}" for each in self.figures if each.setback]
        return [self.setback, *fallen] if self.setback else fallen


def list_lines(report: RoundReport) -> list[LineRow]:
    """The lines of a report, those in charge first, beside the quarter before; twelve queries."""
    previous = previous_round(report.round)
    old = {}
    if previous is not None:
        said = ItemReport.objects.filter(
            report__round=previous, report__organisation=report.organisation
        ).exclude(state="")
        old = {line.item_id: line for line in said}
    lines = (
        report.lines.select_related("item", "changed_by")
        .prefetch_related("item__measures", "documents")
        .order_by("-is_lead", "item__order")
    )
    kept, opened = _kept_items(report.round), _opened_items(report.round)
    again = _said_again(report)
    return [
        replace(
            _line_row(line, old.get(line.item_id), kept.get(line.item.key), opened.get(line.item.key)),
            reopened=again.get(line.item_id, ""),
        )
        for line in lines
    ]


def get_line_row(line: ItemReport) -> LineRow:
    """One line beside the quarter before."""
    previous = previous_round(line.report.round)
    before = ItemReport.objects.filter(
        report__round=previous, report__organisation=line.report.organisation, item=line.item
    ).exclude(state="")
    kept = _kept_items(line.report.round).get(line.item.key)
    opened = _opened_items(line.report.round).get(line.item.key)
    row = _line_row(line, before.first() if previous is not None else None, kept, opened)
    return replace(row, reopened=_said_again(line.report).get(line.item_id, ""))


def _said_again(report: RoundReport) -> dict[int, str]:
    """Item → why this body, which had finished it, owes it again."""
    finished = {
        place: line
        for place, line in finished_words(report.round).items()
        if place[1] == report.organisation_id
    }
    return {
        item: reopened_text(each) for (item, _body), each in list_reopened(report.round, finished).items()
    }


def _kept_items(round_: Round) -> dict[str, Content]:
    """Key → an item as it was printed when the round was closed; nothing of an open one."""
    return {} if round_.closed_at is None else {item["key"]: item for item in round_.content["items"]}


def _opened_items(round_: Round) -> Mapping[str, Opened]:
    """Key → an item as an open round asks for it, where it was adjusted since; nothing of a closed one."""
    return items_at_opening(round_) if round_.closed_at is None else {}


def _line_row(
    line: ItemReport, before: ItemReport | None, kept: Content | None, opened: Opened | None
) -> LineRow:
    item = as_opened(line.item, opened)
    asked = asked_measures(item, opened)
    title = str(item) if kept is None else item.titled(kept["number"], kept["text"])
    # Rounds closed before figures were kept by their keys have none: the plan of today names them.
    measures = (kept or {}).get("measures")
    if measures is None:
        measures = printed_measures(asked)
    figures = [_figure_row(each, line, before) for each in measures]
    group = item.group if kept is None else kept.get("group", "")
    return LineRow(line, title, before, figures, asked, group=group)


def _told_before(figure: FigureRow) -> str:
    if not figure.before:
        return ""
    number = plain(Decimal(figure.before), 6)
    return _("Kỳ trước: %(value)s %(unit)s.") % {"value": number, "unit": figure.unit}


def _figure_row(measure: Content, line: ItemReport, before: ItemReport | None) -> FigureRow:
    key, label, unit = measure["key"], measure["label"], measure["unit"]
    value, old = line.figures.get(key), before.figures.get(key) if before else None
    setback = figure_setback(label=label, unit=unit, operator=measure["operator"], value=value, before=old)
    is_missing = value is None and line.is_lead and line.state == ItemReport.State.DONE
    return FigureRow(key, label, unit, value, old, setback, is_missing)

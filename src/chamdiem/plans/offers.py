"""What a plan has finished, offered to the dossier whose criteria it was to raise."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from django.db.models import Prefetch, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from chamdiem.assessments.models import Assessment
from chamdiem.assessments.offers import Offer
from chamdiem.evidence.models import Document
from chamdiem.plans.models import ItemReport, Measure, RoundReport, Task
from chamdiem.web.numbers import date_text, plain


def offers_for(assessment: Assessment, key: str) -> Iterator[Offer]:
    """Tasks done and reports accepted of items that name the criterion; at most six queries."""
    for task in _tasks(assessment, key):
        origin = _("{plan}: nhiệm vụ “{task}”, hoàn thành ngày {day}").format(
            plan=task.item.plan, task=task.name, day=date_text(task.finished_on)
        )
        url = reverse("plans:show_task", args=[task.pk])
        yield from _offers(origin, url, task.result, list(task.documents.all()), link=task.link)
    for line in _lines(assessment, key):
        origin = _("{plan}: {round}, {item}").format(
            plan=line.item.plan, round=line.report.round, item=line.item
        )
        url = reverse("plans:show_report", args=[line.report_id])
        figures = tuple(_figures(line))
        yield from _offers(origin, url, line.done, list(line.documents.all()), figures=figures)


def _offers(
    origin: str,
    url: str,
    text: str,
    documents: list[Document],
    *,
    link: str = "",
    figures: tuple[tuple[str, str, str], ...] = (),
) -> Iterator[Offer]:
    """One offer for each document; one without where there is only a link, figures or words."""
    for document in documents:
        yield Offer(origin=origin, url=url, text=text, document=document)
    if link or figures or not documents:
        yield Offer(origin=origin, url=url, text=text, link=link, figures=figures)


def _tasks(assessment: Assessment, key: str) -> QuerySet[Task]:
    participant = assessment.participant
    return (
        Task.objects.filter(
            state=Task.State.DONE,
            organisation=participant.organisation_id,
            item__plan__criteria_set=participant.track.edition.key,
            item__criteria__contains=[key],
        )
        .select_related("item__plan")
        .prefetch_related("documents")
        .order_by("-finished_on", "pk")
    )


def _lines(assessment: Assessment, key: str) -> QuerySet[ItemReport]:
    """The lines of accepted reports that say the item is done, or bring figures or documents."""
    participant = assessment.participant
    return (
        ItemReport.objects.filter(
            report__organisation=participant.organisation_id,
            report__status=RoundReport.Status.ACCEPTED,
            item__plan__criteria_set=participant.track.edition.key,
            item__criteria__contains=[key],
            state=ItemReport.State.DONE,
        )
        .select_related("item__plan", "report__round")
        .prefetch_related(Prefetch("item__measures", Measure.objects.order_by("pk")), "documents")
        .order_by("-report__round__due_on", "pk")
    )


def _figures(line: ItemReport) -> Iterator[tuple[str, str, str]]:
    for measure in line.item.measures.all():
        typed = line.figures.get(measure.key)
        if typed:
            yield measure.label, plain(Decimal(typed)), measure.unit

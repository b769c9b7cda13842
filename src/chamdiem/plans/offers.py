"""What a plan has finished, offered to the dossier whose criteria it was to raise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import cast

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from chamdiem.assessments.models import Assessment
from chamdiem.assessments.offers import Offer, OfferedFigure
from chamdiem.campaigns.models import Campaign
from chamdiem.evidence.models import Document
from chamdiem.indicators.models import Edition
from chamdiem.organisations.tree import ids_of
from chamdiem.plans.editions import Alike, find_alike, stranger_text, succession_text
from chamdiem.plans.last_words import LastWords, day_of, last_words
from chamdiem.plans.models import Expectation, ItemReport, Measure, Plan, PlanItem, RoundReport, Task
from chamdiem.plans.selectors.following import list_followed
from chamdiem.web.numbers import date_text

_WORDS = "words"


@dataclass(frozen=True, slots=True)
class _Found:
    """What one piece of work of an item left, and the day it speaks of."""

    item: int
    plan: Plan
    day: date
    offer: Offer


def offers_for(assessment: Assessment, key: str) -> list[Offer]:
    """What items that name the criterion finished within the reference period; at most six queries.

    One more for each other set whose criteria plans name.

    A document counts by its own day where it has one, a report by the last day of its quarter. Of what
    an item left, each document is offered once, and the latest figures and link; words where that is all.
    Nothing is offered that a newer accepted report takes back, whatever period that speaks of.
    """
    participant = assessment.participant
    campaign, edition, own = participant.campaign, participant.track.edition, participant.organisation_id
    tasks, lines = list(_tasks(assessment, key)), list(_lines(assessment, key))
    found = _newest(campaign, _finished(own, tasks, lines))
    found += _of_predecessors(campaign, own, tasks, lines)
    alike = {each: find_alike(each, edition) for each in _other_sets(found, edition)}
    return [_beside(each, alike, key) for each in found]


def _newest(campaign: Campaign, found: Iterable[_Found]) -> list[_Found]:
    """Of what one body finished within the reference period: the newest of each piece, words where alone."""
    newest: dict[tuple[int, str], _Found] = {}
    for each in sorted(found, key=lambda each: each.day, reverse=True):
        if campaign.reference_from <= each.day <= campaign.reference_until:
            newest.setdefault((each.item, _what(each.offer)), each)
    told = {item for item, what in newest if what != _WORDS}
    return [each for (item, what), each in newest.items() if what != _WORDS or item not in told]


def _finished(body: int, tasks: Iterable[Task], lines: Iterable[ItemReport]) -> Iterator[_Found]:
    """What one body finished, of work and reports of several."""
    said = last_words(line for line in lines if line.report.organisation_id == body)
    yield from _of_tasks((task for task in tasks if task.organisation_id == body), said)
    yield from _of_reports(said)


def _of_predecessors(
    campaign: Campaign, own: int, tasks: Sequence[Task], lines: Sequence[ItemReport]
) -> Iterator[_Found]:
    """What bodies finished that have ended and that this one alone follows; no query where none has."""
    names = {task.organisation_id: task.organisation.name for task in tasks}
    names |= {line.report.organisation_id: line.report.organisation.name for line in lines}
    if not names.keys() - {own}:
        return
    items = {task.item_id for task in tasks} | {line.item_id for line in lines}
    followed = list_followed(items, timezone.localdate())
    taken_back = last_words(line for line in lines if line.report.organisation_id == own).taken_back
    for body in sorted(names.keys() - {own}):
        mine = {item for (item, before), heir in followed.items() if (before, heir) == (body, own)}
        done = _finished(
            body,
            [task for task in tasks if task.item_id in mine],
            [line for line in lines if line.item_id in mine],
        )
        # What this body says since of the same item holds of what it took over.
        holding = (each for each in done if each.day > taken_back.get(each.item, date.min))
        for each in _newest(campaign, holding):
            yield replace(each, offer=_told(each, names[body]))


def _told(found: _Found, body: str) -> Offer:
    """What another body finished, in words: its figures and documents are not those of this dossier."""
    offer = found.offer
    parts = [offer.text, *(f"{each.label}: {each.typed} {each.unit}" for each in offer.figures)]
    if offer.document is not None:
        parts.append(str(offer.document))
    return replace(
        offer,
        origin=_("Của đơn vị tiền nhiệm {body}: {origin}").format(body=body, origin=offer.origin),
        url=reverse("plans:show_item", args=[found.item]),
        text="; ".join(each.rstrip(" .;") for each in parts if each),
        document=None,
        figures=(),
        note=_("{body} đã kết thúc: số liệu, tài liệu này không tự tính cho hồ sơ của anh/chị.").format(
            body=body
        ),
    )


def _other_sets(found: Iterable[_Found], edition: Edition) -> set[str]:
    """The sets other than that of the dossier whose criteria plans name."""
    return {each.plan.criteria_set for each in found} - {edition.key}


def _beside(found: _Found, alike: Mapping[str, Alike | None], key: str) -> Offer:
    """An offer as it stands beside a criterion: a plan of another set says what differs, or gives nothing."""
    set_key = found.plan.criteria_set
    if set_key not in alike:
        return found.offer
    compared = (alike[set_key] or {}).get(key)
    if compared is None:
        return replace(found.offer, withheld=stranger_text(found.plan, set_key, key))
    notes = (found.offer.note, succession_text(set_key, compared))
    return replace(found.offer, note=" ".join(each for each in notes if each))


def _what(offer: Offer) -> str:
    """What is offered: a document by its id, figures, a link, or only words."""
    if offer.document is not None:
        return str(offer.document.pk)
    return "figures" if offer.figures else "link" if offer.link else _WORDS


def _of_tasks(tasks: Iterable[Task], words: LastWords) -> Iterator[_Found]:
    for task in tasks:
        day = cast("date", task.finished_on)
        until = words.taken_back.get(task.item_id)
        if until is not None and day <= until:
            continue
        origin = _("{plan}: nhiệm vụ “{task}”, hoàn thành ngày {day}").format(
            plan=task.item.plan, task=task.name, day=date_text(day)
        )
        url = reverse("plans:show_task", args=[task.pk])
        said = Offer(origin=origin, url=url, text=task.result, link=task.link)
        yield from _parts(task.item, day, said, task.documents.all())


def _of_reports(words: LastWords) -> Iterator[_Found]:
    for line in words.standing:
        origin = _("{plan}: {round}, {item}").format(
            plan=line.item.plan, round=line.report.round, item=line.item
        )
        url = reverse("plans:show_report", args=[line.report_id])
        said = Offer(origin=origin, url=url, text=line.done, figures=tuple(_figures(line)))
        yield from _parts(line.item, day_of(line), said, line.documents.all())


def _parts(item: PlanItem, day: date, said: Offer, documents: Iterable[Document]) -> Iterator[_Found]:
    """What is said, and each document by itself."""
    yield _Found(item.pk, item.plan, day, said)
    for document in documents:
        offer = Offer(origin=said.origin, url=said.url, text=said.text, document=document)
        yield _Found(item.pk, item.plan, document.issued_on or day, offer)


def _serves(key: str) -> Q:
    """The item names the criterion, or expects points there, which says the same."""
    expected = Expectation.objects.filter(item=OuterRef("item"), criterion_key=key)
    return Q(item__criteria__contains=[key]) | Q(Exists(expected))


def _of_whom(assessment: Assessment, path: str) -> Q:
    """Of the body of a dossier, or of one that has ended, in a plan of an owner above it."""
    organisation = assessment.participant.organisation
    ended = Q(
        **{f"{path}organisation__valid_to__lt": timezone.localdate()},
        item__plan__owner__in=ids_of(organisation.path),
    )
    return Q(**{f"{path}organisation": organisation}) | ended


def _tasks(assessment: Assessment, key: str) -> QuerySet[Task]:
    return (
        Task.objects.filter(_of_whom(assessment, ""), _serves(key), state=Task.State.DONE)
        .select_related("item__plan", "organisation")
        .prefetch_related("documents")
        .order_by("-finished_on", "pk")
    )


def _lines(assessment: Assessment, key: str) -> QuerySet[ItemReport]:
    """What accepted reports say of the items, the newest of each item and body first."""
    return (
        ItemReport.objects.filter(
            _of_whom(assessment, "report__"), _serves(key), report__status=RoundReport.Status.ACCEPTED
        )
        .exclude(state="")
        .select_related("item__plan", "report__round", "report__organisation")
        .defer("report__round__content")
        .prefetch_related(Prefetch("item__measures", Measure.objects.order_by("pk")), "documents")
        .order_by("item", "-report__round__year", "-report__round__quarter")
    )


def _figures(line: ItemReport) -> Iterator[OfferedFigure]:
    for measure in line.item.measures.all():
        typed = line.figures.get(measure.key)
        if typed:
            yield OfferedFigure(measure.label, Decimal(typed), measure.unit)

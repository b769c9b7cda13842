"""The doors: which plans, items, tasks, rounds and reports a person may see."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q, QuerySet

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import paths_held, roles_of
from chamdiem.errors import NotFound
from chamdiem.evidence.models import Document
from chamdiem.evidence.selectors import list_documents
from chamdiem.organisations.models import Organisation, Succession
from chamdiem.organisations.tree import below, ids_of
from chamdiem.plans.models import ItemReport, Plan, PlanBody, PlanFile, PlanItem, Round, RoundReport, Task
from chamdiem.plans.permissions import OWN, WATCHERS, is_of, may_run, may_watch
from chamdiem.plans.selectors.giving import with_lost

# How many mergers, one after another, a plan is followed through before its next round is open.
_MOST_STEPS = 3


def list_plans(*, actor: User) -> QuerySet[Plan]:
    """The plans a person runs, watches or has a part in; one query besides that of the roles.

    A draft is known only to those who run it. A part has also who took over from a body the plan names,
    by up to three steps, and who has been asked in a round.
    """
    runs = below("owner__path", paths_held(actor, [Role.STANDING_BODY]))
    watches = below("owner__path", paths_held(actor, WATCHERS))
    paths = paths_held(actor, OWN)
    own = PlanBody.objects.filter(below("organisations__path", paths), plan=OuterRef("pk"))
    asked = RoundReport.objects.filter(below("organisation__path", paths), round__plan=OuterRef("pk"))
    seen = ~Q(status=Plan.Status.DRAFT) & (
        watches | Q(Exists(own)) | Q(Exists(asked)) | Q(Exists(_taken_over(paths)))
    )
    return Plan.objects.filter(runs | seen).select_related("owner").defer("document")


def _taken_over(paths: Collection[str]) -> QuerySet[PlanBody]:
    """Bodies of an outer plan that went into bodies in these parts of the tree; of owners above them."""
    above = {id_ for path in paths for id_ in ids_of(path)}
    steps = Succession.objects.filter(below("successor__path", paths))
    gone = Q()
    for _step in range(_MOST_STEPS):
        gone |= Q(organisations__in=steps.values("predecessor"))
        steps = Succession.objects.filter(successor__in=steps.values("predecessor"))
    return PlanBody.objects.filter(gone, plan=OuterRef("pk"), plan__owner__in=above)


def get_plan(*, actor: User, plan_id: int) -> Plan:
    """One plan this person may see, or ``NotFound``."""
    plan = list_plans(actor=actor).filter(pk=plan_id).first()
    if plan is None:
        raise NotFound("plan.not_found")
    return plan


def list_keys(owner_id: int) -> set[str]:
    """The keys the plans of a body have; one query."""
    return set(Plan.objects.filter(owner_id=owner_id).values_list("key", flat=True))


def get_run_plan(*, actor: User, plan_id: int) -> Plan:
    """One plan this person runs, or ``NotFound``: for pages nobody else needs to know of."""
    plan = get_plan(actor=actor, plan_id=plan_id)
    if not may_run(actor, plan):
        raise NotFound("plan.not_found")
    return plan


def get_item(*, actor: User, item_id: int) -> PlanItem:
    """One item of a visible plan, or ``NotFound``; plan and owner come along."""
    item = (
        PlanItem.objects.filter(pk=item_id, plan__in=list_plans(actor=actor))
        .select_related("plan__owner")
        .first()
    )
    if item is None:
        raise NotFound("plan.item_not_found")
    return item


def get_task(*, actor: User, task_id: int) -> Task:
    """One task of a visible plan, or ``NotFound``: of her own bodies, or of a plan she watches."""
    task = (
        with_lost(Task.objects.filter(pk=task_id, item__plan__in=list_plans(actor=actor)))
        .select_related("item__plan__owner", "organisation", "user", "office", "after")
        .first()
    )
    if task is None or not (is_of(actor, task.organisation) or may_watch(actor, task.item.plan)):
        raise NotFound("task.not_found")
    return task


def get_round(*, actor: User, round_id: int) -> Round:
    """One round of a visible plan, or ``NotFound``."""
    found = (
        Round.objects.filter(pk=round_id, plan__in=list_plans(actor=actor))
        .select_related("plan__owner", "closed_by")
        .defer("content")
        .first()
    )
    if found is None:
        raise NotFound("round.not_found")
    return found


def get_watched_round(*, actor: User, round_id: int) -> Round:
    """One round of which this person may see every report, or ``NotFound``."""
    found = get_round(actor=actor, round_id=round_id)
    if not may_watch(actor, found.plan):
        raise NotFound("round.not_found")
    return found


def list_reports(*, actor: User) -> QuerySet[RoundReport]:
    """The reports of her own bodies and of the plans a person watches; one query."""
    own = below("organisation__path", paths_held(actor, OWN))
    watched = below("round__plan__owner__path", paths_held(actor, WATCHERS))
    return (
        RoundReport.objects.filter(own | watched)
        .select_related("round__plan__owner", "organisation", "submitted_by")
        .defer("round__content", "round__plan__document")
    )


def get_report(*, actor: User, report_id: int) -> RoundReport:
    """One visible report with round, plan, owner and organisation, or ``NotFound``."""
    report = list_reports(actor=actor).filter(pk=report_id).first()
    if report is None:
        raise NotFound("report.not_found")
    return report


def get_line(*, actor: User, line_id: int) -> ItemReport:
    """One line of a visible report, or ``NotFound``; its report is at hand with all it belongs to."""
    line = ItemReport.objects.select_related("item").filter(pk=line_id).first()
    if line is None:
        raise NotFound("report.not_found")
    line.report = get_report(actor=actor, report_id=line.report_id)
    return line


def get_file(*, actor: User, file_id: int) -> PlanFile:
    """A file this person handed in, or ``NotFound``."""
    file = (
        PlanFile.objects.select_related("owner", "plan__owner").filter(pk=file_id, uploaded_by=actor).first()
    )
    if file is None:
        raise NotFound("plan.file_not_found")
    return file


def documents_shown(actor: User) -> Q:
    """A condition on documents: in a report that was sent or a task of a plan she watches, or in her task."""
    paths = paths_held(actor, WATCHERS)
    lines = ItemReport.documents.through.objects.filter(
        below("itemreport__report__round__plan__owner__path", paths),
        itemreport__report__submitted_at__isnull=False,
    )
    offices = {held.office_id for held in roles_of(actor) if held.office_id is not None}
    given = Q(task__user=actor) | Q(task__office__in=offices)
    own = below("task__organisation__path", paths_held(actor, OWN)) & given
    tasks = Task.documents.through.objects.filter(below("task__item__plan__owner__path", paths) | own)
    return Q(pk__in=lines.values("document_id")) | Q(pk__in=tasks.values("document_id"))


def list_openable(*, actor: User, documents: Collection[Document]) -> set[int]:
    """Those of some documents whose page this person may open; one query."""
    wanted = [each.pk for each in documents]
    return set(list_documents(actor=actor).filter(pk__in=wanted).values_list("pk", flat=True))


def is_document_used(document: Document) -> bool:
    """Whether a report or a task shows a document; two queries."""
    return any(
        shown.objects.filter(document=document).exists()
        for shown in (ItemReport.documents.through, Task.documents.through)
    )


def list_owners(*, actor: User) -> QuerySet[Organisation]:
    """The bodies this person may prepare a plan for: those she is standing body of, not what lies below."""
    paths = paths_held(actor, [Role.STANDING_BODY])
    return Organisation.objects.filter(path__in=paths).order_by("name_order")

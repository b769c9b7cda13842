"""Documents that are withdrawn: which task or report holds them, and what lets them go."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from chamdiem.accounts.models import User
from chamdiem.evidence.hooks import BEGINNING
from chamdiem.evidence.models import Document, DocumentVersion
from chamdiem.plans.models import ItemReport, Task


def hold_where_shown(document: Document, version: DocumentVersion | None) -> str:
    """The report that was sent with a document, or with one version of it, or the task that shows it."""
    since = version.added_at if version else BEGINNING
    sent = Q(report__submitted_at__gte=since) | Q(report__round__closed_at__gte=since)
    line = (
        ItemReport.objects.filter(sent, documents=document)
        .select_related("report__round__plan")
        .defer("report__round__content", "report__round__plan__document")
        .first()
    )
    if line is not None:
        round_ = line.report.round
        return _("báo cáo {round} đã gửi của kế hoạch “{plan}”").format(round=round_, plan=round_.plan)
    task = Task.objects.filter(documents=document).select_related("item__plan").first()
    if task is not None:
        return _("nhiệm vụ “{task}” của kế hoạch “{plan}”").format(task=task, plan=task.item.plan)
    return ""


def leave_unsent_reports(document: Document, actor: User, now: datetime) -> None:
    """A document is withdrawn: the reports that were never sent show it no more."""
    del actor, now  # the report says who changed its words; taking a document away changes none
    ItemReport.documents.through.objects.filter(document=document).delete()

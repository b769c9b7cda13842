"""Dossiers and explanations that wait for the people of an organisation."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import holds
from chamdiem.assessments.models import Approval, Assessment
from chamdiem.assessments.permissions import Access
from chamdiem.assessments.selectors import list_own_assessments
from chamdiem.assessments.selectors.listing import Progress, list_accesses, next_day, progress_of
from chamdiem.assessments.workflow import day_of_whole, last_day
from chamdiem.campaigns.calendar import is_over
from chamdiem.campaigns.models import Campaign
from chamdiem.home.tasks import Task
from chamdiem.web.language import Words

Stage, State = Campaign.Status, Assessment.Status
_WRITTEN = (Stage.ENTRY, Stage.APPRAISAL)


def list_dossier_tasks(actor: User, now: datetime) -> Iterator[Task]:
    """Dossiers to continue, to approve or to send, and those that were not sent in time."""
    in_force = Approval.objects.filter(assessment=OuterRef("pk"), voided_at__isnull=True)
    rows = (
        list_own_assessments(actor=actor)
        .filter(participant__campaign__status__in=_WRITTEN, status__in=(State.DRAFT, State.RETURNED))
        .annotate(is_approved=Exists(in_force))
        .prefetch_related("participant__extensions")
    )
    accesses = list_accesses(actor=actor, assessments=rows)
    for row in rows:
        if accesses[row.pk].keys is not None:
            yield _part(row, accesses[row.pk], now)
        elif is_over(last_day(row), now):
            yield _late(row)
        else:
            yield _dossier(actor, row, next_day(row, accesses[row.pk], now))


def _late(row: Assessment) -> Task:
    """What was not sent in time can be read; to go on, it needs more time from the campaign."""
    campaign = row.participant.campaign
    facts = {"campaign": campaign.name, "owner": campaign.owner.name}
    ask = _("%(campaign)s · chưa gửi; để kê khai và gửi tiếp, hãy đề nghị %(owner)s gia hạn") % facts
    return Task(
        title=row.participant.name,
        detail=str(ask),
        verb=_("Xem hồ sơ"),
        url=reverse("assessments:show", args=[row.pk]),
        state="late",
        word=_("Quá hạn"),
        due=last_day(row),
        due_of=_("hạn gửi hồ sơ"),
    )


def _part(row: Assessment, access: Access, now: datetime) -> Task:
    """The criteria given to a contributor: hers alone, opened at the first she can still fill in."""
    progress = progress_of(row, access)
    still_open = [each for each in progress.open if not is_over(last_day(row, each), now)]
    verb: Words = _("Xem phần được giao")
    word: Words = _("Phần được giao đã đủ")
    url, state = "", "complete"
    is_late = bool(progress.open) and not still_open
    due = next_day(row, access, now) if still_open else None
    if is_late:
        state, word = "late", _("Quá hạn")
        due = max(last_day(row, each) for each in progress.open)
    if still_open:
        first = still_open[0]
        verb, state, word = (
            _("Kê khai tiêu chí %(label)s") % {"label": first.label},
            "in_progress",
            _("Đang kê khai"),
        )
        url = reverse("assessments:criterion", args=[row.pk, first.key])
        if not first.is_criterion:
            verb, url = _("Điền thông tin chung"), reverse("assessments:information", args=[row.pk])
    if row.status == State.RETURNED and not is_late:
        state, word = "returned", row.get_status_display()
    return Task(
        title=str(_("Phần được giao · %(body)s") % {"body": row.participant.name}),
        detail=_part_detail(row, progress, is_late=is_late),
        verb=verb,
        url=url or reverse("assessments:show", args=[row.pk]),
        state=state,
        word=word,
        due=due,
        due_of=_("hạn nhập số liệu") if is_late else "",
    )


def _part_detail(row: Assessment, progress: Progress, *, is_late: bool) -> str:
    facts = {"done": progress.answered, "all": progress.criteria}
    parts = [row.participant.campaign.name, _("đã trả lời %(done)s/%(all)s tiêu chí được giao") % facts]
    if progress.open:
        parts.append(_("còn thiếu ở: %(rows)s") % {"rows": ", ".join(each.label for each in progress.open)})
    if is_late:
        parts.append(str(_("để kê khai tiếp, hãy báo chuyên viên đầu mối của đơn vị xin gia hạn")))
    if row.status == State.RETURNED:
        parts.append(row.return_reason)
    return " · ".join(str(part) for part in parts)


def _dossier(actor: User, row: Assessment, due: date) -> Task:
    path = row.participant.organisation.path
    leads, writes = holds(actor, [Role.LEADER], path), holds(actor, [Role.DATA_OFFICER], path)
    is_approved = bool(getattr(row, "is_approved", False))
    detail = f"{row.participant.campaign.name} · {_progress(row)}"
    verb, page, state, word = _("Mở hồ sơ"), "assessments:show", "in_progress", str(row.get_status_display())
    if row.status == State.RETURNED:
        verb, state, detail = _("Bổ sung hồ sơ"), "returned", f"{detail} · {row.return_reason}"
    if not row.gap_count and is_approved and (leads or writes):
        verb, page, state = _("Gửi hồ sơ"), "assessments:review", "approved"
        word = str(_("Đã duyệt, chưa gửi"))
    elif not row.gap_count and leads:
        verb, page, state = _("Đọc và duyệt"), "assessments:review", "complete"
        word = str(_("Chờ phê duyệt"))
    return Task(
        title=row.participant.name,
        detail=detail,
        verb=verb,
        url=reverse(page, args=[row.pk]),
        state=state,
        word=word,
        due=due,
        due_of=_("hạn gửi hồ sơ") if due in (day_of_whole(row), last_day(row)) else _("hạn nhập số liệu"),
    )


def _progress(row: Assessment) -> str:
    return str(
        _("đã trả lời %(done)s/%(all)s, còn thiếu %(gaps)s")
        % {"done": row.answered_count, "all": row.criteria_count, "gaps": row.gap_count}
    )


def list_explanation_tasks(actor: User, now: datetime) -> Iterator[Task]:
    """Explanations to write and to send, and those that were not sent in time."""
    rows = list_own_assessments(actor=actor).filter(
        participant__campaign__status=Stage.EXPLANATION, status=State.EXPLANATION
    )
    for row in rows:
        campaign, path = row.participant.campaign, row.participant.organisation.path
        if not holds(actor, [Role.LEADER, Role.DATA_OFFICER], path):
            continue
        is_late = is_over(campaign.explanation_until, now)
        ask = _("chưa gửi giải trình; để trả lời tiếp, hãy đề nghị %(owner)s lùi hạn giải trình")
        detail = ask % {"owner": campaign.owner.name} if is_late else row.participant.track.name
        yield Task(
            title=row.participant.name,
            detail=f"{campaign.name} · {detail}",
            verb=_("Xem giải trình") if is_late else _("Giải trình"),
            url=reverse("appraisals:explanation", args=[row.pk]),
            state="late" if is_late else "disputed",
            word=_("Quá hạn") if is_late else row.get_status_display(),
            due=campaign.explanation_until,
            due_of=_("hạn giải trình"),
        )

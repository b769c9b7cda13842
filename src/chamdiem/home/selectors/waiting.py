"""What waits for a person, from everything the apps below know; a constant number of queries."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import holds, paths_held
from chamdiem.appraisals.models import Justification
from chamdiem.appraisals.selectors.doors import list_judged, list_ruled
from chamdiem.assessments.models import Approval, Assessment
from chamdiem.assessments.permissions import Access
from chamdiem.assessments.selectors import list_own_assessments
from chamdiem.assessments.selectors.listing import Progress, list_accesses, next_day, progress_of
from chamdiem.assessments.workflow import day_of_whole, last_day
from chamdiem.campaigns.calendar import is_over
from chamdiem.campaigns.models import Campaign
from chamdiem.campaigns.permissions import may_run
from chamdiem.campaigns.selectors import list_campaigns
from chamdiem.campaigns.selectors.board import WRITING, count_late
from chamdiem.home.tasks import Task, in_order
from chamdiem.plans.selectors.rounds import list_run_rounds, list_waiting_reports
from chamdiem.web.language import Words

Stage, State = Campaign.Status, Assessment.Status
MOST_SHOWN = 60
_WRITTEN = (Stage.ENTRY, Stage.APPRAISAL)
_APPRAISED = (Stage.APPRAISAL, Stage.EXPLANATION, Stage.RULING)
# Stage of a running campaign → the day that ends it.
_ENDS = {
    Stage.ENTRY: ("entry_until", _("hạn các đơn vị gửi hồ sơ")),
    Stage.APPRAISAL: ("appraisal_until", _("hạn thẩm định")),
    Stage.EXPLANATION: ("explanation_until", _("hạn giải trình")),
    Stage.RULING: ("ruling_until", _("hạn hội đồng xem xét")),
    Stage.CLOSING: ("publication_on", _("ngày công bố dự kiến")),
    Stage.CLOSED: ("publication_on", _("ngày công bố dự kiến")),
}
_BEGINS = ("entry_from", _("ngày bắt đầu tự đánh giá"))


def list_tasks(*, actor: User, now: datetime) -> list[Task]:
    """Everything that waits for this person, the nearest deadline first; at most eleven queries."""
    return in_order(
        [
            *_dossiers(actor, now),
            *_explanations(actor, now),
            *_appraisals(actor),
            *_rulings(actor),
            *_campaigns(actor, now),
            *_plan_reports(actor, now),
            *_plan_rounds(actor),
        ]
    )


def _dossiers(actor: User, now: datetime) -> Iterator[Task]:
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


def _explanations(actor: User, now: datetime) -> Iterator[Task]:
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


def _appraisals(actor: User) -> Iterator[Task]:
    """One line for each track and kind of round in which dossiers wait for an appraiser.

    What organisations have explained is looked at again until the council begins; the day
    of the first round was over before it came.
    """
    if not _has(actor, Role.APPRAISER):
        return
    track, campaign = "participant__track", "participant__campaign"
    rows = (
        list_judged(actor=actor)
        .filter(status__in=(State.SUBMITTED, State.APPRAISAL), participant__campaign__status__in=_APPRAISED)
        .order_by()
        .annotate(again=Exists(Justification.objects.filter(assessment=OuterRef("pk"))))
        .values(
            "again",
            track,
            f"{track}__name",
            f"{campaign}__name",
            f"{campaign}__appraisal_until",
            f"{campaign}__ruling_until",
        )
        .annotate(count=Count("pk"), begun=Count("pk", filter=Q(status=State.APPRAISAL)))
    )
    for row in rows:
        waiting = ngettext("%(n)s hồ sơ chờ thẩm định", "%(n)s hồ sơ chờ thẩm định", row["count"])
        begun = _("%(n)s hồ sơ đang thẩm định dở") % {"n": row["begun"]}
        until, due_of = f"{campaign}__appraisal_until", _("hạn thẩm định")
        if row["again"]:
            waiting = ngettext("%(n)s giải trình chờ xem lại", "%(n)s giải trình chờ xem lại", row["count"])
            begun, until = str(_("vòng sau giải trình")), f"{campaign}__ruling_until"
            due_of = _("hạn hội đồng xem xét")
        yield Task(
            title=f"{row[f'{track}__name']}: {waiting % {'n': row['count']}}",
            detail=f"{row[f'{campaign}__name']} · {begun}",
            verb=_("Thẩm định"),
            url=f"{reverse('appraisals:queue')}?track={row[track]}&state=open",
            state="submitted",
            word=_("Chờ thẩm định"),
            due=row[until],
            due_of=due_of,
        )


def _rulings(actor: User) -> Iterator[Task]:
    """One line for each campaign at the stage of the council."""
    if not _has(actor, Role.COUNCIL):
        return
    campaign = "participant__campaign"
    rows = (
        list_ruled(actor=actor)
        .filter(participant__campaign__status=Stage.RULING)
        .order_by()
        .values(campaign, f"{campaign}__name", f"{campaign}__ruling_until")
        .annotate(count=Count("pk", distinct=True))
    )
    for row in rows:
        yield Task(
            title=row[f"{campaign}__name"],
            detail=str(_("%(n)s hồ sơ ở giai đoạn hội đồng xem xét") % {"n": row["count"]}),
            verb=_("Xem xét"),
            url=reverse("appraisals:board"),
            state="disputed",
            word=_("Hội đồng xem xét"),
            due=row[f"{campaign}__ruling_until"],
            due_of=_("hạn hội đồng xem xét"),
        )


def _campaigns(actor: User, now: datetime) -> Iterator[Task]:
    """Campaigns this person runs and that are not over."""
    if not _has(actor, Role.STANDING_BODY):
        return
    rows = (
        list_campaigns(actor=actor)
        .exclude(status=Stage.PUBLISHED)
        .annotate(
            joined=Count("participants", distinct=True),
            handed=Count(
                "participants", filter=~Q(participants__assessment__status__in=WRITING), distinct=True
            ),
        )
    )
    written = [each for each in rows if each.status in _WRITTEN]
    late = count_late(written, now) if written else {}
    for campaign in rows:
        if may_run(actor, campaign):
            joined, handed = getattr(campaign, "joined", 0), getattr(campaign, "handed", 0)
            yield _campaign(campaign, joined, handed, late.get(campaign.pk, 0))


def _campaign(campaign: Campaign, joined: int, handed: int, late: int) -> Task:
    is_draft = campaign.status in (Stage.DRAFT, Stage.OPENING)
    page = "campaigns:show_campaign" if is_draft else "campaigns:show_board"
    verb = _("Chuẩn bị tiếp") if is_draft else _("Xem tiến độ")
    detail = _("%(handed)s/%(all)s đơn vị đã gửi hồ sơ") % {"handed": handed, "all": joined}
    if late:
        detail += ngettext(", %(n)s đơn vị quá hạn", ", %(n)s đơn vị quá hạn", late) % {"n": late}
    if campaign.status == Stage.CLOSING:
        page, verb = "results:show_closing", _("Xem tiến độ chốt")
    elif campaign.status == Stage.CLOSED:
        page, verb = "results:league", _("Xem và công bố")
    day, due_of = _ENDS.get(Stage(campaign.status), _BEGINS)
    return Task(
        title=campaign.name,
        detail=str(_("chưa mở") if is_draft else detail),
        verb=verb,
        url=reverse(page, args=[campaign.pk]),
        state="draft" if is_draft else "open",
        word=campaign.get_status_display(),
        due=getattr(campaign, day),
        due_of=due_of,
        weight=-1,
    )


def _plan_reports(actor: User, now: datetime) -> Iterator[Task]:
    """Quarterly reports of the own bodies: to fill in, to approve, to complete."""
    for report in list_waiting_reports(actor=actor):
        path = report.organisation.path
        is_full, leads = not getattr(report, "blank", 0), holds(actor, [Role.LEADER], path)
        if not report.is_required or not (leads or holds(actor, [Role.DATA_OFFICER, Role.CONTRIBUTOR], path)):
            continue
        verb, state = _("Điền báo cáo quý"), "in_progress"
        if is_full and leads:
            verb, state = _("Duyệt báo cáo quý"), "complete"
        word: str = str(report.get_status_display())
        if report.status == "returned":
            state = "returned"
        elif is_over(report.round.due_on, now):
            state, word = "late", str(_("Quá hạn"))
        yield Task(
            title=f"{report.round} · {report.organisation.name}",
            detail=report.return_reason or report.round.plan.title,
            verb=verb,
            url=reverse("plans:show_report", args=[report.pk]),
            state=state,
            word=word,
            due=report.round.due_on,
            due_of=_("hạn gửi báo cáo quý"),
        )


def _plan_rounds(actor: User) -> Iterator[Task]:
    """Open rounds of the plans this person runs, with how many reports wait to be judged."""
    if not _has(actor, Role.STANDING_BODY):
        return
    for round_ in list_run_rounds(actor=actor):
        facts = {"waiting": getattr(round_, "waiting", 0), "owed": getattr(round_, "owed", 0)}
        yield Task(
            title=f"{round_} · {round_.plan.title}",
            detail=str(_("%(waiting)s báo cáo chờ xem, %(owed)s đơn vị chưa gửi") % facts),
            verb=_("Xem báo cáo quý"),
            url=reverse("plans:show_round", args=[round_.pk]),
            state="open",
            word=_("Đang mở"),
            due=round_.due_on,
            due_of=_("hạn gửi báo cáo quý"),
        )


def _has(actor: User, role: str) -> bool:
    """Whether the person holds the role anywhere: spares a query to everybody else."""
    return bool(paths_held(actor, [role]))

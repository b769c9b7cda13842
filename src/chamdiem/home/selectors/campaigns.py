"""What waits for the people of an authority: appraisals, rulings, campaigns to move on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from chamdiem.accounts.models import Role, User
from chamdiem.accounts.permissions import holds_anywhere
from chamdiem.appraisals.models import Justification
from chamdiem.appraisals.selectors.doors import list_judged, list_ruled
from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import Campaign
from chamdiem.campaigns.permissions import may_run
from chamdiem.campaigns.selectors import list_campaigns
from chamdiem.campaigns.selectors.board import WRITING, count_late
from chamdiem.campaigns.selectors.duties import count_without_appraiser
from chamdiem.home.tasks import Task

Stage, State = Campaign.Status, Assessment.Status
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


def list_appraisal_tasks(actor: User) -> Iterator[Task]:
    """One line for each track and kind of round in which dossiers wait for an appraiser.

    What organisations have explained is looked at again until the council begins; the day
    of the first round was over before it came.
    """
    if not holds_anywhere(actor, [Role.APPRAISER]):
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
        yield _appraisal(row)


def _appraisal(row: Mapping[str, Any]) -> Task:
    track, campaign = "participant__track", "participant__campaign"
    if row["again"]:
        waiting = ngettext("%(n)s giải trình chờ xem lại", "%(n)s giải trình chờ xem lại", row["count"])
        begun = str(_("vòng sau giải trình"))
        until, due_of = f"{campaign}__ruling_until", _("hạn hội đồng xem xét")
    else:
        waiting = ngettext("%(n)s hồ sơ chờ thẩm định", "%(n)s hồ sơ chờ thẩm định", row["count"])
        begun = _("%(n)s hồ sơ đang thẩm định dở") % {"n": row["begun"]}
        until, due_of = f"{campaign}__appraisal_until", _("hạn thẩm định")
    return Task(
        title=f"{row[f'{track}__name']}: {waiting % {'n': row['count']}}",
        detail=f"{row[f'{campaign}__name']} · {begun}",
        verb=_("Thẩm định"),
        url=f"{reverse('appraisals:queue')}?track={row[track]}&state=open",
        state="submitted",
        word=_("Chờ thẩm định"),
        due=row[until],
        due_of=due_of,
    )


def list_ruling_tasks(actor: User) -> Iterator[Task]:
    """One line for each campaign at the stage of the council."""
    if not holds_anywhere(actor, [Role.COUNCIL]):
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


def list_campaign_tasks(actor: User, now: datetime) -> Iterator[Task]:
    """Campaigns this person runs and that are not over."""
    if not holds_anywhere(actor, [Role.STANDING_BODY]):
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
    appraised = [each for each in rows if each.status in (Stage.ENTRY, *_APPRAISED)]
    orphaned = count_without_appraiser(appraised) if appraised else {}
    for campaign in rows:
        if may_run(actor, campaign):
            if count := orphaned.get(campaign.pk):
                yield _orphaned(campaign, count)
            joined, handed = getattr(campaign, "joined", 0), getattr(campaign, "handed", 0)
            yield _campaign(campaign, joined, handed, late.get(campaign.pk, 0))


def _orphaned(campaign: Campaign, count: int) -> Task:
    told = ngettext(
        "%(n)s việc thẩm định đang giao cho người không còn vai trò",
        "%(n)s việc thẩm định đang giao cho người không còn vai trò",
        count,
    )
    day, due_of = _ENDS[Stage(campaign.status)]
    return Task(
        title=campaign.name,
        detail=told % {"n": count},
        verb=_("Giao lại"),
        url=reverse("campaigns:list_duties", args=[campaign.pk]),
        state="missing",
        word=_("Cần giao lại"),
        due=getattr(campaign, day),
        due_of=due_of,
        weight=-2,
    )


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

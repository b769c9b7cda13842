"""Lists of results as files: the campaigns that have some, and what a review found."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chamdiem.campaigns.models import Campaign
from chamdiem.results.reviews import Shown
from chamdiem.web.exporting import Cell, Sheet, note_at


def campaigns_sheet(campaigns: Iterable[Campaign], now: datetime) -> Sheet:
    """Campaigns with results, with who runs them and how far they are."""
    headings = (_("Kỳ đánh giá"), _("Cơ quan tổ chức"), _("Năm"), _("Giai đoạn"))
    rows = ((each.name, each.owner.name, each.year, str(each.get_status_display())) for each in campaigns)
    return Sheet(_("Kết quả các kỳ đánh giá"), headings, rows, note_at(now))


def concerns_sheet(campaign: Campaign, concerns: Iterable[Shown], now: datetime) -> Sheet:
    """What is to be looked at before closing, in the order of the page."""
    headings = (
        _("Mã"),
        _("Đơn vị"),
        _("Tiêu chí, số liệu"),
        _("Cần xem"),
        _("Đang khai"),
        _("So với"),
    )
    title = _("Rà soát trước khi chốt {name}").format(name=campaign.name)
    return Sheet(title, headings, map(_concern_row, concerns), note_at(now))


def _concern_row(shown: Shown) -> tuple[Cell, ...]:
    concern, participant = shown.concern, shown.participant
    if not concern.row_key:
        whole = ngettext("Cả hồ sơ: %(total)s tiêu chí", "Cả hồ sơ: %(total)s tiêu chí", shown.criteria)
        where, value = whole % {"total": shown.criteria}, ""
    else:
        where, value = f"{shown.label} {shown.row.correct_name}", concern.value
    return participant.code, participant.name, where, shown.sentence, value, concern.expected

"""The lists of a campaign as files: who appraises what, more time given, offices open, work shared out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from chamdiem.campaigns.models import AppraiserDuty, Assignment, Campaign, OfficeMatch, Participant, Track
from chamdiem.campaigns.selectors.assigning import AssignedRow
from chamdiem.campaigns.selectors.duties import name_row
from chamdiem.campaigns.showing import Given
from chamdiem.organisations.models import Organisation
from chamdiem.web.exporting import Cell, Sheet, note_at


def duties_sheet(campaign: Campaign, duties: Iterable[AppraiserDuty], now: datetime) -> Sheet:
    """Every duty of the appraisers."""
    headings = (_("Chuyên viên"), _("Khối"), _("Nhóm hoặc tiêu chí"), _("Mã"), _("Đơn vị"), _("Ghi chú"))
    rows = (
        (
            each.user.name,
            each.track.name,
            name_row(each),
            each.participant.code if each.participant else "",
            each.participant.name if each.participant else _("mọi đơn vị"),
            "" if getattr(each, "is_held", True) else _("không còn vai trò thẩm định"),
        )
        for each in duties
    )
    return Sheet(_("Giao việc thẩm định {name}").format(name=campaign.name), headings, rows, note_at(now))


def extensions_sheet(campaign: Campaign, given: Iterable[Given], now: datetime) -> Sheet:
    """Everybody who was given more time, and why."""
    headings = (
        _("Mã"),
        _("Đơn vị"),
        _("Tiêu chí"),
        _("Đến hết ngày"),
        _("Lý do"),
        _("Người gia hạn"),
        _("Lúc"),
    )
    rows = (
        (
            each.extension.participant.code,
            each.extension.participant.name,
            each.criterion or _("Cả hồ sơ"),
            each.extension.until,
            each.extension.reason,
            str(each.extension.given_by),
            each.extension.given_at,
        )
        for each in given
    )
    return Sheet(_("Gia hạn riêng {name}").format(name=campaign.name), headings, rows, note_at(now))


def candidates_sheet(track: Track, found: Iterable[Organisation], now: datetime) -> Sheet:
    """Who can take part in a track of a draft, and who is chosen."""
    chosen, unranked, yes = set(track.chosen), set(track.unranked), _("có")
    headings = (
        _("Mã"),
        _("Đơn vị"),
        _("Cơ quan cấp trên"),
        _("Loại cơ quan"),
        _("Nhóm xếp hạng"),
        _("Tham gia"),
        _("Xếp hạng"),
    )
    rows = (
        (
            each.code,
            each.name,
            each.parent.name if each.parent else "",
            each.kind.name,
            each.peer_group,
            yes if each.pk in chosen else "",
            yes if each.pk in chosen and each.pk not in unranked else "",
        )
        for each in found
    )
    return Sheet(_("Đơn vị tham gia {name}").format(name=track.name), headings, rows, note_at(now))


def open_offices_sheet(campaign: Campaign, matches: Iterable[OfficeMatch], now: datetime) -> Sheet:
    """Every printed office that is not known yet, body by body."""
    headings = (_("Khối"), _("Tên trong quyết định"), _("Mã"), _("Đơn vị"))
    rows = ((each.track.name, each.printed, each.participant.code, each.participant.name) for each in matches)
    return Sheet(
        _("Phòng, ban chưa xác định {name}").format(name=campaign.name), headings, rows, note_at(now)
    )


def assignments_sheet(participant: Participant, lines: Iterable[AssignedRow], now: datetime) -> Sheet:
    """Who does what in one dossier; groups are left out unless something is given to them."""
    headings = (_("Mục"), _("Tiêu chí"), _("Chủ trì"), _("Phối hợp"))
    title = _("Phân công {name}").format(name=participant.name)
    return Sheet(title, headings, _assigned(lines), note_at(now))


def _assigned(lines: Iterable[AssignedRow]) -> Iterator[tuple[Cell, ...]]:
    for line in lines:
        if line.is_asked or line.leads or line.helpers:
            yield line.row.label, line.row.correct_name, _named(line.leads), _named(line.helpers)


def _named(given: Sequence[Assignment]) -> str:
    return "; ".join(
        f"{each.office.name} ({each.user.name})" if each.user else each.office.name for each in given
    )

"""What a dossier holds and what it lacks, in words and as files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from chamdiem.assessments.gaps import Gap, GapKind
from chamdiem.assessments.hooks import why_refused
from chamdiem.assessments.selectors.dossier import Dossier
from chamdiem.assessments.selectors.handing import FigureLine, Line
from chamdiem.web.exporting import Cell, Sheet, note_at
from chamdiem.web.numbers import NOTHING


def gap_words(gap: Gap) -> str:
    """What is missing, and what to do about it."""
    match gap.kind:
        case GapKind.FIGURE if not gap.row.is_criterion:
            return _("Chưa nhập")
        case GapKind.FIGURE:
            return _("Chưa nhập: %(label)s") % {"label": gap.detail}
        case GapKind.SHARED:
            return _("Chờ số liệu dùng chung: %(label)s") % {"label": gap.detail}
        case GapKind.CHECK:
            return _("Số liệu mâu thuẫn: %(words)s") % {"words": gap.detail}
        case GapKind.REVIEW:
            return _("Số liệu năm trước chưa rà soát: %(label)s") % {"label": gap.detail}
        case GapKind.EVIDENCE:
            return _evidence_words(gap)
        case GapKind.CONDITION if gap.there:
            asked = _(
                "Mới có %(there)s/%(needed)s tài liệu đáp ứng yêu cầu (%(asked)s): ghi đủ loại và ngày, "
                "thay tài liệu, hoặc giải thích lý do"
            )
            return asked % {"there": gap.there, "needed": gap.needed, "asked": gap.detail}
        case GapKind.CONDITION:
            asked = _(
                "Chưa có tài liệu nào đáp ứng yêu cầu (%(asked)s): ghi đủ loại và ngày, "
                "thay tài liệu, hoặc giải thích lý do"
            )
            return asked % {"asked": gap.detail}
        case _ if gap.there:
            return _("Đang kiểm tra chữ ký số của tài liệu")
        case _:
            return _("Tài liệu chưa có chữ ký số hợp lệ: thay bằng bản đã ký, hoặc giải thích lý do")


def gaps_sheet(dossier: Dossier, now: datetime) -> Sheet:
    """Everything a person sees missing in a dossier."""
    participant = dossier.assessment.participant
    headings = (_("Mục"), _("Nội dung"), _("Còn thiếu"))
    rows = (
        (dossier.asked.labels.get(gap.row.key, gap.row.label), gap.row.correct_name, gap_words(gap))
        for gap in dossier.gaps
    )
    title = _("Còn thiếu {name}").format(name=participant.name)
    return Sheet(title, headings, rows, f"{participant.campaign.name} · {note_at(now)}")


def review_sheet(dossier: Dossier, lines: Iterable[Line], now: datetime) -> Sheet:
    """The whole dossier as its page prints it: figures, points, documents."""
    participant = dossier.assessment.participant
    headings = (
        _("Mục"),
        _("Nội dung"),
        _("Số liệu"),
        dossier.policies.self_label,
        _("Tối đa"),
        _("Diễn giải"),
        _("Tài liệu"),
        _("Ghi chú"),
    )
    rows = [_review_row(dossier, line) for line in lines]
    points, maximum = dossier.total
    said = _("Điểm phần được giao") if dossier.is_part else _("Tổng điểm")
    rows.append(("", said, "", points, maximum, "", "", ""))
    title = _("Bảng tự đánh giá {name}").format(name=participant.name)
    return Sheet(title, headings, rows, f"{participant.campaign.name} · {note_at(now)}")


def _review_row(dossier: Dossier, line: Line) -> tuple[Cell, ...]:
    node, points = line.node, line.node.points
    signed = -points if points is not None and node.is_taken_off else points
    return (
        dossier.asked.indicator_set.tree.labels[node.row.key],
        node.name,
        "; ".join(_figure_words(each) for each in line.figures),
        node.met or signed,
        node.maximum,
        node.shares or _reason_words(line),
        "; ".join(_document_words(each) for each in line.documents),
        line.entry.note if line.entry else "",
    )


def _figure_words(figure: FigureLine) -> str:
    return f"{figure.label}: {figure.shown or NOTHING} {figure.unit if figure.shown else ''}".strip()


def _reason_words(line: Line) -> str:
    """Why these points, or why none: as the page says it."""
    entry, said = line.entry, []
    if line.node.points is not None or line.node.met or (entry and entry.is_not_applicable):
        said.append(line.reason or line.node.note)
    if line.elsewhere:
        said.append(_("Đơn vị không kê khai; do {who} đánh giá.").format(who=line.elsewhere))
    if entry and entry.not_applicable_reason:
        said.append(entry.not_applicable_reason)
    if entry and entry.no_evidence_reason:
        said.append(_("Giải thích: {reason}").format(reason=entry.no_evidence_reason))
    return " ".join(each for each in said if each)


def _document_words(document: Mapping[str, Any]) -> str:
    return " · ".join(str(each) for each in (document["number"], document["summary"]) if each)


def _evidence_words(gap: Gap) -> str:
    facts = {"there": gap.there, "needed": gap.needed}
    words = _("Có %(there)s / %(needed)s tài liệu kiểm chứng: thêm tài liệu hoặc giải thích lý do") % facts
    return " · ".join([words, *_not_counted(gap)])


def _not_counted(gap: Gap) -> Iterator[str]:
    """The documents that are there and do not count, and why."""
    if gap.infected:
        infected = ngettext(
            "%(total)s tài liệu có mã độc nên không được tính",
            "%(total)s tài liệu có mã độc nên không được tính",
            gap.infected,
        )
        yield infected % {"total": gap.infected}
    if not gap.refused:
        return
    count, reasons = len(gap.refused), dict.fromkeys(map(why_refused, gap.refused))
    refused = ngettext(
        "%(total)s tài liệu không được chấp nhận (%(reasons)s)",
        "%(total)s tài liệu không được chấp nhận (%(reasons)s)",
        count,
    )
    yield refused % {"total": count, "reasons": ", ".join(reasons)}

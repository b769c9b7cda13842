"""The lists of appraisers, of the council and of those who explain, as sheets to export."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, TypeVar

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from chamdiem.appraisals.comparing import ComparedByGroup
from chamdiem.appraisals.hurdles import hurdle_label
from chamdiem.appraisals.peers import with_others
from chamdiem.appraisals.selectors.accepting import Candidate
from chamdiem.appraisals.selectors.board import BoardLine
from chamdiem.appraisals.selectors.overview import Overview
from chamdiem.appraisals.selectors.queue import CriterionQueue, Waiting
from chamdiem.appraisals.selectors.table import TableLine
from chamdiem.appraisals.templatetags.appraisal import decision_state
from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import Track
from chamdiem.core.award import Status
from chamdiem.core.criterion import Criterion, Outcome
from chamdiem.indicators.selectors import compiled
from chamdiem.office.score_lines import standing_text
from chamdiem.web.exporting import Cell, Sheet, note_at
from chamdiem.web.language import Words, page_language

_BATCH = 200
_ORGANISATION = (
    gettext_lazy("Mã"),
    gettext_lazy("Đơn vị"),
    pgettext_lazy("một kỳ", "Kỳ đánh giá"),
    gettext_lazy("Khối"),
    gettext_lazy("Trạng thái"),
)
Line = TypeVar("Line")


def in_batches(
    dossiers: QuerySet[Assessment], describe: Callable[[Sequence[Assessment]], Iterable[Line]]
) -> Iterator[Line]:
    """Every dossier of a list described, batch by batch: a constant number of queries each.

    A dossier comes with all that its line is made of, far more than the line: in batches a list of
    thousands needs the memory of some hundred, and its file begins at once. Which dossiers there are is
    asked once, so that none is lost or told twice where others come and go meanwhile.
    """
    ids = list(dossiers.values_list("pk", flat=True))
    for start in range(0, len(ids), _BATCH):
        batch = ids[start : start + _BATCH]
        found = {each.pk: each for each in dossiers.filter(pk__in=batch)}
        yield from describe([found[pk] for pk in batch if pk in found])


def queue_sheet(lines: Iterable[Waiting], now: datetime) -> Sheet:
    """The queue by organisation."""
    headings = (
        *_ORGANISATION,
        _("Vòng"),
        _("Đã kết luận"),
        _("Số tiêu chí"),
        _("Đơn vị đã sửa"),
        _("Cần bổ sung"),
        _("Gửi lúc"),
    )
    rows = (
        (
            *_organisation(each.assessment),
            each.round,
            each.decided,
            each.total,
            each.stale,
            each.more_wanted,
            each.assessment.submitted_at,
        )
        for each in lines
    )
    return Sheet(_("Hồ sơ cần thẩm định"), headings, rows, note_at(now))


def criteria_sheet(track: Track, lines: Iterable[CriterionQueue], now: datetime) -> Sheet:
    """The queue by criterion."""
    headings = (
        _("Số"),
        _("Tiêu chí"),
        _("Điểm tối đa"),
        _("Hồ sơ đang mở"),
        _("Đã kết luận"),
        _("Còn chờ"),
    )
    labels = compiled(track.edition).indicator_set.tree.labels
    rows = (
        (
            labels[each.row.key],
            each.row.correct_name,
            each.row.max_points,
            each.total,
            each.decided,
            each.waiting,
        )
        for each in lines
    )
    return Sheet(_("Tiêu chí cần thẩm định"), headings, rows, f"{track.campaign} · {track} · {note_at(now)}")


def table_sheet(track: Track, criterion: Criterion, lines: Iterable[TableLine], now: datetime) -> Sheet:
    """One criterion across all organisations; a corrected figure stands beside what was claimed."""
    known = list(lines)
    figures = [each.label for each in known[0].figures] if known else []
    headings: tuple[Words, ...] = (
        *_ORGANISATION,
        *(said for label in figures for said in (label, _("{label} (thẩm định)").format(label=label))),
        _("Tự đánh giá"),
        _("Thẩm định"),
        _("Tài liệu"),
        _("Bị từ chối"),
        _("Kết luận"),
    )
    rows = (
        (
            *_organisation(each.assessment),
            *(value for figure in each.figures for value in (figure.claimed, figure.appraised)),
            _points(each.columns.claimed),
            _points(each.columns.appraised),
            each.evidence,
            each.refused,
            str(decision_state(each.state).word),
        )
        for each in known
    )
    note = f"{criterion.label} {criterion.row.correct_name} · {track.campaign} · {track} · {note_at(now)}"
    return Sheet(_("Tiêu chí {label}").format(label=criterion.label), headings, rows, note)


def acceptance_sheet(subject: str, candidates: Iterable[Candidate], now: datetime) -> Sheet:
    """What accepting together would do: the claims that could be accepted, and what keeps the others."""
    headings = (
        *_ORGANISATION,
        _("Số"),
        _("Tiêu chí"),
        _("Tự đánh giá"),
        _("Điểm tối đa"),
        _("Vì sao cần xem riêng"),
    )
    rows = (
        (
            *_organisation(each.assessment),
            each.criterion.label,
            each.criterion.row.correct_name,
            _points(each.claimed),
            each.criterion.row.max_points,
            hurdle_label(each.hurdle, page_language()) if each.hurdle else "",
        )
        for each in candidates
    )
    return Sheet(_("Chấp nhận hàng loạt"), headings, rows, f"{subject} · {note_at(now)}")


def dossier_sheet(overview: Overview, now: datetime) -> Sheet:
    """One dossier, criterion by criterion."""
    headings = (
        _("Mục"),
        _("Tiêu chí"),
        _("Điểm tối đa"),
        _("Tự đánh giá"),
        _("Thẩm định"),
        _("Kết luận"),
        _("Lý do"),
    )
    rows = (
        (
            line.row.label,
            line.row.correct_name,
            line.row.max_points,
            _points(line.columns.claimed),
            _points(line.columns.appraised),
            str(decision_state(line.state).word),
            line.decision.reason if line.decision else "",
        )
        for line in overview.lines
        if line.columns
    )
    participant = overview.assessment.participant
    title, note = _("Thẩm định {name}").format(name=participant.name), participant.campaign.name
    return Sheet(title, headings, rows, f"{note} · {note_at(now)}")


def board_sheet(lines: Iterable[BoardLine], now: datetime) -> Sheet:
    """What the council rules on, one row for each criterion."""
    headings = (
        *_ORGANISATION,
        _("Số"),
        _("Tiêu chí"),
        _("Tự đánh giá"),
        _("Thẩm định"),
        _("Đã kết luận"),
    )
    return Sheet(_("Việc của hội đồng"), headings, _board_rows(lines), note_at(now))


def explanations_sheet(dossiers: Iterable[Assessment], now: datetime) -> Sheet:
    """The dossiers that are, or were, to be explained."""
    headings = (*_ORGANISATION, _("Hạn giải trình"))
    rows = ((*_organisation(each), each.participant.campaign.explanation_until) for each in dossiers)
    return Sheet(_("Hồ sơ giải trình"), headings, rows, note_at(now))


def _board_rows(lines: Iterable[BoardLine]) -> Iterator[tuple[Cell, ...]]:
    known: dict[int, ComparedByGroup] = {}
    for line in lines:
        disputed: list[tuple[Any, Cell, Cell]] = [
            (each, _points(each.claimed), _points(each.appraised))
            for each in with_others(line.assessment, line.disputed, known)
        ]
        for each, claimed, appraised in [*disputed, *((each, None, None) for each in line.awarded)]:
            is_ruled = str(_("có")) if each.row.key in line.ruled_keys else ""
            yield (
                *_organisation(line.assessment),
                each.label,
                each.row.correct_name,
                claimed,
                appraised,
                is_ruled,
            )


def _organisation(assessment: Assessment) -> tuple[Cell, ...]:
    participant = assessment.participant
    return (
        participant.code,
        participant.name,
        participant.campaign.name,
        participant.track.name,
        str(assessment.get_status_display()),
    )


def _points(outcome: Outcome) -> Cell:
    """Points as scored, or whether a condition without points is met; nothing where that is open."""
    if outcome.status is not Status.SCORED:
        return None
    points = -outcome.points if outcome.is_deduction else outcome.points
    return points if outcome.has_points else standing_text(outcome, page_language())

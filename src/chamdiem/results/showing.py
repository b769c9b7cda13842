"""Results → what tables, charts and exports show; no query, no request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from django.utils.translation import gettext as _

from chamdiem.campaigns.models import Campaign, Track
from chamdiem.campaigns.policies import Policies
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.points import decimal, exact
from chamdiem.core.scoring import points_shown, signs_below
from chamdiem.core.sentences import Language, rule_sentence
from chamdiem.indicators.models import Edition
from chamdiem.indicators.selectors import compiled
from chamdiem.indicators.sheet import shared_words
from chamdiem.office.score_lines import has_sum, list_printed_rows
from chamdiem.results.comparing import GroupShare
from chamdiem.results.models import Closing, Release, Result, Review
from chamdiem.results.readiness import KINDS
from chamdiem.results.reviews import named
from chamdiem.results.score_sheets import COLUMNS, NEVER_HANDED_IN, SheetLine, is_without_points
from chamdiem.results.totals import ADDED_WORDS, Added, list_roles, total_line
from chamdiem.web.exporting import Cell, Sheet
from chamdiem.web.numbers import POINT_DIGITS, moment_text

_HUNDRED = 100
_FEWEST_AXES = 3


@dataclass(frozen=True, slots=True)
class LeagueLine:
    """One line of a league table."""

    result: Result
    # Places won (positive) or lost among the bodies ranked both times; None where nothing compares.
    movement: int | None
    groups: Sequence[Fraction | None]
    # Bonuses, and deductions with their sign, where the set has them; they make up the total with the groups.
    added: Sequence[Fraction | None] = ()


def league_lines(
    results: Iterable[Result],
    movements: Mapping[int, int],
    groups: Sequence[Row],
    added: Mapping[int, Added] = MappingProxyType({}),
) -> list[LeagueLine]:
    """Every result with its movement and the points of the main groups."""
    return [
        LeagueLine(
            result,
            movements.get(result.participant.organisation_id),
            [_group(result, row) for row in groups],
            _added(result, added.get(result.pk, {})),
        )
        for result in results
    ]


def _added(result: Result, added: Added) -> list[Fraction | None]:
    signed = [-points if role == "deduction" else points for role, points in added.items()]
    return [points if result.has_points else None for points in signed]


def _group(result: Result, row: Row) -> Fraction | None:
    group = result.groups.get(row.key)
    return exact(group["points"]) if group and result.has_points else None


def league_sheet(closing: Closing, lines: Sequence[LeagueLine], groups: Sequence[Row], note: str) -> Sheet:
    """The league table as a file, group after group, each by its own places."""
    headings = [
        _("Nhóm"),
        _("Hạng trong nhóm"),
        _("Hạng chung"),
        _("Mã"),
        _("Đơn vị"),
        _("Thay đổi hạng (trong các đơn vị có ở cả hai kỳ)"),
        _("Điểm"),
        _("Điểm tối đa"),
    ]
    headings += [_("Giá trị chỉ số"), _("Xếp loại"), _("Ghi chú"), *(row.correct_name for row in groups)]
    headings += [str(ADDED_WORDS[role]) for role in list_roles(compiled(closing.track.edition).indicator_set)]
    return Sheet(
        _("Bảng xếp hạng {name}").format(name=closing.track.name), headings, list(_league_rows(lines)), note
    )


def _league_rows(lines: Sequence[LeagueLine]) -> Iterator[list[Cell]]:
    for line in lines:
        result = line.result
        yield [
            result.peer_group,
            result.place,
            result.overall,
            result.participant.code,
            result.participant.name,
            line.movement,
            result.total if result.has_points else None,
            result.maximum,
            result.index_value if result.has_points else None,
            result.grade,
            str(NEVER_HANDED_IN) if result.never_handed_in else result.tie_note,
            *line.groups,
            *line.added,
        ]


def sheet_of_scores(campaign: Campaign, result: Result, lines: Sequence[SheetLine], note: str) -> Sheet:
    """The score sheet of one organisation in the columns of the decision."""
    policies = Policies.from_data(campaign.policies)
    headings = [_("Mục"), _("Nội dung"), _("Điểm tối đa"), policies.self_label, policies.appraised_label]
    headings += [policies.final_label, policies.note_label]
    rows: list[list[Cell]] = [
        [
            line.row.number,
            line.row.correct_name,
            line.maximum,
            *(_cell(line, name) for name in COLUMNS),
            line.reason,
        ]
        for line in lines
    ]
    total = total_line(result)
    whole: list[Cell] = [
        "",
        _("Tổng điểm"),
        total.maximum,
        total.claimed,
        total.appraised,
        total.points,
        total.reason,
    ]
    rows.append(whole)
    return Sheet(_("Phiếu điểm {name}").format(name=result.participant.name), headings, rows, note)


def _cell(line: SheetLine, column: str) -> Cell:
    """Points, or whether a condition is met."""
    if is_without_points(line.row):
        return line.words[column]
    return line.with_sign(column)


def heat_sheet(closing: Closing, rows: Sequence[Row], lines: Iterable[Any], note: str) -> Sheet:
    """The heat map as a file: points of every organisation and criterion."""
    labels = compiled(closing.track.edition).indicator_set.tree.labels
    headings = [_("Đơn vị"), _("Ghi chú"), *(f"{labels[row.key]} {row.correct_name}" for row in rows)]
    cells: list[list[Cell]] = [
        [
            result.participant.name,
            str(NEVER_HANDED_IN) if result.never_handed_in else "",
            *(cell.points for cell in found),
        ]
        for result, found in lines
    ]
    return Sheet(_("Điểm từng tiêu chí {name}").format(name=closing.track.name), headings, cells, note)


def snapshot_data(closing: Closing) -> dict[str, Any]:
    """A closing as one file: the answers as the command line scores them, and what came of them; one query.

    Beside the answers it names the edition by its hash, the core, the hash over what
    was frozen, and for each organisation every criterion with points and reason.
    """
    results = closing.results.select_related("participant")
    criteria = {each.participant.code: each.criteria for each in results}
    organisations = [
        {**each, "results": criteria.get(each["code"], [])} for each in closing.answers["organisations"]
    ]
    return {
        **closing.answers,
        "hash": closing.edition_hash,
        "closing": {
            "number": closing.number,
            "closed_at": closing.closed_at.isoformat(),
            "core_version": closing.core_version,
            "content_hash": closing.content_hash,
            "spreads": closing.spreads,
            "reason": closing.reason,
            "never_handed_in": closing.never_handed_in,
        },
        "organisations": organisations,
    }


def concern_tabs(review: Review, current: str) -> list[dict[str, Any]]:
    """The kinds of concerns that a review found, with their counts."""
    counts = review.counts
    tabs = [{"label": _("Tất cả"), "url": "?", "is_current": not current, "count": review.concern_count}]
    return tabs + [
        {"label": name, "url": f"?loai={kind}", "is_current": kind == current, "count": counts[kind]}
        for kind, (name, _sentence) in KINDS.items()
        if counts.get(kind)
    ]


def what_closing_ignores(absent: Sequence[str], *, has_disputes: bool) -> str:
    """What closing now passes over, for who has to say why; empty where there is nothing."""
    said = []
    if absent:
        told = _(
            "{count} đơn vị chưa gửi hồ sơ lần nào ({names}): số liệu đang nhập không được tính, các đơn vị "
            "này không có điểm, không xếp hạng và mang dấu “Không gửi hồ sơ”; đơn vị còn lại một mình trong "
            "nhóm được trọn điểm ở tiêu chí so sánh."
        )
        said.append(told.format(count=len(absent), names=named(absent)))
    if has_disputes:
        said.append(_("Nội dung hội đồng chưa kết luận giữ điểm thẩm định."))
    return " ".join(said)


@dataclass(frozen=True, slots=True)
class MethodLine:
    """One row of an edition with its maximum and, for a criterion, its rule as a sentence.

    A row that shares the maximum of another has none, and says with which.
    """

    row: Row
    depth: int
    maximum: Fraction | None
    sentence: str = ""


def method_lines(edition: Edition, language: str) -> list[MethodLine]:
    """How points come about, row by row."""
    known = compiled(edition)
    tree, criteria = known.indicator_set.tree, known.scorer.criteria
    spoken: Language = "en" if language == "en" else "vi"
    return [
        MethodLine(
            row,
            len(tree.path(row.key)) - 1,
            _maximum(row, known.indicator_set),
            rule_sentence(criteria[row.key], spoken, with_labels=True)
            if row.is_criterion
            else shared_words(row, known.indicator_set),
        )
        for row in list_printed_rows(known.indicator_set)
    ]


def method_sheet(edition: Edition, lines: Iterable[MethodLine], note: str) -> Sheet:
    """How points come about, as a file."""
    labels = compiled(edition).indicator_set.tree.labels
    headings = (_("Mục"), _("Nội dung"), _("Điểm tối đa"), _("Cách tính"))
    rows = ((labels[each.row.key], each.row.correct_name, each.maximum, each.sentence) for each in lines)
    return Sheet(_("Cách tính điểm {name}").format(name=edition.name), headings, rows, note)


def _maximum(row: Row, indicator_set: IndicatorSet) -> Fraction | None:
    """The most a row can give, or a deduction take off; None where a row has no points of its own."""
    if row.is_criterion:
        return row.max_points
    if not has_sum(row, indicator_set):
        return None
    signs = signs_below(indicator_set, row.key)
    most = {key: indicator_set.row(key).max_points for key, sign in signs.items() if sign > 0}
    return points_shown(indicator_set, row.key, {key: each for key, each in most.items() if each is not None})


def track_tabs(tracks: Iterable[Track], current: int, kept: str = "") -> list[dict[str, Any]]:
    """The tracks of a campaign as tabs; ``kept`` goes on in their addresses."""
    return [
        {"label": track.name, "url": f"?track={track.pk}{kept}", "is_current": track.pk == current}
        for track in tracks
    ]


def note_of(
    campaign: Campaign, closing: Closing, release: Release | None = None, *, is_superseded: bool = False
) -> str:
    """What stands above an exported table: what it is, of when, whether made up, and whether replaced."""
    example = f"{_('SỐ LIỆU VÍ DỤ')}. " if campaign.is_example else ""
    closed = _("chốt lần {number} lúc {moment}").format(
        number=closing.number, moment=moment_text(closing.closed_at)
    )
    said = f"{example}{campaign.name}; {closed}"
    if release is None:
        return said
    published = _("công bố lần {number} lúc {moment}").format(
        number=release.number, moment=moment_text(release.published_at)
    )
    return f"{said}; {published}" + (f" ({_('đã được thay')})" if is_superseded else "")


def radar(name: str, shares: Sequence[GroupShare]) -> dict[str, Any]:
    """One organisation against the median and the best of its peer group; bars where a radar has no area."""
    series = (
        ("focus", name, "own"),
        ("median", _("Trung vị nhóm"), "median"),
        ("best", _("Cao nhất nhóm"), "best"),
    )
    return {
        "kind": "radar" if len(shares) >= _FEWEST_AXES else "bars",
        "label_heading": _("Nội dung"),
        "labels": [share.name for share in shares],
        "maximum": _HUNDRED,
        "unit": _("% điểm tối đa"),
        "series": [
            {"name": label, "role": role, "values": [_percent(getattr(share, field)) for share in shares]}
            for role, label, field in series
        ],
    }


def bars(lines: Sequence[LeagueLine]) -> dict[str, Any]:
    """The index value of those of these organisations that handed in, in their order."""
    shown = [line.result for line in lines if not line.result.never_handed_in]
    return {
        "kind": "bars",
        "label_heading": _("Đơn vị"),
        "labels": [str(result.participant) for result in shown],
        "unit": _("% điểm tối đa"),
        "maximum": _HUNDRED,
        "series": [
            {
                "name": _("Giá trị chỉ số"),
                "values": [_percent(Fraction(result.index_value)) for result in shown],
            }
        ],
    }


def _percent(share: Fraction) -> float:
    """Rounded half up while it is exact; a chart takes the float next to it, written with these decimals."""
    return float(decimal(share * _HUNDRED, POINT_DIGITS))

"""Before closing: what is missing, not reviewed, out of line, or not yet safe to compare (rà soát)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain
from math import log
from statistics import median

from django.utils.translation import gettext_lazy as _

from chamdiem.appraisals.models import Appraisal
from chamdiem.appraisals.permissions import COUNCIL
from chamdiem.appraisals.selectors.board import list_unruled_disputes
from chamdiem.appraisals.selectors.copies import Copy, list_copied
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.reading import shown_value
from chamdiem.campaigns.models import Track
from chamdiem.core.award import Status
from chamdiem.core.figures import Figure, list_figures
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.inputs import NUMBER_TYPES
from chamdiem.core.peers import SpreadsByGroup, figure_compared
from chamdiem.core.scoring import ScoreSheet
from chamdiem.core.sentences.checks import check_text, found_text
from chamdiem.core.standings import compare
from chamdiem.core.unit_slips import is_unit_slip
from chamdiem.indicators.selectors import compiled
from chamdiem.results.layers import BATCH, Dossier, Follow, list_dossiers
from chamdiem.results.models import Closing, Concern, Release

# A figure is out of line where its robust z score, on a scale of ratios, is beyond what surveys use.
_FAR = 3.5
_TO_SIGMA = 0.6745
_LEAST_PEERS = 8
# Since last year: general information hardly moves, what is worked on may grow by leaps.
_CHANGE, _LEAP = Fraction(3), Fraction(10)
# Of the others with the same file so many are named; the page of the criterion names all.
_MOST_NAMED, _MOST_CHARACTERS = 3, 200


# Kind → its name, and what to look at; the worst first, as the page lists them.
KINDS = {
    "absent": (
        _("Chưa gửi hồ sơ"),
        _(
            "Chưa gửi hồ sơ lần nào: chốt bây giờ phải ghi lý do; số liệu đang nhập không được tính, đơn vị "
            "không có điểm và không xếp hạng."
        ),
    ),
    "returned": (
        _("Chưa gửi lại hồ sơ"),
        _("Đã trả lại hoặc rút về để bổ sung, chưa gửi lại: chốt bây giờ thì tính theo số liệu đang có."),
    ),
    "disputed": (
        _("Chờ hội đồng kết luận"),
        _("Hai bên chưa thống nhất, hội đồng chưa kết luận: chốt bây giờ thì giữ điểm thẩm định."),
    ),
    "broken": (_("Sai ràng buộc"), _("Số liệu trái với ràng buộc của tiêu chí.")),
    "doubted": (
        _("Cần kiểm tra lại"),
        _("Số liệu không khớp với điều tiêu chí lưu ý; điểm vẫn được tính: kiểm tra lại số liệu."),
    ),
    "missing": (_("Chưa có điểm"), _("Chưa có số liệu hoặc điểm: chốt bây giờ thì được 0 điểm.")),
    "awaited": (
        _("Chờ bên đánh giá"),
        _("Hội đồng hoặc nguồn khác chưa cho điểm: chốt bây giờ thì được 0 điểm."),
    ),
    "unit_slip": (
        _("Nhầm đơn vị tính"),
        _("Lệch khoảng 1.000 lần hoặc hơn so với các đơn vị khác: kiểm tra đơn vị tính."),
    ),
    "outlier": (_("Khác thường"), _("Khác xa các đơn vị cùng nhóm xếp hạng: kiểm tra lại số liệu.")),
    "peers": (_("So sánh chưa an toàn"), _("Số liệu cao nhất hoặc thấp nhất của phép so sánh còn nghi vấn.")),
    "unreviewed": (_("Chưa thẩm định"), _("Chưa được thẩm định: điểm tự đánh giá sẽ được giữ nguyên.")),
    "changed": (
        _("Khác kỳ trước"),
        _("Thông tin chung thay đổi quá ba lần, số liệu khác quá mười lần so với kỳ trước: kiểm tra lại."),
    ),
    "copied": (
        _("Tệp dùng ở nơi khác"),
        _("Tệp minh chứng trùng với tệp của đơn vị khác hoặc kỳ khác: kiểm tra lại tài liệu."),
    ),
    "alone": (
        _("Không so sánh được"),
        _("Chỉ một đơn vị trong nhóm có số liệu, không so sánh được: đơn vị được so với chính mình."),
    ),
}


@dataclass(frozen=True, slots=True)
class _Everybody:
    """A track as it is looked through: every dossier, compared with the others."""

    track: Track
    dossiers: Sequence[Dossier]
    spreads: SpreadsByGroup

    @property
    def indicator_set(self) -> IndicatorSet:
        return compiled(self.track.edition).indicator_set


def list_concerns(*, track: Track, follow: Follow) -> Iterator[Concern]:
    """Every concern of a track, not saved yet: first of each dossier, then by comparing all of them.

    A constant number of queries a batch; ``follow`` is told twice of each dossier.
    """
    dossiers = list_dossiers(track, follow)
    spreads = compare(compiled(track.edition).scorer, [each.contestant for each in dossiers])
    everybody = _Everybody(track, dossiers, spreads)
    doubtful: set[tuple[int, str]] = set()
    for concern in chain(_one_by_one(everybody, follow), _out_of_line(everybody)):
        doubtful.add((concern.participant_id, concern.key))
        yield concern
    yield from _changed(everybody)
    yield from _unsafe_peers(everybody, doubtful)
    yield from _alone(everybody)


def _concern(kind: str, dossier: Dossier, key: str, row: Row, **said: str) -> Concern:
    return Concern(participant_id=dossier.participant_id, kind=kind, key=key, row_key=row.key, **said)


def _one_by_one(everybody: _Everybody, follow: Follow) -> Iterator[Concern]:
    """What the final sheet of each dossier shows; one sheet at a time."""
    scorer, dossiers = compiled(everybody.track.edition).scorer, everybody.dossiers
    scorers = {group: scorer.with_spreads(found) for group, found in everybody.spreads.items()}
    for start in range(0, len(dossiers), BATCH):
        batch = dossiers[start : start + BATCH]
        seen = _list_reviewed(batch)
        ids = [each.assessment_id for each in batch]
        open_ = _list_open(ids)
        unruled = list_unruled_disputes(track=everybody.track, assessment_ids=ids)
        copied = list_copied(campaign=everybody.track.campaign, assessment_ids=ids)
        for dossier in batch:
            contestant = dossier.contestant
            sheet = scorers[contestant.peer_group].score(contestant.answers, contestant.overrides)
            if kind := open_.get(dossier.assessment_id):
                yield _whole(kind, everybody, dossier)
            if kind != "absent":
                yield from _missing(everybody, dossier, sheet)
                yield from _unreviewed(everybody, dossier, seen)
            for row in unruled.get(dossier.assessment_id, ()):
                yield _concern("disputed", dossier, row.key, row)
            yield from _broken(everybody, dossier, sheet)
            yield from _copied(everybody, dossier, copied)
        follow(len(batch))


def _list_reviewed(batch: Sequence[Dossier]) -> set[tuple[int, str]]:
    rows = Appraisal.objects.filter(assessment__in=[each.assessment_id for each in batch])
    return set(rows.values_list("assessment_id", "criterion_key"))


def _list_open(ids: Sequence[int]) -> dict[int, str]:
    """Dossier → its kind of concern: never handed in, or in the hands of its organisation again."""
    writing = (Assessment.Status.DRAFT, Assessment.Status.RETURNED)
    found = Assessment.objects.filter(pk__in=ids, status__in=writing)
    return {pk: "returned" if at else "absent" for pk, at in found.values_list("pk", "submitted_at")}


def _whole(kind: str, everybody: _Everybody, dossier: Dossier) -> Concern:
    """One line for all the criteria of a dossier."""
    count = len(everybody.indicator_set.criteria)
    return Concern(participant_id=dossier.participant_id, kind=kind, value=str(count))


def _missing(everybody: _Everybody, dossier: Dossier, sheet: ScoreSheet) -> Iterator[Concern]:
    for key, outcome in sheet.outcomes.items():
        undecided = outcome.status is Status.INVALID and not outcome.broken
        if undecided or outcome.status in (Status.MISSING, Status.DISPUTED):
            row = everybody.indicator_set.row(key)
            kind = "missing" if row.evaluator == "organisation" else "awaited"
            yield _concern(kind, dossier, key, row)


def _unreviewed(everybody: _Everybody, dossier: Dossier, seen: Set[tuple[int, str]]) -> Iterator[Concern]:
    for row in everybody.indicator_set.criteria:
        if (dossier.assessment_id, row.key) not in seen and row.evaluator != COUNCIL:
            yield _concern("unreviewed", dossier, row.key, row)


def _broken(everybody: _Everybody, dossier: Dossier, sheet: ScoreSheet) -> Iterator[Concern]:
    """Checks that do not hold: those that forbid, and those that only ask to look again."""
    criteria = compiled(everybody.track.edition).scorer.criteria
    for key, outcome in sheet.outcomes.items():
        for check in outcome.broken:
            criterion, kind = criteria[key], "doubted" if check.soft else "broken"
            figures = found_text(check, criterion, criterion.values(dossier.contestant.answers))
            must = check_text(check, criterion)
            yield _concern(
                kind, dossier, key, criterion.row, value=_shortened(figures), expected=_shortened(must)
            )


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST_CHARACTERS else f"{text[: _MOST_CHARACTERS - 1]}…"


def _copied(
    everybody: _Everybody, dossier: Dossier, copied: Mapping[tuple[int, str], Sequence[Copy]]
) -> Iterator[Concern]:
    """Criteria proved by a file that others show too, or that was shown in another campaign."""
    for row in everybody.indicator_set.criteria:
        if copies := copied.get((dossier.assessment_id, row.key)):
            names = dict.fromkeys(
                each.organisation if each.is_other_organisation else each.campaign for each in copies
            )
            shown = "; ".join(list(names)[:_MOST_NAMED]) + ("…" if len(names) > _MOST_NAMED else "")
            yield _concern("copied", dossier, row.key, row, expected=shown[:_MOST_CHARACTERS])


def _out_of_line(everybody: _Everybody) -> Iterator[Concern]:
    for key, figure in list_figures(everybody.indicator_set).items():
        if figure.input.type not in ("whole", "decimal"):
            continue
        values = [dossier.contestant.answers.get(key) for dossier in everybody.dossiers]
        known = [value for value in values if value and value > 0]
        if len(known) < _LEAST_PEERS:
            continue
        spread = _Spread.of(known)
        row = everybody.indicator_set.row(figure.row)
        for dossier, value in zip(everybody.dossiers, values, strict=True):
            if kind := spread.strange(value):
                shown, middle = (shown_value(figure.input, each) for each in (value or 0, int(spread.middle)))
                yield _concern(kind, dossier, key, row, value=shown, expected=middle)


@dataclass(frozen=True, slots=True)
class _Spread:
    """The middle of positive figures, and how far their logarithms lie from it."""

    middle: Fraction
    deviation: float

    @classmethod
    def of(cls, known: Sequence[int]) -> _Spread:
        logs = [log(value) for value in known]
        centre = median(logs)
        return cls(Fraction(median(known)), median(abs(each - centre) for each in logs))

    def strange(self, value: int | None) -> str:
        """What is strange about a figure: ``unit_slip``, ``outlier`` or nothing."""
        if not value:
            return ""
        if is_unit_slip(value, self.middle):
            return "unit_slip"
        distance = abs(log(value) - log(self.middle))
        return "outlier" if self.deviation and _TO_SIGMA * distance / self.deviation > _FAR else ""


def _changed(everybody: _Everybody) -> Iterator[Concern]:
    """Figures that are many times last year's, or a small part of them: general information sooner."""
    before = _answers_before(everybody.track)
    if not before:
        return
    rows = everybody.indicator_set
    most = {
        key: (figure, _CHANGE if rows.row(figure.row).role == "information" else _LEAP)
        for key, figure in list_figures(rows).items()
        if figure.input.type in NUMBER_TYPES
    }
    for dossier in everybody.dossiers:
        earlier = before.get(dossier.contestant.code, {})
        for key, (figure, times) in most.items():
            now, then = dossier.contestant.answers.get(key), _read(figure, earlier.get(key))
            if now and then and not then <= now * times <= then * times**2:
                shown, held_against = shown_value(figure.input, now), shown_value(figure.input, then)
                yield _concern(
                    "changed", dossier, key, rows.row(figure.row), value=shown, expected=held_against
                )


def _answers_before(track: Track) -> Mapping[str, Mapping[str, str]]:
    campaign = track.campaign
    release = Release.objects.filter(campaign=campaign.previous).order_by("-number").first()
    if campaign.previous is None or release is None:
        return {}
    closing = Closing.objects.filter(releases=release, track__edition=track.edition_id).first()
    if closing is None:
        return {}
    return {each["code"]: each["answers"] for each in closing.answers["organisations"]}


def _read(figure: Figure, text: str | None) -> int | None:
    return None if text is None else figure.input.parse(text)


def _unsafe_peers(everybody: _Everybody, doubtful: Set[tuple[int, str]]) -> Iterator[Concern]:
    """Who leads a comparison (least or most) with a figure that is itself of concern."""
    for key, criterion in compiled(everybody.track.edition).scorer.criteria.items():
        if criterion.peer_rule is None:
            continue
        figures = [figure_compared(criterion, each.contestant.answers) for each in everybody.dossiers]
        known = [figure for figure in figures if figure is not None]
        ends = {min(known), max(known)} if known else set()
        names = {key, *criterion.letters.figures}
        for dossier, figure in zip(everybody.dossiers, figures, strict=True):
            if figure in ends and any((dossier.participant_id, name) in doubtful for name in names):
                yield _concern("peers", dossier, key, criterion.row)


def _alone(everybody: _Everybody) -> Iterator[Concern]:
    """Who is the only one of a comparison: held against nobody but itself."""
    criteria = compiled(everybody.track.edition).scorer.criteria
    for dossier in everybody.dossiers:
        contestant = dossier.contestant
        for key, spread in everybody.spreads[contestant.peer_group].items():
            is_compared = key not in contestant.stays_out and (
                figure_compared(criteria[key], contestant.answers) is not None
            )
            if spread.count == 1 and is_compared:
                yield _concern("alone", dossier, key, criteria[key].row)

"""Before closing: what is missing, not reviewed, out of line, or not yet safe to compare (rà soát)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import log
from statistics import median

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from chamdiem.appraisals.models import Appraisal
from chamdiem.appraisals.permissions import COUNCIL
from chamdiem.campaigns.models import Campaign, Participant, Track
from chamdiem.core.award import Status
from chamdiem.core.figures import Figure, list_figures
from chamdiem.core.indicator_set import Row
from chamdiem.core.peers import figure_compared
from chamdiem.indicators.selectors import compiled
from chamdiem.results.freezing import Frozen, freeze
from chamdiem.results.layers import Dossier, list_dossiers
from chamdiem.results.models import Closing, Release

# A figure is out of line where its robust z score, on a scale of ratios, is beyond what surveys use.
_FAR = 3.5
_TO_SIGMA = 0.6745
_LEAST_PEERS = 8
# Đồng, nghìn, triệu, tỷ: a slip of the unit moves a figure by a thousand.
_SLIPS = (Fraction(1000), Fraction(1, 1000), Fraction(10**6), Fraction(1, 10**6))
_SLIP_WITHIN = Fraction(3)
_CHANGE = Fraction(3)


# Kind → its name, and what to look at.
KINDS = {
    "missing": (_("Chưa có điểm"), _("Chưa có số liệu hoặc điểm: chốt bây giờ thì được 0 điểm.")),
    "awaited": (
        _("Chờ bên đánh giá"),
        _("Hội đồng hoặc nguồn khác chưa cho điểm: chốt bây giờ thì được 0 điểm."),
    ),
    "unreviewed": (_("Chưa thẩm định"), _("Chưa được thẩm định: điểm tự đánh giá sẽ được giữ nguyên.")),
    "broken": (_("Sai ràng buộc"), _("Số liệu trái với ràng buộc của tiêu chí.")),
    "outlier": (_("Khác thường"), _("Khác xa các đơn vị cùng khối: kiểm tra lại số liệu.")),
    "unit_slip": (
        _("Nhầm đơn vị tính"),
        _("Lệch khoảng 1.000 lần so với các đơn vị khác: kiểm tra đơn vị tính."),
    ),
    "changed": (_("Khác năm trước"), _("Thay đổi quá ba lần so với năm trước.")),
    "peers": (_("So sánh chưa an toàn"), _("Số liệu cao nhất hoặc thấp nhất của phép so sánh còn nghi vấn.")),
}


@dataclass(frozen=True, slots=True)
class Concern:
    """One thing to look at before closing.

    Attributes:
        kind: One of ``KINDS``.
        dossier: Whose.
        key: The figure, or the criterion.
        row: The row it stands on; its page is where one looks.
        value: What is declared.
        expected: What it is held against.
    """

    kind: str
    dossier: Dossier
    key: str
    row: Row
    value: str = ""
    expected: str = ""

    @property
    def sentence(self) -> str:
        """What to look at, in words."""
        return str(KINDS[self.kind][1])

    @property
    def participant(self) -> Participant:
        """Whose figure or criterion it is."""
        return self.dossier.participant

    @property
    def address(self) -> str:
        """Where one looks: what is not handed in is seen on the page of the participant only."""
        assessment = self.dossier.assessment
        if assessment.status == assessment.Status.DRAFT:
            return reverse("campaigns:show_participant", args=[self.participant.pk])
        if self.row.evaluator == COUNCIL:
            return reverse("appraisals:council_file", args=[assessment.pk]) + f"#c-{self.row.key}"
        if self.row.is_criterion:
            return reverse("appraisals:split", args=[assessment.pk, self.row.key])
        return reverse("appraisals:dossier", args=[assessment.pk])


def list_concerns(*, campaign: Campaign) -> list[Concern]:
    """Every concern of all tracks, in the order of participants; a constant number of queries per track."""
    concerns: list[Concern] = []
    for track in campaign.tracks.select_related("edition"):
        frozen = freeze(track, list_dossiers(track))
        concerns += _missing(frozen)
        concerns += _unreviewed(track, frozen)
        concerns += _broken(frozen)
        concerns += _out_of_line(frozen)
        concerns += _changed(track, frozen)
        concerns += _unsafe_peers(track, frozen, concerns)
    return concerns


def _missing(frozen: Frozen) -> Iterator[Concern]:
    for dossier, standing in zip(frozen.dossiers, frozen.final.standings, strict=True):
        for key, outcome in standing.sheet.outcomes.items():
            if outcome.status in (Status.MISSING, Status.DISPUTED, Status.INVALID):
                row = frozen.indicator_set.row(key)
                kind = "missing" if row.evaluator == "organisation" else "awaited"
                yield Concern(kind, dossier, key, row)


def _unreviewed(track: Track, frozen: Frozen) -> Iterator[Concern]:
    seen = set(
        Appraisal.objects.filter(assessment__participant__track=track).values_list(
            "assessment_id", "criterion_key"
        )
    )
    for dossier in frozen.dossiers:
        for row in frozen.indicator_set.criteria:
            if (dossier.assessment.pk, row.key) not in seen and row.evaluator != COUNCIL:
                yield Concern("unreviewed", dossier, row.key, row)


def _broken(frozen: Frozen) -> Iterator[Concern]:
    for dossier, standing in zip(frozen.dossiers, frozen.final.standings, strict=True):
        for key, outcome in standing.sheet.outcomes.items():
            if outcome.broken:
                row = frozen.indicator_set.row(key)
                yield Concern("broken", dossier, key, row)


def _out_of_line(frozen: Frozen) -> Iterator[Concern]:
    for key, figure in list_figures(frozen.indicator_set).items():
        if figure.input.type not in ("whole", "decimal"):
            continue
        values = [dossier.contestant.answers.get(key) for dossier in frozen.dossiers]
        known = [value for value in values if value and value > 0]
        if len(known) < _LEAST_PEERS:
            continue
        spread = _Spread.of(known)
        for dossier, value in zip(frozen.dossiers, values, strict=True):
            kind = spread.strange(value)
            if kind:
                yield Concern(
                    kind,
                    dossier,
                    key,
                    frozen.indicator_set.row(figure.row),
                    figure.input.type_out(value or 0),
                    figure.input.type_out(int(spread.middle)),
                )


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
        if any(slip / _SLIP_WITHIN <= value / self.middle <= slip * _SLIP_WITHIN for slip in _SLIPS):
            return "unit_slip"
        distance = abs(log(value) - log(self.middle))
        return "outlier" if self.deviation and _TO_SIGMA * distance / self.deviation > _FAR else ""


def _changed(track: Track, frozen: Frozen) -> Iterator[Concern]:
    """General information that is more than three times, or less than a third of, last year's."""
    before = _answers_before(track)
    information = {
        key: figure
        for key, figure in list_figures(frozen.indicator_set).items()
        if frozen.indicator_set.row(figure.row).role == "information"
    }
    for dossier in frozen.dossiers:
        earlier = before.get(dossier.participant.code, {})
        for key, figure in information.items():
            now, then = dossier.contestant.answers.get(key), _read(figure, earlier.get(key))
            if now and then and not 1 / _CHANGE <= Fraction(now, then) <= _CHANGE:
                yield Concern(
                    "changed",
                    dossier,
                    key,
                    frozen.indicator_set.row(figure.row),
                    figure.input.type_out(now),
                    figure.input.type_out(then),
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


def _unsafe_peers(track: Track, frozen: Frozen, concerns: Sequence[Concern]) -> Iterator[Concern]:
    """Who leads a comparison (least or most) with a figure that is itself of concern."""
    doubtful = {(each.dossier.assessment.pk, each.key) for each in concerns if each.kind != "changed"}
    for key, criterion in compiled(track.edition).scorer.criteria.items():
        if criterion.peer_rule is None:
            continue
        figures = {
            dossier.assessment.pk: figure_compared(criterion, dossier.contestant.answers)
            for dossier in frozen.dossiers
        }
        known = [figure for figure in figures.values() if figure is not None]
        for dossier in frozen.dossiers:
            figure = figures[dossier.assessment.pk]
            leads = figure is not None and known and figure in (min(known), max(known))
            names = {key, *criterion.letters.figures}
            if leads and any((dossier.assessment.pk, name) in doubtful for name in names):
                yield Concern("peers", dossier, key, criterion.row)

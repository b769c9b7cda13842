"""A result as its score sheet: every line in printed order, in the columns of the decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chamdiem.core.award import Status
from chamdiem.core.group_caps import capped_group
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.points import exact
from chamdiem.core.scoring import points_shown, signs_below
from chamdiem.core.sentences import Language
from chamdiem.core.sentences.caps import capped_text
from chamdiem.core.sentences.score_words import met_word
from chamdiem.indicators.selectors import compiled
from chamdiem.indicators.sheet import shared_words
from chamdiem.office.score_lines import has_sum, list_printed_rows
from chamdiem.results.models import Result

# In what is kept of a criterion: why the council ruled by figures. Closings of before have none.
RULED_FIGURES = "figures_ruled"
# So many losses a profile tells beside the score sheet, which tells all.
MOST_LOSSES = 10
COLUMNS = ("claimed", "appraised", "points")
# The mark of a body whose dossier never came.
NEVER_HANDED_IN = gettext_lazy("Không gửi hồ sơ")
_ABSENT = "–"


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line of a score sheet as the decision prints it: claimed, appraised, final, note."""

    row: Row
    depth: int
    maximum: Fraction | None
    claimed: Fraction | None = None
    appraised: Fraction | None = None
    points: Fraction | None = None
    status: str = ""
    reason: str = ""
    # What to do next to win points back, in words; empty where no figure can, or nobody asked.
    next_step: str = ""
    # Of the points lost, those that can be won back; None where no single step can, or nobody asked.
    winnable: Fraction | None = None
    # Column → what stands there in place of points.
    words: Mapping[str, str] = field(default_factory=dict)
    # Whether its points are taken off the total; they are kept, and stand here, without a sign.
    is_taken_off: bool = False

    @property
    def lost(self) -> Fraction:
        """Points that were there to be earned and were not, or that were taken off."""
        if self.points is None or self.maximum is None:
            return Fraction(0)
        return self.points if self.is_taken_off else self.maximum - self.points

    @property
    def is_bare(self) -> bool:
        """Whether nothing stands in its columns: a row without points of its own, or of conditions alone."""
        return not any(self.words.values()) and self.claimed is self.appraised is self.points is None

    def with_sign(self, column: str) -> Fraction | None:
        """The points of a column as they enter the total."""
        points: Fraction | None = getattr(self, column)
        return -points if points is not None and self.is_taken_off else points


def score_sheet(*, result: Result, language: str = "vi", is_public: bool = False) -> list[SheetLine]:
    """Every line of a result in printed order; sums of groups for each column.

    What people wrote when they decided over a rule is left out where it is for the public.
    Of who never handed in, only what somebody awarded has points.
    """
    indicator_set = compiled(result.closing.track.edition).indicator_set
    spoken: Language = "vi" if language == "vi" else "en"
    found = {
        each["key"]: _without_false_points(indicator_set.row(each["key"]), shown_criterion(each, result))
        for each in result.criteria
    }
    return [
        _criterion_line(indicator_set, row, found[row.key], spoken, is_public=is_public)
        if row.key in found
        else _group_line(indicator_set, row, found, spoken)
        for row in list_printed_rows(indicator_set)
    ]


def list_losses(lines: list[SheetLine]) -> list[SheetLine]:
    """The criteria where points were lost or taken off, the most first."""
    losing = ("scored", "deduction")
    lost = [line for line in lines if line.row.is_criterion and line.lost > 0 and line.row.role in losing]
    return sorted(lost, key=lambda line: -line.lost)


def shown_criterion(each: dict[str, Any], result: Result) -> dict[str, Any]:
    """A criterion as pages show it: of a dossier never handed in, a zero that nobody gave is none."""
    if not result.never_handed_in:
        return each
    if each["is_decided"]:
        return {**each, "is_unclaimed": True}
    never = str(NEVER_HANDED_IN)
    return {**each, "is_unclaimed": True, "points": None, "reason": never, "reason_en": never}


def is_without_points(row: Row) -> bool:
    """Whether a criterion is met or not and has no points: a condition without a maximum."""
    return row.role == "condition" and row.max_points is None


def _without_false_points(row: Row, each: dict[str, Any]) -> dict[str, Any]:
    """A criterion without the points that closings once kept where there are none.

    A condition without a maximum was kept with one point or none; what nobody claimed, because somebody
    else fills it in, with a zero.
    """
    if is_without_points(row):
        met = each["met"] if "met" in each else _once_met(each)
        return {**each, **dict.fromkeys(COLUMNS), "maximum": None, "met": met}
    if row.evaluator != "organisation" and "met" not in each and not exact(each["claimed"] or "0"):
        return {**each, "claimed": None}
    return each


def _once_met(each: Mapping[str, Any]) -> dict[str, bool | None]:
    """Column → whether a condition was met, by the points kept; zero may stand for none."""
    is_scored = each["status"] == Status.SCORED
    met: dict[str, bool | None] = {
        name: True if each[name] is not None and exact(each[name]) else None for name in COLUMNS
    }
    if is_scored and each["points"] is not None:
        met["points"] = bool(exact(each["points"]))
    return met


def _criterion_line(
    indicator_set: IndicatorSet, row: Row, each: dict[str, Any], language: Language, *, is_public: bool
) -> SheetLine:
    depth = len(indicator_set.tree.path(row.key)) - 1
    claimed, appraised, points = (_points(each[name]) for name in COLUMNS)
    reason = each["reason" if language == "vi" else "reason_en"]
    if is_public and each["is_decided"]:
        # Closings of before this was kept say nothing of the council.
        is_ruled = each.get("is_ruled", False)
        reason = _("Theo kết luận của hội đồng") if is_ruled else _("Theo kết luận thẩm định")
    if RULED_FIGURES in each:
        reason = _by_ruled_figures(reason, "" if is_public else each[RULED_FIGURES])
    maximum, words = _points(each["maximum"]), _words(row, each, language)
    return SheetLine(
        row,
        depth,
        maximum,
        claimed,
        appraised,
        points,
        each["status"],
        reason,
        words=words,
        is_taken_off=row.role == "deduction",
    )


def _by_ruled_figures(reason: str, why: str) -> str:
    """What the rule makes of figures that the council ruled, and why it did, where that is to be read."""
    if not why:
        return _("Hội đồng kết luận bằng số liệu; theo quy tắc: {computed}").format(computed=reason)
    # People end their reason with a full stop; more follows it.
    said = _("Hội đồng kết luận bằng số liệu: {reason}; theo quy tắc: {computed}")
    return said.format(reason=why.rstrip().rstrip("."), computed=reason)


def _words(row: Row, each: Mapping[str, Any], language: Language) -> dict[str, str]:
    """Column → what stands in place of points that are not there."""
    if is_without_points(row):
        return {name: met_word(language, met=each["met"][name]) or _ABSENT for name in COLUMNS}
    is_absent = "is_unclaimed" in each
    nothing = _ABSENT if is_absent else _("không áp dụng")
    words = {name: nothing for name in COLUMNS if each[name] is None}
    if "claimed" in words and each["appraised"] is not None:
        words["claimed"] = _ABSENT
    return words


def _group_line(
    indicator_set: IndicatorSet, row: Row, found: dict[str, dict[str, Any]], language: Language
) -> SheetLine:
    depth = len(indicator_set.tree.path(row.key)) - 1
    if not has_sum(row, indicator_set):
        said = shared_words(row, indicator_set)
        return SheetLine(row, depth, None, reason=said, words=dict.fromkeys(COLUMNS, ""))
    signs = signs_below(indicator_set, row.key)
    below = {key: found[key] for key in signs if key in found}
    claimed, appraised, points = (_shown(name, indicator_set, row.key, below) for name in COLUMNS)
    given = {key: _points(each["points"]) or Fraction(0) for key, each in below.items()}
    capped = capped_group(indicator_set, row.key, given)
    reason = capped_text(capped, indicator_set, language) if capped else ""
    applying = {
        key: exact(each["maximum"])
        for key, each in below.items()
        if signs[key] > 0 and each["status"] != "not_applicable"
    }
    maximum = points_shown(indicator_set, row.key, applying)
    words = dict.fromkeys(COLUMNS, _ABSENT)
    is_taken_off = indicator_set.tree.measures[row.key] == "deduction"
    return SheetLine(
        row,
        depth,
        maximum,
        claimed,
        appraised,
        points,
        reason=reason,
        words=words,
        is_taken_off=is_taken_off,
    )


def _shown(
    name: str, indicator_set: IndicatorSet, group: str, below: Mapping[str, dict[str, Any]]
) -> Fraction | None:
    """A column of a group; None where it is of nobody: never handed in, or filled in by somebody else."""
    known = {key: exact(each[name]) for key, each in below.items() if each[name] is not None}
    if not known and any("is_unclaimed" in each for each in below.values()):
        return None
    if not known and name == "claimed" and any(each["appraised"] is not None for each in below.values()):
        return None
    return points_shown(indicator_set, group, known)


def _points(text: str | None) -> Fraction | None:
    return None if text is None else exact(text)

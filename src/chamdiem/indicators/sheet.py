"""An edition as its page shows it: every row with its sums, its rule in words and what belongs to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chamdiem.core.group_caps import ADDED_ROLES, list_role_sums
from chamdiem.core.indicator_set import IndicatorSet, Row, Tree
from chamdiem.core.inputs import Input
from chamdiem.core.lint import Finding
from chamdiem.core.scoring import Scorer
from chamdiem.core.sentences import rule_sentence
from chamdiem.web.language import Words, page_language

TYPES: Mapping[str, Words] = {
    "whole": _("số nguyên"),
    "decimal": _("số thập phân"),
    "yes_no": _("có hoặc không"),
    "choice": _("chọn một"),
    "date": _("ngày"),
    "text": _("chữ"),
}
ROLES: Mapping[str, Words] = {
    "bonus": _("điểm thưởng"),
    "deduction": _("điểm trừ"),
    "condition": _("điều kiện"),
    "information": _("thông tin chung"),
}
EVALUATORS: Mapping[str, Words] = {
    "appraiser": _("chuyên viên thẩm định"),
    "survey": _("điều tra, khảo sát"),
    "council": _("hội đồng"),
    "feed": _("số liệu tự động"),
    "peers": _("so sánh giữa các đơn vị"),
}
# Kinds of evidence, as the format of sets names them.
EVIDENCE_KINDS: Mapping[str, Words] = {
    "document": _("văn bản"),
    "link": _("đường dẫn"),
    "image": _("hình ảnh"),
    "video": _("video"),
    "list": _("danh sách hoặc bảng biểu"),
    "system": _("số liệu trên hệ thống"),
}
FIELDS: Mapping[str, Words] = {
    "name": _("tên"),
    "number": _("số mục"),
    "code": _("mã"),
    "max_points": _("điểm tối đa"),
    "method": _("cách tính điểm"),
    "evidence": _("minh chứng"),
    "lead": _("đơn vị chủ trì"),
    "coordinating": _("đơn vị phối hợp"),
    "deadline": _("thời hạn"),
}


@dataclass(frozen=True, slots=True)
class InputLine:
    """One figure a row asks for."""

    letter: str
    label: str
    unit: str
    type: str
    # The row whose figure is used, where it is not asked for again.
    shared_from: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One printed row, ready for the page."""

    row: Row
    anchor: str
    depth: int
    level: str
    role: str
    evaluator: str
    printed_points: Fraction | None
    summed_points: Fraction
    # With which row it has its points in common; empty where it has its own.
    shared: str
    rule: str
    inputs: tuple[InputLine, ...]
    corrections: tuple[tuple[str, str, str, str], ...]
    finding_counts: Mapping[str, int]

    @property
    def adds_up(self) -> bool:
        """Whether what is printed equals the sum below; true where nothing is printed.

        What a group of bonuses or deductions prints is the most that counts: its rows may make more.
        """
        if self.printed_points is None or self.printed_points == self.summed_points:
            return True
        return self.row.role in ADDED_ROLES and self.printed_points < self.summed_points

    @property
    def evidence_kinds(self) -> str:
        """The kinds of evidence asked for, in words."""
        return kinds_words(self.row.evidence.kinds) if self.row.evidence else ""

    @property
    def is_group(self) -> bool:
        """Whether points are awarded below this row and not on it."""
        return not self.row.is_criterion and self.row.role != "information" and not self.shared

    @property
    def has_details(self) -> bool:
        """Whether there is more to say than a name and points."""
        row = self.row
        texts = (row.method, row.instructions, row.note, row.printed_note, row.evidence, row.deadline)
        return bool(any(texts) or row.lead or row.coordinating or self.inputs or self.corrections)


def kinds_words(kinds: Iterable[str]) -> str:
    """Kinds of evidence in words, separated by commas."""
    return ", ".join(str(EVIDENCE_KINDS.get(kind, kind)) for kind in kinds)


def shared_words(row: Row, indicator_set: IndicatorSet) -> str:
    """With which row a row has its points in common; empty where it has its own."""
    if not row.shares_maximum_of:
        return ""
    label = indicator_set.tree.labels[row.shares_maximum_of]
    return gettext("chung điểm với mục {label}").format(label=label)


def anchor_of(key: str) -> str:
    """The id of a row on the page of its edition."""
    return f"muc-{key}"


def list_lines(
    indicator_set: IndicatorSet, scorer: Scorer, findings: Sequence[Finding] = ()
) -> tuple[Line, ...]:
    """Every row of an edition in printed order, with the findings of lint that are not acknowledged."""
    counts: dict[str, Counter[str]] = {}
    for finding in findings:
        if finding.key and not finding.acknowledged:
            counts.setdefault(finding.key, Counter())[finding.severity] += 1
    return tuple(_line(row, indicator_set, scorer, counts.get(row.key, {})) for row in indicator_set.rows)


def _line(row: Row, indicator_set: IndicatorSet, scorer: Scorer, counts: Mapping[str, int]) -> Line:
    criterion = scorer.criteria.get(row.key)
    tree = indicator_set.tree
    return Line(
        row=row,
        anchor=anchor_of(row.key),
        depth=len(tree.path(row.key)) - 1,
        level=indicator_set.levels.get(row.level, row.level),
        role=str(ROLES.get(row.role, "")),
        evaluator=str(EVALUATORS.get(row.evaluator, "")),
        printed_points=row.max_points,
        summed_points=(row.max_points or Fraction(0)) if criterion else _sum_below(row, tree),
        shared=shared_words(row, indicator_set),
        rule=rule_sentence(criterion, page_language()) if criterion else "",
        inputs=_inputs(row, criterion.scope.inputs if criterion else row.inputs, tree.by_key),
        corrections=tuple(
            (str(FIELDS.get(each.field, each.field)), each.printed, each.correct, each.reason)
            for each in row.corrections
        ),
        finding_counts=counts,
    )


def _sum_below(row: Row, tree: Tree) -> Fraction:
    """What the rows below one make together; of bonuses or deductions those of its own role."""
    if row.role not in ADDED_ROLES:
        return tree.maximum(row.key)
    below = list_role_sums(tree, row.role, tree.children[row.key])[-1].parts
    return sum((tree.by_key[key].max_points or Fraction(0) for key in below), Fraction(0))


def _inputs(row: Row, known: Mapping[str, Input], rows: Mapping[str, Row]) -> tuple[InputLine, ...]:
    """The letters of a row in the order of the decision; a shared one names where it comes from."""
    lines = []
    for letter, own in row.inputs.items():
        shown = known.get(letter, own)
        shared = own.source if own.source in rows else own.source.rpartition(".")[0]
        lines.append(
            InputLine(
                letter=letter,
                label=shown.label or own.label,
                unit=shown.unit,
                type=str(TYPES.get(shown.type, shown.type)),
                shared_from=shared,
                options=tuple(shown.options.values()),
            )
        )
    return tuple(lines)

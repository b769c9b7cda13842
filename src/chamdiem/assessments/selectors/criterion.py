"""One criterion as its page shows it: the decision's words, the figures, the points and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.utils.translation import gettext as _

from chamdiem.assessments.asked import is_declared
from chamdiem.assessments.content import NO_EVIDENCE, EvidenceStanding
from chamdiem.assessments.entering import reading_verdict
from chamdiem.assessments.gaps import Gap, GapKind, evidence_needed, is_explained, unmet_evidence
from chamdiem.assessments.hooks import Request
from chamdiem.assessments.models import Answer, AnswerChange, Assessment, CriterionEntry, Remark
from chamdiem.assessments.reading import control_value, shown_value
from chamdiem.assessments.remedies import contradiction
from chamdiem.assessments.selectors.before import figures_before, is_slip, money_before
from chamdiem.assessments.selectors.dossier import Dossier
from chamdiem.assessments.showing import figure_words
from chamdiem.assessments.workflow import last_day, verdict
from chamdiem.campaigns.calendar import days_left, is_dropped
from chamdiem.campaigns.models import Assignment
from chamdiem.core.award import Status
from chamdiem.core.criterion import Criterion, Outcome
from chamdiem.core.figures import Figure
from chamdiem.core.indicator_set import Row
from chamdiem.core.inputs import Input
from chamdiem.core.rules.choice import ChoiceRule
from chamdiem.core.rules.rule import walk
from chamdiem.core.sentences import reason_tree, rule_sentence
from chamdiem.core.sentences.checks import broken_check_text
from chamdiem.errors import NotFound, Verdict
from chamdiem.evidence.conditions import asked_words
from chamdiem.web.language import page_language
from chamdiem.web.numbers import style

MOST_HISTORY = 100


@dataclass(frozen=True, slots=True)
class Option:
    """One level to choose: what it is called and what it gives, if one level decides alone."""

    value: str
    label: str
    points: Fraction | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One figure on a page: how it is asked, what stands there, where it comes from."""

    key: str
    id: str
    letter: str
    label: str
    unit: str
    kind: str
    value: str
    shown: str
    version: int
    hint: str = ""
    before: str = ""
    # Whether it is so far from last year's that the unit of money must be another.
    is_slip: bool = False
    options: tuple[Option, ...] = ()
    is_locked: bool = False
    # Why it is locked though its row is open: a criterion that reads it has passed its last day.
    closed: Verdict | None = None
    is_carried: bool = False
    origin: str = ""
    # What has become of where it was taken from; empty where that still says so.
    doubt: str = ""
    # The row on which a shared figure is entered; None for an own one.
    entered_at: Row | None = None
    answer: Answer | None = None
    refusal: str = ""
    conflict: Mapping[str, str] | None = None

    @property
    def is_as_typed(self) -> bool:
        """Whether what is recorded reads just as it stands in the field."""
        return not self.refusal and (self.kind in ("yes_no", "choice") or self.shown in ("", self.value))


@dataclass(frozen=True, slots=True, kw_only=True)
class CriterionView:
    """One row, ready to be shown."""

    row: Row
    number: int
    above: tuple[Row, ...]
    fields: tuple[Field, ...]
    edit: Verdict
    entry: CriterionEntry | None
    last_day: date
    days_left: int
    is_declared: bool
    offices: tuple[Assignment, ...]
    gaps: tuple[Gap, ...]
    before: str = ""
    after: str = ""
    # What follows is None or empty for general information.
    outcome: Outcome | None = None
    reason: tuple[tuple[int, str], ...] = ()
    rule: str = ""
    # The rows that share its maximum: printed beside it, and without points of their own.
    sharing: tuple[Row, ...] = ()
    broken_hard: tuple[str, ...] = ()
    broken_soft: tuple[str, ...] = ()
    reach: tuple[Fraction, Fraction] | None = None
    is_provisional: bool = False
    # Compared with what was sent alone; before, with all that is entered.
    is_sent: bool = False
    evidence: EvidenceStanding = NO_EVIDENCE
    evidence_needed: int = 0
    # Whether it is not enough, and explained why.
    is_excused: bool = False
    # What is asked of the kind and the day of evidence, in words.
    evidence_asked: str = ""
    # Whether the day printed for it lies outside the time of entry.
    is_deadline_dropped: bool = False
    # What an appraiser wants to have completed here.
    request: Request | None = None

    @property
    def is_missing(self) -> bool:
        """Whether figures are missing, so that there are no points yet."""
        return self.outcome is not None and self.outcome.status is Status.MISSING

    @property
    def documents_missing(self) -> int:
        """How many documents are still to be shown, beside those that are there."""
        return max(0, self.evidence_needed - self.evidence.count)

    @property
    def lacks_condition(self) -> Gap | None:
        """What too few documents meet: what is asked of kind and day."""
        return next((gap for gap in self.gaps if gap.kind is GapKind.CONDITION), None)

    @property
    def lacks_signature(self) -> bool:
        """Whether a signed document is asked for and none of those shown is known to be one."""
        return any(gap.kind is GapKind.SIGNATURE for gap in self.gaps)

    @property
    def missing(self) -> tuple[str, ...]:
        """The labels of the figures that are missing, its own and shared ones."""
        return tuple(field.label for field in self.fields if not field.value)

    @property
    def is_not_applicable(self) -> bool:
        """Whether the criterion is taken out."""
        return self.outcome is not None and self.outcome.status is Status.NOT_APPLICABLE


def view_criterion(dossier: Dossier, key: str) -> CriterionView:
    """One row of a dossier; at most four queries: who answers it, and last year's figures.

    Raises:
        NotFound: No such row, or not hers to know of.
    """
    row = dossier.asked.rows.get(key)
    if row is None or not dossier.access.sees(key):
        raise NotFound("criterion.not_found", key=key)
    figures = dossier.asked.read_by(key)
    before = figures_before(dossier.assessment, dossier.asked, figures)
    return _view(dossier, row, before)


def view_edited(dossier: Dossier, key: str) -> CriterionView:
    """One row as the parts of a page need it after an edit: without what an edit does not touch.

    No query; up to three where an amount of money is asked for, to hold it against last year's.
    """
    row = dossier.asked.rows.get(key)
    if row is None or not dossier.access.sees(key):
        raise NotFound("criterion.not_found", key=key)
    before = money_before(dossier.assessment, dossier.asked, dossier.asked.own.get(key, ()))
    return _view(dossier, row, before, with_offices=False)


def view_information(dossier: Dossier) -> list[CriterionView]:
    """Every row of general information this person sees; at most four queries."""
    rows = dossier.information
    figures = {figure for row in rows for figure in dossier.asked.read_by(row.key)}
    before = figures_before(dossier.assessment, dossier.asked, figures)
    return [_view(dossier, row, before, with_offices=False) for row in rows]


def _view(
    dossier: Dossier, row: Row, before: Mapping[str, Answer], *, with_offices: bool = True
) -> CriterionView:
    edit = verdict("edit", actor=dossier.actor, assessment=dossier.assessment, now=dossier.now, row=row)
    day = last_day(dossier.assessment, row)
    seen = dossier.seen
    place = seen.index(row.key) if row.key in seen else -1
    offices = (
        Assignment.objects.filter(
            participant=dossier.assessment.participant_id, criterion_key=row.key
        ).select_related("office", "user")
        if with_offices
        else ()
    )
    shared = {
        "row": row,
        "number": dossier.number(row.key),
        "above": dossier.asked.indicator_set.tree.path(row.key)[:-1],
        "fields": tuple(fields_of(dossier, row, edit, before)),
        "edit": edit,
        "entry": dossier.content.entries.get(row.key),
        "last_day": day,
        "is_deadline_dropped": is_dropped(dossier.assessment.participant.campaign, row),
        "days_left": days_left(day, dossier.now),
        "is_declared": is_declared(row),
        "offices": tuple(offices),
        "gaps": dossier.gaps_of(row.key),
        "before": seen[place - 1] if place > 0 else "",
        "after": seen[place + 1] if 0 <= place < len(seen) - 1 else "",
    }
    scored = _scored(dossier, row) if row.is_criterion else {}
    return CriterionView(**shared, **scored)  # type: ignore[arg-type]  # the names are its own


def _scored(dossier: Dossier, row: Row) -> dict[str, object]:
    criterion, outcome = dossier.scorer.criteria[row.key], dossier.outcome(row.key)
    values = criterion.values(dossier.content.values)
    hard = [check for check in outcome.broken if not check.soft]
    soft = [check for check in outcome.broken if check.soft]
    return {
        "outcome": outcome,
        "reason": tuple(reason_tree(outcome, page_language())),
        "sharing": tuple(
            each for each in dossier.asked.indicator_set.rows if each.shares_maximum_of == row.key
        ),
        "rule": rule_sentence(criterion, page_language(), with_labels=True),
        "broken_hard": tuple(contradiction(check, criterion, dossier.asked, values) for check in hard),
        "broken_soft": tuple(broken_check_text(check, criterion, values, page_language()) for check in soft),
        "reach": dossier.reach(row.key),
        "request": dossier.requests.get(row.key),
        "is_provisional": dossier.is_provisional(row.key),
        "is_sent": dossier.assessment.status != Assessment.Status.DRAFT,
        "evidence": dossier.content.evidence.get(row.key, NO_EVIDENCE),
        "evidence_needed": evidence_needed(row, outcome),
        "is_excused": is_explained(row, dossier.content)
        and any(unmet_evidence(row, dossier.content, outcome, dossier.policies)),
        "evidence_asked": asked_words(
            row.evidence, dossier.content.period, needs_signature=dossier.policies.require_signatures
        ),
    }


def fields_of(dossier: Dossier, row: Row, edit: Verdict, before: Mapping[str, Answer]) -> Iterable[Field]:
    """The figures of a row in the order of its letters: own ones to fill in, shared ones to see."""
    for key in dossier.asked.read_by(row.key):
        figure = dossier.asked.figures.get(key)
        if figure is not None and (figure.row == row.key or figure.input.type != "text"):
            yield _field(dossier, row, figure, edit, before.get(key))


def _field(dossier: Dossier, row: Row, figure: Figure, edit: Verdict, before: Answer | None) -> Field:
    letter, given = _letter(dossier, row, figure)
    answer = dossier.content.answers.get(figure.key)
    value, typed = (answer.value, answer.typed) if answer else (None, "")
    is_own = figure.row == row.key
    reading = reading_verdict(figure, dossier.assessment, dossier.asked, dossier.now)
    places = list(dossier.asked.figures)
    return Field(
        key=figure.key,
        id=f"f{places.index(figure.key)}",
        letter=letter,
        label=figure_words(given.label) or row.correct_name,
        unit=figure_words(given.unit),
        kind=given.type,
        value=control_value(given, value, typed),
        shown=shown_value(given, value, typed),
        version=answer.version if answer else 0,
        hint=hint_of(given),
        before=shown_value(given, before.value, before.typed) if before else "",
        is_slip=is_slip(given, value, before),
        options=tuple(_options(dossier.scorer.criteria.get(row.key), figure)),
        is_locked=not (is_own and edit.is_allowed and reading.is_allowed),
        closed=reading if is_own and edit.is_allowed and not reading.is_allowed else None,
        is_carried=bool(answer and answer.is_carried),
        origin=answer.origin if answer else "",
        entered_at=None if is_own else dossier.asked.rows[figure.row],
        answer=answer,
    )


def _letter(dossier: Dossier, row: Row, figure: Figure) -> tuple[str, Input]:
    """The letter by which the rule of a criterion calls a figure, and how it is asked for there."""
    criterion = dossier.scorer.criteria.get(row.key)
    if criterion is None or figure.key not in criterion.letters.figures:
        return "", figure.input
    place = criterion.letters.figures.index(figure.key)
    return list(criterion.letters.inputs.items())[place]


def hint_of(given: Input) -> str:
    """What a figure accepts, where that is not plain: bounds, steps, decimals."""
    exact, parts = style().exact, []
    if given.type not in ("whole", "decimal"):
        return ""
    if given.maximum is not None:
        parts.append(
            _("từ {least} đến {most}").format(
                least=exact(given.minimum or Fraction(0)), most=exact(given.maximum)
            )
        )
    elif given.minimum:
        parts.append(_("từ {least} trở lên").format(least=exact(given.minimum)))
    if given.step is not None:
        parts.append(_("bước {step}").format(step=exact(given.step)))
    elif given.type == "decimal":
        parts.append(_("tối đa {count} chữ số thập phân").format(count=given.decimals))
    return ", ".join(parts)


def _options(criterion: Criterion | None, figure: Figure) -> Iterable[Option]:
    if figure.input.type == "yes_no":
        yield Option("có", _("Có"))
        yield Option("không", _("Không"))
    if figure.input.type != "choice":
        return
    rules = (
        [] if criterion is None else [each for each in walk(criterion.rule) if isinstance(each, ChoiceRule)]
    )
    rule = next((each for each in rules if each.of.name == figure.letter), None)
    is_alone = criterion is not None and criterion.rule is rule and criterion.row.max_points is not None
    for code, label in figure.input.options.items():
        points = None
        if criterion is not None and rule is not None and is_alone:
            points = criterion.rounding.round(rule.options[code].reward.of(criterion.maximum))
        yield Option(code, label or code, points)


@dataclass(frozen=True, slots=True)
class Change:
    """One value a figure once had, in words."""

    label: str
    shown: str
    who: str
    at: object
    version: int
    origin: str = ""


def list_changes(dossier: Dossier, *keys: str) -> list[Change]:
    """Every value the figures of some rows had, own and shared ones, newest first; one query."""
    asked = {figure for key in keys for figure in dossier.asked.read_by(key)}
    changes = AnswerChange.objects.filter(assessment=dossier.assessment, figure__in=asked).select_related(
        "changed_by"
    )
    figures = dossier.asked.figures
    return [
        Change(
            _called(dossier, each.figure),
            shown_value(figures[each.figure].input, each.value, each.typed),
            str(each.changed_by or ""),
            each.changed_at,
            each.version,
            each.origin,
        )
        for each in changes[:MOST_HISTORY]
    ]


def _called(dossier: Dossier, key: str) -> str:
    """A figure in words; one without a label bears the name of its row."""
    figure = dossier.asked.figures[key]
    return figure_words(figure.input.label) or dossier.asked.rows[figure.row].correct_name


def list_remarks(dossier: Dossier, key: str) -> list[Remark]:
    """The discussion of a row inside the organisation, oldest first; one query. Others do not read it."""
    if not dossier.access.is_own:
        return []
    return list(
        Remark.objects.filter(assessment=dossier.assessment, criterion_key=key).select_related("author")
    )

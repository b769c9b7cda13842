"""One dossier as pages show it: scored once, with its tree, totals and gaps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from functools import cached_property

from chamdiem.accounts.models import User
from chamdiem.assessments.asked import Asked, asked_of, is_declared
from chamdiem.assessments.content import Content
from chamdiem.assessments.gaps import Gap, gaps_of_row
from chamdiem.assessments.hooks import Request, find_requests
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.permissions import Access
from chamdiem.assessments.scoring import without_points
from chamdiem.assessments.selectors.doors import enter
from chamdiem.assessments.selectors.loading import load_content
from chamdiem.assessments.selectors.peers import provisional_scorer
from chamdiem.assessments.workflow import verdicts
from chamdiem.campaigns.policies import Policies
from chamdiem.core.award import Status
from chamdiem.core.bounds import outlook
from chamdiem.core.criterion import Outcome
from chamdiem.core.indicator_set import Row
from chamdiem.core.scoring import Scorer, ScoreSheet, add_up, counted, sum_shown
from chamdiem.core.sentences.caps import capped_text
from chamdiem.core.sentences.score_words import met_word
from chamdiem.errors import NotFound, Verdict
from chamdiem.indicators.sheet import shared_words
from chamdiem.office.score_lines import is_met, shown_points
from chamdiem.web.language import page_language

_NOTHING = Fraction(0)


@dataclass(frozen=True, slots=True)
class Node:
    """One row of the tree: where it stands, what it earns, how far it is."""

    row: Row
    number: int
    state: str
    points: Fraction | None = None
    maximum: Fraction | None = None
    gaps: int = 0
    is_provisional: bool = False
    children: tuple[Node, ...] = ()
    # That a group makes more than it may, and what counts.
    note: str = ""
    # Whether its points are taken off the total.
    is_taken_off: bool = False
    # With which criterion it shares its points, in words; nothing is filled in on such a row.
    shares: str = ""
    # Whether a condition without points is met, in a word; of all else nothing.
    met: str = ""

    @property
    def name(self) -> str:
        """The name as it is meant."""
        return self.row.correct_name

    @property
    def is_open(self) -> bool:
        """Whether something can be filled in on this very row."""
        return not self.children


@dataclass(frozen=True)
class Dossier:
    """A dossier opened by one person at one moment; everything is scored by the core, once."""

    assessment: Assessment
    access: Access
    asked: Asked
    content: Content
    scorer: Scorer
    actor: User
    now: datetime

    @cached_property
    def verdicts(self) -> Mapping[str, Verdict]:
        """What this person may do now, and why not."""
        return verdicts(actor=self.actor, assessment=self.assessment, now=self.now)

    @cached_property
    def policies(self) -> Policies:
        """How the campaign is run."""
        return Policies.from_data(self.assessment.participant.campaign.policies)

    @cached_property
    def sheet(self) -> ScoreSheet:
        """The score sheet, with provisional points where others are compared.

        Figures that contradict each other count for nothing until they are put right.
        """
        refused = {
            key: outcome
            for key, scored in self._scored.outcomes.items()
            if (outcome := without_points(scored)) is not scored
        }
        if not refused:
            return self._scored
        return add_up(self.asked.indicator_set, {**self._scored.outcomes, **refused})

    @cached_property
    def _scored(self) -> ScoreSheet:
        return self.scorer.score(self.content.values, self.content.overrides)

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Every gap of the rows this person sees, in printed order."""
        return tuple(gap for each in self._gaps_by_row.values() for gap in each)

    @cached_property
    def requests(self) -> Mapping[str, Request]:
        """What appraisers ask for in the criteria this person sees, by key in printed order.

        It does not keep the dossier from being handed in. Four queries at most, for a returned dossier only.
        """
        found = find_requests(self.assessment)
        return {key: found[key] for key in self.seen if key in found} if found else {}

    @property
    def open_requests(self) -> list[tuple[Row, Request]]:
        """Those that nothing was done about yet."""
        rows = self.asked.rows
        return [(rows[key], each) for key, each in self.requests.items() if not each.is_answered]

    @property
    def is_part(self) -> bool:
        """Whether this person sees only what was given to her, and not the whole dossier."""
        return self.access.keys is not None

    @cached_property
    def provisional_points(self) -> Fraction:
        """Points of the rows shown that hang on the figures of others."""
        return sum(
            (shown_points(self.outcome(key)) or _NOTHING for key in self.seen if self.is_provisional(key)),
            _NOTHING,
        )

    @cached_property
    def seen(self) -> tuple[str, ...]:
        """The criteria this person sees, in printed order."""
        return tuple(
            key for key, row in self.asked.rows.items() if row.is_criterion and self.access.sees(key)
        )

    @cached_property
    def information(self) -> tuple[Row, ...]:
        """The rows of general information this person sees."""
        return tuple(row for row in self.asked.information if self.access.sees(row.key))

    @cached_property
    def answered(self) -> tuple[int, int]:
        """How many criteria this person sees are answered, and how many there are."""
        declared = [key for key in self.seen if is_declared(self.asked.rows[key])]
        done = [key for key in declared if self.outcome(key).status is not Status.MISSING]
        return len(done), len(declared)

    @cached_property
    def total(self) -> tuple[Fraction, Fraction]:
        """Points and maximum of what this person sees."""
        if not self.is_part:
            return self.sheet.total.points, self.sheet.total.maximum
        return self._sum(self.seen)

    @cached_property
    def tree(self) -> tuple[Node, ...]:
        """The rows this person sees, with the groups above them."""
        return tuple(self._nodes(self.asked.indicator_set.tree.roots))

    def outcome(self, key: str) -> Outcome:
        """What a criterion gives."""
        return self.sheet.outcomes[key]

    def reach(self, key: str) -> tuple[Fraction, Fraction]:
        """What a criterion can still earn."""
        outcome = self.outcome(key)
        if outcome.status in (Status.SCORED, Status.NOT_APPLICABLE):
            return outcome.points, outcome.points
        if outcome.broken and outcome.status is Status.INVALID:
            return _NOTHING, outcome.maximum
        found = outlook(self.scorer.criteria[key], self.content.values)
        return found.low, found.high

    def gaps_of(self, key: str) -> tuple[Gap, ...]:
        """The gaps of one row."""
        return self._gaps_by_row.get(key, ())

    def is_provisional(self, key: str) -> bool:
        """Whether the points of a criterion hang on what others still may change."""
        rule = self.scorer.criteria[key].peer_rule
        return rule is not None and self.outcome(key).status is Status.SCORED

    def number(self, key: str) -> int:
        """The place of a row in print: a name for its elements on pages."""
        return self._numbers[key]

    def node(self, key: str) -> Node:
        """One row of the tree by itself."""
        node = self._made_node(key)
        if node is None:
            raise NotFound("criterion.not_found", key=key)
        return node

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {row.key: number for number, row in enumerate(self.asked.indicator_set.rows, 1)}

    @cached_property
    def _gaps_by_row(self) -> dict[str, tuple[Gap, ...]]:
        outcomes = self._scored.outcomes
        return {
            key: gaps_of_row(row, self.asked, self.content, outcomes.get(key), self.policies)
            for key, row in self.asked.rows.items()
            if self.access.sees(key)
        }

    @cached_property
    def _made_nodes(self) -> dict[str, Node | None]:
        """Row key → its node, once it was asked for: a group is made of the nodes below it."""
        return {}

    def _nodes(self, keys: list[str]) -> Iterator[Node]:
        for key in keys:
            node = self._made_node(key)
            if node is not None:
                yield node

    def _made_node(self, key: str) -> Node | None:
        """The node of a row; None where neither it nor anything below it is shown."""
        if key not in self._made_nodes:
            self._made_nodes[key] = self._make_node(key)
        return self._made_nodes[key]

    def _make_node(self, key: str) -> Node | None:
        tree = self.asked.indicator_set.tree
        row, children = tree.by_key[key], tuple(self._nodes(tree.children[key]))
        if row.shares_maximum_of and key not in self.asked.rows:
            return self._sharing_node(row)
        is_asked = key in self.asked.rows and self.access.sees(key)
        if not is_asked and not children:
            return None
        return self._criterion_node(row) if row.is_criterion else self._group_node(row, children)

    def _criterion_node(self, row: Row) -> Node:
        outcome, gaps = self.outcome(row.key), len(self.gaps_of(row.key))
        request = self.requests.get(row.key)
        is_asked = request is not None and not request.is_answered and not gaps
        return Node(
            row,
            self.number(row.key),
            "more_wanted" if is_asked else _state_of(row, outcome, gaps),
            shown_points(outcome) if outcome.status is Status.SCORED else None,
            outcome.maximum if outcome.has_points else None,
            gaps,
            self.is_provisional(row.key),
            is_taken_off=row.role == "deduction",
            met=met_word(page_language(), met=is_met(outcome)),
        )

    def _sharing_node(self, row: Row) -> Node | None:
        """A row without points of its own: it stands where the criterion stands that it shares them with."""
        if not self.access.sees(row.shares_maximum_of):
            return None
        words = shared_words(row, self.asked.indicator_set)
        return Node(row, self.number(row.key), "shared", shares=words)

    def _group_node(self, row: Row, children: tuple[Node, ...]) -> Node:
        gaps = len(self.gaps_of(row.key)) + sum(child.gaps for child in children)
        points, maximum = self._sum_below(row.key)
        state = "missing" if gaps else "complete"
        note = "" if self.is_part else self._cap_notes.get(row.key, "")
        is_taken_off = self.asked.indicator_set.tree.measures[row.key] == "deduction"
        return Node(
            row,
            self.number(row.key),
            state,
            points,
            maximum,
            gaps,
            children=children,
            note=note,
            is_taken_off=is_taken_off,
        )

    @cached_property
    def _cap_notes(self) -> dict[str, str]:
        indicator_set = self.asked.indicator_set
        return {each.row: capped_text(each, indicator_set, page_language()) for each in self.sheet.capped}

    def _sum_below(self, key: str) -> tuple[Fraction | None, Fraction | None]:
        """Points and maximum of the criteria shown below a row; None where there are none."""
        below = self.asked.indicator_set.tree.below(key)
        if not self.is_part:
            group = sum_shown(self.asked.indicator_set, self.sheet, key)
            is_any = any(each.is_criterion and each.role != "condition" for each in below)
            return (group.points, group.maximum) if is_any else (None, None)
        keys = {each.key for each in below}
        shown = [each for each in self.seen if each in keys]
        return self._sum(shown) if shown else (None, None)

    def _sum(self, keys: tuple[str, ...] | list[str]) -> tuple[Fraction, Fraction]:
        points = maximum = _NOTHING
        for key in keys:
            if self.asked.rows[key].role == "scored":
                outcome = self.outcome(key)
                part = counted(self.asked.indicator_set, outcome.status, outcome.points, outcome.maximum)
                points, maximum = points + part.points, maximum + part.maximum
        return points, maximum


def open_dossier(*, actor: User, assessment_id: int, now: datetime) -> Dossier:
    """A dossier as this person may see it; or ``NotFound``. Eight queries, whatever its size.

    Raises:
        NotFound: No such dossier, or not hers to know of.
    """
    assessment, access = enter(actor=actor, assessment_id=assessment_id)
    return dossier_at_hand(assessment, access, actor=actor, now=now)


def dossier_at_hand(
    assessment: Assessment, access: Access, *, actor: User, now: datetime, content: Content | None = None
) -> Dossier:
    """The same for a dossier that is at hand, after it was changed; its content is read where it is not."""
    asked = asked_of(assessment.participant.track.edition)
    content = content or load_content(assessment)
    return Dossier(
        assessment, access, asked, content, provisional_scorer(assessment, asked, content, now), actor, now
    )


def _state_of(row: Row, outcome: Outcome, gaps: int) -> str:
    if not is_declared(row):
        return "waiting"
    if outcome.status is Status.NOT_APPLICABLE:
        return "not_applicable"
    if outcome.status is Status.MISSING:
        return "not_started"
    return "missing" if gaps else "complete"

"""An imported annex against the truth: rows, hierarchy, names, maxima, offices, rules by their points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from fractions import Fraction
from itertools import islice, permutations, product

from chamdiem.annex import Annex, Draft
from chamdiem.annex.notices import doubts_a_rule
from chamdiem.core.criterion import Criterion, compile_criteria
from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.inputs import Input
from chamdiem.core.peers import spread_of
from chamdiem.core.rules.choice import ChoiceRule
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.rules.rule import walk

_GRID = (0, 1, 2, 3, 4, 5, 7, 10, 12, 20, 29, 30, 50, 52, 60, 70, 79, 80, 90, 99, 100, 150)
_MOST_FIGURES = 4000


@dataclass(slots=True)
class Comparison:
    """Counts of one annex; every list names the rows that differ."""

    rows: int = 0
    found: int = 0
    extra: int = 0
    hierarchy: int = 0
    names: int = 0
    maxima: int = 0
    offices: int = 0
    methods: int = 0
    printed_rules: int = 0
    equal_rules: int = 0
    other_figures: int = 0
    manual: int = 0
    warned: int = 0
    silent: int = 0
    differing: list[str] = field(default_factory=list)


def compare(truth: IndicatorSet, annex: Annex, draft: Draft) -> Comparison:
    """Compare a draft with the edition it should be."""
    result = Comparison(rows=len(truth.rows))
    pairs = dict(_pairs(truth.rows, draft.indicator_set.rows))
    result.found = len(pairs)
    result.extra = len(draft.indicator_set.rows) - len(pairs)
    rules = (compile_criteria(truth), compile_criteria(draft.indicator_set))
    parents = (_parents(truth), _parents(draft.indicator_set))
    for place, row in enumerate(truth.rows):
        if place not in pairs:
            result.differing.append(f"{row.key}: row not found ({row.name[:50]})")
            continue
        other = draft.indicator_set.rows[pairs[place]]
        _compare_texts(result, row, other)
        above, below = parents[0][place], parents[1][pairs[place]]
        if (None if above is None else pairs.get(above)) == below or (
            above is not None and above not in pairs
        ):
            result.hierarchy += 1
        else:
            result.differing.append(f"{row.key}: parent")
        if row.rule is not None:
            annex_row = annex.rows[pairs[place]]
            is_warned = any(doubts_a_rule(notice) for notice in annex_row.warnings)
            _compare_rules(
                result, row, other, (rules[0][row.key], rules[1].get(other.key)), is_warned=is_warned
            )
    return result


def _compare_texts(result: Comparison, row: Row, other: Row) -> None:
    checks = {
        "names": (_tidy(row.name), _tidy(other.name)),
        "maxima": (row.max_points, other.max_points),
        "offices": (_offices(row), _offices(other)),
        "methods": (_bare(row.method or ""), _bare(other.method or "")),
    }
    for what, (wanted, got) in checks.items():
        if wanted == got:
            setattr(result, what, getattr(result, what) + 1)
        elif what != "methods":
            result.differing.append(f"{row.key}: {what}: {wanted} ≠ {got}")


def _compare_rules(
    result: Comparison, row: Row, other: Row, rules: tuple[Criterion, Criterion | None], *, is_warned: bool
) -> None:
    truth, draft = rules
    if _is_manual(truth) or not (row.method or row.printed_note):
        if (
            draft is not None
            and not any(isinstance(rule, ManualRule) for rule in walk(draft.rule))
            and not is_warned
        ):
            result.silent += 1
            result.differing.append(f"{row.key}: SILENT rule where people award")
        return
    result.printed_rules += 1
    if draft is None or _is_manual(draft):
        result.manual += 1
        result.differing.append(f"{row.key}: manual")
    elif same_points(truth, draft):
        result.equal_rules += 1
    elif gives_the_same(truth, draft):
        result.other_figures += 1
    elif is_warned:
        result.warned += 1
        result.differing.append(f"{row.key}: other rule, warned: {other.rule}")
    else:
        result.silent += 1
        result.differing.append(f"{row.key}: SILENT other rule: {other.rule}")


def _is_manual(criterion: Criterion) -> bool:
    return any(isinstance(rule, ManualRule) for rule in walk(criterion.rule))


def same_points(truth: Criterion, draft: Criterion) -> bool:
    """Whether both give the same points for the same figures, the letters paired in some way.

    A figure counts as missing or not applicable alike; a zero denominator the
    text says nothing about is left out.
    """
    return any(_agree(truth, draft, pairing) for pairing in _pairings(truth, draft))


def gives_the_same(truth: Criterion, draft: Criterion) -> bool:
    """Whether the same points are given, and people answer in other words.

    A yes/no answer where the truth asks for the figures of all or nothing; one of
    several levels where the other side asks for the figures that tell them apart.
    """
    values = [
        {cell for values in _tries(criterion) if (cell := criterion.cell(values)) >= 0}
        for criterion in (truth, draft)
    ]
    kinds = {truth.rule.kind, draft.rule.kind}
    if values[0] != values[1]:
        return False
    return "choice" in kinds or (len(values[0]) == 2 and kinds <= {"yes_no", "ratio", "checklist", "tiers"})


def _pairings(truth: Criterion, draft: Criterion) -> Iterator[list[int]]:
    """For each letter of the truth the letter of the draft it is; b1 and b2 may add up to one b."""
    letters, one = list(truth.letters.inputs), list(truth.letters.inputs.values())
    other = list(draft.letters.inputs.values())
    parts = list(dict.fromkeys(letter[0] for letter in letters))
    if len(parts) != len(other) or len(other) > 6:
        return
    for order in permutations(range(len(other))):
        pairing = [order[parts.index(letter[0])] for letter in letters]
        if all(_kind(one[here]) == _kind(other[there]) for here, there in enumerate(pairing)):
            yield pairing


def _kind(given: Input) -> tuple[str, int]:
    if given.type in ("whole", "decimal"):
        return "number", 0
    return given.type, len(given.options) if given.type == "choice" else 0


def _agree(truth: Criterion, draft: Criterion, pairing: Sequence[int]) -> bool:
    inputs = list(truth.letters.inputs.values())
    scales = [given.scale for given in draft.letters.inputs.values()]
    levels = _by_reward(truth), _by_reward(draft)
    peers = _with_peers(truth), _with_peers(draft)
    seen = 0
    for values in _tries(truth):
        theirs = [0] * len(scales)
        for here, there in enumerate(pairing):
            if inputs[here].type == "choice" and levels[0] and levels[1]:
                # The levels may be printed from the lowest up.
                theirs[there] = levels[1][levels[0].index(values[here])]
            else:
                theirs[there] += int(Fraction(values[here], inputs[here].scale) * scales[there])
        wanted, got = peers[0].cell(values), peers[1].cell(theirs)
        if wanted != got and not (min(wanted, got) < 0 or _is_zero_below(truth, values)):
            return False
        seen += wanted == got
    return seen > 0


def _by_reward(criterion: Criterion) -> list[int]:
    """The places of the options of a choice, the highest reward first."""
    rule = criterion.rule
    if not isinstance(rule, ChoiceRule):
        return []
    points = [option.reward.of(criterion.maximum) for option in rule.options.values()]
    return sorted(range(len(points)), key=lambda place: -points[place])


def _is_zero_below(truth: Criterion, values: Sequence[int]) -> bool:
    """Whether a figure that others are divided by is zero."""
    return any(
        value == 0 and given.type in ("whole", "decimal")
        for value, given in zip(values, truth.letters.inputs.values(), strict=True)
    ) and "/" in str([rule.terms() for rule in walk(truth.rule)])


def _with_peers(criterion: Criterion) -> Criterion:
    if criterion.peer_rule is None:
        return criterion
    others = [dict.fromkeys(criterion.letters.figures, value) for value in (10, 50, 100)]
    return criterion.with_spread(spread_of(criterion, others))


def _tries(criterion: Criterion) -> Iterator[list[int]]:
    choices = [_values(given) for given in criterion.letters.inputs.values()]
    yield from (list(each) for each in islice(product(*choices), _MOST_FIGURES))


def _values(given: Input) -> list[int]:
    if given.type == "yes_no":
        return [0, 1]
    if given.type == "choice":
        return list(range(len(given.options)))
    return [value * given.scale for value in _GRID]


def _pairs(truth: Sequence[Row], draft: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Rows of both sides that are the same row, in printed order."""
    matcher = SequenceMatcher(
        None, [_label(row) for row in truth], [_label(row) for row in draft], autojunk=False
    )
    for tag, one, one_end, other, other_end in matcher.get_opcodes():
        if tag == "equal":
            yield from zip(range(one, one_end), range(other, other_end), strict=True)
        elif tag == "replace":
            rest = list(range(other, other_end))
            for place in range(one, one_end):
                like = next((each for each in rest if _is_like(truth[place], draft[each])), None)
                if like is not None:
                    rest = rest[rest.index(like) + 1 :]
                    yield place, like


def _label(row: Row) -> str:
    return f"{row.number} {_bare(row.name)[:40]}"


def _is_like(row: Row, other: Row) -> bool:
    if row.number and row.number.rstrip(".") == other.number.rstrip("."):
        return True
    return SequenceMatcher(None, _bare(row.name), _bare(other.name)).ratio() > 0.8


def _parents(indicator_set: IndicatorSet) -> list[int | None]:
    levels = list(indicator_set.levels)
    above: list[int | None] = []
    last: dict[int, int] = {}
    for place, row in enumerate(indicator_set.rows):
        depth = levels.index(row.level)
        last = {level: where for level, where in last.items() if level < depth}
        above.append(last[max(last)] if last else None)
        last[depth] = place
    return above


def _offices(row: Row) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return tuple(map(_tidy, row.lead)), tuple(map(_tidy, row.coordinating))


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" :.")


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()

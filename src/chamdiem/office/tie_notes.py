"""What tie-break rows did to a place, in words: which row parted equals, which one was left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.ranking import Placing
from chamdiem.core.sentences import Language
from chamdiem.core.standings import Standings

_TEXTS: Mapping[str, tuple[str, str]] = {
    "broken": (
        "{organisation} bằng chỉ số với đơn vị khác, xếp trên hoặc dưới theo mục {row}.",
        "{organisation} equals another; row {row} decided.",
    ),
    "overall_broken": (
        "Hạng chung: {organisation} bằng chỉ số với đơn vị khác, xếp trên hoặc dưới theo mục {row}.",
        "Overall: {organisation} equals another; row {row} decided.",
    ),
    "left_out": (
        "{organisation}: mục {row} không áp dụng với một trong các đơn vị bằng chỉ số nên không "
        "dùng để xếp trên, dưới.",
        "{organisation}: nothing of row {row} applies to one of the equals, so it parted none of them.",
    ),
}


def place_notes(standings: Standings, language: Language = "vi") -> dict[str, str]:
    """The notes of everybody whose place tie-break rows had to do with, by code."""
    has_groups = len({each.participant.peer_group for each in standings.standings}) > 1
    told = {}
    for each in standings.standings:
        name = each.participant.name or each.participant.code
        notes = tie_notes(each.placing, name, standings.indicator_set, language, has_groups=has_groups)
        if notes:
            told[each.participant.code] = " ".join(notes)
    return told


def tie_notes(
    placing: Placing,
    organisation: str,
    indicator_set: IndicatorSet,
    language: Language = "vi",
    *,
    has_groups: bool,
) -> list[str]:
    """One sentence for each row that decided the place, or was left out of deciding it.

    Args:
        placing: Where the organisation stands.
        organisation: How a sentence calls it.
        indicator_set: The edition, with its tie-break rows.
        language: Language of the sentences.
        has_groups: Whether there are peer groups beside the ranking of all.
    """
    side = 0 if language == "vi" else 1
    sentences = []
    for name, position in _decisions(placing, has_groups=has_groups):
        row = indicator_set.row(indicator_set.tie_break[position - 1])
        text = _TEXTS[name][side]
        sentences.append(
            text.format(
                organisation=organisation, row=f"{indicator_set.tree.labels[row.key]} {row.correct_name}"
            )
        )
    return sentences


def _decisions(placing: Placing, *, has_groups: bool) -> Iterator[tuple[str, int]]:
    """What happened, and the position of the tie-break row that did it."""
    if placing.tie_broken_by:
        yield "broken", placing.tie_broken_by
    # Where groups are ranked apart, a tie may be broken in the group, among all, or in both; by one row once.
    if has_groups and placing.overall_broken_by not in (0, placing.tie_broken_by):
        yield "overall_broken", placing.overall_broken_by
    left_out = (*placing.tie_left_out, *(placing.overall_left_out if has_groups else ()))
    for position in dict.fromkeys(left_out):
        yield "left_out", position

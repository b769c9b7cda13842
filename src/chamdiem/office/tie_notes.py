"""What was done to a place, in words: which row parted equals, which one was left out, why there is none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.ranking import NOBODY, Neighbours, Placing
from chamdiem.core.sentences import Language
from chamdiem.core.sentences.set_values import tie_row_text
from chamdiem.core.standings import Standings

_TEXTS: Mapping[str, tuple[str, str]] = {
    "broken": (
        "{organisation} bằng chỉ số, theo {row} xếp {where}.",
        "{organisation} equals others; by {row} it stands {where}.",
    ),
    "overall_broken": (
        "Hạng chung: {organisation} bằng chỉ số, theo {row} xếp {where}.",
        "Overall: {organisation} equals others; by {row} it stands {where}.",
    ),
    "left_out": (
        "{organisation}: {row} không áp dụng với một trong các đơn vị bằng chỉ số nên không "
        "dùng để xếp trên, dưới.",
        "{organisation}: nothing of {row} applies to one of the equals, so it parted none of them.",
    ),
    "unplaced": (
        "{organisation} không xếp hạng: không tiêu chí nào áp dụng.",
        "{organisation} has no place: no criterion applies to it.",
    ),
    "above": ("dưới {others}", "below {others}"),
    "below": ("trên {others}", "above {others}"),
    "more": ("{others} và {count} đơn vị khác", "{others} and {count} more"),
}

_NEIGHBOURS: Mapping[str, Callable[[Placing], Neighbours]] = {
    "broken": lambda placing: placing.parted_from,
    "overall_broken": lambda placing: placing.overall_parted_from,
    "left_out": lambda placing: NOBODY,  # noqa: ARG005  it parted nobody
}
# So many equals are named on each side.
_MOST_NAMED = 3


def place_notes(standings: Standings, language: Language = "vi") -> dict[str, str]:
    """The notes of everybody whose place tie-break rows had to do with or who has none, by code."""
    has_groups = len({each.participant.peer_group for each in standings.standings}) > 1
    told, names = {}, {each.participant.code: each.participant.name for each in standings.standings}
    for each in standings.standings:
        notes = tie_notes(each.placing, names, standings.indicator_set, language, has_groups=has_groups)
        if each.sheet.shown_index is None:
            notes = [unplaced_note(each.participant.name or each.participant.code, language)]
        if notes:
            told[each.participant.code] = " ".join(notes)
    return told


def unplaced_note(organisation: str, language: Language = "vi") -> str:
    """Why an organisation to which nothing applies has no place."""
    return _say("unplaced", language, organisation=organisation)


def tie_notes(
    placing: Placing,
    names: Mapping[str, str],
    indicator_set: IndicatorSet,
    language: Language = "vi",
    *,
    has_groups: bool,
) -> list[str]:
    """One sentence for each row that decided the place, or was left out of deciding it.

    Args:
        placing: Where the organisation stands.
        names: How each organisation is called, by code; by its code where that is empty.
        indicator_set: The edition, with its tie-break rows.
        language: Language of the sentences.
        has_groups: Whether there are peer groups beside the ranking of all.
    """
    sentences = []
    for code, position in _decisions(placing, has_groups=has_groups):
        row = indicator_set.row(indicator_set.tie_break[position - 1])
        facts = {
            "organisation": names.get(placing.code) or placing.code,
            "row": tie_row_text(indicator_set, row.key, row.correct_name, language),
            "where": _where(_NEIGHBOURS[code](placing), names, language),
        }
        sentences.append(_say(code, language, **facts))
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


def _where(neighbours: Neighbours, names: Mapping[str, str], language: Language) -> str:
    """``trên Xã B, dưới Xã D``."""
    sides = (("below", neighbours.below), ("above", neighbours.above))
    return ", ".join(
        _say(side, language, others=_listed([names.get(code) or code for code in codes], language))
        for side, codes in sides
        if codes
    )


def _listed(others: Sequence[str], language: Language) -> str:
    listed = ", ".join(others[:_MOST_NAMED])
    more = len(others) - _MOST_NAMED
    return _say("more", language, others=listed, count=str(more)) if more > 0 else listed


def _say(code: str, language: Language, **facts: str) -> str:
    return _TEXTS[code][0 if language == "vi" else 1].format(**facts)

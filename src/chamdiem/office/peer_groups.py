"""Peer groups as people type them: “Miền Núi” and “Miền  núi” are one group, and are read as one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.labels import plain
from chamdiem.core.standings import Participant
from chamdiem.errors import Place, Problem
from chamdiem.office.answer_sheet import AnswerSheet
from chamdiem.office.organisations import Organisation

Member = TypeVar("Member", Participant, Organisation)

# So many organisations are named beside each spelling.
_MOST_NAMED = 5


def with_settled_groups(answers: AnswerSheet, indicator_set: IndicatorSet, file: str) -> AnswerSheet:
    """Answers whose peer groups are spelt in one way each."""
    members, warnings = settle_groups(answers.participants, indicator_set, file)
    return replace(answers, participants=tuple(members), warnings=(*answers.warnings, *warnings))


def settle_groups(
    members: Sequence[Member], indicator_set: IndicatorSet, file: str
) -> tuple[list[Member], list[Problem]]:
    """Organisations whose groups are spelt in one way each, with a warning of each group that was not.

    A group that the set names is spelt as there, any other as where it stands first.
    """
    settled: dict[str, str] = {}
    named = [each.peer_group for each in indicator_set.grades]
    for group in named + [each.peer_group for each in members]:
        settled.setdefault(plain(group), " ".join(group.split()))
    kept = [replace(each, peer_group=settled[plain(each.peer_group)]) for each in members]
    return kept, list(_warnings(members, settled.values(), file))


def _warnings(members: Sequence[Member], settled: Iterable[str], file: str) -> Iterator[Problem]:
    spelt: dict[str, dict[str, list[str]]] = {}
    for each in members:
        spelt.setdefault(plain(each.peer_group), {}).setdefault(each.peer_group, []).append(each.code)
    for group in settled:
        spellings = spelt.get(plain(group), {})
        if set(spellings) - {group}:
            listed = "; ".join(f"“{each}” ({_named(codes)})" for each, codes in spellings.items())
            facts = {"value": group, "spellings": listed}
            yield Problem("answers.group_spellings", facts, Place(file=file))


def _named(codes: Sequence[str]) -> str:
    more = "" if len(codes) <= _MOST_NAMED else f", … +{len(codes) - _MOST_NAMED}"
    return ", ".join(codes[:_MOST_NAMED]) + more

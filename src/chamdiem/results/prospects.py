"""A result → where its organisation stands, by frozen figures and peers, and what it can win back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from django.db.models import F, Func, JSONField, Value

from chamdiem.analysis.courses import Subject
from chamdiem.analysis.sentences import way_text
from chamdiem.analysis.standpoint import Changes, Standpoint
from chamdiem.analysis.steps import list_prospects
from chamdiem.core.form import Spread
from chamdiem.core.points import exact
from chamdiem.core.sentences import Language
from chamdiem.indicators.selectors import compiled
from chamdiem.office.asked import asked_by
from chamdiem.office.json_reading import read_parsed
from chamdiem.results.models import Result
from chamdiem.results.score_sheets import SheetLine


class _Path(Func):
    """A path into JSON; the database does not guess that a text is one."""

    template = "(%(expressions)s)::text::jsonpath"


class _First(Func):
    """The first value a path leads to."""

    function = "jsonb_path_query_first"
    output_field = JSONField()


class _Named(Func):
    """An object with one text: what a path may name."""

    template = "jsonb_build_object('code', (%(expressions)s)::text)"
    output_field = JSONField()


def subject_of(result: Result, weights: Mapping[str, Fraction] | None = None) -> Subject:
    """Whose way it is, by a closing; one query, whatever the size of the closing.

    Args:
        result: With its closing, track and edition.
        weights: Criterion key → how hard its figures are to move.
    """
    return _subject(result, _entries([result])[result.pk], weights or {})


def subjects_of(results: Sequence[Result]) -> dict[int, Subject]:
    """Result → the same of many, of any closings; one query, none where there are no results."""
    entries = _entries(results) if results else {}
    return {each.pk: _subject(each, entries[each.pk], {}) for each in results}


def _subject(result: Result, entry: Mapping[str, Any], weights: Mapping[str, Fraction]) -> Subject:
    edition = compiled(result.closing.track.edition)
    participant = read_parsed([entry], asked_by(edition.indicator_set)).participants[0]
    spreads = result.closing.spreads.get(result.peer_group, {})
    return Subject(
        scorer=edition.scorer.with_spreads({key: _spread(each) for key, each in spreads.items()}),
        answers=participant.answers,
        overrides=participant.overrides,
        weights=weights,
    )


def with_next_steps(result: Result, lines: Sequence[SheetLine], language: Language = "vi") -> list[SheetLine]:
    """Lines of lost points, each with its next step in words where figures can raise it; one query."""
    standpoint = subject_of(result).standpoint
    found = list_prospects(standpoint, [line.row.key for line in lines if not line.is_taken_off])
    return [
        replace(line, next_step=_said(standpoint, found[key].next_step.changes, key, language))
        if (key := line.row.key) in found
        else line
        for line in lines
    ]


def _said(standpoint: Standpoint, changes: Changes, key: str, language: Language) -> str:
    return way_text(standpoint, changes, key, standpoint.effects(changes.keys(), changes), language)


def list_others(result: Result) -> list[Fraction]:
    """The exact index values of the others that are ranked in its peer group; one query."""
    others = Result.objects.filter(
        closing=result.closing, peer_group=result.peer_group, is_ranked=True, maximum_quanta__gt=0
    ).exclude(pk=result.pk)
    return [Fraction(*pair) for pair in others.values_list("total_quanta", "maximum_quanta")]


def _entries(results: Sequence[Result]) -> dict[int, dict[str, Any]]:
    """Result → what the frozen answers say of its participant; one query."""
    path = _Path(Value("$.organisations[*] ? (@.code == $code)"))
    entry = _First(F("closing__answers"), path, _Named(F("participant__code")))
    return dict(Result.objects.filter(pk__in=[each.pk for each in results]).values_list("pk", entry))


def _spread(each: Mapping[str, Any]) -> Spread:
    return Spread(int(each["count"]), exact(each["least"]), exact(each["most"]))

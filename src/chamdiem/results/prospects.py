"""A result → where its organisation stands, by frozen figures and peers, and what it can win back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Any

from django.db.models import F, Func, JSONField, Value

from chamdiem.analysis.courses import Subject
from chamdiem.analysis.sentences import way_text
from chamdiem.analysis.standpoint import Standpoint
from chamdiem.analysis.steps import Prospect, list_prospects
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


def list_winnable(
    result: Result, lines: Sequence[SheetLine], language: Language | None = "vi"
) -> list[SheetLine]:
    """Lines of lost points, those first where the most can be won back; one query.

    What a criterion can win is what its furthest step by figures alone wins there and in all; where a
    person gives its points, or figures are missing, all that was lost. In a language each has its next
    step in words where figures can raise it.
    """
    standpoint = subject_of(result).standpoint
    found = list_prospects(standpoint, [line.row.key for line in lines])
    seen = [_with_prospect(line, standpoint, found.get(line.row.key), language) for line in lines]
    return sorted(seen, key=lambda line: (line.winnable or 0, line.lost), reverse=True)


def _with_prospect(
    line: SheetLine, standpoint: Standpoint, prospect: Prospect | None, language: Language | None
) -> SheetLine:
    key = line.row.key
    if prospect is None:
        return line if standpoint.is_by_figures(key) else replace(line, winnable=line.lost)
    furthest = prospect.furthest
    winnable = min(furthest.gain, standpoint.gain_at(key, furthest.changes))
    changes = prospect.next_step.changes
    effects = standpoint.effects(changes.keys(), changes)
    said = way_text(standpoint, changes, key, effects, language) if language else ""
    return replace(line, winnable=winnable, next_step=said)


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

"""Answers of organisations → CSV, as the reader takes them back."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from chamdiem.core.figures import list_figures
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.standings import Participant
from chamdiem.office.form_layout import CODE_HEADINGS, NAME_HEADINGS, PEER_GROUP_HEADINGS
from chamdiem.office.safe_text import guarded

_HEADINGS = (CODE_HEADINGS[0], NAME_HEADINGS[0], PEER_GROUP_HEADINGS[0])


def write_answers_csv(participants: Iterable[Participant], indicator_set: IndicatorSet) -> bytes:
    """A line for each organisation, a column for each figure; a missing figure is an empty cell."""
    figures = list_figures(indicator_set)
    text = StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([*_HEADINGS, *map(guarded, figures)])
    for each in participants:
        values = (each.answers.get(key) for key in figures)
        shown = (
            "" if value is None else figure.input.type_out(value)
            for figure, value in zip(figures.values(), values, strict=True)
        )
        writer.writerow([*map(guarded, (each.code, each.name, each.peer_group)), *shown])
    # With a mark at the beginning Excel reads the file as UTF-8.
    return text.getvalue().encode("utf-8-sig")

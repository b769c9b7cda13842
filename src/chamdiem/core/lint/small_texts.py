"""The small texts of a set: offices, labels and units of figures, levels of choices, grades, tree levels."""

from __future__ import annotations

from collections.abc import Iterator

from chamdiem.core.indicator_set import IndicatorSet, Row
from chamdiem.core.lint.wording import Passage, corrected
from chamdiem.core.rules.choice import ChoiceRule
from chamdiem.core.rules.rule import walk

SMALL_FIELDS = frozenset({"level", "grade", "lead", "coordinating", "label", "unit", "option"})


def list_small_texts(indicator_set: IndicatorSet) -> Iterator[Passage]:
    """Every small text, once for the set where the set gives it, once for a row where a row does.

    Spellings the set records as another office's are known already.
    """
    for level in indicator_set.levels.values():
        yield Passage(None, "level", level)
    for name in dict.fromkeys(grade.name for grade in indicator_set.grades):
        yield Passage(None, "grade", name)
    told = {spelling for spellings in indicator_set.offices.values() for spelling in spellings}
    for row in indicator_set.rows:
        for field in ("lead", "coordinating"):
            for office in getattr(row, field):
                if office not in told:
                    told.add(office)
                    yield Passage(row, field, office)
        yield from _asked(row)


def _asked(row: Row) -> Iterator[Passage]:
    """What the figures of a row are called and counted in, and the levels of its choices.

    A label that repeats the name of the row is told with the name.
    """
    known = {corrected(row, "name")}
    texts = [(field, getattr(given, field)) for given in row.inputs.values() for field in ("label", "unit")]
    for rule in () if row.rule is None else walk(row.rule):
        if isinstance(rule, ChoiceRule):
            texts += [("option", option.label) for option in rule.options.values()]
    for field, text in texts:
        if text and text not in known:
            known.add(text)
            yield Passage(row, field, text)

"""What a ruling moves beside the criterion it is about: a figure is read by several."""

from __future__ import annotations

from chamdiem.appraisals.peers import compared_with
from chamdiem.appraisals.scoring import Columns, columns_of, differ, three_layers
from chamdiem.assessments.models import Assessment
from chamdiem.indicators.selectors import compiled


def list_moved(assessment: Assessment) -> list[Columns]:
    """The criteria without a ruling whose points the ruled figures change, in printed order.

    No query where the layers are at hand, but for the figures of others where points hang on them.
    """
    rulings = assessment.rulings.all()
    ruled_on = {each.criterion_key for each in rulings}
    figures = {figure for each in rulings for figure in each.answers}
    scorer = compiled(assessment.participant.track.edition).scorer
    reading = [
        key
        for key, criterion in scorer.criteria.items()
        if key not in ruled_on and not figures.isdisjoint(criterion.letters.figures)
    ]
    if not reading:
        return []
    layers, scorers = three_layers(assessment), compared_with(assessment).scorers(scorer)
    _, appraised, final = layers
    ruled = {key for key in figures if appraised.answers.get(key) != final.answers.get(key)}
    found = [
        columns_of(key, layers, scorers)
        for key in reading
        # What only the rulings on others move is not of these figures.
        if not ruled.isdisjoint(scorer.criteria[key].letters.figures)
    ]
    return [each for each in found if differ(each.appraised, each.final)]

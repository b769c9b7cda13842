"""What the same organisation gave in the campaign before."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from chamdiem.assessments.asked import Asked, asked_of
from chamdiem.assessments.models import Answer, Assessment
from chamdiem.core.inputs import Input
from chamdiem.core.unit_slips import is_money, is_unit_slip
from chamdiem.indicators.models import Edition


def figures_before(
    assessment: Assessment, asked: Asked, figures: Collection[str] | None = None
) -> dict[str, Answer]:
    """Figure → last year's answer, where it asked for the same; at most three queries.

    A figure that kept its key but changed its kind or unit is another figure.
    """
    participant = assessment.participant
    campaign = participant.campaign
    if campaign.previous_id is None:
        return {}
    found = (
        Assessment.objects.filter(
            participant__campaign_id=campaign.previous_id,
            participant__organisation=participant.organisation_id,
        )
        .values_list("pk", "participant__track__edition_id")
        .first()
    )
    if found is None:
        return {}
    pk, edition_id = found
    before = asked if edition_id == participant.track.edition_id else asked_of(_edition(edition_id))
    answers = Answer.objects.filter(assessment_id=pk)
    if figures is not None:
        answers = answers.filter(figure__in=figures)
    return {
        each.figure: each
        for each in answers
        if each.figure in asked.figures
        and each.figure in before.figures
        and _is_alike(asked.figures[each.figure].input, before.figures[each.figure].input)
    }


def money_before(assessment: Assessment, asked: Asked, figures: Iterable[str]) -> dict[str, Answer]:
    """The same for amounts of money alone; no query where none is asked for."""
    money = [key for key in figures if is_money(asked.figures[key].input)]
    return figures_before(assessment, asked, money) if money else {}


def is_slip(given: Input, value: int | None, before: Answer | None) -> bool:
    """Whether an amount of money is so far from last year's that its unit must be another."""
    return before is not None and is_money(given) and is_unit_slip(value, before.value)


def _edition(edition_id: int) -> Edition:
    return Edition.objects.defer("document").get(pk=edition_id)


def _is_alike(one: Input, other: Input) -> bool:
    kinds = [(each.type, each.unit, each.scale, tuple(each.options), each.since) for each in (one, other)]
    return kinds[0] == kinds[1]

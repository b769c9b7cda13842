"""The gaps of a dossier: the list people work through, and what refuses its submission."""

from __future__ import annotations

from chamdiem.assessments.asked import Asked
from chamdiem.assessments.content import Content
from chamdiem.assessments.gaps import Gap, gaps_of_row
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.permissions import Access
from chamdiem.assessments.tally import outcome_of
from chamdiem.campaigns.policies import Policies


def gaps_in(
    assessment: Assessment, asked: Asked, content: Content, access: Access | None = None
) -> tuple[Gap, ...]:
    """Every gap in printed order, or those of the rows a person sees; no query."""
    policies = Policies.from_data(assessment.participant.campaign.policies)
    scorer = asked.edition.scorer
    return tuple(
        gap
        for key, row in asked.rows.items()
        if access is None or access.sees(key)
        for gap in gaps_of_row(row, asked, content, outcome_of(key, scorer, content), policies)
    )

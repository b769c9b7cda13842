"""Reading dossiers: doors first, everything else builds on them."""

from chamdiem.assessments.selectors.doors import (
    access_to,
    enter,
    get_assessment,
    list_assessments,
    list_own_assessments,
    with_campaign,
)
from chamdiem.assessments.selectors.loading import canonical_content, count_evidence, load_content

__all__ = [
    "access_to",
    "canonical_content",
    "count_evidence",
    "enter",
    "get_assessment",
    "list_assessments",
    "list_own_assessments",
    "load_content",
    "with_campaign",
]

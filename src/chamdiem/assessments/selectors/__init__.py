"""Reading dossiers: doors first, everything else builds on them."""

from chamdiem.assessments.selectors.doors import (
    access_to,
    enter,
    get_assessment,
    list_assessments,
    list_own_assessments,
    with_campaign,
)
from chamdiem.assessments.selectors.listing import (
    deadline_of,
    list_accesses,
    list_states,
    part_of,
    search_own_assessments,
)
from chamdiem.assessments.selectors.loading import canonical_content, count_evidence, load_content

__all__ = [
    "access_to",
    "canonical_content",
    "count_evidence",
    "deadline_of",
    "enter",
    "get_assessment",
    "list_accesses",
    "list_assessments",
    "list_own_assessments",
    "list_states",
    "load_content",
    "part_of",
    "search_own_assessments",
    "with_campaign",
]

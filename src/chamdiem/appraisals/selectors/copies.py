"""The same file shown elsewhere: by another organisation, for another criterion, in another campaign.

Found by the hash under which a file is kept. An appraiser learns of the dossiers
she appraises or watches, and of no other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db.models import F, Q, QuerySet

from chamdiem.accounts.models import User
from chamdiem.appraisals.selectors.doors import list_appraised
from chamdiem.appraisals.selectors.shown import DocumentShown
from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import Campaign
from chamdiem.evidence.models import EvidenceUse
from chamdiem.indicators.selectors import compiled


@dataclass(frozen=True, slots=True)
class Copy:
    """One other place in which the content of a document is shown."""

    assessment_id: int
    key: str
    # How people call the criterion there.
    label: str
    organisation: str
    campaign: str
    is_other_organisation: bool
    is_other_campaign: bool


def with_copies(
    documents: Sequence[DocumentShown], *, actor: User, assessment: Assessment, key: str
) -> list[DocumentShown]:
    """The documents of one criterion, each with the other places of its newest file; one query."""
    files = {each.file_id for each in documents if each.file_id is not None}
    seen = list_appraised(actor=actor).order_by().values("pk")
    found = _uses_of(files).filter(assessment__in=seen).exclude(assessment=assessment, criterion_key=key)
    copies: defaultdict[int, list[Copy]] = defaultdict(list)
    for use in found if files else ():
        copies[_file_of(use)].append(_copy(use, assessment))
    return [
        replace(each, copies=tuple(sorted(copies.get(each.file_id or 0, ()), key=_own_last)))
        for each in documents
    ]


def list_copied(
    *, campaign: Campaign, assessment_ids: Collection[int]
) -> Mapping[tuple[int, str], list[Copy]]:
    """(Dossier, criterion) → where else its files are shown: by others, or in other campaigns of the owner.

    Only files that are found elsewhere; the same file for another criterion of the
    same dossier is no copy. Two queries.
    """
    own = _uses_of().filter(assessment__in=assessment_ids)
    by_file: defaultdict[int, list[EvidenceUse]] = defaultdict(list)
    for use in own:
        by_file[_file_of(use)].append(use)
    copied: defaultdict[tuple[int, str], list[Copy]] = defaultdict(list)
    owner = {"assessment__participant__campaign__owner": campaign.owner_id}
    for other in _uses_of(list(by_file)).filter(**owner) if by_file else ():
        for use in by_file[_file_of(other)]:
            copy = _copy(other, use.assessment)
            if copy.is_other_organisation or copy.is_other_campaign:
                copied[use.assessment_id, use.criterion_key].append(copy)
    return copied


def _uses_of(files: Collection[int] | None = None) -> QuerySet[EvidenceUse]:
    """Uses of documents with the file of each version as ``file_id``, or only of some files."""
    one_of = (
        Q(document__versions__file__isnull=False) if files is None else Q(document__versions__file__in=files)
    )
    return (
        EvidenceUse.objects.filter(one_of, removed_at__isnull=True)
        .annotate(file_id=F("document__versions__file"))
        .select_related("assessment__participant__campaign", "assessment__participant__track__edition")
        .defer("assessment__participant__track__edition__document")
        .order_by("assessment__participant__name_order", "criterion_key", "pk")
    )


def _own_last(copy: Copy) -> tuple[bool, bool]:
    """Others first, then other campaigns: that a document serves several criteria is common."""
    return not copy.is_other_organisation, not copy.is_other_campaign


def _file_of(use: EvidenceUse) -> int:
    return int(use.file_id)  # type: ignore[attr-defined]  # annotated


def _copy(use: EvidenceUse, here: Assessment) -> Copy:
    there, participant = use.assessment.participant, here.participant
    return Copy(
        use.assessment_id,
        use.criterion_key,
        compiled(there.track.edition).indicator_set.tree.labels.get(use.criterion_key, use.criterion_key),
        there.name,
        there.campaign.name,
        is_other_organisation=there.organisation_id != participant.organisation_id,
        is_other_campaign=there.campaign_id != participant.campaign_id,
    )

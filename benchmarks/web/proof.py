"""``python -m benchmarks.web proof``: whether copied dossiers are what the use cases would have made them.

Of copies drawn by lot it is computed anew, by the core and by the functions the use cases call: counts,
points and tally; the hash of what was approved and sent; the points, place by place, of last year's results.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random

from chamdiem.appraisals.scoring import three_sheets
from chamdiem.assessments.asked import asked_of
from chamdiem.assessments.content import hash_of
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.selectors.doors import with_campaign
from chamdiem.assessments.selectors.loading import canonical_content, load_content
from chamdiem.assessments.services.locking import COUNTED, count_again
from chamdiem.results.models import Result

_SAMPLE = 60


def main() -> None:
    """Look at a sample; prints how many were looked at and how many differ."""
    pks = list(Assessment.objects.order_by("pk").values_list("pk", flat=True))
    drawn = Random(4).sample(pks, min(_SAMPLE, len(pks)))  # noqa: S311  nothing secret
    dossiers = list(with_campaign().filter(pk__in=drawn))
    differences = {each.pk: list(_differences(each)) for each in dossiers}
    differing = {pk: found for pk, found in differences.items() if found}
    print(json.dumps({"looked_at": len(dossiers), "differing": len(differing), "what": differing}))


def _differences(dossier: Assessment) -> Iterator[str]:
    asked = asked_of(dossier.participant.track.edition)
    before = [getattr(dossier, name) for name in COUNTED]
    count_again(dossier, asked)
    if [getattr(dossier, name) for name in COUNTED] != before:
        yield "counts"
    content_hash = hash_of(canonical_content(dossier, load_content(dossier)))
    approval = dossier.approvals.filter(voided_at__isnull=True).first()
    if approval is not None and approval.content_hash != content_hash:
        yield "approval"
    for submission in dossier.submissions.all():
        if submission.content_hash != hash_of(submission.content) or submission.content_hash != content_hash:
            yield "submission"
    for result in Result.objects.filter(participant=dossier.participant):
        sheet = three_sheets(dossier).final
        if result.total_quanta != int(sheet.total.points * asked.indicator_set.rounding.quanta_per_point):
            yield "result"

"""What an organisation is told of its explanation: that it is asked, decided on again, ruled on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from django.urls import reverse

from chamdiem.appraisals.models import Ruling
from chamdiem.appraisals.permissions import COUNCIL
from chamdiem.assessments.models import Assessment
from chamdiem.assessments.services.reminding import explanation_due
from chamdiem.campaigns.models import Campaign
from chamdiem.indicators.selectors import compiled
from chamdiem.notices.reminding import Happening, tell_begun, tell_news


def tell_opened(assessment: Assessment, keys: Collection[str], *, now: datetime) -> None:
    """Tell officers and leaders what they are asked to explain, and until when."""
    participant = assessment.participant
    title = f"{participant.campaign.name}: mời {participant.name} giải trình kết quả thẩm định"
    about = f"Đồng ý hoặc giải trình từng tiêu chí: {_labels(assessment, keys)}."
    tell_begun([replace(explanation_due(assessment), title=title, about=about)], now=now)


def tell_decided(assessment: Assessment, keys: Collection[str], number: int, *, now: datetime) -> None:
    """Tell them what was decided on their justification in a later round."""
    participant = assessment.participant
    told = _happening(
        assessment,
        key=f"appraisal:{assessment.pk}",
        title=f"{participant.campaign.name}: đã thẩm định lại giải trình của {participant.name}",
        about=f"Kết luận vòng {number} và lý do: {_labels(assessment, keys)}.",
    )
    tell_news(told, moment=f"round:{number}", now=now)


def tell_ruled(campaign: Campaign, *, now: datetime) -> None:
    """Tell them, once results are published, what the council ruled on their disputes; new rulings only."""
    found = Ruling.objects.filter(assessment__participant__campaign=campaign).select_related(
        "assessment__participant__organisation",
        "assessment__participant__campaign",
        "assessment__participant__track__edition",
    )
    ruled: dict[Assessment, list[Ruling]] = defaultdict(list)
    for each in found:
        row = compiled(each.assessment.participant.track.edition).indicator_set.row(each.criterion_key)
        if row.evaluator != COUNCIL:
            ruled[each.assessment].append(each)
    news = [_ruled(assessment, rulings) for assessment, rulings in ruled.items()]
    tell_news(*news, moment="published", now=now)


def _ruled(assessment: Assessment, rulings: Sequence[Ruling]) -> Happening:
    participant, newest = assessment.participant, max(each.ruled_at for each in rulings)
    return _happening(
        assessment,
        key=f"ruling:{assessment.pk}:{newest:%Y%m%d%H%M%S}",
        title=f"{participant.campaign.name}: hội đồng đã kết luận về giải trình của {participant.name}",
        about=f"Kết luận và lý do: {_labels(assessment, [each.criterion_key for each in rulings])}.",
    )


def _happening(assessment: Assessment, *, key: str, title: str, about: str) -> Happening:
    organisation = assessment.participant.organisation
    return Happening(
        key=key,
        title=title,
        url=reverse("appraisals:explanation", args=[assessment.pk]),
        organisation_id=organisation.pk,
        path=organisation.path,
        about=about,
    )


def _labels(assessment: Assessment, keys: Collection[str]) -> str:
    """The criteria as the document numbers them, in printed order."""
    indicator_set = compiled(assessment.participant.track.edition).indicator_set
    return ", ".join(indicator_set.tree.labels[row.key] for row in indicator_set.criteria if row.key in keys)

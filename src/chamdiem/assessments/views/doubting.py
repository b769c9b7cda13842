"""Figures that were taken from elsewhere, where it does not say so any more."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.utils.translation import gettext as _

from chamdiem.assessments.offers import Offer, figure_for, list_offers
from chamdiem.assessments.selectors.criterion import CriterionView, Field
from chamdiem.assessments.selectors.dossier import Dossier


def with_doubts(dossier: Dossier, view: CriterionView) -> CriterionView:
    """A criterion whose figures say where what they were taken from is gone or says another number.

    No query where none was taken.
    """
    if not any(_is_taken(field) for field in view.fields):
        return view
    offers = list_offers(dossier.assessment, view.row.key)
    fields = (
        replace(each, doubt=_doubt(dossier, view.row.key, each, offers)) if _is_taken(each) else each
        for each in view.fields
    )
    return replace(view, fields=tuple(fields))


def _is_taken(field: Field) -> bool:
    return bool(field.origin) and field.entered_at is None


def _doubt(dossier: Dossier, row: str, field: Field, offers: Iterable[Offer]) -> str:
    now = [
        (offered.typed, offer.origin)
        for offer in offers
        for offered in offer.figures
        if (figure := figure_for(dossier.asked, row, offered)) is not None and figure.key == field.key
    ]
    if any(typed == field.value for typed, _origin in now):
        return ""
    if now:
        return _(
            "Kế hoạch nay ghi số khác: {value} ({origin}). Hãy đối chiếu rồi sửa hoặc giữ số liệu."
        ).format(value=now[0][0], origin=now[0][1])
    return _(
        "Kế hoạch không còn đề nghị số liệu này: báo cáo mà số liệu được lấy từ đó đã bị trả lại, đã sửa "
        "hoặc không còn được tính. Hãy đối chiếu rồi sửa hoặc giữ số liệu."
    )

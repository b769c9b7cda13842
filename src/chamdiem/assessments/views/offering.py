"""What was finished elsewhere beside a criterion: each figure, the field it fits, what stands there."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from chamdiem.assessments.offers import Offer, OfferedFigure, figure_for, find_offers
from chamdiem.assessments.selectors.criterion import CriterionView, Field
from chamdiem.assessments.selectors.dossier import Dossier
from chamdiem.evidence.selectors import list_documents


@dataclass(frozen=True, slots=True)
class Taking:
    """One offered figure on a page; ``field`` is None where it fits none that may be filled in."""

    figure: OfferedFigure
    field: Field | None
    is_taken: bool

    @property
    def stands(self) -> str:
        """Another number that taking this one would replace; empty where there is none."""
        if self.field is None or self.field.value in ("", self.figure.typed):
            return ""
        return self.field.shown or self.field.value

    @property
    def sent(self) -> dict[str, str]:
        """What a form sends to take it: the number, and the version of what it replaces."""
        if self.field is None:
            return {}
        key = self.field.key
        return {key: self.figure.typed, f"version:{key}": str(self.field.version)}

    @property
    def warning(self) -> str:
        """What taking it does to the number that stands there."""
        return _("Đang ghi {old}. Nếu đồng ý, số này được thay bằng {new}.").format(
            old=self.stands, new=self.figure.typed
        )


def offers_beside(dossier: Dossier, view: CriterionView, shown: Collection[int]) -> dict[str, Any]:
    """What templates need to draw the offers for a criterion, and why others are withheld."""
    found = find_offers(dossier.assessment, view.row.key)
    return {
        "offers": _takings(dossier, view, shown, [offer for offer in found if not offer.withheld]),
        "withheld": list(dict.fromkeys(offer.withheld for offer in found if offer.withheld)),
    }


def _takings(
    dossier: Dossier, view: CriterionView, shown: Collection[int], offers: Sequence[Offer]
) -> list[tuple[Offer, list[Taking]]]:
    """Every offer for a criterion with its figures.

    A document that is shown already, or that this person may not see, is left out.
    """
    wanted = {offer.document.pk for offer in offers if offer.document is not None} - set(shown)
    visible = list_documents(actor=dossier.actor).filter(pk__in=wanted)
    seen = set(visible.values_list("pk", flat=True)) if wanted else set()
    return [
        (offer, [_taking(dossier, view, offer, each) for each in offer.figures])
        for offer in offers
        if offer.document is None or offer.document.pk in seen
    ]


def _taking(dossier: Dossier, view: CriterionView, offer: Offer, offered: OfferedFigure) -> Taking:
    figure = figure_for(dossier.asked, view.row.key, offered)
    fields = (each for each in view.fields if figure is not None and each.key == figure.key)
    field = next((each for each in fields if not each.is_locked), None)
    is_taken = field is not None and field.origin == offer.origin and field.value == offered.typed
    return Taking(offered, field, is_taken)

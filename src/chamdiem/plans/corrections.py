"""A fed value beside what a correction of its result, published since, makes of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from chamdiem.plans.models import MeasureValue
from chamdiem.results.models import Result
from chamdiem.web.numbers import plain


@dataclass(frozen=True, slots=True)
class Correction:
    """What stands in place of a fed value: ``value`` of ``result``; None where the result has it no more.

    ``release`` is the number of the publication, 0 where the body has no result in it.
    """

    old: MeasureValue
    result: Result | None
    value: Decimal | None
    release: int = 0

    @property
    def sentence(self) -> str:
        """What was corrected, with the old and the new value."""
        unit = self.old.measure.unit
        facts = {"release": self.release, "old": plain(self.old.value, 6), "unit": unit}
        if self.value is None:
            return (
                _("Kết quả đã được đính chính và không còn số liệu này; ở đây vẫn là %(old)s %(unit)s.")
                % facts
            )
        facts["new"] = plain(self.value, 6)
        return (
            _(
                "Kết quả đã được đính chính (công bố lần %(release)s): %(old)s %(unit)s nay là "
                "%(new)s %(unit)s. Ở đây vẫn là số cũ."
            )
            % facts
        )

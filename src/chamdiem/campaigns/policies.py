"""The choices of a campaign that a decision leaves to its authority, as data with defaults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any, Self

# The columns of a score sheet, in printed order.
COLUMNS = ("self_label", "appraised_label", "final_label", "note_label")


@dataclass(frozen=True, slots=True, kw_only=True)
class Policies:
    """How a campaign is run (quy định của kỳ đánh giá).

    Labels are those of the decision's score sheet, because titles of bodies change.
    """

    self_label: str = "Tự đánh giá"
    appraised_label: str = "Cơ quan thường trực đánh giá"
    final_label: str = "Điểm đạt được"
    note_label: str = "Ghi chú"
    # Whether a criterion without evidence needs a written explanation before submission.
    explain_missing_evidence: bool = True
    # Whether evidence that must be signed needs a signature that was found valid.
    require_signatures: bool = True
    # Whether somebody who joins or hands in after the day may still do so with an extension only.
    late_needs_extension: bool = True
    appraisal_rounds: int = 2

    @property
    def column_taken(self) -> str:
        """The first column that is called like one before it, as ``final_label``; empty where none is."""
        named: set[str] = set()
        for column in COLUMNS:
            name = " ".join(getattr(self, column).split()).casefold()
            if name in named:
                return column
            named.add(name)
        return ""

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Self:
        """Read what is stored; what is unknown is left out, what is absent takes its default."""
        known = {field.name for field in fields(cls)}
        return cls(**{name: value for name, value in data.items() if name in known})

    def to_data(self) -> dict[str, Any]:
        """As plain data, to be stored."""
        return asdict(self)

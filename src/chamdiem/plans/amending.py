"""What of a plan is in force while it is amended, and what still waits for approval."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chamdiem.core.improvement_plan import Plan as PrintedPlan
from chamdiem.plans.content import printed, printed_text
from chamdiem.plans.models import Plan
from chamdiem.plans.taking_in import Change, list_changes


@dataclass(frozen=True, slots=True)
class Pending:
    """The changes of a plan that nobody has approved yet."""

    changes: Sequence[Change] = ()

    def of(self, *lists: str) -> Sequence[Change]:
        """Those of some lists."""
        return [each for each in self.changes if each.listed in lists]

    def marks(self, *lists: str) -> Mapping[str, str]:
        """Key of an entry of these lists → ``create``, ``change`` or ``remove``."""
        return {each.key: each.what for each in self.of(*lists)}


def text_in_force(plan: Plan) -> str:
    """The document as it holds: that of the newest version while a plan is amended; one query then."""
    if plan.status != Plan.Status.REVISING:
        return plan.document
    return plan.versions.values_list("document", flat=True)[0]


def printed_in_force(plan: Plan) -> PrintedPlan:
    """The content of a plan as it holds; of a draft, as it stands."""
    return printed_text(text_in_force(plan), plan.key)


def find_pending(plan: Plan, *, is_seen: bool) -> Pending:
    """What waits for approval, for those who see it; nothing of a plan that is not being amended."""
    if not is_seen or plan.status != Plan.Status.REVISING:
        return Pending()
    return Pending(tuple(list_changes(printed_in_force(plan), printed(plan))))

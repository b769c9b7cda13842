"""What others did lately that a person should know of, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chamdiem.audit.texts import action_name

# What an organisation learns of its own dossiers and its own place in a campaign.
TO_THE_BODY = (
    "appraisal.finish",
    "assessment.approve",
    "assessment.remark",
    "assessment.return",
    "assessment.submit",
    "assessment.withdraw",
    "assignment.give",
    "explanation.open",
    "explanation.send",
    "participant.extend",
    "participant.join_late",
)
# What of it concerns one who fills in a part: not the ways of the whole to its signature.
TO_A_CONTRIBUTOR = ("assessment.return", "assignment.give", "participant.extend")
# What those who judge learn of the dossiers below them.
TO_THE_AUTHORITY = ("assessment.submit", "assessment.withdraw", "explanation.send")
# What everybody in a campaign learns of it.
OF_THE_CAMPAIGN = ("campaign.change_calendar", "campaign.open", "results.publish", "results.reopen")


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """One thing somebody else did; ``url`` is empty where this person may not open it."""

    action: str
    subject: str
    campaign: str
    person: str
    at: datetime
    url: str = ""

    @property
    def what(self) -> str:
        """What was done, in the language of the page."""
        return action_name(self.action)

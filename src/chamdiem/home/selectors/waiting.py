"""What waits for a person, from everything the apps below know; a constant number of queries."""

from __future__ import annotations

from datetime import datetime

from chamdiem.accounts.models import User
from chamdiem.home.selectors.campaigns import list_appraisal_tasks, list_campaign_tasks, list_ruling_tasks
from chamdiem.home.selectors.dossiers import list_dossier_tasks, list_explanation_tasks
from chamdiem.home.selectors.plans import list_given_tasks, list_report_tasks, list_round_tasks
from chamdiem.home.tasks import Task, in_order

MOST_SHOWN = 60


def list_tasks(*, actor: User, now: datetime) -> list[Task]:
    """Everything that waits for this person, the nearest deadline first; at most twelve queries."""
    return in_order(
        [
            *list_dossier_tasks(actor, now),
            *list_explanation_tasks(actor, now),
            *list_appraisal_tasks(actor),
            *list_ruling_tasks(actor),
            *list_campaign_tasks(actor, now),
            *list_report_tasks(actor, now),
            *list_round_tasks(actor),
            *list_given_tasks(actor, now),
        ]
    )

"""What the worker does for this app."""

from __future__ import annotations

from typing import Any

from chamdiem.accounts.letters import write_invitation, write_offer, write_second_factor_removed
from chamdiem.accounts.models import Offer, User
from chamdiem.accounts.services.inviting import SEND_INVITATIONS, SEND_OFFERS
from chamdiem.accounts.services.second_factor import TELL_REMOVED
from chamdiem.jobs.models import Job
from chamdiem.jobs.services import report_progress, work


@work(SEND_INVITATIONS)
def send_invitations(job: Job) -> dict[str, Any]:
    """Write to everybody invited; begun again, it goes on where it was."""
    person_ids = job.arguments["person_ids"]
    people = User.objects.in_bulk(person_ids)
    for number, person_id in enumerate(person_ids, start=1):
        person = people.get(person_id)
        if number > job.done and person is not None and person.is_active:
            write_invitation(person, job.arguments["site"])
            report_progress(job, number)
    return {"letters": len(person_ids)}


@work(SEND_OFFERS)
def send_offers(job: Job) -> dict[str, Any]:
    """Write to everybody asked to take a role, as long as it is not settled; begun again, it goes on."""
    offer_ids = job.arguments["offer_ids"]
    offers = Offer.objects.select_related("user", "organisation", "office", "offered_by").in_bulk(offer_ids)
    for number, offer_id in enumerate(offer_ids, start=1):
        offer = offers.get(offer_id)
        if number > job.done and offer is not None and offer.settled_at is None and offer.user.is_active:
            write_offer(offer, job.arguments["site"])
            report_progress(job, number)
    return {"letters": len(offer_ids)}


@work(TELL_REMOVED)
def tell_removed(job: Job) -> dict[str, Any]:
    """Write to the person whose second step was removed."""
    person = User.objects.filter(pk=job.arguments["person_id"]).first()
    if person is not None:
        write_second_factor_removed(person)
    return {"letters": int(person is not None)}

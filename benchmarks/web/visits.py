"""Every list page opened as every role, in the process: how many queries, how long at the server.

``python -m benchmarks.web visits`` prints one line of JSON for each page and role. The way is that
of a request: middleware, view, template, session; only the socket is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from statistics import median
from time import perf_counter

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from benchmarks.web.patterns import PATTERNS, STEPS
from chamdiem.accounts.models import Role, User
from chamdiem.appraisals.models import Appraisal
from chamdiem.campaigns.models import Campaign, Participant

_ROUNDS = 3
# Page → the stage its campaign has to be at; the other lists are shown at any.
_STAGES = {
    "appraisals:queue": Campaign.Status.APPRAISAL,
    "appraisals:explanations": Campaign.Status.EXPLANATION,
    "appraisals:board": Campaign.Status.RULING,
}


def main() -> None:
    """Open everything."""
    current, past = Campaign.objects.order_by("-year")[:2]
    people = dict(_people(current))
    for name, address in _pages(current, past):
        Campaign.objects.filter(pk=current.pk).update(
            status=_STAGES.get(name.partition("?")[0], Campaign.Status.APPRAISAL)
        )
        for role, user in people.items():
            print(json.dumps({"page": name, "role": role, **_visit(user, address)}))
    Campaign.objects.filter(pk=current.pk).update(status=Campaign.Status.APPRAISAL)


def _people(campaign: Campaign) -> Iterator[tuple[str, User]]:
    """One person of each role; those of a body all belong to the same copied dossier."""
    body = _participant(campaign, "asked").organisation
    for role in Role.values:
        users = User.objects.filter(role_assignments__role=role).order_by("pk")
        own = users.filter(role_assignments__organisation=body)
        yield role, own.first() or users[0]


def _participant(campaign: Campaign, step: str) -> Participant:
    """Who has the copy of a step: the body after the last pattern, and so on."""
    participants = (
        Participant.objects.filter(campaign=campaign).order_by("code").select_related("organisation")
    )
    return participants[PATTERNS + STEPS.index(step)]


def _pages(current: Campaign, past: Campaign) -> Iterator[tuple[str, str]]:
    """Every page that lists what grows with the campaign, by the name of its address."""
    asked = _participant(current, "asked")
    body, track = asked.organisation, current.tracks.get()
    key = Appraisal.objects.filter(assessment__participant__campaign=current).earliest("pk").criterion_key
    for name, *arguments in (
        ("home",),
        ("organisations:list",),
        ("organisations:show", body.parent_id),
        ("organisations:show", body.pk),
        ("organisations:suggest",),
        ("accounts:list",),
        ("accounts:at_organisation", body.pk),
        ("accounts:trail",),
        ("indicators:list_editions",),
        ("campaigns:list_campaigns",),
        ("campaigns:show_campaign", current.pk),
        ("campaigns:show_board", current.pk),
        ("campaigns:join_late", current.pk),
        ("campaigns:list_open_offices", current.pk),
        ("campaigns:list_duties", current.pk),
        ("campaigns:show_participant", asked.pk),
        ("campaigns:assign_criteria", asked.pk),
        ("evidence:folder",),
        ("assessments:list",),
        ("assessments:gaps", asked.assessment.pk),
        ("appraisals:queue",),
        ("appraisals:criteria",),
        ("appraisals:criterion", track.pk, key),
        ("appraisals:explanations",),
        ("appraisals:board",),
        ("results:campaigns",),
        ("results:league", past.pk),
        ("results:heat", past.pk),
        ("results:profile", past.pk, past.participants.earliest("code").pk),
        ("portal:campaigns",),
        ("portal:league", past.pk),
    ):
        yield name, reverse(name, args=arguments)
    # The filters and the orders that work hardest.
    for name, query, *arguments in (
        ("organisations:list", "q=tan"),
        ("accounts:list", "q=nguyen"),
        ("accounts:trail", "q=nguyen"),
        ("campaigns:show_board", "q=tan&only=evidence&sort=-points", current.pk),
        ("campaigns:show_board", "page=999", current.pk),
        ("appraisals:queue", "q=tan"),
        ("results:league", "q=tan", past.pk),
    ):
        yield f"{name}?{query}", f"{reverse(name, args=arguments)}?{query}"


def _visit(user: User, address: str) -> dict[str, object]:
    client = Client(headers={"host": "localhost"})
    client.force_login(user, "allauth.account.auth_backends.AuthenticationBackend")
    status = client.get(address).status_code
    if status != 200:
        return {"status": status}
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
        queries = len(captured)
    took = []
    for _ in range(_ROUNDS):
        begun = perf_counter()
        client.get(address)
        took.append(perf_counter() - begun)
    return {"status": status, "queries": queries, "seconds": median(took)}

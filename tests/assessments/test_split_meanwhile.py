"""A body that is split while a campaign runs hands its dossier in as it was begun."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client

from chamdiem.assessments.models import Answer
from chamdiem.assessments.services import approve, submit
from chamdiem.organisations.models import Organisation
from chamdiem.organisations.services import split_organisation
from tests.people import NOW, Cast

from .asking import Opened, at
from .filling import fill, write


def _split(cast: Cast) -> None:
    split_organisation(
        actor=cast.lan,
        predecessor_id=cast.body_a.pk,
        successor_ids=[cast.standing.pk, cast.body_b.pk],
        on=NOW.date(),
        decision="05/QĐ-UBND",
        now=NOW,
    )


@pytest.mark.usefixtures("stopped_clock")
def test_its_people_go_on_and_hand_it_in(cast: Cast, opened: Opened) -> None:
    write(cast, "2.1.a", "40")
    _split(cast)
    assert Organisation.objects.get(pk=cast.body_a.pk).valid_to == NOW.date() - timedelta(days=1)
    client: Client = opened("an")
    assert client.get(at(cast, "tieu-chi/2.1/")).status_code == 200
    fill(cast)
    assert Answer.objects.get(assessment=cast.a, figure="2.1.a").typed == "79"
    cast.a.refresh_from_db()
    approve(actor=cast.dung, assessment_id=cast.a.pk, seen_revision=cast.a.revision, now=NOW)
    submit(actor=cast.an, assessment_id=cast.a.pk, now=NOW)
    cast.a.refresh_from_db()
    assert (cast.a.status, cast.a.participant.name) == ("submitted", "Sở Xây dựng")

"""Two people at the same moment, on real PostgreSQL: one is kept, the other sees it."""

from __future__ import annotations

import pytest

from chamdiem.appraisals.models import Appraisal
from chamdiem.appraisals.services.finishing import finish_appraisal
from chamdiem.assessments.models import Assessment
from chamdiem.audit.verifying import verify_chain
from chamdiem.errors import Conflict, WrongStage
from tests.assessments.test_concurrency import at_once

from ..people import Cast, make_cast
from .staging import APPRAISING, KEYS, another_appraiser, begin_appraisal, decide, give_duty

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def company(transactional_db: None) -> Cast:
    cast = make_cast()
    begin_appraisal(cast)
    return cast


def test_of_two_appraisers_one_sees_the_other(company: Cast) -> None:
    quan = another_appraiser(company)
    give_duty(company, quan)
    mine, theirs = at_once(
        lambda: decide(company, "1.2", "awarded", points="5", reason="Chi chấm"),
        lambda: decide(company, "1.2", "awarded", points="7", reason="Quân chấm", actor=quan),
    )
    kept, refused = (mine, theirs) if isinstance(theirs, Conflict) else (theirs, mine)
    assert isinstance(refused, Conflict)
    row = Appraisal.objects.get()
    assert (row.pk, row.version, row.reason) == (kept.pk, 1, kept.reason)
    assert kept.reason in refused.facts["theirs"]
    assert verify_chain().is_whole


def test_an_appraisal_is_finished_once(company: Cast) -> None:
    for key in KEYS:
        decide(company, key)
    results = at_once(
        lambda: finish_appraisal(actor=company.chi, assessment_id=company.a.pk, now=APPRAISING),
        lambda: finish_appraisal(actor=company.giang, assessment_id=company.a.pk, now=APPRAISING),
    )
    assert [isinstance(each, WrongStage) for each in results].count(True) == 1
    assert Assessment.objects.get(pk=company.a.pk).status == Assessment.Status.SETTLED

"""The leader approves the exact content; it is sent, withdrawn, returned."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, InternalError, transaction

from chamdiem.assessments import services
from chamdiem.assessments.content import hash_of
from chamdiem.assessments.models import Approval, Assessment, Submission
from chamdiem.audit.models import Event
from chamdiem.campaigns.models import Campaign, Extension
from chamdiem.errors import Conflict, Incomplete, NotAllowed, NotFound, WrongStage
from chamdiem.evidence.models import EvidenceUse, StoredFile
from tests.people import LOCAL, NOW, Cast

from .filling import fill, hand_in, show_evidence, write

REASON = "Thiếu quyết định thành lập Ban Chỉ đạo."


def approve(cast: Cast, person: str = "dung", revision: int | None = None) -> Approval:
    cast.a.refresh_from_db()
    return services.approve(
        actor=cast.people[person],
        assessment_id=cast.a.pk,
        seen_revision=cast.a.revision if revision is None else revision,
        now=NOW,
    )


def submit(cast: Cast, person: str = "an", now: datetime = NOW) -> Submission:
    return services.submit(actor=cast.people[person], assessment_id=cast.a.pk, now=now)


def give_back(cast: Cast, person: str = "giang", **more: object) -> Assessment:
    given = {"reason": REASON, "now": NOW, **more}
    return services.return_for_completion(
        actor=cast.people[person],
        assessment_id=cast.a.pk,
        **given,  # type: ignore[arg-type]  # as the use case takes them
    )


def test_the_content_approved_is_the_content_sent(cast: Cast) -> None:
    fill(cast)
    approval = approve(cast)
    submission = submit(cast)
    assert submission.content_hash == approval.content_hash == hash_of(submission.content)
    assert submission.content["answers"]["2.1.a"] == {"value": 79, "typed": "79"}
    assert [each["criterion_key"] for each in submission.content["evidence"]] == ["1.1", "2.1"]
    cast.a.refresh_from_db()
    assert (cast.a.status, cast.a.submitted_at) == (Assessment.Status.SUBMITTED, NOW)
    assert submission.points == cast.a.claimed_points


def test_approval_and_submission_are_audited(cast: Cast) -> None:
    hand_in(cast)
    actions = list(
        Event.objects.filter(action__in=["assessment.approve", "assessment.submit"]).order_by("number")
    )
    assert [(each.action, each.actor_id) for each in actions] == [
        ("assessment.approve", cast.dung.pk),
        ("assessment.submit", cast.an.pk),
    ]


def test_a_change_voids_the_approval_and_says_why(cast: Cast) -> None:
    fill(cast)
    approval = approve(cast)
    write(cast, "2.3.n", "4")
    approval.refresh_from_db()
    assert (approval.voided_at, approval.voided_by) == (NOW, cast.an)
    assert approval.voided_because == "2.3: Số cuộc họp"
    with pytest.raises(Incomplete, match="not_approved"):
        submit(cast)


def test_new_evidence_voids_it_too(cast: Cast) -> None:
    fill(cast)
    approval = approve(cast)
    show_evidence(cast, cast.a, "2.3")
    with pytest.raises(Incomplete, match="not_approved"):
        submit(cast)
    services.follow_evidence(assessment_id=cast.a.pk, key="2.3", actor=cast.an, now=NOW)
    approval.refresh_from_db()
    assert approval.voided_because == "2.3: tài liệu kiểm chứng"


def test_approving_what_one_has_not_read_is_refused(cast: Cast) -> None:
    fill(cast)
    seen = cast.a.revision
    write(cast, "2.3.n", "4")
    with pytest.raises(Conflict, match="changed_since_read"):
        approve(cast, revision=seen)


def test_approving_twice_is_one_approval(cast: Cast) -> None:
    fill(cast)
    assert approve(cast) == approve(cast)
    assert Approval.objects.count() == 1


@pytest.mark.parametrize("act", [approve, submit])
def test_what_is_missing_is_named_row_by_row(cast: Cast, act: object) -> None:
    fill(cast)
    write(cast, "2.3.n", "")
    write(cast, "2.1.a", "101")
    EvidenceUse.objects.filter(criterion_key="1.1").delete()
    with pytest.raises(Incomplete) as refused:
        act(cast)  # type: ignore[operator]  # one of the two above
    assert refused.value.facts == {"count": "3", "rows": "1.1, 2.1, 2.3"}


def test_an_unsigned_document_does_not_do_where_a_signature_is_asked(cast: Cast) -> None:
    fill(cast)
    StoredFile.objects.update(signature=StoredFile.Signature.CHANGED)
    with pytest.raises(Incomplete) as refused:
        approve(cast)
    assert refused.value.facts["rows"] == "1.1"


def test_a_campaign_may_do_without_signatures_and_explanations(cast: Cast) -> None:
    fill(cast)
    EvidenceUse.objects.filter(criterion_key="2.1").delete()
    StoredFile.objects.update(signature=StoredFile.Signature.NONE)
    Campaign.objects.update(policies={"require_signatures": False, "explain_missing_evidence": False})
    assert approve(cast).content_hash


def test_a_refusal_changes_nothing(cast: Cast) -> None:
    fill(cast)
    events = Event.objects.count()
    with pytest.raises(Incomplete):
        submit(cast)
    cast.a.refresh_from_db()
    assert (cast.a.status, Submission.objects.count()) == (Assessment.Status.DRAFT, 0)
    assert Event.objects.count() == events


def test_who_may_do_what(cast: Cast) -> None:
    fill(cast)
    with pytest.raises(NotAllowed, match="approve_not_allowed"):
        approve(cast, "an")
    with pytest.raises(NotAllowed, match="submit_not_allowed"):
        submit(cast, "kien")
    for person in ("binh", "minh", "nga", "chi", "lan", "ha"):
        for act in (approve, submit, give_back):
            with pytest.raises(NotFound):
                act(cast, person)


def test_sending_twice_is_refused_and_sends_once(cast: Cast) -> None:
    hand_in(cast)
    with pytest.raises(WrongStage, match="wrong_state"):
        submit(cast)
    assert Submission.objects.count() == 1


def test_the_last_second_is_in_time_for_sending(cast: Cast) -> None:
    fill(cast)
    approve(cast)
    last = datetime.combine(cast.campaign.entry_until, datetime.max.time(), LOCAL)
    with pytest.raises(WrongStage, match="entry_over"):
        submit(cast, now=last + timedelta(microseconds=1))
    assert submit(cast, now=last).submitted_at == last


def test_a_dossier_is_taken_back_until_somebody_appraises_it(cast: Cast) -> None:
    hand_in(cast)
    services.withdraw(actor=cast.an, assessment_id=cast.a.pk, now=NOW)
    cast.a.refresh_from_db()
    assert cast.a.status == Assessment.Status.DRAFT
    assert Submission.objects.get().withdrawn_by == cast.an
    assert submit(cast).number == 2
    Assessment.objects.filter(pk=cast.a.pk).update(status=Assessment.Status.APPRAISAL)
    with pytest.raises(WrongStage, match="wrong_state"):
        services.withdraw(actor=cast.an, assessment_id=cast.a.pk, now=NOW)


def test_a_dossier_that_was_ever_returned_is_not_taken_back(cast: Cast) -> None:
    hand_in(cast)
    give_back(cast, "chi")
    write(cast, "2.3.n", "4")
    approve(cast)
    submit(cast)
    with pytest.raises(WrongStage, match="appraisal_begun"):
        services.withdraw(actor=cast.an, assessment_id=cast.a.pk, now=NOW)
    cast.a.refresh_from_db()
    assert cast.a.status == Assessment.Status.SUBMITTED
    assert Submission.objects.get(number=2).withdrawn_at is None


def test_nor_one_in_which_a_document_was_judged(cast: Cast) -> None:
    hand_in(cast)
    judged = {"verdict": EvidenceUse.Verdict.ACCEPTED, "verdict_by": cast.chi, "verdict_at": NOW}
    EvidenceUse.objects.filter(assessment=cast.a, criterion_key="1.1").update(**judged)
    with pytest.raises(WrongStage, match="appraisal_begun"):
        services.withdraw(actor=cast.an, assessment_id=cast.a.pk, now=NOW)


def test_a_dossier_is_returned_with_the_reason(cast: Cast) -> None:
    hand_in(cast)
    give_back(cast, "chi")
    cast.a.refresh_from_db()
    assert (cast.a.status, cast.a.return_reason) == (Assessment.Status.RETURNED, REASON)
    assert Approval.objects.get().voided_because == "hồ sơ được trả lại để bổ sung"
    write(cast, "2.3.n", "4")
    assert Event.objects.filter(action="assessment.return", facts__reason=REASON).exists()


def test_after_the_last_day_a_return_gives_a_day(cast: Cast) -> None:
    hand_in(cast)
    late = NOW + timedelta(days=25)
    for more, code in (
        ({}, "return_needs_a_day"),
        ({"until": late.date() - timedelta(days=1)}, "return_day_outside"),
        ({"until": cast.campaign.appraisal_until + timedelta(days=1)}, "return_day_outside"),
    ):
        with pytest.raises((Incomplete, WrongStage), match=code):
            give_back(cast, **{"now": late, **more})  # type: ignore[arg-type]  # a mapping of both
    give_back(cast, now=late, until=late.date() + timedelta(days=3))
    assert Extension.objects.get().reason == REASON
    write(cast, "2.3.n", "4", now=late)


def test_a_day_earlier_than_the_last_that_holds_is_refused_and_not_moved_in_silence(cast: Cast) -> None:
    hand_in(cast)
    last = cast.campaign.entry_until
    with pytest.raises(WrongStage, match="return_day_before_last") as refused:
        give_back(cast, until=last - timedelta(days=1))
    assert refused.value.facts["last"] == f"{last:%d/%m/%Y}"
    give_back(cast, until=last)
    assert not Extension.objects.exists()


def test_more_time_for_one_criterion_is_none_for_a_dossier_that_is_returned(cast: Cast) -> None:
    hand_in(cast)
    late = NOW + timedelta(days=25)
    Extension.objects.create(
        participant=cast.a.participant,
        criterion_key="1.1",
        until=late.date() + timedelta(days=9),
        reason=REASON,
        given_by=cast.giang,
        given_at=NOW,
    )
    with pytest.raises(Incomplete, match="return_needs_a_day"):
        give_back(cast, now=late)
    give_back(cast, now=late, until=late.date() + timedelta(days=3))
    write(cast, "2.3.n", "4", now=late)


def test_a_return_needs_a_reason(cast: Cast) -> None:
    hand_in(cast)
    with pytest.raises(Incomplete, match="reason_too_short"):
        give_back(cast, reason="thiếu")


def test_the_database_itself_keeps_what_was_handed_in(cast: Cast) -> None:
    hand_in(cast)
    for act in (lambda: Submission.objects.update(content={}), lambda: Submission.objects.all().delete()):
        with pytest.raises((InternalError, IntegrityError)), transaction.atomic():
            act()

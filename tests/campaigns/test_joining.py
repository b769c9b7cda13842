"""Late joiners, and participants who leave before they have entered anything."""

from __future__ import annotations

import pytest

from chamdiem.assessments.models import Answer, AnswerChange
from chamdiem.audit.models import Event
from chamdiem.campaigns import hooks, services
from chamdiem.campaigns.models import Participant, Track
from chamdiem.campaigns.selectors.preparing import list_left_out, list_other_kinds
from chamdiem.errors import Conflict, Incomplete, NotAllowed, NotFound, WrongStage
from chamdiem.organisations.models import Kind
from tests.people import NOW, Cast


def _join(cast: Cast, name: str = "giang", **fields: object) -> Participant:
    given: dict[str, object] = {
        "track_id": cast.track.pk,
        "organisation_id": cast.standing.pk,
        "reason": "Đơn vị mới thành lập",
        **fields,
    }
    return services.add_late_participant(
        actor=cast.people[name],
        campaign_id=cast.campaign.pk,
        now=NOW,
        **given,  # type: ignore[arg-type]  # the fields of the use case
    )


def test_only_those_who_may_join_are_offered(cast: Cast) -> None:
    def offered() -> set[int]:
        return {pk for pk, _ in list_left_out(cast.campaign)}

    assert offered() == {cast.standing.pk}
    # Nobody of its kind is in another track, so a participant stays where it is.
    other = Track.objects.create(campaign=cast.campaign, edition=cast.edition, name="Khối khác")
    assert offered() == {cast.standing.pk}
    Participant.objects.filter(organisation=cast.body_b).update(track=other)
    assert offered() == {cast.standing.pk, cast.body_a.pk, cast.body_b.pk}


def test_who_runs_the_campaign_does_not_join_it_late(cast: Cast) -> None:
    with pytest.raises(NotFound, match=r"organisation\.not_found"):
        _join(cast, organisation_id=cast.campaign.owner_id)


def test_an_organisation_joins_late_and_the_apps_above_are_told(cast: Cast) -> None:
    told: list[Participant] = []
    follow = hooks.when_joined(lambda participants, now: told.extend(participants))
    try:
        participant = _join(cast, is_ranked=False)
    finally:
        hooks._joined.remove(follow)
    assert (participant.is_late, participant.is_ranked, participant.joined_at) == (True, False, NOW)
    assert told == [participant]
    event = Event.objects.get(action="participant.join_late")
    assert event.organisation_path == cast.standing.path
    assert event.facts["reason"] == "Đơn vị mới thành lập"


def test_joining_late_needs_a_reason(cast: Cast) -> None:
    for reason in (" ", "x"):
        with pytest.raises(Incomplete, match="reason_too_short"):
            _join(cast, reason=reason)
    assert cast.campaign.participants.count() == 2


def test_nobody_joins_twice(cast: Cast) -> None:
    with pytest.raises(Conflict):
        _join(cast, organisation_id=cast.body_a.pk)
    assert cast.campaign.participants.count() == 2


def test_a_body_joins_the_track_of_its_kind(cast: Cast) -> None:
    other = Track.objects.create(campaign=cast.campaign, edition=cast.edition, name="Khối huyện")
    with pytest.raises(Conflict, match="kind_elsewhere"):
        _join(cast, track_id=other.pk)
    assert cast.campaign.participants.count() == 2
    # Nobody of its kind takes part yet: it goes where it is put.
    cast.standing.kind = Kind.objects.exclude(pk=cast.standing.kind_id).earliest("pk")
    cast.standing.save(update_fields=["kind"])
    first = _join(cast, track_id=other.pk)
    assert first.track == other
    assert list_other_kinds(first) == []
    first.track = cast.track
    assert list_other_kinds(first) == [cast.body_a.kind.name]


def test_strangers_and_other_tracks_are_not_found(cast: Cast) -> None:
    with pytest.raises(NotFound):
        _join(cast, organisation_id=cast.elsewhere.pk)
    with pytest.raises(NotFound):
        _join(cast, track_id=0)


@pytest.mark.parametrize(("name", "refusal"), [("an", NotAllowed), ("chi", NotAllowed), ("nga", NotFound)])
def test_nobody_else_lets_join_or_leave(cast: Cast, name: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        _join(cast, name)
    with pytest.raises(refusal):
        _withdraw(cast, name=name)
    assert cast.campaign.participants.count() == 2


def test_after_appraisal_nobody_joins_or_leaves(cast: Cast) -> None:
    cast.campaign.status = "explanation"
    cast.campaign.save()
    with pytest.raises(WrongStage):
        _join(cast)
    with pytest.raises(WrongStage):
        _withdraw(cast)


def _withdraw(cast: Cast, reason: str = "Đơn vị đã giải thể", name: str = "giang") -> None:
    services.withdraw_participant(
        actor=cast.people[name],
        campaign_id=cast.campaign.pk,
        participant_id=cast.a.participant.pk,
        reason=reason,
        now=NOW,
    )


def test_who_has_entered_nothing_can_leave(cast: Cast) -> None:
    number = cast.a.participant.pk
    _withdraw(cast)
    assert not Participant.objects.filter(pk=number).exists()
    event = Event.objects.get(action="participant.withdraw")
    assert (event.subject_id, event.facts) == (str(number), {"reason": "Đơn vị đã giải thể"})


def test_leaving_needs_a_reason(cast: Cast) -> None:
    with pytest.raises(Incomplete):
        _withdraw(cast, " ")


@pytest.mark.parametrize("content", ["revision", "status", "history"])
def test_who_has_entered_something_stays(cast: Cast, content: str) -> None:
    if content == "revision":
        cast.a.revision = 1
    elif content == "status":
        cast.a.status, cast.a.submitted_at = "submitted", NOW
    else:
        Answer.objects.create(assessment=cast.a, figure="1.2.x", value=1, typed="có", changed_at=NOW)
        AnswerChange.objects.create(
            assessment=cast.a, figure="1.2.x", value=1, typed="có", version=1, changed_at=NOW
        )
    cast.a.save()
    with pytest.raises(Conflict):
        _withdraw(cast)
    assert Participant.objects.filter(pk=cast.a.participant.pk).exists()
    assert not Event.objects.exists()
    assert Answer.objects.filter(assessment=cast.a).count() == (1 if content == "history" else 0)

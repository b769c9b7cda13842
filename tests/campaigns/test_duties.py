"""Who appraises what."""

from __future__ import annotations

from typing import Any

import pytest

from chamdiem.accounts.models import Role, RoleAssignment, User
from chamdiem.audit.models import Event
from chamdiem.campaigns import services
from chamdiem.campaigns.models import AppraiserDuty
from chamdiem.campaigns.selectors.duties import (
    count_given_to_nobody,
    count_without_appraiser,
    list_appraisers,
    list_duties,
    list_left_by,
)
from chamdiem.campaigns.services.opening import join
from chamdiem.errors import Conflict, Incomplete, NotAllowed, NotFound, WrongStage
from chamdiem.organisations.models import Office
from tests.people import NOW, Cast


@pytest.fixture
def second(cast: Cast) -> User:
    """A second appraiser of the province."""
    user = User.objects.create_user("thu@vidu.gov.vn", name="Lý Anh Thư")
    RoleAssignment.objects.create(user=user, role=Role.APPRAISER, organisation=cast.province, given_at=NOW)
    return user


def _give(cast: Cast, name: str = "giang", **fields: object) -> AppraiserDuty:
    given: dict[str, object] = {"user_id": cast.chi.pk, "track_id": cast.track.pk, **fields}
    return services.give_duty(
        actor=cast.people[name],
        campaign_id=cast.campaign.pk,
        now=NOW,
        **given,  # type: ignore[arg-type]  # the fields of the use case
    )


def test_an_appraiser_gets_a_track_a_group_a_criterion_or_an_organisation(cast: Cast) -> None:
    _give(cast)
    _give(cast, row_key="1")
    _give(cast, row_key="2.1", participant_id=cast.a.participant.pk)
    assert [(each.row_key, each.participant_id) for each in list_duties(cast.campaign)] == [
        ("2.1", cast.a.participant.pk),
        ("", None),
        ("1", None),
    ]
    assert Event.objects.filter(action="duty.give", campaign_id=cast.campaign.pk).count() == 3


def test_the_same_duty_is_given_once(cast: Cast) -> None:
    _give(cast)
    with pytest.raises(Conflict):
        _give(cast)
    assert AppraiserDuty.objects.count() == 1


def test_only_what_belongs_together_is_found(cast: Cast) -> None:
    for fields in (
        {"user_id": cast.an.pk},
        {"user_id": cast.giang.pk},
        {"track_id": 0},
        {"row_key": "9.9"},
        {"participant_id": 0},
    ):
        with pytest.raises(NotFound):
            _give(cast, **fields)
    assert not AppraiserDuty.objects.exists()


def test_appraisers_are_those_whose_part_of_the_tree_holds_the_authority(cast: Cast, second: User) -> None:
    below = User.objects.create_user("duoi@vidu.gov.vn", name="Ở dưới")
    RoleAssignment.objects.create(user=below, role=Role.APPRAISER, organisation=cast.body_a, given_at=NOW)
    ended = User.objects.create_user("thoi@vidu.gov.vn", name="Đã thôi")
    RoleAssignment.objects.create(
        user=ended, role=Role.APPRAISER, organisation=cast.province, given_at=NOW, ended_at=NOW
    )
    _give(cast)
    appraisers: Any = list_appraisers(cast.campaign)
    found = {user.name: user.duty_count for user in appraisers}
    assert found == {"Hoàng Mai Chi": 1, "Lý Anh Thư": 0}


@pytest.mark.parametrize("ending", [{"ended_at": NOW}, None])
def test_duties_of_who_appraises_no_more_come_first_and_are_counted(
    cast: Cast, second: User, ending: dict[str, object] | None
) -> None:
    _give(cast)
    _give(cast, user_id=second.pk, row_key="1")
    assert [each.is_held for each in list_duties(cast.campaign)] == [True, True]  # type: ignore[attr-defined]
    assert count_without_appraiser([cast.campaign]) == {}
    if ending:
        RoleAssignment.objects.filter(user=second).update(**ending)
    else:
        User.objects.filter(pk=second.pk).update(is_active=False)
    assert [each.user for each in list_duties(cast.campaign)] == [second, cast.chi]
    assert count_without_appraiser([cast.campaign]) == {cast.campaign.pk: 1}


def test_bodies_nobody_appraises_are_counted(cast: Cast, second: User) -> None:
    assert count_given_to_nobody(cast.campaign) == 2
    _give(cast, participant_id=cast.a.participant_id, row_key="1")
    assert count_given_to_nobody(cast.campaign) == 1
    _give(cast, user_id=second.pk)
    assert count_given_to_nobody(cast.campaign) == 0
    User.objects.filter(pk=second.pk).update(is_active=False)
    assert count_given_to_nobody(cast.campaign) == 1


@pytest.mark.parametrize(
    ("name", "refusal"), [("an", NotAllowed), ("chi", NotAllowed), ("nga", NotFound), ("lan", NotFound)]
)
def test_nobody_else_gives_takes_or_splits(cast: Cast, name: str, refusal: type[Exception]) -> None:
    duty = _give(cast)
    with pytest.raises(refusal):
        _give(cast, name, row_key="1")
    with pytest.raises(refusal):
        services.remove_duty(actor=cast.people[name], campaign_id=cast.campaign.pk, duty_id=duty.pk, now=NOW)
    with pytest.raises(refusal):
        _split(cast, [cast.chi], name)
    assert list(AppraiserDuty.objects.all()) == [duty]


def test_a_duty_is_taken_back(cast: Cast) -> None:
    duty = _give(cast, row_key="1")
    services.remove_duty(actor=cast.giang, campaign_id=cast.campaign.pk, duty_id=duty.pk, now=NOW)
    assert not AppraiserDuty.objects.exists()
    assert Event.objects.get(action="duty.remove").facts["row"] == "1"
    with pytest.raises(NotFound):
        services.remove_duty(actor=cast.giang, campaign_id=cast.campaign.pk, duty_id=duty.pk, now=NOW)


def test_after_closing_duties_stay(cast: Cast) -> None:
    cast.campaign.status = "closed"
    cast.campaign.save()
    with pytest.raises(WrongStage):
        _give(cast)
    with pytest.raises(WrongStage):
        _split(cast, [cast.chi])


def _split(cast: Cast, users: list[User], name: str = "giang") -> services.Shares:
    return services.split_evenly(
        actor=cast.people[name],
        campaign_id=cast.campaign.pk,
        track_id=cast.track.pk,
        user_ids=[user.pk for user in users],
        now=NOW,
    )


def test_a_track_is_split_as_evenly_as_whole_dossiers_allow(cast: Cast, second: User) -> None:
    join(cast.campaign, cast.track, [cast.standing.pk], NOW)
    by_criterion = _give(cast, row_key="1")
    assert sorted(_split(cast, [cast.chi, second]).counts.values()) == [1, 2]
    shares = AppraiserDuty.objects.filter(participant__isnull=False)
    assert {duty.participant_id for duty in shares} == {each.pk for each in cast.campaign.participants.all()}
    assert AppraiserDuty.objects.filter(pk=by_criterion.pk).exists()
    _split(cast, [second])
    assert {duty.user for duty in shares.all()} == {second}
    assert shares.count() == 3


def test_a_split_needs_appraisers(cast: Cast) -> None:
    with pytest.raises(Incomplete):
        _split(cast, [])
    with pytest.raises(NotFound):
        _split(cast, [cast.chi, cast.an])
    assert not AppraiserDuty.objects.exists()


@pytest.mark.parametrize("role", [Role.DATA_OFFICER, Role.LEADER, Role.CONTRIBUTOR])
def test_nobody_is_given_the_body_she_works_for(cast: Cast, second: User, role: str) -> None:
    _works_for_a(cast, cast.chi, role)
    with pytest.raises(Conflict) as refused:
        _give(cast, participant_id=cast.a.participant.pk)
    assert (refused.value.code, refused.value.facts["organisation"]) == ("duty.own_body", "Sở Xây dựng")
    _give(cast, participant_id=cast.b.participant.pk)
    assert list_left_by(_give(cast)) == [cast.a.participant]
    shares = _split(cast, [User.objects.get(pk=cast.chi.pk), second])
    given = AppraiserDuty.objects.get(participant=cast.a.participant)
    assert (given.user, shares.left) == (second, ())


def test_a_body_for_which_nobody_is_left_is_named(cast: Cast) -> None:
    _works_for_a(cast, cast.chi, Role.LEADER)
    shares = _split(cast, [cast.chi])
    assert (shares.left, shares.counts) == ((cast.a.participant,), {cast.chi.pk: 1})
    assert Event.objects.get(action="duty.split").facts["left"] == ["Sở Xây dựng"]


def test_an_office_of_the_province_says_nothing_about_its_departments(cast: Cast) -> None:
    office = Office.objects.create(organisation=cast.province, name="Phòng Nội chính")
    RoleAssignment.objects.create(
        user=cast.chi, role=Role.CONTRIBUTOR, organisation=cast.province, office=office, given_at=NOW
    )
    assert _split(cast, [cast.chi]).left == ()


def _works_for_a(cast: Cast, user: User, role: str) -> None:
    office = cast.it_office if role == Role.CONTRIBUTOR else None
    RoleAssignment.objects.create(user=user, role=role, organisation=cast.body_a, office=office, given_at=NOW)

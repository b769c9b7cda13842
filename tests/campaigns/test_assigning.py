"""Sharing out a dossier inside its organisation."""

from __future__ import annotations

import pytest

from chamdiem.accounts.models import Role, RoleAssignment, User
from chamdiem.audit.models import Event
from chamdiem.campaigns import selectors, services
from chamdiem.campaigns.models import Assignment
from chamdiem.campaigns.selectors.assigning import list_assigned_rows, list_offices, list_people_by_office
from chamdiem.errors import Incomplete, NotAllowed, NotFound, WrongStage
from chamdiem.organisations.models import Office
from tests.people import NOW, Cast

from .asking import Opened, own, page_at


def _assign(
    cast: Cast,
    *keys: str,
    name: str = "an",
    office: Office | None = None,
    user: User | None = None,
    is_lead: bool = True,
) -> list[str]:
    return services.assign_rows(
        actor=cast.people[name],
        participant_id=cast.a.participant.pk,
        row_keys=keys,
        office_id=(office or cast.head_office).pk,
        user_id=user.pk if user else None,
        is_lead=is_lead,
        now=NOW,
    )


def _given(cast: Cast, key: str) -> list[tuple[str, str, bool]]:
    rows = cast.a.participant.assignments.filter(criterion_key=key).order_by("-is_lead", "office__name")
    return [(each.office.name, each.user.name if each.user else "", each.is_lead) for each in rows]


@pytest.mark.parametrize("name", ["an", "dung"])
def test_a_criterion_is_given_to_an_office(cast: Cast, name: str) -> None:
    assert _assign(cast, "1.2", name=name) == ["1.2"]
    assert _given(cast, "1.2") == [("Văn phòng", "", True)]
    event = Event.objects.get(action="assignment.give")
    assert (event.actor, event.organisation_path) == (cast.people[name], cast.body_a.path)
    assert event.facts == {"keys": ["1.2"], "office": "Văn phòng", "user": None}


def test_a_whole_group_is_given_at_once_with_the_figures_of_general_information(cast: Cast) -> None:
    assert _assign(cast, "I", "2") == ["I.1", "2.1", "2.2", "2.3"]


def test_a_new_lead_takes_the_place_of_the_old_and_helpers_stay(cast: Cast) -> None:
    _assign(cast, "2.1", is_lead=False)
    assert _given(cast, "2.1") == [("Phòng Công nghệ thông tin", "", True), ("Văn phòng", "", False)]
    _assign(cast, "2.1")
    assert _given(cast, "2.1") == [("Văn phòng", "", True)]


def test_inside_the_office_it_is_given_to_a_person(cast: Cast) -> None:
    _assign(cast, "2.1", office=cast.it_office, user=cast.kien)
    assert _given(cast, "2.1") == [("Phòng Công nghệ thông tin", "Đỗ Trung Kiên", True)]
    _assign(cast, "2.1", office=cast.it_office, user=cast.kien)
    assert Assignment.objects.filter(participant=cast.a.participant, criterion_key="2.1").count() == 1


def test_only_people_of_the_office_can_be_named(cast: Cast) -> None:
    named = {office: set(people) for office, people in list_people_by_office(cast.a.participant)}
    assert named == {None: {cast.an, cast.dung}, cast.it_office: {cast.kien}}
    for user in (cast.binh, cast.chi):
        with pytest.raises(NotFound):
            _assign(cast, "1.2", office=cast.head_office, user=user)
    with pytest.raises(Incomplete) as refused:
        _assign(cast, "1.2", office=cast.head_office, user=cast.kien)
    assert refused.value.facts["theirs"] == "Phòng Công nghệ thông tin"
    assert not _given(cast, "1.2")


def test_who_works_in_two_offices_is_offered_once(cast: Cast, opened: Opened) -> None:
    for user, office in ((cast.kien, cast.head_office), (cast.an, cast.it_office)):
        RoleAssignment.objects.create(
            user=user, role=Role.CONTRIBUTOR, organisation=cast.body_a, office=office, given_at=NOW
        )
    offered = page_at(opened("an"), own(cast, "phan-cong/"))
    names = offered.partition('id="user"')[2].partition("</select>")[0]
    assert names.count("Đỗ Trung Kiên (cả Văn phòng)") == 1
    assert [names.count(name) for name in ("Đỗ Trung Kiên", "Nguyễn Văn An")] == [1, 1]


def test_only_offices_of_the_organisation_that_are_active_can_be_named(cast: Cast) -> None:
    other = Office.objects.create(organisation=cast.body_b, name="Văn phòng")
    with pytest.raises(NotFound):
        _assign(cast, "1.2", office=other)
    cast.head_office.is_active = False
    cast.head_office.save()
    with pytest.raises(NotFound):
        _assign(cast, "1.2")
    assert list(list_offices(cast.a.participant)) == [cast.it_office]


@pytest.mark.parametrize("keys", [(), ("9.9",)])
def test_nothing_to_assign_is_refused(cast: Cast, keys: tuple[str, ...]) -> None:
    with pytest.raises(Incomplete):
        _assign(cast, *keys)


REFUSED = [
    ("kien", NotAllowed),
    ("giang", NotAllowed),
    ("chi", NotAllowed),
    ("ha", NotAllowed),
    ("binh", NotFound),
    ("minh", NotFound),
    ("lan", NotFound),
    ("nga", NotFound),
]


@pytest.mark.parametrize(("name", "refusal"), REFUSED)
def test_nobody_else_shares_out_and_outsiders_learn_nothing(
    cast: Cast, name: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        _assign(cast, "1.2", name=name)
    assignment = cast.a.participant.assignments.get(criterion_key="2.1")
    with pytest.raises(refusal):
        services.remove_assignment(
            actor=cast.people[name],
            participant_id=cast.a.participant.pk,
            assignment_id=assignment.pk,
            now=NOW,
        )
    assert not _given(cast, "1.2")
    assert _given(cast, "2.1")
    assert not Event.objects.exists()


@pytest.mark.parametrize("stage", ["ruling", "closed", "published"])
def test_when_the_campaign_is_past_it_nothing_is_shared_out(cast: Cast, stage: str) -> None:
    cast.campaign.status = stage
    cast.campaign.save()
    with pytest.raises(WrongStage):
        _assign(cast, "1.2")


def test_a_criterion_is_taken_back(cast: Cast) -> None:
    assignment = cast.a.participant.assignments.get(criterion_key="2.1")
    services.remove_assignment(
        actor=cast.an, participant_id=cast.a.participant.pk, assignment_id=assignment.pk, now=NOW
    )
    assert not _given(cast, "2.1")
    assert Event.objects.get(action="assignment.remove").facts["keys"] == ["2.1"]
    with pytest.raises(NotFound):
        services.remove_assignment(
            actor=cast.an, participant_id=cast.a.participant.pk, assignment_id=assignment.pk, now=NOW
        )


def test_the_screen_has_every_row_in_printed_order_by_one_query(
    cast: Cast, django_assert_num_queries: type
) -> None:
    participant = selectors.get_participant(actor=cast.an, participant_id=cast.a.participant.pk)
    _assign(cast, "1", "2", office=cast.it_office)
    _assign(cast, "1", "2", is_lead=False)
    with django_assert_num_queries(1):
        rows = list_assigned_rows(participant)
    assert [each.row.key for each in rows] == ["I", "I.1", "1", "1.1", "1.2", "1.3", "2", "2.1", "2.2", "2.3"]
    assert [(each.depth, each.is_asked) for each in rows[:3]] == [(0, False), (1, True), (0, False)]
    assert [each.office.name for each in rows[7].leads] == ["Phòng Công nghệ thông tin"]
    assert [each.office.name for each in rows[7].helpers] == ["Văn phòng"]


def test_contributors_see_the_participant_of_their_organisation(cast: Cast) -> None:
    number = cast.a.participant.pk
    for name in ("an", "dung", "kien", "giang", "chi", "ha"):
        assert selectors.get_participant(actor=cast.people[name], participant_id=number).pk == number
    for name in ("binh", "minh", "lan", "nga"):
        with pytest.raises(NotFound):
            selectors.get_participant(actor=cast.people[name], participant_id=number)

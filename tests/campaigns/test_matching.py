"""Offices nobody could be sure of: resolved by a person, one by one or for all at once."""

from __future__ import annotations

import pytest

from chamdiem.audit.models import Event
from chamdiem.campaigns import services
from chamdiem.campaigns.models import Assignment, OfficeMatch
from chamdiem.campaigns.selectors.offices import count_open, list_open_matches, list_open_names
from chamdiem.campaigns.services.matching import match_offices
from chamdiem.errors import Incomplete, NotAllowed, NotFound, WrongStage
from chamdiem.organisations.models import Office
from tests.edition import EDITION
from tests.people import NOW, Cast, make_edition

IT = "Phòng Công nghệ thông tin"


@pytest.fixture
def office_b(cast: Cast) -> Office:
    """An office of Sở B under a name that nobody could guess; everything is matched before."""
    office = Office.objects.create(organisation=cast.body_b, name="Tổ Chuyển đổi số")
    match_offices(cast.track, [cast.a.participant, cast.b.participant], NOW)
    return office


def _resolve(cast: Cast, office: Office | None, name: str = "giang") -> OfficeMatch:
    return services.resolve_office(
        actor=cast.people[name],
        participant_id=cast.b.participant.pk,
        printed=IT,
        office_id=office.pk if office else None,
        now=NOW,
    )


def _given(cast: Cast) -> set[tuple[str, int, bool]]:
    rows = cast.b.participant.assignments.all()
    return {(each.criterion_key, each.office_id, each.is_lead) for each in rows}


def test_what_is_open_is_listed_by_name_with_the_offices_to_choose_from(cast: Cast, office_b: Office) -> None:
    assert [(each.printed, each.count) for each in list_open_names(cast.campaign)] == [
        (IT, 1),
        ("Văn phòng", 1),
    ]
    assert count_open(cast.campaign) == 2
    (match,) = list_open_matches(cast.campaign, track_id=cast.track.pk, printed=IT)
    assert match.participant == cast.b.participant
    assert list(match.participant.organisation.offices.all()) == [office_b]


@pytest.mark.parametrize("name", ["giang", "binh", "minh"])
def test_a_person_says_which_office_is_meant_and_the_criteria_follow(
    cast: Cast, office_b: Office, name: str
) -> None:
    match = _resolve(cast, office_b, name)
    assert (match.office, match.is_confirmed) == (office_b, True)
    assert _given(cast) == {("2.1", office_b.pk, True)}
    event = Event.objects.get(action="office.match")
    assert event.facts == {"printed": IT, "office": "Tổ Chuyển đổi số"}
    assert event.organisation_path == cast.body_b.path


def test_another_word_takes_back_what_followed_from_the_first(cast: Cast, office_b: Office) -> None:
    other = Office.objects.create(organisation=cast.body_b, name="Tổ khác")
    _resolve(cast, office_b)
    _resolve(cast, other)
    assert _given(cast) == {("2.1", other.pk, True)}
    _resolve(cast, None)
    assert _given(cast) == set()
    assert count_open(cast.campaign) == 1


def test_what_a_person_assigned_stays_whatever_is_matched(cast: Cast, office_b: Office) -> None:
    services.assign_rows(
        actor=cast.binh,
        participant_id=cast.b.participant.pk,
        row_keys=["2.1"],
        office_id=office_b.pk,
        now=NOW,
    )
    _resolve(cast, office_b)
    _resolve(cast, None)
    assert _given(cast) == {("2.1", office_b.pk, True)}


@pytest.mark.parametrize(
    ("name", "refusal"),
    [("an", NotFound), ("nga", NotFound), ("lan", NotFound), ("chi", NotAllowed), ("ha", NotAllowed)],
)
def test_nobody_else_says_it(cast: Cast, office_b: Office, name: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        _resolve(cast, office_b, name)
    assert count_open(cast.campaign) == 2
    assert not Event.objects.exists()


def test_an_office_of_another_body_is_not_found(cast: Cast, office_b: Office) -> None:
    with pytest.raises(NotFound):
        _resolve(cast, cast.it_office)
    with pytest.raises(NotFound):
        services.resolve_office(
            actor=cast.giang,
            participant_id=cast.b.participant.pk,
            printed="Phòng lạ",
            office_id=office_b.pk,
            now=NOW,
        )
    assert not Assignment.objects.filter(participant=cast.b.participant).exists()


def test_after_entry_nothing_is_matched(cast: Cast, office_b: Office) -> None:
    cast.campaign.status = "ruling"
    cast.campaign.save()
    with pytest.raises(WrongStage):
        _resolve(cast, office_b)
    with pytest.raises(WrongStage):
        _everywhere(cast, office_b.name)


def _everywhere(cast: Cast, name: str | None, actor: str = "giang") -> int:
    return services.resolve_everywhere(
        actor=cast.people[actor],
        campaign_id=cast.campaign.pk,
        track_id=cast.track.pk,
        printed=IT,
        name=name,
        now=NOW,
    )


def test_one_word_resolves_the_same_name_everywhere(cast: Cast, office_b: Office) -> None:
    assert _everywhere(cast, "tổ chuyển đổi số") == 1
    assert _given(cast) == {("2.1", office_b.pk, True)}
    event = Event.objects.get(action="office.match_everywhere")
    assert event.facts == {"printed": IT, "name": "tổ chuyển đổi số", "count": 1}


def test_where_no_office_has_that_name_it_stays_open(cast: Cast, office_b: Office) -> None:
    assert _everywhere(cast, "Phòng lạ") == 0
    assert count_open(cast.campaign) == 2


def test_no_office_at_all_is_an_answer_too(cast: Cast, office_b: Office) -> None:
    with pytest.raises(Incomplete):
        _everywhere(cast, " ")
    assert _everywhere(cast, None) == 1
    match = cast.b.participant.office_matches.get(printed=IT)
    assert (match.office, match.is_confirmed) == (None, True)


@pytest.mark.parametrize(
    ("name", "refusal"), [("an", NotAllowed), ("chi", NotAllowed), ("nga", NotFound), ("lan", NotFound)]
)
def test_only_who_runs_the_campaign_resolves_everywhere(
    cast: Cast, office_b: Office, name: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        _everywhere(cast, office_b.name, name)
    assert count_open(cast.campaign) == 2


def test_a_collective_name_is_nobodys_and_never_open(cast: Cast) -> None:
    text = EDITION.replace("thu-nghiem-2026", "tap-the").replace(
        "coordinating: [Văn phòng]", "coordinating: ['Các cơ quan, đơn vị liên quan']"
    )
    cast.track.edition = make_edition(text)
    match_offices(cast.track, [cast.b.participant], NOW)
    match = cast.b.participant.office_matches.get(printed__startswith="Các")
    assert (match.office, match.is_confirmed) == (None, True)


@pytest.fixture
def two_spellings(cast: Cast) -> Office:
    """The edition writes the office of 2.1 in another way where it helps with 1.2; neither is found."""
    text = EDITION.replace("thu-nghiem-2026", "hai-cach-viet").replace(
        "coordinating: [Văn phòng]", "coordinating: ['phòng  CÔNG NGHỆ & thông tin']"
    )
    cast.track.edition = make_edition(text)
    cast.track.save()
    office = Office.objects.create(organisation=cast.body_b, name="Tổ Chuyển đổi số")
    match_offices(cast.track, [cast.b.participant], NOW)
    return office


def test_spellings_of_one_name_are_one_line_and_one_word_resolves_them(
    cast: Cast, two_spellings: Office
) -> None:
    assert count_open(cast.campaign) == 3
    lines = {each.printed: each.count for each in list_open_names(cast.campaign)}
    assert set(lines.values()) == {1}
    assert len(lines) == 2
    assert len(list_open_matches(cast.campaign, track_id=cast.track.pk, printed=IT)) == 1
    _resolve(cast, two_spellings)
    assert count_open(cast.campaign) == 1
    offices = cast.b.participant.office_matches.exclude(printed="Văn phòng")
    assert set(offices.values_list("office", flat=True)) == {two_spellings.pk}


def test_one_word_everywhere_is_for_every_spelling(cast: Cast, two_spellings: Office) -> None:
    assert _everywhere(cast, two_spellings.name) == 1
    assert count_open(cast.campaign) == 1


def test_another_word_moves_the_spellings_that_were_the_same_office(
    cast: Cast, two_spellings: Office
) -> None:
    other = Office.objects.create(organisation=cast.body_b, name="Tổ khác")
    _resolve(cast, two_spellings)
    _resolve(cast, other)
    offices = cast.b.participant.office_matches.exclude(printed="Văn phòng")
    assert set(offices.values_list("office", flat=True)) == {other.pk}

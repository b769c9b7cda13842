"""Everybody reads only her own part of the directory, in a fixed number of queries."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from chamdiem.accounts.models import User
from chamdiem.errors import NotFound
from chamdiem.organisations import selectors
from chamdiem.organisations.models import Kind, Organisation
from chamdiem.organisations.selectors import (
    OrganisationFilter,
    find_organisations,
    get_office,
    get_organisation,
    get_page,
    is_open,
    list_children,
    list_organisations,
    list_peer_groups,
    list_roots,
    list_top,
)
from chamdiem.organisations.tree import path_below, take_ids, words_of
from tests.people import NOW, Cast

TODAY = NOW.date()


@pytest.mark.parametrize(
    ("person", "codes"),
    [
        ("an", {"T1.A"}),
        ("kien", {"T1.A"}),
        ("binh", {"T1.B"}),
        ("chi", {"T1", "T1.KHCN", "T1.A", "T1.B"}),
        ("lan", {"T1", "T1.KHCN", "T1.A", "T1.B"}),
        ("nga", {"T2"}),
    ],
)
def test_a_person_sees_her_part_of_the_tree(cast: Cast, person: str, codes: set[str]) -> None:
    seen = list_organisations(actor=cast.people[person])
    assert set(seen.values_list("code", flat=True)) == codes


def test_a_person_without_a_role_sees_nothing(cast: Cast) -> None:
    stranger = User.objects.create_user("ai@vidu.gov.vn", name="Ai Đó")
    assert not list_organisations(actor=stranger).exists()
    assert list_roots(actor=stranger, today=TODAY) == []


def test_what_is_not_ones_own_looks_like_what_is_not_there(cast: Cast) -> None:
    for organisation_id in (cast.body_a.pk, 999_999):
        with pytest.raises(NotFound, match=r"organisation\.not_found"):
            get_organisation(actor=cast.binh, organisation_id=organisation_id)
    with pytest.raises(NotFound):
        list_children(actor=cast.an, parent_id=cast.province.pk, today=TODAY)
    with pytest.raises(NotFound):
        get_office(actor=cast.binh, office_id=cast.it_office.pk)


@pytest.mark.parametrize("typed", ["so xay dung", "SỞ XÂY", "xây", "  Xay,DUNG "])
def test_search_needs_no_accents(cast: Cast, typed: str) -> None:
    for each in Organisation.objects.all():
        Organisation.objects.filter(pk=each.pk).update(search_text=words_of(each))
    found = find_organisations(actor=cast.lan, wanted=OrganisationFilter(text=typed), today=TODAY)
    assert [each.code for each in found] == ["T1.A"]


def test_a_name_typed_as_it_is_comes_first(cast: Cast) -> None:
    kind = Kind.objects.get(code="department")
    for code, name in (("X1", "Phường Bình Xuân"), ("X2", "Xã Phú Xuân")):
        body = Organisation(code=code, name=name, kind=kind, parent=cast.province)
        body.pk = take_ids(1)[0]
        body.path, body.search_text = path_below(cast.province, body.pk), words_of(body)
        body.save(force_insert=True)
    found = find_organisations(actor=cast.lan, wanted=OrganisationFilter(text="phu xuan"), today=TODAY)
    assert [each.code for each in found] == ["X2", "X1"]


def test_filters_narrow_the_list(cast: Cast) -> None:
    Organisation.objects.filter(pk=cast.body_a.pk).update(peer_group="Khối 1")
    Organisation.objects.filter(pk=cast.body_b.pk).update(valid_to=TODAY - timedelta(days=1))

    def codes(**wanted: object) -> set[str]:
        found = find_organisations(actor=cast.lan, wanted=OrganisationFilter(**wanted), today=TODAY)  # type: ignore[arg-type]
        return set(found.values_list("code", flat=True))

    assert codes() == {"T1", "T1.KHCN", "T1.A"}
    assert codes(shows_closed=True) == {"T1", "T1.KHCN", "T1.A", "T1.B"}
    assert codes(kind="province") == {"T1"}
    assert codes(level=3) == set()
    assert codes(peer_group="Khối 1") == {"T1.A"}
    assert codes(below_id=cast.province.pk) == {"T1.KHCN", "T1.A"}
    assert list_peer_groups(actor=cast.lan) == ["Khối 1"]
    assert list_peer_groups(actor=cast.binh) == []


@pytest.mark.parametrize(
    ("day", "is_valid"), [(date(2026, 1, 1), True), (date(2026, 12, 31), True), (date(2027, 1, 1), False)]
)
def test_the_last_day_is_a_day_of_validity(day: date, *, is_valid: bool) -> None:
    body = Organisation(valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31))
    assert is_open(body, day) is is_valid


def test_the_tree_begins_where_the_role_is(cast: Cast) -> None:
    assert [each.code for each in list_roots(actor=cast.an, today=TODAY)] == ["T1.A"]
    (root,) = list_roots(actor=cast.lan, today=TODAY)
    assert (root.code, root.open_children) == ("T1", 3)  # type: ignore[attr-defined]


def test_a_branch_with_more_than_it_can_show_says_so(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    for most, shown, has_more in ((2, 2, True), (3, 3, False)):
        monkeypatch.setattr(selectors, "MOST_IN_A_BRANCH", most)
        (root,) = list_top(actor=cast.lan, today=TODAY)
        assert (len(root.branch), root.has_more) == (shown, has_more)  # type: ignore[attr-defined]


@pytest.mark.parametrize("count", [3, 60])
def test_branches_and_pages_cost_the_same_at_any_size(
    cast: Cast, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    kind = Kind.objects.get(code="department")
    parent = cast.body_a
    Organisation.objects.bulk_create(
        Organisation(
            pk=pk, code=f"N{pk}", name=f"Đơn vị {pk}", kind=kind, parent=parent, path=path_below(parent, pk)
        )
        for pk in take_ids(count)
    )
    with django_assert_num_queries(3):
        children = list_children(actor=cast.lan, parent_id=parent.pk, today=TODAY)
        assert [child.kind.name for child in children] == ["Sở"] * count
    with django_assert_num_queries(9):
        assert get_page(actor=cast.lan, organisation_id=parent.pk, today=TODAY).children_count == count
    with django_assert_num_queries(1):
        found = find_organisations(actor=cast.lan, wanted=OrganisationFilter(), today=TODAY)
        assert [each.parent for each in found]

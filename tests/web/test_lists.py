from __future__ import annotations

from typing import Any

import pytest
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from chamdiem.web.folding import matching, search_text, search_words
from chamdiem.web.paging import page_of
from chamdiem.web.rendering import wants_part
from chamdiem.web.sorting import Sorting, sorting_of


def _request(query: str = "", **headers: str) -> Any:
    return RequestFactory().get(f"/{query}", headers=headers)


def _sorting(query: str) -> Sorting:
    return sorting_of(_request(query), {"name": ["name", "pk"], "points": ["-points", "pk"]}, "-name")


@pytest.mark.parametrize(
    ("asked", "number"), [("", 1), ("2", 2), ("99", 4), ("0", 1), ("-1", 1), ("x", 1), ("²", 1)]
)
def test_a_page_that_is_not_there_becomes_the_nearest(asked: str, number: int) -> None:
    page = page_of(_request(f"?page={asked}&q=hue"), range(151), 50)
    assert (page.number, page.last, page.total) == (number, 4, 151)
    assert page.address == "?q=hue&"


def test_the_pager_names_the_ends_and_the_neighbours() -> None:
    assert page_of(_request("?page=9"), range(1000), 50).numbers == [1, None, 7, 8, 9, 10, 11, None, 20]


def test_only_offered_sizes_are_taken() -> None:
    assert page_of(_request("?size=100"), range(1000)).size == 100
    assert page_of(_request("?size=1000000"), range(1000)).size == 50


@given(st.integers(0, 500), st.integers(1, 30))
def test_the_pages_of_a_list_hold_every_row_once(total: int, size: int) -> None:
    last = page_of(_request(), range(total), size).last
    rows = [
        row
        for number in range(1, last + 1)
        for row in page_of(_request(f"?page={number}"), range(total), size).rows
    ]
    assert rows == list(range(total))


@pytest.mark.parametrize(
    ("query", "fields"),
    [
        ("", ("-name", "-pk")),
        ("?sort=name", ("name", "pk")),
        ("?sort=-points", ("points", "-pk")),
        ("?sort=password", ("-name", "-pk")),
        ("?sort=--name", ("-name", "-pk")),
    ],
)
def test_a_list_is_sorted_only_by_what_the_view_allows(query: str, fields: tuple[str, ...]) -> None:
    assert _sorting(query).fields == fields


def test_a_second_click_turns_the_order_round() -> None:
    column = _sorting("?sort=name&page=3&q=hue").column("name", "Tên")
    assert (column.direction, column.address) == ("ascending", "?q=hue&sort=-name")
    assert _sorting("?sort=name").column("points", "Điểm").direction == "none"


def test_search_ignores_accents_case_and_spaces() -> None:
    assert search_text("Thừa Thiên  HUẾ", "TP. Đà Nẵng") == "thua thien hue tp da nang"
    assert search_words(" thua THIÊN hue ") == ["thua", "thien", "hue"]
    assert str(matching("Huế")) == "(AND: ('search_text__contains', 'hue'))"
    assert not matching("  ")


@pytest.mark.parametrize(
    ("headers", "is_part"),
    [
        ({}, False),
        ({"HX-Request": "true", "HX-Request-Type": "partial"}, True),
        ({"HX-Request": "true", "HX-Request-Type": "full"}, False),
        ({"HX-Request": "true", "HX-Boosted": "true"}, False),
        ({"HX-Request": "true", "HX-History-Restore-Request": "true"}, False),
    ],
)
def test_only_htmx_asking_for_a_part_gets_one(headers: dict[str, str], is_part: bool) -> None:  # noqa: FBT001
    assert wants_part(_request(**headers)) is is_part

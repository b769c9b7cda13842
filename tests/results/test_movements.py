"""Places are compared only between bodies that were ranked together both times."""

from __future__ import annotations

from chamdiem.results.movements import moved


def _field(name: str, *bodies: int) -> dict[int, tuple[str, int]]:
    return {body: (name, place) for place, body in enumerate(bodies, 1)}


def test_a_smaller_field_lifts_nobody() -> None:
    before = _field("Sở", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)
    assert moved(before, _field("Sở", 2, 4, 6, 8, 10, 11)) == dict.fromkeys((2, 4, 6, 8, 10, 11), 0)


def test_who_passed_another_rose_by_one_whoever_left_between() -> None:
    before = _field("Sở", 1, 2, 3, 4, 5)
    assert moved(before, _field("Sở", 5, 1)) == {5: 1, 1: -1}


def test_who_is_new_counts_for_nobody() -> None:
    assert moved(_field("Sở", 1, 2), _field("Sở", 9, 1, 8, 2)) == {1: 0, 2: 0}


def test_other_groups_are_not_compared_and_one_alone_says_nothing() -> None:
    before = {**_field("Miền núi", 1, 2), **_field("Đồng bằng", 3, 4)}
    assert moved(before, _field("Tất cả", 4, 3, 2)) == {4: 1, 3: -1}
    assert moved({}, _field("Sở", 1, 2)) == {}


def test_shared_places_move_as_one() -> None:
    before = {1: ("Sở", 1), 2: ("Sở", 1), 3: ("Sở", 3)}
    assert moved(before, _field("Sở", 3, 1, 2)) == {1: -1, 2: -2, 3: 2}

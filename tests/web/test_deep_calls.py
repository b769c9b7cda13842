"""Calls below the outermost middleware never get memory from the system, at whatever depth."""

from __future__ import annotations

from collections.abc import Callable
from resource import RUSAGE_SELF, getrusage

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from chamdiem.web.deep_calls import RoomForCalls

_CALLS = 400


def _leaf(value: int) -> int:
    return value


def _faults_of_calls() -> int:
    """Pages of memory that many short calls ask the system for."""
    before = getrusage(RUSAGE_SELF).ru_minflt
    for each in range(_CALLS):
        _leaf(each)
    return getrusage(RUSAGE_SELF).ru_minflt - before


def _below(depth: int, measure: Callable[[], int]) -> int:
    return measure() if depth == 0 else _below(depth - 1, measure)


def _worst() -> int:
    return max(_below(depth, _faults_of_calls) for depth in range(200))


def test_no_call_asks_the_system_for_memory() -> None:
    found: list[int] = []

    def answer(_: HttpRequest) -> HttpResponse:
        found.append(_worst())
        return HttpResponse()

    assert RoomForCalls(answer)(HttpRequest()).status_code == 200
    assert found[0] < _CALLS // 4


def test_it_stands_outside_everything_else() -> None:
    assert settings.MIDDLEWARE[0] == "chamdiem.web.deep_calls.RoomForCalls"

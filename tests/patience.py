"""How many cases a property is tried with: a share of them every time, all of them with patience.

python -m pytest --hypothesis-profile=thorough
"""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, settings

# What a property without a number of its own is tried with; every number is meant in proportion to it.
_ALL = 100
_SHARE = 35


def register(*, is_repeatable: bool) -> None:
    """Make both profiles known and begin with the share; ``is_repeatable``: the same cases every time."""
    # How long a machine takes says nothing about what is right.
    patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.register_profile("thorough", patient, max_examples=_ALL)
    settings.register_profile("share", patient, max_examples=_SHARE, derandomize=is_repeatable)
    settings.load_profile("share")


def cases(count: int, **more: Any) -> settings:
    """Settings of a property that wants so many cases where nobody is waiting."""
    return settings(max_examples=-(-count * settings().max_examples // _ALL), **more)

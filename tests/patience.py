"""How many cases a property is tried with: all of them, or a share while somebody waits for the answer.

python -m pytest --hypothesis-profile=share
"""

from __future__ import annotations

from typing import Any

from hypothesis import HealthCheck, settings

# What a property without a number of its own is tried with; every number is meant in proportion to it.
_ALL = 100
_SHARE = 35


def register(*, is_repeatable: bool) -> None:
    """Make both profiles known and begin with all cases; ``is_repeatable``: the same cases every time."""
    # How long a machine takes says nothing about what is right.
    patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.register_profile("all", patient, max_examples=_ALL, derandomize=is_repeatable)
    settings.register_profile("share", patient, max_examples=_SHARE, derandomize=is_repeatable)
    settings.load_profile("all")


def cases(count: int, **more: Any) -> settings:
    """Settings of a property that wants so many cases."""
    return settings(max_examples=-(-count * settings().max_examples // _ALL), **more)

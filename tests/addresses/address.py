"""One address as the tests know it: with which arguments, by which method, for whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from tests.people import Cast

EVERYBODY = frozenset({"an", "dung", "kien", "binh", "minh", "chi", "giang", "ha", "lan", "nga"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Who may open (or send to) an address.

    Attributes:
        arguments: The arguments of the address, from the cast.
        allowed: Names of the cast who may; everybody else must not learn that it exists.
        is_at_top: Whether it settles what holds for the whole installation.
        is_public: Whether it needs no sign-in.
        prepare: What has to happen before it makes sense.
    """

    arguments: Callable[[Cast], Sequence[Any]] = lambda cast: ()
    allowed: frozenset[str] | set[str] = EVERYBODY
    method: Literal["get", "post"] = "get"
    data: Callable[[Cast], Mapping[str, Any]] = field(default=lambda cast: {})
    is_at_top: bool = False
    is_public: bool = False
    prepare: Callable[[Cast], Any] = lambda cast: None

"""Who may see and change which part of the tree.

Roles are kept one floor above, in ``accounts``; it says here how they are read. Until it
has, nobody sees anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.contrib.auth.base_user import AbstractBaseUser


@dataclass(frozen=True, slots=True)
class Reach:
    """The parts of the tree somebody sees, may change and administers, each by its outermost paths.

    Who ``is_at_top`` administers from a root on, and settles what holds for everybody.
    """

    seen: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    administered: tuple[str, ...] = ()
    is_at_top: bool = False


def _nobody_sees_anything(_actor: AbstractBaseUser) -> Reach:
    return Reach()


_read_roles: list[Callable[..., Reach]] = [_nobody_sees_anything]


def read_roles_by(reach: Callable[..., Reach]) -> None:
    """Say how the roles of a person are read; called once, when the apps are ready."""
    _read_roles[:] = [reach]


def reach_of(actor: AbstractBaseUser) -> Reach:
    """What this person sees and may change; costs what reading her roles costs."""
    return _read_roles[0](actor)


def may_change(actor: AbstractBaseUser, path: str) -> bool:
    """Whether the person may change the body with this path, and add others below it."""
    return _is_below(path, reach_of(actor).changed)


def may_correct(actor: AbstractBaseUser, path: str) -> bool:
    """Whether the person may take back what was recorded of the body with this path."""
    return _is_below(path, reach_of(actor).administered)


def may_change_anything(actor: AbstractBaseUser) -> bool:
    """Whether there is a part of the tree the person may change."""
    return bool(reach_of(actor).changed)


def may_change_for_everybody(actor: AbstractBaseUser) -> bool:
    """Whether the person may change what the whole installation shares, as the kinds of bodies."""
    return reach_of(actor).is_at_top


def _is_below(path: str, parts: Iterable[str]) -> bool:
    return bool(path) and any(path.startswith(part) for part in parts)

"""Which organisation a body of a plan is: by its names, without accents, case and abbreviations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chamdiem.campaigns.office_names import normal_name


@dataclass(frozen=True, slots=True)
class RealBody:
    """An organisation with every name it goes by; ``level`` as in its kind, ``depth`` below the owner."""

    id: int
    names: tuple[str, ...]
    level: int
    depth: int


class BodyNames:
    """The organisations of an owner, ready to be looked for by name."""

    def __init__(self, bodies: Iterable[RealBody]) -> None:
        self._bodies = tuple(bodies)
        self._known = [(each, {normal_name(name) for name in each.names if name}) for each in self._bodies]

    def find(self, names: Sequence[str]) -> int | None:
        """The one organisation meant; ``None`` where there is none, or more than one.

        The names of the nearest to the owner win: a department before an office of a commune.
        """
        wanted = {normal_name(name) for name in names}
        found = [each for each, known in self._known if not known.isdisjoint(wanted)]
        nearest = [each for each in found if each.depth == min(other.depth for other in found)]
        return nearest[0].id if len(nearest) == 1 else None

    def unfold(self, name: str) -> list[int]:
        """The organisations a collective name stands for, as a proposal; empty where nobody can tell.

        Departments and bodies directly below the owner (sở, ban, ngành), and the districts or, where there
        are none, the communes for the localities (địa phương, huyện, xã).
        """
        text = f" {normal_name(name)} "
        chosen: list[int] = []
        if any(word in text for word in _DEPARTMENTS):
            chosen += [each.id for each in self._bodies if each.depth == 1 and each.level <= _PROVINCE]
        if any(word in text for word in _LOCALITIES):
            chosen += self._localities(text)
        return chosen

    def _localities(self, text: str) -> list[int]:
        wants_communes = " xa " in text or " phuong " in text.replace(" dia phuong ", " ")
        districts = [each.id for each in self._bodies if each.level == _PROVINCE + 1]
        communes = [each.id for each in self._bodies if each.level == _PROVINCE + 2]
        return communes if wants_communes or not districts else districts


_PROVINCE = 1
_DEPARTMENTS = (" so ", " ban nganh ", " nganh ", " co quan ", " don vi ")
_LOCALITIES = (" dia phuong ", " huyen ", " xa ", " phuong ")

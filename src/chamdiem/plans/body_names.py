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

        Departments and bodies directly below the owner (sở, ban, ngành), districts (huyện, thị xã, thành
        phố), communes (xã, phường, thị trấn); the localities (địa phương) are the districts or, where
        there are none, the communes. A name with any other word (xã hội, báo chí) means bodies nobody can
        tell, and so does one that names districts or communes where there are none.
        """
        parts = {part: self._part(part) for part in sorted(_parts_of(name))}
        if any(not found for part, found in parts.items() if part != "localities"):
            return []
        return list(dict.fromkeys(id_ for found in parts.values() for id_ in found))

    def _part(self, part: str) -> list[int]:
        districts = [each.id for each in self._bodies if each.level == _PROVINCE + 1 and each.depth]
        communes = [each.id for each in self._bodies if each.level == _PROVINCE + 2 and each.depth]
        match part:
            case "departments":
                return [each.id for each in self._bodies if each.depth == 1 and each.level <= _PROVINCE]
            case "districts":
                return districts
            case "communes":
                return communes
            case _:
                return districts or communes


def _parts_of(name: str) -> set[str]:
    """The parts of a collective name; none where a word of it is none that we know."""
    text = f" {normal_name(name)} "
    parts: set[str] = set()
    for phrase, part in _PHRASES:
        if f" {phrase} " in text:
            text = text.replace(f" {phrase} ", " | ")
            parts.add(part)
    # "Các sở, ban, ngành thành phố" are those of the city; "UBND các thành phố" are districts.
    if "departments" not in parts and "city" in parts:
        parts.add("districts")
    known = all(word in _FILLERS for word in text.split())
    return parts - {"", "city"} if known else set()


_PROVINCE = 1
# Words of a collective name → the part they mean, the longer ones first; empty for what only belongs to them.
_PHRASES = (
    ("uy ban nhan dan", ""),
    ("lien quan", ""),
    ("tren dia ban", ""),
    ("dia phuong", "localities"),
    ("thi xa", "districts"),
    ("thi tran", "communes"),
    ("thanh pho", "city"),
    ("truc thuoc", ""),
    ("co quan", "departments"),
    ("don vi", "departments"),
    ("ban nganh", "departments"),
    ("so", "departments"),
    ("nganh", "departments"),
    ("huyen", "districts"),
    ("quan", "districts"),
    ("xa", "communes"),
    ("phuong", "communes"),
)
_FILLERS = frozenset(["|", "cac", "moi", "toan", "bo", "tat", "ca", "ban", "tinh", "cap", "thuoc"])

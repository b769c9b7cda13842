"""Which office is meant by a name in a decision: accents, "&", "và" and abbreviations do not matter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from chamdiem.campaigns.asked import list_asked
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.lint.folding import fold

# Abbreviations of several folded words, looked for before the single ones.
_PHRASES = {
    "ld tb xh": "lao dong thuong binh xa hoi",
    "gd dt": "giao duc dao tao",
    "kh cn": "khoa hoc cong nghe",
    "kt ht": "kinh te ha tang",
    "nn ptnt": "nong nghiep phat trien nong thon",
    "tc kh": "tai chinh ke hoach",
    "tn mt": "tai nguyen moi truong",
    "tt tt": "thong tin truyen thong",
    "vh tt": "van hoa thong tin",
    "vh xh": "van hoa xa hoi",
}
# Folded abbreviation → its words.
_ABBREVIATIONS = {
    "ubnd": "uy ban nhan dan",
    "hdnd": "hoi dong nhan dan",
    "ubmttq": "uy ban mat tran to quoc",
    "cntt": "cong nghe thong tin",
    "vhtt": "van hoa thong tin",
    "vhxh": "van hoa xa hoi",
    "gddt": "giao duc dao tao",
    "tnmt": "tai nguyen moi truong",
    "tttt": "thong tin truyen thong",
    "ldtbxh": "lao dong thuong binh xa hoi",
    "khcn": "khoa hoc cong nghe",
    "tckh": "tai chinh ke hoach",
    "khtc": "ke hoach tai chinh",
    "vp": "van phong",
    "vphdnd": "van phong hoi dong nhan dan",
    "vpubnd": "van phong uy ban nhan dan",
    "p": "phong",
    "tt": "trung tam",
}
_FILLERS = frozenset({"va", "cua"})
# A name that ends in the level of its body: "Công an huyện" is the office "Công an".
_LEVELS = ("huyen", "xa", "phuong", "thi tran", "thi xa", "thanh pho", "quan", "tinh", "so")
_COLLECTIVE = ("cac ", "moi ", "toan bo ")


def normal_name(name: str) -> str:
    """A name by which offices are compared.

    Example:
        >>> normal_name("Văn phòng HĐND&UBND") == normal_name("VP Hội đồng nhân dân và Uỷ ban nhân dân")
        True
    """
    text = f" {fold(name)} "
    for short, long in _PHRASES.items():
        text = text.replace(f" {short} ", f" {long} ")
    expanded = " ".join(_ABBREVIATIONS.get(word, word) for word in text.split())
    words = expanded.split()
    return " ".join(word for word in words if word not in _FILLERS)


def is_collective(name: str) -> bool:
    """Whether a name means many at once (các đơn vị liên quan), so no office in particular.

    Example:
        >>> is_collective("Các cơ quan, đơn vị liên quan"), is_collective("Văn phòng")
        (True, False)
    """
    folded = f"{fold(name)} "
    return folded.startswith(_COLLECTIVE) or " lien quan " in folded


def printed_offices(indicator_set: IndicatorSet) -> list[str]:
    """Every office an edition names for a row somebody answers, as printed, in order of appearance."""
    rows = list_asked(indicator_set)
    return list(dict.fromkeys(name for row in rows for name in (*row.lead, *row.coordinating)))


@dataclass(frozen=True, slots=True)
class RealOffice:
    """An office of an organisation with every name it goes by."""

    id: int
    names: tuple[str, ...]


class OfficeNames:
    """The names of one edition, ready to be looked for in many organisations."""

    def __init__(self, indicator_set: IndicatorSet) -> None:
        groups = [
            {normal_name(each) for each in (name, *also)} for name, also in indicator_set.offices.items()
        ]
        self.printed = printed_offices(indicator_set)
        self._forms: Mapping[str, Sequence[frozenset[str]]] = {
            name: _forms(normal_name(name), groups) for name in self.printed
        }

    def alike(self, printed: str) -> list[str]:
        """Every way the edition writes this name, in order of appearance; none where it does not name it.

        Case, blanks, accents, "&" and abbreviations apart, or the same by its list of offices.
        """
        forms = self._forms.get(printed)
        if forms is None:
            return []
        return [each for each in self.printed if not self._forms[each][0].isdisjoint(forms[0])]

    def find(self, printed: str, offices: Iterable[RealOffice]) -> int | None:
        """The one office meant; ``None`` where there is none, or more than one."""
        known = [(office.id, {normal_name(name) for name in office.names}) for office in offices]
        for forms in self._forms[printed]:
            found = {office for office, names in known if not names.isdisjoint(forms)}
            if found:
                return found.pop() if len(found) == 1 else None
        return None


def _forms(name: str, groups: Iterable[set[str]]) -> list[frozenset[str]]:
    """Names to look for, the exact ones first: then those without the level of the body at the end."""
    exact = {name}.union(*(group for group in groups if name in group))
    shorter = {short for each in exact for level in _LEVELS if (short := _without(each, level))}
    return [frozenset(exact), frozenset(shorter)] if shorter else [frozenset(exact)]


def _without(name: str, level: str) -> str:
    return name.removesuffix(f" {level}") if name.endswith(f" {level}") else ""

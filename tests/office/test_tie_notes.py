"""What a tie-break row did is told with its direction, and with whom it parted."""

from __future__ import annotations

from fractions import Fraction

from chamdiem.core.ranking import Contender, rank
from chamdiem.core.rules.manual import ManualRule
from chamdiem.core.sentences import Language
from chamdiem.office.tie_notes import tie_notes
from tests.core.sets import set_of

_SET = set_of(ManualRule(), ManualRule(), maximum=Fraction(10), tie_break=("1.2",))


def _notes(shares: dict[str, int], code: str, language: Language = "vi") -> str:
    tied = [
        Contender(code=each, index_value=Fraction(1, 2), tie_break=(Fraction(share),))
        for each, share in shares.items()
    ]
    names = {each: f"Xã {each}" for each in shares}
    return " ".join(tie_notes(rank(tied)[code], names, _SET, language, has_groups=False))


def test_the_one_in_the_middle_stands_above_one_and_below_the_other() -> None:
    shares = {"A": 3, "B": 2, "C": 1}
    assert "xếp trên Xã C, dưới Xã A." in _notes(shares, "B")
    assert "above Xã C, below Xã A." in _notes(shares, "B", "en")
    assert "theo mục 1.2" in _notes(shares, "B")


def test_only_a_few_of_many_are_named() -> None:
    shares = {"A": 2, **dict.fromkeys("BCDEF", 1)}
    assert "xếp trên Xã B, Xã C, Xã D và 2 đơn vị khác." in _notes(shares, "A")

"""Ratios that stand on their heads, by the words of what they divide."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chamdiem.core.lint.check import Check
from chamdiem.core.lint.document import Document
from chamdiem.core.lint.finding import Facts, Hit
from chamdiem.core.lint.folding import fold
from chamdiem.core.lint.walking import RuleAt
from chamdiem.core.quotient import quotient_of
from chamdiem.core.rules.peer import PeerRule
from chamdiem.core.rules.ratio import RatioRule
from chamdiem.core.rules.tiers import TiersRule
from chamdiem.core.unparse import unparse

_GENERAL = frozenset(
    {"tong", "so", "luong", "cac", "cua", "tren", "dia", "ban", "trong", "nam", "ky", "toan", "co"}
)
# A total of what was done is still a total.
_DONE = frozenset(("da", "duoc"))
# What was to be done is divided by, however many more words it takes to say so.
PLANNED = re.compile(
    r"\b(?:ke hoach|chi tieu|muc tieu|duoc giao|phai|dang ky|du kien|quy dinh"
    # "Số xã cần lắp đặt", but not "cán bộ", "căn cước", "tiếp cận".
    r"|(?<!tiep )can(?! (?:bo|cu|cuoc|ho|nha|doi)\b))\b"
)
# Everything of a kind, and the ways in which a part of it is better than the rest.
_ALL = ("tong so", "phat hanh", "ban hanh", "tiep nhan")
_FINISHED = ("giai quyet", "xu ly", "hoan thanh")
_IN_TIME = ("dung han", "truoc han", "dung thoi han", "som han")
_BETTER = (*_IN_TIME, "ky so", "truc tuyen", "dien tu", "toan trinh", "so hoa")
# "Tỷ lệ hộ có địa chỉ số trong tổng số hộ": what the name calls part and whole.
_RATE = re.compile(r"^(?:ty|ti) (?:le|trong) ")
_PART_OF_WHOLE = re.compile(rf"{_RATE.pattern}(?P<part>.+?) (?:tren|trong) tong (?:so )?(?P<whole>.+)$")
# "Tỷ lệ hồ sơ trực tuyến / tổng số hồ sơ".
_OF_ALL = re.compile(r"\s*/\s*(?=tổng\b)", re.IGNORECASE)
# Where a name stops saying what is measured.
_COMPARED = re.compile(r" (?:tren|trong|so voi|theo|cua) ")
# "Cán bộ, công chức" are more than "cán bộ".
JOINED = re.compile(r"[,/]|\b(?:và|hoặc|cùng)\b", re.IGNORECASE)
_DIVIDED = re.compile(r"/|\bchia(?: cho)?\b|\btrên(?= tổng số\b)", re.IGNORECASE)
# "Toàn bộ hộ gia đình", "toàn bộ số hộ".
_EVERY = re.compile(r"^toan bo (?:so |cac )?")
# Words by which a label says that all of a kind are meant.
_EXISTING = frozenset(("hien", "nay"))
# A phrase of fewer words may stand anywhere.
_FEW_WORDS = 3
_SHORTEST_INITIALS = 3
# Words that begin a label without saying what is counted.
_COUNTED = ("tong so luong ", "tong so ", "so luong ", "tong ", "so ", "cac ")


def reversed_ratios(document: Document) -> Iterator[Hit]:
    """A ratio divides the whole by the part, by the words of its own letters."""
    for place in document.rules:
        rule = place.rule
        if not (isinstance(rule, RatioRule | TiersRule | PeerRule) and wants_much(rule)):
            continue
        letters = single_letters(rule)
        if letters is None:
            continue
        meanings = document.wording.calculation(place.row).meanings
        inputs = document.criteria[place.row.key].letters.inputs
        part, whole = (meanings.get(letter) or inputs[letter].label for letter in letters)
        name = fold(_OF_ALL.sub(" trên ", place.row.correct_name))
        if not (part and whole):
            continue
        words = _EVERY.sub("tong so ", fold(part)), _EVERY.sub("tong so ", fold(whole)), name
        labels = tuple(inputs[letter].label for letter in letters)
        is_told = (
            _is_the_part(*words)
            or _is_named_reversed(*words)
            or _is_part_of_whole(*words)
            or (_is_narrowed(*words) and not JOINED.search(whole))
            or _is_printed_reversed(part, whole, document.wording.method(place.row))
        )
        if not is_told and _are_exchanged(words[:2], (fold(labels[0]), fold(labels[1]))):
            # By the text all would be well: it is the labels that stand on their heads.
            is_told, (part, whole) = True, labels
        if is_told or (
            _is_reversed(*words)
            and not isinstance(rule, TiersRule)
            and not _is_checked(place, rule, document)
        ):
            facts: Facts = {"term": unparse(rule.value), "above": part, "below": whole}
            yield Hit(row=place.row, detail=place.path, printed=part, computed=whole, facts=facts)


def _are_exchanged(words: tuple[str, str], labels: tuple[str, str]) -> bool:
    """Whether the text explains each of two letters by the label of the other."""
    if words == labels:
        return False
    said, meant = [core_of(each) for each in words], [core_of(each) for each in labels]
    return said == meant[::-1] != meant


def wants_much(rule: RatioRule | TiersRule | PeerRule) -> bool:
    """Whether more of the value earns more."""
    if isinstance(rule, RatioRule | PeerRule):
        return rule.better == "high"
    return all(tier.side in ("at_least", "more_than") for tier in rule.tiers)


def _is_checked(place: RuleAt, rule: RatioRule | PeerRule, document: Document) -> bool:
    """Whether the checks of the row prove that the figure above is the part."""
    most = document.ceiling(place, rule.value)
    return most is not None and most <= 1


def single_letters(rule: RatioRule | TiersRule | PeerRule) -> tuple[str, str] | None:
    """The letters above and below, where only one stands in each place."""
    quotient = quotient_of(rule.value)
    above, below = set(quotient.numerator), set(quotient.denominator)
    if len(above) == len(below) == 1 and len(min(above)) == len(min(below)) == 1:
        return min(above)[0], min(below)[0]
    return None


def _is_reversed(above: str, below: str, name: str) -> bool:
    """Whether the words above the line are the more general ones."""
    if below.startswith("tong ") or PLANNED.search(below):
        return False
    more, fewer = set(below.split()) - _GENERAL, set(above.split()) - _GENERAL
    if fewer < more or _is_all_of(above, below):
        return True
    return above.startswith("tong ") and (fewer - _DONE <= more or _is_named(more, fewer, name))


def _is_named_reversed(above: str, below: str, name: str) -> bool:
    """Whether the total stands above what the row is about: no check between the two can mend that.

    ``Tổng số máy tính`` / ``Số máy tính đã cài`` in a row ``Tỷ lệ máy tính đã cài phần mềm``.
    """
    if not (above.startswith("tong so ") and below.startswith("so ")) or PLANNED.search(below):
        return False
    more, fewer = set(below.split()) - _GENERAL, set(above.split()) - _GENERAL
    own = more - fewer - _DONE
    is_part = fewer - _DONE < more and head_of(above) == head_of(below)
    return is_part and bool(own) and name.startswith(("ty le ", "ti le ")) and own <= set(name.split())


def _is_narrowed(above: str, below: str, name: str) -> bool:
    """Whether what stands below is what stands above, narrowed by the words in which the name ends.

    ``Số TTHC`` / ``Số TTHC được cung cấp toàn trình`` in a row ``Tỷ lệ TTHC được cung cấp toàn trình``.
    """
    more, fewer = core_of(below), core_of(above)
    is_narrower = more[: len(fewer)] == fewer and len(more) > len(fewer) and bool(set(fewer) - _GENERAL)
    if not is_narrower or not _RATE.match(name) or PLANNED.search(below):
        return False
    about = core_of(_COMPARED.split(_RATE.sub("", name))[0])
    return more[-2:] == about[-2:] and _begins_with(about, more)


def _begins_with(name: Sequence[str], counted: Sequence[str]) -> bool:
    """Whether a name begins with what is counted, or with the words that are abbreviated there: TTHC."""
    first = counted[:2]
    initials = "".join(word[0] for word in name)
    return name[:2] == first or (len(first[0]) >= _SHORTEST_INITIALS and initials.startswith(first[0]))


def _is_part_of_whole(above: str, below: str, name: str) -> bool:
    """Whether above stands what the name calls the whole, and below what it calls the part."""
    match = _PART_OF_WHOLE.match(name)
    if not match:
        return False
    part, whole, more, fewer = (
        set(text.split()) - _GENERAL - _DONE - _EXISTING
        for text in (match["part"], match["whole"], below, above)
    )
    return fewer == whole and whole < more and more - whole <= part


def _is_the_part(above: str, below: str, name: str) -> bool:
    """Whether a total of something else stands above what the name calls the share of."""
    if not (above.startswith("tong ") and _RATE.match(name)):
        return False
    own = core_of(below)
    return own == core_of(_RATE.sub("", name)) and not set(own) <= set(core_of(above))


def _is_printed_reversed(above: str, below: str, text: str) -> bool:
    """Whether the text divides, in the words of the labels, what stands below by what stands above."""
    part, whole = core_of(fold(above)), core_of(fold(below))
    if min(len(part), len(whole)) < _FEW_WORDS or not _DIVIDED.search(text):
        return False
    said = " ".join(core_of(fold(text)))
    if " ".join(part) not in said or " ".join(whole) not in said:
        return False
    printed = [
        (core_of(fold(left)), core_of(fold(right)))
        for line in text.splitlines()
        for match in _DIVIDED.finditer(line)
        for left, right in ((line[: match.start()], line[match.end() :]),)
    ]
    is_so = any(_divides(*sides, part, whole) for sides in printed)
    return not is_so and any(_divides(*sides, whole, part) for sides in printed)


def _divides(left: Sequence[str], right: Sequence[str], above: Sequence[str], below: Sequence[str]) -> bool:
    """Whether one text says a label and the other begins with the other label."""
    return f" {' '.join(above)} " in f" {' '.join(left)} " and right[: len(below)] == below


def core_of(label: str) -> list[str]:
    """What is counted and how, without the words that only say that it was done."""
    for words in _COUNTED:
        label = label.removeprefix(words)
    return [word for word in label.split() if word not in _DONE]


def _is_all_of(above: str, below: str) -> bool:
    """Whether one counts all there are, and the other those of them that are better: documents signed."""
    if head_of(above) != head_of(below) or _says(above, _BETTER):
        return False
    is_late_part = _says(above, _FINISHED) and _says(below, _IN_TIME)
    return is_late_part or (_says(above, _ALL) and not _says(above, _FINISHED) and _says(below, _BETTER))


def head_of(label: str) -> list[str]:
    """What is counted: ``ho so`` of ``tong so ho so da giai quyet``."""
    for words in _COUNTED:
        label = label.removeprefix(words)
    return label.split()[:2]


def _says(text: str, phrases: tuple[str, ...]) -> bool:
    return any(f" {phrase} " in f" {text} " for phrase in phrases)


def _is_named(below: set[str], above: set[str], name: str) -> bool:
    """Whether the name is about what only the words below the line say of things both count."""
    about = set(name.split()) - _GENERAL
    return bool(below & above) and bool((below - above) & about) and not (above - below) & about


CHECKS = (Check("ratio.reversed", "error", "rule and text", reversed_ratios),)

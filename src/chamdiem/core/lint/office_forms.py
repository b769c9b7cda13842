"""Names of offices brought to one form, and those that mean the same office."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from functools import lru_cache

from chamdiem.core.lint.folding import fold
from chamdiem.core.lint.likeness import differs_by_one_letter

_LONG_WORD = 3
# How an office of its own begins; "Sở, ban" and "Văn phòng Đảng ủy, UBND" name no two of them.
_OFFICE = re.compile(
    r"(?:Văn phòng|Sở(?! hữu)|Phòng(?! chống| ngừa)|Công an|Ban(?! hành)|Trung tâm|Chi cục|Cục|Trạm|Bưu điện"
    r"|Viễn thông|Đài|Hội(?! đồng| nhập)|Đoàn(?! thể| đại biểu)"
    r"|Thanh tra(?= (?:[Nn]hà nước|[Tt]ỉnh|[Tt]hành phố|[Hh]uyện|[Ss]ở))"
    r"|Bộ phận|Tổ(?! chức)|UBND|Ủy ban|Uỷ ban)\s+[^\W\d_]{2,}"
)
_JOINS = re.compile(r"(\s*[,/\n&–-]\s*|\s+và\s+)")
# "Văn phòng HĐND và UBND huyện" is the office of both.
_OFFICE_OF = re.compile(r"(?:Văn phòng|VP)\b")
_SERVED = re.compile(r"(?:UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|Đoàn|Đảng|Huyện|Tỉnh|Thành|Thị)\b")
_SHORT_FORMS = {"van phong": "vp", "uy ban nhan dan": "ubnd", "hoi dong nhan dan": "hdnd"}


@lru_cache(maxsize=2048)
def office_form(spelling: str) -> str:
    """An office without case, accents, marks, short forms and the word "và": ``&`` stands for it too."""
    text = " ".join(word for word in fold(spelling).split() if word != "va")
    for name, short in _SHORT_FORMS.items():
        text = re.sub(rf"\b{name}\b", short, text)
    # "UBND và HĐND" are the same two as "HĐND và UBND".
    return text.replace("ubnd hdnd", "hdnd ubnd")


def parts_of(spelling: str, alone: Set[str] = frozenset()) -> list[str]:
    """The offices that stand in one name, parted where what follows a mark or "và" is an office itself.

    Args:
        spelling: One name.
        alone: The forms of offices that stand by themselves elsewhere in the set.

    Example:
        >>> parts_of("Văn phòng HĐND và UBND, Công an xã"), parts_of("Phòng Văn hóa, Khoa học và Thông tin")
        (['Văn phòng HĐND và UBND', 'Công an xã'], ['Phòng Văn hóa, Khoa học và Thông tin'])
    """
    offices = [part.strip() for part in spelling.split(";") if part.strip()]
    return [each for office in offices for each in _parted(office, alone)]


def offices_in(spellings_: Iterable[str], pieces: Set[str]) -> dict[str, list[str]]:
    """The offices that stand in every spelling, known by how they begin or by standing alone elsewhere.

    ``pieces`` are no offices, only what a comma made of one.
    """
    names = list(spellings_)
    alone = {office_form(each) for each in names if len(parts_of(each)) == 1 and each not in pieces}
    return {each: parts_of(each, alone - {office_form(each)}) for each in names}


def _parted(office: str, alone: Set[str]) -> list[str]:
    first, *rest = _JOINS.split(office)
    parts = [first]
    for mark, piece in zip(rest[::2], rest[1::2], strict=True):
        is_served = "\n" not in mark and _OFFICE_OF.match(parts[-1]) and _SERVED.match(piece)
        if not is_served and _is_office(parts[-1], alone) and _is_office(piece, alone):
            parts.append(piece)
        else:
            parts[-1] += f"{mark}{piece}"
    return parts if all(_is_office(part, alone) for part in parts) else [office]


def _is_office(part: str, alone: Set[str]) -> bool:
    return bool(_OFFICE.match(part)) or office_form(part) in alone


def clusters(spellings_: list[str], columns: Set[str]) -> list[list[str]]:
    """Spellings of the same office together, in the order they appear.

    Initials stand for words only among the ``columns``: a text may shorten what it names often.
    """
    by_form: dict[str, list[str]] = {}
    for spelling in spellings_:
        by_form.setdefault(office_form(spelling), []).append(spelling)
    forms = list(by_form)
    in_columns = [form for form in forms if not columns.isdisjoint(by_form[form])]
    for place, form in enumerate(forms):
        for other in forms[:place]:
            if other in by_form and _is_misspelt(form, other):
                by_form[other] += by_form.pop(form)
                break
    for form in in_columns:
        long = [other for other in in_columns if _stands_for(form.split(), other.split())]
        # Initials that fit two offices say nothing.
        if len(long) == 1 and form in by_form and long[0] in by_form:
            by_form[long[0]] += by_form.pop(form)
    return list(by_form.values())


def _stands_for(short: list[str], long: list[str]) -> bool:
    """Whether a form has initials for words of another: ``p vh xh`` for ``phong van hoa xa hoi``."""
    place = shortened = 0
    for word in short:
        width = len(word)
        if long[place : place + 1] == [word]:
            place += 1
        elif (width > 1 or word == "p") and "".join(each[0] for each in long[place : place + width]) == word:
            place += width
            shortened += 1
        else:
            return False
    return bool(shortened) and place == len(long)


def _is_misspelt(form: str, other: str) -> bool:
    """Whether two forms differ in one letter of one longer word."""
    mine, theirs = form.split(), other.split()
    if len(mine) != len(theirs):
        return form.replace(" ", "") == other.replace(" ", "")
    pairs = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    return (
        len(pairs) == 1
        and len(mine) > 1
        and min(map(len, pairs[0])) >= _LONG_WORD
        and differs_by_one_letter(*pairs[0])
    )

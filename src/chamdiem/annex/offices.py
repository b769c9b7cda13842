"""Offices of a cell → a list, and a cell that names those in the lead and those that help → two texts.

They are parted by lines, semicolons, or a comma, a stroke or “và” before the name of another office.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from chamdiem.annex.rows import Annex, AnnexRow

_OFFICE = (
    r"(?:Phòng|UBND|Ủy ban|Uỷ ban|Sở|Vụ|Tổng cục|Viện|Ban|Văn phòng|VP|Trung tâm|Công an|Chi cục|"
    r"Cục|Hội|Đoàn|Liên đoàn|"
    r"Mặt trận|Bưu điện|Thanh tra|Bảo hiểm|Ngân hàng|Trường|Viễn thông|Bộ|Đài|Kho bạc|Thuế|Tổ|HĐND|"
    r"Bộ phận|Công chức|[Cc]ác (?:phòng|cơ quan|sở|đơn vị|xã|ban|ngành|tổ chức|doanh nghiệp|"
    r"địa phương|huyện|trường))\b"
)
# "Sở Nông nghiệp và Môi trường", "Văn phòng HĐND và UBND", "và Phòng, chống thiên tai" are one.
_AND = (
    r"(?<!HĐND)(?<!Hội đồng nhân dân)(?<!Quốc hội)\s+và\s+(?=(?:Sở|Vụ|Cục|Tổng cục|Chi cục|Văn phòng|Ban|"
    r"Thanh tra|Phòng(?!,? (?:chống|cháy|ngừa|vệ|thủ))|UBND|Ủy ban nhân dân|Uỷ ban nhân dân|"
    r"Công an|Trung tâm)\s+\S)"
)
_BETWEEN = re.compile(
    rf"\s*(?:;|\n\s*[-+]?|(?<=\S)\s+-\s+(?={_OFFICE})|[,/]\s*(?={_OFFICE}))\s*|{_AND}",
)
_ENDED = re.compile(r"[;.:]\s*$")
# Names of no office: a kind alone, or one that stops in front of its last words.
_BARE = re.compile(_OFFICE)
_GOES_ON = re.compile(r"(?:,|&|/|\b(?:và|của|với|các))$", re.IGNORECASE)
_LEADS = r"chủ trì|đầu mối|chịu trách nhiệm(?: chính)?"
_WITH = (
    r"phối hợp|cùng (?:thực hiện|tham gia|triển khai|chịu trách nhiệm)|(?:cùng )?tham gia|(?:có )?liên quan"
)
_LABEL = re.compile(
    r"(?:^|(?<=[\s;/,.(]))[-+*]?\s*(?:(?:các\s+)?(?:đơn vị|cơ quan|CQ|ĐV)\s+)?"
    rf"(?:(?P<lead>{_LEADS})|(?P<with>{_WITH}))(?:\s+thực hiện)?\s*[:：]\s*",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf"\s*\((?:(?P<lead>{_LEADS})|(?P<with>{_WITH}))\)", re.IGNORECASE)
# A heading over both.
_BOTH = re.compile(rf"(?=.*\b(?:{_LEADS})\b).*(?:\b(?:{_WITH})\b|[,/]\s*liên quan)", re.IGNORECASE)
OFFICES = ("lead", "coordinating", "verifying")
_PARTS = ("lead", "coordinating")


def list_offices(text: str) -> list[str]:
    """The offices named in one cell, as printed."""
    parts = (part.strip(" .,-+*") for part in _BETWEEN.split(text))
    return list(dict.fromkeys(part for part in parts if part))


def go_on_with(offices: str, rest: str, *, is_page: bool) -> bool:
    """Whether the rest of a cell goes on with its last office: "Sở", and "KH&CN" on the next page.

    On a page a cell breaks anywhere; elsewhere only what is no office yet can go on.
    """
    last = _BETWEEN.split(offices.strip())[-1].strip(" -+*")
    if _ENDED.search(offices) or rest.lstrip()[:1] in ("-", "+", "*"):
        return False
    is_begun = bool(_BARE.fullmatch(last)) or bool(_GOES_ON.search(last))
    return is_begun or (is_page and re.match(_OFFICE, rest) is None)


def part_offices(annex: Annex) -> None:
    """Give every row the offices in the lead and those that help by what the cell itself says of them.

    Where one column holds both, and a cell does not say which is which, it stays whole and the row warns.
    """
    shared = {
        table.number: heading
        for table in annex.tables
        for role, heading in zip(table.roles, table.headings, strict=False)
        if role in _PARTS and _BOTH.match(heading)
    }
    for row in annex.rows:
        says = [_part(row, role) for role in ("lead", "coordinating")]
        if row.table in shared and not any(says) and (row.texts.get("lead") or row.texts.get("coordinating")):
            row.warn("offices.unlabelled", heading=shared[row.table])


def _part(row: AnnexRow, role: str) -> bool:
    """Part one cell by its labels, in front of the offices or in brackets behind; whether it has any."""
    text = row.texts.get(role, "")
    labelled = _labelled(text, role) or _marked(text, role)
    if not labelled:
        return False
    row.texts.pop(role)
    for own, offices in labelled:
        before = row.texts.get(own)
        row.texts[own] = f"{before}; {offices}" if before else offices
    return True


def _labelled(text: str, role: str) -> list[tuple[str, str]]:
    labels = list(_LABEL.finditer(text))
    if not labels:
        return []
    ends = [*(label.start() for label in labels[1:]), len(text)]
    parts = [(role, text[: labels[0].start()])]
    parts += [(_of(each), text[each.end() : end]) for each, end in zip(labels, ends, strict=True)]
    return _filled(parts)


def _marked(text: str, role: str) -> list[tuple[str, str]]:
    offices = list_offices(text)
    marks = [_BEHIND.search(office) for office in offices]
    if not any(marks):
        return []
    # What is not marked beside an office in the lead helps it.
    otherwise = "coordinating" if any(mark and _of(mark) == "lead" for mark in marks) else role
    pairs = zip(offices, marks, strict=True)
    return _filled([(_of(mark) if mark else otherwise, _BEHIND.sub("", office)) for office, mark in pairs])


def _of(match: re.Match[str]) -> str:
    return "lead" if match["lead"] else "coordinating"


def _filled(parts: Collection[tuple[str, str]]) -> list[tuple[str, str]]:
    bare = [(role, text.strip(" \n.,;/-+*()")) for role, text in parts]
    return [(role, text) for role, text in bare if text]

"""What each column of a table holds, read from its header in one or two levels."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from chamdiem.annex.amounts import points_at_the_end, read_points
from chamdiem.annex.blocks import Line
from chamdiem.annex.column_words import LONGEST_HEADING, list_roles, role_of
from chamdiem.annex.header_levels import headings_of, is_reached, join_two_levels, telling_of
from chamdiem.annex.level_columns import (
    find_levels,
    hold_points,
    level_of,
    level_text,
    pairs_of_levels,
)
from chamdiem.annex.markup import one_line
from chamdiem.annex.numbering import read_number

_STANDING_IN = ("group", "instructions", "method", "evidence", "note")
# What tells that a column is filled in later, and holds no names.
_FILLED_IN = re.compile(
    r"\b(?:tự|điểm|kết quả|thực tế|chênh lệch|hội đồng|thẩm định|phúc tra)\b", re.IGNORECASE
)
_MOST = re.compile(r"tối đa|điểm chuẩn|cao nhất", re.IGNORECASE)
_BARE_POINTS = re.compile(r"\d{1,4}(?:[.,]\d{1,3})?")
_FIGURE = re.compile(r"[-+]?\d{1,4}(?:[.,]\d{1,3})?")


@dataclass(frozen=True, slots=True)
class Columns:
    """The role of each column, and the heading it was read from; ``method_points`` are those of levels beside.

    ``supposed`` is a heading that tells nothing: names must be below it, for no other column is left;
    ``by_contents`` are those whose cells tell more than they do.
    """

    roles: tuple[str, ...]
    headings: tuple[str, ...]
    supposed: str = ""
    by_contents: tuple[str, ...] = ()

    def __contains__(self, role: object) -> bool:
        return role in self.roles

    @property
    def names(self) -> str:
        """The heading of the column of names."""
        return next((h for r, h in zip(self.roles, self.headings, strict=True) if r == "name"), "")

    def cell(self, line: Line, role: str) -> str:
        """What stands in all columns of a role, joined."""
        texts: list[str] = []
        are_points = role == "method" and hold_points(self.levels(line), self.cell(line, "max"))
        for own, heading, text in zip(self.roles, self.headings, line.cells, strict=False):
            if own == role and text:
                own_text = text if role != "method" else self._level(heading, text, are_points=are_points)
                texts += [own_text] if own_text else []
            elif own == f"{role}_points" and text and texts:
                pairs = pairs_of_levels(texts[-1], text) or [(texts[-1], text.strip())]
                texts[-1] = "\n".join(_with_points(level, points) for level, points in pairs)
        return "\n".join(texts)

    def levels(self, line: Line) -> tuple[str, ...]:
        """What stands in columns that are levels."""
        cells = zip(self.roles, self.headings, line.cells, strict=False)
        return tuple(text for role, own, text in cells if role == "method" and text and level_of(own))

    def most(self, line: Line) -> Fraction | None:
        """The points of the highest level, by the headings or beside it."""
        cells = list(zip(self.roles, self.headings, line.cells, strict=False))
        own = [each for role, own, text in cells if role == "method" and text and (each := level_of(own))]
        points = [each.points for each in own]
        beside = [text for role, _, text in cells if role == "method_points" and own]
        points += [read_points(each) for text in beside for each in text.split("\n")]
        return max((each for each in points if each is not None), default=None)

    def _level(self, heading: str, text: str, *, are_points: bool) -> str:
        if self.roles.count("method") == 1:
            return text
        return level_text(heading, text, are_points=are_points, is_beside="method_points" in self)

    def unread(self, line: Line) -> tuple[str, ...]:
        """The headings of columns that are not read and hold something in a line."""
        cells = zip(self.roles, self.headings, line.cells, strict=False)
        return tuple(heading or "–" for role, heading, cell in cells if role == "ignored" and cell.strip())

    def groups(self, line: Line) -> tuple[str, ...]:
        """What stands in the columns of groups, from left to right; points of a group in brackets behind it."""
        cells = list(zip(self.roles, self.headings, map(one_line, line.cells), strict=False))
        groups = {heading: cell for role, heading, cell in cells if role == "group"}
        for role, heading, points in cells:
            if role == "group_max" and points and groups:
                own = _group_of(heading, groups) or [*groups][-1]
                if groups[own] and points_at_the_end(groups[own])[1] is None:
                    groups[own] = f"{groups[own]} ({points.removesuffix('điểm').strip()} điểm)"
        return tuple(groups.values())


def _with_points(level: str, points: str) -> str:
    unit = " điểm" if _BARE_POINTS.fullmatch(points) else ""
    return f"{level.rstrip(' .;:')}: {points}{unit}"


def read_columns(
    line: Line, below: Line | None = None, third: Line | None = None
) -> tuple[Columns, int] | None:
    """The columns a line is the header of, and how many lines the header takes; None if it is none.

    A third line belongs to it only where it parts levels: "Mức" and "Điểm" below "Mức 1" below "Thang điểm".
    """
    first = headings_of(line.cells)
    if below is not None and (second := join_two_levels(line, below)):
        whole = join_two_levels(Line(second, merged=below.merged), third) if third is not None else None
        if whole is not None and find_levels(whole) and (found := _columns(whole)) is not None:
            return found, 3
        found = _columns(second, telling_of(line, below, second))
        known = len({role_of(each) for each in first}) - 1
        if found is not None and (
            len(set(found.roles)) > known
            or find_levels(second)
            or _parts_levels(first, found)
            or is_reached(below)
        ):
            return found, 2
    found = _columns(first)
    return None if found is None else (found, 1)


def _parts_levels(first: Sequence[str], found: Columns) -> bool:
    """Whether the second line of a header parts levels from their points: "Kết quả" and "Điểm"."""
    cells = zip(first, found.headings, found.roles, ("", *found.roles), strict=False)
    return any(
        not own
        and heading.casefold().endswith(" điểm")
        and left == "method"
        and role in ("method", "ignored")
        for own, heading, role, left in cells
    )


def _columns(headings: tuple[str, ...], telling: tuple[str, ...] = ()) -> Columns | None:
    """The columns of a header; ``telling`` are the words of each heading that say what is below it."""
    levels = find_levels(headings)
    roles = [levels.get(place) or role_of(words) for place, words in enumerate(telling or headings)]
    if not is_plausible(headings, roles):
        return None
    supposed = _settle(roles, headings)
    found = set(roles) - {"", "ignored"}
    if "name" not in found or len(found) < 2 or not found & {"number", "max", "method"}:
        return None
    return Columns(tuple(role or "ignored" for role in roles), headings, supposed)


def _supposed(roles: Sequence[str], headings: Sequence[str]) -> int | None:
    """The column of the names where none is known: the one behind the numbers, or the only one left."""
    if "name" in roles:
        return None
    if len(roles) > 1 and roles[0] == "number":
        # "Thông tin" beside "Đơn vị tính": figures that are asked for.
        is_asked = roles[1] == "ignored" and "unit" in roles and not _FILLED_IN.search(headings[1])
        if not roles[1] or is_asked:
            return 1
    if not {"number", "max"} <= set(roles):
        return None
    left = [
        place
        for place, (role, heading) in enumerate(zip(roles, headings, strict=True))
        if heading and (not role or (role == "ignored" and not _FILLED_IN.search(heading)))
    ]
    return left[0] if len(left) == 1 else None


def is_plausible(headings: Sequence[str], roles: Sequence[str]) -> bool:
    """Whether the line looks like headings at all: short cells, no number of a row, most of them known."""
    filled = [heading for heading in headings if heading]
    if len(filled) < 2 or any(len(heading) > LONGEST_HEADING for heading in filled):
        return False
    first = read_number(headings[0])
    if first is not None and first.style != "roman":
        return False
    if not headings[0] and any(_FIGURE.fullmatch(heading) for heading in filled):
        # A row without a number, its points in a cell of their own: "Các nội dung trừ điểm", "3".
        return False
    known = sum(bool(role) for role in roles)
    return 2 * known > len(filled)


def _settle(roles: list[str], headings: tuple[str, ...]) -> str:
    """Decide what two columns of one role mean, and what stands in for a missing one; the heading supposed."""
    for needed in ("max", "name"):
        if needed not in roles:
            _stand_in(needed, roles, headings)
    supposed = _supposed(roles, headings)
    if supposed is not None:
        roles[supposed] = "name"
    _settle_groups(roles, headings)
    _settle_levels(roles, headings)
    for role in ("max", "number", "code"):
        places = [place for place, own in enumerate(roles) if own == role]
        most = [each for each in places if role == "max" and _MOST.search(headings[each])]
        for again in set(places).difference((most or places)[:1]):
            # A second column of points is what somebody fills in, or the points of levels.
            roles[again] = "ignored"
    if read_number(headings[0]) and headings[0].isupper() and roles[0] == "":
        roles[0] = "number"
    if "number" not in roles and roles[0] == "code":
        # "Mã số" in front, and no other number: the rows are numbered there.
        roles[0] = "number"
    return "" if supposed is None else headings[supposed]


def _settle_levels(roles: list[str], headings: Sequence[str]) -> None:
    """Levels with their points ("Thang điểm chi tiết") beside a column of maxima are the method."""
    points = [place for place, own in enumerate(roles) if own == "max"]
    levels = [place for place in points if "chi tiết" in headings[place].casefold()]
    if len(levels) < len(points):
        for place in levels:
            roles[place] = "method"


def _group_of(points: str, groups: Iterable[str]) -> str:
    """The heading of the groups whose points stand below a heading: "Điểm trụ cột" are those of "Trụ cột"."""
    words = points.casefold()
    return next((each for each in groups if each and words.endswith(each.casefold())), "")


def _settle_groups(roles: list[str], headings: Sequence[str]) -> None:
    """Groups stand to the left of the names, the outermost first; to the right they only mark a row."""
    names = [place for place, role in enumerate(roles) if role == "name"]
    groups = [place for place, role in enumerate(roles) if role == "group"]
    for place in groups:
        if names and place > names[-1]:
            roles[place] = "ignored"
    points = [place for place, role in enumerate(roles) if role in ("max", "group_max")]
    owners = {place: _group_of(headings[place], [headings[each] for each in names[:-1]]) for place in points}
    for place in names[:-1]:
        if (groups and groups[0] < place) or headings[place] in owners.values():
            roles[place] = "group"
    named = [heading for role, heading in zip(roles, headings, strict=True) if role == "group"]
    of_groups = [place for place in points if _group_of(headings[place], named)]
    if len(of_groups) < len(points):
        for place in of_groups:
            roles[place] = "group_max"
    if not named:
        roles[:] = ["max" if role == "group_max" else role for role in roles]


def _stand_in(needed: str, roles: list[str], headings: tuple[str, ...]) -> None:
    """Give a missing role to the first column whose words allow it, and that is not the only one of its own."""
    for place, heading in enumerate(headings):
        own = roles[place]
        if needed in list_roles(heading) and (
            own in ("", "ignored") or (own != "group" and roles.count(own) > 1)
        ):
            roles[place] = needed
            return
    for place, heading in enumerate(headings):
        if needed in list_roles(heading) and roles[place] in _STANDING_IN:
            roles[place] = needed
            return
    if needed == "name" and "instructions" in roles:
        roles[roles.index("instructions")] = "name"

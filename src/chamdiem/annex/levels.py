"""Lines below a criterion that are its levels, not rows: "- Đúng hạn (8đ)", "- Không ban hành (0đ)"."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from fractions import Fraction

from chamdiem.annex.amounts import amount_text, points_at_the_end
from chamdiem.annex.numbering import read_number
from chamdiem.annex.rows import AnnexRow

_MARKS = ("-", "–", "+", "•", "*")
_GIVES = re.compile(
    r"(?:[(\[]\s*\d+(?:,\d+)?\s*(?:điểm|đ)\s*[)\]]|:\s*\d+(?:,\d+)?\s*(?:điểm|đ))[\s.;]*$", re.IGNORECASE
)

_COUNTS = re.compile(r"\d\s*(?:điểm|đ)\b|\bđiểm\s*=|^(?:cách tính|công thức)\b", re.IGNORECASE)
# What only says how a criterion is calculated: "Tính tỷ lệ % giữa …", "Nếu tỷ lệ dưới 80% thì điểm là 0".
_CALCULATES = re.compile(
    r"[-+•*\s]*(?:(?:nếu|trường hợp)\b.*(?:điểm|%)|tính (?:tỷ lệ|điểm|theo|bằng|trên)\b|(?:cách tính|công thức)\b|điểm\s*(?:đánh giá|số)?\s*=)",
    re.IGNORECASE,
)

_BAND = re.compile(
    r"(?:(?:đạt |tỷ lệ |có )*(?:từ|trên|dưới|hơn|ít hơn|không quá|tối thiểu|[≥≤<>]=?)\s*\d|\d+(?:,\d+)?\s*%|(?:các )?(?:trường hợp |mức )?còn lại\b)",
    re.IGNORECASE,
)


def join_levels(rows: list[AnnexRow]) -> list[AnnexRow]:
    """The rows; items that are levels of the row above, the highest worth all of it, are its method."""
    rows = _with_texts(rows)
    kept: list[AnnexRow] = []
    place = 0
    while place < len(rows):
        row = rows[place]
        end = place + 1
        while end < len(rows) and _may_be_level(rows[end], row):
            end += 1
            if _own(rows[end - 1]):
                break
        levels = rows[place + 1 : end]
        is_above = bool(levels) and levels[0].depth > row.depth > 0
        if is_above and (len({each.depth for each in levels}) > 1 or _goes_deeper(rows[end:], row)):
            levels = []
        if row.max_points and (is_above or not _may_be_level(row)) and _are_levels(levels, row.max_points):
            _join(row, levels)
            place = end
        else:
            place += 1
        kept.append(row)
    return kept


def _with_texts(rows: list[AnnexRow]) -> list[AnnexRow]:
    """The rows; lines below a criterion that only say how it is calculated are its method."""
    kept: list[AnnexRow] = []
    begun: AnnexRow | None = None
    for row in rows:
        above = kept[-1] if kept else None
        is_below = above is not None and bool(above.number) and above.max_points is not None
        if above is not None and is_below and (above is begun or not above.method) and _says_how(row):
            above.texts["method"] = "\n".join(filter(None, (above.method, row.name)))
            begun = above
        else:
            kept.append(row)
    return kept


def _says_how(row: AnnexRow) -> bool:
    is_bare = not (row.number or row.max_text or row.printed or row.depth or any(row.groups))
    return is_bare and not _own(row) and bool(_CALCULATES.match(row.name))


def _own(row: AnnexRow) -> set[str]:
    """The fields a row has of its own, beside its name."""
    return row.texts.keys() - {"name"} - row.shared


def part_levels(text: str, maximum: Fraction | None) -> tuple[str, str]:
    """Name and method of a cell whose last lines are levels of ``maximum``; no method where they are not."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    start = len(lines)
    while start > 1 and lines[start - 1].startswith(_MARKS) and _GIVES.search(lines[start - 1]):
        start -= 1
    points = [points_at_the_end(line)[1] or Fraction(0) for line in lines[start:]]
    if maximum is None or not _give_all_of(points, maximum):
        return text, ""
    return "\n".join(lines[:start]), "\n".join(lines[start:])


def part_calculation(text: str) -> tuple[str, str]:
    """Name and method of a cell that holds both: the method begins with the first line that calculates."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    begins = (place for place, line in enumerate(lines) if place and _COUNTS.search(line))
    start = next(begins, len(lines))
    return "\n".join(lines[:start]), "\n".join(lines[start:])


def _goes_deeper(rows: list[AnnexRow], above: AnnexRow) -> bool:
    """Whether what follows stands in the list inside an item too."""
    return bool(rows) and rows[0].depth > above.depth


def _may_be_level(row: AnnexRow, above: AnnexRow | None = None) -> bool:
    """Whether a row is an item with points and no calculation; texts below the last are of them all.

    Items of a list stand all in one list, inside the item ``above``; in a table it is enough that they
    have no number and the row above has one.
    """
    number = read_number(row.number) if row.number else None
    is_listed = above is not None and row.depth > 0 and above.depth > 0
    if above is not None and is_listed and row.depth <= above.depth:
        return False
    is_item = is_listed or (not row.number and _is_marked(row))
    is_lettered = number is not None and number.style == "lower"
    others = any(role == "method" or not row.printed for role in _own(row))
    is_bare = above is not None and bool(above.number) and not (row.number or row.printed or row.depth)
    is_one = is_item or is_lettered or is_bare
    return row.max_points is not None and not others and not any(row.groups) and is_one


def _is_marked(row: AnnexRow) -> bool:
    return row.depth > 0 or (row.printed or row.name).startswith(_MARKS)


def _are_levels(levels: list[AnnexRow], maximum: Fraction) -> bool:
    points = [level.max_points or Fraction(0) for level in levels]
    # Parts of a criterion are lettered too, or have no mark: none of them is worth nothing.
    is_sure = all(not level.number and (_is_marked(level) or _is_band(level)) for level in levels)
    is_sure = is_sure or 0 in points
    return is_sure and _give_all_of(points, maximum)


def _is_band(level: AnnexRow) -> bool:
    """Whether a line compares with a figure, or is what is left: "Từ 50% đến 90%", "Còn lại"."""
    return _BAND.match(level.name) is not None


def _give_all_of(points: list[Fraction], maximum: Fraction) -> bool:
    """Whether the highest of several is the maximum, and they are no parts that make it up."""
    return len(points) > 1 and max(points) == maximum and (sum(points) > maximum or 0 in points)


def _join(row: AnnexRow, levels: list[AnnexRow]) -> None:
    below = {role: text for role, text in levels[-1].texts.items() if role in _own(levels[-1])}
    row.texts |= {role: "\n".join(filter(None, (row.texts.get(role), text))) for role, text in below.items()}
    lines = [row.method, *(_line_of(level) for level in levels)]
    row.texts["method"] = "\n".join(line for line in lines if line)
    if all(level.max_points for level in levels):
        row.warn("row.levels", count=str(len(levels)))


def _line_of(level: AnnexRow) -> str:
    """A level as it is printed; in a table its points stand in a cell of their own."""
    if level.printed:
        return level.printed
    points = amount_text(level.max_points or Fraction(0)).replace(".", ",")
    mark = "" if level.name.startswith(_MARKS) else "- "
    return f"{mark}{level.name} ({points} điểm)"

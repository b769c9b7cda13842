"""The words and annexes of the consolidated report: a table per annex, this quarter beside the last."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from chamdiem.core.improvement_plan import lettered
from chamdiem.office.official import Annex, Column, Table, TableRow
from chamdiem.plans.combining import share_of_bodies
from chamdiem.plans.consolidating import counted_as, with_outside
from chamdiem.plans.official_results import level_text, said_of
from chamdiem.plans.official_words import STATES, day_text, lower_first, number_text, rounded, with_unit
from chamdiem.plans.showing import years_text

Content = Mapping[str, Any]
# Kind of item → its annex: number, title, what one of it is called.
ANNEXES = {
    "target": ("Phụ lục I", "TÌNH HÌNH THỰC HIỆN CÁC CHỈ TIÊU ĐƯỢC PHÂN CÔNG", "chỉ tiêu"),
    "document": ("Phụ lục II", "TÌNH HÌNH BAN HÀNH VĂN BẢN", "văn bản"),
    "project": ("Phụ lục III", "TÌNH HÌNH THỰC HIỆN DỰ ÁN, NHIỆM VỤ", "dự án, nhiệm vụ"),
}
_OTHER_GOALS = "Mục tiêu khác"
_GOALS = ("Phụ lục IV", "TÌNH HÌNH THỰC HIỆN MỤC TIÊU")
_SEVERAL = 2


def list_annexes(content: Content) -> Iterator[Annex]:
    """A table for each kind of item there is, then the goals."""
    everything = with_outside(content)
    for kind, (number, title, _word) in ANNEXES.items():
        items = [item for item in everything if item["kind"] == kind]
        if items:
            yield Annex(number, title, _items_table(items, kind, content["before"]))
    if content["goals"]:
        yield Annex(*_GOALS, _goals_table(content["goals"]))


def _items_table(items: Sequence[Content], kind: str, before: str) -> Table:
    heading = "Kết quả, số liệu trong kỳ" if kind != "document" else "Kết quả (loại văn bản)"
    columns = [
        Column("STT", 2, is_centred=True),
        Column("Nội dung", 9),
        Column("Chủ trì", 5),
        Column("Phối hợp", 5),
        Column("Thời gian", 3, is_centred=True),
        Column("Kinh phí (triệu đồng)", 3, is_centred=True),
        Column("Tình hình", 4, is_centred=True),
        Column(f"Tiến độ {lower_first(before)}" if before else "Tiến độ kỳ trước", 3, is_centred=True),
        Column("Tiến độ kỳ này", 3, is_centred=True),
        Column(heading, 12),
    ]
    rows: list[TableRow] = []
    group = None
    for item in items:
        if item["group"] and item["group"] != group:
            group = item["group"]
            rows.append(TableRow([group], is_group=True))
        rows.append(TableRow(_item_cells(item)))
    rows += _budgets_together(items, columns)
    # Once there was a quarter before, both stand beside each other though nobody gave a percentage.
    return _without_empty(Table(columns, rows), kept={7, 8} if before else ())


def _budgets_together(items: Sequence[Content], columns: Sequence[Column]) -> list[TableRow]:
    """The sum of the budgets, where there are several."""
    budgets = [Decimal(item["budget"]) for item in items if item.get("budget")]
    if len(budgets) < _SEVERAL:
        return []
    said = {1: "Cộng kinh phí", 5: number_text(str(sum(budgets)))}
    return [TableRow([said.get(at, "") for at in range(len(columns))])]


def _item_cells(item: Content) -> list[str]:
    return [
        item["number"],
        item["text"],
        "; ".join(item["lead"]),
        "; ".join(item["coordinating"]),
        _years(item.get("years")),
        number_text(item.get("budget")),
        state_text(item),
        _progress(item["percent_before"], item.get("state_before"), item.get("share_before", "")),
        _progress(item["percent"], item["state"], share_of_bodies(item)),
        "\n".join(said_of(item)),
    ]


def _years(years: Sequence[int] | None) -> str:
    """``2026`` or ``2026–2028``; rounds closed before they were kept have none."""
    if not years:
        return ""
    return years_text(*years)


def _progress(percent: int | None, state: str | None, share: str) -> str:
    """The percentage, and of how many bodies; where none was given, the state in words."""
    if percent is not None:
        return percent_text(percent, share)
    return STATES[state] if state else "–"


def percent_text(percent: int, share: str) -> str:
    """``100%``, or ``100% (1/20 đơn vị)`` where not every body in charge stands behind it."""
    return f"{percent}% ({share} đơn vị)" if share else f"{percent}%"


def _without_empty(table: Table, kept: Collection[int] = ()) -> Table:
    """The table without the columns in which nothing stands, but for those to be ``kept``."""
    rows = [row for row in table.rows if not row.is_group]
    places = [
        at
        for at in range(len(table.columns))
        if at in kept or any(row.cells[at] not in ("", "–") for row in rows)
    ]
    return Table(
        [table.columns[at] for at in places],
        [row if row.is_group else TableRow([row.cells[at] for at in places]) for row in table.rows],
    )


def state_text(item: Content) -> str:
    """The state of an item, and how many bodies stand behind it where not all do."""
    if item.get("is_outside"):
        return "Chưa giao trong hệ thống"
    owed = item.get("owed", 0)
    # Rounds closed before it was counted who owes what say nothing of it.
    if "owed" in item and not owed:
        return "Không ai phải báo cáo"
    if is_left_alone(item):
        return f"{STATES[item['state']]} ({'theo báo cáo cuối; ' if item['state'] else ''}đơn vị đã kết thúc)"
    if share_of_bodies(item) or item.get("held"):
        return f"{STATES[item['state']]} ({told_by(item)})"
    if item["state"] and not item.get("reported") and owed:
        return f"{STATES[item['state']]} từ kỳ trước"
    return STATES[counted_as(item)]


def is_left_alone(item: Content) -> bool:
    """Whether all in charge of an item have ended unfinished, with nobody in their place."""
    return bool(item.get("owed")) and len(item.get("left", ())) == item["owed"]


def told_by(item: Content) -> str:
    """Of how many bodies in charge a state is: who reports now, and who finished before.

    Example:
        >>> told_by({"reported": 1, "settled": 2, "owed": 37})
        '1/37 đơn vị báo cáo, 2/37 đã hoàn thành từ kỳ trước'
        >>> told_by({"reported": 0, "settled": 2, "owed": 37})
        '2/37 đơn vị đã hoàn thành từ kỳ trước'
    """
    reported, settled, owed = item.get("reported", 0), item.get("settled", 0), item["owed"]
    held = item.get("held", 0)
    parts = [f"{reported}/{owed} đơn vị báo cáo"] if reported else []
    if settled:
        parts.append(f"{settled}/{owed} {'' if reported else 'đơn vị '}đã hoàn thành từ kỳ trước")
    if held:
        unit = "" if parts else "đơn vị "
        parts.append(f"{held}/{owed} {unit}theo báo cáo cuối của đơn vị đã kết thúc")
    return ", ".join(parts)


def _goals_table(goals: Sequence[Content]) -> Table:
    columns = [
        Column("Mục tiêu", 14),
        Column("Năm", 2, is_centred=True),
        Column("Mức phải đạt", 5, is_centred=True),
        Column("Giá trị đo được", 4, is_centred=True),
        Column("Ngày số liệu", 4, is_centred=True),
        Column("Nguồn", 6),
        Column("Đạt", 3, is_centred=True),
    ]
    rows: list[TableRow] = []
    section = ""
    for goal in goals:
        if goal["section"] != section:
            section = goal["section"]
            rows.append(TableRow([section or _OTHER_GOALS], is_group=True))
        text = lettered(goal["letter"], goal["text"])
        for position, measure in enumerate(goal["measures"] or [None]):
            rows.append(TableRow([text if position == 0 else "", *_measured(goal, measure, position)]))
    return _without_empty(Table(columns, rows))


def _measured(goal: Content, measure: Content | None, position: int) -> list[str]:
    year = str(goal["year"]) if position == 0 else ""
    if measure is None:
        return [year, "Định tính", "", "", "", ""]
    reached = {True: "Đạt", False: "Chưa đạt", None: "Chưa đo"}[measure["is_reached"]]
    # Rounds closed before this was kept have none.
    if measure.get("is_base"):
        reached = "Chưa đo trong kỳ kế hoạch"
    target = level_text(measure)
    return [
        year,
        f"{measure['label']}: {target}" if len(goal["measures"]) > 1 else target,
        with_unit(rounded(measure["value"], measure["threshold"]), measure["unit"])
        if measure["value"]
        else "",
        day_text(measure["measured_on"]) if measure["measured_on"] else "",
        measure["source"] + _corrected(measure),
        reached,
    ]


def _corrected(measure: Content) -> str:
    """What a correction published since made of a value, for beside its source; empty where none did."""
    correction = measure.get("correction")
    if not correction:
        return ""
    if correction["value"] is None:
        return ". Kết quả đã được đính chính và không còn số liệu này"
    old, new = (rounded(each["value"], measure["threshold"]) for each in (measure, correction))
    now = with_unit(correction["value"] if old == new else new, measure["unit"])
    return f". Đã đính chính (công bố lần {correction['release']}): nay là {now}"

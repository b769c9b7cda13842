"""The consolidated report of a round as an official document: text, totals, who is late, tables per annex."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from chamdiem.core.improvement_plan import lettered
from chamdiem.office.official import Annex, Column, OfficialReport, Section, Table, TableRow
from chamdiem.plans.consolidating import counted_as

Content = Mapping[str, Any]
_ROMAN = ("", "I", "II", "III", "IV")
# Kind of item → its annex: number, title, what one of it is called.
_ANNEXES = {
    "target": ("Phụ lục I", "TÌNH HÌNH THỰC HIỆN CÁC CHỈ TIÊU ĐƯỢC PHÂN CÔNG", "chỉ tiêu"),
    "document": ("Phụ lục II", "TÌNH HÌNH BAN HÀNH VĂN BẢN", "văn bản"),
    "project": ("Phụ lục III", "TÌNH HÌNH THỰC HIỆN DỰ ÁN, NHIỆM VỤ", "dự án, nhiệm vụ"),
}
_GOALS = ("Phụ lục IV", "TÌNH HÌNH THỰC HIỆN MỤC TIÊU")
STATES = {
    "done": "Đã hoàn thành",
    "on_track": "Đúng tiến độ",
    "behind": "Chậm tiến độ",
    "stopped": "Dừng",
    "not_started": "Chưa triển khai",
    "returned": "Bị trả lại, chờ bổ sung",
    "missing": "Chưa báo cáo",
    "": "Chưa báo cáo",
}
_OPERATORS = {
    "at_least": "≥",
    "more_than": ">",
    "at_most": "≤",
    "less_than": "<",
    "exactly": "=",
}


def official_report(content: Content, day: date, *, is_closed: bool = False) -> OfficialReport:
    """The report of a round from what was consolidated; number and signer stay open for who issues it.

    Args:
        content: As ``consolidating.consolidate`` makes it.
        day: The day the round was closed, or for an open one the day the file is made.
        is_closed: Only then is the day itself printed; before, it stays open.
    """
    plan, round_ = content["plan"], content["round"]
    quarter = f"quý {_ROMAN[round_['quarter']]} năm {round_['year']}"
    return OfficialReport(
        superior=plan["issuer"] or plan["owner"],
        body=_issuer(plan),
        number="…/BC-…",
        place_and_day=f"{_place(plan)}, {_dated(day, is_closed=is_closed)}",
        kind="BÁO CÁO",
        subject=f"Tình hình thực hiện {_lower(plan['title'])} {quarter}",
        opening=list(_opening(content, quarter)),
        sections=[
            Section("1. Tình hình báo cáo", list(_reporting(content))),
            Section("2. Kết quả chung", list(_results(content)), _totals(content)),
            Section(
                "3. Nội dung chậm tiến độ, dừng, chưa báo cáo hoặc chưa có đơn vị chủ trì",
                list(_worries(content)),
            ),
            Section("4. Khó khăn, vướng mắc và đề xuất theo từng nội dung", list(_difficulties(content))),
            Section("5. Khó khăn, đề xuất chung của các đơn vị", list(_general(content))),
        ],
        annexes=list(_annexes(content)),
        recipients=[
            f"{plan['issuer'] or plan['owner']} (để báo cáo)",
            "Các cơ quan, đơn vị được giao nhiệm vụ (để thực hiện)",
            "Lưu: VT",
        ],
        signer_title="Thủ trưởng cơ quan",
    )


def _opening(content: Content, quarter: str) -> Iterator[str]:
    plan = content["plan"]
    number = f" số {plan['number']}" if plan["number"] else ""
    issued = f" ngày {_day(plan['issued_on'])}" if plan["issued_on"] else ""
    of = f" của {plan['issuer']}" if plan["issuer"] else ""
    by = _issuer(plan)
    yield (
        f"Thực hiện Kế hoạch{number}{issued}{of}, {by} tổng hợp tình hình "
        f"thực hiện {quarter} từ báo cáo của các cơ quan, đơn vị như sau:"
    )


def _reporting(content: Content) -> Iterator[str]:
    owed = [each for each in content["reports"] if each["is_required"]]
    missing = [each["organisation"] for each in owed if each["is_missing"]]
    back = [each for each in owed if each["status"] == "returned" and not each["is_missing"]]
    late = [each for each in owed if each["is_late"] and not each["is_missing"] and each not in back]
    due = _day(content["round"]["due_on"])
    yield (
        f"Có {len(owed) - len(missing)}/{len(owed)} cơ quan, đơn vị chủ trì đã gửi báo cáo; "
        f"hạn gửi là ngày {due}."
    )
    if late:
        yield f"Gửi sau hạn {len(late)} đơn vị: {_dated_names(late)}."
    if back:
        yield (
            f"Đã gửi nhưng bị trả lại, chưa gửi lại bản bổ sung {len(back)} đơn vị: {_dated_names(back)}; "
            "số liệu của các đơn vị này chưa được tính."
        )
    if missing:
        yield f"Chưa có báo cáo {len(missing)} đơn vị: {'; '.join(missing)}."
    if not late and not missing and not back:
        yield "Các cơ quan, đơn vị đều báo cáo đúng hạn."


def _dated_names(reports: Sequence[Content]) -> str:
    """Bodies with the day they sent, and the later one where they sent again."""
    # Rounds closed before both days were kept know one.
    days = [(each.get("first_sent_on") or each["sent_on"], each["sent_on"]) for each in reports]
    said = [
        f"ngày {_day(first)}" if first == last else f"ngày {_day(first)}, gửi lại ngày {_day(last)}"
        for first, last in days
    ]
    return "; ".join(f"{each['organisation']} ({when})" for each, when in zip(reports, said, strict=True))


def _results(content: Content) -> Iterator[str]:
    states = [counted_as(item) for item in content["items"]]
    done, total = states.count("done"), len(states)
    reported = {item["key"] for item in content["items"]}
    nobody = [item for item in content.get("outside", ()) if item.get("key") not in reported]
    if nobody:
        yield (
            f"Có {len(nobody)} nội dung không đơn vị nào phải báo cáo, vì chưa có đơn vị chủ trì hoặc cơ "
            "quan chủ trì không thuộc hệ thống báo cáo; xem mục 3."
        )
    if not total:
        yield "Kỳ này không có nội dung phải báo cáo." if not nobody else "Không có nội dung nào khác."
        return
    parts = [f"{states.count(state)} {_lower(STATES[state])}" for state in _COUNTED if states.count(state)]
    yield f"Trong {total} nội dung phải báo cáo có {', '.join(parts)}."
    share = _number(str((Decimal(done) * 100 / total).quantize(Decimal("0.1"))))
    yield f"Tỷ lệ nội dung đã hoàn thành là {share}%. Chi tiết tại các phụ lục kèm theo."


_COUNTED = ("done", "on_track", "behind", "stopped", "not_started", "returned", "missing")


def _totals(content: Content) -> Table:
    counts = content["totals"].values()
    # A column of its own only where something was sent back.
    states = [state for state in _COUNTED if state != "returned" or any(state in each for each in counts)]
    columns = [Column("Nhóm nội dung", 5), Column("Tổng số", 2, is_centred=True)]
    columns += [Column(STATES[state], 2, is_centred=True) for state in states]
    rows = []
    for kind, (_number_of, _title, word) in _ANNEXES.items():
        if kind in content["totals"]:
            counted = content["totals"][kind]
            numbers = [str(counted.get(state, 0)) for state in ("all", *states)]
            rows.append(TableRow([f"{word[0].upper()}{word[1:]}", *numbers]))
    sums = [str(sum(kind.get(state, 0) for kind in counts)) for state in ("all", *states)]
    return Table(columns, [*rows, TableRow(["Cộng", *sums])])


def _worries(content: Content) -> Iterator[str]:
    found = bool(content.get("outside"))
    # Bodies that help there may have added to these; they are listed once, for want of a body in charge.
    outside = {item.get("key") for item in content.get("outside", ())}
    for item in content["items"]:
        if item["state"] in ("behind", "stopped", "") and item["key"] not in outside:
            found = True
            lead = "; ".join(item["lead"])
            yield f"- {_named(item)} ({lead}); {_lower(_state(item))}{_at(item)}."
    # Rounds closed before this was gathered have none.
    for item in content.get("outside", ()):
        if item["lead"]:
            lead = "; ".join(item["lead"])
            yield f"- {_named(item)} ({lead}); cơ quan chủ trì không thuộc hệ thống báo cáo, chưa có số liệu."
        else:
            yield f"- {_named(item)}; chưa có đơn vị chủ trì, chưa có số liệu."
    if not found:
        yield "Không có."


def _difficulties(content: Content) -> Iterator[str]:
    found = False
    for item in content["items"]:
        said = [line for line in item["lines"] if line["difficulty"] or line["proposal"]]
        if said:
            found = True
            yield _ended(_named(item))
            for line in said:
                parts = [part for part in (line["difficulty"], _proposed(line["proposal"])) if part]
                yield f"- {line['organisation']}: {' '.join(_ended(part) for part in parts)}"
    if not found:
        yield "Các đơn vị không nêu khó khăn, vướng mắc."


def _general(content: Content) -> Iterator[str]:
    for each in content["general"]:
        parts = [part for part in (each["difficulties"], _proposed(each["proposals"])) if part]
        yield f"- {each['organisation']}: {' '.join(_ended(part) for part in parts)}"
    if not content["general"]:
        yield "Không có."


def _annexes(content: Content) -> Iterator[Annex]:
    for kind, (number, title, _word) in _ANNEXES.items():
        items = [item for item in content["items"] if item["kind"] == kind]
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
        Column("Tình hình", 4, is_centred=True),
        Column(f"Tiến độ {_lower(before)}" if before else "Tiến độ kỳ trước", 3, is_centred=True),
        Column("Tiến độ kỳ này", 3, is_centred=True),
        Column(heading, 9),
    ]
    rows: list[TableRow] = []
    group = None
    for item in items:
        if item["group"] and item["group"] != group:
            group = item["group"]
            rows.append(TableRow([group], is_group=True))
        rows.append(
            TableRow(
                [
                    item["number"],
                    item["text"],
                    "; ".join(item["lead"]),
                    "; ".join(item["coordinating"]),
                    _state(item),
                    _percent(item["percent_before"]),
                    _percent(item["percent"]),
                    "\n".join(_said(item)),
                ]
            )
        )
    return _without_empty(Table(columns, rows))


def _without_empty(table: Table) -> Table:
    """The table without the columns in which nothing stands."""
    rows = [row for row in table.rows if not row.is_group]
    kept = [at for at in range(len(table.columns)) if any(row.cells[at] not in ("", "–") for row in rows)]
    return Table(
        [table.columns[at] for at in kept],
        [row if row.is_group else TableRow([row.cells[at] for at in kept]) for row in table.rows],
    )


def _state(item: Content) -> str:
    """The state of an item, and how many bodies stand behind it where not all do."""
    reported, owed = item.get("reported", 0), item.get("owed", 0)
    if reported and reported < owed:
        return f"{STATES[item['state']]} ({reported}/{owed} đơn vị báo cáo)"
    return STATES[counted_as(item)]


def _said(item: Content) -> Iterator[str]:
    if item["document_kind"]:
        yield f"({item['document_kind']})"
    for line in item["lines"]:
        figures = "; ".join(_figure(each) for each in line["figures"] if each["value"] or each["before"])
        parts = [part for part in (line["done"], figures) if part]
        if parts:
            yield f"{line['organisation']}: {' '.join(_ended(part) for part in parts)}"


def _figure(figure: Content) -> str:
    before = f" (kỳ trước {_number(figure['before'])})" if figure["before"] else ""
    return f"{figure['label']}: {_number(figure['value'])} {figure['unit']}{before}"


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
    section = None
    for goal in goals:
        if goal["section"] and goal["section"] != section:
            section = goal["section"]
            rows.append(TableRow([section], is_group=True))
        text = lettered(goal["letter"], goal["text"])
        for position, measure in enumerate(goal["measures"] or [None]):
            rows.append(TableRow([text if position == 0 else "", *_measured(goal, measure, position)]))
    return _without_empty(Table(columns, rows))


def _measured(goal: Content, measure: Content | None, position: int) -> list[str]:
    year = str(goal["year"]) if position == 0 else ""
    if measure is None:
        return [year, "Định tính", "", "", "", ""]
    reached = {True: "Đạt", False: "Chưa đạt", None: "Chưa đo"}[measure["is_reached"]]
    target = f"{_OPERATORS[measure['operator']]} {_number(measure['threshold'])} {measure['unit']}"
    return [
        year,
        f"{measure['label']}: {target}" if len(goal["measures"]) > 1 else target,
        f"{_number(measure['value'])} {measure['unit']}" if measure["value"] else "",
        _day(measure["measured_on"]) if measure["measured_on"] else "",
        measure["source"],
        reached,
    ]


def _named(item: Content) -> str:
    """An item by the annex it stands in and its number there, then its wording."""
    place = _ANNEXES[item["kind"]][0]
    groups = [part.partition(". ")[0] for part in item["group"].split(" · ") if ". " in part]
    number = ".".join([*groups, item["number"]] if item["number"] else groups)
    return f"{place}, mục {number}: {item['text']}" if number else f"{place}: {item['text']}"


def _at(item: Content) -> str:
    if item["percent"] is None:
        return ""
    before = f" (kỳ trước {item['percent_before']}%)" if item["percent_before"] is not None else ""
    return f", đạt {item['percent']}%{before}"


def _proposed(text: str) -> str:
    return f"Đề xuất: {text}" if text else ""


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?", ";")) else f"{text}."


def _issuer(plan: Content) -> str:
    """The body that issues the report: under its name of today, else as the plan prints it."""
    return str(plan.get("reporter") or plan["reports_to"] or "Cơ quan thường trực")


def _place(plan: Content) -> str:
    """The place as Decree 30/2020/NĐ-CP prints it: the name of the province or district alone."""
    for kind in ("Tỉnh", "Thành phố", "Huyện", "Thị xã", "Quận", "Xã", "Phường"):
        if plan["owner"].startswith(f"{kind} "):
            return str(plan["owner"].removeprefix(f"{kind} "))
    return "…"


def _dated(day: date, *, is_closed: bool) -> str:
    """``ngày 08 tháng 10 năm 2026``: a nought before days below 10 and before January and February."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"ngày {f'{day.day:02d}' if is_closed else '…'} tháng {month} năm {day.year}"


def _percent(value: int | None) -> str:
    return "–" if value is None else f"{value}%"


def _number(text: str | None) -> str:
    return text.replace(".", ",") if text else "–"


def _day(iso: str) -> str:
    return f"{date.fromisoformat(iso):%d/%m/%Y}"


def _lower(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"

"""The consolidated report of a round as an official document: text, totals, who is late, tables per annex."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from chamdiem.office.official import Column, OfficialReport, Section, Table, TableRow
from chamdiem.plans.combining import is_kept_in_part, is_partial, is_unasked
from chamdiem.plans.consolidating import PARTIAL
from chamdiem.plans.official_annexes import (
    ANNEXES,
    Content,
    list_annexes,
)
from chamdiem.plans.official_matters import difficulties, general, worries
from chamdiem.plans.official_reporting import reporting
from chamdiem.plans.official_words import STATES, day_text, lower_first, number_text

_ROMAN = ("", "I", "II", "III", "IV")


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
        superior=_superior(plan),
        body=_issuer(plan),
        number="…/BC-…",
        place=_place(plan),
        day=_dated(day, is_closed=is_closed),
        kind="BÁO CÁO",
        subject=f"Tình hình thực hiện {lower_first(plan['title'])} {quarter}",
        opening=list(_opening(content, quarter)),
        sections=[
            Section("1. Tình hình báo cáo", list(reporting(content))),
            Section("2. Kết quả chung", list(_results(content)), _totals(content)),
            Section(
                "3. Nội dung chậm tiến độ, dừng, chưa báo cáo đủ hoặc chưa có đơn vị chủ trì",
                list(worries(content)),
            ),
            Section("4. Khó khăn, vướng mắc và đề xuất theo từng nội dung", list(difficulties(content))),
            Section("5. Khó khăn, đề xuất chung của các đơn vị", list(general(content))),
        ],
        annexes=list(list_annexes(content)),
        recipients=[
            *([f"{_superior(plan)} (để báo cáo)"] if _superior(plan) else []),
            "Các cơ quan, đơn vị được giao nhiệm vụ (để thực hiện)",
            "Lưu: VT",
        ],
        signer_title="Thủ trưởng cơ quan",
    )


def _opening(content: Content, quarter: str) -> Iterator[str]:
    plan = content["plan"]
    number = f" số {plan['number']}" if plan["number"] else ""
    issued = f" ngày {day_text(plan['issued_on'])}" if plan["issued_on"] else ""
    of = f" của {plan['issuer']}" if plan["issuer"] else ""
    by = _issuer(plan)
    yield (
        f"Thực hiện Kế hoạch{number}{issued}{of}{_amended(plan)}, {by} tổng hợp tình hình "
        f"thực hiện {quarter} từ báo cáo của các cơ quan, đơn vị như sau:"
    )


def _amended(plan: Content) -> str:
    # Rounds closed before it was kept say nothing of it.
    said = [f"{each['decision']} ngày {day_text(each['decided_on'])}" for each in plan.get("amendments", ())]
    return f" (điều chỉnh tại {'; '.join(said)})" if said else ""


def _results(content: Content) -> Iterator[str]:
    states = _sums(content["totals"])
    done, total = states["done"], states["all"]
    nobody = content.get("outside", ())
    if nobody:
        yield (
            f"Có {len(nobody)} nội dung không đơn vị nào phải báo cáo, vì chưa có đơn vị chủ trì hoặc cơ "
            "quan chủ trì không thuộc hệ thống báo cáo hoặc không còn hoạt động; xem mục 3."
        )
    if not total:
        yield "Kỳ này không có nội dung phải báo cáo." if not nobody else "Không có nội dung nào khác."
        return
    counted = [(states[state], lower_first(STATES[state])) for state in _COUNTED]
    parts = [f"{count} {state}" for count, state in counted if count]
    if kept := sum(item["state"] == "done" and not item.get("reported") for item in content["items"]):
        parts[0] += f" ({kept} từ kỳ trước)"
    unasked = sum(map(is_unasked, content["items"]))
    yield f"Trong {total} nội dung {'được tổng hợp' if unasked else 'phải báo cáo'} có {', '.join(parts)}."
    if unasked:
        yield (
            f"Trong đó {unasked} nội dung không còn đơn vị nào phải báo cáo vì cơ quan chủ trì đã kết thúc "
            "hoạt động khi chưa hoàn thành, được tính theo báo cáo cuối của cơ quan đó; xem mục 3."
        )
    partial = sum(is_partial(item) for item in content["items"])
    if partial:
        among, of = "một phần số đơn vị chủ trì báo cáo", "đã báo cáo"
        if any(is_kept_in_part(item) for item in content["items"]):
            among = "một phần số đơn vị chủ trì báo cáo kỳ này hoặc đã hoàn thành từ kỳ trước"
            of = "này"
        yield (
            f"Trong đó {partial} nội dung mới có {among}, được tính theo "
            f"tình hình của các đơn vị {of}; xem mục 3."
        )
    yield (
        f"Tỷ lệ nội dung đã hoàn thành là {_share(done, total)}{_share_before(content)}. "
        "Chi tiết tại các phụ lục kèm theo."
    )
    # Rounds closed before it was counted do not say it.
    if gone := content.get("no_longer"):
        yield (
            f"{gone} nội dung đã hoàn thành ở kỳ trước không còn tính trong kỳ này vì đã hết thời gian thực "
            "hiện hoặc đã đưa ra khỏi kế hoạch."
        )


_COUNTED = ("done", "on_track", "under_way", "behind", "stopped", "not_started", "returned", "missing")
# With a column of their own only where there are any.
_RARE = ("under_way", "returned")


def _share(done: int, total: int) -> str:
    share = (Decimal(done) * 100 / total).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{number_text(str(share))}%"


def _share_before(content: Content) -> str:
    counts = content.get("totals_before", {}).values()
    total = sum(each["all"] for each in counts)
    done = sum(each.get("done", 0) for each in counts)
    return f" ({lower_first(content['before'])}: {_share(done, total)})" if total else ""


def _totals(content: Content) -> Table:
    """Per kind of item how many stand where, the quarter before below each."""
    now, before = content["totals"], content.get("totals_before", {})
    both = [*now.values(), *before.values()]
    states = [state for state in _COUNTED if state not in _RARE or any(state in each for each in both)]
    columns = [Column("Nhóm nội dung", 5), Column("Tổng số", 2, is_centred=True)]
    columns += [Column(STATES[state], 2, is_centred=True) for state in states]
    if any(PARTIAL in each for each in both):
        columns.append(Column("Trong đó báo cáo chưa đủ", 2, is_centred=True))
        states.append(PARTIAL)
    counted = [(word, now.get(kind, {}), before.get(kind, {})) for kind, (*_, word) in ANNEXES.items()]
    counted.append(("cộng", _sums(now), _sums(before)))
    rows = []
    for word, here, there in counted:
        named = [(f"{word[0].upper()}{word[1:]}", here), (f"– {lower_first(content['before'])}", there)]
        rows += [
            TableRow([name, *(str(each.get(state, 0)) for state in ("all", *states))])
            for name, each in (named if before else named[:1])
            if here or there or word == "cộng"
        ]
    return Table(columns, rows)


def _sums(counts: Mapping[str, Mapping[str, int]]) -> Counter[str]:
    total: Counter[str] = Counter()
    for each in counts.values():
        total.update(each)
    return total


def _issuer(plan: Content) -> str:
    """The body that issues the report: by its name of today, else as printed; else the owner."""
    return str(plan.get("reporter") or plan["reports_to"] or _owner(plan))


def _superior(plan: Content) -> str:
    """The body above it; nothing where the plan names no body that reports to it."""
    return "" if _issuer(plan) == _owner(plan) else _owner(plan)


def _owner(plan: Content) -> str:
    return str(plan["issuer"] or plan["owner"])


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

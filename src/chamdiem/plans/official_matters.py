"""What the consolidated report says item by item: what worries, difficulties and proposals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from chamdiem.plans.combining import is_kept_in_part, is_partial, share_of_bodies
from chamdiem.plans.official_annexes import (
    ANNEXES,
    Content,
    is_left_alone,
    percent_text,
    state_text,
)
from chamdiem.plans.official_results import named_body
from chamdiem.plans.official_words import STATES, ended, lower_first

_WORRYING = ("behind", "stopped", "")


def worries(content: Content) -> Iterator[str]:
    """What is behind, stopped or not reported, and what nobody is in charge of; a line each."""
    found = bool(content.get("outside"))
    # Bodies that help there may have added to these; they are listed once, for want of a body in charge.
    outside = {item.get("key") for item in content.get("outside", ())}
    added = {item["key"]: _added(item) for item in content["items"] if item["key"] in outside}
    for item in content["items"]:
        is_worrying = item["state"] in _WORRYING or is_partial(item) or item.get("left")
        if is_worrying and item["key"] not in outside:
            found = True
            lead = "; ".join(item["lead"])
            help_ = f"; {said}" if is_left_alone(item) and (said := _added(item)) else ""
            yield f"- {_named(item)} ({lead}); {lower_first(_standing(item))}{_left(item)}{help_}."
    # Rounds closed before this was gathered have none.
    for item in content.get("outside", ()):
        said = added.get(item.get("key")) or "chưa có số liệu"
        if item.get("is_removed"):
            said += "; đã đưa ra khỏi kế hoạch sau khi mở kỳ báo cáo"
        if item["lead"]:
            lead = "; ".join(item["lead"])
            has_ended = item.get("has_ended")
            why = "không còn hoạt động" if has_ended else "không thuộc hệ thống báo cáo"
            yield f"- {_named(item)} ({lead}); cơ quan chủ trì {why}, {said}."
        else:
            yield f"- {_named(item)}; chưa có đơn vị chủ trì, {said}."
    # Rounds closed before these were gathered have none.
    for gone in content.get("dropped", ()):
        found = True
        items = "; ".join(_named(item) for item in gone["items"])
        yield (
            f"- {gone['organisation']} không còn hoạt động, được nêu trong tên chung cùng đơn vị khác; phần "
            f"chưa hoàn thành của đơn vị này không còn tính ở: {items}."
        )
    if not found:
        yield "Không có."


def _left(item: Content) -> str:
    """The bodies in charge that ended unfinished, with nobody in their place; empty where there are none."""
    names = "; ".join(item.get("left", ()))
    return f"; cơ quan chủ trì không còn hoạt động, chưa rõ đơn vị làm tiếp: {names}" if names else ""


def _added(item: Content) -> str:
    """What bodies that help say of an item nobody is in charge of; empty where none has."""
    said = [
        f"{line['organisation']}: {lower_first(STATES[line['state']]) if line['state'] else 'đã báo cáo'}"
        f"{_at({**line, 'percent_before': None})}"
        for line in item["lines"]
        if not line["is_lead"]
        if line["state"] or line["done"] or line["difficulty"] or line["proposal"]
    ]
    return f"theo đơn vị phối hợp: {'; '.join(said)}" if said else ""


def difficulties(content: Content) -> Iterator[str]:
    """Difficulties and proposals by item: its name, then a line for each body."""
    found = False
    for item in content["items"]:
        said = [line for line in item["lines"] if line["difficulty"] or line["proposal"]]
        if said:
            found = True
            yield ended(_named(item))
            for line in said:
                parts = [part for part in (line["difficulty"], _proposed(line["proposal"])) if part]
                yield f"- {named_body(line)}: {' '.join(ended(part) for part in parts)}"
    if not found:
        yield "Các đơn vị không nêu khó khăn, vướng mắc."


def general(content: Content) -> Iterator[str]:
    """What bodies say of no single item; a line each."""
    for each in content["general"]:
        parts = [part for part in (each["difficulties"], _proposed(each["proposals"])) if part]
        yield f"- {each['organisation']}: {' '.join(ended(part) for part in parts)}"
    if not content["general"]:
        yield "Không có."


def _named(item: Content) -> str:
    """An item by the annex it stands in and its number there, then its wording."""
    place = ANNEXES[item["kind"]][0]
    groups = [part.partition(". ")[0] for part in item["group"].split(" · ") if ". " in part]
    number = ".".join(_apart([*groups, item["number"]] if item["number"] else groups))
    return f"{place}, mục {number}: {item['text']}" if number else f"{place}: {item['text']}"


def _apart(numbers: Sequence[str]) -> list[str]:
    """Numbers from the outermost to the innermost, without those the next one repeats.

    Example:
        >>> _apart(["A", "A1", "2"]), _apart(["1", "1.2"]), _apart(["1", "12"]), _apart(["I", "II"])
        (['A1', '2'], ['1.2'], ['1', '12'], ['I', 'II'])
    """
    pairs = zip(numbers, [*numbers[1:], ""], strict=True)
    return [
        one for one, following in pairs if not re.match(rf"{re.escape(one)}(\.|(?<=[^0-9])[0-9])", following)
    ]


def _standing(item: Content) -> str:
    """State and percentage; of how many bodies they are is said once."""
    is_told_with_percent = item["percent"] is not None and is_partial(item)
    if is_told_with_percent and is_kept_in_part(item):
        return f"{state_text(item)}{_at(item, '')}"
    return f"{STATES[item['state']] if is_told_with_percent else state_text(item)}{_at(item)}"


def _at(item: Content, share: str | None = None) -> str:
    """The percentage and that before; ``share`` of how many bodies, where it is not to be counted."""
    parts = []
    if item["percent"] is not None:
        of = share_of_bodies(item) if share is None else share
        parts.append(f", đạt {percent_text(item['percent'], of)}")
    if item["percent_before"] is not None:
        parts.append(f" (kỳ trước {percent_text(item['percent_before'], item.get('share_before', ''))})")
    return "".join(parts)


def _proposed(text: str) -> str:
    return f"Đề xuất: {text}" if text else ""

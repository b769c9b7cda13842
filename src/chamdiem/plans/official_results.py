"""The results of one item as the consolidated report prints them: levels, figures, what bodies say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from chamdiem.core.plan_values import counts_whole
from chamdiem.plans.measuring import OPERATOR_SIGNS
from chamdiem.plans.official_words import STATES, ended, lower_first, with_unit

Content = Mapping[str, Any]
# Levels that several bodies reach together.
_ADDING = ("at_least", "more_than")


def said_of(item: Content) -> Iterator[str]:
    """The results of an item: what it has to reach, what each body says, and what they count together."""
    if item["document_kind"]:
        yield f"({item['document_kind']})"
    # Rounds closed before levels were kept have none.
    if levels := [f"{each['label']} {level_text(each)}" for each in item.get("measures", ())]:
        yield f"Mức phải đạt: {'; '.join(levels)}."
    yield from map(_raised, item.get("raised", ()))
    finished: dict[str, list[str]] = {}
    for line in item["lines"]:
        is_done = line["is_lead"] and line["state"] == "done"
        figures = "; ".join(
            _figure(each, line.get("since", ""))
            for each in line["figures"]
            if each["value"] or each["before"] or is_done
        )
        parts = [part for part in (line["done"], figures) if part]
        if since := line.get("last_said"):
            yield _last_said(line, since, parts)
            continue
        if parts:
            yield f"{named_body(line)}: {' '.join(ended(part) for part in parts)}"
        if not figures and line.get("since"):
            finished.setdefault(line["since"], []).append(line["organisation"])
    for since, bodies in finished.items():
        yield f"Đã hoàn thành từ {lower_first(since)}: {'; '.join(bodies)}."
    yield from _sums(item)


def _last_said(line: Content, since: str, parts: Sequence[str]) -> str:
    """The last word of a body that has ended: its state, percentage and figures, and of which quarter."""
    percent = f", {line['percent']}%" if line["percent"] is not None else ""
    said = " ".join(ended(part) for part in (f"{STATES[line['state']]}{percent}", *parts))
    return f"{line['organisation']} (đơn vị đã kết thúc, báo cáo cuối {lower_first(since)}): {said}"


def _raised(change: Content) -> str:
    """A level changed after bodies had finished: what it was, what it is, and who reports again."""
    bodies = "; ".join(change["organisations"])
    if change["before"] is None:
        return (
            f"{change['now']['label']}: mức phải đạt được bổ sung, đã hoàn thành trước đó nay báo cáo lại: "
            f"{bodies}."
        )
    return (
        f"{change['now']['label']}: mức phải đạt đã đổi từ {level_text(change['before'])} thành "
        f"{level_text(change['now'])}; đã hoàn thành theo mức cũ nay báo cáo lại: {bodies}."
    )


def named_body(line: Content) -> str:
    """Who says a line, marked where it only helps."""
    return f"{line['organisation']}{'' if line['is_lead'] else ' (phối hợp)'}"


def _sums(item: Content) -> Iterator[str]:
    """What several bodies in charge counted together, beside the level to reach; never of shares."""
    told: dict[str, list[Content]] = {}
    for line in item["lines"]:
        for each in line["figures"] if line["is_lead"] else ():
            if (
                each["value"]
                and each.get("operator") in _ADDING
                and counts_whole(each["label"], each["unit"])
            ):
                told.setdefault(each["label"], []).append(each)
    for label, figures in told.items():
        if len(figures) > 1:
            total = with_unit(str(sum(Decimal(each["value"]) for each in figures)), figures[0]["unit"])
            level = level_text(figures[0])
            yield f"Cộng {len(figures)} đơn vị chủ trì, {label}: {total} (mức phải đạt {level})."


def level_text(measure: Content) -> str:
    """``≥ 80%``."""
    return f"{OPERATOR_SIGNS[measure['operator']]} {with_unit(measure['threshold'], measure['unit'])}"


def _figure(figure: Content, since: str) -> str:
    """The figure of this quarter, or the one a body finished with, beside that of the quarter before."""
    before = f" (kỳ trước {with_unit(figure['before'], figure['unit'])})" if figure["before"] else ""
    if since:
        before = f" (đã hoàn thành từ {lower_first(since)})"
    if figure["value"]:
        return f"{figure['label']}: {with_unit(figure['value'], figure['unit'])}{before}"
    return f"{figure['label']}: {'kỳ này chưa có' if before else 'chưa có số liệu'}{before}"


def told_today(name: str, *, was_so: bool) -> str:
    """What stands beside the printed name of a body that is called otherwise today, or was chosen for it."""
    return f"nay là {name}" if was_so else f"nay do {name} báo cáo"

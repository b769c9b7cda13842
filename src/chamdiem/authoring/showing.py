"""Rows of the desk as their page shows them: the words of the file with what led to the rule marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chamdiem.annex.marking import Change, Piece, pieces_of
from chamdiem.annex.notices import sentence
from chamdiem.annex.rows import Notice
from chamdiem.annex.zeros import POLICIES
from chamdiem.authoring.casing import STATUS_WORDS, JudgedCase
from chamdiem.authoring.models import WorkingRow, WorkingStep
from chamdiem.authoring.plain import Data
from chamdiem.authoring.selectors import NO_LOOK, OF_ZEROS, Desk, SilentRow, list_silent, needs_a_look
from chamdiem.web.language import Words, page_language
from chamdiem.web.numbers import date_text
from chamdiem.web.templatetags.show import number

_FIELDS: Mapping[str, Words] = {
    "name": _("tên"),
    "instructions": _("hướng dẫn"),
    "method": _("cách tính"),
    "note": _("ghi chú"),
    "evidence": _("minh chứng"),
    "lead": _("chủ trì"),
    "coordinating": _("phối hợp"),
    "verifying": _("xác minh"),
    "data_source": _("nguồn số liệu"),
    "deadline": _("thời hạn"),
    "unit": _("đơn vị tính"),
    "max_points": _("điểm tối đa"),
}


_STEPS: Mapping[str, Words] = {
    "authoring.correct": _("Sửa dòng"),
    "authoring.undo_repair": _("Trả lại chữ in"),
    "authoring.move": _("Chuyển chỗ dòng"),
    "authoring.relevel": _("Đổi cấp dòng"),
    "authoring.split": _("Tách dòng"),
    "authoring.merge": _("Gộp dòng"),
    "authoring.delete": _("Bỏ dòng"),
    "authoring.restore": _("Lấy lại dòng"),
    "authoring.settle_zeros": _("Chọn cách chấm khi mẫu số bằng 0"),
    "authoring.correct_head": _("Sửa phần chung của bộ chỉ số"),
}


_POLICIES: Mapping[str, Words] = {
    "not_applicable": _("không đánh giá, không tính vào điểm tối đa"),
    "zero": _("0 điểm"),
}


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step that can be undone, in words."""

    step: WorkingStep
    words: Words


@dataclass(frozen=True, slots=True)
class SourceText:
    """One text of the file, in pieces."""

    label: Words
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class DeskLine:
    """One row of the list."""

    row: WorkingRow
    data: Data
    depth: int
    max_points: str
    has_rule: bool
    by_hand: bool
    waits: bool


@dataclass(frozen=True, slots=True)
class ZeroQuestion:
    """What denominators of zero give in the rows whose texts do not say: asked once for all of them.

    ``chosen``: what the rows give now, with how many rows each; ``policies``: what can be chosen.
    """

    rows: tuple[SilentRow, ...]
    chosen: tuple[tuple[str, int], ...]
    policies: tuple[tuple[str, Words], ...]
    by_people: bool


def list_lines(desk: Desk) -> list[DeskLine]:
    """Every row that is there, in printed order."""
    return [
        DeskLine(
            row,
            data,
            depth,
            points_text(data),
            bool(data.get("rule")),
            isinstance(data.get("rule"), dict) and data["rule"].get("kind") == "manual",
            needs_a_look(row),
        )
        for row, data, depth in zip(desk.rows, desk.documents, desk.depths, strict=True)
    ]


def zeros_of(desk: Desk) -> ZeroQuestion | None:
    """The question of zeros, or None where every text answers it or nothing divides."""
    silent = list_silent(desk)
    if not silent:
        return None
    counts = Counter(each.chosen for each in silent)
    policies = tuple((policy, _POLICIES[policy]) for policy in POLICIES)
    by_people = all(each.by_people for each in silent)
    return ZeroQuestion(tuple(silent), tuple(counts.items()), policies, by_people=by_people)


def list_step_lines(steps: list[WorkingStep]) -> list[StepLine]:
    """What can be undone, the newest first."""
    return [StepLine(step, _STEPS[step.action]) for step in steps]


def case_text(judged: JudgedCase) -> str:
    """A worked case and what the rule makes of it, in one sentence."""
    case, result = judged.case, judged.result
    given = ", ".join(f"{letter} = {value}" for letter, value in case.get("given", {}).items()).replace(
        ".", ","
    )
    stated = points_text({"max_points": case.get("points", "")}) or STATUS_WORDS[case.get("status", "scored")]
    found = "–" if result is None or result.points is None else number(result.points)
    told = gettext("{given}: ví dụ ghi {stated}, quy tắc cho {found}")
    return told.format(
        given=given or gettext("không có số liệu"),
        stated=stated,
        found=judged.words if found == "–" else found,
    )


def points_text(data: Data) -> str:
    """The printed maximum with a decimal comma; empty where none is printed."""
    return str(data.get("max_points", "")).replace(".", ",")


def due_on(data: Data) -> date | None:
    """The last day, where the row has one."""
    day = data.get("deadline", {}).get("date", "")
    return date.fromisoformat(day) if day else None


def due_beside(data: Data) -> date | None:
    """The last day, where what is printed does not say it already."""
    day = due_on(data)
    return None if day is None or date_text(day) in data["deadline"].get("printed", "") else day


def list_texts(row: WorkingRow) -> list[SourceText]:
    """The words of the file, or of the edition where the row did not come from a file."""
    data = row.data
    known = row.origin.get("texts") or [
        ("name", data["name"]),
        ("instructions", data.get("instructions", "")),
        ("method", data.get("method", "")),
        ("note", data.get("printed_note", "")),
        ("evidence", data.get("evidence", {}).get("printed", "")),
    ]
    phrases = row.origin.get("phrases", [])
    return [
        SourceText(_FIELDS.get(field, field), tuple(_pieces(row, field, text, phrases)))
        for field, text in known
        if text
    ]


def list_warnings(row: WorkingRow) -> list[str]:
    """What the reader asked people to look at on this row, in words."""
    return [_told(each) for each in row.origin.get("warnings", []) if each["code"] not in NO_LOOK]


def list_zero_words(row: WorkingRow) -> list[str]:
    """What was chosen for a denominator of zero, in words: a question of the whole set."""
    return [_told(each) for each in row.origin.get("warnings", []) if each["code"] in OF_ZEROS]


def list_words(found: Iterable[dict[str, Any]]) -> list[str]:
    """What the reader said about a file, or what was left out of joined rows, in words."""
    return [_told(each) for each in found]


def list_repairs(row: WorkingRow) -> list[dict[str, Any]]:
    """The repairs of damaged text, numbered."""
    return [
        {**each, "place": place, "label": _FIELDS.get(each["field"], each["field"])}
        for place, each in enumerate(row.origin.get("repairs", []))
    ]


def _told(notice: dict[str, Any]) -> str:
    return sentence(Notice(notice["code"], notice["facts"]), page_language())


def _pieces(row: WorkingRow, field: str, text: str, phrases: Iterable[Data]) -> Iterator[Piece]:
    """A text with the printed letters where a repair was undone; what stands behind them moves along."""
    repairs = [each for each in row.origin.get("repairs", []) if each["field"] == field]
    marks = [(each["start"], each["end"]) for each in phrases if each["field"] == field]
    changes = [Change(each["start"], each["printed"], each["repaired"]) for each in repairs]
    undone = [change for change, each in zip(changes, repairs, strict=True) if each.get("undone")]
    for change in sorted(undone, key=lambda each: -each.start):
        changes.remove(change)
        if text[change.start : change.end] == change.repaired:
            text = text[: change.start] + change.printed + text[change.end :]
            moved = len(change.printed) - len(change.repaired)
            marks = [
                (start + moved * (start >= change.end), end + moved * (end >= change.end))
                for start, end in marks
            ]
            changes = [
                replace(each, start=each.start + moved * (each.start >= change.end)) for each in changes
            ]
    return pieces_of(text, marks, changes)

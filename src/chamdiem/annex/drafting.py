"""An annex → a draft edition: canonical YAML that loads, lints and scores."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.heading import level_names
from chamdiem.annex.offices import list_offices
from chamdiem.annex.rows import Annex, AnnexRow
from chamdiem.annex.rules.reading import by_hand
from chamdiem.annex.working import with_cases
from chamdiem.annex.zeros import noted
from chamdiem.core.codecs import is_worded
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.lint.folding import without_accents
from chamdiem.core.sentences.problems import problem_text
from chamdiem.errors import InvalidAnnex, InvalidIndicatorSet, Place, Problem
from chamdiem.library.reading import read_set_text
from chamdiem.library.writing import dump_yaml, write_set

_LEVELS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_DEADLINE = re.compile(r"(?:trước )?(?:ngày )?(\d{1,2})[./-](\d{1,2})(?:[./-](20\d\d))?")
_KINDS = (
    ("link", r"\b(?:link|liên kết|đường dẫn|url)\b"),
    ("image", r"\b(?:hình ảnh|ảnh)\b"),
    ("video", r"\bvideo\b"),
    ("list", r"\b(?:danh sách|thống kê|danh mục)\b"),
    ("system", r"\b(?:trích xuất|hệ thống|phần mềm)\b"),
    ("document", r"\b(?:văn bản|tài liệu|quyết định|kế hoạch|báo cáo|biên bản|file|công văn|hồ sơ|giấy)\b"),
)
_MEASURED = re.compile(r"đồng|vnđ|%|\b(?:km|ha|m|m2|m²|km2|km²|tấn|kg|mbps|gb|tb)\b", re.IGNORECASE)
_WHOLE = re.compile(r"^(?:tổng )?(?:số|số lượng|tổng số)\b", re.IGNORECASE)
_GUIDE = 300
_MONEY = re.compile(r"\b(?:kinh phí|ngân sách|tổng chi|doanh thu)\b", re.IGNORECASE)


_SURVEY = re.compile(r"điều tra xã hội học|khảo sát ý kiến|phiếu khảo sát", re.IGNORECASE)
# As long as keys may be.
_LONGEST_KEY = 40


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft edition, its canonical text, and nothing that does not load."""

    indicator_set: IndicatorSet
    text: str


def draft_set(annex: Annex) -> Draft:
    """The draft edition of an annex; a rule that does not load is left to people, and its row warns.

    Raises:
        InvalidAnnex: What was read makes no set, rules apart.
    """
    try:
        return _drafted(annex)
    except InvalidIndicatorSet as refused:
        _leave_to_people(annex, refused.problems)
    try:
        return _drafted(annex)
    except InvalidIndicatorSet as refused:
        why = problem_text(refused.problems[0], "vi")
        raise InvalidAnnex([Problem("annex.not_drafted", {"why": why}, Place(file=annex.file))]) from refused


def _leave_to_people(annex: Annex, problems: Sequence[Problem]) -> None:
    paths = [problem.place.path for problem in problems]
    for row in annex.rows:
        if row.rule is not None and any(path.startswith(f"rows[{row.key}]") for path in paths):
            row.warn("rule.demoted", why="không nạp được vào bộ chỉ số")
            row.rule = by_hand(guide=row.method[:_GUIDE])


def _drafted(annex: Annex) -> Draft:
    data = {
        "format": "chamdiem/set/1",
        "set": _header(annex),
        "rows": [_row(annex, row) for row in annex.rows],
    }
    indicator_set = with_cases(read_set_text(dump_yaml(data), annex.file))
    return Draft(indicator_set, write_set(indicator_set))


def worded(name: str) -> str:
    """A name as a set takes it: what reads as a figure stands in quotes, as something printed."""
    return name if not name.strip() or is_worded(name) else f"“{name}”"


def level_keys(annex: Annex) -> list[str]:
    """The keys of the levels, top down."""
    return list(_LEVELS[: len(level_names(annex))])


def _header(annex: Annex) -> dict[str, Any]:
    name = worded(annex.title) or annex.file or "Bộ chỉ số"
    key = _key_from(annex.file.rpartition(".")[0] or name)
    header: dict[str, Any] = {"key": key, "name": name, "edition": annex.year or "dự thảo"}
    known = {"issuer": annex.issuer, "issued_on": _real_date(annex.issued_on)}
    header |= {key: value for key, value in known.items() if value}
    header["source"] = {
        key: value for key, value in (("document", annex.document), ("file", annex.file)) if value
    }
    header["levels"] = dict(zip(level_keys(annex), level_names(annex), strict=True))
    if annex.total is not None:
        header["max_points"] = amount_text(annex.total)
    if annex.bonus_cap is not None:
        header["bonus_cap"] = amount_text(annex.bonus_cap)
    kept = [each.text for each in annex.outside if each.is_kept]
    if notes := noted(kept, _silent_rows(annex)):
        header["notes"] = notes
    return header


def _key_from(text: str) -> str:
    """A key from the words of a name, as many of them as fit in."""
    words = re.sub(r"[^a-z0-9]+", "-", without_accents(text).casefold()).strip("-")
    cut = words[: _LONGEST_KEY + 1]
    whole = cut if len(cut) <= _LONGEST_KEY else cut.rpartition("-")[0] or cut[:_LONGEST_KEY]
    return whole.strip("-") or "annex"


def _silent_rows(annex: Annex) -> Iterator[tuple[str, str]]:
    for row in annex.rows:
        if row.rule is not None and row.rule.zero_unsaid:
            yield row.number or row.name, row.rule.zero_unsaid


def _row(annex: Annex, row: AnnexRow) -> dict[str, Any]:
    data: dict[str, Any] = {"key": row.key, "number": row.number, "code": row.code}
    data |= {"level": _LEVELS[row.level], "role": row.role if row.role != "scored" else ""}
    data["name"] = worded(row.name) or worded(row.number) or "–"
    data["raw"] = _raw(row)
    if row.role != "information" and row.max_points is not None and row.shares_maximum_of is None:
        data["max_points"] = amount_text(row.max_points)
    if row.shares_maximum_of is not None:
        data["shares_maximum_of"] = annex.rows[row.shares_maximum_of].key
    data["evaluator"] = _evaluator(annex, row)
    data |= _texts(annex, row)
    data["source"] = {"place": row.spot.text, "lines": str(row.spot.line) if row.spot.line else ""}
    data["source"] = {key: value for key, value in data["source"].items() if value}
    data |= figures_of(row)
    return {key: value for key, value in data.items() if value not in ("", [], {}, None)}


def _texts(annex: Annex, row: AnnexRow) -> dict[str, Any]:
    texts = row.texts
    data: dict[str, Any] = {}
    if printed := texts.get("deadline"):
        data["deadline"] = {"printed": printed, **_due(printed, annex.year)}
    data |= {
        "instructions": texts.get("instructions", ""),
        "method": row.method,
        "printed_note": texts.get("note", ""),
    }
    if printed := texts.get("evidence"):
        kinds = [kind for kind, words in _KINDS if re.search(words, printed, re.IGNORECASE)]
        data["evidence"] = {"printed": printed, **({"kinds": kinds} if kinds else {})}
    for role in ("lead", "coordinating"):
        data[role] = [worded(office) for office in list_offices(texts.get(role, ""))]
    if row.rule is not None and row.rule.assumed:
        data["note"] = "; ".join(row.rule.assumed)
    return data


def figures_of(row: AnnexRow) -> dict[str, Any]:
    """What a row asks for and how it is scored, as the set format has it."""
    if row.role == "information":
        return {} if row.is_group else {"inputs": {"v": _value_of(row.name, row.texts.get("unit", ""))}}
    if row.rule is None:
        return {}
    # A row without a name has figures without one.
    inputs = {
        letter: {**given, "label": given.get("label", "").strip() or worded(row.number) or "–"}
        for letter, given in row.rule.inputs.items()
    }
    data: dict[str, Any] = {"inputs": inputs, "checks": row.rule.checks}
    data["not_applicable_when"] = row.rule.not_applicable_when
    return {**data, "rule": row.rule.rule}


def _value_of(name: str, unit: str) -> dict[str, str]:
    label = worded(name.strip(" :"))
    if unit and worded(unit):
        whole = {"label": label, "unit": worded(unit)}
        return {"type": "decimal", **whole, "decimals": "3"} if _MEASURED.search(unit) else whole
    if _MONEY.search(name):
        return {"type": "decimal", "label": label, "unit": "triệu đồng", "decimals": "3"}
    return {"label": label} if _WHOLE.search(name) else {"type": "text", "label": label}


def _raw(row: AnnexRow) -> dict[str, str]:
    """The damaged texts before repair, by field of the set format."""
    raw = {}
    for field in dict.fromkeys(repair.field for repair in row.repairs):
        text = row.texts.get(field, "")
        for repair in sorted((r for r in row.repairs if r.field == field), key=lambda each: -each.start):
            text = text[: repair.start] + repair.printed + text[repair.start + len(repair.repaired) :]
        raw["printed_note" if field == "note" else field] = text
    allowed = ("name", "instructions", "method", "printed_note", "evidence")
    return {field: text for field, text in raw.items() if field in allowed}


def _evaluator(annex: Annex, row: AnnexRow) -> str:
    """Who makes a survey evaluates it: by the words of a row, or of its group where no rule asks."""
    if _SURVEY.search(f"{row.name} {row.texts.get('data_source', '')}"):
        return "survey"
    asks = row.rule is not None and row.rule.inputs
    above = annex.rows[row.parent] if row.parent is not None else None
    return _evaluator(annex, above) if above is not None and not asks else ""


def _due(printed: str, year: str) -> dict[str, str]:
    match = _DEADLINE.search(printed)
    if match is None or not (match[3] or year):
        return {}
    date = _real_date(f"{match[3] or year}-{int(match[2]):02d}-{int(match[1]):02d}")
    return {"date": date} if date else {}


def _real_date(text: str) -> str:
    """The date, if there is such a day."""
    match = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", text)
    if match is None or not 1 <= int(match[2]) <= 12:
        return ""
    days = (31, 29 if int(match[1]) % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return text if 1 <= int(match[3]) <= days[int(match[2]) - 1] else ""

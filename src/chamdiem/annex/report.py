"""An annex as plain data for JSON: rows in printed order, repairs, declared counts, tables."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.heading import level_names
from chamdiem.annex.notices import is_reading, sentence
from chamdiem.annex.offices import list_offices
from chamdiem.annex.rows import Annex, AnnexRow, Notice


def report_data(annex: Annex, language: str = "vi") -> dict[str, Any]:
    """The report of one import."""
    return {
        "file": annex.file,
        "kind": annex.kind,
        "title": annex.title,
        "document": annex.document,
        "year": annex.year,
        "max": None if annex.total is None else amount_text(annex.total),
        "levels": level_names(annex),
        "rows": [_row(annex, row, language) for row in annex.rows],
        "repairs": [_repair(row, place) for row in annex.rows for place in range(len(row.repairs))],
        "declared": [
            {
                "words": each.words,
                "what": each.what,
                "stated": each.count,
                "found": each.found,
                "place": each.spot.text,
            }
            for each in annex.declared
        ],
        "tables": [
            {
                "number": table.number,
                "caption": table.caption,
                "headings": list(table.headings),
                "columns": list(table.roles),
                "lines": table.lines,
                "used": table.is_used,
                "place": table.spot.text,
            }
            for table in annex.tables
        ],
        "outside": [
            {"text": each.text, "place": each.spot.text, "kept": each.is_kept} for each in annex.outside
        ],
        "warnings": [_notice(each, language) for each in annex.warnings],
    }


def _row(annex: Annex, row: AnnexRow, language: str) -> dict[str, Any]:
    texts = row.texts
    return {
        "key": row.key,
        "number": row.number,
        "code": row.code,
        "name": row.name,
        "max": None if row.max_points is None else amount_text(row.max_points),
        "parent": None if row.parent is None else annex.rows[row.parent].key,
        "level": row.level + 1,
        "role": row.role,
        "instructions": texts.get("instructions", ""),
        "method": row.method,
        "note": texts.get("note", ""),
        "evidence": texts.get("evidence", ""),
        "lead": list_offices(texts.get("lead", "")),
        "coordinating": list_offices(texts.get("coordinating", "")),
        "verifying": list_offices(texts.get("verifying", "")),
        "data_source": texts.get("data_source", ""),
        "deadline": texts.get("deadline", ""),
        "rule": None if row.rule is None else row.rule.rule,
        "inputs": {} if row.rule is None else row.rule.inputs,
        "phrases": [] if row.rule is None else [asdict(each) for each in row.rule.phrases],
        "confidence": None if row.rule is None else row.rule.confidence,
        "warnings": [_notice(each, language) for each in row.warnings if not is_reading(each)],
        "readings": [_notice(each, language) for each in row.warnings if is_reading(each)],
        "source": {"place": row.spot.text, **asdict(row.spot)},
    }  # fmt: skip


def _repair(row: AnnexRow, place: int) -> dict[str, Any]:
    repair = row.repairs[place]
    return {
        "row": row.key,
        "id": f"{row.key}:{repair.field}:{repair.start}",
        "field": repair.field,
        "printed": repair.printed,
        "repaired": repair.repaired,
        "start": repair.start,
        "why": repair.why,
    }


def _notice(notice: Notice, language: str) -> dict[str, Any]:
    return {"code": notice.code, "facts": notice.facts, "message": sentence(notice, language)}

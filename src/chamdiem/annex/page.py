"""The report as one page of HTML: the decision's words on the left, what was made of them on the right."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from chamdiem.annex.amounts import amount_text
from chamdiem.annex.drafting import Draft
from chamdiem.annex.marking import Change, Piece, pieces_of
from chamdiem.annex.notices import is_reading, sentence
from chamdiem.annex.rows import Annex, AnnexRow
from chamdiem.core.criterion import Criterion, compile_criteria
from chamdiem.core.sentences import rule_sentence

_STYLE = """
body { font: 15px/1.45 'Be Vietnam Pro', 'Noto Sans', Arial, sans-serif; margin: 1rem auto; max-width: 90rem; padding: 0 1rem; color: #1d273b; }
table { border-collapse: collapse; width: 100%; } th, td { border: 1px solid #c5cdd8; padding: .4rem .6rem; text-align: left; vertical-align: top; }
thead th { background: #eef1f5; position: sticky; top: 0; } .group { background: #f6f8fb; font-weight: 600; }
@media (max-width: 40rem) { thead { display: none; } table, tbody, tr, td { display: block; width: auto; } tr { border: 1px solid #c5cdd8; margin-bottom: .8rem; } td { border: 0; overflow-wrap: anywhere; } td:empty { display: none; } td[data-label]::before { color: #5c677a; content: attr(data-label) ": "; } }
del { color: #8a4b00; } ins { color: #0b5d32; } mark { background: #d5e8ff; } .warning { color: #8a4b00; } .place { color: #5c677a; font-size: .85em; } .printed { white-space: pre-line; }
"""  # noqa: E501
_FIELDS = (
    ("method", "Cách tính"),
    ("note", "Ghi chú"),
    ("instructions", "Nội dung"),
    ("evidence", "Minh chứng"),
)


def write_page(annex: Annex, draft: Draft) -> str:
    """One self-contained page."""
    criteria = compile_criteria(draft.indicator_set)
    rows = "\n".join(_row(row, criteria) for row in annex.rows)
    title = escape(annex.title or annex.file)
    return (
        f'<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head><body>\n'
        f"<main>\n<h1>{title}</h1>\n{_summary(annex)}\n<table><thead><tr>"
        "<th>Số</th><th>Trong văn bản</th><th>Điểm</th><th>Đọc thành</th></tr></thead>\n"
        f"<tbody>\n{rows}\n</tbody></table>\n</main>\n</body></html>\n"
    )


def _summary(annex: Annex) -> str:
    read = [row.rule for row in annex.rows if row.rule is not None]
    parts = [
        f"Tệp {escape(annex.file)}: {len(annex.rows)} dòng, {len(read)} tiêu chí có điểm, "
        f"{sum(not rule.is_manual for rule in read)} quy tắc đọc được, "
        f"{sum(len(row.repairs) for row in annex.rows)} chỗ chữ đã sửa."
    ]
    parts += [f'<span class="warning">{escape(sentence(notice))}</span>' for notice in annex.warnings]
    parts += [
        f"{escape(table.caption or f'Bảng {table.number}')}: {table.lines} dòng"
        for table in annex.tables
        if table.is_used and table.lines
    ]
    return "".join(f"<p>{part}</p>" for part in parts)


def _row(row: AnnexRow, criteria: Mapping[str, Criterion]) -> str:
    points = "" if row.max_points is None else amount_text(row.max_points).replace(".", ",")
    texts = (escape(row.number), _printed(row), points, _read(row, criteria))
    labels = ("Số", "", "Điểm", "")
    cells = "".join(
        f'<td data-label="{label}">{text}</td>' if label and text else f"<td>{text}</td>"
        for label, text in zip(labels, texts, strict=True)
    )
    return f'<tr id="{escape(row.key)}"{" class=group" if row.is_group else ""}>{cells}</tr>'


def _printed(row: AnnexRow) -> str:
    parts = [f"<div>{_marked(row, 'name', row.name)}</div>"]
    for field, label in _FIELDS:
        if text := row.texts.get(field):
            parts.append(f'<div class="printed"><em>{label}:</em> {_marked(row, field, text)}</div>')
    roles = [role for role in ("lead", "coordinating") if row.texts.get(role)]
    offices = "; ".join(_marked(row, role, row.texts[role]) for role in roles)
    parts += [f"<div><em>Đơn vị:</em> {offices}</div>"] if offices else []
    return "".join([*parts, f'<div class="place">{escape(row.spot.text)}</div>'])


def _marked(row: AnnexRow, field: str, text: str) -> str:
    """A text with the phrases that led to the rule marked, and what is printed where it was repaired."""
    known = [] if row.rule is None or row.rule.is_manual else row.rule.phrases
    phrases = [(each.start, each.end) for each in known if each.field == field]
    changes = [Change(each.start, each.printed, each.repaired) for each in row.repairs if each.field == field]
    return "".join(_shown(piece) for piece in pieces_of(text, phrases, changes))


def _shown(piece: Piece) -> str:
    text = escape(piece.text)
    if piece.printed:
        text = f"<del>{escape(piece.printed)}</del> <ins>{text}</ins>"
    return f"<mark>{text}</mark>" if piece.is_marked else text


def _read(row: AnnexRow, criteria: Mapping[str, Criterion]) -> str:
    parts = []
    criterion = criteria.get(row.key)
    if row.rule is not None and criterion is not None:
        parts.append(f'<div class="printed">{escape(rule_sentence(criterion, "vi", with_labels=True))}</div>')
        if not row.rule.is_manual:
            parts.append(f"<div>Tin cậy {row.rule.confidence} %</div>")
    parts += [
        f"<div>{escape(sentence(each))}</div>"
        if is_reading(each)
        else f'<div class="warning">{escape(sentence(each))}</div>'
        for each in sorted(row.warnings, key=is_reading)
    ]
    parts += [
        f"<div>Đã sửa chữ “{escape(r.printed)}” thành “{escape(r.repaired)}”</div>" for r in row.repairs
    ]
    return "".join(parts)

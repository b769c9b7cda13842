"""What stands above the tables: title, decision, issuer, year, and what the levels are called."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from chamdiem.annex.amounts import points_at_the_end
from chamdiem.annex.blocks import Document
from chamdiem.annex.numbering import split_number
from chamdiem.annex.rows import Annex
from chamdiem.annex.table import Table

_SAID = r"theo\s+((?:Quyết định|Kế hoạch|Công văn|Nghị quyết|Thông tư|Hướng dẫn)\s+số.{0,160}?)"
_DECISION = re.compile(rf"\b{_SAID}(?:\)|$)", re.IGNORECASE | re.MULTILINE)
_IN_BRACKETS = re.compile(r"\([^()]{0,60}?\b" + _SAID.replace(".", "[^()]") + r"\)", re.IGNORECASE)
_DATE = re.compile(r"(?:ngày\s*)?(\d{1,2})\s*(?:/|tháng)\s*(\d{1,2})\s*(?:/|năm)\s*(20\d\d)")
_YEAR = re.compile(r"\b(20[12]\d)\b")
_ISSUER = re.compile(
    r"của\s+((?:Ủy ban|Uỷ ban|UBND|Bộ|Ban|Sở|Chủ tịch|Hội đồng)[^()\d]{3,100})", re.IGNORECASE
)
_TITLE = re.compile(r"\b(?:bộ (?:chỉ số|tiêu chí)|bảng (?:tiêu chí|chỉ số|điểm|chấm điểm)|khung (?:chỉ số|tiêu chí)|bộ tiêu chuẩn|thang điểm đánh giá|chỉ số|tiêu chí)\b", re.IGNORECASE)  # fmt: skip
# "Bộ tiêu chí gồm 02 lĩnh vực, 04 nhóm": a sentence that says of what the set is made up.
_DECLARES = re.compile(
    r"^[^()]*\b(?:gồm|bao gồm|có)(?: có| tổng (?:số|cộng))? \d+ (?:trụ cột|nhóm|lĩnh vực|chỉ số|tiêu chí|phần|mục|nội dung)\b",
    re.IGNORECASE,
)
# "Tiêu chí thi đua (gồm 3 tiêu chí chính)": how many there are is no part of the title.
_MADE_OF = re.compile(r"\**\s*\((?:gồm|bao gồm|có)\b[^()]*\d[^()]*\)$", re.IGNORECASE)
_RULES = re.compile(
    r"(?:đề án|chương trình|phương án|quy chế|quy định|quy trình|hướng dẫn|biểu|bảng|phiếu|nội dung|tiêu chuẩn|đánh giá|chấm điểm|xếp hạng|phương pháp)\b",
    re.IGNORECASE,
)
_BEFORE_THE_DECISION = re.compile(r"\(?\s*(?:ban hành )?kèm theo", re.IGNORECASE)
_USUAL_LEVELS = (
    "Trụ cột",
    "Chỉ số chính",
    "Chỉ số thành phần",
    "Tiêu chí",
    "Tiêu chí con",
    "Mục",
    "Ý",
    "Ý nhỏ",
    "Cấp chín",
    "Cấp mười",
)
_LONGEST_TITLE = 220
_FULL_LINE = 40
_YEAR_LINE = re.compile(r"NĂM 20\d\d")
_NO_TITLE = re.compile(r"[(*]|(?:PHỤ LỤC|PHẦN|CHƯƠNG|BẢNG|BIỂU|ỦY BAN|UỶ BAN|CỘNG H|ĐỘC LẬP|STT|TT)\b")


def is_title(text: str) -> bool:
    """Whether a text may be what a set is called."""
    return bool(_TITLE.search(text)) and len(text) <= _LONGEST_TITLE


def describe(annex: Annex, document: Document, tables: Sequence[Table]) -> None:
    """Fill in what the text above the tables says about the whole."""
    texts = [paragraph.text for paragraph in document.paragraphs()]
    together = " ".join(texts[:200])
    titles = [text for text in texts if is_title(text) and not _is_row(text) and not _declares(text)]
    capitals = [text for text in titles if text.isupper()]
    captions = [each.caption for each in tables[:1] if not _declares(each.caption)]
    title = next(iter(capitals or titles), "") or _rules_above(texts) or next(iter(captions), "")
    title = _whole(title, texts, is_page=document.kind == "pdf")
    annex.title = _MADE_OF.sub("", _BEFORE_THE_DECISION.split(title)[0].strip(" *.:")).strip(" *(.:")
    # Only a page breaks lines where nothing ends; elsewhere a statement in brackets may go on below.
    lines = together if document.kind in ("pdf", "text") else "\n".join(texts[:200])
    if match := _IN_BRACKETS.search(lines) or _DECISION.search(lines):
        annex.document = " ".join(match[1].split())
        if date := _DATE.search(annex.document):
            annex.issued_on = f"{date[3]}-{int(date[2]):02d}-{int(date[1]):02d}"
        if issuer := _ISSUER.search(annex.document):
            annex.issuer = issuer[1].strip(" .,;")
    year = _YEAR.search(annex.document) or _YEAR.search(annex.title) or _YEAR.search(together)
    annex.year = year[1] if year else ""
    annex.level_names = _printed_levels(tables)


def _is_row(text: str) -> bool:
    """Whether a text is a row of a list and no title: it has a number and ends with its points."""
    number, name = split_number(text)
    return bool(number) and points_at_the_end(name)[1] is not None


def _declares(text: str) -> bool:
    """Whether a sentence only says how many of what a set holds."""
    return not text.isupper() and bool(_DECLARES.search(text))


def _rules_above(texts: Sequence[str]) -> str:
    """The first line in capitals that names the rules of an evaluation: "QUY CHẾ CHẤM ĐIỂM …"."""
    above = itertools.takewhile(lambda text: not _is_row(text), texts)
    return next((text for text in above if text.isupper() and _RULES.match(text)), "")


def _whole(title: str, texts: Sequence[str], *, is_page: bool) -> str:
    """A title in capitals with the line it goes on in: on a page a full line breaks anywhere."""
    if not title.isupper() or title not in texts:
        return title
    below = next(iter(texts[texts.index(title) + 1 :]), "").strip()
    is_line = below.isupper() and not split_number(below)[0] and not _NO_TITLE.match(below)
    is_rest = _YEAR_LINE.fullmatch(below) or (is_page and len(title) >= _FULL_LINE and is_line)
    joined = f"{title} {below}"
    return joined if is_rest and len(joined) <= _LONGEST_TITLE else title


def level_names(annex: Annex) -> list[str]:
    """Names of all levels, top down: those the header prints, else the usual ones."""
    depth = max((row.level for row in annex.rows), default=0) + 1
    printed = list(annex.level_names)
    if len(printed) >= depth:
        return printed[:depth]
    usual = [name for name in _USUAL_LEVELS if name.casefold() not in {each.casefold() for each in printed}]
    lacking = depth - len(printed)
    if printed and annex.is_named_from_top:
        return [*printed, *_below(printed[-1], usual)][:depth]
    names = [*usual[:1], *printed, *usual[1:]] if printed and lacking == 1 else [*printed, *usual]
    return names[:depth]


def _below(last: str, usual: Sequence[str]) -> list[str]:
    """The usual names of levels below one: “Tiêu chí con” below “Tiêu chí”."""
    order = [name.casefold() for name in _USUAL_LEVELS]
    start = order.index(last.casefold()) + 1 if last.casefold() in order else 1
    return [name for name in _USUAL_LEVELS[start:] if name in usual]


def _printed_levels(tables: Sequence[Table]) -> tuple[str, ...]:
    """The levels in a heading such as "Chỉ số chính/Chỉ số thành phần/Tiêu chí"."""
    for table in tables:
        parts = [part.strip() for part in re.split(r"[/,]", table.columns.names) if part.strip()]
        if len(parts) > 1 and all(len(part) < 30 for part in parts):
            return tuple(dict.fromkeys(part[:1].upper() + part[1:] for part in parts))
    return ()

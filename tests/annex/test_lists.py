"""Lists inside lists, on pages, in Markdown and in Word: what an item belongs to, and its number."""

from __future__ import annotations

import io
import textwrap

import pytest
from docx import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from chamdiem.annex.importing import import_annex, read_annex
from chamdiem.annex.rows import Annex

TREE = [
    ("Nhận thức số", 0, "10"),
    ("Kế hoạch năm", 1, "4"),
    ("Tập huấn", 1, "6"),
    ("Hạ tầng số", 0, "10"),
    ("Mạng nội bộ", 1, "5"),
    ("Máy chủ", 1, "5"),
]
# What is printed, in how many lists; the levels of the first criterion stand below it.
ITEMS = (
    ("Nhận thức số (10 điểm)", 0), ("Kế hoạch năm (4 điểm)", 1), ("Đúng hạn: 4 điểm", 2),
    ("Chậm: 2 điểm", 2), ("Không có: 0 điểm", 2), ("Tập huấn (6 điểm)", 1), ("Hạ tầng số (10 điểm)", 0),
    ("Mạng nội bộ (5 điểm)", 1), ("Máy chủ (5 điểm)", 1),
)  # fmt: skip


def _tree(annex: Annex) -> list[tuple[str, int, str]]:
    return [(row.name, row.level, str(row.max_points)) for row in annex.rows]


def _page(*tags: str) -> str:
    """The items as a page has them, with the tag of a list for each depth."""
    text, depth = "", -1
    for item, own in ITEMS:
        for each in range(depth + 1, own + 1):
            text += f"<{tags[each]}>"
        for each in range(depth, own, -1):
            text += f"</li></{tags[each].split()[0]}>"
        text += f"{'</li>' if own <= depth else ''}<li>{item}"
        depth = own
    return f"<html><body><h1>BỘ TIÊU CHÍ</h1>{text}</body></html>"


def _word(*levels: tuple[str, str]) -> bytes:
    """The items as an automatic list of Word, with form and pattern of the number for each depth."""
    document = WordDocument()
    printed = "".join(
        f'<w:lvl w:ilvl="{place}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for place, (form, text) in enumerate(levels)
    )
    lists = document.part.numbering_part.element
    words = nsdecls("w")
    lists.insert(0, parse_xml(f'<w:abstractNum {words} w:abstractNumId="77">{printed}</w:abstractNum>'))
    lists.append(parse_xml(f'<w:num {words} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for item, depth in ITEMS:
        of_list = f'<w:numPr {words}><w:ilvl w:val="{depth}"/><w:numId w:val="77"/></w:numPr>'
        document.add_paragraph(item)._p.get_or_add_pPr().append(parse_xml(of_list))
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _are_levels(annex: Annex) -> None:
    rule = annex.rows[1].rule
    assert rule is not None
    assert isinstance(rule.rule, dict)
    assert rule.rule["kind"] == "choice"
    assert [each.get("points", each.get("give")) for each in rule.rule["options"].values()] == [
        "full",
        "2",
        "none",
    ]


@pytest.mark.parametrize(
    "tags",
    [
        ("ol type=I", "ol", "ul"),
        ("ol type=A", "ol", "ol type=a"),
        ("ol", "ol", "ol"),
        ("ul", "ul", "ul"),
        ('ol style="list-style-type: upper-roman"', "ul", "ol"),
    ],
)
def test_lists_of_a_page_are_the_levels(tags: tuple[str, ...]) -> None:
    annex, draft = import_annex(_page(*tags).encode(), "a.html")
    assert _tree(annex) == TREE
    _are_levels(annex)
    assert [row.key for row in draft.indicator_set.rows] == [row.key for row in annex.rows]


def test_numbers_a_page_counts_are_printed_and_a_bullet_in_front_of_one_is_not() -> None:
    annex = read_annex(_page("ol type=I start=3", "ol", "ul").encode(), "a.html")
    assert [row.number for row in annex.rows] == ["III.", "1.", "2.", "IV.", "1.", "2."]
    typed = "<ul><li><b>I.</b> A (10 điểm)<ul><li><p>1. Một (4 điểm)</p><p>Có: 4 điểm; không: 0 điểm</p></li>"
    typed += "<li>2. Hai: 6 điểm</li></ul></li></ul>"
    annex = read_annex(f"<html>{typed}</html>".encode(), "a.html")
    assert [(row.number, row.name, row.level) for row in annex.rows] == [
        ("I.", "A", 0),
        ("1.", "Một", 1),
        ("2.", "Hai", 1),
    ]
    assert annex.rows[1].method == "Có: 4 điểm; không: 0 điểm"


@pytest.mark.parametrize("marks", [("1.", "1.", "-"), ("-", "-", "-"), ("*", "1.", "+"), ("I.", "1)", "-")])
def test_indented_lists_of_markdown_are_the_levels(marks: tuple[str, ...]) -> None:
    lines = [f"{'    ' * depth}{marks[depth]} {item}" for item, depth in ITEMS]
    annex = read_annex("\n".join(["# BỘ TIÊU CHÍ", "", *lines]).encode(), "a.md")
    assert _tree(annex) == TREE
    _are_levels(annex)


@pytest.mark.parametrize(
    "levels",
    [
        (("upperRoman", "%1."), ("decimal", "%2."), ("bullet", "-")),
        (("decimal", "%1."), ("decimal", "%2)"), ("lowerLetter", "%3)")),
        (("bullet", "-"), ("bullet", "o"), ("bullet", "+")),
        (("decimal", "%1."), ("decimal", "%1.%2."), ("decimal", "%1.%2.%3.")),
    ],
)
def test_automatic_lists_of_word_are_the_levels(levels: tuple[tuple[str, str], ...]) -> None:
    annex = read_annex(_word(*levels), "a.docx")
    assert _tree(annex) == TREE
    _are_levels(annex)


def test_styles_of_word_name_their_depth() -> None:
    document = WordDocument()
    for item, depth in ITEMS:
        document.add_paragraph(item, style=f"List Bullet{f' {depth + 1}' if depth else ''}")
    target = io.BytesIO()
    document.save(target)
    assert _tree(read_annex(target.getvalue(), "a.docx")) == TREE


def test_an_item_without_points_above_items_that_have_some_is_a_heading() -> None:
    text = textwrap.dedent(
        """
        - Nhận thức số
          - Kế hoạch năm (4 điểm)
            - Cách chấm
              - Có (4 điểm)
              - Không (0 điểm)
          - Tập huấn (6 điểm)
        - Hạ tầng số
          - Mạng nội bộ (5 điểm)
        """
    )
    annex = read_annex(text.encode(), "a.md")
    assert [(row.name, row.level) for row in annex.rows] == [
        ("Nhận thức số", 0), ("Kế hoạch năm", 1), ("Tập huấn", 1), ("Hạ tầng số", 0), ("Mạng nội bộ", 1),
    ]  # fmt: skip


def test_lists_side_by_side_are_parted_by_their_numbers() -> None:
    page = (
        "<ol type=I><li>A (10 điểm)</ol><ol><li>Một (4 điểm)<ul><li>Có: 4 điểm<li>Không: 0 điểm</ul>"
        "<li>Hai (6 điểm)</ol><ol type=I start=2><li>B (5 điểm)</ol><ol><li>Ba (5 điểm)</ol>"
    )
    annex = read_annex(f"<html>{page}</html>".encode(), "a.html")
    assert [(row.name, row.level) for row in annex.rows] == [
        ("A", 0),
        ("Một", 1),
        ("Hai", 1),
        ("B", 0),
        ("Ba", 1),
    ]


def test_terms_and_their_texts_are_fields_of_the_criterion_above() -> None:
    fields = "<dl><dt>Cách tính</dt><dd>Có: 4 điểm; không: 0 điểm</dd><dt>Hạn nộp</dt><dd>31/12</dd></dl>"
    page = "<h1>BỘ TIÊU CHÍ</h1><h2>I. A (4 điểm)</h2>" + f"<h3>1. Kế hoạch (4 điểm)</h3>{fields}"
    annex = read_annex(f"<html>{page}<h2>II. B (5 điểm)</h2></html>".encode(), "a.html")
    assert annex.rows[1].texts == {
        "name": "Kế hoạch", "method": "Có: 4 điểm; không: 0 điểm", "deadline": "31/12",
    }  # fmt: skip


def test_fields_may_be_items_and_points_stand_behind_a_long_dash() -> None:
    lines = ["# BỘ TIÊU CHÍ", "- **Nhóm I: A** — 4 điểm", "  - **1) Kế hoạch** — 4 điểm"]
    lines += ["    - *Cách tính:* Có: 4 điểm; không: 0 điểm", "    - *Bộ phận theo dõi:* Văn phòng"]
    annex = read_annex("\n".join([*lines, "- **Nhóm II: B** — 5 điểm"]).encode(), "a.md")
    assert _tree(annex) == [("A", 0, "4"), ("Kế hoạch", 1, "4"), ("B", 0, "5")]
    assert annex.rows[1].texts["lead"] == "Văn phòng"

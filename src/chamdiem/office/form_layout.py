"""What the Excel form and its reader agree on: names of sheets, marks and headings."""

from __future__ import annotations

from chamdiem.office.grid import tidy

# First cell of a form; the key of the set and its content hash stand beside it.
FORMAT = "chamdiem/form/1"

# Names of sheets in the languages of the form, Vietnamese first.
FIGURES_SHEETS = ("Số liệu", "Figures")
GUIDE_SHEETS = ("Hướng dẫn", "Guide")
ORGANISATIONS_SHEETS = ("Đơn vị", "Organisations")
OPTIONS_SHEETS = ("Danh mục", "Lists")
FIGURES_SHEET, GUIDE_SHEET, ORGANISATIONS_SHEET, OPTIONS_SHEET = (
    names[0] for names in (FIGURES_SHEETS, GUIDE_SHEETS, ORGANISATIONS_SHEETS, OPTIONS_SHEETS)
)

# Headings of the fields of an organisation, in any case; we write the first two, Vietnamese and English.
CODE_HEADINGS = ("Mã đơn vị", "code", "mã")
NAME_HEADINGS = ("Tên đơn vị", "name", "tên")
PEER_GROUP_HEADINGS = (
    *("Nhóm xếp hạng", "peer group", "peer_group", "nhóm", "khối"),
    *("khối xếp hạng", "khối thi đua", "cụm thi đua", "cụm"),
)
RANKED_HEADINGS = ("Có xếp hạng", "ranked", "xếp hạng")

_FIELDS = {
    tidy(heading).casefold(): field
    for field, headings in (
        ("code", CODE_HEADINGS),
        ("name", NAME_HEADINGS),
        ("peer_group", PEER_GROUP_HEADINGS),
        ("ranked", RANKED_HEADINGS),
    )
    for heading in headings
}


# Of two columns for one field the one whose heading stands first here is read.
HEADING_ORDER = {heading: number for number, heading in enumerate(_FIELDS)}


def field_of(text: str) -> str | None:
    """The field of an organisation that a heading names.

    Example:
        >>> field_of("MÃ ĐƠN VỊ"), field_of("Dân số")
        ('code', None)
    """
    return _FIELDS.get(text.casefold())

"""What the Excel form and its reader agree on: names of sheets, marks and headings."""

from __future__ import annotations

from chamdiem.office.grid import tidy

# First cell of a form; the key of the set and its content hash stand beside it.
FORMAT = "chamdiem/form/1"

FIGURES_SHEET = "Số liệu"
GUIDE_SHEET = "Hướng dẫn"
ORGANISATIONS_SHEET = "Đơn vị"
OPTIONS_SHEET = "Danh mục"

# Headings of the fields of an organisation, in any case; the first of each is what we write.
CODE_HEADINGS = ("Mã đơn vị", "code", "mã")
NAME_HEADINGS = ("Tên đơn vị", "name", "tên")
PEER_GROUP_HEADINGS = ("Nhóm xếp hạng", "peer_group", "nhóm", "khối")
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


def field_of(text: str) -> str | None:
    """The field of an organisation that a heading names.

    Example:
        >>> field_of("MÃ ĐƠN VỊ"), field_of("Dân số")
        ('code', None)
    """
    return _FIELDS.get(text.casefold())

"""The empty file people fill in: one sheet with headings, one that explains them."""

from __future__ import annotations

from io import BytesIO

from django.utils.translation import gettext as _

from chamdiem.office.workbook import new_workbook
from chamdiem.organisations.imports import Import

_WIDE = 80


def write_template(how: Import) -> bytes:
    """An Excel file for an import; all cells are text, so that codes keep their zeros."""
    target = BytesIO()
    with new_workbook(target) as workbook:
        head = workbook.add_format({"bold": True, "bottom": 1, "text_wrap": True, "num_format": "@"})
        text = workbook.add_format({"num_format": "@"})
        wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
        page = workbook.add_worksheet(str(how.title)[:31])
        for position, column in enumerate(how.columns):
            page.set_column(position, position, max(16, len(column.heading) + 4), text)
            page.write_string(0, position, column.heading, head)
        page.freeze_panes(1, 0)
        guide = workbook.add_worksheet(_("Hướng dẫn"))
        guide.set_column(0, 0, 26, wrapped)
        guide.set_column(1, 1, _WIDE, wrapped)
        guide.set_column(2, 2, 36, wrapped)
        lines = [(_("Cột"), _("Cách ghi"), _("Ví dụ"))]
        lines += [(each.heading, str(each.hint), example) for each, example in how.examples]
        lines += [
            ("", "", ""),
            (str(how.choices_title), "", ""),
            *((choice, "", "") for choice in how.list_choices()),
        ]
        for number, line in enumerate(lines):
            for position, words in enumerate(line):
                guide.write_string(number, position, words, head if number == 0 else wrapped)
    return target.getvalue()

"""The Excel form of a set (mẫu nhập số liệu): goes out, is filled in offline, and comes back.

Figures stand down, organisations across. Everything but the answers is locked
(without a password). The key and the content hash of the set stand in the hidden
first line, so that a form of another set is recognised when it comes back.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.inputs import Input
from chamdiem.core.sentences.figures import unit_in
from chamdiem.core.sentences.phrases import LANGUAGES, Language
from chamdiem.errors import Refused
from chamdiem.library import content_hash
from chamdiem.office.form_guide import guide_lines
from chamdiem.office.form_layout import (
    CODE_HEADINGS,
    FIGURES_SHEETS,
    FORMAT,
    GUIDE_SHEETS,
    NAME_HEADINGS,
    OPTIONS_SHEETS,
    ORGANISATIONS_SHEETS,
    PEER_GROUP_HEADINGS,
    RANKED_HEADINGS,
)
from chamdiem.office.form_rows import FormLine, allowed_text, list_form_lines, option_words
from chamdiem.office.form_validation import validation_of
from chamdiem.office.form_words import form_word
from chamdiem.office.organisations import Organisation
from chamdiem.office.workbook import new_workbook

MOST_ORGANISATIONS = 16_000

_COLUMNS = (
    ("key", 14),
    ("number", 9),
    ("criterion", 40),
    ("label", 44),
    ("unit", 12),
    ("type", 13),
    ("allowed", 26),
    ("source", 26),
)
_MARK, _TITLE, _HINT, _CODES, _NAMES, _HEADINGS, _FIRST = range(7)
_FROZEN = 4
_ORGANISATION = len(_COLUMNS)


def write_form(
    indicator_set: IndicatorSet, organisations: Sequence[Organisation], language: Language = "vi"
) -> bytes:
    """The bytes of an Excel form for some organisations, with headings and guide in a language.

    Raises:
        Refused: More organisations than a sheet has columns for.
    """
    if len(organisations) > MOST_ORGANISATIONS:
        most, count = str(MOST_ORGANISATIONS), str(len(organisations))
        raise Refused("form.too_many_organisations", count=count, most=most)
    target = BytesIO()
    with new_workbook(target) as workbook:
        form = _Form(workbook, indicator_set, organisations, language)
        form.write()
    return target.getvalue()


def blank_organisations(count: int) -> list[Organisation]:
    """So many organisations without names: ``DV01``, ``DV02`` and so on."""
    width = max(2, len(str(count)))
    return [Organisation(code=f"DV{number:0{width}}") for number in range(1, count + 1)]


class _Form:
    """One workbook being written."""

    def __init__(
        self,
        workbook: xlsxwriter.Workbook,
        indicator_set: IndicatorSet,
        organisations: Sequence[Organisation],
        language: Language,
    ) -> None:
        self.set = indicator_set
        self.organisations = organisations
        self.language = language
        self._place = LANGUAGES.index(language)
        self.figures, self.guide, self.listed, self.options = (
            workbook.add_worksheet(names[self._place])
            for names in (FIGURES_SHEETS, GUIDE_SHEETS, ORGANISATIONS_SHEETS, OPTIONS_SHEETS)
        )
        self._option_lists: dict[tuple[str, ...], str] = {}
        self._add_formats(workbook)

    def write(self) -> None:
        """Write all sheets."""
        self._write_head()
        for number, line in enumerate(list_form_lines(self.set, self.language), start=_FIRST):
            self._write_line(number, line)
        self._write_guide()
        self._write_organisations()
        self.options.hide()

    def _add_formats(self, workbook: xlsxwriter.Workbook) -> None:
        cell = {"border": 1, "border_color": "#BFBFBF", "valign": "top", "text_wrap": True}
        entry = {**cell, "locked": False, "bg_color": "#FFF8DC", "text_wrap": False}
        add = workbook.add_format
        self.title = add({"bold": True, "font_size": 14})
        self.hint = add({"italic": True, "font_color": "#595959"})
        self.plain = add(cell)
        self.heading = add({**cell, "bold": True, "bg_color": "#D9E2F3", "valign": "vcenter"})
        self.group = add({**cell, "bold": True, "bg_color": "#F2F2F2", "text_wrap": False})
        self.text = add({"valign": "top", "text_wrap": True})
        self.entry_text = add({**entry, "num_format": "@"})
        self.entries = {
            "whole": add({**entry, "num_format": "#,##0"}),
            "decimal": add(entry),
            "yes_no": add({**entry, "align": "center"}),
            "choice": add(entry),
            "date": add({**entry, "num_format": "dd/mm/yyyy", "align": "right"}),
            "text": self.entry_text,
        }

    def _write_head(self) -> None:
        sheet, last = self.figures, _ORGANISATION + max(0, len(self.organisations) - 1)
        for column, (key, width) in enumerate(_COLUMNS):
            sheet.set_column(column, column, width, None, {"hidden": column == 0})
            sheet.write_string(_HEADINGS, column, self._say(key) if column else "", self.heading)
        sheet.set_column(_ORGANISATION, last, 16)
        for column, text in enumerate((FORMAT, self.set.key, content_hash(self.set))):
            sheet.write_string(_MARK, column, text)
        sheet.set_row(_MARK, None, None, {"hidden": True})
        sheet.write_string(_TITLE, 1, self.set.name, self.title)
        sheet.write_string(_HINT, 1, self._say("hint"), self.hint)
        for line, key, headings in ((_CODES, "code", CODE_HEADINGS), (_NAMES, "name", NAME_HEADINGS)):
            sheet.write_string(line, 0, key)
            sheet.write_string(line, _ORGANISATION - 1, self._heading(headings), self.heading)
        for number, organisation in enumerate(self.organisations):
            column, listed = _ORGANISATION + number, xl_rowcol_to_cell(number + 1, 1)
            sheet.write_string(_CODES, column, organisation.code, self.heading)
            name = f"'{self.listed.name}'!{listed}"
            sheet.write_formula(_NAMES, column, f'=IF({name}="","",{name})', self.plain, organisation.name)
            sheet.write_blank(_HEADINGS, column, None, self.heading)
        sheet.freeze_panes(_FIRST, _FROZEN)
        self._protect(sheet)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(_CODES, _HEADINGS)

    def _write_line(self, number: int, line: FormLine) -> None:
        row, given = line.row, line.given
        if given is None:
            for column, text in enumerate(("", row.label, row.correct_name)):
                self.figures.write_string(number, column, text, self.group)
            return
        shared = self._say("used_by", rows=", ".join(line.used_by)) if line.used_by else ""
        texts = (
            line.key,
            row.label,
            row.correct_name,
            line.label,
            unit_in(given.unit, self.language),
            self._say(given.type),
            allowed_text(given, self.language),
            "; ".join(text for text in (row.source.place, shared) if text),
        )
        for column, text in enumerate(texts):
            self.figures.write_string(number, column, text, self.plain)
        self._write_entries(number, given)

    def _write_entries(self, number: int, given: Input) -> None:
        if not self.organisations:
            return
        last = _ORGANISATION + len(self.organisations) - 1
        for column in range(_ORGANISATION, last + 1):
            self.figures.write_blank(number, column, None, self.entries[given.type])
        validation = validation_of(given, self._option_list(given), self.language)
        if validation is not None:
            self.figures.data_validation(number, _ORGANISATION, number, last, validation)

    def _option_list(self, given: Input) -> str:
        """Where the words of a drop-down stand; equal lists stand there once."""
        words = {"yes_no": [self._say("yes"), self._say("no")], "choice": option_words(given)}.get(
            given.type, []
        )
        known = self._option_lists
        if words and tuple(words) not in known:
            column = len(known)
            for line, word in enumerate(words):
                self.options.write_string(line, column, word)
            first, last = (
                xl_rowcol_to_cell(line, column, row_abs=True, col_abs=True) for line in (0, len(words) - 1)
            )
            known[tuple(words)] = f"='{self.options.name}'!{first}:{last}"
        return known.get(tuple(words), "")

    def _write_guide(self) -> None:
        self.guide.set_column(0, 0, 110)
        for number, (text, is_heading) in enumerate(guide_lines(self.set, self.language)):
            self.guide.write_string(number, 0, text, self.title if is_heading else self.text)
        self._protect(self.guide)

    def _write_organisations(self) -> None:
        sheet = self.listed
        headings = (CODE_HEADINGS, NAME_HEADINGS, PEER_GROUP_HEADINGS, RANKED_HEADINGS)
        for column, (names, width) in enumerate(zip(headings, (14, 44, 24, 14), strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, self._heading(names), self.heading)
        for number, each in enumerate(self.organisations, start=1):
            sheet.write_string(number, 0, each.code, self.plain)
            sheet.write_string(number, 1, each.name, self.entry_text)
            sheet.write_string(number, 2, each.peer_group, self.entry_text)
            sheet.write_string(number, 3, self._say("yes" if each.is_ranked else "no"), self.entry_text)
        if self.organisations:
            yes_no = Input(type="yes_no")
            validation = validation_of(yes_no, self._option_list(yes_no), self.language)
            sheet.data_validation(1, 3, len(self.organisations), 3, validation)
        sheet.freeze_panes(1, 1)
        self._protect(sheet)

    def _say(self, key: str, **facts: str) -> str:
        return form_word(key, self.language, **facts)

    def _heading(self, names: tuple[str, ...]) -> str:
        name = names[self._place]
        return name[:1].upper() + name[1:]

    @staticmethod
    def _protect(sheet: Worksheet) -> None:
        sheet.protect("", {"format_columns": True, "format_rows": True})

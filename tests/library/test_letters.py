"""The letters of a row are those its text prints: nobody has to translate a into n."""

from __future__ import annotations

import re

import pytest

from chamdiem.core.indicator_set import Row
from chamdiem.core.lint import lint
from chamdiem.library import list_editions, load_edition

EDITIONS = list_editions()
each_edition = pytest.mark.parametrize("key", EDITIONS)

# A letter that stands alone: not part of a word, not the sign of "x Điểm", not "i)" before an item of a list.
_LETTER = re.compile(r"(?<![\w/.\-])([a-zA-Z]\d?)(?!\w)(?!\s+Điểm)")
_ITEM = re.compile(r"(?m)^\s*[a-z]+\)")
# Where no letter is printed: x, y are answers, n, m counts, t a time, a, b, c the parts of a ratio.
_OUR_OWN = frozenset("xynmtabc")

# Row → printed letters that are no figures, letters of figures that are not printed, and why.
EXCEPTIONS: dict[tuple[str, str], tuple[str, str, str]] = {
    ("chuprong-2023", "3.7"): ("T", "a b", "T % is the ratio; its two figures have no letter"),
    ("chuprong-2023", "4.6"): ("b", "b1 b2", "one b for the sum of the general figures I.10 and I.11"),
    ("chuprong-2023", "6.19"): ("b", "b1 b2", "one b for the sum of the general figures I.10 and I.11"),
    ("chuprong-2023", "5.10"): ("", "x", "the answer of 5.9, which has no letter there either"),
    ("ninhthuan-2021", "1.1.3"): ("Y Z", "", "Y and Z name the ratios a/b and c/d"),
    ("ninhthuan-2021", "4.1.2"): ("b", "", "b is printed with its value, 119"),
    ("ninhthuan-2021", "4.1.3"): ("b", "", "b is printed with its value, 119"),
    ("ninhthuan-2021", "4.2.3"): ("b", "", "b is printed with its value, 119"),
    ("ninhthuan-2021", "5.9.1"): ("x", "", "x names the ratio"),
    ("ninhthuan-2021", "5.12.1"): ("a", "m n", "a% is the ratio; its two figures have no letter"),
}


def _texts(row: Row) -> str:
    return "\n".join(text for text in (row.method, row.printed_note) if text)


def _printed(row: Row) -> set[str]:
    return set(_LETTER.findall(_ITEM.sub("", _texts(row))))


def _calculated(key: str) -> list[Row]:
    return [row for row in load_edition(key).criteria if row.inputs and _texts(row)]


@each_edition
def test_the_figures_of_a_row_have_the_letters_its_text_prints(key: str) -> None:
    found = {}
    for row in _calculated(key):
        printed, asked = _printed(row), set(row.inputs)
        if printed and printed != asked:
            found[key, row.key] = (" ".join(sorted(printed - asked)), " ".join(sorted(asked - printed)))
    assert found == {where: known[:2] for where, known in EXCEPTIONS.items() if where[0] == key}


@each_edition
def test_a_row_without_printed_letters_uses_those_of_the_house(key: str) -> None:
    ours = {row.key: set(row.inputs) - _OUR_OWN for row in _calculated(key) if not _printed(row)}
    assert not {where: letters for where, letters in ours.items() if letters}


@pytest.mark.parametrize("where", [where for where, known in EXCEPTIONS.items() if known[1]])
def test_a_letter_that_is_not_printed_is_explained_in_the_note(where: tuple[str, str]) -> None:
    note = load_edition(where[0]).row(where[1]).note or ""
    assert not [letter for letter in EXCEPTIONS[where][1].split() if not re.search(rf"\b{letter}\b", note)]


@pytest.mark.parametrize("where", [where for where, known in EXCEPTIONS.items() if all(known[:2])])
def test_a_printed_letter_that_is_no_figure_is_a_finding(where: tuple[str, str]) -> None:
    findings = lint(load_edition(where[0]))
    letters = {finding.code for finding in findings if finding.key == where[1] and "letter" in finding.code}
    undefined = {
        finding.code for finding in findings if finding.key == where[1] and finding.code == "method.undefined"
    }
    assert letters or undefined

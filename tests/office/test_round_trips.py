"""What goes out comes back: forms, CSV and JSON of every edition give the answers that were filled in."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from chamdiem.core.figures import list_figures
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.standings import Participant
from chamdiem.library import list_editions, load_edition
from chamdiem.office.answer_csv import write_answers_csv
from chamdiem.office.answer_sheet import AnswerSheet
from tests.office.forms import (
    FIRST_STORED,
    TWO,
    answers_of,
    cell_of,
    every_kind,
    filled_form,
    form,
    found,
    participants,
    read,
    saved,
    typed,
)

each_edition = pytest.mark.parametrize("key", list_editions())
SOFFICE = shutil.which("soffice")


def _filled(indicator_set: IndicatorSet) -> bytes:
    book = form(indicator_set)
    figures = list_figures(indicator_set)
    for participant in participants(indicator_set):
        for key, value in participant.answers.items():
            given = figures[key].input
            cell_of(book, key, participant.code).value = typed(given, value)
    return saved(book)


def _plain(people: list[Participant] | tuple[Participant, ...]) -> list[Any]:
    return [(p.code, p.name, p.peer_group, p.is_ranked, dict(p.answers)) for p in people]


def _resaved(data: bytes, folder: Path, kind: str) -> bytes:
    assert SOFFICE is not None
    source = folder / "mau.xlsx"
    source.write_bytes(data)
    command = [
        SOFFICE,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        kind,
        "--outdir",
        str(folder / "out"),
        str(source),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603  our own command
    return (folder / "out" / f"mau.{kind.partition(':')[0]}").read_bytes()


@each_edition
def test_a_filled_form_gives_the_answers_typed_into_it(key: str) -> None:
    edition = load_edition(key)
    sheet = read(_filled(edition), edition)
    assert not sheet.problems
    assert not sheet.warnings
    assert _plain(sheet.participants) == _plain(participants(edition))


@each_edition
def test_a_blank_form_asks_everything_and_answers_nothing(key: str) -> None:
    edition = load_edition(key)
    sheet = read(saved(form(edition)), edition)
    assert not sheet.problems
    assert [each.answers for each in sheet.participants] == [{}, {}]


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
@pytest.mark.parametrize("key", ["chuprong-2023", "moi-loai"])
def test_a_form_saved_again_by_another_office_gives_the_same(key: str, tmp_path: Path) -> None:
    indicator_set = every_kind() if key == "moi-loai" else load_edition(key)
    sheet = read(_resaved(_filled(indicator_set), tmp_path, "xlsx"), indicator_set)
    assert not sheet.problems
    assert _plain(sheet.participants) == _plain(participants(indicator_set))


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")
def test_a_form_saved_as_an_old_excel_file_is_refused_in_words(tmp_path: Path) -> None:
    assert found(_resaved(saved(filled_form()), tmp_path, "xls")) == [("file.old_excel", "")]


@each_edition
def test_answers_written_as_csv_are_read_back(key: str) -> None:
    edition = load_edition(key)
    people = participants(edition)
    sheet = read(write_answers_csv(people, edition), edition, "so-lieu.csv")
    assert not sheet.problems
    assert [dict(each.answers) for each in sheet.participants] == [dict(each.answers) for each in people]
    assert [each.name for each in sheet.participants] == [each.name for each in TWO]


def _csv(separator: str) -> str:
    text = StringIO()
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    figures = list_figures(every_kind())
    values = [figures[key].input.show(value) for key, value in FIRST_STORED.items()]
    if separator != ",":
        values = [value.replace(".", ",") for value in values]
    writer.writerow(["Mã đơn vị", "Tên đơn vị", *FIRST_STORED])
    writer.writerow(["X01", "Xã Ngọc Bích", *values])
    return text.getvalue()


def _checked(sheet: AnswerSheet) -> None:
    assert not sheet.problems
    assert answers_of(sheet) == FIRST_STORED
    assert sheet.participants[0].name == "Xã Ngọc Bích"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_csv_is_read_in_every_separator_and_unicode(separator: str, encoding: str) -> None:
    _checked(read(_csv(separator).encode(encoding), file="so-lieu.csv"))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|", "^"])
def test_csv_may_declare_its_separator(separator: str) -> None:
    _checked(read(f"sep={separator}\r\n{_csv(separator)}".encode("utf-8-sig"), file="so-lieu.csv"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("file", ["so-lieu.json", "so-lieu.txt", ""])
def test_json_is_read_in_every_unicode_whatever_its_name(file: str, encoding: str) -> None:
    figures = list_figures(every_kind())
    answers = {key: figures[key].input.show(value) for key, value in FIRST_STORED.items()}
    organisation = {"code": "X01", "name": "Xã Ngọc Bích", "answers": answers}
    data = json.dumps({"organisations": [organisation]}, ensure_ascii=False).encode(encoding)
    _checked(read(data, file=file))


def test_numbers_of_json_keep_every_digit_they_were_written_with() -> None:
    data = b'[{"code": "X01", "answers": {"1.2.c": 0.10, "1.1.a": 999999999999999, "1.3.p": 95.50}}]'
    assert answers_of(read(data)) == {"1.2.c": 10, "1.1.a": 999999999999999, "1.3.p": 955}


@pytest.mark.parametrize("file", ["so-lieu.csv", "so-lieu.json", "so-lieu.xls", "so-lieu"])
def test_the_content_of_a_file_decides_and_not_its_name(file: str) -> None:
    assert answers_of(read(saved(filled_form()), file=file)) == FIRST_STORED

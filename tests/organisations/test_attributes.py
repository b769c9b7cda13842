"""Attributes come in and go out in files: a column for each that a body has, and no other."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from chamdiem.audit.models import Event
from chamdiem.organisations.imports import problems_of
from chamdiem.organisations.models import ImportFile, Organisation
from chamdiem.organisations.services import apply_import, store_import
from chamdiem.web.refusals import problem_sentence
from tests.people import NOW, Cast

Opened = Callable[[str], Client]

_HEAD = "Mã đơn vị;Tên đơn vị;Loại;Mã cơ quan cấp trên"


@pytest.fixture
def known(cast: Cast) -> Cast:
    """Sở A has two attributes, a body elsewhere a third."""
    cast.body_a.attributes = {"Dân số": "125.000", "Diện tích": "40 km²"}
    cast.body_a.save(update_fields=["attributes"])
    cast.elsewhere.attributes = {"Số thôn": "7"}
    cast.elsewhere.save(update_fields=["attributes"])
    return cast


def _store(cast: Cast, heading: str, *rows: str) -> ImportFile:
    data = "\n".join([f"{_HEAD};{heading}", *rows]).encode()
    file = store_import(
        actor=cast.lan, kind="organisations", name="ds.csv", data=data, site="http://x/", now=NOW
    )
    file.refresh_from_db()
    return file


def _report(file: ImportFile) -> dict[str, Any]:
    report: dict[str, Any] | None = file.report
    assert report is not None
    return report


@pytest.mark.parametrize("heading", ["Thuộc tính: Dân số", "thuoc tinh: dân số", "Attribute: Dân số"])
def test_a_file_says_attributes_and_leaves_the_others(known: Cast, heading: str) -> None:
    file = _store(
        known,
        heading,
        "T1.A;Sở Xây dựng;Sở;T1;126000",
        "T1.B;Sở Y tế;Sở;T1;",
        "T1.C;Sở Tư pháp;Sở;T1;90",
    )
    changes = {row["code"]: row["changes"] for row in _report(file)["rows"]}
    assert ["Thuộc tính: Dân số", "125.000", "126000"] in changes["T1.A"]
    assert not changes["T1.B"]
    apply_import(actor=known.lan, import_id=file.pk, now=NOW)
    attributes = dict(Organisation.objects.values_list("code", "attributes"))
    assert attributes["T1.A"] == {"Dân số": "126000", "Diện tích": "40 km²"}
    assert (attributes["T1.B"], attributes["T1.C"]) == ({}, {"Dân số": "90"})
    assert "126000" in str(Event.objects.get(action="organisation.import").facts["changed"]["T1.A"])


@pytest.mark.parametrize("name", ["Dân sô thường trú", "Số thôn"])
def test_an_attribute_nobody_has_is_refused_with_its_place(known: Cast, name: str) -> None:
    """Also one that only bodies elsewhere have: what is unseen is not there."""
    file = _store(known, f"Thuộc tính: {name}", "T1.A;Sở Xây dựng;Sở;T1;1")
    (problem,) = problems_of(_report(file)["problems"])
    assert (problem.code, problem.place.cell) == ("import.unknown_attribute", "E1")
    assert "Các thuộc tính đang có: “Dân số”; “Diện tích”." in problem_sentence(problem)
    assert not _report(file)["notes"]


def test_too_long_a_value_is_refused(known: Cast) -> None:
    file = _store(known, "Thuộc tính: Dân số", f"T1.A;Sở Xây dựng;Sở;T1;{'1' * 301}")
    (problem,) = problems_of(_report(file)["problems"])
    assert (problem.code, problem.place.cell) == ("import.too_long", "E2")


def test_the_template_has_a_column_for_each_and_the_page_names_them(known: Cast, opened: Opened) -> None:
    answer = opened("lan").get(reverse("organisations:template", args=["organisations"]))
    (head,) = load_workbook(BytesIO(answer.content)).worksheets[0].iter_rows(values_only=True)
    assert head[8:] == ("Thuộc tính: Dân số", "Thuộc tính: Diện tích")
    page = opened("lan").get(reverse("organisations:hand_in", args=["organisations"])).content.decode()
    assert "Thuộc tính: Diện tích" in page


def test_what_goes_out_comes_in_again_without_a_change(known: Cast, opened: Opened) -> None:
    client = opened("lan")
    answer = client.get(reverse("organisations:list"), {"export": "xlsx"})
    sent = SimpleUploadedFile("ds.xlsx", answer.getvalue())
    client.post(reverse("organisations:hand_in", args=["organisations"]), {"file": sent})
    report = _report(ImportFile.objects.get())
    assert (report["problems"], report["counts"]["create"], report["counts"]["change"]) == ([], 0, 0)

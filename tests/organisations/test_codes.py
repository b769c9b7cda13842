"""Codes that differ in capitals or in how marks are spelt are one: in pages, files and the database."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from importlib import import_module

import pytest
from django.apps import apps
from django.core.management.base import CommandError
from django.db import IntegrityError, connection, transaction

from chamdiem.core.alphabet import WRITTEN
from chamdiem.errors import Conflict
from chamdiem.organisations.codes import CodeKey, code_key
from chamdiem.organisations.imports import problems_of
from chamdiem.organisations.models import Organisation
from chamdiem.organisations.selectors import find_by_code
from chamdiem.organisations.services import (
    Details,
    NewName,
    change_organisation,
    create_organisation,
    rename_organisation,
    store_import,
)
from chamdiem.web.refusals import problem_sentence
from tests.people import NOW, Cast

from .refused import check_refused

DECISION = "Quyết định số 12/QĐ-UBND ngày 01/10/2026"
LATER = NOW.date().replace(month=12)
HEAD = "Mã đơn vị,Tên đơn vị,Loại,Mã cơ quan cấp trên\n"
WRITTEN_ALIKE = ["t1.a", "T1.a", " t1.A "]


def _create(cast: Cast, code: str) -> Callable[[], object]:
    details = Details(code=code, name="Sở Tư pháp", kind="department")
    return lambda: create_organisation(actor=cast.lan, parent_id=cast.province.pk, details=details, now=NOW)


def _rename(cast: Cast, code: str, *, later: bool = False) -> Callable[[], object]:
    return lambda: rename_organisation(
        actor=cast.lan,
        organisation_id=cast.body_b.pk,
        new=NewName(name="Sở Sức khỏe", code=code),
        on=LATER if later else NOW.date(),
        decision=DECISION,
        now=NOW,
    )


def _import(cast: Cast, *lines: str) -> list[str]:
    data = (HEAD + "\n".join(lines)).encode()
    file = store_import(
        actor=cast.lan, kind="organisations", name="ds.csv", data=data, site="http://x/", now=NOW
    )
    file.refresh_from_db()
    assert file.report is not None
    return [problem_sentence(each) for each in problems_of(file.report["problems"])]


@pytest.mark.parametrize("code", WRITTEN_ALIKE)
def test_a_code_in_other_capitals_is_no_new_one(cast: Cast, code: str) -> None:
    check_refused(Conflict, "organisation.code_alike", _create(cast, code))
    check_refused(Conflict, "organisation.code_alike", _rename(cast, code))
    check_refused(Conflict, "organisation.code_alike", _rename(cast, code, later=True))


def test_a_promised_code_in_other_capitals_is_given_to_nobody_else(cast: Cast) -> None:
    _rename(cast, "T1.HT", later=True)()
    check_refused(Conflict, "organisation.code_alike", _create(cast, "t1.ht"))
    [problem] = _import(cast, "t1.ht,Sở Tư pháp,Sở,T1")
    assert "“t1.ht” chỉ khác mã “T1.HT”" in problem


def test_a_code_is_found_in_letters_of_any_case(cast: Cast) -> None:
    for code in ("T1.A", *WRITTEN_ALIKE):
        assert find_by_code(actor=cast.lan, code=code) == cast.body_a
    assert find_by_code(actor=cast.lan, code="T1.") is None


def test_a_body_may_take_its_own_code_in_other_capitals(cast: Cast) -> None:
    details = Details(code="t1.a", name=cast.body_a.name, kind="department")
    change_organisation(actor=cast.lan, organisation_id=cast.body_a.pk, details=details, now=NOW)
    assert Organisation.objects.get(pk=cast.body_a.pk).code == "t1.a"


def test_a_row_whose_code_is_there_in_other_capitals_names_both(cast: Cast) -> None:
    [problem] = _import(cast, "t1.a,Sở Tư pháp,Sở,T1")
    assert "Mã “t1.a” chỉ khác mã “T1.A” đã có" in problem


def test_two_rows_whose_codes_differ_in_capitals_name_both(cast: Cast) -> None:
    [problem] = _import(cast, "SỞ_TP,Sở Tư pháp,Sở,T1", "sở_tp,Sở Nội vụ,Sở,T1")
    assert "Mã “sở_tp” chỉ khác mã “SỞ_TP” ở ô A2" in problem


def test_a_former_code_in_other_capitals_names_its_body(cast: Cast) -> None:
    _rename(cast, "T1.M")()
    [problem] = _import(cast, "t1.b,Sở Tư pháp,Sở,T1")
    assert "T1.M" in problem


@pytest.mark.parametrize("code", ["t1.a", "T1.a"])
def test_the_database_takes_no_second_body_of_a_code(cast: Cast, code: str) -> None:
    body = cast.body_a
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.create(code=code, name="Khác", kind=body.kind, path="/9999/")


def test_the_database_and_the_product_see_one_key(cast: Cast) -> None:
    for code in (WRITTEN, unicodedata.normalize("NFD", "SỞ_YT.ĐẮK-01/ườ"), "ÀB"):
        body = cast.body_a
        Organisation.objects.filter(pk=body.pk).update(code=code[:40])
        [key] = (
            Organisation.objects.filter(pk=body.pk)
            .annotate(key=CodeKey("code"))
            .values_list("key", flat=True)
        )
        assert key == code_key(code[:40]) == unicodedata.normalize("NFC", code[:40]).lower()


def test_an_installation_with_such_a_pair_is_told_before_it_is_updated(cast: Cast) -> None:
    update = import_module("chamdiem.organisations.migrations.0006_codes_once")
    with connection.schema_editor() as editor:
        update._refuse_pairs(apps, editor)
        [once] = [each for each in Organisation._meta.constraints if each.name == "organisation_code_once"]
        editor.remove_constraint(Organisation, once)
    Organisation.objects.filter(pk=cast.body_b.pk).update(code="t1.a")
    with connection.schema_editor() as editor, pytest.raises(CommandError) as refused:
        update._refuse_pairs(apps, editor)
    assert f"“T1.A” ({cast.body_a.name}); “t1.a” ({cast.body_b.name})" in str(refused.value)

"""The official list is complete, agrees with an independent source, and loads once."""

from __future__ import annotations

from collections import Counter
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from pytest_django import DjangoAssertNumQueries
from vietnam_provinces import Province, VietNamDivisionType, Ward

from chamdiem.audit.models import Event
from chamdiem.errors import NotFound
from chamdiem.organisations.models import Kind, Organisation
from chamdiem.organisations.services import load_administrative_units
from chamdiem.organisations.services.official_list import FILE, administrative_units
from tests.people import NOW

KINDS = {
    VietNamDivisionType.TINH: "province",
    VietNamDivisionType.THANH_PHO_TRUNG_UONG: "central_city",
    VietNamDivisionType.XA: "commune",
    VietNamDivisionType.PHUONG: "ward",
    VietNamDivisionType.DAC_KHU: "special_zone",
}


def test_there_are_34_provinces_and_3321_communes() -> None:
    kinds = Counter(unit.kind for unit in administrative_units())
    assert kinds["province"] + kinds["central_city"] == 34
    assert kinds["commune"] + kinds["ward"] + kinds["special_zone"] == 3_321
    assert kinds == {"province": 28, "central_city": 6, "commune": 2_621, "ward": 687, "special_zone": 13}


def test_the_list_agrees_with_an_independent_one() -> None:
    provinces = {
        (f"{int(each.code):02}", _named(each), KINDS[each.division_type], "") for each in Province.iter_all()
    }
    communes = {
        (
            f"{int(each.code):05}",
            " ".join(each.name.split()),
            KINDS[each.division_type],
            f"{int(each.province_code):02}",
        )
        for each in Ward.iter_all()
    }
    ours = {(unit.code, unit.name, unit.kind, unit.parent) for unit in administrative_units()}
    assert ours == provinces | communes


def test_codes_are_text_of_two_and_five_digits() -> None:
    assert all(len(u.code) == (5 if u.parent else 2) and u.code.isdecimal() for u in administrative_units())


def test_the_file_names_its_source() -> None:
    assert "19/2025/QĐ-TTg" in FILE.read_text(encoding="utf-8").partition("\n")[0]


def test_it_loads_in_a_handful_of_statements_and_only_once(
    db: None, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(16):
        first = load_administrative_units(actor=None, now=NOW)
    assert (first.added, first.known) == (3_355, 0)
    hue = Organisation.objects.get(code="46")
    assert Organisation.objects.filter(parent=hue, path__startswith=hue.path).count() == 40
    again = load_administrative_units(actor=None, now=NOW)
    assert (again.added, again.known) == (0, 3_355)
    assert Event.objects.filter(action="organisation.load_official").count() == 1
    assert Kind.objects.count() == 5


def test_what_is_there_already_stays_as_people_have_it(db: None) -> None:
    kind = Kind.objects.create(code="city", name="Thành phố", level=1)
    mine = Organisation.objects.create(code="46", name="Huế của tôi", kind=kind)
    Organisation.objects.filter(pk=mine.pk).update(path=f"/{mine.pk}/")
    assert load_administrative_units(actor=None, now=NOW).known == 1
    mine.refresh_from_db()
    assert mine.name == "Huế của tôi"
    assert mine.children.count() == 40


def test_provinces_hang_below_a_body_that_is_named(db: None) -> None:
    kind = Kind.objects.create(code="central", name="Trung ương", level=0)
    root = Organisation.objects.create(code="VN", name="Việt Nam", kind=kind)
    Organisation.objects.filter(pk=root.pk).update(path=f"/{root.pk}/")
    load_administrative_units(actor=None, now=NOW, below="VN")
    assert Organisation.objects.filter(path__startswith=f"/{root.pk}/").count() == 3_356


def test_an_unknown_body_is_refused_and_nothing_is_loaded(db: None) -> None:
    with pytest.raises(NotFound):
        load_administrative_units(actor=None, now=NOW, below="VN")
    with pytest.raises(CommandError, match="VN"):
        call_command("load_administrative_units", below="VN")
    assert not Organisation.objects.exists()


def test_the_command_says_what_it_did(db: None) -> None:
    out = StringIO()
    call_command("load_administrative_units", stdout=out)
    assert out.getvalue() == "Đã thêm 3355 đơn vị hành chính; 0 đơn vị đã có sẵn.\n"


def _named(province: Province) -> str:
    name = " ".join(province.name.split())
    return name if province.division_type is VietNamDivisionType.THANH_PHO_TRUNG_UONG else f"Tỉnh {name}"

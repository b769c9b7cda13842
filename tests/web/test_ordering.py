from __future__ import annotations

import unicodedata

import pytest

from chamdiem.core.alphabet import WRITTEN, alphabetical
from chamdiem.organisations.models import Kind, Organisation
from chamdiem.web.ordering import Alphabetical
from tests.people import Cast

NAMES = [
    "Xã Thượng Hóa",
    "Xã Đắk Nhoong",
    "xã dơi",
    "Hòa An",
    "Hoa Án",
    "Xã 9 (cũ) – 100% 'mới'",
    unicodedata.normalize("NFD", "Huyện Đồng Tiến"),
    "Zürich ßñ 東京",
    WRITTEN,
]


@pytest.mark.django_db
@pytest.mark.parametrize("name", NAMES)
def test_the_database_and_python_sort_by_the_same(cast: Cast, name: str) -> None:
    body = Organisation.objects.filter(pk=cast.body_a.pk)
    body.update(name=name)
    (found,) = body.values_list("name_order", Alphabetical("name"))
    assert found == (alphabetical(name), alphabetical(name))


@pytest.mark.django_db
def test_lists_of_names_follow_the_alphabet_whatever_the_database_was_built_with() -> None:
    kind = Kind.objects.create(code="xa-thu", name="Xã", level=3)
    for number, name in enumerate(NAMES):
        Organisation.objects.create(code=f"thu{number}", name=name, kind=kind)
    found = Organisation.objects.filter(kind=kind).order_by("name_order").values_list("name", flat=True)
    assert list(found) == sorted(NAMES, key=alphabetical)

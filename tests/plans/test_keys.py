"""The key of a plan: what files may not have is refused where it is typed, and one is made of the title."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from chamdiem.plans.keys import is_key, key_of
from chamdiem.plans.models import Plan
from tests.people import Cast

from .loaded import draft_plan

Opened = Callable[[str], Client]


def _create(client: Client, cast: Cast, key: str) -> str:
    given = {"owner": cast.province.pk, "key": key, "title": "Kế hoạch 2027", "document": "Dự thảo"}
    return client.post("/ke-hoach/moi/", given, follow=True).content.decode()


@pytest.mark.parametrize("key", ["kế hoạch 1", "kh 2027", "KH/2027", "-x", "a" * 45])
def test_a_key_no_file_may_have_is_refused_with_another(cast: Cast, opened: Opened, key: str) -> None:
    page = _create(opened("giang"), cast, key)
    assert "không dùng làm mã được" in page
    assert f"chẳng hạn “{key_of(key)}”" in page
    assert 'value="Kế hoạch 2027"' in page
    assert not Plan.objects.exists()


def test_a_plan_without_a_typed_key_gets_one_of_its_title_and_can_be_edited(
    cast: Cast, opened: Opened
) -> None:
    client = opened("giang")
    for _ in range(2):
        _create(client, cast, "")
    assert set(Plan.objects.values_list("key", flat=True)) == {"ke-hoach-2027", "ke-hoach-2027-2"}
    plan = Plan.objects.get(key="ke-hoach-2027")
    assert client.get(f"/ke-hoach/{plan.pk}/sua/goal/moi/").status_code == 200


def test_a_key_that_is_taken_is_said_in_the_form(cast: Cast, opened: Opened) -> None:
    draft_plan(cast)
    page = _create(opened("giang"), cast, "vi-du-plan")
    assert "đã có kế hoạch mang mã “vi-du-plan”. Hãy ghi mã khác, chẳng hạn “vi-du-plan-2”." in page
    assert 'value="Kế hoạch 2027"' in page
    assert Plan.objects.count() == 1


@pytest.mark.parametrize("title", ["Kế hoạch", "đ" * 60, "—", "Đề án 06/CP_2026", "kế hoạch " * 20])
def test_whatever_the_title_its_key_may_stand_in_a_file(title: str) -> None:
    key = key_of(title)
    assert is_key(key)
    assert is_key(key_of(title, {key}))
    assert key_of(title, {key}) != key

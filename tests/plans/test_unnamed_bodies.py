"""Who is charged only together with others, and has a result to learn from, is named."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from chamdiem.plans.selectors.winning import list_published, list_unnamed
from chamdiem.results.models import Result
from tests.people import Cast

from .loaded import plan_in_force


def test_a_body_named_only_with_others_is_told(
    cast: Cast, published: Result, opened: Callable[[str], Client]
) -> None:
    plan = plan_in_force(cast)
    assert list_unnamed(plan) == []
    plan.bodies.get(name="Sở Xây dựng").organisations.clear()
    assert published not in list_published(plan)
    assert list_unnamed(plan) == ["Sở Xây dựng"]
    said = "Có kết quả đã công bố nhưng kế hoạch chỉ nêu chung với các đơn vị khác: Sở Xây dựng."
    address = f"/ke-hoach/{plan.pk}/diem-du-kien/"
    assert said in opened("giang").get(address).content.decode()
    assert "chỉ nêu chung" not in opened("dung").get(address).content.decode()

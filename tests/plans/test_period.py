"""The period of a plan: what it held it goes on holding."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from chamdiem.plans.models import Plan
from tests.people import Cast

from .loaded import draft_plan

Opened = Callable[[str], Client]


def test_a_shorter_period_names_what_it_would_leave_out(cast: Cast, opened: Opened) -> None:
    plan, client = draft_plan(cast), opened("giang")
    address = f"/ke-hoach/{plan.pk}/sua/"
    given = {
        "title": "Tên mới",
        "document": "Dự thảo",
        "criteria_set": "thu-nghiem-2026",
        "from_year": 2026,
        "to_year": 2026,
    }
    refused = client.post(address, given)
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "Thời gian 2026–2026 không chứa hết nội dung của kế hoạch: MT1 “" in page
    assert "DA1 “Nâng cấp mạng truyền số liệu”" in page
    assert Plan.objects.get().period_to == 2027

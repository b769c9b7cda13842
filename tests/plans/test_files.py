"""A file of a plan never overwrites what others saved after it was checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client

from chamdiem.errors import Conflict
from chamdiem.library.plans import write_plan
from chamdiem.plans.content import printed
from chamdiem.plans.editing import without_entry
from chamdiem.plans.models import Plan, PlanFile
from chamdiem.plans.services import apply_file, change_content, check_file_again, hand_in_file
from tests.people import NOW, Cast

from .loaded import draft_plan

Opened = Callable[[str], Client]


def _checked_then_changed(cast: Cast) -> tuple[Plan, PlanFile]:
    """A file that gives the plan another title; an item is taken out after it was handed in."""
    plan = draft_plan(cast)
    data = write_plan(replace(printed(plan), title="Tên theo tệp")).encode()
    file = hand_in_file(
        actor=cast.giang, owner_id=cast.province.pk, plan_id=plan.pk, name="kh.yaml", data=data, now=NOW
    )
    change_content(
        actor=cast.giang,
        plan_id=plan.pk,
        change=without_entry("project", "DA1"),
        seen=plan.revision,
        what="DA1",
        now=NOW,
    )
    plan.refresh_from_db()
    return plan, file


def test_a_file_checked_before_a_change_is_refused_and_names_the_change(cast: Cast) -> None:
    plan, file = _checked_then_changed(cast)
    with pytest.raises(Conflict) as refused:
        apply_file(actor=cast.giang, file_id=file.pk, now=NOW)
    assert refused.value.code == "plan.file_outdated"
    assert refused.value.facts["changed"] == "DA1 (Nâng cấp mạng truyền số liệu)"
    after = Plan.objects.get(pk=plan.pk)
    assert (after.document, after.revision) == (plan.document, plan.revision)


def test_checked_again_it_is_applied_to_the_plan_as_it_is_now(cast: Cast) -> None:
    plan, file = _checked_then_changed(cast)
    check_file_again(actor=cast.giang, file_id=file.pk)
    apply_file(actor=cast.giang, file_id=file.pk, now=NOW)
    plan.refresh_from_db()
    assert plan.title == "Tên theo tệp"
    assert plan.items.filter(key="DA1").exists()


def test_the_page_shows_what_changed_since_and_offers_to_check_again(cast: Cast, opened: Opened) -> None:
    _, file = _checked_then_changed(cast)
    client = opened("giang")
    refused = client.post(f"/ke-hoach/tep/{file.pk}/nap/")
    page = refused.content.decode()
    assert refused.status_code == 409
    assert "Nâng cấp mạng truyền số liệu" in page
    assert "Nạp tệp này" not in page
    assert client.post(f"/ke-hoach/tep/{file.pk}/kiem-tra-lai/").status_code == 302
    page = client.get(f"/ke-hoach/tep/{file.pk}/").content.decode()
    assert "Tên theo tệp" in page
    assert "Nạp tệp này" in page

"""Items whose bodies in charge lie outside the system: told, counted nowhere, kept as at the opening."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from chamdiem.organisations.models import Organisation
from chamdiem.plans.consolidating import consolidate
from chamdiem.plans.models import Plan, Round
from chamdiem.plans.official import official_report
from chamdiem.plans.selectors.charges import list_unreported_items
from chamdiem.plans.services import open_round, resolve_body
from tests.people import Cast

from .loaded import AFTER, CONTENT, IN_TIME, plan_in_force

Opened = Callable[[str], Client]
# The document is led by businesses, which lie outside, and helped by Sở Y tế.
LED_OUTSIDE = CONTENT.replace("      - Sở XD\n    coordinating:", "      - Doanh nghiệp\n    coordinating:")


def opened_round(cast: Cast) -> Round:
    """The third quarter of a plan whose only document is led from outside."""
    plan = plan_in_force(cast, LED_OUTSIDE)
    return open_round(actor=cast.giang, plan_id=plan.pk, year=2026, quarter=3, now=IN_TIME)


def told(round_: Round) -> dict[str, str]:
    """The sections of the report by their number."""
    report = official_report(consolidate(Round.objects.get(pk=round_.pk)), AFTER.date())
    return {section.heading[:1]: "\n".join(section.paragraphs) for section in report.sections}


def _resolve(cast: Cast, plan: Plan, body: Organisation | None) -> None:
    resolve_body(
        actor=cast.giang,
        plan_id=plan.pk,
        body_id=plan.bodies.get(name="Doanh nghiệp").pk,
        organisation_ids=[body.pk] if body else [],
        is_outside=body is None,
        now=IN_TIME,
    )


def test_a_body_resolved_later_changes_nothing_in_an_open_round(cast: Cast, opened: Opened) -> None:
    round_ = opened_round(cast)
    before = told(round_)
    assert "Có 1 nội dung không đơn vị nào phải báo cáo" in before["2"]
    assert "Trong 2 nội dung phải báo cáo" in before["2"]
    giang, address = opened("giang"), f"/ke-hoach/{round_.plan_id}/co-quan/"
    body = round_.plan.bodies.get(name="Doanh nghiệp")
    for page in (address, f"{address}{body.pk}/"):
        assert "được tính từ kỳ sau" in giang.get(page).content.decode()
    _resolve(cast, round_.plan, cast.body_a)
    assert told(round_) == before


def test_an_item_added_by_an_adjustment_is_none_of_an_open_round(cast: Cast) -> None:
    round_ = opened_round(cast)
    plan = Plan.objects.get(pk=round_.plan_id)
    version = plan.versions.get()
    assert [item.key for item, _ in list_unreported_items(round_)] == ["VB1"]
    # As if the document had come by an adjustment after the opening.
    plan.document = version.document.replace("VB1", "VB9")
    plan.save()
    plan.items.filter(key="VB1").update(key="VB9")
    assert list_unreported_items(Round.objects.get(pk=round_.pk)) == []

"""Taking over the editions that come with the product."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command

from chamdiem.audit.models import Event
from chamdiem.indicators import selectors, services
from chamdiem.indicators.models import Edition
from chamdiem.library import content_hash, list_editions, load_edition
from tests.people import NOW, Cast


@pytest.mark.django_db
def test_every_edition_of_the_library_is_taken_over_as_issued() -> None:
    taken = services.load_library(now=NOW)
    assert [each.key for each in taken] == list(list_editions())
    for edition in Edition.objects.all():
        assert edition.status == "issued"
        assert edition.is_built_in
        assert edition.content_hash == content_hash(load_edition(edition.key))
        assert selectors.compiled(edition).indicator_set == load_edition(edition.key)
    assert Event.objects.filter(action="edition.load_library").count() == 5


@pytest.mark.django_db
def test_a_second_time_changes_nothing() -> None:
    services.load_library(now=NOW)
    before = list(Edition.objects.values())
    taken = services.load_library(now=NOW)
    assert {each.outcome for each in taken} == {"there_already"}
    assert list(Edition.objects.values()) == before
    assert Event.objects.count() == 5


def test_an_edition_that_differs_stays_as_it_is(cast: Cast) -> None:
    Edition.objects.create(
        key="so-2021",
        name="Khác",
        edition="1",
        document=cast.edition.document,
        content_hash="khác",
        max_points=1,
        criteria_count=1,
        loaded_at=NOW,
    )
    outcomes = {each.key: each.outcome for each in services.load_library(now=NOW)}
    assert outcomes["so-2021"] == "differs"
    assert Edition.objects.get(key="so-2021").name == "Khác"


@pytest.mark.django_db
def test_the_command_says_what_became_of_each() -> None:
    out = StringIO()
    call_command("load_library", stdout=out)
    call_command("load_library", stdout=out)
    assert out.getvalue().count("đã nạp") == 5
    assert out.getvalue().count("đã có sẵn") == 5


def test_a_search_ignores_accents_and_filters_add_up(cast: Cast) -> None:
    services.load_library(now=NOW)

    def found(**filters: str) -> list[str]:
        return [each.key for each in selectors.search_editions(actor=cast.an, **filters)]

    assert "thu-nghiem-2026" in found(typed="bo chi so thu nghiem")
    assert found(applies_to="Cấp xã") == ["xa-hue-2023"]
    assert found(applies_to="Cấp xã", typed="so-2021") == []
    assert found(status="draft") == []
    assert len(found(status="issued")) == 6

"""Columns chosen by people: a file that said nothing is read all the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from chamdiem.annex.printed import Choice
from chamdiem.authoring.models import WorkingCopy, WorkingRow, WorkingStep
from chamdiem.authoring.services import choosing, correcting
from chamdiem.errors import Conflict, Incomplete, NotFound, WrongStage
from chamdiem.jobs.services import run_job
from tests.people import NOW, Cast

from .annexes import row_of, take_in

Opened = Callable[[str], Client]

STRANGE = """Điều đầu\tBên hai\tBên ba\tBên tư
Có kế hoạch năm\tVăn phòng\t10\tĐã ban hành: 10 điểm; chưa ban hành: 0 điểm
Tỷ lệ hồ sơ trực tuyến\tMột cửa\t20\tHội đồng xem xét
"""
ROLES = ("name", "lead", "max", "method")


def _choose(cast: Cast, copy: WorkingCopy, *roles: str, header: int = 1) -> None:
    copy.refresh_from_db()
    place = copy.found["printed"][0]["place"]
    choosing.choose_columns(
        actor=cast.giang,
        copy_id=copy.pk,
        version=copy.version,
        choices={place: Choice(roles, header)},
        now=NOW,
    )
    copy.refresh_from_db()
    assert copy.job is not None
    run_job(copy.job.pk)
    copy.refresh_from_db()


def _names(copy: WorkingCopy) -> list[str]:
    return [row.data["name"] for row in WorkingRow.objects.filter(copy=copy)]


def test_a_file_without_known_headers_leads_to_the_choice_and_is_read_by_it(
    cast: Cast, opened: Opened
) -> None:
    client, copy = opened("giang"), take_in(cast, STRANGE, "la.txt")
    address = f"/bo-chi-so/soan/{copy.pk}/"
    assert f"{address}cot/" in client.get(address).content.decode()
    form = client.get(f"{address}cot/").context["tables"][0].form
    sent = {form.add_prefix(f"c{place}"): role for place, role in enumerate(ROLES)}
    answer = client.post(f"{address}cot/", {**sent, form.add_prefix("header"): "1", "version": copy.version})
    assert answer.headers["Location"] == address
    copy.refresh_from_db()
    assert copy.job is not None
    run_job(copy.job.pk)
    copy.refresh_from_db()
    assert copy.is_read
    assert _names(copy) == ["Có kế hoạch năm", "Tỷ lệ hồ sơ trực tuyến"]
    assert "Tỷ lệ hồ sơ trực tuyến" in client.get(address).content.decode()


def test_a_table_that_is_read_needs_a_column_of_names(cast: Cast, opened: Opened) -> None:
    client, copy = opened("giang"), take_in(cast, STRANGE, "la.txt")
    form = client.get(f"/bo-chi-so/soan/{copy.pk}/cot/").context["tables"][0].form
    sent = {form.add_prefix("c2"): "max", "version": copy.version}
    answer = client.post(f"/bo-chi-so/soan/{copy.pk}/cot/", sent)
    assert answer.status_code == 422
    assert "Bảng 1 chưa có cột" in answer.content.decode()


def test_reading_again_replaces_the_rows_and_a_reading_that_fails_keeps_them(cast: Cast) -> None:
    copy = take_in(cast)
    correcting.correct_row(
        actor=cast.giang,
        copy_id=copy.pk,
        row_id=row_of(copy, "1.1").pk,
        version=1,
        changes={"name": "Khác"},
        now=NOW,
    )
    _choose(cast, copy, "ignored", "name", "ignored", "method", "lead")
    assert copy.is_read
    assert [each["code"] for each in copy.problems] == ["annex.no_rows"]
    assert "Khác" in _names(copy)
    _choose(cast, copy, "number", "name", "max", "ignored", "lead")
    assert copy.problems == []
    assert "Khác" not in _names(copy)
    assert row_of(copy, "1.1").data.get("method") is None
    assert not WorkingStep.objects.exists()


def test_while_a_file_is_read_again_nothing_else_is_changed(cast: Cast) -> None:
    copy = take_in(cast)
    row = row_of(copy, "1.1")
    given: dict[str, Any] = {"actor": cast.giang, "copy_id": copy.pk, "now": NOW}
    choosing.choose_columns(**given, version=1, choices={})
    with pytest.raises(WrongStage):
        correcting.accept_row(**given, row_id=row.pk, version=1, accepted=True)
    with pytest.raises(WrongStage):
        choosing.choose_columns(**given, version=2, choices={})


def test_choices_that_fit_no_table_are_refused(cast: Cast) -> None:
    copy = take_in(cast)
    place = copy.found["printed"][0]["place"]
    given: dict[str, Any] = {"actor": cast.giang, "copy_id": copy.pk, "now": NOW}
    for choices, refused in (
        ({place + 1: Choice(("name",))}, NotFound),
        ({place: Choice(("name", "la"))}, NotFound),
        ({place: Choice(("number", "max"))}, Incomplete),
    ):
        with pytest.raises(refused):
            choosing.choose_columns(**given, version=1, choices=choices)
    with pytest.raises(Conflict):
        choosing.choose_columns(**given, version=9, choices={})

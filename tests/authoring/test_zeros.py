"""The question of zeros: asked once for all rows that share it, one step, and told in the draft."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from chamdiem.audit.models import Event
from chamdiem.authoring.casing import judge_cases
from chamdiem.authoring.models import WorkingCopy, WorkingStep
from chamdiem.authoring.selectors import count_found, get_desk, list_silent, needs_a_look
from chamdiem.authoring.services import correcting, making
from chamdiem.authoring.services.settling import settle_zeros
from chamdiem.authoring.services.stepping import undo_steps
from chamdiem.errors import Conflict, Incomplete
from chamdiem.indicators.selectors import compiled
from tests.people import NOW, Cast

from .annexes import row_of, take_in

Opened = Callable[[str], Client]
HEADER = {"key": "cap-xa-2026", "name": "Bộ chỉ số cấp xã", "edition": "2026", "document": "", "issuer": ""}
# A line of a table is one line.
# ruff: noqa: E501

ANNEX = """# Bộ chỉ số thử nghiệm năm 2026

| STT | Chỉ số | Điểm tối đa | Cách tính |
|---|---|---|---|
| 1 | Tỷ lệ cán bộ được tập huấn | 20 | Tỷ lệ = a/b × điểm tối đa; a là số cán bộ được tập huấn, b là tổng số cán bộ |
| 2 | Tỷ lệ hộ có mạng | 20 | Tỷ lệ = a/b × điểm tối đa; a là số hộ có mạng, b là tổng số hộ |
| 3 | Tỷ lệ hồ sơ | 10 | a là số hồ sơ đúng hạn, b là tổng số hồ sơ. Tỷ lệ = a/b × điểm tối đa. Không phát sinh hồ sơ: 0 điểm |
| 4 | Sự hài lòng của người dân | 20 | Theo đánh giá của hội đồng |
"""


def _given(cast: Cast, copy: WorkingCopy) -> dict[str, Any]:
    copy.refresh_from_db()
    return {"actor": cast.giang, "copy_id": copy.pk, "version": copy.version, "now": NOW}


def _policies(copy: WorkingCopy) -> list[str]:
    return [row_of(copy, number).data["rule"]["if_zero"] for number in ("1", "2", "3")]


def test_rows_that_share_the_question_wait_for_no_look_of_their_own(cast: Cast) -> None:
    copy = take_in(cast, ANNEX)
    desk = get_desk(actor=cast.giang, copy_id=copy.pk)
    assert [each.data["number"] for each in list_silent(desk)] == ["1", "2"]
    assert [needs_a_look(row) for row in desk.rows] == [False, False, False, True]
    assert count_found(desk)["warned"] == 1


def test_one_answer_settles_them_all_and_is_undone_as_one(cast: Cast) -> None:
    copy = take_in(cast, ANNEX)
    assert _policies(copy) == ["not_applicable", "not_applicable", "zero"]
    assert settle_zeros(**_given(cast, copy), policy="zero") == 2
    assert _policies(copy) == ["zero", "zero", "zero"]
    desk = get_desk(actor=cast.giang, copy_id=copy.pk)
    assert [(each.chosen, each.by_people) for each in list_silent(desk)] == [("0 điểm", True)] * 2
    assert all(each.is_met for each in judge_cases(desk.head, desk.documents, desk.documents[0]["key"]))
    assert Event.objects.get(action="authoring.settle_zeros").facts["rows"] == "2"
    step = WorkingStep.objects.get()
    undo_steps(actor=cast.giang, copy_id=copy.pk, step_id=step.pk, newest=step.pk, now=NOW)
    assert _policies(copy) == ["not_applicable", "not_applicable", "zero"]
    assert not any(each.by_people for each in list_silent(get_desk(actor=cast.giang, copy_id=copy.pk)))


def test_a_rule_that_people_write_leaves_the_question(cast: Cast) -> None:
    copy = take_in(cast, ANNEX)
    row = row_of(copy, "1")
    correcting.correct_row(
        actor=cast.giang, copy_id=copy.pk, row_id=row.pk, version=row.version, now=NOW,
        changes={"rule": {**row.data["rule"], "if_zero": "full"}},
    )  # fmt: skip
    settle_zeros(**_given(cast, copy), policy="zero")
    assert _policies(copy) == ["full", "zero", "zero"]


def test_what_was_chosen_stands_in_the_draft(cast: Cast) -> None:
    copy = take_in(cast, ANNEX)
    settle_zeros(**_given(cast, copy), policy="zero")
    edition = making.make_draft(**_given(cast, copy), header=HEADER, applies_to="Cấp xã")
    [note] = compiled(edition).indicator_set.notes
    assert note.endswith("đã chọn: 0 điểm, ở 2 dòng (1, 2).")


def test_an_answer_from_an_old_page_or_none_is_refused(cast: Cast) -> None:
    copy = take_in(cast, ANNEX)
    old = _given(cast, copy)
    settle_zeros(**old, policy="zero")
    with pytest.raises(Conflict):
        settle_zeros(**old, policy="not_applicable")
    with pytest.raises(Incomplete):
        settle_zeros(**_given(cast, copy), policy="half")


def test_the_page_asks_once_and_links_the_rows(cast: Cast, opened: Opened) -> None:
    copy = take_in(cast, ANNEX)
    client = opened("giang")
    address = f"/bo-chi-so/soan/{copy.pk}/"
    page = client.get(address).content.decode()
    assert "Ở 2 dòng văn bản không nói khi mẫu số bằng 0" in page
    assert page.count(f"{address}dong/{row_of(copy, '1').pk}/") == 2
    sent = {"version": copy.version, "policy": "zero"}
    page = client.post(f"{address}mau-so-bang-khong/", sent, follow=True).content.decode()
    assert "Người soạn đã chọn:" in page
    page = client.get(f"{address}dong/{row_of(copy, '1').pk}/").content.decode()
    assert "người soạn đã chọn cho mọi dòng như vậy: 0 điểm" in page
    assert _policies(copy) == ["zero", "zero", "zero"]

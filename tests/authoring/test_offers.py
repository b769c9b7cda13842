"""The form of an unread rule begins with the lines of its method; nothing of it is saved by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from chamdiem.authoring.offers import clear_offer
from chamdiem.authoring.plain import Data
from chamdiem.authoring.rule_form import RuleForm
from chamdiem.errors import InvalidIndicatorSet
from tests.people import Cast

from .annexes import ANNEX, row_of, take_in
from .test_forms import sent_by, sent_by_lines

Opened = Callable[[str], Client]
METHOD = (
    "Chủ tịch làm Trưởng ban: 20 điểm\n"
    "Phó Chủ tịch làm Trưởng ban: 12 điểm, có phân công thì cộng thêm\n"
    "Không thành lập: 0 điểm"
)
UNREAD: Data = {
    "key": "1", "level": "criterion", "name": "Người đứng đầu", "max_points": "20", "method": METHOD,
    "rule": {"kind": "manual", "guide": METHOD},
}  # fmt: skip
LABELS = [
    "Chủ tịch làm Trưởng ban",
    "Phó Chủ tịch làm Trưởng ban, có phân công thì cộng thêm",
    "Không thành lập",
]


def _sent(form: RuleForm, **changed: str) -> dict[str, str]:
    assert form.node is not None
    sent = {"rule-was": form.kind, "rule-kind": form.kind} | (
        {"rule-offered": "1"} if form.is_offered else {}
    )
    sent |= sent_by_lines(form.inputs) | (sent_by(form.node.cells) if form.node.cells is not None else {})
    sent |= sent_by_lines(form.node.lines) if form.node.lines is not None else {}
    return {**sent, **changed}


def _labels(form: RuleForm) -> list[Any]:
    assert form.node is not None
    return [line["label"].value() for line in form.node.lines if line["label"].value()]


def test_a_chosen_kind_begins_with_the_lines_of_the_text() -> None:
    begun = RuleForm(UNREAD)
    assert not begun.is_offered
    form = RuleForm(UNREAD, "", _sent(begun, **{"rule-kind": "choice"})).reshaped()
    assert form.is_offered
    assert _labels(form) == LABELS
    options = RuleForm(UNREAD, "", _sent(form)).changes()["rule"]["options"]
    assert [each.get("give", each.get("points")) for each in options.values()] == ["full", "12", "none"]


def test_what_people_changed_stays_and_what_they_dropped_does_not_come_back() -> None:
    form = RuleForm(UNREAD, "choice")
    dropped = {"rule-lines-1-label": "", "rule-lines-1-give": "", "rule-lines-0-label": "Sửa"}
    more = RuleForm(UNREAD, "", _sent(form, **dropped)).reshaped()
    assert more.is_offered
    assert _labels(more) == ["Sửa", "Không thành lập"]


def test_from_one_kind_to_another_each_begins_with_its_own_lines() -> None:
    form = RuleForm(UNREAD, "", _sent(RuleForm(UNREAD, "choice"), **{"rule-kind": "checklist"})).reshaped()
    assert [each["letter"].value() for each in form.inputs if each["letter"].value()] == ["x1", "x2"]
    typed = {"inputs-0-label": "Chữ đã gõ"}
    kept = RuleForm(
        UNREAD, "", _sent(RuleForm(UNREAD, "choice"), **typed, **{"rule-kind": "checklist"})
    ).reshaped()
    assert "Chữ đã gõ" in [each["label"].value() for each in kept.inputs]


@pytest.mark.parametrize(
    "row",
    [
        {**UNREAD, "rule": {"kind": "yes_no", "when": "x"}},
        {**UNREAD, "method": ""},
        {**UNREAD, "max_points": ""},
        {**UNREAD, "max_points": "hai mươi"},
    ],
)
def test_a_rule_that_was_read_or_nothing_to_read_offers_nothing(row: Data) -> None:
    assert clear_offer(row) is None
    assert not RuleForm(row, "choice").is_offered


def test_the_row_offers_its_levels_and_only_saving_keeps_them(cast: Cast, opened: Opened) -> None:
    text = ANNEX.replace("Theo đánh giá của hội đồng", METHOD.replace("\n", "<br>"))
    row = row_of(take_in(cast, text), "2.1")
    client, before = opened("giang"), row.document
    address = f"/bo-chi-so/soan/{row.copy_id}/dong/{row.pk}/"
    page = client.get(address).content.decode()
    assert "Dùng 3 mức trong văn bản" in page
    assert f"{address}quy-tac/?kind=choice" in page
    shown = client.get(f"{address}quy-tac/?kind=choice").content.decode()
    assert "Đề xuất từ văn bản, xin kiểm tra" in shown
    assert "điểm tối đa 20" in shown
    row.refresh_from_db()
    assert row.document == before
    sent = _sent(RuleForm(row.data, "choice"))
    assert client.post(f"{address}quy-tac/", {**sent, "version": "1"}).status_code == 302
    row.refresh_from_db()
    assert [each["label"] for each in row.data["rule"]["options"].values()] == LABELS
    assert "Dùng 3 mức" not in client.get(address).content.decode()


OPEN: Data = {**UNREAD, "method": "Tốt: 20 điểm; khá được 4 điểm hoặc 6 điểm tùy mức độ; xem kỹ"}


def test_a_line_without_points_begins_with_none_and_is_not_saved_without_them() -> None:
    form = RuleForm(OPEN, "choice")
    assert form.node is not None
    given = [line["give"].value() for line in form.node.lines if line["label"].value()]
    assert given == ["tối đa", ""]
    with pytest.raises(InvalidIndicatorSet):
        RuleForm(OPEN, "", _sent(form)).changes()


BESIDES = "tùy quy mô để tính điểm"
LEFT: dict[str, list[str]] = {
    METHOD: [],
    f"3 lớp: 8 điểm; 6 lớp: 14 điểm; 9 lớp trở lên: 20 điểm; {BESIDES}": [BESIDES],
}


@pytest.mark.parametrize("text", LEFT)
def test_an_offer_taken_keeps_what_it_leaves_out_as_a_warning(cast: Cast, opened: Opened, text: str) -> None:
    row = row_of(
        take_in(cast, ANNEX.replace("Theo đánh giá của hội đồng", text.replace("\n", "<br>"))), "2.1"
    )
    clear = clear_offer(row.data)
    assert clear is not None
    row.origin = {
        **row.origin,
        "warnings": [*row.origin["warnings"], {"code": "rule.damaged_text", "facts": {}}],
    }
    row.save()
    address = f"/bo-chi-so/soan/{row.copy_id}/dong/{row.pk}/quy-tac/"
    sent = _sent(RuleForm(row.data, clear.kind))
    assert opened("giang").post(address, {**sent, "version": "1"}).status_code == 302
    row.refresh_from_db()
    assert row.data["rule"]["kind"] == clear.kind
    said = [each for each in row.origin["warnings"] if each["code"].startswith("rule.")]
    assert [each["code"] for each in said][:1] == ["rule.damaged_text"]
    assert [each["facts"]["text"] for each in said[1:]] == LEFT[text]

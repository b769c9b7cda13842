"""Pages of authoring, as a browser gets them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from chamdiem.authoring.models import WorkingCopy, WorkingRow, WorkingStep
from chamdiem.authoring.rule_fields import KIND_FORMS, shown_lines
from tests.people import Cast

from .annexes import ANNEX, row_of, take_in

Opened = Callable[[str], Client]


def _address(row: WorkingRow, page: str = "") -> str:
    return f"/bo-chi-so/soan/{row.copy_id}/dong/{row.pk}/{page}"


def _lines(prefix: str, *lines: dict[str, str]) -> dict[str, str]:
    sent = {f"{prefix}-TOTAL_FORMS": str(len(lines)), f"{prefix}-INITIAL_FORMS": "0"}
    for place, line in enumerate(lines):
        sent |= {f"{prefix}-{place}-{name}": value for name, value in line.items()}
    return sent


# One form, one line.
# ruff: noqa: E501

# For each kind of rule a filled-in form, as a person types it, and the rule it makes.
_COUNT_LINE = {"of": "n", "points_each": "0,5", "every": "2", "cap": "3 điểm", "label": "Tin, bài"}
_COUNT_PART = {"of": "n", "points_each": "0.5", "every": "2", "cap": {"points": "3"}, "label": "Tin, bài"}
FILLED: dict[str, tuple[dict[str, str], tuple[dict[str, str], ...], dict[str, object]]] = {
    "manual": ({"guide": "Xem báo cáo", "step": "0,5"}, (), {"guide": "Xem báo cáo", "step": "0.5"}),
    "yes_no": ({"when": "n >= 1"}, (), {"when": "n >= 1"}),
    "ratio": ({"value": "n/m", "full_at": "80%"}, (), {"value": "n/m", "full_at": "80%"}),
    "tiers": (
        {"value": "n", "otherwise": "0"},
        ({"side": "at_least", "threshold": "24", "give": "tối đa"}, {"side": "at_least", "threshold": "12", "give": "2,5 điểm"}),
        {"value": "n", "otherwise": "none", "tiers": [{"at_least": "24", "give": "full"}, {"at_least": "12", "points": "2.5"}]},
    ),
    "choice": (
        {"of": "c"},
        ({"code": "m1", "label": "Đã ban hành", "give": "tối đa"}, {"code": "m2", "label": "Chưa", "give": "0"}),
        {"of": "c", "options": {"m1": {"label": "Đã ban hành", "give": "full"}, "m2": {"label": "Chưa", "give": "none"}}},
    ),
    "checklist": (
        {"need": ""},
        ({"when": "n >= 1", "give": "1/2", "label": "Có kế hoạch"}, {"when": "m >= 1", "give": "50%", "label": "Có báo cáo"}),
        {"parts": [{"when": "n >= 1", "give": "1/2", "label": "Có kế hoạch"}, {"when": "m >= 1", "give": "50%", "label": "Có báo cáo"}]},
    ),
    "count": ({"cap": "tối đa"}, (_COUNT_LINE,), {"cap": "full", "parts": [_COUNT_PART]}),
    "deduct": ({}, (_COUNT_LINE,), {"parts": [_COUNT_PART]}),
    "peer": (
        {"value": "n", "method": "min_max", "if_all_equal": "tối đa"},
        ({"when": "n = 0", "give": "0", "exclude": "yes"},),
        {"value": "n", "method": "min_max", "if_all_equal": "full", "special": [{"when": "n = 0", "give": "none", "exclude": "yes"}]},
    ),
    "sum": (
        {"count": "2", "0-part-share": "12 điểm", "0-was": "yes_no", "0-when": "n >= 1", "1-part-share": "8 điểm", "1-was": "full"}, (),
        {"parts": [{"points": "12", "rule": {"kind": "yes_no", "when": "n >= 1"}}, {"points": "8", "rule": "full"}]},
    ),
    "best_of": (
        {"count": "2", "0-was": "yes_no", "0-when": "n >= 1", "1-was": "ratio", "1-value": "n/m", "1-if_zero": "zero"}, (),
        {"rules": [{"kind": "yes_no", "when": "n >= 1"}, {"kind": "ratio", "value": "n/m", "if_zero": "zero"}]},
    ),
    "gate": (
        {"when": "n >= 1", "then-was": "full", "else-was": "none"}, (), {"when": "n >= 1", "then": "full", "else": "none"},
    ),
}  # fmt: skip


def _sent(kind: str) -> dict[str, str]:
    cells, lines, _rule = FILLED[kind]
    inputs = [{"letter": letter, "label": f"Số {letter}", "type": "whole"} for letter in ("n", "m")]
    if kind == "choice":
        inputs = [{"letter": "c", "label": "Tình trạng", "type": "choice"}]
    if kind == "manual":
        inputs = []
    return (
        {f"rule-{name}": value for name, value in cells.items()}
        | _lines("inputs", *inputs)
        | _lines("rule-lines", *lines)
    )


def test_every_kind_with_a_form_is_tried_here() -> None:
    assert set(FILLED) == set(KIND_FORMS)


@pytest.mark.parametrize("kind", FILLED)
def test_a_rule_is_tried_without_saving_then_saved_and_shown_again(
    kind: str, cast: Cast, opened: Opened
) -> None:
    row = row_of(take_in(cast), "2.1")
    client, before = opened("giang"), row.document
    tried = client.post(_address(row, f"thu/?kind={kind}"), _sent(kind)).content.decode()
    assert "<table" in tried, tried
    row.refresh_from_db()
    assert row.document == before
    answer = client.post(_address(row, f"quy-tac/?kind={kind}"), {**_sent(kind), "version": "1"})
    assert answer.status_code == 302, answer.content.decode()
    row.refresh_from_db()
    assert row.data["rule"] == {"kind": kind, **FILLED[kind][2]}
    shown = client.get(_address(row, "quy-tac/")).content.decode()
    assert f'<option value="{kind}" selected>' in shown


def test_a_rule_without_a_form_is_edited_as_text(cast: Cast, opened: Opened) -> None:
    row = row_of(take_in(cast), "2.1")
    client = opened("giang")
    text = "inputs: {a: {label: Số a}}\nrule: {kind: gate, when: a >= 1, then: full}\n"
    address = _address(row, "quy-tac/?kind=yaml")
    assert client.post(address, {"text": text, "version": "1"}).status_code == 302
    shown = client.get(address).content.decode()
    assert "kind: gate" in shown
    for wrong in ("rule: [", "name: Tên khác", "rule: {kind: gaet}"):
        refused = client.post(address, {"text": wrong, "version": "2"})
        assert refused.status_code == 422
        assert "Chưa lưu được" in refused.content.decode()
        assert wrong in refused.content.decode()


def test_a_form_refused_shows_what_was_typed(cast: Cast, opened: Opened) -> None:
    row = row_of(take_in(cast), "1.1")
    typed = {"name": "Tên dài", "level": row.data["level"], "role": "scored", "evaluator": "organisation"}
    client = opened("giang")
    page = client.post(_address(row, "sua/"), {**typed, "max_points": "mười", "version": "1"})
    assert page.status_code == 422
    assert "mười" in page.content.decode()
    assert (
        client.post(_address(row, "sua/"), {**typed, "max_points": "9,5", "version": "1"}).status_code == 302
    )
    row.refresh_from_db()
    assert (row.data["name"], row.data["max_points"]) == ("Tên dài", "9.5")
    late = client.post(_address(row, "sua/"), {**typed, "max_points": "8", "version": "1"})
    assert "vừa sửa cùng chỗ này" in late.content.decode()


def test_a_row_shown_in_the_form_and_saved_as_it_is_stays_as_it_was(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    for row in WorkingRow.objects.filter(copy=take_in(cast)):
        form = client.get(_address(row, "sua/")).context["form"]
        sent = {name: form[name].value() or "" for name in form.fields}
        assert client.post(_address(row, "sua/"), {**sent, "version": "1"}).status_code == 302
        before = row.data
        row.refresh_from_db()
        assert row.data == before


def test_uploading_leads_to_the_progress_and_a_bad_file_to_its_sentence(cast: Cast, opened: Opened) -> None:
    client = opened("giang")
    sent = {"file": SimpleUploadedFile("phu-luc.md", ANNEX.encode())}
    page = client.post("/bo-chi-so/soan/", sent, follow=True).content.decode()
    assert 'hx-trigger="every 2s"' in page
    copy = take_in(cast, "Chỉ là một bài văn.\n", "van.txt")
    page = client.get(f"/bo-chi-so/soan/{copy.pk}/").content.decode()
    assert "Không đọc được tệp này" in page
    assert "every 2s" not in page


def test_a_finding_of_lint_leads_to_its_row_in_the_editor(cast: Cast, opened: Opened) -> None:
    client, copy = opened("giang"), take_in(cast)
    head = {"key": "cap-xa-2026", "name": "Bộ chỉ số", "edition": "2026", "version": "1"}
    made = client.post(f"/bo-chi-so/soan/{copy.pk}/du-thao/", head)
    assert made.headers["Location"] == "/bo-chi-so/cap-xa-2026/ra-soat/"
    assert 'name="row" value="2.1"' in client.get(made.headers["Location"]).content.decode()
    answer = client.post("/bo-chi-so/soan/tu-du-thao/cap-xa-2026/", {"row": "2.1"})
    assert answer.headers["Location"] == _address(row_of(copy, "2.1"))


def test_pages_ask_as_often_for_many_rows_as_for_few(
    cast: Cast, opened: Opened, django_assert_max_num_queries: type
) -> None:
    client = opened("giang")
    many = ANNEX + "".join(
        f"| 2.{place} | Tiêu chí {place} | 1 | Theo hội đồng | |\n" for place in range(2, 40)
    )
    counts = []
    for text in (ANNEX, many):
        copy: WorkingCopy = take_in(cast, text)
        with django_assert_max_num_queries(16) as captured:
            client.get(f"/bo-chi-so/soan/{copy.pk}/")
            client.get(_address(row_of(copy, "1.2")))
        counts.append(len(captured))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("kind", ["choice", "tiers", "checklist"])
def test_a_line_without_points_is_asked_for_and_not_taken_as_the_maximum(
    kind: str, cast: Cast, opened: Opened
) -> None:
    row = row_of(take_in(cast), "2.1")
    before = row.data
    sent = {**_sent(kind), "version": "1", "rule-lines-1-give": ""}
    answer = opened("giang").post(_address(row, f"quy-tac/?kind={kind}"), sent)
    assert answer.status_code == 422
    assert "chưa có điểm" in answer.content.decode()
    row.refresh_from_db()
    assert row.data == before


def test_a_maximum_taken_for_granted_is_shown() -> None:
    rule = {
        "kind": "choice",
        "of": "x",
        "options": {"m1": {"label": "Có"}, "m2": {"label": "Chưa", "give": "none"}},
    }
    assert [line["give"] for line in shown_lines(rule, "choice")] == ["tối đa", "0"]


def test_a_deleted_row_is_brought_back_from_the_list_by_key(cast: Cast, opened: Opened) -> None:
    copy = take_in(cast)
    client, row = opened("giang"), row_of(copy, "1.2")
    client.post(_address(row, "doi/xoa/"), {"version": row.version})
    page = client.get(f"/bo-chi-so/soan/{copy.pk}/").content.decode()
    step = WorkingStep.objects.get().pk
    form = page[page.index(f"/hoan-tac/{step}/") :]
    assert 'data-key="z"' in form[: form.index("</form>")]
    client.post(f"/bo-chi-so/soan/{copy.pk}/hoan-tac/{step}/", {"newest": step})
    row.refresh_from_db()
    assert not row.is_deleted


def test_a_file_of_another_kind_is_told_in_the_form(cast: Cast, opened: Opened) -> None:
    file = SimpleUploadedFile("anh.png", b"\x89PNG....")
    page = opened("giang").post("/bo-chi-so/soan/", {"file": file, "applies_to": "Cấp xã"})
    assert page.status_code == 422
    text = page.content.decode()
    assert "anh.png" in text
    assert 'name="file"' in text
    assert 'value="Cấp xã"' in text

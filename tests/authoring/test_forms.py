"""Forms lose nothing: every row of the library, shown and sent back unchanged, says what it said."""

# A rule is one line: so it can be read.
# ruff: noqa: E501

from __future__ import annotations

from typing import Any

import pytest

from chamdiem.authoring.forms import RowForm, read_row, shown_row
from chamdiem.authoring.plain import Data, parts_of, read_parts, tidy
from chamdiem.authoring.rule_fields import KIND_FORMS, Cell, read_cells
from chamdiem.authoring.rule_form import RuleForm
from chamdiem.authoring.rule_nodes import RuleNode
from chamdiem.library import list_editions, load_edition


def sent_by(form: Any) -> dict[str, str]:
    """What a browser sends when nobody touches the form."""
    shown = {form.add_prefix(name): form[name].value() for name in form.fields}
    return {name: "" if value is None else str(value) for name, value in shown.items()}


def sent_by_lines(formset: Any) -> dict[str, str]:
    sent = sent_by(formset.management_form)
    for form in formset:
        sent |= sent_by(form)
    return sent


def _sent_rule(row: Data) -> dict[str, str]:
    shown = RuleForm(row)
    if shown.text is not None:
        return sent_by(shown.text)
    assert shown.node is not None
    return (
        {"rule-was": shown.kind, "rule-kind": shown.kind}
        | sent_by_lines(shown.inputs)
        | _sent_node(shown.node)
    )


def _sent_node(node: RuleNode) -> dict[str, str]:
    sent = sent_by(node.cells) if node.cells is not None else {}
    sent |= sent_by_lines(node.lines) if node.lines is not None else {}
    sent[f"{node.prefix}-count"] = str(len(node.parts))
    for part in node.parts:
        sent |= {f"{part.node.prefix}-was": part.node.kind, f"{part.node.prefix}-kind": part.node.kind}
        sent |= (sent_by(part.form) if part.form is not None else {}) | _sent_node(part.node)
    return sent


@pytest.mark.parametrize("key", list_editions())
def test_every_rule_comes_back_as_it_was(key: str) -> None:
    before = load_edition(key)
    head, rows = parts_of(before)
    changed = [
        tidy({**row, **RuleForm(row, "", _sent_rule(row)).changes()}) if row.get("rule") else row
        for row in rows
    ]
    assert read_parts(head, changed).rows == before.rows


@pytest.mark.parametrize("key", list_editions())
def test_every_row_comes_back_as_it_was(key: str) -> None:
    before = load_edition(key)
    head, rows = parts_of(before)
    changed = []
    for row in rows:
        form = RowForm(head["levels"], sent_by(RowForm(head["levels"], initial=shown_row(row))))
        assert form.is_valid(), form.errors
        changed.append(tidy({**row, **read_row(form.cleaned_data, row)}))
    assert read_parts(head, changed).rows == before.rows


def test_every_rule_of_the_library_has_a_form() -> None:
    kinds = {RuleForm(row).kind for key in list_editions() for row in parts_of(load_edition(key))[1]}
    assert kinds == {*KIND_FORMS, "none"} - {"deduct"}


def _row(rule: Data) -> Data:
    letters = {letter: {"label": f"Số {letter}"} for letter in "abn"}
    return {
        "key": "1",
        "level": "criterion",
        "name": "Tiêu chí",
        "max_points": "10",
        "inputs": letters,
        "rule": rule,
    }


RATIO = {"kind": "ratio", "value": "a / b", "if_zero": "zero"}
COUNT = {"kind": "count", "parts": [{"of": "n", "points_each": "0.5"}]}
NESTED: dict[str, Data] = {
    "gate": {"kind": "gate", "when": "n >= 1", "then": RATIO, "else": "none"},
    "gate, of a sum": {"kind": "gate", "when": "n >= 1", "then": {"kind": "sum", "parts": [{"points": "4", "label": "Một", "rule": RATIO}, {"share": "60%", "rule": COUNT}]}},
    "best_of, of gates": {"kind": "best_of", "rules": [{"kind": "gate", "when": "a > 1", "then": "full", "else": RATIO}, COUNT, "none"]},
    "sum, of best_of": {"kind": "sum", "cap": "full", "parts": [{"points": "3", "rule": {"kind": "best_of", "rules": [RATIO, {"kind": "yes_no", "when": "a > 0"}]}}, {"points": "8", "rule": "full"}]},
}  # fmt: skip


@pytest.mark.parametrize("name", NESTED)
def test_a_rule_of_rules_comes_back_as_it_was(name: str) -> None:
    row = _row(NESTED[name])
    assert RuleForm(row).kind == name.split(",", maxsplit=1)[0]
    assert RuleForm(row, "", _sent_rule(row)).changes()["rule"] == NESTED[name]


def test_a_rule_deeper_than_the_forms_go_is_edited_as_text() -> None:
    rule: Any = "full"
    for _depth in range(8):
        rule = {"kind": "gate", "when": "n >= 1", "then": rule}
    assert RuleForm(_row(rule)).kind == "yaml"
    assert RuleForm(_row({"kind": "sum", "parts": [{"rule": {**RATIO, "unknown": "x"}}]})).kind == "yaml"


@pytest.mark.parametrize(
    ("kind", "rule"),
    [
        ("gate", {"kind": "gate", "then": RATIO}),
        ("sum", {"kind": "sum", "parts": [{"rule": RATIO}]}),
        ("best_of", {"kind": "best_of", "rules": [RATIO]}),
        ("tiers", {"kind": "tiers", "value": "a / b", "if_zero": "zero"}),
    ],
)
def test_another_kind_keeps_what_was_typed(kind: str, rule: Data) -> None:
    row = _row(RATIO)
    form = RuleForm(row, "", {**_sent_rule(row), "rule-kind": kind})
    assert form.changes()["rule"] == rule
    shown = form.reshaped()
    assert shown.kind == kind
    again = shown.node.parts[0].node if shown.node is not None and shown.node.parts else shown.node
    assert again is not None
    assert again.cells is not None
    assert again.cells["value"].value() == "a / b"


def test_a_part_is_added_by_choosing_its_kind_and_dropped_by_choosing_none() -> None:
    row = _row(NESTED["sum, of best_of"])
    added = RuleForm(row, "", {**_sent_rule(row), "rule-2-kind": "yes_no"}).changes()["rule"]
    assert [
        part["rule"] if isinstance(part["rule"], str) else part["rule"]["kind"] for part in added["parts"]
    ] == ["best_of", "full", "yes_no"]
    dropped = RuleForm(row, "", {**_sent_rule(row), "rule-0-kind": "", "rule-0-part-share": ""}).changes()[
        "rule"
    ]
    assert [part["rule"] for part in dropped["parts"]] == ["full"]


def test_lines_that_run_out_are_asked_for_again_with_some_to_spare() -> None:
    row = _row(COUNT)
    form = RuleForm(row, "", {**_sent_rule(row), "rule-lines-1-of": "a", "rule-lines-1-points_each": "1"})
    shown = form.reshaped()
    assert shown.node is not None
    assert [line["of"].value() for line in shown.node.lines][:2] == ["n", "a"]
    assert len(shown.node.lines.forms) == 5


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1", {"points": "1"}),
        ("0,5", {"points": "0.5"}),
        ("1,5 điểm", {"points": "1.5"}),
        ("1/2", {"give": "1/2"}),
        ("70%", {"give": "70%"}),
        ("tối đa", {"give": "full"}),
        ("Điểm tối đa", {"give": "full"}),
        ("không", {"give": "none"}),
        ("0 điểm", {"give": "none"}),
        ("một nửa", {"give": "1/2"}),
        ("0", {"give": "none"}),
    ],
)
def test_a_bare_number_is_points_and_no_share(typed: str, read: dict[str, str]) -> None:
    assert read_cells([Cell("give", "Cho điểm", "give")], {"give": typed}) == read


def test_a_choice_needs_labels_and_points_only() -> None:
    row = {**_row({"kind": "manual"}), "inputs": {}}
    shown = RuleForm(row, "choice")
    assert shown.node is not None
    sent = (
        {"rule-was": "choice", "rule-kind": "choice"} | sent_by_lines(shown.inputs) | _sent_node(shown.node)
    )
    for place, (label, give) in enumerate([("Đã ban hành", "tối đa"), ("Đã ban hành!", "5"), ("Chưa", "0")]):
        sent |= {f"rule-lines-{place}-label": label, f"rule-lines-{place}-give": give}
    changes = RuleForm(row, "choice", sent).changes()
    assert changes["inputs"] == {"x": {"type": "choice", "label": "Tiêu chí"}}
    assert changes["rule"]["of"] == "x"
    assert list(changes["rule"]["options"]) == ["da-ban-hanh", "da-ban-hanh-2", "chua"]


def test_an_option_called_otherwise_keeps_its_code_and_a_cleared_one_goes() -> None:
    row = _row(
        {
            "kind": "choice",
            "of": "x",
            "options": {"m1": {"label": "Có"}, "m2": {"label": "Chưa", "give": "none"}},
        }
    )
    row["inputs"] = {"x": {"type": "choice", "label": "Tình trạng"}}
    renamed = RuleForm(row, "", {**_sent_rule(row), "rule-lines-0-label": "Đã có"}).changes()["rule"]
    assert renamed["options"]["m1"]["label"] == "Đã có"
    cleared = {**_sent_rule(row), "rule-lines-1-label": "", "rule-lines-1-give": ""}
    assert list(RuleForm(row, "", cleared).changes()["rule"]["options"]) == ["m1"]

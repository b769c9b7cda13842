"""``chamdiem lint`` and ``compare``: what is wrong with a set, what moved between two."""

from __future__ import annotations

from pathlib import Path

import pytest

from chamdiem.core.lint import lint
from chamdiem.library import load_edition, read_set
from chamdiem.library.plans import load_plan, write_plan
from tests.cli.calling import SET, call, set_file

CLEAN = SET.replace("max_points: 30", "max_points: 35")


def test_lint_as_json_is_a_list_of_findings() -> None:
    findings = call("lint", "so-2021", "--all", "--json").json
    assert len(findings) == len(lint(load_edition("so-2021")))
    assert all(
        {"id", "severity", "document", "message", "printed", "computed"} <= each.keys() for each in findings
    )
    assert len({each["id"] for each in findings}) == len(findings)


def test_acknowledged_findings_are_left_out_unless_asked_for() -> None:
    listed, every = (
        call("lint", "huyen-2021", "--json").json,
        call("lint", "huyen-2021", "--all", "--json").json,
    )
    assert [each for each in every if not each["acknowledged"]] == listed


def test_a_finding_that_is_not_acknowledged_gives_exit_code_1(tmp_path: Path) -> None:
    path = set_file(tmp_path)
    found = lint(read_set(path))
    assert any(each.severity == "error" and not each.acknowledged for each in found)
    called = call("lint", path)
    assert called.code == 1
    assert "LỖI" in called.out


def test_warnings_alone_give_exit_code_1_as_the_help_says(tmp_path: Path) -> None:
    path = set_file(tmp_path, CLEAN)
    found = {each.severity for each in lint(read_set(path))}
    assert found == {"warning", "info"}
    chosen = {severity: call("lint", path, "--severity", severity).code for severity in (*found, "error")}
    assert (call("lint", path).code, chosen) == (1, {"warning": 1, "info": 0, "error": 0})
    assert "Mã thoát 1 khi còn lỗi hoặc cảnh báo chưa được xác nhận" in " ".join(
        call("lint", "--help").out.split()
    )


def test_only_the_severities_asked_for_are_listed(tmp_path: Path) -> None:
    listed = call("lint", set_file(tmp_path), "--severity", "error", "--json").json
    assert {each["severity"] for each in listed} == {"error"}


@pytest.mark.parametrize(("language", "word"), [("vi", "LỖI"), ("en", "ERROR")])
def test_findings_speak_both_languages(tmp_path: Path, language: str, word: str) -> None:
    assert word in call("lint", set_file(tmp_path), "--lang", language).out


def test_a_changed_rule_is_told_from_what_to_what(tmp_path: Path) -> None:
    def written(name: str, rule: str, inputs: str = "{n: {}}") -> Path:
        path = tmp_path / name
        path.write_text(
            f"""format: chamdiem/set/1
set: {{key: s, name: S, edition: '2026', source: {{document: D}}, levels: {{criterion: Tiêu chí}}}}
rows:
  - {{key: '1', level: criterion, name: N, max_points: 10, inputs: {inputs}, rule: {rule}}}
""",
            encoding="utf-8",
        )
        return path

    steps = "{kind: count, parts: [{of: n, points_each: 1, every: 5%}]}"
    old, new = written("a.yaml", steps), written("b.yaml", steps.replace("5%", "10%"))
    (changed,) = call("compare", old, new, "--json").json
    (difference,) = changed["differences"]
    assert difference["old"] == "{kind: count, parts: [{of: n, points_each: 1, every: 5%}]}"
    assert "Trước: “" in changed["why"][0]
    assert changed["why"][0].count("0,05") == 1
    assert "0,1" in changed["why"][0]
    typed = written("c.yaml", steps, "{n: {type: decimal, decimals: 2}}")
    (changed,) = call("compare", old, typed, "--json").json
    assert "số nguyên" in changed["why"][0]
    assert "whole" not in changed["why"][0]
    finer = written("e.yaml", steps, "{n: {type: decimal, decimals: 3}}")
    (changed,) = call("compare", typed, finer, "--json").json
    assert changed["why"] == ["số chữ số thập phân đổi: n: 2 → n: 3"]
    other = written("d.yaml", "{kind: yes_no, when: n > 0}")
    (changed,) = call("compare", old, other, "--json").json
    assert "yes_no" not in changed["why"][0]


def test_a_figure_that_may_have_become_another_one_asks_to_be_checked(tmp_path: Path) -> None:
    text = Path(set_file(tmp_path)).read_text(encoding="utf-8")
    old = text.replace("b: {label: Tổng số hồ sơ, unit: hồ sơ}", "b: {from: TT}").replace(
        "rows:",
        "rows:\n  - {key: TT, level: group, name: Hồ sơ, role: information, inputs: {v: {unit: hồ sơ}}}",
    )
    new = text.replace("label: Hồ sơ trực tuyến", "label: Hồ sơ điện tử")
    paths = tmp_path / "old.yaml", tmp_path / "new.yaml"
    for path, written in zip(paths, (old, new), strict=True):
        path.write_text(written, encoding="utf-8")
    why = [text for each in call("compare", *paths, "--json").json for text in each.get("why", ())]
    assert "tên số liệu đổi: a: Hồ sơ trực tuyến → a: Hồ sơ điện tử; kiểm tra còn là cùng một số liệu" in why
    assert "nguồn số liệu đổi: b: TT → b: không có" in why


def test_an_edition_compared_with_itself_is_the_same() -> None:
    compared = call("compare", "so-2021", "so-2021", "--json").json
    assert {each["verdict"] for each in compared} == {"same"}
    assert len(compared) == len(load_edition("so-2021").criteria)


def test_a_changed_maximum_is_named_as_the_reason(tmp_path: Path) -> None:
    old = set_file(tmp_path)
    new = tmp_path / "new.yaml"
    new.write_text(SET.replace("max_points: 20", "max_points: 25"), encoding="utf-8")
    (changed,) = [each for each in call("compare", old, new, "--json").json if each["verdict"] != "same"]
    assert changed["key"] == "1.1"
    assert "điểm tối đa đổi từ 20 thành 25" in changed["why"]
    assert "điểm tối đa đổi từ 20 thành 25" in " ".join(call("compare", old, new).out.split())


def test_a_signature_asked_for_is_told_in_words(tmp_path: Path) -> None:
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    shown = "    max_points: 20\n    evidence: {printed: Báo cáo%s}"
    for path, more in ((old, ""), (new, ", signed: yes")):
        path.write_text(SET.replace("    max_points: 20", shown % more), encoding="utf-8")
    (changed,) = [each for each in call("compare", old, new, "--json").json if each["why"]]
    assert changed["verdict"] == "same"
    assert changed["why"] == ["yêu cầu tài liệu ký số đổi: không → có (không đổi điểm)"]


def test_a_broken_set_file_names_every_problem_with_line_and_path(tmp_path: Path) -> None:
    broken = (
        CLEAN.replace("a / b", "a / q")
        .replace("max_points: 10", "max_points: ten")
        .replace("key: nho", "kye: nho")
    )
    called = call("lint", set_file(tmp_path, broken), "--json")
    assert called.code == 1
    places = {(each["file"], each["path"]) for each in called.problems}
    assert {("nho.yaml", "rows[1.2].max_points"), ("nho.yaml", "set.kye")} <= places
    assert all(each["line"] for each in called.problems)
    shown = call("lint", set_file(tmp_path, broken))
    assert "“ten” không phải là số" in shown.err
    assert shown.out == ""


def test_of_a_broken_set_nothing_would_have_been_computed_anyway(tmp_path: Path) -> None:
    err = call("lint", set_file(tmp_path, SET.replace("max_points: 10", "max_points: mười"))).err
    assert "1 lỗi; sửa rồi chạy lại." in err


def test_problems_between_rows_are_all_named_once_every_row_can_be_read(tmp_path: Path) -> None:
    broken = CLEAN.replace("value: a / b", "value: a / q").replace("value: n,", "value: m,")
    called = call("show", set_file(tmp_path, broken), "--json")
    assert [each["path"] for each in called.problems] == ["rows[1.1].rule.value", "rows[1.3].rule.value"]
    assert {each["code"] for each in called.problems} == {"rule.unknown_letter"}


def test_a_plan_is_checked_and_nothing_else_is_done_with_it(tmp_path: Path) -> None:
    key = "ninhthuan-2021-plan"
    checked = call("lint", key)
    assert (checked.code, "không có lỗi" in " ".join(checked.out.split())) == (0, True)
    assert call("lint", key, "--json").json == []
    path = tmp_path / "ke-hoach.yaml"
    path.write_text(write_plan(load_plan(key)), encoding="utf-8")
    assert call("lint", path).out == checked.out
    refused = call("show", path)
    assert (refused.code, "là kế hoạch" in " ".join(refused.err.split())) == (2, True)
    path.write_text(write_plan(load_plan(key)).replace("goals:", "gaols:", 1), encoding="utf-8")
    assert call("lint", path, "--json").code == 1


def test_what_changed_for_the_whole_set_is_told_with_what_it_moves(tmp_path: Path) -> None:
    old = set_file(tmp_path)
    new = tmp_path / "new.yaml"
    new.write_text(SET.replace("  levels:", "  not_applicable: full\n  levels:"), encoding="utf-8")
    of_set, *others = call("compare", old, new, "--json").json
    assert (of_set["key"], of_set["verdict"]) == (None, "compatible")
    assert "thứ hạng có thể đổi" in of_set["why"][0]
    assert {each["verdict"] for each in others} == {"same"}
    assert "Cả bộ chỉ số: cách tính tiêu chí không áp dụng đổi" in " ".join(
        call("compare", old, new).out.split()
    )


def _set_of_one(folder: Path, name: str, row: str) -> Path:
    path = folder / name
    path.write_text(
        f"""format: chamdiem/set/1
set: {{key: s, name: S, edition: '2026', source: {{document: D}}, levels: {{criterion: Tiêu chí}}}}
rows:
  - {{key: '1', level: criterion, name: N, max_points: 10, {row}}}
""",
        encoding="utf-8",
    )
    return path


_FIGURES = "inputs: {a: {label: Số A}, b: {label: Số B}, x: {type: yes_no, label: Có}}"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "rule: {kind: yes_no, when: not a >= b}",
            "rule: {kind: yes_no, when: a < b}",
            "đọc như nhau",
        ),
        ("rule: {kind: yes_no, when: x}", "rule: {kind: gate, when: x, then: full}", "cho cùng điểm"),
        (
            "rule: {kind: yes_no, when: x}",
            "rule: {kind: yes_no, when: x}, not_applicable_when: a = 0",
            "ràng buộc hoặc điều kiện áp dụng đổi: “–” → “không áp dụng khi a = 0”",
        ),
        (
            "rule: {kind: yes_no, when: x}, checks: [a <= b]",
            "rule: {kind: yes_no, when: x}, checks: [a < b]",
            "“số liệu phải bảo đảm a ≤ b” → “số liệu phải bảo đảm a < b”",
        ),
        (
            "rule: {kind: manual, step: 0.5}",
            "rule: {kind: manual, step: 0.25}",
            "bước giá trị đổi: điểm chấm: 0,5 → điểm chấm: 0,25",
        ),
    ],
)
def test_what_changed_is_said_in_sentences_and_never_as_the_file_writes_it(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    paths = [_set_of_one(tmp_path, f"{n}.yaml", f"{_FIGURES}, {row}") for n, row in enumerate((old, new))]
    (changed,) = call("compare", *paths, "--json").json
    why = "; ".join(changed["why"])
    assert said in why
    assert not [raw for raw in ("kind:", "when:", "not ", "<=", "0.5", "0.25") if raw in why]

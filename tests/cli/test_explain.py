"""``chamdiem explain`` and ``trial``: one criterion worked out from given figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.calling import GOOD, SET, answers_file, call, set_file


def _explain(folder: Path, *arguments: str) -> dict[str, object]:
    answer = call("explain", set_file(folder), *arguments, "--json").json
    assert isinstance(answer, dict)
    return answer


def test_points_are_exact_text_with_status_and_reason(tmp_path: Path) -> None:
    told = _explain(tmp_path, "1.1", "--input", "a=1", "--input", "b=3")
    assert told["points"] == "8.33"
    assert told["exact"] == "25/3"
    assert told["status"] == "scored"
    assert "1 / 3" in str(told["reason"])
    assert told["max_points"] == 20


@pytest.mark.parametrize(
    ("figures", "points", "status"),
    [
        (["a=79", "b=100"], "19.75", "scored"),
        (["a=80", "b=100"], "20", "scored"),
        (["a=0", "b=0"], None, "not_applicable"),
        (["a=101", "b=100"], None, "invalid"),
        (["a=5"], "0", "missing"),
        ([], "0", "missing"),
    ],
)
def test_every_status_is_told(tmp_path: Path, figures: list[str], points: str | None, status: str) -> None:
    told = _explain(tmp_path, "1.1", *(part for figure in figures for part in ("--input", figure)))
    assert (told["points"], told["status"]) == (points, status)


@pytest.mark.parametrize(
    ("given", "status", "met"),
    [
        ("x=có; n=1", "scored", True),
        ("x=không; n=1", "scored", False),
        ("n=1", "missing", None),
        ("x=có; n=0", "not_applicable", None),
        ("x=có; n=-1", "invalid", None),
    ],
)
def test_a_condition_has_a_status_and_no_points_in_any_form(
    tmp_path: Path,
    given: str,
    status: str,
    met: bool | None,  # noqa: FBT001  a JSON value is what it is
) -> None:
    row = """  - key: "1.4"
    level: criterion
    name: Đã có quy chế
    role: condition
    inputs: {x: {label: Đã có quy chế, type: yes_no}, n: {label: Số phòng}}
    not_applicable_when: n = 0
    rule: {kind: yes_no, when: x}
"""
    told = call("explain", set_file(tmp_path, SET + row), "1.4", "--input", given, "--json").json
    assert (told["status"], told["met"]) == (status, met)
    assert [told[name] for name in ("points", "exact", "max_points")] == [None, None, None]
    assert told["reason"]


def test_several_figures_may_stand_in_one_option(tmp_path: Path) -> None:
    assert _explain(tmp_path, "1.1", "--input", "a=40; b=100")["points"] == "10"
    assert _explain(tmp_path, "1.1", "--input", "a=40 b=100")["points"] == "10"


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("1.234,5", "10"),
        ("999,999", "5"),
        ("1000", "10"),
        ("1.000.000", "10"),
    ],
)
def test_numbers_are_read_as_people_write_them(tmp_path: Path, text: str, points: str) -> None:
    assert _explain(tmp_path, "1.2", "--input", f"c={text}", "--input", "x=có")["points"] == points


def test_a_number_that_may_mean_two_things_is_not_guessed(tmp_path: Path) -> None:
    called = call("explain", set_file(tmp_path), "1.1", "--input", "a=1.234", "--input", "b=2000")
    assert called.code == 1
    assert "có thể hiểu là số hàng nghìn hoặc số thập phân" in " ".join(called.err.split())


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("q=1", "letter.unknown"),
        ("79", "letter.malformed"),
        ("=79", "letter.malformed"),
        ("a=1; a=2", "letter.twice"),
    ],
)
def test_letters_that_cannot_be_meant_are_refused(tmp_path: Path, given: str, code: str) -> None:
    called = call("explain", set_file(tmp_path), "1.1", "--input", given, "--json")
    assert called.code == 2
    assert [each["code"] for each in called.problems] == [code]


def test_every_value_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    called = call("explain", set_file(tmp_path), "1.2", "--input", "c=nhiều", "--input", "x=có lẽ", "--json")
    assert called.code == 1
    assert [(each["path"], each["value"]) for each in called.problems] == [("c", "nhiều"), ("x", "có lẽ")]


@pytest.mark.parametrize(
    ("criterion", "given", "paths", "codes"),
    [
        ("1.1", ("--input", "a=-1"), ["a"], ["answer.below_minimum"]),
        ("1.1", ("--input", "a=9; b=3"), ["a"], ["check.broken"]),
        ("1.2", ("--input", "c=?; x=?"), ["c", "x"], ["answer.not_a_number", "answer.not_yes_no"]),
        ("1.3", ("--input", "n=1", "--other", "n=?"), ["other[0].n"], ["answer.not_a_number"]),
    ],
)
def test_a_figure_that_is_not_accepted_gives_one_shape(
    tmp_path: Path, criterion: str, given: tuple[str, ...], paths: list[str], codes: list[str]
) -> None:
    called = call("explain", set_file(tmp_path), criterion, *given, "--json")
    told = called.json
    fine = call("explain", set_file(tmp_path), criterion, "--json").json
    assert called.code == 1
    assert list(told) == list(fine)
    assert fine["problems"] == []
    assert (told["status"], told["points"], told["exact"]) == ("invalid", None, None)
    assert [each["path"] for each in told["problems"]] == paths
    assert [each["code"] for each in told["problems"]] == codes
    assert told["reason"].startswith("Số liệu không hợp lệ: ")
    assert told["reason_en"].startswith("Invalid figures: ")


def test_a_broken_check_earns_nothing_and_says_which(tmp_path: Path) -> None:
    called = call("explain", set_file(tmp_path), "1.1", "--input", "a=9", "--input", "b=3")
    assert called.code == 1
    assert "Sai ràng buộc: a ≤ b, nhưng hồ sơ trực tuyến = 9 > 3" in called.out
    assert called.out.rstrip().endswith("Số liệu không hợp lệ")
    assert "→" not in called.out


def test_every_figure_that_is_missing_is_named(tmp_path: Path) -> None:
    assert _explain(tmp_path, "1.1")["reason"] == ("Chưa có số liệu: a – Hồ sơ trực tuyến; b – Tổng số hồ sơ")
    assert _explain(tmp_path, "1.1", "--input", "b=3")["reason"] == "Chưa có số liệu: a – Hồ sơ trực tuyến"
    assert _explain(tmp_path, "1.2")["reason"] == "Chưa có số liệu: c – Kinh phí; x – Đã có kế hoạch"


def test_a_figure_in_percent_is_read_with_its_sign(tmp_path: Path) -> None:
    text = SET.replace("unit: triệu đồng", 'unit: "%"')
    path = set_file(tmp_path, text)
    for typed in ("95%", "95,0 %", "95"):
        told = call("explain", path, "1.2", "--input", f"c={typed}", "--input", "x=có", "--json").json
        assert (told["status"], told["points"]) == ("scored", "0")


def test_a_peer_rule_compares_with_the_others_given(tmp_path: Path) -> None:
    told = _explain(tmp_path, "1.3", "--input", "n=9", "--other", "n=60", "--other", "n=1")
    assert told["points"] == "4.32"
    assert told["exact"] == "255/59"


def test_one_alone_is_told_the_same_by_explain_and_score(tmp_path: Path) -> None:
    told = _explain(tmp_path, "1.3", "--input", "n=9")
    path = set_file(tmp_path)
    alone = answers_file(tmp_path, GOOD.splitlines()[0] + "\nA;Xã A;79;100;0;không;9\n")
    *_, scored = call("score", path, alone, "--json").json["organisations"][0]["criteria"]
    assert (scored["status"], scored["points"]) == (told["status"], int(str(told["points"])))
    assert scored["reason"] == told["reason"]
    assert "chỉ có một đơn vị được so sánh" in scored["reason"]
    assert _explain(tmp_path, "1.3")["status"] == "missing"


def test_the_reason_is_told_in_both_languages(tmp_path: Path) -> None:
    told = _explain(tmp_path, "1.1", "--input", "a=80", "--input", "b=100")
    assert "điểm tối đa 20" in str(told["reason"])
    assert "80% → maximum of 20" in str(told["reason_en"])


def test_a_criterion_is_found_by_key_or_number_and_a_group_is_ambiguous(tmp_path: Path) -> None:
    called = call("explain", set_file(tmp_path), "1", "--json")
    assert called.code == 2
    assert "1.1, 1.2, 1.3" in called.problems[0]["message"]


def test_a_row_that_shares_its_points_leads_to_the_row_that_has_them() -> None:
    assert call("explain", "ninhthuan-2021", "5.8.2", "--json").json["key"] == "5.8.1"


def test_a_trial_shows_each_threshold_from_both_sides(tmp_path: Path) -> None:
    told = call("trial", set_file(tmp_path), "1.1", "--json").json
    around = {
        stand["place"]: (trial["inputs"], trial["points"])
        for trial in told["trials"]
        for stand in trial["stands"]
        if stand["threshold"] == "0.8"
    }
    assert around == {
        "below": ({"a": "79", "b": "100"}, "19.75"),
        "on": ({"a": "80", "b": "100"}, "20"),
        "above": ({"a": "81", "b": "100"}, "20"),
    }
    assert {trial["status"] for trial in told["trials"]} == {"scored", "not_applicable", "missing"}


def test_a_line_of_a_trial_can_be_explained_again(tmp_path: Path) -> None:
    path = set_file(tmp_path)
    for key in ("1.1", "1.2", "1.3"):
        for trial in call("trial", path, key, "--json").json["trials"]:
            given = [("--input", f"{letter}={_typed(value)}") for letter, value in trial["inputs"].items()]
            given += [
                ("--other", "; ".join(f"{k}={_typed(v)}" for k, v in other.items()))
                for other in trial["others"]
            ]
            told = call("explain", path, key, *(part for pair in given for part in pair), "--json").json
            assert (told["points"], told["status"]) == (trial["points"], trial["status"])


def _typed(value: str | bool) -> str:  # noqa: FBT001  a JSON value is what it is
    """A value of an answers file as people type it."""
    return ("có" if value else "không") if isinstance(value, bool) else value.replace(".", ",")


def test_the_figures_of_a_trial_are_those_of_an_answers_file(tmp_path: Path) -> None:
    path = tmp_path / "set.yaml"
    inputs = "x: {type: yes_no}, t: {type: date, since: 2026-01-01}, n: {type: decimal, decimals: 1}"
    rule = "{kind: gate, when: x and t <= 30, then: {kind: ratio, value: n / 1, full_at: 0.5}, else: none}"
    path.write_text(
        "format: chamdiem/set/1\nset: {key: k, name: Tên, edition: '2026', levels: {criterion: Tiêu chí},"
        " source: {document: QĐ 1}}\nrows:\n"
        f"  - {{key: '1', level: criterion, name: Một, max_points: 10, inputs: {{{inputs}}}, rule: {rule}}}\n"
    )
    trials = call("trial", path, "1", "--json").json["trials"]
    full = next(each["inputs"] for each in trials if each["points"] == "10")
    assert (full["x"], full["n"]) == (True, "0.5")
    assert "2026-01-01" <= full["t"] <= "2026-01-31"
    answers = tmp_path / "answers.json"
    figures = {f"1.{letter}": value for letter, value in full.items()}
    answers.write_text(json.dumps({"organisations": [{"code": "A", "answers": figures}]}))
    (scored,) = call("score", path, answers, "--json").json["organisations"]
    assert scored["total"] == 10


def test_a_trial_on_screen_names_the_sides(tmp_path: Path) -> None:
    shown = call("trial", set_file(tmp_path), "1.1").out
    for text in ("ngay dưới 80%", "đúng 80%", "ngay trên 80%", "mẫu số bằng 0", "chưa có số liệu"):
        assert text in shown
    assert "just below 80%" in call("trial", set_file(tmp_path), "1.1", "--lang", "en").out


def test_a_trial_of_a_peer_rule_shows_the_others(tmp_path: Path) -> None:
    assert "Đơn vị khác: n=" in call("trial", set_file(tmp_path), "1.3").out


def test_where_a_check_is_broken_the_reason_says_so_and_no_points() -> None:
    given = ("--input", "a=950; b=951; c=0", "--json")
    told = call("explain", "chuprong-2023", "6.6", *given).json
    assert (told["status"], told["points"], told["exact"]) == ("invalid", None, None)
    assert told["reason"].startswith("Số liệu không hợp lệ: ")
    assert "951" in told["reason"]
    assert "điểm tối đa" not in told["reason"]
    assert told["reason_en"].startswith("Invalid figures: ")


def test_a_trial_says_beside_whom_all_are_equal() -> None:
    shown = " ".join(call("trial", "chuprong-2023", "5.9").out.split())
    assert "mọi đơn vị bằng nhau (Đơn vị khác:" in shown


def test_a_check_that_no_missing_figure_can_save_is_broken() -> None:
    answer = call("explain", "chuprong-2023", "6.6", "--input", "a=950", "--input", "b=1000", "--json")
    assert (answer.code, answer.json["status"]) == (1, "invalid")
    assert "b + c ≤ a, nhưng với a = 950, b = 1.000 thì c bằng bao nhiêu cũng không thoả mãn" in str(
        answer.json["reason"]
    )
    assert (
        call("explain", "chuprong-2023", "6.6", "--input", "a=950", "--input", "b=950", "--json").json[
            "status"
        ]
        == "missing"
    )


@pytest.mark.parametrize("command", ["trial", "explain"])
def test_a_row_that_shares_a_maximum_is_answered_by_the_other_one_and_so_it_says(
    tmp_path: Path, command: str
) -> None:
    shared = '  - {key: "1.4", level: criterion, name: Trực tuyến một phần, shares_maximum_of: "1.1"}\n'
    path = tmp_path / "bo.yaml"
    path.write_text(SET + shared, encoding="utf-8")
    told = call(command, path, "1.4").out
    assert "Mục 1.4 (Trực tuyến một phần) dùng chung điểm tối đa với mục 1.1" in " ".join(told.split())
    assert call(command, path, "1.4", "--json").json["asked"] == "1.4"
    assert "dùng chung" not in call(command, path, "1.1").out
    assert call(command, path, "1.1", "--json").json["asked"] is None


def test_people_are_told_whose_figure_is_wrong_without_the_path_of_programs(tmp_path: Path) -> None:
    err = call("explain", set_file(tmp_path), "1.3", "--input", "n=1", "--other", "n=?").err
    assert "đơn vị khác thứ 1, n: “?”" in err
    assert "other[" not in err


def test_points_settled_tell_the_marks_that_they_settle(tmp_path: Path) -> None:
    row = """  - key: "1.4"
    number: "1.4"
    level: criterion
    name: Sáng kiến
    max_points: 5
    rule: {kind: manual, assessors: 2, combine: consensus}
"""
    path = set_file(tmp_path, SET + row)
    for given, reason in (
        ("points=1", "Điểm chấm = 1 điểm"),
        ("points=1; points_1=4; points_2=4", "Điểm thống nhất = 1 điểm (những người chấm cho: 4; 4)"),
        ("points=1; points_2=4", "Điểm thống nhất = 1 điểm (những người chấm cho: –; 4)"),
    ):
        assert call("explain", path, "1.4", "--input", given, "--json").json["reason"] == reason


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        (
            "{kind: peer, value: a, target: b, method: leader_excess, if_zero: zero}",
            "Đạt 94 / 98 ≈ 95,92% chỉ tiêu → 95,92% × 1,5 ≈ 1,4388 điểm ≈ 1,44",
        ),
        (
            "{kind: peer, value: a / b, method: min_max, if_zero: zero}",
            "Tỷ lệ = 94 / 98 ≈ 95,92%; So sánh giữa các đơn vị: (95,92% - 50%) / (191,8% - 50%) × 3",
        ),
        (
            "{kind: peer, value: a / b, method: share_of_max, better: low, if_zero: zero}",
            "Tỷ lệ = 94 / 98 ≈ 95,92%; So với đơn vị thấp nhất: 50% / 95,92% × 3",
        ),
    ],
)
def test_a_quotient_that_is_compared_is_told_with_its_figures(tmp_path: Path, rule: str, reason: str) -> None:
    row = f"""  - key: "1.4"
    number: "1.4"
    level: criterion
    name: Lớp tập huấn
    max_points: 3
    inputs: {{a: {{label: Số lớp đã mở}}, b: {{label: Số lớp được giao}}}}
    rule: {rule}
"""
    others = ("--other", "a=188; b=98", "--other", "a=49; b=98")
    told = call("explain", set_file(tmp_path, SET + row), "1.4", "--input", "a=94; b=98", *others, "--json")
    assert told.json["reason"].startswith(reason)

"""JSON of other programs: what is wrong is named with its path, all at once."""

from __future__ import annotations

import json
from typing import Any

import pytest

from chamdiem.core.sentences import problem_text
from tests.office.forms import answers_of, found, problems_of, read


def _found(text: str | bytes) -> list[tuple[str, str]]:
    return found(text.encode() if isinstance(text, str) else text, "so-lieu.json")


def _with(answers: str) -> str:
    return f'{{"organisations": [{{"code": "X01", "answers": {{{answers}}}}}]}}'


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("NaN", "answer.not_a_number"),
        ("Infinity", "answer.not_a_number"),
        ("-Infinity", "answer.not_a_number"),
        ("1e3", "answer.shortened"),
        ("15e400", "answer.not_a_number"),
        ("9007199254740993", "answer.too_many_digits"),
        ("1" + "0" * 5000, "answer.too_many_digits"),
        ("12.5", "answer.not_whole"),
        ("-1", "answer.below_minimum"),
        ("true", "answer.not_a_number"),
        ('"1.234"', "answer.not_whole"),
        ('"12%"', "answer.not_a_number"),
        ("[]", "json.not_a_value"),
        ("{}", "json.not_a_value"),
    ],
)
def test_a_wrong_value_is_named_with_its_path(value: str, code: str) -> None:
    assert _found(_with(f'"1.1.a": {value}')) == [(code, "organisations[0].answers.1.1.a")]


@pytest.mark.parametrize("value", ["null", '""', '"  "'])
def test_nothing_is_missing(value: str) -> None:
    assert answers_of(read(_with(f'"1.1.a": {value}').encode())) == {}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "json.unreadable"),
        ('{"organisations": [}', "json.unreadable"),
        ("[1,]", "json.unreadable"),
        ("{'a': 1}", "json.unreadable"),
        ("[" * 100_000, "json.too_deep"),
        ('{"a":' * 100_000, "json.too_deep"),
        ("{}", "json.no_organisations"),
        ("[]", "json.no_organisations"),
        ("5", "json.no_organisations"),
        ("null", "json.no_organisations"),
        ('{"organisations": {}}', "json.no_organisations"),
        ("[5]", "json.not_an_organisation"),
        ('[{"answers": {}}]', "json.no_code"),
        ('[{"code": " "}]', "json.no_code"),
        ('[{"code": ["X"]}]', "json.not_text"),
        ('[{"code": "X", "answers": []}]', "json.no_answers"),
        ('[{"code": "X", "answers": null}]', "json.no_answers"),
        ('[{"code": "X", "ranked": "có"}]', "json.not_yes_no"),
        ('[{"code": "X", "ranked": 1}]', "json.not_yes_no"),
        ('[{"code": "X", "points": 5}]', "json.unknown_name"),
    ],
)
def test_another_form_is_refused(text: str, code: str) -> None:
    assert code in [each for each, _ in _found(text)]


@pytest.mark.parametrize(
    "text",
    [
        _with('"1.1.a": 1, "1.1.a": 2'),
        '{"organisations": [], "organisations": [{"code": "X"}]}',
        '[{"code": "X", "code": "Y"}]',
    ],
)
def test_a_name_that_stands_twice_is_refused_and_not_taken_by_the_last(text: str) -> None:
    assert [code for code, _ in _found(text)] == ["json.repeated_name"]


def test_names_that_stand_twice_are_all_told_with_their_organisation_and_line() -> None:
    text = """{"organisations": [
  {"code": "X01", "answers": {"1.1.a": 1,
    "1.1.a": 2}},
  {"answers": {"1.1.a": 1, "1.1.a": 2}, "code": "X02", "name": "Xã {\\"Hai\\", [", "name": ""}
]}"""
    problems = problems_of(text.encode(), "so-lieu.json")
    assert [(each.place.line, each.place.path, each.facts["organisation"]) for each in problems] == [
        (3, "organisations[0].answers.1.1.a", "X01"),
        (4, "organisations[1].answers.1.1.a", "X02"),
        (4, "organisations[1].name", "X02"),
    ]
    assert problem_text(problems[0]).startswith("Tên “1.1.a” của đơn vị X01 đứng hai lần")
    assert "(lần đầu ở dòng 2)" in problem_text(problems[0])


def test_a_figure_named_in_two_ways_is_refused() -> None:
    assert _found(_with('"1.1.a": 1, "1.1.A": 2')) == [
        ("answers.repeated_figure", "organisations[0].answers.1.1.A")
    ]


def test_blanks_around_the_key_of_a_figure_do_not_count() -> None:
    assert answers_of(read(_with('" 1.1.a ": 1').encode())) == {"1.1.a": 1}


@pytest.mark.parametrize("code", ["X01", "x01", " X01 "])
def test_two_organisations_of_one_code_are_named(code: str) -> None:
    text = json.dumps([{"code": "X01"}, {"code": code}])
    assert _found(text) == [("answers.repeated_organisation", "organisations[1].code")]


def test_what_is_wrong_in_json_is_not_told_in_columns_and_cells() -> None:
    organisations = [{"code": "X01", "answers": {"9.9": 1, "1.1.a": "?", "1.4.x": "?", "1.6.t": "20231102"}}]
    texts = [problem_text(each) for each in problems_of(json.dumps(organisations).encode(), "so-lieu.json")]
    assert len(texts) == 4
    assert not [text for text in texts if "cột" in text or "ô " in text]


def test_everything_wrong_is_named_at_once() -> None:
    organisations: list[Any] = [
        {"code": "X01", "answers": {"1.1.a": "?", "9.9": 1, "1.4.x": "?"}},
        7,
        {"name": "Xã B"},
    ]
    assert [code for code, _ in _found(json.dumps(organisations))] == [
        "answer.not_a_number",
        "answers.unknown_figure",
        "answer.not_yes_no",
        "json.not_an_organisation",
        "json.no_code",
    ]


@pytest.mark.parametrize("escape", ["\\uZZZZ", "\\u12"])
def test_a_bad_escape_is_told_in_vietnamese(escape: str) -> None:
    (problem,) = problems_of(f'{{"a": "{escape}"}}'.encode(), "so-lieu.json")
    assert "bốn chữ số hệ 16" in problem_text(problem)


def test_an_error_of_writing_names_its_line() -> None:
    (problem,) = problems_of(b'{\n"organisations": [\n{"code" "X"}]}', "so-lieu.json")
    assert (problem.code, problem.place.line) == ("json.unreadable", 3)


@pytest.mark.parametrize(
    ("name", "value", "code"), [("set", "so-2021", "json.other_set"), ("hash", "00", "json.other_edition")]
)
def test_answers_that_name_another_set_or_text_are_refused(name: str, value: str, code: str) -> None:
    assert _found(json.dumps({name: value, "organisations": [{"code": "X"}]})) == [(code, "")]


def test_what_else_is_wrong_beside_another_set_is_named_where_the_figures_are_known() -> None:
    answers = {"1.1.a": "?", "1.4.x": "?"}
    value: dict[str, Any] = {"set": "so-2021", "organisations": [{"code": "X", "answers": answers}]}
    assert [code for code, _ in _found(json.dumps(value))] == [
        "json.other_set",
        "answer.not_a_number",
        "answer.not_yes_no",
    ]
    answers["9.9"] = "1"
    assert _found(json.dumps(value)) == [("json.other_set", "")]


def test_a_file_whose_figures_are_mostly_unknown_is_told_in_one_sentence() -> None:
    strangers = {f"A{number}.x": "1" for number in range(5)}
    value = {"organisations": [{"code": code, "answers": strangers | {"1.1.a": "?"}} for code in "XY"]}
    (problem,) = problems_of(json.dumps(value).encode(), "so-lieu.json")
    assert problem.code == "answers.other_set"
    assert "5/6 mã số liệu (A0.x, A1.x, A2.x…)" in problem_text(problem)


def test_a_few_unknown_figures_are_named_one_by_one() -> None:
    strangers = {f"A{number}.x": "1" for number in range(4)}
    value = {"organisations": [{"code": "X", "answers": strangers}]}
    assert {code for code, _ in _found(json.dumps(value))} == {"answers.unknown_figure"}


def test_a_number_with_an_exponent_is_named_as_it_is_written_out() -> None:
    (problem,) = problems_of(b'[{"code": "X", "answers": {"1.1.a": 1e2}}]', "so-lieu.json")
    assert problem.code == "answer.shortened"
    assert "viết 100 " in problem_text(problem)


def test_an_organisation_of_a_repeated_code_or_of_none_is_read_to_its_end() -> None:
    wrong = {"name": [], "ranked": "có", "answers": {"1.1.a": "?"}, "overrides": 7}
    found_codes = [code for code, _ in _found(json.dumps([{"code": "X01"}, {"code": "x01", **wrong}, wrong]))]
    fields, rest = ["json.not_text", "json.not_yes_no"], ["answer.not_a_number", "json.no_overrides"]
    assert found_codes == [
        *(*fields, "answers.repeated_organisation", *rest),
        *(*fields, "json.no_code", *rest),
    ]


def test_half_of_a_character_is_told_wherever_it_stands_and_never_dropped() -> None:
    text = r"""{"organisations": [
        {"code": "\ud800", "answers": {"I.1": "9\udc00"}},
        {"code": "X02", "na\uDBFFme": "Xã \ud83d\ude00"}]}"""
    assert _found(text) == [
        ("json.half_character", "organisations[0].code"),
        ("json.half_character", "organisations[1].na me"),
        ("json.half_character", "organisations[0].answers.I.1"),
    ]
    problem = problems_of(text.encode(), "so-lieu.json")[0]
    assert problem_text(problem) == (
        "Chữ ở đây có ký tự không thể có U+D800 (một nửa của ký tự bị cắt rời): gõ lại chữ này."
    )


def test_half_of_a_character_deep_inside_is_told_without_a_trace() -> None:
    depth = 900
    assert _found("[" * depth + r'"\ud800"' + "]" * depth)[0][0] in {"json.half_character", "json.too_deep"}

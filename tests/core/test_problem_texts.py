"""Every problem and refusal has its sentence, no sentence is left over, and every fact it uses is given."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from string import Formatter

import pytest

import chamdiem
from chamdiem.core.sentences import LANGUAGES, problem_text, refusal_text
from chamdiem.core.sentences.problems import PROBLEMS, REFUSALS
from chamdiem.errors import Problem

SOURCE = Path(chamdiem.__file__).parent
# The floors whose sentences stand in the core; those of the apps stand in ``web.refusals``.
PURE = ("core", "library", "annex", "office", "cli")
CODE = re.compile(r"[a-z]+\.[a-z0-9_]+")

# Functions that make a problem of a code and facts, and the facts they add themselves.
MAKERS = {
    "Problem": set(),
    "UnreadableValue": {"label", "value"},
    "ExpressionError": set(),
    "report": set(),
    "_report": set(),
    "_problem": set(),
    "_refused": set(),
    "_invalid": set(),
    "contradiction": set(),
    "_repeated": {"value"},
    "_named_twice": {"key"},
}
REFUSERS = {"Refused": set[str](), "NotFound": set[str]()}
# Readers of tables add the cell.
WITH_VALUE = {"table_reading.py": {"value"}, "organisations.py": {"value", "label"}}
# What names the place is no fact.
NO_FACTS = {"_refused": {"line", "sheet"}}


@dataclass(frozen=True)
class Raised:
    """One place that makes a problem: which codes it may have, and which facts it gives."""

    codes: frozenset[str]
    facts: frozenset[str]
    where: str


def _functions(tree: ast.AST) -> Iterator[ast.AST]:
    """Every function, and the module itself for what stands outside."""
    yield from (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


@cache
def _places() -> tuple[list[Raised], list[Raised]]:
    """Every place of the source that makes a problem, and every one that refuses."""
    problems: list[Raised] = []
    refusals: list[Raised] = []
    for path in sorted(path for floor in PURE for path in (SOURCE / floor).rglob("*.py")):
        for function in _functions(ast.parse(path.read_text(encoding="utf-8"))):
            problems += _raised_in(function, path, MAKERS)
            refusals += _raised_in(function, path, REFUSERS)
    return problems, refusals


def _raised_in(function: ast.AST, path: Path, makers: dict[str, set[str]]) -> Iterator[Raised]:
    nodes = list(ast.walk(function))
    calls = [node for node in nodes if isinstance(node, ast.Call) and _name(node.func) in makers]
    named = _assigned(nodes) if calls else {}
    for call in calls:
        texts = {text for argument in call.args[:2] for text in _codes(argument, named)}
        if not texts:
            continue
        maker = str(_name(call.func))
        facts = {keyword.arg for keyword in call.keywords if keyword.arg} - NO_FACTS.get(maker, set())
        for argument in [*call.args, *(each.value for each in call.keywords if each.arg is None)]:
            facts |= _keys(argument, named)
        given = facts | makers[maker] | WITH_VALUE.get(path.name, set())
        yield Raised(frozenset(texts), frozenset(given), f"{path.name}:{call.lineno}")


def _assigned(nodes: list[ast.AST]) -> dict[str, list[ast.expr]]:
    named: dict[str, list[ast.expr]] = {}
    for node in nodes:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            named.setdefault(node.targets[0].id, []).append(node.value)
    return named


def _name(function: ast.expr) -> str | None:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else None


def _codes(argument: ast.expr, named: dict[str, list[ast.expr]]) -> set[str]:
    if isinstance(argument, ast.Name):
        return {code for value in named.get(argument.id, []) for code in _codes(value, {})}
    if isinstance(argument, ast.IfExp):
        return _codes(argument.body, named) | _codes(argument.orelse, named)
    if isinstance(argument, ast.Subscript) and isinstance(argument.value, ast.Dict):
        return {code for value in argument.value.values for code in _codes(value, named)}
    is_code = isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    return {argument.value} if is_code and CODE.fullmatch(argument.value) else set()  # type: ignore[attr-defined]


def _keys(argument: ast.expr, named: dict[str, list[ast.expr]]) -> set[str]:
    """The facts in a dictionary, written here or assigned before."""
    if isinstance(argument, ast.Name):
        return {key for value in named.get(argument.id, []) for key in _keys(value, {})}
    if isinstance(argument, ast.Dict):
        return {key.value for key in argument.keys if isinstance(key, ast.Constant)}  # type: ignore[misc]
    return set()


def _placeholders(texts: tuple[str, str]) -> list[set[str]]:
    return [{name for _, name, _, _ in Formatter().parse(text) if name} for text in texts]


def test_the_scan_finds_codes_and_facts_however_they_are_written() -> None:
    source = """def f():
    facts = {"a": "1"}
    code = "x.one" if f else "x.two"
    raise Problem(code, facts)
    self._report("x.three", cell, value="2")
    other = {"a": "x.four", "b": "x.five"}[f]
    raise Problem(other, {})
"""
    (function,) = _functions(ast.parse(source))
    found = list(_raised_in(function, Path("x.py"), MAKERS))
    assert [(sorted(each.codes), sorted(each.facts)) for each in found] == [
        (["x.one", "x.two"], ["a"]),
        (["x.three"], ["value"]),
        (["x.five", "x.four"], []),
    ]


def test_every_problem_raised_has_a_sentence_and_no_sentence_is_left_over() -> None:
    problems, _ = _places()
    codes = {code for each in problems for code in each.codes}
    assert codes == set(PROBLEMS)


def test_every_refusal_raised_has_a_sentence_and_no_sentence_is_left_over() -> None:
    _, refusals = _places()
    codes = {code for each in refusals for code in each.codes}
    assert codes == set(REFUSALS)


def test_every_fact_of_a_sentence_is_given_where_the_problem_is_raised() -> None:
    # What sentences make of a fact.
    made = {"like": "alike", "organisation": "of_organisation"}
    missing = []
    for raised in (each for places in _places() for each in places):
        table = PROBLEMS if raised.codes <= set(PROBLEMS) else REFUSALS
        given = raised.facts | {made[fact] for fact in raised.facts & set(made)}
        for code in sorted(raised.codes):
            wanted = set[str]().union(*_placeholders(table[code]))
            missing += [f"{raised.where}: {code} wants {fact}" for fact in sorted(wanted - given)]
    assert not missing


@pytest.mark.parametrize("code", sorted(PROBLEMS.keys() | REFUSALS.keys()))
def test_a_sentence_is_one_sentence_in_both_languages(code: str) -> None:
    for text in PROBLEMS.get(code, REFUSALS.get(code, ("", ""))):
        assert text.endswith((".", "…")), text
        assert text[0].isupper() or text[0] in "“{", text


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_of_ours_are_written_as_the_language_writes_them(language: str) -> None:
    problem = Problem("answer.above_maximum", {"value": "2000", "most": "1234.5", "label": "Số hộ"})
    shown = {"vi": "1.234,5", "en": "1,234.5"}[language]
    assert shown in problem_text(problem, language)  # type: ignore[arg-type]
    assert "“2000”" in problem_text(problem, language)  # type: ignore[arg-type]


def test_a_likeness_is_only_mentioned_where_there_is_one() -> None:
    facts = {"key": "6.6x", "set": "s", "shown": "s.yaml", "like": ""}
    assert refusal_text("row.unknown", facts) == (
        "Bộ “s” không có dòng “6.6x”: xem các dòng bằng “chamdiem show s.yaml”."
    )
    assert "(alike: 6.6)" in refusal_text("row.unknown", {**facts, "like": "6.6"}, "en")


def test_a_cell_without_a_label_is_called_a_cell() -> None:
    problem = Problem("answer.not_yes_no", {"value": "maybe", "label": ""})
    assert "“ô này”" in problem_text(problem)


def test_long_values_are_cut_and_put_on_one_line() -> None:
    text = problem_text(Problem("schema.not_a_number", {"value": "x\n" * 500}))
    assert "\n" not in text
    assert len(text) < 400

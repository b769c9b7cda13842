"""Every code that the web product refuses with has a sentence, and no sentence lacks a code."""

from __future__ import annotations

import ast
import string
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import chamdiem
from chamdiem.core.sentences.problems import PROBLEMS, REFUSALS
from chamdiem.errors import Conflict
from chamdiem.web import refusals
from chamdiem.web.refusals import SENTENCES, refusal_sentence

SOURCE = Path(chamdiem.__file__).parent
# These have sentences of their own in the core.
BELOW_WEB = {"core", "library", "office", "annex", "analysis", "cli", "errors.py"}
KINDS = {"Refused", "NotFound", "NotAllowed", "WrongStage", "Incomplete", "Conflict", "Problem", "Verdict"}


def test_every_code_raised_in_an_app_has_a_sentence() -> None:
    raised = set(_raised())
    assert "page.not_found" in dict(raised)
    assert not {f"{place}: {code}" for code, place in raised if code not in SENTENCES}


def test_no_sentence_is_left_over() -> None:
    ours = set(SENTENCES) - set(PROBLEMS) - set(REFUSALS)
    assert not ours - set(_literals())


def test_no_code_has_two_sentences_of_which_one_is_never_shown() -> None:
    modules = [import_module(f"{refusals.__name__}.{each.name}") for each in iter_modules(refusals.__path__)]
    tables = [PROBLEMS, REFUSALS, *(each.SENTENCES for each in modules if hasattr(each, "SENTENCES"))]
    times = Counter(code for table in tables for code in table)
    assert not {code for code, count in times.items() if count > 1}
    assert set(times) == set(SENTENCES)


@pytest.mark.parametrize("code", sorted(set(SENTENCES) - set(PROBLEMS) - set(REFUSALS)))
def test_both_languages_name_the_same_facts(code: str) -> None:
    vietnamese, english = SENTENCES[code]
    assert _facts(vietnamese) == _facts(english)


@pytest.mark.parametrize("code", sorted(set(SENTENCES) - set(PROBLEMS) - set(REFUSALS)))
def test_a_sentence_ends_as_one(code: str) -> None:
    assert all(text.rstrip().endswith((".", "?", "!")) for text in SENTENCES[code])


def test_a_missing_fact_leaves_a_gap_and_breaks_no_page() -> None:
    assert refusal_sentence(Conflict("export.too_large", rows="7")).startswith("Danh sách có 7 dòng")


def test_the_finder_sees_a_code_however_it_is_raised() -> None:
    lines = (
        'raise NotFound("a.b")',
        'raise errors.Conflict("c.d", x=1)',
        'append(Problem("e.f"))',
        "NotFound(code)",
    )
    assert list(codes(ast.parse("\n".join(lines)))) == ["a.b", "c.d", "e.f"]


def codes(tree: ast.AST) -> Iterator[str]:
    """The literal codes a module refuses with."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and _name(node.func) in KINDS:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _raised() -> Iterator[tuple[str, str]]:
    for path in sorted(SOURCE.rglob("*.py")):
        place = path.relative_to(SOURCE)
        if place.parts[0] not in BELOW_WEB:
            for code in codes(ast.parse(path.read_text(encoding="utf-8"))):
                yield code, place.as_posix()


def _literals() -> Iterator[str]:
    """Every text of the apps that may be a code: tables hand codes on, as ``workflow`` does."""
    for path in sorted(SOURCE.rglob("*.py")):
        place = path.relative_to(SOURCE)
        if place.parts[0] not in BELOW_WEB and place.parts[:2] != ("web", "refusals"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value


def _facts(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}

"""Every recorded action has a name people understand."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils.translation import override

from chamdiem.audit.fact_texts import FACTS, VALUES, fact_name, fact_text
from chamdiem.audit.texts import ACTIONS, action_name
from chamdiem.campaigns.models import Campaign
from chamdiem.campaigns.workflow import ACTIONS as STEPS

RECORDERS = {"record_event", "record", "_record"}
SOURCE = Path(__file__).parents[2] / "src" / "chamdiem"


def _recorded(tree: ast.AST) -> Iterator[str]:
    """The actions given to ``record_event``, or to the ``record`` of an app before it, as patterns."""
    for node in _calls(tree, RECORDERS):
        for argument in _arguments(node):
            yield from filter(_is_action, _patterns(argument))


def _passed_on(tree: ast.AST) -> Iterator[str]:
    """The actions made of what a function of the module is given: by each of its calls."""
    for function in (each for each in ast.walk(tree) if isinstance(each, ast.FunctionDef)):
        given = [each.arg for each in (*function.args.args, *function.args.kwonlyargs)]
        for parameter, before in _made_of(function, given):
            for call in _calls(tree, {function.name}):
                words = [word.value for word in call.keywords if word.arg == parameter]
                place = given.index(parameter)
                words += call.args[place : place + 1] if place < len(function.args.args) else []
                found = (before + each for word in words for each in _patterns(word))
                yield from filter(_is_action, found)


def _made_of(function: ast.FunctionDef, given: list[str]) -> Iterator[tuple[str, str]]:
    """The parameters that become an action, each with what stands before it in the action."""
    for node in (each for each in ast.walk(function) if isinstance(each, ast.Call)):
        for argument in _arguments(node):
            match argument:
                case ast.Name(id="action") if "action" in given:
                    yield "action", ""
                case ast.JoinedStr(
                    values=[ast.Constant(value=str(before)), ast.FormattedValue(value=ast.Name(id=name))]
                ):
                    if name in given and re.fullmatch(r"\w+\.", before):
                        yield name, re.escape(before)


def _is_action(pattern: str) -> bool:
    return re.match(r"\w+\\\.", pattern) is not None


def _calls(tree: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in names:
            yield node


def _arguments(call: ast.Call) -> list[ast.expr]:
    return [*call.args, *(word.value for word in call.keywords)]


def _patterns(action: ast.expr) -> Iterator[str]:
    match action:
        case ast.Constant(value=str(text)):
            yield re.escape(text)
        case ast.JoinedStr(values=parts):
            yield "".join(
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w.]+" for part in parts
            )
        case ast.IfExp(body=body, orelse=orelse):
            yield from _patterns(body)
            yield from _patterns(orelse)


def _nameless(tree: ast.AST) -> list[str]:
    return [
        pattern
        for pattern in dict.fromkeys((*_recorded(tree), *_passed_on(tree)))
        if not any(re.fullmatch(pattern, action) for action in ACTIONS)
    ]


def _trees() -> Iterator[tuple[Path, ast.AST]]:
    for path in SOURCE.rglob("*.py"):
        if "record" in (text := path.read_text(encoding="utf-8")) and re.search(r"\brecord(_event)?\(", text):
            yield path.relative_to(SOURCE), ast.parse(text)


def test_every_recorded_action_has_a_name() -> None:
    assert not [f"{path}: {pattern}" for path, tree in _trees() for pattern in _nameless(tree)]


def test_actions_handed_on_are_found() -> None:
    module = """
def keep(desk, action): record(desk, action)
def save(name, *, to): keep(desk, f"assessment.{name}")
save("nothing", to=1)
keep(desk, "assessment.unheard_of")
"""
    assert set(_nameless(ast.parse(module))) == {r"assessment\.nothing", r"assessment\.unheard_of"}


def test_every_step_of_a_campaign_has_a_name() -> None:
    # Their names are made of the action, which the test above takes for any.
    assert {f"campaign.{each.name}" for each in STEPS.values() if each.leads_to} <= ACTIONS.keys()


# What recorders take besides facts.
ABOUT = {"action", "actor", "at", "campaign_id", "now", "organisation_path", "subject"}


def _facts(tree: ast.AST) -> set[str]:
    """The facts given by name to a recorder."""
    return {
        str(word.arg)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in RECORDERS
        for word in node.keywords
        if word.arg and word.arg not in ABOUT
    }


def test_every_recorded_fact_has_a_name() -> None:
    nameless = {
        f"{path.relative_to(SOURCE)}: {fact}"
        for path in SOURCE.rglob("*.py")
        for fact in _facts(ast.parse(path.read_text(encoding="utf-8")))
        if fact not in FACTS
    }
    assert not nameless
    assert _facts(ast.parse("record(a, 'b.c', now=n, code=d); other(x=1)")) == {"code"}


@pytest.mark.parametrize(
    ("fact", "value", "words", "english"),
    [
        ("until", "2026-11-30", "30/11/2026", "30/11/2026"),
        ("state", "done", "đã hoàn thành", "done"),
        ("name", "done", "done", "done"),
        ("criteria", ["1.1", "1.2"], "1.1, 1.2", "1.1, 1.2"),
        ("changed", ["due_on", "office"], "hạn, phòng", "due on, office"),
        ("changed", ["Phòng A", "Phòng B"], "Phòng A → Phòng B", "Phòng A → Phòng B"),
        (
            "changed",
            {"state": ["planned", None]},
            "trạng thái chưa bắt đầu → (trống)",
            "state planned → (empty)",
        ),
        ("typed", "2026-13-31", "2026-13-31", "2026-13-31"),
        ("before", "2026-11-30", "30/11/2026", "30/11/2026"),
        ("also_known_as", [[], ["A", "B"]], "(trống) → A, B", "(empty) → A, B"),
        ("points", "1.5", "1,5", "1.5"),
        ("points", "1/3", "1/3", "1/3"),
        ("points", ["1.25", "2"], "1,25 → 2", "1.25 → 2"),
        ("typed", "1.5", "1.5", "1.5"),
        ("from", "closing", "đang chốt", "being closed"),
        ("to", "ruling", "hội đồng xem xét", "ruling"),
        (
            "code",
            "results.disputes_unruled",
            "còn nội dung hội đồng chưa kết luận",
            "disputes without a ruling",
        ),
        (
            "code",
            "does_not_prove",
            "Không chứng minh được số liệu kê khai",
            "Does not prove the figure declared",
        ),
        ("code", "SYT", "SYT", "SYT"),
        ("is_demanded", True, "có", "yes"),
        ("applies", False, "không", "no"),
        ("days", 3, "3", "3"),
        (
            "after",
            {"verdict": "accepted", "points": None},
            "kết luận chấp nhận; điểm (trống)",
            "verdict accepted; points (empty)",
        ),
    ],
)
def test_facts_are_in_words_in_the_language_of_the_page(
    fact: str, value: object, words: str, english: str
) -> None:
    assert fact_text(fact, value) == words
    with override("en"):
        assert fact_text(fact, value) == english


def test_a_code_that_says_why_is_called_a_reason() -> None:
    assert fact_name("code", "does_not_prove") == "lý do"
    assert fact_name("code", "SYT") == "mã"


def test_every_stage_of_a_campaign_has_a_name() -> None:
    assert set(Campaign.Status.values) <= VALUES.keys()


def test_a_fact_without_a_name_shows_its_own() -> None:
    assert fact_name("strange") == "strange"


def test_the_finder_sees_plain_composed_and_chosen_actions() -> None:
    calls = ('record_event(action="a.b", x="no")', 'x.record(y, f"a.{b}")', 'other("a.c")')
    code = "; ".join((*calls, '_record(action="c.d" if d else "e.f")'))
    assert list(_recorded(ast.parse(code))) == [r"a\.b", r"a\.[\w.]+", r"c\.d", r"e\.f"]


def test_both_languages_are_filled_in_and_differ() -> None:
    assert all(vi and en and vi != en for vi, en in (*ACTIONS.values(), *VALUES.values()))
    assert all(vi and en and vi != en for vi, en in FACTS.values())


def test_the_name_is_in_the_language_of_the_page() -> None:
    assert action_name("person.sign_in") == "Đăng nhập"
    with override("en"):
        assert action_name("person.sign_in") == "Signed in"


def test_an_action_without_a_name_shows_its_code() -> None:
    assert action_name("test.done") == "test.done"

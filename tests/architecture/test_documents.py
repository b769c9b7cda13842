"""The documents say what is there: targets, floors, glossary, decisions and links."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

import chamdiem

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "chamdiem"

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)")


def test_every_make_target_is_explained_in_the_readme_and_exists() -> None:
    phony = re.search(r"^\.PHONY:(.*)$", _read("Makefile"), re.MULTILINE)
    assert phony is not None
    assert _make_commands(_read("README.md")) == set(phony[1].split())


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_no_document_names_a_make_target_that_does_not_exist(document: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", _read("Makefile"), re.MULTILINE))
    assert _make_commands(document.read_text(encoding="utf-8")) <= targets


def test_make_commands_are_read_from_code_and_not_from_prose() -> None:
    text = "They make sense. Run `make test`.\n```\nmake demo   # and make sure\n```\n"
    assert _make_commands(text) == {"test", "demo"}


def test_every_floor_that_exists_has_a_paragraph_in_the_architecture() -> None:
    paragraphs = set(re.findall(r"^\*\*`(\w+)`\*\*", _read("ARCHITECTURE.md"), re.MULTILINE))
    assert _floors(built=True) <= paragraphs
    assert paragraphs <= _floors(built=True) | _floors(built=False)


def test_a_floor_stands_in_parentheses_exactly_as_long_as_it_is_not_built() -> None:
    packages = {
        path.stem for path in SOURCE.iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert _floors(built=True) == packages - {"__init__", "__main__"}
    assert not _floors(built=False) & packages


def test_every_glossary_word_marked_as_built_is_in_the_code() -> None:
    known = _identifiers()
    built = [row for row in _glossary() if row[3] == "yes"]
    assert built
    assert not {name for row in built for name in _names(row[1]) if not _is_known(name, known)}


def test_every_glossary_word_marked_as_data_is_a_word_of_the_set_format() -> None:
    editions = [path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.yaml")]
    known = _literals() | set(re.findall(r"\w+", "\n".join(editions)))
    assert not {name for row in _glossary() if row[3] == "data" for name in _names(row[1])} - known


def test_every_glossary_row_says_whether_it_is_built() -> None:
    assert {row[3] for row in _glossary()} <= {"yes", "data", "later"}


def test_no_word_stands_twice_in_the_glossary() -> None:
    words = [row[1] for row in _glossary()]
    assert sorted(words) == sorted(set(words))


def test_decisions_are_numbered_without_gaps_and_by_their_title() -> None:
    paths = sorted((ROOT / "docs" / "decisions").glob("*.md"))
    titles = [re.match(r"# (\d+)\. ", path.read_text(encoding="utf-8")) for path in paths]
    assert [path.name[:5] for path in paths] == [f"{number:04}-" for number in range(1, len(paths) + 1)]
    assert [title and int(title[1]) for title in titles] == list(range(1, len(paths) + 1))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(document: Path) -> None:
    prose = FENCED.sub("", document.read_text(encoding="utf-8"))
    files = [target.partition("#")[0] for target in LINK.findall(prose) if "://" not in target]
    assert not [target for target in files if not (document.parent / target).exists()]


def test_every_document_is_in_the_index() -> None:
    index = _read("docs/README.md")
    folder = ROOT / "docs"
    names = {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")} - {"README.md"}
    assert not {name for name in names if f"]({name})" not in index}


def test_the_version_is_the_same_wherever_it_stands() -> None:
    assert chamdiem.__version__ == tomllib.loads(_read("pyproject.toml"))["project"]["version"]
    assert f"## {chamdiem.__version__}" in _read("CHANGELOG.md")


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _make_commands(text: str) -> set[str]:
    """Targets of the make commands written as code."""
    return {
        target
        for code in CODE.findall(text)
        for target in re.findall(r"^\s*`?(?:\$ )?make ([a-z-]+)", code, re.MULTILINE)
    }


def _floors(*, built: bool) -> set[str]:
    contracts = tomllib.loads(_read("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    (floors,) = (contract for contract in contracts if contract["id"] == "floors")
    names = [name.strip() for layer in floors["layers"] for name in layer.split("|")]
    return {name.strip("()") for name in names if name.startswith("(") != built}


def _glossary() -> list[list[str]]:
    """Cells of the table: Vietnamese, identifiers, English, whether built, why."""
    lines = [line for line in _read("docs/glossary.md").splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]
    assert all(len(row) == 5 for row in rows)
    return rows


def _names(cell: str) -> list[str]:
    """Identifiers in a cell; ``Row.level`` counts as two."""
    return [part for code in re.findall(r"`([^`]+)`", cell) for part in code.removesuffix("()").split(".")]


def _is_known(name: str, known: set[str]) -> bool:
    if name.endswith("_"):
        return any(other.startswith(name) for other in known)
    return name in known


def _identifiers() -> set[str]:
    """Names that the code defines: classes, functions, arguments, fields and variables."""
    names: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef | ast.FunctionDef):
                names.add(node.name)
            elif isinstance(node, ast.arg):
                names.add(node.arg)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                names.add(node.id)
    return names


def _literals() -> set[str]:
    """Words the code accepts as data: every string literal."""
    return {
        node.value
        for path in SOURCE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }

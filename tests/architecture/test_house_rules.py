"""House rules that no ready-made linter keeps. Each finder is first shown a fault it must see."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "chamdiem"

CORE_MAY_IMPORT = sys.stdlib_module_names | {"numpy", "chamdiem"}
JUNK_DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "base"}
MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 60
# Made-up figures, and places on a printed page.
ROUNDS_NO_POINTS = {("samples",), ("annex", "reading")}
MACHINE_PATH = re.compile(r"(?<![\w.:/-])/(?:work|tmp|root|home)/\w")
INDEX_HOST = re.compile(r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|deb\.debian\.org")


def test_core_imports_only_the_standard_library_and_numpy() -> None:
    strangers = {
        f"{_name(path)}: {package}"
        for path, tree in _modules(SOURCE / "core")
        for package in imported_packages(tree)
        if package not in CORE_MAY_IMPORT
    }
    assert not strangers


def test_no_module_is_a_junk_drawer() -> None:
    assert not {_name(path) for path, _ in _modules(SOURCE) if is_junk_drawer(path.relative_to(SOURCE))}


def test_no_file_is_longer_than_a_reader_bears() -> None:
    lengths = {
        _name(path): len(path.read_text(encoding="utf-8").splitlines()) for path, _ in _modules(SOURCE)
    }
    assert not {name: lines for name, lines in lengths.items() if lines > MOST_LINES_OF_A_FILE}


def test_no_function_is_longer_than_a_screen() -> None:
    lengths = {
        f"{_name(path)}: {function.name}": lines_without_docstring(function)
        for path, tree in _modules(SOURCE)
        for function in functions(tree)
    }
    assert not {name: lines for name, lines in lengths.items() if lines > MOST_LINES_OF_A_FUNCTION}


def test_points_are_never_floats_outside_the_arrays() -> None:
    # core/matrix computes with floats on purpose; docs/scoring.md argues why they stay exact there.
    floats = {
        f"{_name(path)}:{line}"
        for path, tree in _modules(SOURCE / "core")
        if path.parent.name != "matrix"
        for line in float_literals(tree)
    }
    assert not floats


def test_points_and_shares_are_rounded_in_the_core_only() -> None:
    # `round` rounds halves to even, and a float is beside its half: 61,125 % became 61,12.
    rounded = {
        f"{_name(path)}:{line}"
        for path, tree in _modules(SOURCE)
        if path.relative_to(SOURCE).parts[:-1] not in ROUNDS_NO_POINTS
        for line in inexact_roundings(tree)
    }
    assert not rounded, "round half up with chamdiem.core.points: decimal() or Rounding"


def test_no_committed_file_names_a_machine_path() -> None:
    assert not list(_lines_with(MACHINE_PATH))


def test_no_committed_file_names_a_package_index() -> None:
    assert not list(_lines_with(INDEX_HOST))


# --- each finder sees a planted fault -----------------------------------------------------


@pytest.mark.parametrize(
    "code", ["import yaml", "import yaml.nodes as n", "from yaml import x", "def f():\n    import yaml"]
)
def test_a_stranger_is_seen_however_it_is_imported(code: str) -> None:
    assert set(imported_packages(ast.parse(code))) == {"yaml"}


@pytest.mark.parametrize("path", ["core/utils.py", "core/common/points.py", "core/helpers/__init__.py"])
def test_a_junk_drawer_is_seen_as_file_and_as_folder(path: str) -> None:
    assert is_junk_drawer(Path(path))


def test_the_docstring_does_not_count_as_length() -> None:
    (function,) = functions(ast.parse('def f():\n    """One.\n\n    Two.\n    """\n    return 1\n'))
    assert lines_without_docstring(function) == 2


def test_a_float_is_seen_and_text_is_not() -> None:
    assert list(float_literals(ast.parse('a = 1\nb = "0.1"\nc = -0.1\n'))) == [3]


@pytest.mark.parametrize(
    "code", ["round(x, 2)", 'f"{float(x):.2f}"', 'f"{float(x) * 100:g}"', 'format(float(x), ".2f")']
)
def test_an_inexact_rounding_is_seen(code: str) -> None:
    assert list(inexact_roundings(ast.parse(code))) == [1]


@pytest.mark.parametrize("code", ["rounding.round(x)", 'f"{float(x)}"', 'f"{size / 1e6:.1f}"'])
def test_what_rounds_nothing_of_points_is_let_be(code: str) -> None:
    assert not list(inexact_roundings(ast.parse(code)))


@pytest.mark.parametrize("folder", ["work", "tmp", "root", "home"])
def test_a_machine_path_is_seen(folder: str) -> None:
    assert MACHINE_PATH.search(f"see `/{folder}/x`")
    assert not MACHINE_PATH.search(f"https://example.gov.vn/{folder}/x and ./{folder}/x")


def test_a_package_index_is_seen() -> None:
    assert INDEX_HOST.search("--index-url https://" + "pypi." + "org/x")


# --- the finders --------------------------------------------------------------------------


def imported_packages(tree: ast.AST) -> Iterator[str]:
    """Top-level names of everything imported, anywhere in a module."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0] if node.level == 0 else "chamdiem"


def is_junk_drawer(path: Path) -> bool:
    """Whether a file or a folder on the way to it says nothing about what it holds."""
    return not JUNK_DRAWERS.isdisjoint(path.with_suffix("").parts)


def functions(tree: ast.AST) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a module."""
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def lines_without_docstring(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many lines a function has, its docstring left out."""
    docstring = function.body[0] if ast.get_docstring(function, clean=False) is not None else None
    return _span(function) - (_span(docstring) if docstring else 0)


def float_literals(tree: ast.AST) -> Iterator[int]:
    """The lines on which a float stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, float):
            yield node.lineno


def inexact_roundings(tree: ast.AST) -> Iterator[int]:
    """The lines that call the built-in ``round``, or write something made a float with so many digits."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            is_written = _calls(node, "format") and len(node.args) > 1
        elif isinstance(node, ast.FormattedValue):
            is_written = node.format_spec is not None
        else:
            continue
        if _calls(node, "round") or (is_written and any(_calls(each, "float") for each in ast.walk(node))):
            yield node.lineno


def _calls(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name


def _span(node: ast.stmt) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _modules(folder: Path) -> list[tuple[Path, ast.Module]]:
    paths = sorted(folder.rglob("*.py"))
    assert paths, f"nothing to look at in {folder}"
    return [(path, _parsed(path)) for path in paths]


@cache
def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _lines_with(pattern: re.Pattern[str]) -> Iterator[str]:
    for path in _committed_files():
        text = path.read_text(encoding="utf-8", errors="ignore")
        yield from (
            f"{_name(path)}:{number}"
            for number, line in enumerate(text.splitlines(), start=1)
            if pattern.search(line)
        )


def _committed_files() -> Iterable[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607  git is wherever the machine keeps it
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    paths = [ROOT / name for name in listed.stdout.split("\0") if name]
    assert paths, "git lists no files"
    return [path for path in paths if path.is_file()]

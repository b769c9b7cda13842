"""YAML → ``Marked`` values → indicator set.

Every scalar is text: ``1.10`` stays ``1.10``, ``no`` stays ``no``. Anchors,
tags and repeated keys are refused: a set file says everything once, in place.
"""

from __future__ import annotations

from pathlib import Path

import yaml

from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.loading import load_set
from chamdiem.core.plain_data import Marked
from chamdiem.errors import Invalid, InvalidIndicatorSet, Place, Problem

MOST_BYTES = 5_000_000
MOST_DEPTH = 40

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_set(path: Path) -> IndicatorSet:
    """Read a set file.

    Raises:
        InvalidIndicatorSet: Not readable, or wrong; carries every problem.
    """
    return read_set_text(file_text(path), path.name)


def read_set_text(text: str, file: str = "") -> IndicatorSet:
    """Read a set from YAML text; ``file`` names it in problems."""
    return load_set(read_marked(text, file), file)


def file_text(path: Path, refusal: type[Invalid] = InvalidIndicatorSet) -> str:
    """The text of a file; ``refusal`` is raised where there is none to read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise _invalid(refusal, "file.unreadable", path.name, why=type(error).__name__) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _invalid(refusal, "file.not_utf8", path.name, at=str(error.start)) from error


def read_marked(text: str, file: str = "", refusal: type[Invalid] = InvalidIndicatorSet) -> Marked:
    """YAML text as ``Marked`` values.

    Raises:
        Invalid: Of the kind ``refusal``. The text is not YAML, too large, or uses what files may not.
    """
    if len(text) > MOST_BYTES:
        raise _invalid(refusal, "file.too_large", file, most=str(MOST_BYTES))
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise _invalid(refusal, "yaml.unreadable", file, line, why=str(error.problem)) from None
    except yaml.YAMLError as error:
        raise _invalid(refusal, "yaml.unreadable", file, why=type(error).__name__) from None
    except RecursionError:
        raise _invalid(refusal, "yaml.too_deep", file) from None
    if node is None:
        raise _invalid(refusal, "file.empty", file)
    problems: list[Problem] = []
    marked = _marked(node, problems, 0, set())
    if problems:
        raise refusal([problem.at(file=file) for problem in problems])
    return marked


def _marked(node: yaml.Node, problems: list[Problem], depth: int, seen: set[int]) -> Marked:
    line = node.start_mark.line + 1
    if depth > MOST_DEPTH or id(node) in seen:
        code = "yaml.too_deep" if depth > MOST_DEPTH else "yaml.anchor"
        problems.append(Problem(code, {}, Place(line=line)))
        return Marked("", line)
    if isinstance(node, yaml.ScalarNode):
        return Marked(node.value, line)
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        return Marked([_marked(each, problems, depth + 1, seen) for each in node.value], line)
    return Marked(_entries(node, problems, depth, seen), line)


def _entries(node: yaml.Node, problems: list[Problem], depth: int, seen: set[int]) -> dict[str, Marked]:
    entries: dict[str, Marked] = {}
    for name, value in node.value:
        line = name.start_mark.line + 1
        if not isinstance(name, yaml.ScalarNode):
            problems.append(Problem("yaml.key_not_text", {}, Place(line=line)))
        elif name.value in entries:
            problems.append(Problem("yaml.repeated_key", {"key": name.value}, Place(line=line)))
        else:
            entries[name.value] = _marked(value, problems, depth + 1, seen)
    return entries


def _invalid(refusal: type[Invalid], code: str, file: str, line: int = 0, **facts: str) -> Invalid:
    return refusal([Problem(code, facts, Place(file=file, line=line))])

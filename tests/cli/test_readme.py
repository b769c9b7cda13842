"""The README shows what the program really prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from chamdiem.cli import picture
from chamdiem.cli.application import COMMANDS
from tests.cli.calling import call

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = CONSOLE.findall(README)


def _steps(block: str) -> Iterator[tuple[str, str]]:
    """Commands and what stands below each."""
    for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = step.partition("\n")
        yield command, output


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block.partition("\n")[0])
def test_every_command_in_the_readme_prints_what_stands_below_it(
    block: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for command, output in _steps(block):
        program, *arguments = command.split()
        if program == "cat":
            Path(arguments[0]).write_text(output, encoding="utf-8")
            continue
        called = call(*arguments)
        assert (called.out + called.err).rstrip() == output.rstrip()


def test_the_readme_has_such_blocks() -> None:
    assert len(BLOCKS) >= 4


def test_every_command_is_in_the_table_and_the_table_has_no_other() -> None:
    assert re.findall(r"^\| `chamdiem (\w+)", README, re.MULTILINE) == list(COMMANDS)


def test_the_picture_is_what_the_program_prints() -> None:
    assert (ROOT / "docs" / "pictures" / picture.PICTURE).read_text(encoding="utf-8") == picture.draw()
    assert f"docs/pictures/{picture.PICTURE}" in README


def test_the_picture_fetches_nothing() -> None:
    drawn = picture.draw()
    assert "@font-face" not in drawn
    assert "url(http" not in drawn

"""The picture in the README: what the command really prints, as SVG.

``python -m chamdiem.cli.picture docs/pictures`` draws it again.
"""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Sequence
from contextlib import chdir, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.text import Text

from chamdiem.cli.application import main as run

WIDTH = 100
PICTURE = "score.svg"
_SET = "chuprong-2023"
_FIGURES = "chamdiem-vi-du-so-lieu.csv"
# Run first, and not shown: it makes the figures.
_BEFORE = ("demo", _SET)
SHOWN: tuple[tuple[str, ...], ...] = (
    ("score", _SET, _FIGURES),
    ("explain", _SET, "6.6", "--input", "a=185008", "--input", "b=66140", "--input", "c=46252"),
)
# The letters of the reader's own machine: a document fetches nothing.
_FONTS = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


class _Terminal(io.StringIO):
    """Takes colours, as a terminal does."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def draw() -> str:
    """The picture: the commands and what they print."""
    screen = Console(
        width=WIDTH, record=True, file=io.StringIO(), force_terminal=True, color_system="truecolor"
    )
    with TemporaryDirectory() as folder, chdir(folder):
        _output(_BEFORE)
        for place, arguments in enumerate(SHOWN):
            if place:
                screen.print()
            screen.print(Text(f"$ chamdiem {' '.join(arguments)}", style="bold green"))
            screen.print(Text.from_ansi(_output(arguments)), end="")
    picture = screen.export_svg(title="chamdiem", unique_id="chamdiem")
    return _FONTS.sub("", picture).replace("Fira Code", "DejaVu Sans Mono")


def _output(arguments: Sequence[str]) -> str:
    """What a command prints on a terminal, in Vietnamese."""
    target = _Terminal()
    terminal = {"TERM": "xterm-256color", "COLUMNS": str(WIDTH), "CHAMDIEM_LANG": "vi", "NO_COLOR": ""}
    before = dict(os.environ)
    os.environ.update(terminal)
    try:
        with redirect_stdout(target):
            run(list(arguments))
    finally:
        os.environ.clear()
        os.environ.update(before)
    return target.getvalue()


def main(folder: Path) -> None:
    """Draw the picture into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / PICTURE).write_text(draw(), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

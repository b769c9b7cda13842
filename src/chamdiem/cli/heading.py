"""What stands above a criterion that is worked out: its name, who shares its points, its rule."""

from __future__ import annotations

from rich.text import Text

from chamdiem.cli.screen import console, indented
from chamdiem.cli.session import Session
from chamdiem.cli.words import WORDS
from chamdiem.core.criterion import Criterion
from chamdiem.core.indicator_set import Row
from chamdiem.core.sentences import rule_sentence


def print_heading(criterion: Criterion, sharing: Row | None, session: Session) -> None:
    """Number, name and rule; first of all that the row asked for has only the points of this one."""
    screen = console()
    if sharing is not None:
        told = session.say(
            WORDS["asked_shares"], row=sharing.label, name=sharing.correct_name, other=criterion.label
        )
        screen.print(Text(told, style="yellow"))
    screen.print(Text(f"{criterion.label}  {criterion.row.correct_name}", style="bold"))
    screen.print(indented(rule_sentence(criterion, session.language, with_labels=True), 1, "dim"))

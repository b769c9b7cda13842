"""Arguments and options that several commands share; their help stands in ``help_texts``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from chamdiem.cli.speaking import SpokenCommand
from chamdiem.core.sentences import LANGUAGES

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def spoken(name: str) -> Callable[[Callable[..., Any]], click.Command]:
    """A command that speaks and knows ``--lang``; its function gets the session first."""

    def decorate(function: Callable[..., Any]) -> click.Command:
        return click.command(name, cls=SpokenCommand)(language_option(click.pass_obj(function)))

    return decorate


# The session has looked for it already; here it is only checked.
language_option: Decorator = click.option(
    "--lang", type=click.Choice(LANGUAGES), metavar="vi|en", expose_value=False, is_eager=True
)
json_option: Decorator = click.option("--json", "as_json", is_flag=True)
set_argument: Decorator = click.argument("set_name", metavar="SET")
criterion_argument: Decorator = click.argument("criterion", metavar="CRITERION")
answers_argument: Decorator = click.argument("answers", metavar="ANSWERS", type=click.Path(path_type=Path))


def output_option(*, required: bool = False) -> Decorator:
    """``-o FILE``."""
    return click.option("-o", "--output", metavar="FILE", type=click.Path(path_type=Path), required=required)

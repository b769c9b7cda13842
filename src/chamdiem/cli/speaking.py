"""Commands whose help is written in the language of the session."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

import click

from chamdiem.cli.help_texts import EXAMPLES, HELP, help_text
from chamdiem.cli.session import Session
from chamdiem.core.sentences import LANGUAGES

_HELP_OPTIONS = ("-h", "--help")


class ExtraArguments(click.UsageError):
    """More arguments than the command takes."""

    def __init__(self, extra: list[str], ctx: click.Context) -> None:
        self.extra = extra
        super().__init__(" ".join(extra), ctx)


class SpokenCommand(click.Command):
    """A command that looks its help up in the table of texts."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As ever; superfluous arguments are an error we can put into words."""
        ctx.allow_extra_args = True
        super().parse_args(ctx, args)
        if ctx.args:
            raise ExtraArguments(ctx.args, ctx)
        return ctx.args

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Usage, what it does, arguments, options, examples."""
        session = ctx.find_object(Session) or Session()
        name = str(self.name)
        _write_head(self, ctx, formatter, session, help_text(name))
        arguments = [each for each in self.get_params(ctx) if isinstance(each, click.Argument)]
        _write_list(
            formatter, session, "arguments", ((_metavar(x), help_text(name, str(x.name))) for x in arguments)
        )
        _write_list(formatter, session, "options", _options(self, ctx))
        with formatter.section(session.say(HELP["examples"])):
            for example in EXAMPLES[name]:
                formatter.write(f"{'':>{formatter.current_indent}}{example}\n")
        after = HELP.get(f"{name}.after")
        if after is not None:
            formatter.write_paragraph()
            formatter.write_text(session.say(after))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``-h`` as well as ``--help``."""
        ctx.help_option_names = list(_HELP_OPTIONS)
        return super().get_help_option(ctx)


class SpokenGroup(click.Group):
    """The program: its commands are loaded when they are called, each from a module of its own."""

    def __init__(self, name: str, modules: Mapping[str, str], **settings: object) -> None:
        super().__init__(name, **settings)  # type: ignore[arg-type]  # passed on as they come
        self._modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  the contract
        """In the order in which one meets them, not by the alphabet."""
        return list(self._modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  the contract
        """The command of that name; None when there is none."""
        if cmd_name not in self._modules:
            return None
        command: click.Command = import_module(self._modules[cmd_name]).command
        return command

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Usage, what it is for, options, all commands."""
        session = ctx.find_object(Session) or Session()
        _write_head(self, ctx, formatter, session, help_text(str(self.name)))
        _write_list(formatter, session, "commands", ((name, help_text(name)) for name in self._modules))
        _write_list(formatter, session, "options", _options(self, ctx))
        formatter.write_paragraph()
        formatter.write_text(session.say(HELP["chamdiem.after"]))

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """``-h`` as well as ``--help``."""
        ctx.help_option_names = list(_HELP_OPTIONS)
        return super().get_help_option(ctx)


def _usage(command: click.Command, ctx: click.Context) -> Iterator[str]:
    for piece in command.collect_usage_pieces(ctx):
        yield from piece.replace("[COMMAND]", "COMMAND").split(" ")


def _write_head(
    command: click.Command,
    ctx: click.Context,
    formatter: click.HelpFormatter,
    session: Session,
    text: tuple[str, str],
) -> None:
    words = {"[OPTIONS]": "usage_options", "COMMAND": "usage_command", "[ARGS]...": "usage_arguments"}
    pieces = (session.say(HELP[words[piece]]) if piece in words else piece for piece in _usage(command, ctx))
    usage = " ".join(pieces)
    formatter.write_usage(ctx.command_path, usage, f"{session.say(HELP['usage'])} ")
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(session.say(text))


def _write_list(
    formatter: click.HelpFormatter,
    session: Session,
    heading: str,
    entries: Iterator[tuple[str, tuple[str, str]]],
) -> None:
    rows = [(name, text[LANGUAGES.index(session.language)]) for name, text in entries]
    if rows:
        with formatter.section(session.say(HELP[heading])):
            formatter.write_dl(rows)


def _options(command: click.Command, ctx: click.Context) -> Iterator[tuple[str, tuple[str, str]]]:
    for option in command.get_params(ctx):
        if not isinstance(option, click.Option):
            continue
        names = ", ".join(sorted(option.opts, key=len))
        is_help = "--help" in option.opts
        value = "" if option.is_flag or is_help else f" {_metavar(option)}"
        yield f"{names}{value}", help_text(str(command.name), "help" if is_help else str(option.name))


def _metavar(parameter: click.Parameter) -> str:
    return parameter.metavar or str(parameter.name).upper()

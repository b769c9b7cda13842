"""The program: finds the command, and turns every refusal into sentences and an exit code."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence

import click

from chamdiem import __version__
from chamdiem.cli import reporting
from chamdiem.cli.options import language_option
from chamdiem.cli.session import Session, session_of
from chamdiem.cli.speaking import SpokenGroup
from chamdiem.errors import Invalid, Refused

FINE, FOUND, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130

# A module cannot be called as the word "import" of Python.
_MODULES = {"import": "importing"}
COMMANDS = {
    name: f"chamdiem.cli.{_MODULES.get(name, name)}"
    for name in (
        "library",
        "show",
        "lint",
        "compare",
        "import",
        "template",
        "score",
        "rank",
        "explain",
        "trial",
        "demo",
    )
}


def _show_version(ctx: click.Context, option: click.Parameter, value: bool) -> None:  # noqa: ARG001, FBT001  the contract
    if value:
        click.echo(f"chamdiem {__version__}")
        ctx.exit()


@click.pass_context
def _show_help(ctx: click.Context) -> None:
    """Without a command there is nothing to do but to list them."""
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


program = SpokenGroup(
    "chamdiem",
    COMMANDS,
    params=[
        click.Option(["--version"], is_flag=True, expose_value=False, is_eager=True, callback=_show_version)
    ],
    callback=_show_help,
    invoke_without_command=True,
)
# The option stands before the command as well as after it.
language_option(program)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command line; returns the exit code and never raises what is refused on purpose."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    session = session_of(given, os.environ)
    as_json = "--json" in given
    _speak_utf8()
    try:
        return _run(given, session)
    except click.UsageError as error:
        reporting.report_usage(error, session, as_json=as_json)
        return WRONG_USAGE
    except Invalid as error:
        reporting.report_invalid(error, session, as_json=as_json)
        return FOUND
    except Refused as error:
        reporting.report_refused(error, session, as_json=as_json)
        return WRONG_USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _close_output()
        return FINE
    except OSError as error:
        # Whatever else is read or written refuses in words of its own: this is the output itself.
        _close_output()
        reporting.report_refused(Refused("output.lost", why=type(error).__name__), session, as_json=False)
        return WRONG_USAGE


def _run(arguments: list[str], session: Session) -> int:
    try:
        with program.make_context("chamdiem", arguments, obj=session) as ctx:
            code = program.invoke(ctx)
    except click.exceptions.Exit as done:
        code = done.exit_code
    # What nobody reads any more is noticed here, not while Python shuts down.
    sys.stdout.flush()
    return code if isinstance(code, int) else FINE


def _speak_utf8() -> None:
    """Vietnamese needs UTF-8, whatever the machine's own encoding; nothing may fail to print."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _close_output() -> None:
    """Whoever read the output has gone; Python would complain once more while it shuts down."""
    sink = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sink, sys.stdout.fileno())

"""The program: finds the command, and turns every refusal into sentences and an exit code."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click

from chamdiem import __version__
from chamdiem.cli import reporting
from chamdiem.cli.options import language_option
from chamdiem.cli.session import Session, session_of
from chamdiem.cli.speaking import SpokenGroup
from chamdiem.errors import ChamdiemError, Invalid, Refused

_OBJECTS_BETWEEN = 200_000
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
    _prepare_streams()
    try:
        with _few_collections():
            return _run(given, session)
    except (click.UsageError, ChamdiemError) as error:
        return _tell(error, session, as_json="--json" in given)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _close_output()
        return FINE
    except OSError as error:
        # Whatever else is read or written refuses in words of its own: this is the output itself.
        _close_output()
        return _tell(Refused("output.lost", why=type(error).__name__), session, as_json=False)


def _tell(error: click.UsageError | ChamdiemError, session: Session, *, as_json: bool) -> int:
    """Say what is wrong; where nobody can be told, the exit code alone says it."""
    # With standard output closed there is standard error left.
    as_json = as_json and _is_open(sys.stdout)
    try:
        match error:
            case click.UsageError():
                reporting.report_usage(error, session, as_json=as_json)
            case Invalid():
                reporting.report_invalid(error, session, as_json=as_json)
            case Refused():
                reporting.report_refused(error, session, as_json=as_json)
        if as_json:
            sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        _close_output()
    return FOUND if isinstance(error, Invalid) else WRONG_USAGE


def _run(arguments: list[str], session: Session) -> int:
    if not _is_open(sys.stdout):
        # Said before any work, so that nothing is half done.
        raise Refused("output.lost", why="closed")
    try:
        with program.make_context("chamdiem", arguments, obj=session) as ctx:
            code = program.invoke(ctx)
    except click.exceptions.Exit as done:
        code = done.exit_code
    # What nobody reads any more is noticed here, not while Python shuts down.
    sys.stdout.flush()
    return code if isinstance(code, int) else FINE


@contextmanager
def _few_collections() -> Iterator[None]:
    """Look for cycles of garbage rarely: among a million cells that takes a third of all the time."""
    usual = gc.get_threshold()
    gc.set_threshold(_OBJECTS_BETWEEN, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def _prepare_streams() -> None:
    """Vietnamese needs UTF-8, whatever the machine's own encoding; nothing may fail to print."""
    if not _is_open(sys.stderr):
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  open to the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _is_open(stream: TextIO | None) -> bool:
    """Whether there is such a stream: Python has none where the shell has closed it (``>&-``)."""
    return stream is not None


def _close_output() -> None:
    """Whoever read the output has gone; Python would complain once more while it shuts down."""
    sink = os.open(os.devnull, os.O_WRONLY)
    for stream in filter(_is_open, (sys.stdout, sys.stderr)):
        try:
            stream.flush()
        except OSError:
            os.dup2(sink, stream.fileno())

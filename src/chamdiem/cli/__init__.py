"""The command ``chamdiem``: parses, calls the floors below, shows. One module for each command."""

from chamdiem.cli.application import main

__all__ = ["main"]

"""``python -m benchmarks.web NAME …``: run a program that needs the product's settings, in their environment.

A program is the function ``main`` of a module of this package. Its arguments are those of the
command line; it reads from standard input and prints what it found, as JSON.
"""

import sys
from importlib import import_module

import django

if __name__ == "__main__":
    django.setup()
    import_module(f"benchmarks.web.{sys.argv[1]}").main(*sys.argv[2:])

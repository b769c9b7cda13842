"""What a refused form has still to send is taken in, so that its browser reads the answer.

A form that is too large is refused before it was read. A server that then closes the line with
bytes of the form on their way resets it, and the browser shows a broken connection in place of the page.
"""

from __future__ import annotations

import time
from typing import Any

# Thrown away piece by piece, so this costs time and no memory; who sends more than that, or is
# silent, is no officer with a file that is too large.
MOST_BYTES = 1_000_000_000
MOST_SECONDS = 300
MOST_SILENT_SECONDS = 10
_PIECE = 65_536


def take_the_rest(worker: Any, req: Any, environ: Any, resp: Any) -> None:  # noqa: ARG001  gunicorn's names
    """Read and forget what is left of a request that was answered: gunicorn's ``post_request``."""
    line = req.unreader.sock
    until, left, patience = time.monotonic() + MOST_SECONDS, MOST_BYTES, line.gettimeout()
    line.settimeout(MOST_SILENT_SECONDS)
    try:
        while left > 0 and time.monotonic() < until and (piece := req.body.read(_PIECE)):
            left -= len(piece)
    except OSError:
        # Silent for too long, or gone: the server closes the line.
        return
    finally:
        line.settimeout(patience)

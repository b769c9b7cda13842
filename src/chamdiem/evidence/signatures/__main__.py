"""The process that ``apart`` starts: a task and a file come in, a verdict goes out."""

from __future__ import annotations

import json
import logging
import sys
from datetime import datetime

from chamdiem.evidence.confining import confine
from chamdiem.evidence.signatures.checking import check
from chamdiem.evidence.signatures.trust import Trust


def main() -> None:
    """Read a line of JSON and a PDF from standard input, write the verdict as JSON."""
    logging.disable(logging.CRITICAL)
    task = json.loads(sys.stdin.buffer.readline())
    limits = task["limits"]
    confine(memory_bytes=limits["memory_bytes"], processor_seconds=limits["processor_seconds"])
    data = sys.stdin.buffer.read()
    received_at = datetime.fromisoformat(task["received_at"])
    verdict = check(data, trust=Trust.from_json(task["trust"]), received_at=received_at)
    json.dump(verdict.as_json(), sys.stdout)


if __name__ == "__main__":
    main()

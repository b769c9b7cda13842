"""The process that ``apart`` starts: a task and a file come in, a verdict goes out."""

from __future__ import annotations

import json
import logging
import resource
import sys
from datetime import datetime

from chamdiem.evidence.signatures.checking import check
from chamdiem.evidence.signatures.trust import Trust


def main() -> None:
    """Read a line of JSON and a PDF from standard input, write the verdict as JSON."""
    logging.disable(logging.CRITICAL)
    task = json.loads(sys.stdin.buffer.readline())
    limits = task["limits"]
    resource.setrlimit(resource.RLIMIT_AS, (limits["memory_bytes"], limits["memory_bytes"]))
    resource.setrlimit(resource.RLIMIT_CPU, (limits["processor_seconds"], limits["processor_seconds"] + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    data = sys.stdin.buffer.read()
    received_at = datetime.fromisoformat(task["received_at"])
    verdict = check(data, trust=Trust.from_json(task["trust"]), received_at=received_at)
    json.dump(verdict.as_json(), sys.stdout)


if __name__ == "__main__":
    main()

"""How gunicorn serves the pages: ``gunicorn -c python:chamdiem.config.serving chamdiem.config.wsgi``."""

from __future__ import annotations

import os

bind = os.environ.get("CHAMDIEM_BIND", "127.0.0.1:8000")
workers = int(os.environ.get("CHAMDIEM_WEB_WORKERS", "2"))
threads = int(os.environ.get("CHAMDIEM_WEB_THREADS", "4"))
# A heavy export may take its time; longer work goes to the worker.
timeout = 60
# Memory that leaks somewhere in a library is given back now and then.
max_requests, max_requests_jitter = 5_000, 500
accesslog = "-"
access_log_format = (
    '{"event": "request", "method": "%(m)s", "path": "%(U)s", "status": "%(s)s", '
    '"bytes": "%(B)s", "milliseconds": "%(M)s", "address": "%(h)s", "at": "%(t)s"}'
)

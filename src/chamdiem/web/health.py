"""Whether this process lives, and whether it can serve: for load balancers and start scripts."""

from __future__ import annotations

from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

import chamdiem


@never_cache
@require_safe
def liveness(request: HttpRequest) -> JsonResponse:  # noqa: ARG001
    """The process answers; it asks nobody else."""
    return JsonResponse({"status": "alive", "version": chamdiem.__version__})


@never_cache
@require_safe
def readiness(request: HttpRequest) -> JsonResponse:  # noqa: ARG001
    """The database answers and has every table; it never migrates anything itself."""
    try:
        pending = _pending_migrations()
    except DatabaseError:
        return JsonResponse({"status": "not ready", "database": "unreachable"}, status=503)
    if pending:
        return JsonResponse({"status": "not ready", "migrations": pending}, status=503)
    return JsonResponse({"status": "ready", "version": chamdiem.__version__})


def _pending_migrations() -> int:
    executor = MigrationExecutor(connection)
    return len(executor.migration_plan(executor.loader.graph.leaf_nodes()))

"""Limits of a process of its own that reads a file nobody vouches for."""

from __future__ import annotations

import resource


def confine(*, memory_bytes: int, processor_seconds: int) -> None:
    """Hold this process to so much memory and processor time; a crash leaves no image of it."""
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (processor_seconds, processor_seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

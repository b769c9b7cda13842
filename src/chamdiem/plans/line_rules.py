"""What the parts of a reported line, or of a task, must say together: one place for form and use case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from chamdiem.assessments.services.noting import LEAST_REASON

WHOLE = 100
# What cannot be said without a difficulty people can act on.
_WORRYING = ("behind", "stopped")


@dataclass(frozen=True, slots=True)
class Fault:
    """What does not fit: the part it stands in, and the refusal with its facts."""

    part: str
    code: str
    facts: dict[str, str] = field(default_factory=dict)


def says_why(text: str) -> bool:
    """Whether a text is long enough to be a reason: a full stop is none."""
    return len(text.strip()) >= LEAST_REASON


def find_fault(
    *, state: str, percent: int | None, difficulty: str, unreached: Mapping[str, str] | None = None
) -> Fault | None:
    """The first thing that does not fit; ``None`` where all does.

    Args:
        state: As chosen.
        percent: As typed.
        difficulty: As typed.
        unreached: The facts of a figure that misses its threshold, or was not given, as
            ``measuring.find_unreached`` gives.
    """
    if percent is not None and not 0 <= percent <= WHOLE:
        return Fault("percent", "report.percent_bounds", {"percent": str(percent)})
    if state == "not_started" and percent not in (None, 0):
        return Fault("percent", "report.not_started_is_nought", {"percent": str(percent)})
    if state == "done" and percent not in (None, WHOLE):
        return Fault("percent", "report.done_is_whole", {"percent": str(percent)})
    if state != "done" and percent == WHOLE:
        return Fault("percent", "report.whole_is_done")
    if state in _WORRYING and not difficulty.strip():
        return Fault("difficulty", "report.difficulty_missing")
    if state == "done" and unreached and not says_why(difficulty):
        if not unreached["value"]:
            return Fault(f"figure-{unreached['key']}", "report.figure_missing", dict(unreached))
        return Fault("difficulty", "report.threshold_missed", dict(unreached))
    return None


def percent_of(state: str, percent: int | None) -> int | None:
    """The percentage that goes with a state: all of what is done, none of what is not started."""
    return {"done": WHOLE, "not_started": 0}.get(state, percent)


def find_task_faults(*, state: str, percent: int | None, before: int, result: str) -> list[Fault]:
    """Everything in the progress of a task that does not fit; ``before`` is its percentage as it stood."""
    faults = []
    if percent is not None and not 0 <= percent <= WHOLE:
        faults.append(Fault("percent", "report.percent_bounds", {"percent": str(percent)}))
    elif state == "planned" and percent not in (None, 0):
        faults.append(Fault("percent", "task.planned_is_nought", {"percent": str(percent)}))
    # One left as it stood was not typed.
    elif state == "done" and percent not in (None, before, WHOLE):
        faults.append(Fault("percent", "task.done_is_whole", {"percent": str(percent)}))
    elif state in ("running", "dropped") and task_percent(state, percent, before) >= WHOLE:
        faults.append(Fault("percent", "task.whole_is_done", {"percent": str(WHOLE)}))
    if state in ("done", "dropped") and not result.strip():
        faults.append(Fault("result", "task.result_missing"))
    return faults


def task_percent(state: str, percent: int | None, before: int) -> int:
    """All of what is done, none of what is not begun; else as typed, left empty as before."""
    return {"done": WHOLE, "planned": 0}.get(state, before if percent is None else percent)

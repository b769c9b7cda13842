"""Everything that can be refused, on one page.

ChamdiemError
├── Invalid                 something handed in is wrong; carries every problem found
│   ├── InvalidIndicatorSet   a set file does not load
│   ├── InvalidPlan           a plan file does not load
│   ├── InvalidAnswers        answers do not fit their set
│   └── InvalidAnnex          a file is no annex that can be read
└── Refused                 a use case said no
    ├── NotFound              no such set, criterion, organisation or file; or not yours to know of
    ├── NotAllowed            you see the thing, but this is not yours to do
    ├── WrongStage            right person, wrong time: the stage, the deadline, the status
    ├── Incomplete            something must be filled in first; the facts name it
    ├── Conflict              somebody was faster, or the same thing is there already
    └── Unavailable           what the work needs does not answer: a store, a server beside this one

The core and the library raise these. They carry codes and facts, never a
sentence: ``core.sentences`` says it in Vietnamese or English, once.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem stands: a file and line, or a sheet and cell, and a path."""

    file: str = ""
    line: int = 0
    sheet: str = ""
    cell: str = ""
    path: str = ""


class NumberText(str):
    """A number as a program wrote it, ``60.5``: people see it with the decimal sign of their language."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: what (code, facts) and where."""

    code: str
    facts: dict[str, str] = field(default_factory=dict)
    place: Place = field(default_factory=Place)

    def at(self, **place: str | int) -> Problem:
        """The same problem with parts of its place filled in."""
        return replace(self, place=replace(self.place, **place))  # type: ignore[arg-type]  # keys are Place's own


class ChamdiemError(Exception):
    """Base of everything this product refuses on purpose."""


class Invalid(ChamdiemError):
    """Something handed in is wrong; ``problems`` names every place."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)


class InvalidIndicatorSet(Invalid):
    """A set file does not load."""


class InvalidPlan(Invalid):
    """A plan file does not load."""


class InvalidAnswers(Invalid):
    """Answers do not fit their set."""


class InvalidAnnex(Invalid):
    """A file is no annex that can be read."""


class Refused(ChamdiemError):
    """A use case said no. ``code`` names the refusal, ``facts`` fill it in."""

    def __init__(self, code: str, **facts: str) -> None:
        self.code = code
        self.facts = facts
        super().__init__(code, facts)


class NotFound(Refused):
    """No such thing."""


class NotAllowed(Refused):
    """The person may see the thing, but may not do this to it."""


class WrongStage(Refused):
    """It cannot be done now: too early, too late, or already done."""


class Incomplete(Refused):
    """Something has to be filled in first."""


class Conflict(Refused):
    """Somebody else changed the same thing in the meantime."""


class Unavailable(Refused):
    """What the work needs does not answer; ``incident`` finds the reason in the log."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an action may be done now; if not, the refusal that would be raised."""

    code: str = ""
    facts: dict[str, str] = field(default_factory=dict)
    kind: type[Refused] = WrongStage

    @property
    def is_allowed(self) -> bool:
        """Whether nothing speaks against it."""
        return not self.code

    def demand(self) -> None:
        """Raise the refusal, if there is one."""
        if self.code:
            raise self.kind(self.code, **self.facts)

"""The statements of one text, sorted, with the letters they read; builders take what they use."""

# Patterns stay on one line: so their wording can be read.
# ruff: noqa: E501

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from chamdiem.annex.rules.figures import Figures
from chamdiem.annex.rules.restricting import gives_in_passing, introduces_faults, restricts
from chamdiem.annex.rules.statements import (
    Assignment,
    AtMostOne,
    Award,
    Cap,
    Definition,
    Each,
    Goal,
    Heading,
    NotApplicable,
    Peers,
    Points,
    Prose,
    Shares,
    Shortfall,
    Statement,
    WordsRatio,
)

# Conditions that say that something is there; what follows is only asked then.
_EXISTS = re.compile(r"^(?:nếu |khi )?(?:đã|có|đã có|nếu có|trường hợp có|khi có)\b", re.IGNORECASE)
_LACKS = re.compile(
    r"^(?:nếu |trường hợp |khi |đơn vị |cơ quan |các |huyện |xã )*(?:không|chưa)\b|\b(?:không|chưa) (?:có|đầy đủ|ban hành|thực hiện|triển khai|đạt|đáp ứng|"
    r"tham gia|bảo đảm|đảm bảo|phát sinh|phát hiện|xảy ra|hoàn thành|tổ chức|thành lập|xây dựng|công khai|cung cấp|gửi|nộp|phải)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Material:
    """What the builders of rules work with."""

    statements: Sequence[Statement]
    maximum: Fraction
    name: str
    figures: Figures = field(init=False)
    used: set[int] = field(default_factory=set)
    not_applicable: list[str] = field(default_factory=list)
    # Names of figures that whoever collects all of them makes known.
    published: set[str] = field(default_factory=set)
    # Why a builder that knows the text makes no rule of it, for people.
    refused: str = ""

    def __post_init__(self) -> None:
        self.figures = Figures(self.statements, self.name)

    @property
    def awards(self) -> list[Award]:
        """Conditions with what they give."""
        return [each for each in self.statements if isinstance(each, Award)]

    @property
    def eaches(self) -> list[Each]:
        """Points for every thing."""
        return [each for each in self.statements if isinstance(each, Each)]

    @property
    def points(self) -> list[Points]:
        """Formulas for the points."""
        return [each for each in self.statements if isinstance(each, Points)]

    @property
    def headings(self) -> list[Heading]:
        """Words that introduce."""
        return [each for each in self.statements if isinstance(each, Heading)]

    def of(self, kind: type[Statement]) -> list[Any]:
        """The statements of one kind."""
        return [each for each in self.statements if isinstance(each, kind)]

    def use(self, *statements: Statement) -> None:
        """Mark statements as part of the rule."""
        self.used |= {id(each) for each in statements}

    def unread(self) -> list[Statement]:
        """What speaks of points and was not used."""
        return [each for each in self.statements if id(each) not in self.used and _matters(each)]

    def refuse(self, why: str) -> None:
        """Say why no rule is made of words that were read."""
        self.refused = why

    def assume(self, text: str) -> None:
        """Note a reading that was chosen."""
        if text not in self.figures.assumed:
            self.figures.assumed.append(text)


def exists(text: str) -> bool:
    """Whether a condition says that something is there."""
    return bool(_EXISTS.match(text)) and not lacks(text)


def lacks(text: str) -> bool:
    """Whether a condition says that something is lacking."""
    return bool(_LACKS.search(text))


def _matters(statement: Statement) -> bool:
    text = statement.clause.text
    if isinstance(statement, Heading):
        return restricts(text) or introduces_faults(text)
    if isinstance(statement, Definition | AtMostOne | Assignment | WordsRatio):
        return False
    if isinstance(statement, Prose):
        if statement.clause.explains:
            return gives_in_passing(text)
        return statement.has_numbers or statement.is_left or restricts(text)
    return isinstance(
        statement, Award | Each | Cap | Points | Shares | Shortfall | Goal | NotApplicable | Peers
    )

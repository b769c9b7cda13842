"""What one call of the command knows: the language it speaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chamdiem.core.sentences import LANGUAGES, Language
from chamdiem.core.sentences.numbers import STYLES

_OPTION = "--lang"
_VARIABLE = "CHAMDIEM_LANG"
# What a terminal says of its language, the first one given before the rest.
LOCALES = ("LC_ALL", "LC_MESSAGES", "LANG")


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things as a language writes it: ``{rows:row|rows}`` says ``1 row`` or ``2,000 rows``."""

    number: int
    language: Language

    def __format__(self, spec: str) -> str:
        one, _, many = spec.partition("|")
        noun = one if self.number == 1 else many
        return f"{STYLES[self.language].whole(self.number)} {noun}".rstrip()


@dataclass(frozen=True, slots=True)
class Session:
    """One call: in which language it answers."""

    language: Language = "vi"

    def say(self, both: tuple[str, str], **facts: object) -> str:
        """The text of this language out of (Vietnamese, English), facts filled in."""
        counted = {
            name: Count(fact, self.language) if type(fact) is int else fact for name, fact in facts.items()
        }
        return both[LANGUAGES.index(self.language)].format_map(counted)


def session_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Session:
    """The language asked for: by option, by ``CHAMDIEM_LANG``, by an English locale; else Vietnamese.

    The option is looked for before anything is parsed, so that even a usage
    error is answered in the right language.
    """
    for language in LANGUAGES:
        if language == (_given(arguments) or environment.get(_VARIABLE)):
            return Session(language)
    locale = next((environment[name] for name in LOCALES if environment.get(name)), "")
    return Session("en" if locale.startswith("en") else "vi")


def _given(arguments: Sequence[str]) -> str | None:
    for place, argument in enumerate(arguments):
        if argument == _OPTION and place + 1 < len(arguments):
            return arguments[place + 1]
        if argument.startswith(f"{_OPTION}="):
            return argument.partition("=")[2]
    return None

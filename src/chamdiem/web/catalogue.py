"""The catalogue of translations: gathered from the source, kept as text, compiled for the pages.

``python -m chamdiem.web.catalogue gather`` brings ``locale/en/LC_MESSAGES/django.po`` up to date:
new messages come in empty, those the source no longer has go; translations stay. ``compile`` makes
the ``.mo`` files, which are built and not kept (docs/decisions/0005-catalogue-without-gettext.md).
Neither needs the gettext tools on the machine.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib
from django.utils.translation.template import templatize

PACKAGE = Path(__file__).parents[1]
LOCALES = PACKAGE / "locale"
ENGLISH = LOCALES / "en" / "LC_MESSAGES" / "django.po"
# The functions that mark a message, under the names the house gives them.
_SINGULAR = frozenset({"_", "gettext", "gettext_lazy"})
_PLURAL = frozenset({"ngettext", "ngettext_lazy"})
_IN_CONTEXT = frozenset({"pgettext", "pgettext_lazy"})
_TEXT = r"""u?(?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")"""
_MARKED = re.compile(rf" (_|gettext|ngettext|pgettext)\(({_TEXT}(?:, {_TEXT})*)")
_LITERAL = re.compile(_TEXT)


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the source.

    ``plural`` is empty where it has only one form, ``context`` where its text alone says what is meant.
    """

    text: str
    plural: str = ""
    context: str = ""


def list_places() -> Mapping[Message, list[str]]:
    """Every message of the source → the files it stands in, in the order of their paths."""
    found: dict[Message, list[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        _note(found, path, _of_python(path.read_text(encoding="utf-8")))
    for path in list_templates():
        _note(found, path, _of_template(path.read_text(encoding="utf-8")))
    return found


def list_templates() -> list[Path]:
    """Every template of every app."""
    return sorted(path for path in PACKAGE.glob("*/templates/**/*") if path.suffix in (".html", ".txt"))


def _note(found: dict[Message, list[str]], path: Path, messages: Iterable[Message]) -> None:
    place = path.relative_to(PACKAGE).as_posix()
    for message in messages:
        places = found.setdefault(message, [])
        if place not in places:
            places.append(place)


def _of_python(source: str) -> Iterator[Message]:
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        texts = [each.value for each in node.args if isinstance(each, ast.Constant)]
        if node.func.id in _SINGULAR and texts:
            yield Message(str(texts[0]))
        elif node.func.id in _PLURAL and len(texts) >= 2:
            yield Message(str(texts[0]), str(texts[1]))
        elif node.func.id in _IN_CONTEXT and len(texts) == 2:
            yield Message(str(texts[1]), context=str(texts[0]))


def _of_template(source: str) -> Iterator[Message]:
    """Django turns a template into calls with literals; those are read as what they are."""
    for name, literals in _MARKED.findall(templatize(source)):
        texts = [ast.literal_eval(each) for each in _LITERAL.findall(literals)]
        match name:
            case "ngettext":
                yield Message(texts[0], texts[1])
            case "pgettext":
                yield Message(texts[1], context=texts[0])
            case _:
                yield Message(texts[0])


def gather(path: Path = ENGLISH) -> None:
    """Bring a catalogue up to date with the source.

    A text that is a message with and without plural is one entry, the one with plural.
    """
    catalogue = polib.pofile(str(path), wrapwidth=110)
    known = {(entry.msgctxt or "", entry.msgid): entry for entry in catalogue}
    catalogue.clear()
    for message, places in _merged(list_places()).items():
        fresh = polib.POEntry(msgid=message.text, msgctxt=message.context or None)
        entry = known.get((message.context, message.text), fresh)
        if bool(entry.msgid_plural) != bool(message.plural):
            entry = fresh
        if message.plural and not entry.msgid_plural:
            entry.msgstr_plural = {0: "", 1: ""}
        entry.msgid_plural = message.plural
        entry.occurrences = [(place, "") for place in places]
        catalogue.append(entry)
    catalogue.save()


def _merged(found: Mapping[Message, list[str]]) -> dict[Message, list[str]]:
    plurals = {Message(message.text): message for message in found if message.plural}
    merged: dict[Message, list[str]] = {}
    for message, places in found.items():
        merged.setdefault(plurals.get(message, message), []).extend(places)
    return {message: sorted(set(places)) for message, places in merged.items()}


def compile_all() -> None:
    """Make the file that Django reads beside every catalogue."""
    for path in sorted(LOCALES.glob("*/LC_MESSAGES/*.po")):
        polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))


if __name__ == "__main__":
    {"gather": gather, "compile": compile_all}[sys.argv[1]]()

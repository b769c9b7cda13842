"""The pages in English: nothing without a mark, nothing without a translation, nothing left over."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import allauth
import django
import polib
import pytest

from chamdiem.web.catalogue import ENGLISH, LOCALES, PACKAGE, list_places, list_templates

VIETNAMESE = re.compile(
    "[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", re.IGNORECASE
)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
COMMENT = re.compile(r"\{#.*?#\}|\{% comment.*?endcomment %\}", re.DOTALL)
MARKED = re.compile(
    r"\{% blocktranslate.*?endblocktranslate %\}|\{% translate .*?%\}|_\((?:\"[^\"]*\"|'[^']*')",
    re.DOTALL,
)
MARKS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy"}
# Floors whose sentences have both languages side by side, or which are no page.
NO_PAGES = ("analysis", "annex", "cli", "config", "core", "example", "library", "office", "samples")
# Where Vietnamese stands without a mark, and why.
UNMARKED: Mapping[str, str] = {
    "web/templates/web/style": "the style page: content, for people who build pages",
    "web/style_content.py": "the style page",
    "web/style_page.py": "the style page",
    "web/refusals": "tables with both languages side by side",
    "audit/fact_texts.py": "tables with both languages side by side",
    "audit/texts.py": "a table with both languages side by side",
    "appraisals/hurdles.py": "a table with both languages side by side",
    "appraisals/document_refusals.py": "a table with both languages side by side",
    "evidence/signatures": "tables with both languages side by side",
    "evidence/secrecy.py": "marks of secrecy as documents carry them",
    "evidence/secrecy_looking.py": "the vowel of those marks",
    "evidence/example_authority.py": "names in example documents",
    "evidence/example_documents.py": "words of example documents",
    "accounts/columns.py": "headings and examples of the file, which stay readable in both languages",
    "organisations/columns.py": "headings and examples of the file",
    "accounts/models.py": "a language is named in itself",
    "web/components/language_switch.html": "a language is named in itself",
    "web/exporting.py": "letters that names of files do without",
    "organisations/services/official_list.py": "the official list's own words",
    "authoring/rule_fields.py": "values that are typed",
    "authoring/services/taking_in.py": "the name of a job, kept on record",
    "authoring/services/choosing.py": "the name of a job, kept on record",
    "indicators/decisions.py": "names as the decisions print them",
    "indicators/services.py": "levels as the decisions name them, kept with the edition",
    "campaigns/policies.py": "column headings of the decisions, kept with the campaign",
    "assessments/reading.py": "what is typed is read in Vietnamese in both languages",
    "assessments/selectors/criterion.py": "values that are typed",
    "evidence/pages.py": "words that are typed",
    "appraisals/selectors/shown.py": "values that are typed",
    "accounts/services/inviting.py": "the name of a job, kept on record",
    "accounts/services/second_factor.py": "the name of a job, kept on record",
    "appraisals/services/opening.py": "the name of a job, kept on record",
    "campaigns/services/opening.py": "the name of a job, kept on record",
    "assessments/services": "why an approval fell, kept on record as it was said",
    "plans/official.py": "words of the official report, which is Vietnamese in both languages",
    "plans/official_annexes.py": "its words too",
    "plans/official_results.py": "its words of results",
    "plans/official_matters.py": "its words item by item",
    "plans/official_reporting.py": "its words of who has reported",
    "plans/official_words.py": "its words of states",
    "plans/services/reminding.py": "notices, kept on record as they were sent",
    "assessments/services/reminding.py": "notices, kept on record as they were sent",
    "appraisals/services/telling.py": "notices, kept on record as they were sent",
    "notices/reminding.py": "notices, kept on record as they were sent",
    "notices/countdown.py": "the days left in them",
    "plans/services/winning.py": "words of a plan, which a person may change",
    "results/services/closing.py": "the name of a job, kept on record",
    "results/services/reviewing.py": "the name of a job, kept on record",
    "management/commands": "commands speak to whoever runs the machine",
}


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    return polib.pofile(str(ENGLISH))


def test_the_catalogue_has_every_message_of_the_source_and_no_other(catalogue: polib.POFile) -> None:
    kept = {(entry.msgctxt or "", entry.msgid) for entry in catalogue}
    used = {(message.context, message.text) for message in list_places()}
    assert used - kept == set(), "make messages, then translate what is new"
    assert kept - used == set(), "make messages"


def test_every_message_is_translated(catalogue: polib.POFile) -> None:
    unfinished = [each for each in catalogue if not each.translated() or each.fuzzy or each.obsolete]
    assert [entry.msgid for entry in unfinished] == []


def test_a_translation_has_the_placeholders_of_its_message(catalogue: polib.POFile) -> None:
    wrong = [
        (entry.msgid, said)
        for entry in catalogue
        for said in _said(entry)
        if sorted(PLACEHOLDER.findall(said)) != sorted(PLACEHOLDER.findall(entry.msgid))
    ]
    assert wrong == []


def test_english_is_english(catalogue: polib.POFile) -> None:
    """Quoted words of decisions and printed forms may be Vietnamese."""
    quoted = re.compile("“[^”]*”")
    assert [s for entry in catalogue for s in _said(entry) if VIETNAMESE.search(quoted.sub("", s))] == []


def test_a_message_that_counts_has_both_english_forms(catalogue: polib.POFile) -> None:
    plurals = [entry for entry in catalogue if entry.msgid_plural]
    assert plurals
    assert all(sorted(entry.msgstr_plural) == [0, 1] for entry in plurals)


def test_scripts_say_everything_in_both_languages() -> None:
    source = (PACKAGE.parents[1] / "frontend" / "behaviour" / "words.js").read_text(encoding="utf-8")
    vietnamese, english = (
        dict(re.findall(r'^  (\w+): "([^"]*)",$', block, re.MULTILINE))
        for block in re.findall(r"= \{\n(.*?)\n\};", source, re.DOTALL)
    )
    assert vietnamese
    assert vietnamese.keys() == english.keys()
    for key, said in english.items():
        assert not VIETNAMESE.search(said)
        assert sorted(PLACEHOLDER.findall(said)) == sorted(PLACEHOLDER.findall(vietnamese[key])), key


def test_what_django_reads_is_what_is_written() -> None:
    for path in LOCALES.glob("*/LC_MESSAGES/*.po"):
        written = {(entry.msgctxt, entry.msgid): _said(entry) for entry in polib.pofile(str(path))}
        compiled = path.with_suffix(".mo")
        assert compiled.exists(), "make assets"
        read = {(entry.msgctxt, entry.msgid): _said(entry) for entry in polib.mofile(str(compiled))}
        assert read == written, "make assets"


def test_the_vietnamese_catalogue_holds_only_what_libraries_say() -> None:
    spoken = "".join(
        path.read_text(encoding="utf-8")
        for library in (django, allauth)
        for path in Path(library.__path__[0]).rglob("locale/en/LC_MESSAGES/django.po")
    )
    known = {entry.msgid for entry in polib.pofile(spoken)}
    entries = polib.pofile(str(LOCALES / "vi" / "LC_MESSAGES" / "django.po"))
    assert [entry.msgid for entry in entries if entry.msgid not in known or not entry.translated()] == []
    assert [s for e in entries for s in _said(e) if not VIETNAMESE.search(s)] == []
    assert [
        entry.msgid
        for entry in entries
        for said in _said(entry)
        if sorted(PLACEHOLDER.findall(said)) != sorted(PLACEHOLDER.findall(entry.msgid))
    ] == []


def test_every_template_marks_its_vietnamese() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}: {line}"
        for path in list_templates()
        if not _is_excepted(path)
        for line in unmarked_lines(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_every_module_of_pages_marks_its_vietnamese() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}: {text}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.relative_to(PACKAGE).parts[0] not in NO_PAGES and not _is_excepted(path)
        for text in unmarked_texts(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_every_exception_is_needed() -> None:
    files = [*PACKAGE.rglob("*.py"), *list_templates()]
    needed = {
        place
        for place in UNMARKED
        for path in files
        if place in path.as_posix()
        and (unmarked_texts if path.suffix == ".py" else unmarked_lines)(path.read_text(encoding="utf-8"))
    }
    assert set(UNMARKED) - needed == set()


def test_the_finders_see_what_they_must() -> None:
    template = "{# Đúng #}{% translate 'Đúng' %}{% include 'x' with a=_('Đúng') %}\n<p title=\"Sai\">Được</p>"
    assert unmarked_lines(template) == ['<p title="Sai">Được</p>']
    assert unmarked_texts('"""Đúng."""\na = _("Đúng")\nb = f"{a} sửa"\n') == [" sửa"]


def unmarked_lines(source: str) -> list[str]:
    """The lines of a template with Vietnamese outside marks and comments."""
    rest = MARKED.sub("", COMMENT.sub("", source))
    return [line.strip() for line in rest.splitlines() if VIETNAMESE.search(line)]


def unmarked_texts(source: str) -> list[str]:
    """The texts of a module with Vietnamese outside marks, docstrings and migrations."""
    tree = ast.parse(source)
    marked = set(_marked(tree))
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node not in marked
        and VIETNAMESE.search(node.value)
    ]


def _marked(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS:
            yield from ast.walk(node)


def _said(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgstr_plural else [entry.msgstr]


def _is_excepted(path: Path) -> bool:
    return "/migrations/" in path.as_posix() or any(place in path.as_posix() for place in UNMARKED)

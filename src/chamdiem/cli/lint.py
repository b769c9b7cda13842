"""``chamdiem lint``: everything that is wrong with a set."""

from __future__ import annotations

from collections import Counter
from typing import Any

import click
from rich.text import Text

from chamdiem.cli.choosing import find_plan, find_set
from chamdiem.cli.options import json_option, set_argument, spoken
from chamdiem.cli.screen import console, indented, print_json
from chamdiem.cli.session import Session
from chamdiem.cli.words import WORDS
from chamdiem.core.improvement_plan import Plan
from chamdiem.core.indicator_set import IndicatorSet
from chamdiem.core.lint import Finding, lint
from chamdiem.core.lint.finding import SEVERITIES
from chamdiem.core.sentences.findings import finding_sentence
from chamdiem.core.sentences.source_places import place_text

_STYLES = {"error": "bold red", "warning": "yellow", "info": "cyan"}


@spoken("lint")
@set_argument
@click.option("--all", "show_all", is_flag=True)
@click.option(
    "--severity", "severities", metavar="|".join(SEVERITIES), type=click.Choice(SEVERITIES), multiple=True
)
@json_option
def command(
    session: Session, *, set_name: str, show_all: bool, severities: tuple[str, ...], as_json: bool
) -> int:
    """List the findings; exit code 1 while an error or warning of those listed is not acknowledged."""
    plan = find_plan(set_name)
    if plan is not None:
        # A plan that loads has been checked against itself and the edition it names.
        _show_plan(plan, session, as_json=as_json)
        return 0
    indicator_set = find_set(set_name)
    findings = lint(indicator_set)
    listed = [
        finding
        for finding in findings
        if (show_all or not finding.acknowledged) and (not severities or finding.severity in severities)
    ]
    if as_json:
        print_json([finding_data(finding, session) for finding in listed])
    else:
        _show(indicator_set, listed, session)
        _show_counts(findings, session, show_all=show_all)
    return int(any(not each.acknowledged and each.severity != "info" for each in listed))


def finding_data(finding: Finding, session: Session) -> dict[str, Any]:
    """A finding as JSON gives it."""
    return {
        "id": finding.id,
        "code": finding.code,
        "severity": finding.severity,
        "document": finding.document,
        "key": finding.key or None,
        "place": finding.place or None,
        "lines": finding.lines or None,
        "printed": finding.printed or None,
        "computed": finding.computed or None,
        "message": finding_sentence(finding, session.language),
        "acknowledged": finding.acknowledged,
        "reason": finding.reason or None,
    }


def _show_plan(plan: Plan, session: Session, *, as_json: bool) -> None:
    if as_json:
        print_json([])
        return
    counts = {
        "goals": len(plan.goals),
        "targets": len(plan.targets),
        "documents": len(plan.documents),
        "projects": len(plan.projects),
    }
    console().print(Text(session.say(WORDS["plan_fine"], name=plan.title, key=plan.key, **counts)))


def _show(indicator_set: IndicatorSet, findings: list[Finding], session: Session) -> None:
    screen = console()
    screen.print(Text(f"{indicator_set.name} ({indicator_set.key})", style="bold"))
    for finding in findings:
        head = Text()
        head.append(session.say(WORDS[finding.severity]), style=_STYLES[finding.severity])
        head.append(f"  {finding.id}", style="bold")
        if finding.place:
            head.append(f"  {place_text(finding.place, session.language)}", style="dim")
        screen.print()
        screen.print(head)
        screen.print(indented(finding_sentence(finding, session.language), 1))
        if finding.acknowledged:
            screen.print(indented(session.say(WORDS["acknowledged"], reason=finding.reason), 1, "dim"))


def _show_counts(findings: tuple[Finding, ...], session: Session, *, show_all: bool) -> None:
    open_ones = Counter(finding.severity for finding in findings if not finding.acknowledged)
    known = sum(finding.acknowledged for finding in findings)
    screen = console()
    screen.print()
    if not findings:
        screen.print(session.say(WORDS["lint_clean"]))
        return
    counts = {f"{severity}s": open_ones[severity] for severity in SEVERITIES}
    text = session.say(WORDS["lint_count"], **counts)
    if known and not show_all:
        text += f" {session.say(WORDS['lint_known'], count=known)}"
    screen.print(text)

"""The counts a consolidated report prints agree with each other and with what the bodies said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from random import Random

import pytest

from chamdiem.office.official import OfficialReport, Table
from chamdiem.organisations.models import Organisation
from chamdiem.plans.consolidating import consolidate
from chamdiem.plans.models import ItemReport, Round, RoundReport
from chamdiem.plans.official import official_report
from chamdiem.plans.services import approve_plan, close_round, open_round, resolve_body
from tests.people import LOCAL, Cast

from .loaded import AFTER, CONTENT, IN_TIME, draft_plan

QUARTERS = ((2026, 3), (2026, 4), (2027, 1))
STATES = ["done", "done", "on_track", "behind", "stopped", "not_started"]
PERCENTS = {"done": 100, "not_started": 0}
MORE = """\
  - key: VB2
    number: '2'
    text: Quy chế phối hợp
    kind: Quyết định
    lead:
      - Các Sở, ban, ngành
  - key: VB3
    number: '3'
    text: Danh mục dữ liệu mở
    kind: Quyết định
    lead:
      - Các Sở, ban, ngành
project_groups:
"""


def _opened(cast: Cast) -> Round:
    """A plan with five bodies, three of whose items are led by all of them."""
    bodies = [cast.body_a, cast.body_b]
    for number in (3, 4, 5):
        made = Organisation.objects.create(
            code=f"T1.{number}", name=f"Sở số {number}", kind=cast.body_a.kind, parent=cast.province
        )
        made.path = f"{cast.province.path}{made.pk}/"
        made.save(update_fields=["path"])
        bodies.append(made)
    plan = draft_plan(cast, CONTENT.replace("project_groups:\n", MORE))
    for name, ids in (("Doanh nghiệp", []), ("Các Sở, ban, ngành", [each.pk for each in bodies])):
        resolve_body(
            actor=cast.giang,
            plan_id=plan.pk,
            body_id=plan.bodies.get(name=name).pk,
            organisation_ids=ids,
            is_outside=not ids,
            now=IN_TIME,
        )
    started = IN_TIME.replace(month=7, day=1)
    approve_plan(
        actor=cast.giang,
        plan_id=plan.pk,
        decision="12/KH-UBND",
        decided_on=started.date(),
        note="",
        now=started,
    )
    return _open(cast, plan.pk, 0)


def _open(cast: Cast, plan_id: int, at: int) -> Round:
    year, quarter = QUARTERS[at]
    now = IN_TIME.replace(year=year, month=(quarter - 1) * 3 + 3, day=28)
    return open_round(actor=cast.giang, plan_id=plan_id, year=year, quarter=quarter, now=now)


def _say(round_: Round, random: Random) -> None:
    """Some bodies report, some are sent back, some say nothing; some say anew what they had finished."""
    for report in round_.reports.order_by("pk"):
        report.status = random.choice(["draft", "submitted", "accepted", "accepted", "returned"])
        if report.status != "draft":
            report.return_reason = "Thiếu số liệu." if report.status == "returned" else ""
            report.submitted_at = random.choice([IN_TIME, AFTER]).replace(tzinfo=LOCAL)
            for line in report.lines.filter(is_lead=True):
                if not line.is_settled or random.random() < 0.2:
                    line.state = random.choice(STATES)
                    line.percent = PERCENTS.get(line.state, random.choice([None, 20, 60]))
                    line.done, line.difficulty = "Đã làm.", "Thiếu người."
                    line.save()
        if report.status == "accepted":
            report.accepted_at = report.submitted_at
        report.save()


@pytest.mark.parametrize("seed", range(12))
def test_what_is_printed_adds_up(cast: Cast, seed: int) -> None:
    random = Random(seed)  # noqa: S311  no secret
    round_ = _opened(cast)
    for at, _quarter in enumerate(QUARTERS):
        if at:
            waiting = round_.reports.filter(status=RoundReport.Status.SUBMITTED)
            waiting.update(status=RoundReport.Status.ACCEPTED, accepted_at=round_.opened_at)
            close_round(actor=cast.giang, round_id=round_.pk, reason="Cần sớm.", now=round_.opened_at)
            round_ = _open(cast, round_.plan_id, at)
            _check(round_)
        _say(round_, random)
        _check(round_)


def _check(round_: Round) -> None:
    round_ = Round.objects.get(pk=round_.pk)
    report = official_report(consolidate(round_), AFTER.date())
    told = ["\n".join(section.paragraphs) for section in report.sections]
    _check_bodies(round_, told[0])
    rows = [cells for annex in report.annexes[:-1] for cells in _states(annex.table)]
    _check_totals(report, told[1], [state for state, _ in rows])
    worrying = ("(", "Chậm tiến độ", "Dừng", "Chưa báo cáo", "Bị trả lại")
    listed = [line for line in told[2].split("\n") if line.startswith("- ")]
    assert len(listed) == sum(any(word in state for word in worrying) for state, _ in rows)
    items = sorted(consolidate(round_)["items"], key=lambda item: item["order"])
    for item, (state, result) in zip(items, rows, strict=True):
        _check_item(round_, item["key"], state, result)


def _check_bodies(round_: Round, said: str) -> None:
    owed = round_.reports.filter(is_required=True)
    numbers = re.search(r"Có (\d+)/(\d+) cơ quan", said)
    sent = owed.exclude(status=RoundReport.Status.DRAFT).count()
    assert [int(each) for each in numbers.groups()] == [sent, owed.count()] if numbers else not owed.exists()
    missing = re.search(r"Chưa có báo cáo (\d+) đơn vị", said)
    assert (int(missing[1]) if missing else 0) == owed.count() - sent
    free = round_.reports.filter(is_required=False, lines__is_lead=True).distinct()
    for name in free.values_list("organisation__name", flat=True):
        assert name in said


def _states(table: Table) -> Sequence[tuple[str, str]]:
    """The state and the result each row of an item prints."""
    at = [column.heading for column in table.columns].index("Tình hình")
    return [(row.cells[at], row.cells[-1]) for row in table.rows if not row.is_group and row.cells[at]]


def _check_totals(report: OfficialReport, said: str, states: Sequence[str]) -> None:
    by_word = Counter(re.sub(r" \(.*| từ kỳ trước", "", state) for state in states)
    table = report.sections[1].table
    assert table is not None
    headings = [column.heading for column in table.columns[2:]]
    rows = [
        [int(cell) for cell in row.cells[1:]]
        for row in table.rows
        if row.cells[0] != "Cộng" and "quý" not in row.cells[0]
    ]
    (together,) = ([int(cell) for cell in row.cells[1:]] for row in table.rows if row.cells[0] == "Cộng")
    assert [sum(column) for column in zip(*rows, strict=True)] == together
    counted = dict(zip(headings, together[1:], strict=True))
    partial = counted.pop("Trong đó báo cáo chưa đủ", 0)
    assert sum(counted.values()) == together[0] == len(states)
    assert {word: count for word, count in counted.items() if count} == dict(by_word)
    assert partial == sum("(" in state for state in states)
    told = re.search(r"Trong đó (\d+) nội dung mới có", said)
    assert (int(told[1]) if told else 0) == partial
    printed = re.search(r"Trong (\d+) nội dung phải báo cáo có (.*)\.", said)
    assert printed is not None
    assert int(printed[1]) == sum(map(int, re.findall(r"(?:^|, )(\d+) ", printed[2])))
    kept = re.search(r"đã hoàn thành \((\d+) từ kỳ trước\)", said)
    assert (int(kept[1]) if kept else 0) == sum(state.endswith(" từ kỳ trước") for state in states)
    share = re.search(r"đã hoàn thành là ([\d,]+)%", said)
    assert share is not None
    assert float(share[1].replace(",", ".")) == pytest.approx(
        100 * by_word["Đã hoàn thành"] / len(states), abs=0.06
    )


def _check_item(round_: Round, key: str, state: str, result: str) -> None:
    leads = ItemReport.objects.filter(report__round=round_, item__key=key, is_lead=True)
    saying = leads.filter(report__status__in=["submitted", "accepted"]).exclude(state="", is_settled=True)
    kept = leads.filter(is_settled=True).exclude(pk__in=saying)
    told = re.search(r"(\d+)/(\d+) đơn vị báo cáo", state)
    before = re.search(r"(\d+)/(\d+)(?: đơn vị)? đã hoàn thành", state)
    if "(" in state:
        assert (int(told[1]) if told else 0) == saying.count()
        assert (int(before[1]) if before else 0) == kept.count()
        assert 0 < saying.count() + kept.count() < leads.count()
    named = re.findall(r"^Đã hoàn thành từ quý \S+: (.*)\.$", result, re.MULTILINE)
    names = [name for each in named for name in each.split("; ")]
    assert sorted(names) == sorted(kept.values_list("report__organisation__name", flat=True))

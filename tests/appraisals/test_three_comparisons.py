"""Claims are compared with claims, appraisals with appraisals, and what holds in the end with what holds."""

from __future__ import annotations

from fractions import Fraction

from chamdiem.appraisals.peers import compared_with
from chamdiem.appraisals.scoring import Columns, three_sheets
from chamdiem.appraisals.selectors.criterion import get_split_view
from chamdiem.appraisals.selectors.disputes import get_council_file, get_explanation
from chamdiem.appraisals.selectors.moved import list_moved
from chamdiem.appraisals.selectors.overview import get_overview
from chamdiem.appraisals.selectors.queue import QueueFilter
from chamdiem.appraisals.selectors.table import describe_table, list_table
from chamdiem.appraisals.services.explaining import open_explanation, send_justification
from chamdiem.appraisals.services.finishing import finish_appraisal
from chamdiem.appraisals.services.ruling import rule_figures
from chamdiem.assessments.models import Assessment
from chamdiem.campaigns.models import Campaign

from ..people import Cast
from .asking import Opened, text_at
from .staging import APPRAISING, KEYS, begin_appraisal, decide, justify, move_campaign


def _begin_ruling(cast: Cast) -> None:
    """Sở Xây dựng claims 50 of 100 million, the appraiser finds 25, twice; Sở Y tế spent 100."""
    begin_appraisal(cast)
    for key in KEYS:
        decide(cast, key, assessment=cast.b)
        if key != "2.2":
            decide(cast, key)
    _correct(cast)
    move_campaign(cast, Campaign.Status.EXPLANATION)
    open_explanation(actor=cast.giang, assessment_id=cast.a.pk, now=APPRAISING)
    justify(cast, "2.2", "Chi 50, xem sổ cái")
    send_justification(actor=cast.an, assessment_id=cast.a.pk, now=APPRAISING)
    _correct(cast)
    move_campaign(cast, Campaign.Status.RULING)


def _correct(cast: Cast) -> None:
    decide(cast, "2.2", "corrected", typed={"2.2.a": "25"}, reason="Chi thực tế 25")
    finish_appraisal(actor=cast.chi, assessment_id=cast.a.pk, now=APPRAISING)


def _rule(cast: Cast, spent: str) -> None:
    rule_figures(
        actor=cast.ha,
        assessment_id=cast.a.pk,
        key="2.2",
        typed={"2.2.a": spent},
        reason="Theo quyết toán",
        version=0,
        now=APPRAISING,
    )


def _columns(cast: Cast, assessment: Assessment) -> list[Columns]:
    """The criterion on every page that shows it to appraisers."""
    overview = get_overview(actor=cast.chi, assessment_id=assessment.pk, now=APPRAISING)
    asked = QueueFilter(track_id=cast.track.pk)
    table = describe_table(
        cast.chi,
        cast.track,
        "2.2",
        list_table(actor=cast.chi, track=cast.track, key="2.2", asked=asked),
    )
    found = [each.columns for each in overview.lines if each.row.key == "2.2"]
    found += [each.columns for each in table if each.assessment == assessment]
    split = get_split_view(actor=cast.chi, assessment_id=assessment.pk, key="2.2", now=APPRAISING)
    return [each for each in (*found, split.columns) if each]


def _disputed(cast: Cast) -> list[Columns]:
    """The same on the pages of both sides of the dispute."""
    file = get_council_file(actor=cast.ha, assessment_id=cast.a.pk, now=APPRAISING)
    explained = get_explanation(actor=cast.an, assessment_id=cast.a.pk, now=APPRAISING)
    return [each.columns for each in (*file.disputes, *explained.disputes)]


def _points(columns: Columns) -> list[Fraction]:
    return [each.points for each in (columns.claimed, columns.appraised, columns.final)]


def test_a_ruling_by_figures_moves_no_appraisal_on_any_page(cast: Cast) -> None:
    _begin_ruling(cast)
    _rule(cast, "200")
    own = [*_columns(cast, cast.a), *_disputed(cast)]
    assert len(own) == 5
    # 50 of 100 claimed, 25 of 100 appraised, 200 of 200 ruled.
    assert [_points(each) for each in own] == [[5, Fraction(5, 2), 10]] * 5
    # Nobody disputes the 100 of the other: 100 of 100, and in the end of 200.
    assert [_points(each) for each in _columns(cast, cast.b)] == [[10, 10, 5]] * 3


def test_the_total_of_the_appraisal_stays(cast: Cast) -> None:
    _begin_ruling(cast)
    before = [three_sheets(each, compared_with(each)).appraised.total for each in (cast.a, cast.b)]
    _rule(cast, "200")
    again = list(Assessment.objects.filter(pk__in=[cast.a.pk, cast.b.pk]).order_by("pk"))
    sheets = [three_sheets(each, compared_with(each)) for each in again]
    assert [each.appraised.total for each in sheets] == before
    overview = get_overview(actor=cast.chi, assessment_id=cast.a.pk, now=APPRAISING)
    assert overview.appraised == before[0]


def test_the_sentence_of_the_appraisal_names_what_appraisers_found(cast: Cast, opened: Opened) -> None:
    _begin_ruling(cast)
    _rule(cast, "200")
    text = text_at(opened("ha"), f"/hoi-dong/{cast.a.pk}/")
    assert "25 / 100" in text
    assert "25 / 200" not in text


def test_each_layer_has_a_spread_of_its_own(cast: Cast) -> None:
    _begin_ruling(cast)
    decide(
        cast, "2.2", "corrected", typed={"2.2.a": "80"}, reason="Chi thực tế 80", assessment=cast.b, version=1
    )
    _rule(cast, "200")
    others = compared_with(Assessment.objects.get(pk=cast.a.pk))
    layers = (others.claimed, others.appraised, others.final)
    assert [each["2.2"].most for each in layers] == [100, 80, 200]


def test_a_criterion_that_only_the_rulings_on_others_move_is_not_named_as_moved_here(cast: Cast) -> None:
    _begin_ruling(cast)
    _rule(cast, "200")
    cast.b.rulings.create(
        criterion_key="2.1",
        answers={"2.2.a": 100_000},
        reason="Theo quyết toán",
        ruled_by=cast.ha,
        ruled_at=APPRAISING,
    )
    # Its points go from 10 to 5 by the ruling on the other: its own figure stays what it was.
    assert list_moved(Assessment.objects.get(pk=cast.b.pk)) == []


def test_the_file_of_the_council_compares_as_its_pages_do(cast: Cast, opened: Opened) -> None:
    _begin_ruling(cast)
    answer = opened("ha").get("/hoi-dong/?export=csv")
    (line,) = [
        each
        for each in b"".join(answer.streaming_content).decode().splitlines()  # type: ignore[attr-defined]  # a stream
        if ";2.2;" in each and "Sở Xây dựng" in each
    ]
    assert line.split(";")[-3:-1] == ["5", "2,5"]


def test_what_is_closed_is_not_provisional_any_more(cast: Cast, opened: Opened) -> None:
    _begin_ruling(cast)
    address = f"/tham-dinh/{cast.a.pk}/"
    assert "tạm tính" in text_at(opened("chi"), address)
    move_campaign(cast, Campaign.Status.CLOSED)
    assert "tạm tính" not in text_at(opened("chi"), address)

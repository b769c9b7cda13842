"""What a ruling by figures moves beside its own criterion, and conditions that are ruled on."""

from __future__ import annotations

from fractions import Fraction

import pytest

from chamdiem.appraisals.models import Ruling
from chamdiem.appraisals.selectors.disputes import get_council_file
from chamdiem.appraisals.services.ruling import rule_criterion, rule_figures
from chamdiem.errors import Invalid
from tests.edition import EDITION

from ..people import Cast, make_edition
from .asking import Opened, text_at
from .conftest import Refuses
from .staging import APPRAISING, begin_appraisal, begin_ruling, claim_figures, decide

_MOVED = "Tiêu chí khác đổi điểm theo số liệu kết luận"
_FIGURE = """\
    inputs:
      x: {type: yes_no, label: Không có sự cố}
"""
_CONDITION = f"""\
  - {{key: '3', number: '3', level: main, name: Điều kiện, role: condition}}
  - key: '3.1'
    number: '3.1'
    level: criterion
    name: Không để xảy ra sự cố mất an toàn thông tin
    role: condition
{_FIGURE}    rule: {{kind: yes_no, when: x}}
"""


def _use(cast: Cast, text: str) -> None:
    cast.track.edition = make_edition(text)
    cast.track.save()


@pytest.fixture
def sharing(cast: Cast) -> Cast:
    """2.1 is before the council; 2.3 reads the number of procedures that 2.1 reads."""
    shared = EDITION.replace("n: {label: Số cuộc họp, unit: cuộc}", "n: {from: I.1}")
    _use(cast, shared.replace("thu-nghiem-2026", "thu-nghiem-dung-chung"))
    begin_ruling(cast)
    return cast


def _rule_figures(cast: Cast, figures: dict[str, str]) -> None:
    rule_figures(
        actor=cast.ha,
        assessment_id=cast.a.pk,
        key="2.1",
        typed=figures,
        reason="Chỉ còn 3 thủ tục",
        version=0,
        now=APPRAISING,
    )


def test_what_ruled_figures_move_elsewhere_is_listed(sharing: Cast, opened: Opened) -> None:
    place = f"/hoi-dong/{sharing.a.pk}/"
    assert _MOVED not in text_at(opened("ha"), place)
    _rule_figures(sharing, {"2.1.a": "2", "I.1": "3"})
    file = get_council_file(actor=sharing.ha, assessment_id=sharing.a.pk, now=APPRAISING)
    assert [(each.label, each.appraised.points, each.final.points) for each in file.moved] == [
        ("2.3", Fraction(10), Fraction(15, 2))
    ]
    text = text_at(opened("ha"), place)
    moved = text[text.rindex(_MOVED) :].partition("</table>")[0]
    assert "10,00" in moved
    assert "7,50" in moved


def test_figures_that_move_nothing_are_not_listed(sharing: Cast, opened: Opened) -> None:
    _rule_figures(sharing, {"2.1.a": "50", "I.1": "100"})
    assert _MOVED not in text_at(opened("ha"), f"/hoi-dong/{sharing.a.pk}/")


def test_who_gives_points_to_a_condition_says_whether_it_is_met(
    cast: Cast, opened: Opened, refuses: Refuses
) -> None:
    by_council = _CONDITION.replace("yes_no, when: x", "manual").replace(_FIGURE, "    evaluator: council\n")
    _use(cast, EDITION.replace("thu-nghiem-2026", "thu-nghiem-hoi-dong") + by_council)
    begin_ruling(cast)
    place = f"/hoi-dong/{cast.a.pk}/"
    text = text_at(opened("ha"), place)
    asked = text[text.index('id="points-3.1"') :].partition("</select>")[0]
    assert [asked.count(f">{word}<") for word in ("Đạt", "Không đạt")] == [1, 1]
    said = {"reason": "Biên bản không nêu sự cố", "version": "0"}
    with refuses(Invalid, "answer.off_step"):
        rule_criterion(
            actor=cast.ha,
            assessment_id=cast.a.pk,
            key="3.1",
            points="0,5",
            reason="Một nửa",
            version=0,
            now=APPRAISING,
        )
    opened("ha").post(f"{place}3.1/", {"points": "1", **said})
    assert Ruling.objects.get().points == 1
    ruled = text_at(opened("ha"), place).rpartition("Kết luận của hội đồng:")[2].partition("</p>")[0]
    assert "Đạt" in ruled
    assert "1,00" not in ruled


def test_an_appraiser_says_whether_a_condition_is_met(cast: Cast, opened: Opened) -> None:
    _use(cast, EDITION.replace("thu-nghiem-2026", "thu-nghiem-dieu-kien") + _CONDITION)
    claim_figures(cast.a, {"3.1.x": 1})
    begin_appraisal(cast)
    text = text_at(opened("chi"), f"/tham-dinh/{cast.a.pk}/3.1/")
    asked = text[text.index('id="points"') :].partition("</select>")[0]
    assert 'value="0">Không đạt' in asked
    decide(cast, "3.1", "awarded", points="0", reason="Có sự cố ngày 3/4")
    text = text_at(opened("chi"), f"/tham-dinh/{cast.a.pk}/3.1/")
    assert 'value="0" selected>Không đạt' in text

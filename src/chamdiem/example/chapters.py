"""The campaigns of the example province, the oldest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from chamdiem.assessments.models import Assessment
from chamdiem.example.appraising import ask_to_explain, explain, rule
from chamdiem.example.campaigns import Calendar, Khoi, Opened
from chamdiem.example.directory import Body
from chamdiem.example.district_plan import tell_district_plan
from chamdiem.example.dossiers import Clerk, hand_in, show_documents
from chamdiem.example.papers import REPORT, State
from chamdiem.example.quarters import tell_plan
from chamdiem.example.story import Act, Teller
from chamdiem.example.this_year import tell_this_year
from chamdiem.results.services import close_campaign, publish_results

# What happens in a campaign once it is open.
Continuation = Callable[[], None]
_TRIAL = Calendar(-500, -470, -440, -425, -410, -400)
_LAST_YEAR = Calendar(-330, -300, -270, -255, -240, -230)
_HALF_YEAR = Calendar(-120, -100, -60, -20, 10, 20, last_month=6)
_PILLARS = Calendar(-60, -30, -6, 8, 20, 30)


def tell_trial(teller: Teller) -> Continuation:
    """A few departments were assessed and published the year before that: what the plan began from."""
    khoi = Khoi("Sở", "so-2021", teller.province.departments[1:7])
    year = teller.year - 2
    opened = teller.open(f"Đánh giá thí điểm các sở năm {year}", (khoi,), _TRIAL, year=year)
    return partial(_run_trial, teller, opened, khoi)


def _run_trial(teller: Teller, opened: Opened, khoi: Khoi) -> None:
    handed = _hand_in_all(teller, opened, (khoi, -475))
    _appraise_all(teller, opened, [dossier for _, dossier in handed], -445, begun=-468, differing=6)
    teller.advance(opened, "begin_explanation", -438)
    teller.advance(opened, "begin_ruling", -423)
    standing = teller.province.standing
    reason = "Kỳ thí điểm: các sở thống nhất với điểm thẩm định, không giải trình."
    close_campaign(actor=standing, campaign_id=opened.campaign.pk, reason=reason, now=teller.at(-408))
    publish_results(actor=standing, campaign_id=opened.campaign.pk, now=teller.at(-400))


def tell_last_year(teller: Teller) -> Continuation:
    """Departments and districts were assessed, explained, ruled on, closed and published."""
    departments = Khoi("Sở, ban, ngành", "so-2021", teller.province.departments)
    districts = Khoi("Huyện, thị xã, thành phố", "chuprong-2023", teller.province.districts)
    year = teller.year - 1
    opened = teller.open(
        f"Đánh giá chuyển đổi số năm {year}", (departments, districts), _LAST_YEAR, year=year
    )
    return partial(_run_last_year, teller, opened, departments, districts)


def _run_last_year(teller: Teller, opened: Opened, departments: Khoi, districts: Khoi) -> None:
    handed = _hand_in_all(teller, opened, (departments, -305), (districts, -304))
    _appraise_all(teller, opened, [dossier for _, dossier in handed], -275, begun=-298, differing=12)
    teller.advance(opened, "begin_explanation", -268)
    for body, dossier in handed[:6]:
        ask_to_explain(teller.province.standing, dossier, now=teller.at(-266))
        explain(body, dossier, justified=1, answered=99, is_sent=True, now=teller.at(-260))
    for _, dossier in handed[:6]:
        teller.bench().uphold(dossier, now=teller.at(-257))
    teller.advance(opened, "begin_ruling", -253)
    for _, dossier in handed[:4]:
        rule(teller.province.council[0], dossier, count=1, now=teller.at(-245))
    standing = teller.province.standing
    reason = "Hội đồng thống nhất giữ điểm thẩm định ở các nội dung không đưa ra họp."
    close_campaign(actor=standing, campaign_id=opened.campaign.pk, reason=reason, now=teller.at(-238))
    publish_results(actor=standing, campaign_id=opened.campaign.pk, now=teller.at(-230))


def tell_half_year(teller: Teller) -> Continuation:
    """A few departments by themselves: the council has disputes to rule on."""
    khoi = Khoi("Sở", "so-2021", teller.province.departments[1:7])
    opened = teller.open(f"Sơ kết 6 tháng đầu năm {teller.year} các sở", (khoi,), _HALF_YEAR)
    return partial(_run_half_year, teller, opened, khoi)


def _run_half_year(teller: Teller, opened: Opened, khoi: Khoi) -> None:
    handed = _hand_in_all(teller, opened, (khoi, -105))
    _appraise_all(teller, opened, [dossier for _, dossier in handed], -70, begun=-98, differing=6)
    teller.advance(opened, "begin_explanation", -58)
    for body, dossier in handed:
        ask_to_explain(teller.province.standing, dossier, now=teller.at(-56))
        explain(body, dossier, justified=2, answered=99, is_sent=True, now=teller.at(-40))
        teller.bench().uphold(dossier, now=teller.at(-25))
    teller.advance(opened, "begin_ruling", -18)
    for _, dossier in handed[:2]:
        rule(teller.province.council[1], dossier, count=1, now=teller.at(-4))


def tell_pillars(teller: Teller) -> Continuation:
    """The pillars of districts, in the middle of explanation."""
    khoi = Khoi("Ba trụ cột cấp huyện", "huyen-2021", teller.province.districts)
    opened = teller.open(f"Đánh giá theo ba trụ cột năm {teller.year}", (khoi,), _PILLARS)
    return partial(_run_pillars, teller, opened, khoi)


def _run_pillars(teller: Teller, opened: Opened, khoi: Khoi) -> None:
    handed = _hand_in_all(teller, opened, (khoi, -35))
    _appraise_all(teller, opened, [dossier for _, dossier in handed], -15, begun=-28, differing=10)
    teller.advance(opened, "begin_explanation", -5)
    for place, (body, dossier) in enumerate(handed[:9]):
        ask_to_explain(teller.province.standing, dossier, now=teller.at(-5))
        if place >= 5:
            explain(body, dossier, justified=1, answered=99, is_sent=place >= 7, now=teller.at(-2))
        elif place >= 3:
            explain(body, dossier, justified=1, answered=1, is_sent=False, now=teller.at(-1))


def _hand_in_all(teller: Teller, opened: Opened, *tracks: tuple[Khoi, int]) -> list[tuple[Body, Assessment]]:
    """Everybody fills in, shows one report for what is claimed, and hands in around the day of the track."""
    teller.together([act for khoi, day in tracks for act in _handing_in(teller, opened, khoi, day)])
    return [(body, opened.dossier(khoi, body)) for khoi, _day in tracks for body in khoi.bodies]


def _handing_in(teller: Teller, opened: Opened, khoi: Khoi, day: int) -> list[Act]:
    clerk = teller.clerk(opened, khoi)

    def hand_in_one(_place: int, body: Body) -> None:
        dossier = opened.dossier(khoi, body)
        clerk.fill(body, dossier, share=100, now=teller.at(day - 8))
        _show_report(teller, clerk, body, dossier, opened.campaign.year, day)
        hand_in(body, dossier, now=teller.at(day))

    return teller.acts(f"{opened.campaign.name}, {khoi.name}", khoi.bodies, hand_in_one)


def _show_report(teller: Teller, clerk: Clerk, body: Body, dossier: Assessment, year: int, day: int) -> None:
    keys = clerk.provable()
    if keys:
        report = teller.registry.file(body, REPORT, year, State.VALID, at=teller.at(day - 4), checked=False)
        show_documents(body, dossier, [report], keys, teller.at(day - 3))


def _appraise_all(
    teller: Teller, opened: Opened, dossiers: Sequence[Assessment], day: int, *, begun: int, differing: int
) -> None:
    """Appraise every dossier to the end of the first round."""
    teller.advance(opened, "begin_appraisal", begun)
    bench, name = teller.bench(), opened.campaign.name

    def differ(place: int, dossier: Assessment) -> None:
        bench.differ(dossier, count=2 + place % 3, now=teller.at(day - 6))

    teller.each(f"{name}, khác", dossiers[:differing], differ)
    bench.accept(dossiers, share=100, now=teller.at(day - 5))
    teller.each(f"{name}, xong", dossiers, lambda _, dossier: bench.finish(dossier, now=teller.at(day)))


def tell_plans(teller: Teller) -> Continuation:
    """The plans hang on what is published, and on no campaign that is open."""

    def run() -> None:
        tell_plan(teller)
        tell_district_plan(teller)

    return run


# Chapters of one part open their campaigns in this order, then go on without each other.
PARTS: tuple[tuple[str, tuple[Callable[[Teller], Continuation], ...]], ...] = (
    ("Kỳ thí điểm các sở", (tell_trial,)),
    ("Kỳ đánh giá năm trước", (tell_last_year,)),
    (
        "Kỳ đánh giá năm nay, sơ kết, ba trụ cột và các kế hoạch",
        (tell_half_year, tell_pillars, tell_this_year, tell_plans),
    ),
)

"""The main pages of every role in English, in Chromium, with what scripts write into them."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from playwright.sync_api import Browser

from chamdiem.plans.models import ItemReport, Measure, Plan, PlanItem, Round, RoundReport
from chamdiem.plans.services import TaskPlan, create_task, hand_in_file, judge_report
from tests.example import documents
from tests.people import NOW, Cast
from tests.plans.loaded import CONTENT, IN_TIME, draft_plan, report_of, send_report, third_quarter
from tests.web.reading import Known, vietnamese_in_english

from .travelling import Traveller, aside

EVERYBODY = ("/ky-danh-gia/", "/bo-chi-so/", "/don-vi/", "/nguoi-dung/toi/", "/ket-qua/", "/minh-chung/")
DOSSIER = ("/ho-so/", "/ho-so/{a}/", "/ho-so/{a}/con-thieu/", "/ho-so/{a}/duyet/")
BOARD = "/ky-danh-gia/{campaign}/tien-do/"
PAGES = {
    "an": DOSSIER,
    "dung": DOSSIER,
    "kien": DOSSIER,
    "chi": ("/tham-dinh/", "/tham-dinh/tieu-chi/"),
    "giang": (
        "/ky-danh-gia/moi/",
        "/ky-danh-gia/{campaign}/",
        BOARD,
        f"{BOARD}phong-ban/",
        f"{BOARD}tieu-chi/",
    ),
    "ha": (),
    "lan": ("/nguoi-dung/", "/nguoi-dung/moi/", "/nhat-ky/", "/minh-chung/chung-thu/"),
}


def test_the_pages_of_every_role_are_english_for_who_chose_it(
    browser: Browser, site: str, cast: Cast
) -> None:
    known = aside(lambda: Known([*documents.names(), *documents.texts()]))
    for person, own in PAGES.items():
        pages = [page.format(a=cast.a.pk, campaign=cast.campaign.pk) for page in (*EVERYBODY, *own)]
        assert _vietnamese_met(Traveller(browser, site, person), pages, known) == {}


def test_the_pages_of_plans_are_english_too(browser: Browser, site: str, cast: Cast) -> None:
    pages = aside(lambda: _plan_pages(cast))
    known = aside(lambda: Known([*documents.names(), *documents.texts()]))
    for person, own in pages.items():
        assert _vietnamese_met(Traveller(browser, site, person), own, known) == {}


def test_the_words_of_a_decision_are_marked_as_vietnamese(browser: Browser, site: str, cast: Cast) -> None:
    an = Traveller(browser, site, "an")
    an.read_english()
    an.go(f"/ho-so/{cast.a.pk}/")
    name = "Người đứng đầu là Trưởng ban Chỉ đạo chuyển đổi số"
    assert an.page.locator("[lang=vi]", has_text=name).count() > 0


def test_the_words_of_a_plan_are_marked_as_vietnamese(browser: Browser, site: str, cast: Cast) -> None:
    plan = aside(lambda: draft_plan(cast))
    giang = Traveller(browser, site, "giang")
    giang.read_english()
    giang.go(f"/ke-hoach/{plan.pk}/noi-dung/")
    for said in ("Kế hoạch đào tạo kỹ năng số", "Phát triển hạ tầng số", "Các Sở, ban, ngành"):
        assert giang.page.locator("[lang=vi]", has_text=said).count() > 0


def _vietnamese_met(traveller: Traveller, pages: Sequence[str], known: Known) -> dict[str, list[str]]:
    """Address → the Vietnamese on it that is neither known nor marked, for somebody who reads English.

    Language is chosen on the first page, which is read as well.
    """
    traveller.read_english()
    found = {}
    for page in ("/", *pages):
        if page != "/":
            traveller.go(page)
        assert traveller.page.locator("html").get_attribute("lang") == "en"
        if said := list(vietnamese_in_english(traveller.page.content(), known)):
            found[page] = said
    assert traveller.wrong == []
    assert traveller.flaws == {}
    return found


def _plan_pages(cast: Cast) -> dict[str, list[str]]:
    """Person → addresses of plans: one in force with a task and a returned report, one draft, one file."""
    round_ = third_quarter(cast)
    report = report_of(round_, cast.body_a)
    send_report(cast, report, "dung")
    judge_report(actor=cast.giang, report_id=report.pk, action="return", reason="Thiếu số liệu", now=IN_TIME)
    item = PlanItem.objects.get(key="VB1")
    planned = TaskPlan(name="Soạn kế hoạch", starts_on=IN_TIME.date(), due_on=IN_TIME.date())
    task = create_task(
        actor=cast.an, item_id=item.pk, organisation_id=cast.body_a.pk, planned=planned, now=IN_TIME
    )
    line = ItemReport.objects.get(report=report, item=item)
    return {
        "giang": [*_running(round_, report, item), *_drafting(cast)],
        "an": [
            reverse("plans:show_plan", args=[round_.plan_id]),
            reverse("plans:show_report", args=[report.pk]),
            reverse("plans:edit_line", args=[line.pk]),
            reverse("plans:create_task", args=[item.pk, cast.body_a.pk]),
            reverse("plans:show_task", args=[task.pk]),
            reverse("plans:list_tasks", args=[round_.plan_id]),
        ],
    }


def _running(round_: Round, report: RoundReport, item: PlanItem) -> list[str]:
    """What who runs a plan in force sees of it."""
    parts = (
        "show_plan",
        "list_items",
        "show_timeline",
        "list_rounds",
        "list_versions",
        "list_bodies",
        "calendar",
    )
    measure = Measure.objects.get(key="MT1-1", goal__plan=round_.plan)
    return [
        *(reverse(f"plans:{part}", args=[round_.plan_id]) for part in parts),
        *(
            reverse(f"plans:{part}", args=[round_.pk])
            for part in ("show_round", "extend_round", "consolidated")
        ),
        reverse("plans:show_report", args=[report.pk]),
        reverse("plans:show_item", args=[item.pk]),
        reverse("plans:enter_value", args=[round_.plan_id, measure.pk]),
        reverse("plans:resolve_body", args=[round_.plan_id, item.charged.all()[0].body_id]),
    ]


def _drafting(cast: Cast) -> list[str]:
    """Where plans are begun, handed in, written and approved."""
    draft: Plan = draft_plan(cast, CONTENT.replace("vi-du-plan", "vi-du-hai"))
    handed_in = hand_in_file(
        actor=cast.giang,
        owner_id=cast.province.pk,
        plan_id=None,
        name="ke-hoach.yaml",
        data=CONTENT.replace("vi-du-plan", "vi-du-ba").encode(),
        now=NOW,
    )
    parts = ("show_plan", "approve", "edit_header", "add_body", "hand_in_for")
    kinds = ("goal", "target", "document", "project")
    return [
        *(reverse(f"plans:{part}") for part in ("list_plans", "create_plan", "hand_in")),
        reverse("plans:show_file", args=[handed_in.pk]),
        *(reverse(f"plans:{part}", args=[draft.pk]) for part in parts),
        *(reverse("plans:add_entry", args=[draft.pk, kind]) for kind in kinds),
    ]

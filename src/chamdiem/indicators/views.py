"""Pages of editions: the library, one edition, its lint report, a comparison, its files."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from chamdiem.accounts.requests import SignedInRequest
from chamdiem.core.lint import count_open_errors
from chamdiem.errors import NotAllowed
from chamdiem.indicators import report, selectors, services
from chamdiem.indicators.forms import FileForm, FindingFilters, LibraryFilters
from chamdiem.indicators.permissions import may_keep, may_load
from chamdiem.indicators.sheet import list_lines
from chamdiem.office.form_writing import write_form
from chamdiem.office.organisations import Organisation
from chamdiem.web.exporting import EXCEL, Cell, Sheet, export_response, note_at
from chamdiem.web.paging import address_without
from chamdiem.web.returning import choose_again, returned_in
from chamdiem.web.typed import read_whole

_HEADINGS = (
    gettext_lazy("Mã"),
    gettext_lazy("Tên bộ chỉ số"),
    pgettext_lazy("bộ chỉ số", "Phiên bản"),
    gettext_lazy("Cấp áp dụng"),
    gettext_lazy("Căn cứ"),
    gettext_lazy("Số tiêu chí"),
    gettext_lazy("Tổng điểm"),
    gettext_lazy("Trạng thái"),
    gettext_lazy("Ban hành lúc"),
)


@require_GET
@login_required
def library(request: SignedInRequest) -> HttpResponseBase:
    """Every edition this person may read."""
    filters = LibraryFilters(request.GET, selectors.list_levels(actor=request.user))
    asked = filters.cleaned_data if filters.is_valid() else {}
    editions = selectors.search_editions(
        actor=request.user,
        typed=asked.get("q", ""),
        status=asked.get("status", ""),
        applies_to=asked.get("level", ""),
    )
    if kind := request.GET.get("export"):
        rows = (_exported(each) for each in editions)
        return export_response(Sheet(_("Thư viện bộ chỉ số"), _HEADINGS, rows, note_at(timezone.now())), kind)
    context = {
        "editions": editions,
        "filters": filters,
        "may_load": may_load(request.user),
        "export_address": address_without(request, "page", "export"),
    }
    return render(request, "indicators/library.html", context)


@require_http_methods(["GET", "POST"])
@login_required
def load(request: SignedInRequest) -> HttpResponse:
    """A form for a set file; what is sent becomes a draft, or comes back with what is wrong."""
    if not may_load(request.user):
        raise NotAllowed("edition.load_not_allowed")
    if request.method != "POST":
        return render(request, "indicators/load.html", {"form": FileForm()})
    form = FileForm(request.POST, request.FILES)
    if form.is_valid():
        with returned_in(form, "file"):
            file = form.cleaned_data["file"]
            edition = services.load_draft(
                actor=request.user,
                data=file.read(services.MOST_BYTES + 1),
                file_name=file.name,
                applies_to=form.cleaned_data["applies_to"],
                now=timezone.now(),
            )
            told = _("Đã nạp dự thảo “{name}”. Hãy xem báo cáo rà soát trước khi ban hành.")
            messages.success(request, told.format(name=edition.name))
            return redirect("indicators:show_edition", edition.key)
    choose_again(form)
    return render(request, "indicators/load.html", {"form": form}, status=422)


@require_GET
@login_required
def show(request: SignedInRequest, key: str) -> HttpResponse:
    """One edition: every row with its points, its rule in words and what belongs to it."""
    edition = selectors.get_edition(actor=request.user, key=key)
    compiled, findings = selectors.compiled(edition), selectors.list_findings(edition)
    context = {
        **_frame(request, edition, "show"),
        "set": compiled.indicator_set,
        "lines": list_lines(compiled.indicator_set, compiled.scorer, findings),
        "open_errors": count_open_errors(findings),
        "open_warnings": sum(each.severity == "warning" and not each.acknowledged for each in findings),
    }
    return render(request, "indicators/edition.html", context)


@require_GET
@login_required
def lint(request: SignedInRequest, key: str) -> HttpResponse:
    """What lint says about an edition; each finding leads to its row."""
    edition = selectors.get_edition(actor=request.user, key=key)
    filters = FindingFilters(request.GET)
    asked = filters.cleaned_data if filters.is_valid() else {}
    findings = selectors.list_findings(edition)
    context = {
        **_frame(request, edition, "lint"),
        "filters": filters,
        "counts": report.count_findings(findings),
        "findings": report.list_told(
            findings,
            selectors.compiled(edition).indicator_set,
            severity=asked.get("severity", ""),
            with_acknowledged=asked.get("acknowledged", False),
        ),
    }
    return render(request, "indicators/lint.html", context)


@require_GET
@login_required
def compare(request: SignedInRequest, key: str) -> HttpResponse:
    """What became of every criterion from another edition to this one."""
    edition = selectors.get_edition(actor=request.user, key=key)
    others = selectors.list_editions(actor=request.user).exclude(key=key)
    context = {**_frame(request, edition, "compare"), "others": selectors.called_apart(others)}
    if other := request.GET.get("with", ""):
        old = selectors.get_edition(actor=request.user, key=other)
        compared = selectors.compare_editions(old, edition)
        before, after = selectors.compiled(old), selectors.compiled(edition)
        context |= {
            "old": old,
            "counts": report.count_verdicts(compared),
            "set_changes": report.list_set_changes(
                selectors.compare_headers(old, edition), before.indicator_set, after.indicator_set
            ),
            "changes": report.list_changes(compared, before.scorer, after.scorer),
            "shows_same": bool(request.GET.get("same")),
        }
    return render(request, "indicators/compare.html", context)


@require_GET
@login_required
def download_yaml(request: SignedInRequest, key: str) -> HttpResponse:
    """The edition as a file to keep, exchange, or load elsewhere."""
    edition = selectors.get_edition(actor=request.user, key=key)
    return _file(edition.document.encode(), f"{key}.yaml", "application/yaml; charset=utf-8")


@require_GET
@login_required
def download_form(request: SignedInRequest, key: str) -> HttpResponse:
    """The Excel form of the edition, empty, for one organisation."""
    edition = selectors.get_edition(actor=request.user, key=key)
    blank = [Organisation(code="DV01", name="")]
    return _file(write_form(selectors.compiled(edition).indicator_set, blank), f"{key}.xlsx", EXCEL)


@require_POST
@login_required
def issue(request: SignedInRequest, key: str) -> HttpResponse:
    """Issue a draft; from then on it stays as it is."""
    edition = services.issue_edition(
        actor=request.user,
        key=key,
        version=read_whole(request.POST.get("version", "")) or 0,
        now=timezone.now(),
    )
    told = _("Đã ban hành “{name}”. Từ nay nội dung không thay đổi được nữa.")
    messages.success(request, told.format(name=edition.name))
    return redirect("indicators:show_edition", key)


@require_POST
@login_required
def delete(request: SignedInRequest, key: str) -> HttpResponse:
    """Delete a draft."""
    services.delete_draft(actor=request.user, key=key, now=timezone.now())
    messages.success(request, _("Đã xóa dự thảo."))
    return redirect("indicators:list_editions")


def _exported(edition: Any) -> tuple[Cell, ...]:
    return (
        edition.key,
        edition.name,
        edition.edition,
        edition.applies_to,
        edition.decision,
        edition.criteria_count,
        edition.max_points,
        str(edition.get_status_display()),
        edition.issued_at,
    )


def _frame(request: SignedInRequest, edition: Any, current: str) -> dict[str, Any]:
    """What stands around every page of one edition."""
    is_draft = edition.status == "draft"
    return {
        "edition": edition,
        "tabs": report.list_tabs(edition.key, current, selectors.list_findings(edition)),
        "may_change": is_draft and may_keep(request.user, edition),
    }


def _file(content: bytes, name: str, media_type: str) -> HttpResponse:
    response = HttpResponse(content, content_type=media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response

"""Pages of an import: hand in a file, see what it would do, apply it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from chamdiem.errors import NotAllowed, NotFound
from chamdiem.jobs.selectors import is_left_alone
from chamdiem.organisations import selectors, services
from chamdiem.organisations.forms import FileForm
from chamdiem.organisations.imports import IMPORTS, Import
from chamdiem.organisations.permissions import may_change_anything
from chamdiem.organisations.services.importing import MOST_BYTES
from chamdiem.organisations.template_file import write_template
from chamdiem.organisations.views.requests import SignedInRequest
from chamdiem.organisations.views.telling import Told, tell
from chamdiem.web.exporting import EXCEL, Sheet, export_response
from chamdiem.web.paging import address_without
from chamdiem.web.rendering import render_page_or_part


@require_http_methods(["GET", "POST"])
@login_required
def hand_in(request: SignedInRequest, kind: str) -> HttpResponse:
    """A form for a file; it is looked through at once or, when large, by the worker."""
    how = _import(request, kind)
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        kept = services.store_import(
            actor=request.user,
            kind=kind,
            name=file.name,
            data=file.read(MOST_BYTES + 1),
            site=request.build_absolute_uri("/"),
            now=timezone.now(),
        )
        return redirect("organisations:show_import", kept.pk)
    return render(
        request,
        "organisations/hand_in.html",
        {
            "form": form,
            "kind": kind,
            "how": how,
            "waiting": selectors.list_waiting_imports(actor=request.user, kind=kind),
        },
        status=422 if form.errors else 200,
    )


@require_GET
@login_required
def template(request: SignedInRequest, kind: str) -> HttpResponse | StreamingHttpResponse:
    """An empty file with the right headings, and a sheet that explains them."""
    how = _import(request, kind)
    if request.GET.get("as") == "csv":
        return export_response(Sheet(str(how.title), [column.heading for column in how.columns], []), "csv")
    response = HttpResponse(write_template(how), content_type=EXCEL)
    name = f"mau-{how.file_name}.xlsx"
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    return response


@require_GET
@login_required
def show(request: SignedInRequest, import_id: int) -> HttpResponse | StreamingHttpResponse:
    """What the file would do, or has done; while the worker is at it the page asks again by itself."""
    file = selectors.get_import(actor=request.user, import_id=import_id)
    told = tell(file)
    if kind := request.GET.get("export"):
        return export_response(_faults_sheet(file.name, told), kind)
    context = {
        "file": file,
        "told": told,
        "is_left_alone": is_left_alone(file.job),
        "how": IMPORTS[file.kind],
        "address": address_without(request, "export"),
    }
    return render_page_or_part(
        request, "organisations/import.html", context, part="organisations/_import.html"
    )


@require_POST
@login_required
def apply(request: SignedInRequest, import_id: int) -> HttpResponse:
    """Apply the file."""
    file = services.begin_import(actor=request.user, import_id=import_id, now=timezone.now())
    if file.applied_at is not None:
        messages.success(request, _("Đã nhập xong tệp."))
    return redirect("organisations:show_import", import_id)


def _faults_sheet(name: str, told: Told) -> Sheet:
    """What is wrong with a file, for whoever mends it."""
    headings = [_("Trang tính"), _("Ô"), _("Đang ghi"), _("Cần sửa")]
    rows = ((each.sheet, each.cell, each.value, each.sentence) for each in told.faults)
    note = _("{shown} trên {count} chỗ cần sửa").format(shown=len(told.faults), count=told.fault_count)
    return Sheet(_("Chỗ cần sửa {name}").format(name=name), headings, rows, note)


def _import(request: SignedInRequest, kind: str) -> Import:
    if kind not in IMPORTS:
        raise NotFound("import.not_found")
    if not may_change_anything(request.user):
        raise NotAllowed("import.not_allowed")
    return IMPORTS[kind].seen_by(request.user)

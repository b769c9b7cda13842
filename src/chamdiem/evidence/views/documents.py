"""Pages of documents: the folder, one document, its files, and what is withdrawn of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from chamdiem.accounts.requests import actor_of
from chamdiem.errors import NotAllowed
from chamdiem.evidence import selectors, services, withdrawing
from chamdiem.evidence.forms import REFUSED_AT, DescriptionForm, FolderFilters
from chamdiem.evidence.permissions import may_add_documents, may_change_document
from chamdiem.evidence.selectors import filter_documents, list_own_organisations
from chamdiem.evidence.services import Description
from chamdiem.evidence.showing import (
    DOCUMENT_COLUMNS,
    INFECTED,
    document_card,
    document_line,
    scan_state,
    shown_in_sent,
    signature_paragraphs,
    upload_notice,
)
from chamdiem.evidence.storing import open_file
from chamdiem.web.exporting import Sheet, export_response, note_at
from chamdiem.web.paging import address_without, page_of
from chamdiem.web.refusals import refusal_sentence
from chamdiem.web.refusing import wants_json
from chamdiem.web.returning import returned_in
from chamdiem.web.uploading import take_files

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

    from chamdiem.accounts.models import User
    from chamdiem.evidence.models import Document, DocumentVersion

# What a browser may show inside the page; everything else is only ever saved.
_SHOWN = {"application/pdf", "image/jpeg", "image/png", "text/plain"}
_AT_ONCE = 500
# A file may not load anything, run anything or reach the page it is shown in.
_FILE_POLICY = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'"


@require_GET
@login_required
def folder(request: HttpRequest) -> HttpResponseBase:
    """Documents this person may see, with the folder of her own body to add to."""
    return _show_folder(request)


def _show_folder(
    request: HttpRequest, *, refused_in: int | None = None, refused: Sequence[str] = ()
) -> HttpResponseBase:
    """``refused_in``: the organisation files were sent for; ``refused``: why they were not taken."""
    actor = actor_of(request)
    filters = FolderFilters(request.GET)
    found = filter_documents(selectors.list_documents(actor=actor), filters.kept())
    if kind := request.GET.get("export"):
        rows = map(document_line, found.iterator(chunk_size=_AT_ONCE))
        return export_response(
            Sheet(_("Tài liệu kiểm chứng"), DOCUMENT_COLUMNS, rows, note_at(timezone.now())), kind
        )
    page = page_of(request, found)
    organisations = list_own_organisations(actor=actor)
    own = {each.pk for each in organisations}
    firsts = selectors.find_first_with_same_file(
        [each for each in page.rows if each.organisation_id in own], actor=actor
    )
    context = {
        "filters": filters,
        "page": page,
        "cards": [document_card(document, same_as=firsts.get(document.pk)) for document in page.rows],
        "organisations": organisations,
        # The list may be shown at the address a file was sent to.
        "export_address": reverse("evidence:folder") + address_without(request, "page", "export"),
        "refused_in": refused_in,
        "upload_refusals": refused,
    }
    return render(request, "evidence/folder.html", context, status=422 if refused else 200)


@require_POST
@login_required
def upload(request: HttpRequest, organisation_id: int) -> HttpResponseBase:
    """Bring in one or several files; each becomes a document named after its file."""
    actor = actor_of(request)
    organisation = selectors.get_own_organisation(actor=actor, organisation_id=organisation_id)
    documents: list[Document] = []

    def take(given: UploadedFile[Any]) -> None:
        name = given.name or ""
        documents.append(
            services.add_file(
                actor=actor,
                organisation=organisation,
                stream=cast("BinaryIO", given.file),
                file_name=name,
                described=Description(title=name.rpartition(".")[0] or name),
                now=timezone.now(),
            )
        )

    refused = take_files(request, take)
    if wants_json(request):
        notice = " ".join(filter(None, map(upload_notice, documents)))
        return JsonResponse({"documents": [document.pk for document in documents], "notice": notice})
    if documents:
        messages.success(request, _("Đã tải lên %(count)s tệp.") % {"count": len(documents)})
    if refused:
        return _show_folder(request, refused_in=organisation.pk, refused=refused)
    return redirect("evidence:folder")


@require_GET
@login_required
def document(request: HttpRequest, document_id: int) -> HttpResponse:
    """One document: preview, signatures, versions, where it is used and where it was found again."""
    return _show_document(request, document_id)


def _show_document(
    request: HttpRequest,
    document_id: int,
    form: DescriptionForm | None = None,
    *,
    refused: Sequence[str] = (),
) -> HttpResponse:
    """``form``: what was typed and refused; ``refused``: why a newer file was not taken."""
    actor = actor_of(request)
    found = selectors.get_document(actor=actor, document_id=document_id)
    form = form or DescriptionForm(initial=asdict(Description.of(found)))
    versions = list(found.versions.select_related("file", "added_by"))
    newest = versions[0] if versions else None
    scan = scan_state(newest.file) if newest else ""
    is_own = may_add_documents(actor, found.organisation)
    why_fixed = _why_fixed(actor, found) if is_own else ""
    firsts = selectors.find_first_with_same_file([found] if is_own else [], actor=actor)
    context = {
        "document": found,
        "versions": versions,
        "newest": newest,
        "is_shown": newest is not None and newest.file.media_type in _SHOWN and scan != INFECTED,
        "scan": scan,
        "signature_lines": signature_paragraphs(newest) if newest else (),
        "duplicates": selectors.find_duplicates(actor=actor, file=newest.file) if newest else [],
        "may_change": is_own and not why_fixed,
        "why_fixed": why_fixed,
        "same_as": firsts.get(found.pk),
        "form": form,
        "upload_refusals": refused,
        **_withdrawals(actor, found, versions, is_own=is_own),
    }
    status = 422 if form.errors or refused else 200
    return render(request, "evidence/document.html", context, status=status)


def _withdrawals(
    actor: User, found: Document, versions: Sequence[DocumentVersion], *, is_own: bool
) -> dict[str, bool]:
    """What of a document a person of its body may withdraw now."""
    if not is_own:
        return {}
    return {
        "may_withdraw": withdrawing.why_kept(actor, found) is None,
        "may_withdraw_version": len(versions) > 1 and withdrawing.why_kept(actor, found, versions[0]) is None,
    }


def _why_fixed(actor: User, found: Document) -> str:
    """Why a person of its body may only read a document; empty where she may change it."""
    if not may_change_document(actor, found):
        return refusal_sentence(NotAllowed("evidence.change_not_allowed"))
    sent = selectors.find_use_in_sent(found)
    return refusal_sentence(shown_in_sent(sent)) if sent else ""


@require_POST
@login_required
def new_version(request: HttpRequest, document_id: int) -> HttpResponse:
    """A newer file."""

    def take(given: UploadedFile[Any]) -> None:
        services.add_version(
            actor=actor_of(request),
            document_id=document_id,
            stream=cast("BinaryIO", given.file),
            file_name=given.name or "",
            now=timezone.now(),
        )

    refused = take_files(request, take)
    if refused:
        return _show_document(request, document_id, refused=refused)
    return redirect("evidence:document", document_id)


@require_POST
@login_required
def describe(request: HttpRequest, document_id: int) -> HttpResponse:
    """Change what is said about a document; what is refused comes back as typed."""
    form = DescriptionForm(request.POST)
    if form.is_valid():
        with returned_in(form, at=REFUSED_AT):
            services.describe_document(
                actor=actor_of(request), document_id=document_id, described=form.described, now=timezone.now()
            )
            messages.success(request, _("Đã lưu mô tả tài liệu."))
            return redirect("evidence:document", document_id)
    return _show_document(request, document_id, form)


@require_POST
@login_required
def withdraw(request: HttpRequest, document_id: int) -> HttpResponse:
    """Withdraw a document that was handed in by mistake."""
    withdrawing.withdraw_document(
        actor=actor_of(request),
        document_id=document_id,
        reason=request.POST.get("reason", ""),
        now=timezone.now(),
    )
    messages.success(request, _("Đã rút tài liệu: tài liệu không còn trong kho và không mở được nữa."))
    return redirect("evidence:folder")


@require_POST
@login_required
def withdraw_version(request: HttpRequest, document_id: int, number: int) -> HttpResponse:
    """Withdraw the newest version; the one before it is the current one again."""
    withdrawing.withdraw_version(
        actor=actor_of(request),
        document_id=document_id,
        number=number,
        reason=request.POST.get("reason", ""),
        now=timezone.now(),
    )
    messages.success(
        request, _("Đã rút bản %(number)s; bản trước đó lại là bản hiện tại.") % {"number": number}
    )
    return redirect("evidence:document", document_id)


@require_GET
@login_required
def file(request: HttpRequest, version_id: int) -> HttpResponseBase:
    """The bytes of one version: shown inside the page where that is safe, else saved."""
    version = selectors.get_version(actor=actor_of(request), version_id=version_id)
    if version.file.scan == version.file.Scan.INFECTED:
        raise NotAllowed("evidence.infected_not_served")
    is_shown = "xem" in request.GET and version.file.media_type in _SHOWN
    response = FileResponse(open_file(version.file.sha256), content_type=version.file.media_type)
    response["Content-Disposition"] = (
        content_disposition_header(as_attachment=not is_shown, filename=version.file_name) or ""
    )
    response["Content-Security-Policy"] = _FILE_POLICY
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response

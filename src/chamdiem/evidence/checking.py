"""What a worker finds out about a file: malware and signatures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.conf import settings
from django.core.files.base import File
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.types import JSONDict

from chamdiem.errors import NotFound
from chamdiem.evidence.hooks import tell_checked
from chamdiem.evidence.models import StoredFile
from chamdiem.evidence.scanning import Outcome, Scan, scan
from chamdiem.evidence.selectors import current_trust
from chamdiem.evidence.signatures import DocumentVerdict, Verdict, check, check_apart
from chamdiem.evidence.storing import open_file, sweep_incoming
from chamdiem.notices.services import Told, tell

Signature = StoredFile.Signature
_PDF = "application/pdf"
_AFTER_NEW_FILES = -10  # people wait for what they have just uploaded; without a word it is 0
_SCANS = {Outcome.CLEAN: StoredFile.Scan.CLEAN, Outcome.INFECTED: StoredFile.Scan.INFECTED}
# As many are scanned in one go; after so many without an answer the scanner is taken to be away.
_AT_ONCE, _MOST_UNANSWERED = 200, 3
_CHECKED_WITHIN = timedelta(hours=1)  # what waits longer has lost its check

_STORED_WITHIN = timedelta(days=1)  # no file is longer on its way


def check_later(file: StoredFile) -> None:
    """Have a file checked; queued in the transaction at hand."""
    check_file.defer(file_id=file.pk)


def check_all_later() -> None:
    """What is trusted has changed: no verdict holds until its PDF is checked again, once, after new files."""
    files = StoredFile.objects.filter(media_type=_PDF)
    # Without a signature nothing hangs on what is trusted.
    files.exclude(signature__in=(Signature.WAITING, Signature.NONE)).update(signature=Signature.AGAIN)
    tell_unsure.defer()
    queued = ProcrastinateJob.objects.filter(task_name=check_file.name, status="todo")
    numbers = set(files.values_list("pk", flat=True)) - set(queued.values_list("args__file_id", flat=True))
    again = check_file.configure(priority=_AFTER_NEW_FILES)
    jobs: list[JSONDict] = [{"file_id": number} for number in sorted(numbers)]
    again.batch_defer(*jobs)


@app.task(name="evidence.tell_unsure", queue="evidence", pass_context=False)
def tell_unsure() -> None:
    """Tell of every file whose verdict holds no more: what counted it as signed counts it no longer."""
    tell_checked(StoredFile.objects.filter(signature=Signature.AGAIN))


@app.task(name="evidence.check_file", queue="evidence", retry=3)
def check_file(file_id: int) -> None:
    """Scan a file and check its signatures; doing it twice changes nothing."""
    _check(file_id, check_apart)


def check_own_file(file_id: int) -> None:
    """The same at once and in this process, which is quicker; for files this program made itself."""
    _check(file_id, check)


# Often, because a scanner that was away, or was installed since, finds many.
@app.periodic(cron="*/10 * * * *")
@app.task(name="evidence.scan_unscanned", queue="evidence", pass_context=False)
def scan_unscanned(timestamp: int) -> int:
    """Scan files nobody could scan yet, those tried longest ago first; returns how many got a verdict."""
    del timestamp  # when it was asked for; what counts is the hour in which it runs
    if not settings.MALWARE_SCANNER:
        return 0
    scanned = unanswered = 0
    for file in _list_unscanned(timezone.now()):
        if unanswered == _MOST_UNANSWERED:
            break
        try:
            found = _scan(file)
        except NotFound:
            # Its content is lost; the others are scanned all the same.
            found = Scan(Outcome.UNAVAILABLE)
        unanswered = 0 if found.outcome in _SCANS else unanswered + 1
        scanned += found.outcome in _SCANS
        file.checked_at = timezone.now()
        file.save(update_fields=["scan", "checked_at"])
        _tell(file)
    return scanned


@app.periodic(cron="40 * * * *")
@app.task(name="evidence.sweep", queue="evidence", pass_context=False)
def sweep(timestamp: int) -> int:
    """Remove what killed processes left half stored a day ago; returns how many there were."""
    del timestamp  # when it was asked for; what counts is the hour in which it runs
    return sweep_incoming(before=timezone.now() - _STORED_WITHIN)


def _list_unscanned(now: datetime) -> list[StoredFile]:
    is_lost = Q(scan=StoredFile.Scan.WAITING, stored_at__lt=now - _CHECKED_WITHIN)
    found = StoredFile.objects.filter(Q(scan=StoredFile.Scan.UNAVAILABLE) | is_lost)
    return list(found.order_by(F("checked_at").asc(nulls_first=True), "pk")[:_AT_ONCE])


def _scan(file: StoredFile) -> Scan:
    with open_file(file.sha256) as stream:
        return _scan_opened(file, stream)


def _scan_opened(file: StoredFile, stream: File[bytes]) -> Scan:
    """Ask the scanner and keep what it says; without an answer an earlier verdict stays."""
    found = scan(stream.file, scanner=settings.MALWARE_SCANNER)  # type: ignore[arg-type]  # a binary stream
    if found.outcome in _SCANS:
        file.scan = _SCANS[found.outcome]
    elif file.scan not in _SCANS.values():
        file.scan = StoredFile.Scan.UNAVAILABLE
    if file.scan == StoredFile.Scan.INFECTED:
        _tell_infected(file)
    return found


def _tell_infected(file: StoredFile) -> None:
    """Tell who brought the file in, once for each document."""
    versions = file.versions.select_related("document__organisation")
    told = [
        Told(
            key=f"evidence.infected:{each.pk}",
            user_id=each.added_by_id,
            title=_("Tệp “{name}” có mã độc").format(name=each.file_name),
            detail=_(
                "Tệp không mở được và không được tính là minh chứng. "
                "Hãy quét lại máy tính rồi tải lên bản sạch."
            ),
            url=reverse("evidence:document", args=[each.document_id]),
            due_on=None,
            organisation_path=each.document.organisation.path,
        )
        for each in versions
    ]
    tell(told=told, now=timezone.now())


def _check(file_id: int, check_signatures: Callable[..., DocumentVerdict]) -> None:
    file = StoredFile.objects.get(pk=file_id)
    with open_file(file.sha256) as stream:
        _scan_opened(file, stream)
        data = stream.read() if file.media_type == _PDF else b""
    trust = current_trust()
    verdict = (
        check_signatures(data, trust=trust, received_at=file.stored_at)
        if data
        else DocumentVerdict(verdict=Verdict.NOT_SIGNED)
    )
    file.checked_at = timezone.now()
    changed = ["scan", "checked_at"]
    # Where what is trusted changed meanwhile, another check is queued and says what holds.
    if trust == current_trust():
        file.signature, file.signatures = verdict.verdict.value, verdict.as_json()
        changed += ["signature", "signatures"]
    file.save(update_fields=changed)
    _tell(file)


def _tell(file: StoredFile) -> None:
    tell_checked(StoredFile.objects.filter(pk=file.pk))

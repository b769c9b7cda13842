"""What a worker finds out about a file: malware and signatures."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from chamdiem.evidence.hooks import tell_checked
from chamdiem.evidence.models import StoredFile
from chamdiem.evidence.scanning import Outcome, scan
from chamdiem.evidence.selectors import current_trust
from chamdiem.evidence.signatures import DocumentVerdict, Verdict, check, check_apart
from chamdiem.evidence.storing import open_file

_PDF = "application/pdf"
_AFTER_NEW_FILES = -10  # people wait for what they have just uploaded; without a word it is 0
_SCANS = {
    Outcome.CLEAN: StoredFile.Scan.CLEAN,
    Outcome.INFECTED: StoredFile.Scan.INFECTED,
    Outcome.UNAVAILABLE: StoredFile.Scan.UNAVAILABLE,
    Outcome.NOT_CONFIGURED: StoredFile.Scan.UNAVAILABLE,
}


def check_later(file: StoredFile) -> None:
    """Have a file checked; queued in the transaction at hand."""
    check_file.defer(file_id=file.pk)


def check_all_later() -> int:
    """Have every PDF checked again, as after a change of the roots, after new files; how many there are."""
    numbers = list(StoredFile.objects.filter(media_type=_PDF).values_list("pk", flat=True))
    again = check_file.configure(priority=_AFTER_NEW_FILES)
    for number in numbers:
        again.defer(file_id=number)
    return len(numbers)


@app.task(name="evidence.check_file", queue="evidence", retry=3)
def check_file(file_id: int) -> None:
    """Scan a file and check its signatures; doing it twice changes nothing."""
    _check(file_id, check_apart)


def check_own_file(file_id: int) -> None:
    """The same at once and in this process, which is quicker; for files this program made itself."""
    _check(file_id, check)


def _check(file_id: int, check_signatures: Callable[..., DocumentVerdict]) -> None:
    file = StoredFile.objects.get(pk=file_id)
    with open_file(file.sha256) as stream:
        found = scan(stream.file, scanner=settings.MALWARE_SCANNER)  # type: ignore[arg-type]  # a binary stream
        data = stream.read() if file.media_type == _PDF else b""
    verdict = (
        check_signatures(data, trust=current_trust(), received_at=file.stored_at)
        if data
        else DocumentVerdict(verdict=Verdict.NOT_SIGNED)
    )
    file.scan = _SCANS[found.outcome]
    file.signature = verdict.verdict.value
    file.signatures = verdict.as_json()
    file.checked_at = timezone.now()
    file.save(update_fields=["scan", "signature", "signatures", "checked_at"])
    tell_checked(file)

"""Checks every signature of a PDF in this process."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from cryptography.exceptions import UnsupportedAlgorithm
from pyhanko.sign.ades.report import AdESIndeterminate
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.validation import EmbeddedPdfSignature, validate_pdf_signature, validate_pdf_timestamp
from pyhanko.sign.validation.errors import DisallowedAlgorithmError, SignatureValidationError
from pyhanko.sign.validation.settings import KeyUsageConstraints
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel, SignatureStatus
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import AlgorithmNotSupported, InvalidCertificateError
from pyhanko_certvalidator.sig_validate import DefaultSignatureValidator

from chamdiem.evidence.signatures.document import (
    MALFORMED,
    EncryptedDocument,
    add_enclosed_knowledge,
    add_signature_knowledge,
    list_signatures,
    open_document,
)
from chamdiem.evidence.signatures.judging import Finding, judge
from chamdiem.evidence.signatures.naming import find_missing_issuer, name_issuer, name_signer
from chamdiem.evidence.signatures.tail import has_unsigned_tail
from chamdiem.evidence.signatures.trust import Knowledge, Trust
from chamdiem.evidence.signatures.verdict import DocumentVerdict, LaterChanges, SignatureVerdict, Verdict, Why

MAX_SIGNATURES = 50
_REVOKED = (AdESIndeterminate.REVOKED_NO_POE, AdESIndeterminate.REVOKED_CA_NO_POE)
_HARMLESS = (ModificationLevel.NONE, ModificationLevel.LTA_UPDATES, ModificationLevel.FORM_FILLING)
# Vietnamese authorities issue for signing with either of the two.
_USAGE = KeyUsageConstraints(key_usage={"non_repudiation", "digital_signature"}, match_all_key_usages=False)


@dataclass(frozen=True, slots=True)
class _Stamp:
    """A trusted time stamp over the document as it stood in one revision."""

    revision: int
    at: datetime


def check(data: bytes, *, trust: Trust, received_at: datetime) -> DocumentVerdict:
    """The verdict on every signature of a PDF.

    Args:
        data: The file. Anything is allowed; nothing is raised because of it.
        trust: Roots and lists of the installation.
        received_at: When the installation got the file: every signature in it is older.
    """
    knowledge = Knowledge.of(trust)
    try:
        reader = open_document(data)
        found = list(list_signatures(reader))
        if len(found) > MAX_SIGNATURES:
            return DocumentVerdict.unverifiable(Why.TOO_MANY_SIGNATURES)
        return _check_all(found, add_enclosed_knowledge(knowledge, reader), received_at)
    except EncryptedDocument:
        return DocumentVerdict.unverifiable(Why.ENCRYPTED)
    except MALFORMED:
        return DocumentVerdict.unverifiable(Why.UNREADABLE_FILE)


def _check_all(
    found: list[tuple[str, EmbeddedPdfSignature | None]],
    knowledge: Knowledge,
    received_at: datetime,
) -> DocumentVerdict:
    stamps = [stamp for _, each in found if each and (stamp := _read_stamp(each, knowledge, received_at))]
    verdicts: list[tuple[int, SignatureVerdict]] = []
    for name, each in found:
        if each is None:
            verdicts.append((0, _unverifiable(name, Why.UNREADABLE_SIGNATURE)))
        elif each.sig_object_type != "/DocTimeStamp":
            verdict = _check_one(each, knowledge, stamps, received_at)
            verdicts.append((each.signed_revision, verdict))
    verdicts.sort(key=lambda each: each[0])
    return DocumentVerdict.of(tuple(verdict for _, verdict in verdicts))


def _read_stamp(each: EmbeddedPdfSignature, knowledge: Knowledge, received_at: datetime) -> _Stamp | None:
    if each.sig_object_type != "/DocTimeStamp":
        return None
    try:
        known = add_signature_knowledge(knowledge, each)
        status = validate_pdf_timestamp(each, known.context_at(received_at), skip_diff=True)
        by_list = [
            validate_pdf_timestamp(each, context, skip_diff=True)
            for context in known.list_contexts_at(received_at)
        ]
    except (SignatureValidationError, *MALFORMED):
        return None
    is_whole = status.coverage is not None and status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION
    is_trusted = status.trusted and not any(_is_revoked(one) for one in by_list)
    return _Stamp(each.signed_revision, status.timestamp) if is_trusted and is_whole else None


def _check_one(
    each: EmbeddedPdfSignature, knowledge: Knowledge, stamps: list[_Stamp], received_at: datetime
) -> SignatureVerdict:
    try:
        knowledge = add_signature_knowledge(knowledge, each)
        finding = _find(each, knowledge, stamps, received_at)
        return _conclude(each, finding, knowledge)
    except UnsupportedAlgorithm:
        return _unverifiable(each.field_name, Why.UNSUPPORTED_ALGORITHM)
    except DisallowedAlgorithmError:
        return _unverifiable(each.field_name, Why.WEAK_ALGORITHM)
    except SignatureValidationError as problem:
        is_format = "SubFilter" in str(problem)
        return _unverifiable(
            each.field_name, Why.UNSUPPORTED_FORMAT if is_format else Why.UNREADABLE_SIGNATURE
        )
    except MALFORMED:
        return _unverifiable(each.field_name, Why.UNREADABLE_SIGNATURE)


def _find(
    each: EmbeddedPdfSignature, knowledge: Knowledge, stamps: list[_Stamp], received_at: datetime
) -> Finding:
    # Who holds with every list demanded holds in all other ways: most signatures are checked once.
    strict = knowledge.context_at(received_at, revocation="require")
    first, is_supported = _validate(each, strict, skip_diff=False)
    proofs = [stamp.at for stamp in stamps if stamp.revision > each.signed_revision]
    if (stamped_at := _stamped_at(each, first, knowledge, received_at)) is not None:
        proofs.append(stamped_at)
    moment = min([*proofs, received_at])
    status = first
    if proofs:
        status = _validate(each, knowledge.context_at(moment, revocation="require"), skip_diff=True)[0]
    is_revocation_checked = bool(status.trusted)
    if not is_revocation_checked:
        status = _validate(each, knowledge.context_at(moment), skip_diff=True)[0]
        by_list = _validate_by_list(each, knowledge, moment)
        status = next((one for one in by_list if _is_revoked(one)), status)
    coverage = first.coverage or SignatureCoverageLevel.UNCLEAR
    return Finding(
        is_digest_right=status.intact,
        is_signature_right=status.valid,
        is_algorithm_supported=is_supported,
        problem=status.trust_problem_indic,
        moment=moment,
        is_time_proven=bool(proofs),
        claimed_at=status.signer_reported_dt,
        valid_from=each.signer_cert.not_valid_before,
        valid_until=each.signer_cert.not_valid_after,
        revoked_at=status.revocation_details.revocation_date if status.revocation_details else None,
        holds_without_revocation=is_revocation_checked
        or _holds(each, knowledge.context_at(moment, revocation="soft-fail")),
        is_revocation_checked=is_revocation_checked,
        has_known_issuers=_missing_issuer(each, knowledge)[1],
        is_self_issued=each.signer_cert.issuer == each.signer_cert.subject,
        is_for_signing=_is_for_signing(each),
        is_coverage_clear=coverage != SignatureCoverageLevel.UNCLEAR,
        later_changes=_later_changes(each, first),
    )


def _stamped_at(
    each: EmbeddedPdfSignature, first: PdfSignatureStatus, knowledge: Knowledge, received_at: datetime
) -> datetime | None:
    """The time a trusted stamp inside the signature tells."""
    stamp = first.timestamp_validity
    if stamp is not None and not stamp.trusted:
        # It may lack no more than a list.
        stamp = _validate(each, knowledge.context_at(received_at), skip_diff=True)[0].timestamp_validity
        by_list = _validate_by_list(each, knowledge, received_at)
        if any(_is_revoked(one.timestamp_validity) for one in by_list):
            return None
    return stamp.timestamp if stamp is not None and stamp.trusted else None


class _Validator(DefaultSignatureValidator):
    """Remembers whether an algorithm was unknown, which pyHanko reports as a wrong signature."""

    is_supported = True

    def validate_signature(self, *args: Any, **kwargs: Any) -> None:
        try:
            super().validate_signature(*args, **kwargs)
        except AlgorithmNotSupported:
            self.is_supported = False
            raise


def _validate(
    each: EmbeddedPdfSignature, context: ValidationContext, *, skip_diff: bool
) -> tuple[PdfSignatureStatus, bool]:
    context.sig_validator = validator = _Validator()
    status = validate_pdf_signature(each, context, key_usage_settings=_USAGE, skip_diff=skip_diff)
    return (status, validator.is_supported)


def _validate_by_list(
    each: EmbeddedPdfSignature, knowledge: Knowledge, moment: datetime
) -> list[PdfSignatureStatus]:
    contexts = knowledge.list_contexts_at(moment)
    return [_validate(each, context, skip_diff=True)[0] for context in contexts]


def _is_revoked(status: SignatureStatus | None) -> bool:
    return status is not None and status.trust_problem_indic in _REVOKED


def _holds(each: EmbeddedPdfSignature, context: ValidationContext) -> bool:
    return bool(_validate(each, context, skip_diff=True)[0].trusted)


def _is_for_signing(each: EmbeddedPdfSignature) -> bool:
    try:
        _USAGE.validate(each.signer_cert)
    except InvalidCertificateError:
        return False
    return True


def _missing_issuer(each: EmbeddedPdfSignature, knowledge: Knowledge) -> tuple[str, bool]:
    return find_missing_issuer(each.signer_cert, [*knowledge.certificates, *knowledge.roots])


def _later_changes(each: EmbeddedPdfSignature, status: PdfSignatureStatus) -> LaterChanges:
    level = status.modification_level
    is_whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    if level in _HARMLESS and not is_whole and has_unsigned_tail(each):
        return LaterChanges.APPENDED
    if level == ModificationLevel.NONE:
        return LaterChanges.NONE
    if level == ModificationLevel.LTA_UPDATES:
        return LaterChanges.TIMESTAMPS
    # Notes and drawings change what a reader sees; only a signer who allowed them wanted them.
    if level == ModificationLevel.FORM_FILLING and status.docmdp_ok:
        return LaterChanges.FORMS
    return LaterChanges.CONTENT


def _conclude(each: EmbeddedPdfSignature, found: Finding, knowledge: Knowledge) -> SignatureVerdict:
    verdict, why = judge(found)
    certificate = each.signer_cert
    names_issuer = why in (Why.UNKNOWN_ROOT, Why.CHAIN_INCOMPLETE)
    return SignatureVerdict(
        verdict=verdict,
        why=why,
        detail=_missing_issuer(each, knowledge)[0] if names_issuer else "",
        field=each.field_name,
        signer=name_signer(certificate),
        issuer=name_issuer(certificate),
        certificate_valid_from=found.valid_from,
        certificate_valid_until=found.valid_until,
        signed_at=found.moment if found.is_time_proven else found.claimed_at,
        is_time_proven=found.is_time_proven,
        covers_whole_document=each.coverage == SignatureCoverageLevel.ENTIRE_FILE,
        later_changes=found.later_changes,
        is_revocation_checked=found.is_revocation_checked,
        names_revocation=bool(certificate.crl_distribution_points or certificate.ocsp_urls),
    )


def _unverifiable(field: str, why: Why) -> SignatureVerdict:
    return SignatureVerdict(verdict=Verdict.CANNOT_VERIFY, why=why, field=field)

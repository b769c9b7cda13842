"""Opens a PDF and finds its signatures and what it brings along to check them."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterator

from cryptography.exceptions import InvalidSignature
from pyhanko.pdf_utils.crypt import AuthStatus
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.general import (
    MultivaluedAttributeError,
    NonexistentAttributeError,
    find_unique_cms_attribute,
)
from pyhanko.sign.validation import EmbeddedPdfSignature
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko.sign.validation.errors import ValidationInfoReadingError

from chamdiem.evidence.signatures.trust import Knowledge

# What pyHanko and asn1crypto let fly on malformed files; found by fuzzing, and everything
# else dies in a process of its own (see ``apart``).
MALFORMED = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    zlib.error,
    InvalidSignature,
    PdfError,
)


class EncryptedDocument(Exception):
    """The document opens with a password only."""


def open_document(data: bytes) -> PdfFileReader:
    """The document, read leniently as viewers do; an empty password is tried.

    Raises:
        EncryptedDocument: It needs a password.
    """
    reader = PdfFileReader(io.BytesIO(data), strict=False)
    if reader.encrypted and reader.decrypt(b"").status == AuthStatus.FAILED:
        raise EncryptedDocument
    return reader


def list_signatures(reader: PdfFileReader) -> Iterator[tuple[str, EmbeddedPdfSignature | None]]:
    """Each filled signature field by name; ``None`` where what fills it cannot be read."""
    for name, value, field in enumerate_sig_fields(reader, filled_status=True):
        try:
            if value.get_object() is None:
                continue
            yield (name, EmbeddedPdfSignature(reader, field, name))
        except MALFORMED:
            yield (name, None)


def add_enclosed_knowledge(knowledge: Knowledge, reader: PdfFileReader) -> Knowledge:
    """Certificates, lists and answers of the document's security store (/DSS)."""
    try:
        store = DocumentSecurityStore.read_dss(reader)
        context = store.as_validation_context({"trust_roots": []})
        return knowledge.with_more(certificates=store.load_certs(), crls=context.crls, ocsps=context.ocsps)
    except (ValidationInfoReadingError, *MALFORMED):
        return knowledge


def add_signature_knowledge(knowledge: Knowledge, signature: EmbeddedPdfSignature) -> Knowledge:
    """Certificates of the signature, and the revocation information Adobe's readers put into it."""
    more = knowledge.with_more(certificates=signature.other_embedded_certs)
    try:
        attributes = signature.signer_info["signed_attrs"]
        archive = find_unique_cms_attribute(attributes, "adobe_revocation_info_archival")
        return more.with_more(crls=archive["crl"] or (), ocsps=archive["ocsp"] or ())
    except (NonexistentAttributeError, MultivaluedAttributeError, *MALFORMED):
        return more

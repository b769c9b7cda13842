"""Adds a real signature of an example authority to a PDF."""

from __future__ import annotations

import asyncio
import io
from datetime import datetime

from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers.pdf_cms import PdfCMSSignedAttributes
from pyhanko.stamp import StaticStampStyle

from chamdiem.evidence.example_authority import Holder

# Room for a signature with its chain and a time stamp; a dry run to measure it would cost more.
_BYTES_FOR_SIGNATURE = 2 * 12_000
_WIDTH, _HEIGHT = 198, 57
# The boxes stand in the lower margin of the last page, from right to left, in rows upwards.
_LEFTS, _BOTTOM = (340, 110), 42


class _Page(PdfContent):
    """The only page of another PDF, drawn as it is."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__(box=BoxConstraints(width=_WIDTH, height=_HEIGHT))
        self._pdf = pdf

    def render(self) -> bytes:
        if self.writer is None:
            raise ValueError("a page is drawn into a document")
        form = self.writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self._pdf)))
        self.resources.xobject["/Stamp"] = form
        return b"/Stamp Do"


def add_signature(
    pdf: bytes, holder: Holder, *, signed_at: datetime, timestamper: Holder | None, stamp: bytes | None
) -> bytes:
    """The document with one more signature, shown by ``stamp`` on its last page if given."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    count = len(list(writer.prev.embedded_signatures))
    name = f"ChuKy{count + 1}"
    field = SigFieldSpec(name)
    if stamp is not None:
        row, column = divmod(count, len(_LEFTS))
        left, bottom = _LEFTS[column], _BOTTOM + row * _HEIGHT
        box = (left, bottom, left + _WIDTH, bottom + _HEIGHT)
        field = SigFieldSpec(name, on_page=-1, box=box)
    signer = PdfSigner(
        PdfSignatureMetadata(field_name=name, md_algorithm="sha256"),
        holder.as_signer(),
        timestamper=timestamper.as_timestamper(signed_at) if timestamper else None,
        stamp_style=StaticStampStyle(background=_Page(stamp), border_width=1) if stamp else None,
        new_field_spec=field,
    )
    return asyncio.run(_sign(signer, writer, signed_at))


async def _sign(signer: PdfSigner, writer: IncrementalPdfFileWriter, signed_at: datetime) -> bytes:
    # The steps of PdfSigner.async_sign_pdf, because only a session knows another time than now.
    session = signer.init_signing_session(writer)
    session.system_time = signed_at
    validation = await session.perform_presign_validation(writer)
    document = session.prepare_tbs_document(
        validation_info=validation, bytes_reserved=_BYTES_FOR_SIGNATURE, appearance_text_params=None
    )
    digest, output = document.digest_tbs_document()
    attributes = PdfCMSSignedAttributes(signing_time=signed_at)
    signed = await document.perform_signature(digest.document_digest, attributes)
    await signed.post_signature_processing(output)
    output.seek(0)
    return bytes(output.read())

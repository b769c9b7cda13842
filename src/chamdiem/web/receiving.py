"""How much one request may bring: more than that is refused before anything of it is written to disk."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler


class BoundedUpload(FileUploadHandler):
    """The first of the upload handlers: it looks at the size of the whole, the others keep the files."""

    def handle_raw_input(
        self,
        input_data: Any,  # noqa: ARG002  Django's names
        META: Any,  # noqa: N803, ARG002
        content_length: int,
        boundary: str,  # noqa: ARG002
        encoding: str | None = None,  # noqa: ARG002
    ) -> None:
        """Let the request in, or not.

        Raises:
            RequestDataTooBig: All files together are larger than the system takes at once.
        """
        if content_length > settings.MOST_SENT_BYTES:
            raise RequestDataTooBig

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:  # noqa: ARG002
        """Pass it on."""
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """Nothing is kept here."""

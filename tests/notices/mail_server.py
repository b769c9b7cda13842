"""A mail server that speaks SMTP over a socket, and refuses or falls silent as told."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage

from django.test import override_settings


@dataclass
class MailServer:
    """What it does, and what reached it.

    Attributes:
        refused: Addresses it knows nobody at.
        silent_for: Addresses of which it takes the letter and hangs up without an answer.
        on_taken: What happens as soon as it has taken a letter, before it answers.
    """

    refused: set[str] = field(default_factory=set)
    silent_for: set[str] = field(default_factory=set)
    on_taken: Callable[[], None] = lambda: None
    taken: list[EmailMessage] = field(default_factory=list)

    @property
    def reached(self) -> list[str]:
        """The addresses of the letters taken, in order."""
        return [str(letter["To"]) for letter in self.taken]


class _Talk(socketserver.StreamRequestHandler):
    """One connection."""

    def handle(self) -> None:
        server: MailServer = self.server.mail  # type: ignore[attr-defined]  # given below
        self._say("220 ready")
        to = ""
        while line := self.rfile.readline():
            words = line.decode().strip()
            verb = words[:4].upper()
            if verb == "RCPT":
                to = words.split("<")[1].split(">")[0]
                self._say("550 5.1.1 No such user" if to in server.refused else "250 ok")
            elif verb == "DATA":
                self._say("354 go ahead")
                server.taken.append(self._letter())
                server.on_taken()
                if to in server.silent_for:
                    return
                self._say("250 taken")
            elif verb == "QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 ok")

    def _say(self, words: str) -> None:
        with suppress(OSError):  # who was killed hears nothing
            self.wfile.write(f"{words}\r\n".encode())

    def _letter(self) -> EmailMessage:
        lines = list(iter(self.rfile.readline, b".\r\n"))
        return message_from_bytes(b"".join(lines), EmailMessage, policy=policy.default)


class _Listener(socketserver.ThreadingTCPServer):
    daemon_threads = True
    mail: MailServer


@contextmanager
def mail_server() -> Iterator[MailServer]:
    """A server that runs, to which the settings lead."""
    with _Listener(("127.0.0.1", 0), _Talk) as listener:
        listener.mail = MailServer()
        threading.Thread(target=listener.serve_forever, daemon=True).start()
        with override_settings(
            EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend",
            EMAIL_HOST="127.0.0.1",
            EMAIL_PORT=listener.server_address[1],
            EMAIL_USE_TLS=False,
            EMAIL_HOST_USER="",
        ):
            yield listener.mail
        listener.shutdown()

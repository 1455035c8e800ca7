"""A real SMTP server in the test process, and messages that are really committed."""

import ssl

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

from senco.messages.mailers import mailers
from senco.messages.models import OutboxMessage
from tests.factories import as_owner
from tests.messages.sink import Sink, free_port


class OverTls(Controller):
    """An SMTP server that speaks TLS from the first byte or after STARTTLS, and asks for a password."""

    def __init__(self, handler, *, certificate, implicit: bool):
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(certificate)
        implicitly = {"ssl_context": self.context} if implicit else {}
        self.implicit = implicit
        super().__init__(handler, hostname="localhost", port=free_port(), **implicitly)

    def factory(self):
        tls = {} if self.implicit else {"tls_context": self.context, "require_starttls": True}
        return SMTP(
            self.handler,
            authenticator=right_password,
            auth_required=True,
            auth_require_tls=not self.implicit,
            **tls,
        )


def right_password(server, session, envelope, mechanism, data):
    right = (data.login, data.password) == (b"office@example.org", b"p@ss/word")
    return AuthResult(success=right, handled=False)


@pytest.fixture
def sink(settings, tmp_path):
    """The mail server of this test; the relay delivers to it."""
    handler = Sink()
    server = Controller(handler, hostname="127.0.0.1", port=free_port())
    server.start()
    settings.MAILERS = mailers(f"smtp://127.0.0.1:{server.port}", tmp_path)
    handler.url = f"smtp://127.0.0.1:{server.port}"
    yield handler
    server.stop()


@pytest.fixture
def committed(django_db_setup, django_db_blocker):
    """Database access without a transaction around the test: what is written is there for other processes."""
    with django_db_blocker.unblock():
        yield
        with as_owner():
            OutboxMessage.objects.all().delete()

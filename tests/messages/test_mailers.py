"""EMAIL_URL: what it may say, TLS and passwords on a real server, and the folder without one."""

import datetime
import email

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMessage, send_mail

from senco.messages import actions
from senco.messages.mailers import mailers
from senco.messages.models import OutboxMessage
from senco.messages.relay import relay
from tests.factories import as_owner
from tests.messages.conftest import OverTls
from tests.messages.sink import Sink


@pytest.mark.parametrize(
    ("url", "options"),
    [
        ("smtp://mail.example.org", {"host": "mail.example.org"}),
        (
            "smtp+starttls://u:p%40w@mail.example.org:587",
            {"use_tls": True, "username": "u", "password": "p@w", "port": 587},
        ),
        ("smtps://mail.example.org:465", {"use_ssl": True, "port": 465}),
    ],
)
def test_an_address_becomes_djangos_options(url, options, tmp_path):
    assert options.items() <= mailers(url, tmp_path)["delivery"]["OPTIONS"].items()


@pytest.mark.parametrize("url", ["mail.example.org", "http://mail.example.org", "smtp://", "pop3://x"])
def test_a_wrong_address_is_refused_with_an_example_and_without_its_password(url, tmp_path):
    with pytest.raises(ImproperlyConfigured, match="must look like smtp"):
        mailers(url, tmp_path)


@pytest.fixture
def certificate(tmp_path, monkeypatch):
    """A certificate for localhost that this test trusts."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    today = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder(
            issuer_name=name, subject_name=name, public_key=key.public_key(), serial_number=1
        )
        .not_valid_before(today - datetime.timedelta(days=1))
        .not_valid_after(today + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = tmp_path / "localhost.pem"
    path.write_bytes(secret + made.public_bytes(serialization.Encoding.PEM))
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    return path


@pytest.mark.filterwarnings(
    "ignore:Requiring AUTH while not requiring TLS"
)  # the sink does not count implicit TLS
@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"
)  # the sink drops TLS streams when it stops
@pytest.mark.django_db
@pytest.mark.parametrize(("scheme", "implicit"), [("smtps", True), ("smtp+starttls", False)])
def test_tls_and_password_on_a_real_server(certificate, settings, tmp_path, scheme, implicit):
    sink = Sink()
    server = OverTls(sink, certificate=certificate, implicit=implicit)
    server.start()
    try:
        settings.MAILERS = mailers(
            f"{scheme}://office%40example.org:p%40ss%2Fword@localhost:{server.port}", tmp_path
        )
        with as_owner():
            actions.post(to="one@example.org", subject="x", text="x")
        assert relay() == 1
        settings.MAILERS = mailers(f"{scheme}://office%40example.org:wrong@localhost:{server.port}", tmp_path)
        with as_owner():
            refused = actions.post(to="two@example.org", subject="x", text="x")
        assert relay() == 0
    finally:
        server.stop()
    with as_owner():
        refused.refresh_from_db()
    assert "SMTPAuthenticationError" in refused.last_error
    assert "wrong" not in refused.last_error


@pytest.mark.django_db
def test_without_a_server_messages_are_kept_as_files(settings, tmp_path):
    settings.MAILERS = mailers("", tmp_path / "mail")
    with as_owner():
        actions.post(to="one@example.org", subject="Grüße", text="Zeile eins\nZeile zwei")
    assert relay() == 1
    (path,) = (tmp_path / "mail").iterdir()
    letter = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert (letter["To"], letter["Subject"]) == ("one@example.org", "Grüße")
    assert "Zeile zwei" in letter.get_content()


@pytest.mark.django_db
def test_whatever_is_sent_anywhere_becomes_a_row_first(settings, tmp_path):
    settings.MAILERS = mailers("", tmp_path)
    send_mail("Your code", "ABCD-EFGH", None, ["one@example.org", "two@example.org"])
    with as_owner():
        found = OutboxMessage.objects.order_by("to")
        assert [(m.to, m.subject, m.school_id) for m in found] == [
            ("one@example.org", "Your code", None),
            ("two@example.org", "Your code", None),
        ]
    assert not list(tmp_path.iterdir())


@pytest.mark.django_db
def test_files_never_travel_by_mail(settings, tmp_path):
    settings.MAILERS = mailers("", tmp_path)
    message = EmailMessage(
        "x", "x", None, ["one@example.org"], attachments=[("plan.pdf", b"%PDF", "application/pdf")]
    )
    with pytest.raises(ValueError, match="never sent by email"):
        message.send()


@pytest.mark.django_db
def test_a_sign_in_code_travels_the_same_way(client, settings, sink):
    import re
    import uuid

    from senco.accounts.actions import open_account
    from tests.factories import person

    settings.CACHES = {"default": settings.CACHES["default"] | {"KEY_PREFIX": uuid.uuid4().hex}}
    with as_owner():
        user = open_account(email="parent@example.org")
    person("parent", user=user)
    client.post("/accounts/login/code/", {"email": "parent@example.org"})
    assert relay() == 1
    ((_to, letter),) = sink.letters
    code = re.search(r"^[A-Z]{4}-[A-Z]{4}", letter, re.MULTILINE).group()
    client.post("/accounts/login/code/confirm/", {"code": code})
    assert client.get("/you/").status_code == 200

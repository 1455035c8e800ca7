"""Anybody can send anything to the pages that read a passkey: it is refused in words, never a fault."""

import base64
import json

import pytest

pytestmark = pytest.mark.django_db


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def credential(handle: str = b64(b"x"), client_data: object = b64(b"{}"), **changed) -> str:
    """One that has the shape a browser gives it."""
    response = {
        "clientDataJSON": client_data,
        "authenticatorData": b64(b"\0" * 37),
        "signature": b64(b"s"),
        "userHandle": handle,
    }
    key = b64(b"key")
    return json.dumps({"id": key, "rawId": key, "type": "public-key", "response": response} | changed)


SENT = {
    "empty": "{}", "list": "[]", "number": "1", "nothing": "", "null": "null", "text": '"x"', "half": "{" * 900,
    "no raw id": '{"id": "\\u0000"}', "nul": '{"id": "a", "rawId": "a\\u0000"}', "well-formed": credential(),
    "handle is nul": credential(b64(b"\0")), "handle is long": credential(b64(b"9" * 5000)), "handle is no text": credential(b64(b"\xff")),
    "handle is a list": credential([]), "handle is no one": credential(b64(b"00000000-0000-0000-0000-000000000000")),
    "client data is no json": credential(client_data=b64(b"[")), "client data is a number": credential(client_data=1),
    "response is a list": credential(response=[]), "response is empty": credential(response={}), "id is a list": credential(id=[], rawId=[]),
}  # fmt: skip


@pytest.mark.parametrize("name", SENT)
def test_at_the_door(client, name):
    client.get("/accounts/2fa/webauthn/login/", headers={"X-Requested-With": "XMLHttpRequest"})
    answer = client.post("/accounts/2fa/webauthn/login/", {"credential": SENT[name]})
    assert answer.headers["Location"] == "/accounts/login/"
    assert client.get("/you/").status_code == 302


@pytest.mark.parametrize("name", SENT)
@pytest.mark.parametrize("page", ["/accounts/2fa/webauthn/reauthenticate/", "/accounts/2fa/webauthn/add/"])
def test_inside(client, account, sign_in, settings, name, page):
    settings.SECOND_FACTOR_REQUIRED = False
    from allauth.mfa.models import Authenticator

    somebody = account("teacher")
    sign_in(somebody)
    client.get(page)
    assert client.post(page, {"credential": SENT[name], "name": "x"}).status_code in (200, 302)
    assert not Authenticator.objects.filter(user=somebody.user).exists()

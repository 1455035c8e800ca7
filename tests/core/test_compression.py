"""Pages are compressed for whoever asked for them from here, and for nobody who was made to ask."""

import gzip

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


def page(client, **headers):
    return client.get(reverse("account_login"), headers={"Accept-Encoding": "gzip"} | headers)


@pytest.mark.parametrize("origin", ["same-origin", "none"])
def test_a_page_asked_for_from_here_is_compressed(client, origin):
    answer, plain = page(client, **{"Sec-Fetch-Site": origin}), page(client)
    assert answer.headers["Content-Encoding"] == "gzip" and "Accept-Encoding" in answer.headers["Vary"]
    assert b"</html>" in gzip.decompress(answer.content)
    assert len(answer.content) < len(plain.content) / 2
    assert int(answer.headers["Content-Length"]) == len(answer.content)


@pytest.mark.parametrize("origin", ["cross-site", "same-site", "", "nonsense"])
def test_one_that_somebody_else_had_asked_for_is_not(client, origin):
    answer = page(client, **{"Sec-Fetch-Site": origin})
    assert "Content-Encoding" not in answer.headers and b"</html>" in answer.content


def test_nor_for_a_browser_that_cannot_read_it(client):
    answer = page(client, **{"Sec-Fetch-Site": "none", "Accept-Encoding": "br"})
    assert "Content-Encoding" not in answer.headers


def test_lengths_are_blurred(client):
    lengths = {len(page(client, **{"Sec-Fetch-Site": "none"}).content) for _turn in range(20)}
    assert len(lengths) > 3

"""From nothing to work: a system without demo data, its first school, its SENCO's way in, and the school's own pupils."""

import re
import time
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from tests.serving.served import Served

PUPILS = Path(__file__).parents[1] / "register/inputs/sims_pupils.csv"
SCHOOL = ("--name", "Quarry Bank School", "--urn", "123456", "--laestab", "999/4001", "--phase", "secondary")
SENCO = ("--senco", "senco@quarry.example", "--senco-name", "Mrs Nadia Kirkbride")
PASSWORD = "three words together"
BOUNDARY = "a-line-between"


class Reader:
    """A browser without scripts: keeps cookies, follows redirects, sends the form on the page it is looking at."""

    def __init__(self):
        self.opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(CookieJar())
        )
        self.address = self.page = ""

    def go(self, address: str, data: bytes | None = None, kind: str = "application/x-www-form-urlencoded"):
        headers = {"Referer": self.address or address, "Content-Type": kind}
        request = urllib.request.Request(address, data, headers if data else {})
        with self.opener.open(request) as answer:
            self.address, self.page = answer.url, answer.read().decode()

    def submit(self, path: str = "", **fields: str):
        token = {"csrfmiddlewaretoken": self.find(r'name="csrfmiddlewaretoken" value="([^"]+)"')}
        self.go(urllib.parse.urljoin(self.address, path), urllib.parse.urlencode(token | fields).encode())

    def upload(self, file: Path):
        token = self.find(r'name="csrfmiddlewaretoken" value="([^"]+)"')
        parts = [
            f'name="csrfmiddlewaretoken"\r\n\r\n{token}'.encode(),
            f'name="file"; filename="{file.name}"\r\n\r\n'.encode() + file.read_bytes(),
        ]
        body = b"".join(
            b"--%s\r\nContent-Disposition: form-data; %s\r\n" % (BOUNDARY.encode(), part) for part in parts
        )
        self.go(
            self.address, body + f"--{BOUNDARY}--\r\n".encode(), f"multipart/form-data; boundary={BOUNDARY}"
        )

    def find(self, pattern: str) -> str:
        found = re.search(pattern, self.page)
        assert found, f"{pattern} is not on {self.address}"
        return found[1]


@pytest.fixture(scope="module")
def running(bare_environment, prepared_folder):
    one = Served(prepared_folder, bare_environment)
    try:
        one.start_ready()
        yield one
    finally:
        one.stop()
        one.end()


def test_from_an_empty_system_to_the_schools_own_pupils(running):
    running.until("Ctrl-C")
    hint = [running.process.stdout.readline() for _line in range(3)]
    assert "No school is here yet" in hint[0]
    assert f"SENCO_DATA={running.data} bin/manage open_school --name" in hint[1]

    opened = running.managed("open_school", *SCHOOL, *SENCO)
    assert opened.returncode == 0, opened.stderr
    assert f"is kept as files in {running.data}/mail" in opened.stdout
    [link] = re.findall(
        rf"^  (http://127.0.0.1:{running.port}/accounts/invitation/\S+)$", opened.stdout, re.MULTILINE
    )

    senco = Reader()
    senco.go(link)
    assert "Mrs Kirkbride, senco@quarry.example" in senco.page
    senco.submit(password1=PASSWORD, password2=PASSWORD)
    assert senco.address.endswith("/accounts/2fa/"), "a real school is not a demo: a second step first"
    senco.go(f"http://127.0.0.1:{running.port}/accounts/2fa/totp/activate/")
    secret = senco.find(r"\b([A-Z2-7]{32})\b")
    senco.submit(code=format_hotp_value(hotp_value(secret, int(time.time()) // 30)))
    senco.go(f"http://127.0.0.1:{running.port}/")
    assert "Quarry Bank School" in senco.page and "Mrs Kirkbride" in senco.page

    senco.go(f"http://127.0.0.1:{running.port}/imports/")
    senco.upload(PUPILS)
    for _look in range(60):  # a long file is read in the background meanwhile
        senco.go(senco.address.replace("progress/", ""))
        if "Apply this import" in senco.page:
            break
        time.sleep(0.5)
    assert "Apply this import" in senco.page, senco.address


def test_the_way_in_is_said_once_and_a_trust_goes_on(running):
    again = running.managed("open_school", *SCHOOL, *SENCO)
    assert again.returncode == 1
    assert "Quarry Bank School is open already" in again.stderr
    second = running.managed(
        "open_school", "--name", "Fernhill Primary", "--urn", "654321", "--laestab", "9992002", "--phase", "primary",
        "--senco", "senco@quarry.example",
    )  # fmt: skip
    assert second.returncode == 0, second.stderr
    assert "Fernhill Primary is open." in second.stdout


def test_a_folder_that_was_never_served_says_what_comes_first(bare_environment, short_folder):
    bare = Served(short_folder / "bare", bare_environment)
    for command, words in (
        (("open_school", *SCHOOL, *SENCO), "Run bin/serve --school empty"),
        (("load_demo", "--schools", "2"), "or bin/manage migrate, first"),
    ):
        refused = bare.managed(*command)
        assert refused.returncode == 1
        assert words in refused.stderr
        assert "Traceback" not in refused.stderr

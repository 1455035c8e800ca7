"""What a phone has to fetch for the first page of each person, as it travels (design: 100 KB cold, 15 KB again, 25 KB of scripts)."""

import pytest

COLD, AGAIN, SCRIPTS = 100_000, 15_000, 25_000  # bytes


class Scales:
    """Weighs what a page fetches."""

    def __init__(self, page):
        self.fetched: dict[str, list] = {}
        session = page.context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.responseReceived", self.note_address)
        session.on("Network.loadingFinished", self.note_weight)

    def note_address(self, event) -> None:
        self.fetched.setdefault(event["requestId"], [event["response"]["url"], 0])

    def note_weight(self, event) -> None:
        if event["requestId"] in self.fetched:
            self.fetched[event["requestId"]][1] = event["encodedDataLength"]

    def weigh(self, page, address: str) -> tuple[int, int]:
        """Bytes in all, and of scripts."""
        self.fetched.clear()
        page.goto(address)
        page.wait_for_load_state("networkidle")
        scripts = sum(weight for url, weight in self.fetched.values() if url.endswith(".js"))
        return sum(weight for _url, weight in self.fetched.values()), scripts


@pytest.mark.parametrize("who", [None, "parent", "teacher", "ta", "professional", "senco"])
def test_a_first_page_is_light(visit, browser, site, who):
    home = f"http://127.0.0.1:{site.port}" + ("/" if who else "/accounts/login/")
    cookies = visit(who).context.storage_state()
    cold = browser.new_context(viewport={"width": 360, "height": 740}, storage_state=cookies)
    page = cold.new_page()
    scales = Scales(page)
    whole, scripts = scales.weigh(page, home)
    again, _scripts = scales.weigh(page, home)
    cold.close()
    assert 0 < scripts <= SCRIPTS
    assert scripts < whole <= COLD
    assert 0 < again <= AGAIN

"""How long a five-year-old phone on slow 4G waits for the first page of each person, against the same page on this machine.

    python benchmarks/first_page.py http://127.0.0.1:8000 [--repeat 5]

The address is that of a demo school (`bin/serve --school demo`). Slow 4G: 1.6 Mbit/s down, 0.75 up, 150 ms; the phone computes a
quarter as fast as this machine. Each visit is the first of its browser: nothing is kept from the one before.
"""

import argparse
import statistics
import sys

from playwright.sync_api import sync_playwright

PASSWORD = "larkfield-demo"  # noqa: S105 of invented people
PHONE = {"width": 360, "height": 740}
SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 0.75e6 / 8,
}
PROCESSOR = 4  # times slower
PEOPLE = ("parent", "teacher", "ta", "professional", "senco")
READY = "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("address")
    parser.add_argument("--repeat", type=int, default=5)
    chosen = parser.parse_args(arguments)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch()
        for who in PEOPLE:
            cookies = signed_in(browser, chosen.address, who)
            slow, fast = (
                statistics.median(
                    ready(browser, chosen.address, cookies, throttled=each) for _ in range(chosen.repeat)
                )
                for each in (True, False)
            )
            print(f"{who:14} phone {slow:6.0f} ms   here {fast:6.0f} ms   ratio {slow / fast:5.2f}")  # noqa: T201


def signed_in(browser, address: str, who: str) -> dict:
    page = browser.new_page()
    page.goto(f"{address}/accounts/login/")
    page.fill("input[name=login]", f"{who}@larkfield.example")
    page.fill("input[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    page.wait_for_url(lambda url: "/accounts/login" not in url)
    return page.context.storage_state()


def ready(browser, address: str, cookies: dict, *, throttled: bool) -> float:
    """Milliseconds until the page can be read and used."""
    context = browser.new_context(viewport=PHONE, storage_state=cookies)
    page = context.new_page()
    if throttled:
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.send("Network.emulateNetworkConditions", SLOW_4G)
        session.send("Emulation.setCPUThrottlingRate", {"rate": PROCESSOR})
    page.goto(address)
    taken = page.evaluate(READY)
    context.close()
    return taken


if __name__ == "__main__":
    main(sys.argv[1:])

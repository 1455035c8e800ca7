"""A person at a browser: signs in, looks at pages, and notices what a person cannot see."""

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.journeys.pages import KEY, PASSWORD, addresses

DESKTOP = {"width": 1366, "height": 768}
NARROWEST = {"width": 320, "height": 568}
REPORT = Path(__file__).parents[1] / "register/inputs/sims_pupils.csv"  # from the MIS
OF_COLOUR = [
    "color-contrast",
    "link-in-text-block",
]  # what axe can find in the dark that it does not in the light


class Visitor:
    """One browser context. `width` in pixels, `dark` for the dark scheme, `scripts=False` for a browser without JavaScript."""

    def __init__(
        self, browser: Browser, address: str, *, width: int = 1366, dark: bool = False, scripts: bool = True
    ):
        self.address = address
        self.scripts = scripts
        self.context = browser.new_context(
            viewport=DESKTOP | {"width": width},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
            locale="en-GB",
        )
        self.page: Page = self.context.new_page()
        self.noticed: list[str] = []
        self.page.on("console", self.note_console)
        self.page.on("pageerror", lambda error: self.noticed.append(f"script error: {error}"))

    def note_console(self, message) -> None:
        """Violations of the content security policy and script errors; a refused page says so in the console too, which is no fault."""
        if message.type == "error" and "the server responded with a status of 4" not in message.text:
            self.noticed.append(f"{self.page.url}: {message.text}")

    def sign_in(self, email: str) -> None:
        self.go("/accounts/login/")
        self.page.fill("input[name=login]", email)
        self.page.fill("input[name=password]", PASSWORD)
        self.page.click("main button[type=submit]")
        self.page.wait_for_url(lambda url: "/accounts/login" not in url)

    def go(self, path: str) -> int:
        """Open a page; returns its status."""
        return self.page.goto(self.address + path).status

    def read(self, path: str) -> str:
        """Open a page; returns all of it."""
        self.go(path)
        return self.page.content()

    @property
    def here(self) -> str:
        """The address one has ended up at."""
        parts = urlsplit(self.page.url)
        return f"{parts.path}?{parts.query}" if parts.query else parts.path

    def addresses_of(self, pages: Iterable[str], who: str) -> dict[str, str]:
        """These pages of somebody's list in tests/journeys/pages.py → their addresses here."""
        return addresses(who, pages, self.read, {"import": self.bring_import, "mail": self.bring_mail})

    def bring_mail(self) -> str:
        """Have a sign-in code sent; the kept message, which the relay hands over in a moment."""
        self.go("/accounts/login/code/")
        self.page.fill("input[name=email]", "parent@larkfield.example")
        self.page.click("main button[type=submit]")
        self.page.wait_for_load_state()
        for _look in range(60):
            if found := re.search(r"/mail/([\w.-]+\.eml)", self.read("/mail/")):
                self.context.clear_cookies()  # no longer somebody whose code is awaited
                return found[1]
            self.page.wait_for_timeout(500)
        raise AssertionError("no mail within half a minute")

    def bring_import(self) -> str:
        """Upload a report from the MIS; the key of its preview."""
        self.go("/imports/")
        self.page.set_input_files("input[type=file]", REPORT)
        self.page.get_by_role("button", name="Read the file").click()
        self.page.get_by_role("button", name="Apply this import").wait_for(timeout=60_000)
        return re.search(KEY, self.page.url)[0]

    def text(self) -> str:
        return self.page.inner_text("main")

    def faults(self) -> list[str]:
        return self.noticed + self.kept_by_browser()

    def kept_by_browser(self) -> list[str]:
        """Anything in the browser's own storage."""
        if not self.scripts or self.page.url == "about:blank":
            return []
        kept = self.page.evaluate(
            "async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(await indexedDB.databases()).map(each => each.name)]"
        )
        return [f"kept by the browser: {key}" for key in kept]

    def barriers(self) -> list[str]:
        """What axe objects to on the page as it stands."""
        return self.told(Axe().run(self.page).response["violations"])

    def barriers_in_every_look(self) -> list[str]:
        """The same page as it comes, in the dark, on the narrowest phone, and there from right to left, without loading it again."""
        found = self.barriers()
        if self.scrolls_sideways():
            found.append(f"at {DESKTOP['width']} px: {self.page.url} scrolls sideways")
        self.page.emulate_media(
            color_scheme="dark", reduced_motion="reduce"
        )  # no colour on its way to another
        dark = self.page.evaluate("rules => axe.run({runOnly: {type: 'rule', values: rules}})", OF_COLOUR)
        found += [f"in the dark: {barrier}" for barrier in self.told(dark["violations"])]
        self.page.emulate_media(color_scheme="light")
        self.page.set_viewport_size(NARROWEST)
        if self.scrolls_sideways():
            found.append(f"at 320 px: {self.page.url} scrolls sideways")
        self.page.evaluate("() => { document.documentElement.dir = 'rtl' }")
        if self.scrolls_sideways():
            found.append(f"from right to left: {self.page.url} scrolls sideways")
        self.page.evaluate("() => { document.documentElement.dir = 'ltr' }")
        self.page.set_viewport_size(DESKTOP)
        return found

    def told(self, violations: list[dict]) -> list[str]:
        return [
            f"{self.page.url}: {each['id']} {node['html'][:120]}"
            for each in violations
            for node in each["nodes"]
        ]

    def scrolls_sideways(self) -> bool:
        return self.page.evaluate(
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"
        )


def newest_mail_to(visitor: Visitor, address: str) -> str:
    """The text of the newest kept message; the relay needs a moment."""
    for _attempt in range(40):
        visitor.go(f"/mail/?to={address}")
        if visitor.page.locator("main .todo a").count():
            visitor.page.locator("main .todo a").first.click()
            return visitor.text()
        visitor.page.wait_for_timeout(500)
    raise AssertionError(f"no mail to {address} within 20 seconds")

"""A person at a browser: signs in, looks at pages, and notices what a person cannot see."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

PASSWORD = "larkfield-demo"
DESKTOP = {"width": 1366, "height": 768}


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

    def text(self) -> str:
        return self.page.inner_text("main")

    def faults(self) -> list[str]:
        return self.noticed + self.kept_by_browser()

    def kept_by_browser(self) -> list[str]:
        """Anything in the browser's own storage."""
        if not self.scripts or self.page.url == "about:blank":
            return []
        kept = self.page.evaluate("() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
        return [f"kept by the browser: {key}" for key in kept]

    def barriers(self) -> list[str]:
        """What axe objects to on the page as it stands."""
        results = Axe().run(self.page).response["violations"]
        return [
            f"{self.page.url}: {each['id']} {node['html'][:120]}"
            for each in results
            for node in each["nodes"]
        ]

    def scrolls_sideways(self) -> bool:
        return self.page.evaluate(
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"
        )

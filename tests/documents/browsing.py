"""A real browser for the tests: Debian's Chromium, without a window, driven by playwright."""

from __future__ import annotations

import os
import shutil
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser; a test that asks for it is skipped where there is none; with ``SULIST_TEST_ALL`` it fails."""
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    missing = ""
    if program is None:
        missing = "Chromium is not installed: apt-get install chromium"
    elif find_spec("playwright") is None or find_spec("axe_playwright_python") is None:
        missing = "playwright and axe are not installed: pip install -e '.[browser]'"
    if missing and os.environ.get("SULIST_TEST_ALL"):
        pytest.fail(missing)
    if missing:
        pytest.skip(missing)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program)
        yield started
        started.close()


class Visit:
    """A page that is open in the browser, and everything that it complained of or asked for."""

    def __init__(self, browser: Browser, file: Path, **settings: Any) -> None:
        self.context = browser.new_context(**({"locale": "zh-CN"} | settings))
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda said: self.complaints.append(said.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: self.complaints.append(dialog.message))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(file.as_uri())

    def __enter__(self) -> Visit:
        return self

    def __exit__(self, *_error: object) -> None:
        self.context.close()

    @property
    def items(self) -> list[str]:
        """The items that can be seen, in their order."""
        found: list[str] = self.page.locator("details.item:visible > summary .id").all_inner_texts()
        return found

    @property
    def shown(self) -> str:
        """What is said of how many there are."""
        return self.page.locator("#shown").inner_text()

    def search(self, text: str) -> list[str]:
        """Types words to search for; the items that then are left."""
        self.page.locator("#f-q").fill(text)
        self.page.wait_for_timeout(50)
        return self.items

    def choose(self, name: str, label: str) -> list[str]:
        """Sets a filter to the choice that begins with ``label``; the items that then are left."""
        choice = self.page.locator(f"#f-{name} option", has_text=label).first
        self.page.locator(f"#f-{name}").select_option(choice.get_attribute("value"))
        self.page.wait_for_timeout(50)
        return self.items

    def judged(self) -> list[str]:
        """What axe finds wrong for people who cannot see, or not well, or use no mouse."""
        from axe_playwright_python.sync_playwright import Axe

        found = Axe().run(self.page).response["violations"]
        return [f"{one['id']}: {node['target']}" for one in found for node in one["nodes"]]

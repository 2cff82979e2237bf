"""Pictures of an explorer page at desk, tablet and phone width, light and dark.

    python scripts/screenshots.py out/explorer.html pictures/

writes ``overview-1440-light.png`` and so on. Needs Playwright for Python and Debian's Chromium.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SIZES = {1440: 900, 1024: 768, 390: 844}
THEMES = ("light", "dark")


def _nothing(page: Page) -> None:
    """The page as it opens."""


def _person(page: Page) -> None:
    page.locator("#search").fill("人物" if page.locator("html").get_attribute("lang") == "zh-CN" else "person")
    page.locator("#search").press("Enter")


def _focus(page: Page) -> None:
    page.locator("#panel .ranked button").first.click()
    page.locator(".who .action").first.click()


def _search(page: Page) -> None:
    page.locator("#search").fill("zonggonghui" if page.locator("html").get_attribute("lang") == "en" else "主席")


def _table(page: Page) -> None:
    page.locator(".tab").nth(1).click()


def _reader(page: Page) -> None:
    page.locator("#panel .row").first.click()


VIEWS: dict[str, Callable[[Page], None]] = {
    "overview": _nothing,
    "person": _person,
    "focus": _focus,
    "search": _search,
    "table": _table,
    "reader": _reader,
}


def shoot(browser: Browser, source: Path, folder: Path, views: list[str], sizes: list[int]) -> None:
    """One picture a view, width and theme."""
    folder.mkdir(parents=True, exist_ok=True)
    for width in sizes:
        for theme in THEMES:
            for view in views:
                page = browser.new_page(
                    viewport={"width": width, "height": SIZES[width]},
                    color_scheme="dark" if theme == "dark" else "light",
                    reduced_motion="reduce",
                )
                page.goto(source.resolve().as_uri())
                VIEWS[view](page)
                page.wait_for_timeout(350)
                page.screenshot(path=folder / f"{view}-{width}-{theme}.png")
                page.close()


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", type=Path, help="an explorer.html")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--view", choices=[*VIEWS], action="append", help="only this view; may be repeated")
    parser.add_argument("--width", type=int, choices=[*SIZES], action="append", help="only this width")
    options = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        shoot(browser, options.page, options.folder, options.view or [*VIEWS], options.width or [*SIZES])
        browser.close()


if __name__ == "__main__":
    main()

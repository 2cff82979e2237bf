"""Pictures of an explorer page at desk, tablet and phone width, light and dark.

    python scripts/screenshots.py out/explorer.html pictures/

writes ``overview-1440-light.png`` and so on. Needs Playwright for Python and Debian's Chromium.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from itertools import product
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


def _search(page: Page) -> None:
    page.get_by_role("combobox").fill("zonggonghui" if _english(page) else "主席")


def _person(page: Page) -> None:
    """The most important person."""
    page.get_by_role("combobox").fill("person" if _english(page) else "人物")
    page.get_by_role("combobox").press("Enter")


def _event(page: Page) -> None:
    """Who was at the event that comes first among the person's."""
    _person(page)
    page.locator("#panel .fact .thing", has=page.locator("polygon")).last.click()


def _focus(page: Page) -> None:
    page.locator("#panel .ranked button").first.click()
    page.keyboard.press("f")


def _path(page: Page, ends: list[str]) -> None:
    """How two things are connected; the two most important where none are named."""
    search = page.get_by_role("combobox")
    ranked = page.locator("#panel .ranked .thing")
    first, second = ends or [ranked.nth(0).inner_text(), ranked.nth(1).inner_text()]
    search.fill(first)
    search.press("Enter")
    page.keyboard.press("p")
    search.fill(second)
    search.press("Enter")


def _date(page: Page) -> None:
    page.locator(".bar:has(.fill[style]):not([tabindex='-1'])").last.click()


def _table(page: Page) -> None:
    page.keyboard.press("t")


def _entries(page: Page) -> None:
    page.keyboard.press("t")
    page.locator(".table-head .tab").nth(1).click()


def _questions(page: Page) -> None:
    page.keyboard.press("q")


def _reader(page: Page) -> None:
    page.locator("#panel .row").first.click()


def _help(page: Page) -> None:
    page.keyboard.press("?")


def _saved(page: Page) -> None:
    _date(page)
    with page.expect_download():
        page.locator(".tools button").nth(1).click()


def _english(page: Page) -> bool:
    return page.locator("html").get_attribute("lang") == "en"


VIEWS: dict[str, Callable[[Page], None]] = {
    "overview": _nothing,
    "search": _search,
    "person": _person,
    "event": _event,
    "focus": _focus,
    "date": _date,
    "table": _table,
    "entries": _entries,
    "questions": _questions,
    "reader": _reader,
    "help": _help,
    "saved": _saved,
}


def shoot(browser: Browser, wanted: argparse.Namespace) -> None:
    """One picture a view, width and theme."""
    wanted.folder.mkdir(parents=True, exist_ok=True)
    for width, theme, view in product(wanted.width or SIZES, wanted.theme or THEMES, wanted.view or [*VIEWS, "path"]):
        page = browser.new_page(
            viewport={"width": width, "height": SIZES[width]},
            color_scheme="dark" if theme == "dark" else "light",
            reduced_motion="reduce",
        )
        page.goto(wanted.page.resolve().as_uri())
        page.wait_for_selector("#panel .who")
        if view == "path":
            _path(page, wanted.between)
        else:
            VIEWS[view](page)
        page.wait_for_timeout(350)
        name = f"{wanted.prefix}-{view}.png" if wanted.prefix else f"{view}-{width}-{theme}.png"
        page.screenshot(path=wanted.folder / name)
        page.close()


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("page", type=Path, help="an explorer.html")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--view", choices=[*VIEWS, "path"], action="append", help="only this view; may be repeated")
    parser.add_argument("--width", type=int, choices=[*SIZES], action="append", help="only this width")
    parser.add_argument("--theme", choices=THEMES, action="append", help="only this theme")
    parser.add_argument("--between", nargs=2, default=[], metavar="NAME", help="the two ends of the path")
    parser.add_argument("--prefix", default="", help="call them PREFIX-VIEW.png")
    options = parser.parse_args()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        shoot(browser, options)
        browser.close()


if __name__ == "__main__":
    main()

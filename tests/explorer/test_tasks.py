"""What a reader who has never seen the page must manage on the seed page, each in at most six actions."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from .conftest import Open, Opened

MOST = 6


class Reader:
    """A person at the page, who goes by what is written there; every action is counted."""

    def __init__(self, page: Opened) -> None:
        self.o = page
        self.actions = 0

    def _act(self) -> None:
        self.actions += 1
        assert self.actions <= MOST

    def type_(self, words: str) -> None:
        """Type into the search box."""
        self._act()
        self.o.page.get_by_role("combobox", name=re.compile("搜索")).fill(words)

    def press(self, key: str) -> None:
        self._act()
        self.o.page.keyboard.press(key)

    def scroll(self) -> None:
        """Turn the wheel over the panel."""
        self._act()
        self.o.panel.hover()
        self.o.page.mouse.wheel(0, 240)

    def click(self, where: Locator) -> None:
        self._act()
        where.click()

    def says(self, relation: str) -> Locator:
        """The panel's part about one relation."""
        return self.o.panel.locator("section", has=self.o.page.get_by_role("heading", name=re.compile(f"^{relation}")))


@pytest.fixture
def reader(open_page: Open, seed_html: str) -> Reader:
    return Reader(open_page(seed_html))


def test_find_her(reader: Reader) -> None:
    reader.type_("邓菲")
    reader.press("Enter")
    expect(reader.o.heading).to_have_text("邓菲")
    expect(reader.o.panel).to_contain_text("清远市总工会 党组书记、主席")
    assert reader.o.where("邓菲")


def test_read_the_sentence_that_says_she_chaired(reader: Reader) -> None:
    reader.type_("邓菲")
    reader.press("Enter")
    quote = reader.says("主持").locator("blockquote", has_text="主持会议")
    reader.scroll()
    expect(quote).to_be_in_viewport(ratio=1)
    expect(quote.locator("mark.cue")).to_have_text("主持")
    expect(quote.locator("mark.end").first).to_have_text("邓菲")


def test_see_who_else_was_there(reader: Reader) -> None:
    reader.type_("邓菲")
    reader.press("Enter")
    reader.click(reader.says("主持").get_by_role("button", name=re.compile("全体会议|全委会")).first)
    expect(reader.o.heading).to_contain_text("全")
    expect(reader.says("主持人")).to_contain_text("邓菲")
    expect(reader.says("发言者")).to_contain_text("蓝兴强")
    people = set(reader.o.panel.locator(".fact .thing").all_inner_texts())
    assert people >= {"邓菲", "蓝兴强"}


def test_find_how_two_are_connected(reader: Reader) -> None:
    reader.type_("比亚迪")
    reader.press("Enter")
    reader.click(reader.o.panel.get_by_role("button", name="找关联"))
    reader.type_("深圳市总工会")
    reader.press("Enter")
    expect(reader.o.panel).to_contain_text("两者如何相连")
    steps = reader.o.panel.get_by_role("listitem")
    expect(steps.first).to_contain_text("比亚迪")
    expect(steps.filter(has_text="深圳市总工会").first.locator("blockquote").first).not_to_be_empty()
    assert reader.o.where("深圳市总工会")


def test_narrow_to_a_day(reader: Reader) -> None:
    before = reader.o.drawn()
    reader.click(reader.o.button(re.compile("^2026年3月30日")))
    expect(reader.o.page.locator(".notes")).to_contain_text("2026年3月30日")
    assert 0 < reader.o.drawn() < before
    reader.click(reader.o.page.get_by_role("main").get_by_role("button", name="表格", exact=True))
    dates = reader.o.page.locator("#table td.when")
    expect(dates).not_to_have_count(0)
    assert set(dates.all_inner_texts()) == {"2026年3月30日"}


def test_save_that_view(reader: Reader, open_page: Open) -> None:
    reader.type_("邓菲")
    reader.press("Enter")
    reader.click(reader.o.button(re.compile("^2026年3月30日")))
    with reader.o.page.expect_download() as coming:
        reader.click(reader.o.button("保存此视图为文件"))
    assert coming.value.suggested_filename.endswith(".html")
    copy = open_page(coming.value.path().read_text(encoding="utf-8"))
    expect(copy.heading).to_have_text("邓菲")
    expect(copy.page.locator(".notes")).to_contain_text("2026年3月30日")
    assert copy.drawn() == reader.o.drawn()

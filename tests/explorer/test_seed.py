"""The seed page as a reader opens it, and a page within a notebook's frame."""

from __future__ import annotations

from html import escape

from playwright.sync_api import expect

from .conftest import Open
from .test_browser import crossing


def test_search_finds_a_person_and_a_click_shows_her_sentence(open_page: Open, seed_html: str) -> None:
    assert len(seed_html.encode("utf-8")) < 1_500_000
    o = open_page(seed_html)
    assert crossing(o) == []
    o.search("dengfei")
    expect(o.page.locator(".who h2")).to_have_text("邓菲")
    o.page.keyboard.press("Escape")
    o.page.mouse.click(*o.where("邓菲"))
    chaired = o.page.locator(".panel section", has=o.page.get_by_role("heading", name="主持"))
    expect(chaired.locator("blockquote").last).to_contain_text("邓菲主持会议并讲话")
    expect(chaired.locator("mark.cue").last).to_have_text("主持")
    expect(chaired.locator("mark.end").last).to_be_visible()


def test_a_notebook_shows_it_in_a_sandbox(open_page: Open, html: str) -> None:
    frame = f'<iframe sandbox="allow-scripts allow-downloads" width="1300" height="640" srcdoc="{escape(html, quote=True)}"></iframe>'
    o = open_page(f"<!doctype html><meta charset=utf-8>{frame}")
    inside = o.page.frame_locator("iframe")
    inside.get_by_role("combobox").fill("lqh")
    inside.get_by_role("combobox").press("Enter")
    expect(inside.locator(".who h2")).to_have_text("林秋禾")
    inside.locator(".legend > .choice .toggle").first.click()
    expect(inside.locator(".legend .off")).not_to_have_count(0)
    inside.locator(".panel .read").first.click()
    inside.locator("#reader").get_by_role("link", name="高远洲").click()
    expect(inside.locator(".who h2")).to_have_text("高远洲")

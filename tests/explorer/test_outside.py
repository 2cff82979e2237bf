"""What other collections call a place or a company, in the panel."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from tests.resolution.building import Telling
from unigraph.ontology import load_ontology
from unigraph.resolution import resolve

from .conftest import Open


def test_the_panel_has_links_that_only_a_click_opens(open_page: Open) -> None:
    t = Telling("题\n清远市与郫县、比亚迪签约。")
    t.thing("Division", "清远市", key="pl-441800")
    t.thing("Division", "郫县", key="pl-510117")
    t.thing("Company", "比亚迪")
    o = open_page(resolve([t.facts()], load_ontology()))  # which also sees that nothing is asked for
    o.search("清远市")
    link = o.panel.get_by_role("link", name="Q59213")
    expect(link).to_have_attribute("href", "https://www.wikidata.org/wiki/Q59213")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    expect(link).to_have_attribute("target", "_blank")
    expect(o.panel).to_contain_text("23.68425, 113.05075")
    o.search("郫县")
    expect(o.panel).to_contain_text(re.compile("相近条目 *Q1027358"))
    o.search("比亚迪")
    expect(o.panel).to_contain_text("002594.SZ")
    expect(o.panel.get_by_role("link")).to_have_count(0)

"""The drawing as a file: PNG, and SVG that is well-formed whatever the names are."""

from __future__ import annotations

import re
import struct
import xml.etree.ElementTree as ET

from unigraph.graph import GraphData

from .conftest import Open
from .test_hostile import HOSTILE, hostile_graph

SVG = "{http://www.w3.org/2000/svg}"


def test_the_drawing_as_png(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph, title="南溪工人报")
    name, content = o.download("把图存为 PNG")
    assert name == "南溪工人报.png"
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", content[16:24])
    assert width > 700 and height > 600
    assert len(content) > 20_000


def test_the_drawing_as_svg(open_page: Open, graph: GraphData) -> None:
    o = open_page(graph)
    drawn = o.drawn()
    name, content = o.download("把图存为 SVG")
    assert name == "unigraph.svg"
    root = ET.fromstring(content)
    titles = {t.text for t in root.iter(f"{SVG}title")}
    assert len(titles) == drawn and "林秋禾" in titles
    words = {t.text for t in root.iter(f"{SVG}text")}
    assert "南溪市总工会" in words
    assert len(list(root.iter(f"{SVG}line"))) > 80
    o.page.locator(".legend").get_by_role("button", name=re.compile("^人物")).click()
    fewer = {t.text for t in ET.fromstring(o.download("把图存为 SVG")[1]).iter(f"{SVG}title")}
    assert fewer < titles and "林秋禾" not in fewer


def test_svg_holds_any_name(open_page: Open) -> None:
    for words in (*HOSTILE[:9], '&amp;<a xlink:href="javascript:1">]]>'):
        o = open_page(hostile_graph(words), questions=False)
        _, content = o.download("把图存为 SVG")
        root = ET.fromstring(content)
        assert {e.tag.removeprefix(SVG) for e in root.iter()} <= {
            "svg",
            "rect",
            "g",
            "line",
            "text",
            "circle",
            "polygon",
            "title",
        }
        assert not [a for e in root.iter() for a in e.attrib if a.startswith("on") or "href" in a]
        assert b"javascript:" not in content or b"&#60;a" in content

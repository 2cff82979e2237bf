"""The file by itself: small, closed, the same every time."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from unigraph.explorer import render
from unigraph.explorer.layout import positions
from unigraph.explorer.names import pinyin
from unigraph.graph import GraphData
from unigraph.model import Article, Entity, Evidence, Fact, Occurrence, Span
from unigraph.ontology import load_ontology


def head(html: str) -> Any:
    found = re.search(r'<script type="application/json" id="head">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])


def rows(html: str, kind: str) -> list[Any]:
    """All rows of a kind, of all the parts in which they stand."""
    parts = re.findall(rf'<script type="text/plain" data-part="{kind}">(.*?)</script>', html, re.DOTALL)
    return [row for part in parts for row in json.loads(zlib.decompress(base64.b64decode(part)))]


def test_the_file_is_small_and_utf8(html: str) -> None:
    assert len(html.encode("utf-8")) < 1_500_000


def test_policy_allows_what_stands_inside_and_nothing_else(html: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    allowed = policy[1].replace("&#39;", "'")
    assert allowed.startswith("default-src 'none'; ")
    assert "unsafe" not in allowed and "http" not in allowed
    runs = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    styles = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    for text in (*runs, *styles):
        digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
        assert f"'sha256-{digest}'" in allowed
    assert len(runs) == 2 and len(styles) == 1
    assert not re.search(
        r"<(link|img|iframe)\b|\ssrc=|sourceMappingURL", re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    )


def test_own_code_never_writes_markup() -> None:
    scripts = Path(sys.modules["unigraph.explorer"].__file__ or "").parent / "script"
    for module in scripts.glob("*.js"):
        source = module.read_text(encoding="utf-8")
        assert not re.search(
            r"innerHTML|outerHTML\s*=|insertAdjacentHTML|document\.write|\beval\(|new Function", source
        ), module


def test_same_bytes_under_any_hash_seed(html: str) -> None:
    code = "from tests.explorer.bulletin import bulletin; from unigraph.explorer import render; import hashlib;"
    code += "print(hashlib.sha256(render(bulletin(), title='南溪工人报').encode()).hexdigest())"
    root = Path(__file__).parents[2]
    for seed in ("1", "7"):
        path = os.pathsep.join([str(root), str(root / "src")])
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": path, "PYTHONUTF8": "1"}
        run = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
        assert run.stdout.strip() == hashlib.sha256(html.encode()).hexdigest()


def test_names_and_colours_are_the_ontologys(graph: GraphData) -> None:
    turtle = load_ontology()
    union = turtle.classes["Union"]
    changed = replace(union, labels={"zh": "职工团体", "en": "workers' body"}, color="#123456")
    ontology = replace(turtle, classes={**turtle.classes, "Union": changed})
    data = head(render(replace(graph, ontology=ontology)))
    row = next(c for c in data["classes"] if c["name"] == "Union")
    assert (row["zh"], row["color"]) == ("职工团体", "#123456")


def test_every_interface_word_is_said_in_both_languages(html: str) -> None:
    words = head(html)["words"]
    assert all(len(both) == 2 and all(both) for both in words.values())
    used = set(re.findall(r'\bt\("([\w.]+)"', re.findall(r"<script>(.*?)</script>", html, re.DOTALL)[1]))
    assert used and used <= words.keys()


def test_offsets_are_utf16_units() -> None:
    text = "𠮷野会\n𠮷野家致辞。"
    article = Article(text, "𠮷野会", "2025-01-02")
    person = Entity("p-1", "Person", "𠮷野家", (), (Occurrence(article.id, 1, 4, 7),))
    event = Entity("e-1", "Event", "𠮷野会", (), (Occurrence(article.id, 0, 0, 3),))
    fact = Fact("p-1", "spokeAt", "e-1", (Evidence(article.id, 1, 7, 9, "r", 0.9),))
    graph = GraphData(
        load_ontology(),
        articles={article.id: article},
        sentences={article.id: (Span(0, 3), Span(4, 10))},
        entities={"p-1": person, "e-1": event},
        facts=(fact,),
    )
    html = render(graph)
    units = text.encode("utf-16-le")
    (row,) = rows(html, "texts")
    ((said,),) = rows(html, "evidence")
    begin, end = said[2:4]
    assert units[begin * 2 : end * 2].decode("utf-16-le") == "致辞"
    begin, end = row["m"][6:8]
    assert units[begin * 2 : end * 2].decode("utf-16-le") == "𠮷野家"


def test_left_out_texts_leave_the_evidence(graph: GraphData) -> None:
    texts = rows(render(graph, texts="quoted"), "texts")
    assert all("x" not in t for t in texts)
    said = json.dumps(texts, ensure_ascii=False)
    assert "主持会议并讲话" in said
    assert "会议强调，要聚焦主责主业" not in said


def test_left_out_evidence_leaves_no_word_of_the_articles(graph: GraphData) -> None:
    html = render(graph, texts="none")
    assert rows(html, "texts") == []
    assert "主持会议并讲话" not in json.dumps(rows(html, "evidence"), ensure_ascii=False)


def test_posts_are_links_to_the_body_and_dates_are_no_things(graph: GraphData) -> None:
    html = render(graph)
    things, facts = rows(html, "things"), rows(html, "facts")
    names = {t["n"][0] for t in things}
    assert "林秋禾" in names and not names & {"主席", "2025-03-10"}
    held = [f for f in facts if f.get("t") == "主席" and things[f["s"]]["n"][0] == "林秋禾"]
    assert [things[f["o"]]["n"][0] for f in held] == ["南溪市总工会"]


@pytest.mark.parametrize(
    ("name", "read"),
    [("清远市总工会", "qing yuan shi zong gong hui"), ("TCL集团", "t c l ji tuan"), ("“五小”", "wu xiao"), ("", "")],
)
def test_pinyin(name: str, read: str) -> None:
    assert pinyin(name) == read


def test_layout_keeps_things_apart_and_is_the_same_each_time() -> None:
    edges = [(0, i) for i in range(1, 40)] + [(50, 51), (51, 52)]
    places = positions(60, edges)
    assert places == positions(60, edges)
    assert len(set(places)) == 60
    near = [
        (a, b)
        for a in range(60)
        for b in range(a)
        if abs(places[a][0] - places[b][0]) < 40 and abs(places[a][1] - places[b][1]) < 30
    ]
    assert len(near) <= 2


@pytest.mark.parametrize(("count", "edges"), [(0, []), (1, []), (2, [(0, 1)]), (3, [(0, 1), (0, 1), (1, 1)])])
def test_layout_of_next_to_nothing(count: int, edges: list[tuple[int, int]]) -> None:
    assert len(positions(count, edges)) == count


def test_layout_of_thousands() -> None:
    edges = [(i, (i * 7 + 3) % 3500) for i in range(3500)] + [(i, i // 3) for i in range(1, 3500)]
    assert len(set(positions(3500, edges))) > 3300

"""A folder with all that may tell of a person: texts, titles, sources, addresses, decisions, redirects, namesakes."""

from __future__ import annotations

import base64
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from unigraph._folder import working_in
from unigraph.building import Build, rebuild
from unigraph.decisions import Anchor, Decision, write_decisions
from unigraph.graph import GraphData

NAME, TRADITIONAL, SPACED = "何静", "何靜", "何 静"
STUDIO = "何静劳模创新工作室"
COMPANY = "岚川市青禾食品有限公司"

VISIT = """何静劳模创新工作室揭牌

本报讯（记者周岚 通讯员韩竹）3月28日，岚川市总工会主席何静走访何静劳模创新工作室，慰问一线职工。\
岚川市总工会副主席罗映雪陪同走访。何静主持座谈会并讲话。罗映雪、何 静被授予“岚川好干部”称号。何主席出席何静先进事迹报告会。
"""
ABROAD = """嵐川市總工會召開工作會議

本報訊（記者周嵐）4月2日，嵐川市總工會主席何靜主持工作會議並講話。嵐川市總工會副主席羅映雪出席會議。
"""
NAMESAKE = """云岭县总工会走访企业

本报讯（记者周岚）4月5日，云岭县总工会主席何静走访云岭县青禾食品有限公司，慰问一线职工。
"""
STUDIO_ALONE = """岚川市总工会慰问劳模

本报讯（记者周岚）4月8日，岚川市总工会走访何静劳模创新工作室，慰问劳模。岚川市总工会副主席罗映雪参加走访。
"""
OTHERS = """岚川市总工会走访企业

本报讯（记者周岚）4月9日，岚川市总工会副主席罗映雪走访岚川市青禾食品有限公司，慰问一线职工。
"""
LATER = """岚川市总工会调研新业态

本报讯（记者周岚）4月20日，岚川市总工会主席何静走访岚川市快达物流有限公司。岚川市总工会副主席罗映雪参加走访。
"""
LATER_NAMESAKE = LATER.replace("岚川市", "云岭县")
_PAGES = {
    "何静/visit-何静.txt": (VISIT, "2026-03-29"),
    "he-jing-2026.txt": (ABROAD, "2026-04-03"),
    "studio.txt": (STUDIO_ALONE, "2026-04-10"),
    "others.txt": (OTHERS, "2026-04-10"),
}
_URL = f"https://example.org/he-jing/{quote(NAME)}/{quote(NAME, encoding='gb18030')}"


def write_pages(folder: Path, *, namesake: bool) -> Path:
    """The pages, and beside them a table that says where they are from."""
    rows = ["path,published,publisher,page,url"]
    pages = {**_PAGES, **({"namesake.txt": (NAMESAKE, "2026-04-06")} if namesake else {})}
    for name, (text, date) in pages.items():
        page = folder / "pages" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
        rows.append(f"pages/{name},{date},岚川工报,2版,{_URL if NAME in text or TRADITIONAL in text else ''}")
    rows = [row.replace(_URL, "") if "namesake" in row else row for row in rows]
    (folder / "pages.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return folder / "pages"


def graph_of(folder: Path) -> GraphData:
    """What a folder's store holds."""
    with working_in(folder, told=lambda line: None) as place:
        was = place.options
        return place.store.graph(was.ontology, base=was.base, threshold=was.threshold)


def anchor(graph: GraphData, name: str, title: str, after: str = "") -> Anchor:
    """Where the article of a title first names a thing, right behind some words."""
    article = next(a for a in graph.articles.values() if a.title == title)
    begin = article.text.index(after + name) + len(after)
    return Anchor(article.id, begin, begin + len(name), name)


TITLES = {"visit": "何静劳模创新工作室揭牌", "abroad": "嵐川市總工會召開工作會議", "others": "岚川市总工会走访企业"}


def decide(folder: Path) -> Build:
    """Decide a good deal, and build: former identifiers of a person, a studio and a company lead to new ones."""
    graph = graph_of(folder)
    chair = anchor(graph, NAME, TITLES["visit"], "岚川市总工会主席")
    deputy = anchor(graph, "罗映雪", TITLES["visit"])
    union, studio = (anchor(graph, n, TITLES["visit"]) for n in ("岚川市总工会", STUDIO))
    write_decisions(
        folder,
        [
            Decision("yes", chair, "holdsPosition", union, "主席", who="审核甲"),
            Decision("no", deputy, "holdsPosition", union, "副主席", who="审核甲", why="与何静核对过"),
            Decision("merge", chair, other=anchor(graph, TRADITIONAL, TITLES["abroad"])),
            Decision("merge", deputy, other=anchor(graph, "羅映雪", TITLES["abroad"]), why="何静之副手"),
            Decision("rename", chair, value="何静（岚川）"),
            Decision("rename", studio, value="岚川何静工作室", when="2026-04-11"),
            Decision("rename", anchor(graph, COMPANY, TITLES["others"]), value="青禾食品厂"),
        ],
    )
    return rebuild(folder, lambda line: None)


def forms() -> dict[str, bytes]:
    """How the name could be found in bytes, whatever wrote them."""
    out = {}
    for one in (NAME, TRADITIONAL, SPACED):
        for encoding in ("utf-8", "gb18030", "utf-16-le", "utf-16-be"):
            out[f"{one} {encoding}"] = one.encode(encoding)
        escaped = json.dumps(one)[1:-1]
        out[f"{one} json"] = escaped.encode()
        out[f"{one} json, capital letters"] = escaped.upper().replace("\\U", "\\u").encode()
        for encoding in ("utf-8", "gb18030"):
            out[f"{one} escaped {encoding}"] = quote(one, encoding=encoding).encode()
            out[f"{one} escaped {encoding}, small letters"] = quote(one, encoding=encoding).lower().encode()
    return {**out, "pinyin": b"hejing", "pinyin, apart": b"he jing", "pinyin, with a dash": b"he-jing"}


def every_byte(folder: Path) -> Iterator[tuple[str, bytes]]:
    """All that is in the files of a folder, their names, and what is compressed in them."""
    for file in sorted(p for p in folder.rglob("*") if p.is_file()):
        data = file.read_bytes()
        yield file.name, file.relative_to(folder).as_posix().encode()
        yield file.name, data
        for number, packed in enumerate(re.findall(rb"[A-Za-z0-9+/]{16,}={0,2}", data)):
            try:
                yield f"{file.name}, part {number}", zlib.decompress(base64.b64decode(packed))
            except (ValueError, zlib.error):
                continue


def told_in(folder: Path) -> list[str]:
    """Where in a folder the name stands, in whatever form."""
    return [f"{where}: {form}" for where, data in every_byte(folder) for form, word in forms().items() if word in data]


def outputs(folder: Path) -> dict[str, bytes]:
    """The files of a folder whose bytes a build decides."""
    names = ("graph.ttl", "explorer.html", "redirects.ttl", "decisions.csv", "forgotten.csv")
    return {name: (folder / name).read_bytes() for name in names if (folder / name).is_file()}


def chair_of(folder: Path) -> str:
    """The identifier of the person who is forgotten in these tests."""
    graph = graph_of(folder)
    (article,) = (a.id for a in graph.articles.values() if a.title == TITLES["visit"])
    (found,) = (i for i in bearers(folder) if any(m.article == article for m in graph.entities[i].mentions))
    return found


def bearers(folder: Path) -> list[str]:
    """All people of a folder who bear the name."""
    entities = graph_of(folder).entities.values()
    return [e.id for e in entities if e.cls == "Person" and NAME in (e.name, *e.aliases)]

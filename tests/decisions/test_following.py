"""What people decided is followed when a graph is built, and by every build after that."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from unigraph._folder import working_in
from unigraph._saving import read_graph
from unigraph.building import Options, run
from unigraph.decisions import Anchor, Decision, read_decisions, write_decisions
from unigraph.graph import GraphData
from unigraph.ontology import load_ontology

VISIT = """岚川市总工会走访一线职工

本报讯（记者周岚）3月28日，岚川市总工会主席陈远舟走访岚川市青禾食品有限公司，慰问一线职工。
"""
MEETING = """岚川市总工会召开座谈会

本报讯（记者周岚）4月2日，岚川市总工会主席陈远舟主持座谈会。
"""
CHANGED = VISIT + "岚川市总工会副主席罗映雪参加走访。\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("visit-2026-03-29.txt", VISIT), ("meeting-2026-04-03.txt", MEETING)):
        (tmp_path / "pages").mkdir(exist_ok=True)
        (tmp_path / "pages" / name).write_text(text, encoding="utf-8")
    return tmp_path / "out"


@dataclass(frozen=True)
class Made:
    """A folder's graph, and the decisions that were not followed."""

    graph: GraphData
    undecided: tuple[str, ...]


def build(folder: Path, *decisions: Decision, sources: bool = True) -> Made:
    """Build with some decisions, as the command does."""
    with working_in(folder, told=lambda line: None) as place:
        if decisions:
            write_decisions(folder, decisions)
        read = read_decisions(folder)
        named = [folder.parent / "pages"] if sources else []
        made = run(named, load_ontology(), Options(), store=place.store, decisions=read)
        place.write(texts=True, explorer=False)
        return Made(read_graph(folder), made.undecided)


def anchor(made: Made, name: str, title: str) -> Anchor:
    """Where the article of a title first names a thing."""
    article = next(a for a in made.graph.articles.values() if a.title == title)
    begin = article.text.index(name)
    return Anchor(article.id, begin, begin + len(name), name)


def ids(made: Made, name: str) -> list[str]:
    return [i for i, e in made.graph.entities.items() if e.name == name]


def facts(made: Made, predicate: str, *, plain: bool = True) -> int:
    return sum(f.predicate == predicate and f.plain == plain for f in made.graph.facts)


TITLES = ("岚川市总工会走访一线职工", "岚川市总工会召开座谈会")
COMPANY = "岚川市青禾食品有限公司"


def test_a_rejected_fact_is_gone_and_stays_so(folder: Path) -> None:
    made = build(folder)
    before = facts(made, "visited")
    chair, company = anchor(made, "陈远舟", TITLES[0]), anchor(made, COMPANY, TITLES[0])
    no = Decision("no", chair, "visited", company, who="何静", when="2026-04-05", why="另有其人")
    assert facts(build(folder, no), "visited") == before - 1
    (folder.parent / "pages" / "more.txt").write_text(MEETING.replace("4月2日", "4月9日"), encoding="utf-8")
    again = build(folder)
    assert facts(again, "visited") == before - 1
    assert not again.undecided
    assert facts(build(folder, *[]), "visited") == before - 1
    (folder / "decisions.csv").unlink()
    assert facts(build(folder), "visited") == before


def test_a_confirmed_fact_is_plain_whatever_the_threshold(folder: Path) -> None:
    made = build(folder)
    chair, union = anchor(made, "陈远舟", TITLES[0]), anchor(made, "岚川市总工会", TITLES[0])
    write_decisions(folder, [Decision("yes", chair, "holdsPosition", union, "主席")])
    with working_in(folder, told=lambda line: None) as place:
        strict = Options(threshold=1.0)
        run([], load_ontology(), strict, store=place.store, decisions=read_decisions(folder))
        sure = place.store.graph(load_ontology(), base=strict.base, threshold=strict.threshold)
    posts = [f for f in sure.facts if f.predicate == "holdsPosition" and f.plain]
    assert [[e.confirmed for e in f.evidence].count(True) for f in posts] == [1]


def test_two_of_one_name_are_split_and_joined_again(folder: Path) -> None:
    made = build(folder)
    assert len(ids(made, "陈远舟")) == 1
    here, there = (anchor(made, "陈远舟", title) for title in TITLES)
    apart = build(folder, Decision("split", here, other=there))
    assert len(ids(apart, "陈远舟")) == 2
    assert len(ids(build(folder, Decision("merge", here, other=there)), "陈远舟")) == 1


def test_things_of_other_names_become_one(folder: Path) -> None:
    made = build(folder)
    reporter, chair = anchor(made, "周岚", TITLES[0]), anchor(made, "陈远舟", TITLES[1])
    one = build(folder, Decision("merge", reporter, other=chair))
    found = [e for e in one.graph.entities.values() if {"周岚", "陈远舟"} <= {e.name, *e.aliases}]
    assert len(found) == 1


def test_a_new_name_and_class(folder: Path) -> None:
    made = build(folder)
    company = anchor(made, COMPANY, TITLES[0])
    old = ids(made, COMPANY)[0]
    named = build(folder, Decision("rename", company, value="青禾食品厂"), Decision("retype", company, value="School"))
    (new,) = ids(named, "青禾食品厂")
    assert named.graph.entities[new].cls == "School"
    assert COMPANY in named.graph.entities[new].aliases
    assert f"id:{old} dcterms:isReplacedBy id:{new} ." in (folder / "redirects.ttl").read_text(encoding="utf-8")


def test_what_contradicts_is_named_with_both_lines(folder: Path) -> None:
    made = build(folder)
    here, there = (anchor(made, "陈远舟", title) for title in TITLES)
    union = anchor(made, "岚川市总工会", TITLES[0])
    odd = build(
        folder,
        Decision("rename", here, value="甲"),
        Decision("rename", there, value="乙"),
        Decision("yes", here, "holdsPosition", union, "主席"),
        Decision("no", here, "holdsPosition", union, "主席"),
    )
    assert len(odd.undecided) == 2
    assert all("contradicts line" in line for line in odd.undecided)
    assert len(ids(odd, "陈远舟")) == 1
    assert facts(odd, "holdsPosition") == facts(made, "holdsPosition")


def test_a_split_against_a_chain_of_merges(folder: Path) -> None:
    made = build(folder)
    a, b = (anchor(made, "陈远舟", title) for title in TITLES)
    c = anchor(made, "周岚", TITLES[0])
    odd = build(folder, Decision("merge", a, other=c), Decision("merge", c, other=b), Decision("split", a, other=b))
    assert [line for line in odd.undecided if "contradicts line" in line]


def test_what_does_not_apply_is_told_and_kept(folder: Path) -> None:
    made = build(folder)
    gone = Decision("no", Anchor("a-ffffffffffffffff", 0, 2, "何静"), "chaired", anchor(made, "座谈会", TITLES[1]))
    (line,) = build(folder, gone).undecided
    assert line.startswith("decisions.csv, line 2: does not apply: ")
    assert [n.decision for n in read_decisions(folder)] == [gone]


def test_decisions_outlive_a_rebuild_from_nothing(folder: Path) -> None:
    made = build(folder)
    here, there = (anchor(made, "陈远舟", title) for title in TITLES)
    first = build(folder, Decision("split", here, other=there))
    data = (folder / "graph.ttl").read_bytes()
    (folder / "store.sqlite").unlink()
    with working_in(folder, fresh=True, told=lambda line: None) as place:
        run([folder.parent / "pages"], load_ontology(), Options(), store=place.store, decisions=read_decisions(folder))
        place.write(texts=True, explorer=False)
    assert read_graph(folder) == first.graph
    assert (folder / "graph.ttl").read_bytes() == data

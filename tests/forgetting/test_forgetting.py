"""A person is taken out of every byte of a folder, and stays out."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from unigraph.decisions import read_decisions, write_decisions
from unigraph.explain import find
from unigraph.validation import validate

from .conftest import Run, build
from .folder import (
    COMPANY,
    LATER,
    LATER_NAMESAKE,
    NAME,
    TITLES,
    VISIT,
    anchor,
    bearers,
    chair_of,
    every_byte,
    forms,
    graph_of,
    outputs,
    told_in,
)


def test_the_folder_holds_the_name_in_many_forms(folder: Path) -> None:
    """Else the other tests would prove nothing."""
    told = "\n".join(told_in(folder))
    for where in (
        "store.sqlite: 何静 json",
        "decisions.csv",
        "redirects.ttl: pinyin",
        "explorer.html, part",
        "graph.ttl",
    ):
        assert where in told
    for form in (
        "何静 utf-8",
        "何靜 utf-8",
        "何 静 utf-8",
        "escaped gb18030",
        "escaped utf-8",
        "pinyin, apart",
        "with a dash",
    ):
        assert form in told


def test_nothing_is_left_in_any_byte(run: Run, folder: Path) -> None:
    assert run("forget", folder, chair_of(folder), "--yes", "--quiet") == 0
    assert told_in(folder) == []
    assert validate(folder).ok
    db = sqlite3.connect(folder / "store.sqlite")
    assert db.execute("PRAGMA freelist_count").fetchone() == (0,)
    db.close()


def test_later_builds_leave_the_person_out(run: Run, folder: Path) -> None:
    run("forget", folder, chair_of(folder), "--yes", "--quiet")
    after = outputs(folder)
    assert build(run, folder) == 0
    assert outputs(folder) == after
    assert build(run, folder, "--fresh") == 0
    assert outputs(folder) == {name: data for name, data in after.items() if name != "redirects.ttl"}
    assert told_in(folder) == []
    moved = folder.parent / "moved"
    (folder.parent / "pages").rename(moved)
    (moved / "何静" / "visit-何静.txt").write_text(VISIT.replace("4月", "5月") + "何静出席会议。\n", encoding="utf-8")
    (moved / "later.txt").write_text(LATER, encoding="utf-8")
    assert run("build", moved, "-o", folder, "--quiet") == 0
    assert told_in(folder) == []
    assert "岚川市快达物流有限公司" in (folder / "graph.ttl").read_text(encoding="utf-8")


def test_sources_are_not_read_again(run: Run, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("forget", folder, chair_of(folder), "--yes", "--quiet")
    home = folder.parent
    run("build", home / "pages", "-o", folder, "--metadata", home / "pages.csv")
    assert "sources: 4 unchanged" in capsys.readouterr().out
    run("build", "-o", folder, "--remove", home / "pages" / "he-jing-2026.txt", "--quiet")
    assert TITLES["abroad"] not in (folder / "graph.ttl").read_text(encoding="utf-8")


def test_what_others_did_and_what_was_decided_on_them_stays(run: Run, folder: Path) -> None:
    before = {n.decision.kind for n in read_decisions(folder)}
    redirects = (folder / "redirects.ttl").read_text(encoding="utf-8")
    deputy = graph_of(folder).facts
    run("forget", folder, chair_of(folder), "--yes", "--quiet")
    graph = graph_of(folder)
    left = [n.decision for n in read_decisions(folder)]
    assert before == {"yes", "no", "merge", "rename"}
    assert [(d.kind, d.value, d.why) for d in left] == [
        ("rename", "岚川██工作室", ""),
        ("rename", "青禾食品厂", ""),
        ("merge", "", "██之副手"),
        ("no", "副主席", "与██核对过"),
    ]
    assert all(a.article in graph.articles for d in left for a in (d.thing, d.other) if a)
    (company,) = find(graph, "青禾食品厂")
    assert COMPANY in graph.entities[company].aliases
    kept = [line for line in redirects.splitlines() if f"id:{company} ." in line]
    assert len(kept) == 1
    assert kept[0] in (folder / "redirects.ttl").read_text(encoding="utf-8")
    visits = [f for f in graph.facts if f.predicate == "visited"]
    assert {f.subject.split("-")[1] for f in visits} == {"luoyingxue", "lanchuanshizonggonghui"}
    assert len({(f.subject, f.predicate) for f in deputy if "luoyingxue" in f.subject}) == len(
        {(f.subject, f.predicate) for f in graph.facts if "luoyingxue" in f.subject}
    )


def test_decisions_that_come_late_follow_their_articles(run: Run, folder: Path) -> None:
    old = [n.decision for n in read_decisions(folder)]
    run("forget", folder, chair_of(folder), "--yes", "--quiet")
    after = outputs(folder)
    write_decisions(folder, old)
    assert build(run, folder) == 0
    assert outputs(folder) == after


def test_a_namesake_stays(run: Run, shared: Path) -> None:
    chair = chair_of(shared)
    (other,) = (i for i in bearers(shared) if i != chair)
    run("forget", shared, chair, "--yes", "--quiet")
    for again in ((), (), ("--fresh",)):
        graph = graph_of(shared)
        assert bearers(shared) == [other]
        texts = [a.text for a in graph.articles.values() if NAME in a.text]
        assert len(texts) == 1
        assert "云岭县总工会主席何静" in texts[0]
        assert build(run, shared, *again) == 0
    alone = shared.parent / "alone"
    pages = shared.parent / "pages"
    run("build", pages / "namesake.txt", "-o", alone, "--metadata", shared.parent / "pages.csv", "--quiet")
    assert _counted(shared) == _counted(alone)
    db = sqlite3.connect(shared / "store.sqlite")
    named = [
        row
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for row in db.execute(f"SELECT * FROM {table}")
        if any(_names(cell) for cell in row)
    ]
    assert named
    assert all(
        "云岭县" in str(row) or "\\u4e91" in str(row) or "p-hejing" in str(row) or "name 何静" in str(row)
        for row in named
    )
    assert not any("岚川市总工会主席何静" in str(row) for row in named)
    db.close()


def _counted(folder: Path) -> dict[str, int]:
    """How often the name stands in what was made, in whatever form."""
    made = [data for where, data in every_byte(folder) if where.startswith(("graph.ttl", "explorer.html"))]
    return {form: n for form, word in forms().items() if (n := sum(data.count(word) for data in made))}


def _names(cell: object) -> bool:
    return any(word in str(cell).encode() for form, word in forms().items() if "utf-16" not in form)


def test_new_articles_tell_bearers_apart(run: Run, shared: Path) -> None:
    chair = chair_of(shared)
    run("forget", shared, chair, "--yes", "--quiet")
    pages = shared.parent / "pages"
    for name, text in (("later.txt", LATER), ("later-namesake.txt", LATER_NAMESAKE)):
        (pages / name).write_text(text, encoding="utf-8")
    assert run("build", pages, "-o", shared, "--quiet") == 0
    texts = [a.text for a in graph_of(shared).articles.values() if NAME in a.text]
    assert len(texts) == 2
    assert all("云岭县总工会主席何静" in text for text in texts)


def test_both_bearers(run: Run, shared: Path) -> None:
    run("forget", shared, chair_of(shared), "--yes", "--quiet")
    assert run("forget", shared, NAME, "--yes", "--quiet") == 0
    assert told_in(shared) == []
    assert build(run, shared, "--fresh") == 0
    assert told_in(shared) == []


def test_the_order_of_forgetting_does_not_show(run: Run, folder: Path) -> None:
    """One after the other or both before the first build: the same graph."""
    run("forget", folder, chair_of(folder), "--yes", "--quiet")
    assert run("forget", folder, "周岚", "--yes", "--quiet") == 0
    after = outputs(folder)
    assert not [where for where, data in every_byte(folder) for name in ("周岚", "周嵐") if name.encode() in data]
    assert build(run, folder) == 0
    assert outputs(folder) == after
    assert build(run, folder, "--fresh") == 0
    assert outputs(folder) == {name: data for name, data in after.items() if name != "redirects.ttl"}


def test_a_lexicon_that_names_the_person(run: Run, folder: Path) -> None:
    table = folder.parent / "names.csv"
    table.write_text(
        "name,class,full name\n何静,Person,何静\n青禾厂,Company,岚川市青禾食品有限公司\n", encoding="utf-8"
    )
    build(run, folder, "--lexicon", str(table))
    assert "何静" in str(every_setting(folder))
    while found := bearers(folder):
        run("forget", folder, found[0], "--yes", "--quiet")
    assert told_in(folder) == []
    assert build(run, folder, "--fresh", "--lexicon", str(table)) == 0
    assert told_in(folder) == []


def every_setting(folder: Path) -> list[tuple[str, str]]:
    db = sqlite3.connect(folder / "store.sqlite")
    try:
        return db.execute("SELECT name, value FROM setting").fetchall()
    finally:
        db.close()


def test_redirects_do_not_let_a_name_be_guessed(run: Run, folder: Path) -> None:
    """No former identifier is left that was made from a text with the name in it."""
    ids = {a.id for a in graph_of(folder).articles.values() if NAME in a.text}
    run("forget", folder, chair_of(folder), "--yes", "--quiet")
    for where, data in every_byte(folder):
        assert not [i for i in ids if i.encode() in data], where


def test_anchors_are_those_of_the_masked_text(run: Run, folder: Path) -> None:
    run("forget", folder, chair_of(folder), "--yes", "--quiet")
    graph = graph_of(folder)
    deputy = anchor(graph, "罗映雪", "██劳模创新工作室揭牌")
    assert str(deputy) in (folder / "decisions.csv").read_text(encoding="utf-8")


def test_a_namesake_in_the_same_article_stays(run: Run, folder: Path) -> None:
    """One who writes of an official of the same name is another person."""
    page = folder.parent / "pages" / "何静" / "visit-何静.txt"
    page.write_text(VISIT.replace("通讯员韩竹", f"通讯员{NAME}"), encoding="utf-8")
    assert build(run, folder, "--fresh") == 1  # decisions on the article as it was
    (folder / "decisions.csv").unlink()
    assert build(run, folder) == 0
    chair = chair_of_union(folder)
    assert run("forget", folder, chair, "--yes", "--quiet") == 0
    for again in ((), ("--fresh",)):
        texts = [a.text for a in graph_of(folder).articles.values() if NAME in a.text]
        assert len(texts) == 1
        assert texts[0].count(NAME) == 1
        assert f"通讯员{NAME}" in texts[0]
        assert validate(folder).ok
        assert build(run, folder, *again) == 0


def chair_of_union(folder: Path) -> str:
    """The one of the name who holds a post."""
    held = {f.subject for f in graph_of(folder).facts if f.predicate == "holdsPosition"}
    (found,) = (i for i in bearers(folder) if i in held)
    return found

"""A graph that is added to, corrected and taken from is byte for byte the one that is built all at once."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from unigraph.errors import OutputError
from unigraph.ontology import load_ontology
from unigraph.rdf import Describer, Description, EntityTold
from unigraph.recognition.given import GivenName, Lexicon

from .folders import build, gold_texts, graph, in_memory, redirects, remember_extraction


@pytest.fixture(autouse=True, params=["as read", "doubtful"])
def _read_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    remember_extraction(monkeypatch, doubtful=request.param == "doubtful")


class Archive:
    """Files that come and go, and a folder with their graph."""

    def __init__(self, place: Path) -> None:
        self.sources, self.out, self._place = place / "sources", place / "out", place
        self.sources.mkdir()
        self._fresh = 0

    def put(self, name: str, text: str) -> Path:
        """Write a file."""
        path = self.sources / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def gold(self, number: int, folder: str = ".") -> Path:
        """Write an annotated article's file."""
        name, text = gold_texts()[number]
        return self.put(f"{folder}/{name}", text)

    def files(self) -> list[Path]:
        """All that are there."""
        return sorted(p for p in self.sources.rglob("*") if p.is_file())

    def at_once(self, **options: object) -> bytes:
        """The graph of all files that are there, built anew."""
        self._fresh += 1
        folder = self._place / f"fresh{self._fresh}"
        build(folder, self.files(), **options)  # type: ignore[arg-type]
        assert graph(folder) == in_memory(self.files(), **options)  # type: ignore[arg-type]
        return graph(folder)

    def check(self, **options: object) -> None:
        """The folder's graph is that of its files, and no former identifier is in it."""
        assert graph(self.out) == self.at_once(**options)
        known = set(graph(self.out).decode().split())
        for old, new in redirects(self.out).items():
            assert old not in known
            assert new <= known


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


def test_order_and_batches_change_nothing(archive: Archive, tmp_path: Path) -> None:
    files = [archive.gold(n) for n in range(24)]
    whole = archive.at_once()
    for seed in range(3):
        chance, left = random.Random(seed), files[:]
        chance.shuffle(left)
        folder = tmp_path / f"out{seed}"
        while left:
            size = chance.randint(1, 8)
            build(folder, left[:size])
            left = left[size:]
        assert graph(folder) == whole


@pytest.mark.parametrize("seed", range(6))
def test_a_life(archive: Archive, seed: int) -> None:
    chance = random.Random(seed)
    there: dict[Path, str] = {}
    for _ in range(8):
        step = chance.choice(("add", "add", "remove", "change", "copy")) if len(there) > 2 else "add"
        chosen = chance.choice(sorted(there)) if there else archive.sources
        if step == "add":
            added = [archive.gold(n) for n in chance.sample(range(60), chance.randint(1, 6))]
            build(archive.out, added)
            there.update((p, p.read_text(encoding="utf-8")) for p in added)
        elif step == "remove":
            build(archive.out, remove=(str(chosen),))
            chosen.unlink()
            del there[chosen]
        elif step == "change":
            lines = there[chosen].splitlines()
            there[chosen] = "\n".join(lines[:-1] if len(lines) > 3 else [*lines, "全文完。"])
            build(archive.out, [archive.put(str(chosen.relative_to(archive.sources)), there[chosen])])
        else:
            copy = archive.put(f"other/{chance.randrange(9)}{chosen.name}", there[chosen])
            build(archive.out, [copy])
            there[copy] = there[chosen]
        archive.check()


def test_who_went_to_a_body_is_told_anew_when_its_identifier_changes(archive: Archive) -> None:
    """Two firms of one name have identifiers by their earliest articles, and an earlier one comes later."""

    def visit(day: str, city: str, who: str) -> Path:
        told = f"5月1日，{city}总工会主席{who}到松涛机电有限公司走访慰问。"
        return archive.put(
            f"{day}.txt", f"{city}总工会走访职工{day[-2:]}\n\n{told}{city}总工会在松涛机电有限公司召开座谈会。"
        )

    build(archive.out, [visit("2024-05-03", "绍兴市", "何静"), visit("2024-05-02", "桂林市", "周岚")])
    archive.check()
    build(archive.out, [visit("2024-05-01", "绍兴市上虞区", "孙平")])
    assert redirects(archive.out)
    archive.check()


def test_a_removal_takes_what_only_the_source_said(archive: Archive) -> None:
    first = [archive.gold(n) for n in range(5)]
    build(archive.out, first)
    before = graph(archive.out)
    more = [archive.gold(n) for n in range(5, 15)]
    build(archive.out, more)
    assert graph(archive.out) != before
    build(archive.out, remove=tuple(map(str, more)))
    assert graph(archive.out) == before


def test_nothing_new_writes_nothing(archive: Archive) -> None:
    files = [archive.gold(n) for n in range(3)]
    build(archive.out, files)
    written = (archive.out / "graph.ttl").stat().st_mtime_ns
    made = build(archive.out, files)
    assert (made.read, made.unchanged) == (0, 3)
    assert (archive.out / "graph.ttl").stat().st_mtime_ns == written


def test_one_article_in_two_places_has_both_sources(archive: Archive) -> None:
    name, text = gold_texts()[0]
    build(archive.out, [archive.gold(0), archive.gold(1)])
    copy = archive.put("again.txt", text)
    made = build(archive.out, [copy])
    assert made.read == 1
    archive.check()
    assert graph(archive.out).count(b" a ug:Article") == 2
    assert f'ug:source "again.txt", "{name}"' in graph(archive.out).decode()
    build(archive.out, remove=(str(copy),))
    copy.unlink()
    archive.check()


def test_of_clashing_dates_the_earlier_is_kept_whichever_came_first(archive: Archive) -> None:
    _, text = gold_texts()[0]
    late, early = archive.put("b-2026-03-31.txt", text), archive.put("a-2026-03-30.txt", text)
    build(archive.out, [late])
    made = build(archive.out, [early])
    assert [(c.kept, c.others) for c in made.clashes] == [("2026-03-30", ("2026-03-31",))]
    archive.check()
    build(archive.out, remove=(str(early),))
    early.unlink()
    archive.check()


SURE = "岚川市总工会走访企业\n\n3月5日，岚川市总工会主席周岚走访云岭电子有限公司。\n"
AGAIN = "岚川市总工会再访企业\n\n3月9日，岚川市总工会主席周岚再次走访云岭电子有限公司。\n"


@pytest.mark.parametrize("threshold", [0.0, 0.9, 1.0])
def test_a_changed_threshold(archive: Archive, threshold: float) -> None:
    build(archive.out, [archive.put("a.txt", SURE)])
    build(archive.out, [archive.put("b.txt", AGAIN), archive.gold(3)], threshold=threshold)
    archive.check(threshold=threshold)
    build(archive.out, [archive.gold(4)])
    archive.check()


def test_candidates_become_facts_when_another_article_is_surer(archive: Archive) -> None:
    threshold = 0.87
    files = [archive.gold(n) for n in range(30)]
    build(archive.out, files[:15], threshold=threshold)
    assert b"ug:Candidate" in graph(archive.out)
    for one in files[15:]:
        build(archive.out, [one], threshold=threshold)
    archive.check(threshold=threshold)


def test_a_changed_base(archive: Archive) -> None:
    build(archive.out, [archive.gold(0)])
    build(archive.out, [archive.gold(1)], base="https://example.org/things/")
    archive.check(base="https://example.org/things/")


def test_a_changed_ontology(archive: Archive, tmp_path: Path) -> None:
    own = tmp_path / "own.ttl"
    own.write_text(
        "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "@prefix ug: <https://w3id.org/unigraph/ontology#> .\n@prefix my: <https://example.org/my#> .\n"
        "<https://example.org/my> a owl:Ontology ; owl:imports <https://w3id.org/unigraph/ontology> .\n"
        'my:Reading a owl:Class ; rdfs:subClassOf ug:Organization ; ug:headNoun "书屋"@zh ;'
        ' rdfs:label "书屋"@zh, "Reading room"@en .\n',
        encoding="utf-8",
    )
    build(archive.out, [archive.gold(0)])
    build(archive.out, [archive.gold(1)], ontology=load_ontology(own))
    archive.check(ontology=load_ontology(own))
    assert (archive.out / "ontology.ttl").is_file()
    build(archive.out, [archive.gold(2)])
    archive.check()
    assert not (archive.out / "ontology.ttl").exists()


def test_without_texts(archive: Archive) -> None:
    build(archive.out, [archive.gold(n) for n in range(4)])
    build(archive.out, [archive.gold(4)], texts=False)
    archive.check(texts=False)
    build(archive.out, [archive.gold(5)])
    archive.check()


def test_a_graph_that_somebody_else_wrote_is_not_copied_from(archive: Archive) -> None:
    build(archive.out, [archive.gold(n) for n in range(4)])
    path = archive.out / "graph.ttl"
    path.write_bytes(path.read_bytes().replace(b"ug:Person", b"ug:People"))
    build(archive.out, [archive.gold(4)])
    archive.check()
    path.unlink()
    build(archive.out, [archive.gold(5)])
    archive.check()


def test_fresh_forgets(archive: Archive) -> None:
    build(archive.out, [archive.gold(n) for n in range(4)])
    for path in archive.files():
        path.unlink()
    build(archive.out, [archive.gold(7)], fresh=True)
    archive.check()
    assert redirects(archive.out) == {}


def test_a_graph_without_a_store_is_not_added_to(archive: Archive) -> None:
    build(archive.out, [archive.gold(0)])
    (archive.out / "store.sqlite").unlink()
    before = graph(archive.out)
    with pytest.raises(OutputError, match="--fresh"):
        build(archive.out, [archive.gold(1)])
    assert graph(archive.out) == before
    build(archive.out, [archive.gold(1)], fresh=True)


def test_a_store_of_another_version_is_named(archive: Archive) -> None:
    build(archive.out, [archive.gold(0)])
    with sqlite3.connect(archive.out / "store.sqlite") as db:
        db.execute("PRAGMA user_version = 999")
    db.close()
    with pytest.raises(OutputError, match=r"version 999.*--fresh"):
        build(archive.out, [archive.gold(1)])
    build(archive.out, archive.files(), fresh=True)
    archive.check()


FIRST = "岚川市总工会召开座谈会\n\n3月5日，岚川市总工会召开座谈会。岚川市总工会主席周岚主持会议。\n"
EARLIER = "岚川市总工会召开座谈会\n\n2月5日，岚川市总工会召开座谈会。岚川市政协副主席、市总工会主席周岚主持会议。\n"


def test_a_changed_identifier_leaves_a_trace_until_it_is_in_use_again(archive: Archive) -> None:
    build(archive.out, [archive.put("b-2026-03-06.txt", FIRST)])
    before = graph(archive.out)
    earlier = archive.put("a-2026-02-06.txt", EARLIER)
    build(archive.out, [earlier])
    archive.check()
    moved = redirects(archive.out)
    (old,) = (i for i in moved if i.startswith("id:p-"))
    assert f"{old} a ".encode() in before
    made = build(archive.out, remove=(str(earlier),))
    earlier.unlink()
    archive.check()
    assert graph(archive.out) == before
    assert made.revived == (old.removeprefix("id:"),)
    assert old not in redirects(archive.out)
    assert {old} in redirects(archive.out).values()


def test_a_changed_lexicon(archive: Archive) -> None:
    lexicon = Lexicon.of([GivenName("云岭电子有限公司", "Company", "岚川云岭电子有限公司")])
    build(archive.out, [archive.put("a.txt", SURE)])
    build(archive.out, [archive.gold(0)], lexicon=lexicon)
    archive.check(lexicon=lexicon)
    assert "岚川云岭电子有限公司".encode() in graph(archive.out)
    build(archive.out, [archive.gold(1)])
    archive.check()


def test_what_did_not_change_is_copied(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    build(archive.out, [archive.gold(n) for n in range(20)])
    told: list[str] = []
    describe = Describer.entity

    def noting(self: Describer[str], one: EntityTold) -> Description[str]:
        told.append(one.entity.id)
        return describe(self, one)

    with monkeypatch.context() as patch:
        patch.setattr(Describer, "entity", noting)
        build(archive.out, [archive.put("a.txt", FIRST)])
    assert 0 < len(told) < 12
    archive.check()

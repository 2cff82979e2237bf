"""Identity across articles is scored as the reference does, and the sets that it is scored on are sound."""

from __future__ import annotations

import importlib.util
import json
import random
import re
from collections import Counter, defaultdict
from pathlib import Path
from types import ModuleType

import pyoxigraph as ox
import pytest

import unigraph as ug
from unigraph.errors import GoldError
from unigraph.evaluation import Identity, evaluate_identity
from unigraph.evaluation.likeness import fold
from unigraph.evaluation.mentions import read_mentions, read_pairs
from unigraph.ontology import ROOTS, UG, load_ontology

from .shared import GOLD, shared

SETS = ("identity", "identity-apart", "identity-more", "identity-unread")
ONTOLOGY = Path(__file__).parents[2] / "ontology" / "unigraph.ttl"
NAMED = ox.NamedNode(UG + "mentionedIn")
IN_ARTICLE = ox.NamedNode(UG + "inArticle")


@pytest.mark.parametrize("name", SETS)
def test_a_set_is_sound(name: str) -> None:
    mentions = read_mentions(GOLD / name)
    texts = {p.stem: p.read_text(encoding="utf-8") for p in (GOLD / name / "articles").glob("*.txt")}
    titles = Counter(fold(text.split("\n")[0]) for text in texts.values())
    assert max(titles.values()) == 1
    assert all("2015" <= found[1] <= "2026" for a in texts if (found := re.search(r"-(\d{4})-\d\d-\d\d$", a)))
    kinds = defaultdict(set)
    for m in mentions:
        assert m.name in texts[m.article] or name not in SETS[:2], m  # the others spell short names out: 区总工会
        assert m.name in m.names, m
        assert m.context in texts[m.article] and not re.search("[。！？\n]", m.context), m
        kinds[m.cluster].add(m.kinds[0])
    assert all(len(found) == 1 and found <= set(ROOTS) for found in kinds.values())
    here = Counter((m.article, fold(m.name)) for m in mentions)
    assert all(m.context for m in mentions if here[m.article, fold(m.name)] > 1)
    assert all(a != b and {a, b} <= kinds.keys() for a, b in read_pairs(GOLD / name))


@pytest.mark.parametrize(("pair", "common"), [(SETS[:2], 0), (SETS[2:], 3)])
def test_the_set_apart_shares_no_name(pair: tuple[str, str], common: int) -> None:
    """But for common nouns that an article explains, 揭牌仪式 and 市人民医院."""
    one, other = ({(m.kinds[0], fold(n)) for m in read_mentions(GOLD / s) for n in m.names} for s in pair)
    assert len(one & other) == common
    assert not {kind for kind, _ in one & other} & {"Person", "Union", "Company"}


_FLOORS = {("identity", False): (0.99, 0.97), ("identity", True): (0.98, 0.96)}
_FLOORS |= {("identity-apart", False): (0.98, 0.95), ("identity-apart", True): (0.95, 0.92)}
_FLOORS |= {("identity-more", False): (0.95, 0.86), ("identity-more", True): (0.86, 0.72)}
_FLOORS |= {("identity-unread", False): (0.93, 0.87), ("identity-unread", True): (0.81, 0.70)}
"""B-cubed precision and recall, of all names and of those that several bear."""


@pytest.mark.parametrize("name", SETS)
def test_floors(name: str) -> None:
    result = evaluate_identity(GOLD / name, load_ontology(None))
    for several in (False, True):
        score = result.score(several=several)
        precision, recall = _FLOORS[name, several]
        assert score.precision >= precision and score.recall >= recall, score


def graph_of(name: str, folder: Path) -> Path:
    return ug.build(GOLD / name / "articles").save(folder)


def shuffled(graph: Path, seed: int) -> Path:
    """Things of one class joined and things of several articles split, at random."""
    store = ox.Store()
    store.load(path=str(graph), format=ox.RdfFormat.TURTLE)
    rng = random.Random(seed)
    nodes = sorted({q.subject for q in store.quads_for_pattern(None, NAMED, None)}, key=str)
    where = {q.subject: q.object for q in store.quads_for_pattern(None, IN_ARTICLE, None)}
    joined = {a: rng.choice(nodes) for a in rng.sample(nodes, 30)}
    quads = []
    for q in store:
        subject = joined.get(q.subject, q.subject)
        if q.predicate == NAMED and isinstance(subject, ox.NamedNode) and hash_of(seed, where[q.object]) % 3 == 0:
            quads += [ox.Quad(ox.NamedNode(f"{subject.value}-x"), *part) for part in said(store, q.subject)]
            subject = ox.NamedNode(f"{subject.value}-x")
        quads.append(ox.Quad(subject, q.predicate, q.object))
    out = graph.with_name(f"shuffled-{seed}.ttl")
    made = ox.Store()
    made.extend(quads)
    made.dump(str(out), format=ox.RdfFormat.TURTLE, from_graph=ox.DefaultGraph())
    return out


def hash_of(seed: int, article: object) -> int:
    return random.Random(f"{seed} {article}").randrange(1000)


def said(
    store: ox.Store, node: ox.NamedNode
) -> list[tuple[ox.NamedNode, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple]]:
    """What a node is called and is of."""
    found = store.quads_for_pattern(node, None, None)
    return [(q.predicate, q.object) for q in found if re.search("type$|abel$", q.predicate.value)]


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    spec = importlib.util.spec_from_file_location("reference_bcubed", shared("gold/bcubed.py"))
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", SETS)
def test_same_as_reference(
    reference: ModuleType,
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    graph = graph_of(name, tmp_path)
    ontology = load_ontology(None)
    for path in (graph, shuffled(graph, 1), shuffled(graph, 2)):
        command = ["bcubed", str(path), "--gold", str(GOLD / name), "--ontology", str(ONTOLOGY), "--json"]
        monkeypatch.setattr("sys.argv", command)
        reference.main()
        wanted = json.loads(capsys.readouterr().out)
        assert told(evaluate_identity(GOLD / name, ontology, predicted=path)) == wanted
        if path == graph:
            assert told(evaluate_identity(GOLD / name, ontology)) == wanted


def told(result: Identity) -> dict[str, object]:
    from unigraph.cli._identity import document

    said = document(result)
    return {**said["all"], "pairs": said["pairs"]}


TURTLE = """
@prefix ug: <https://w3id.org/unigraph/ontology#> . @prefix : <https://example.org/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
:a1 a ug:Article ; rdfs:label "甲"@zh . :a2 a ug:Article ; rdfs:label "乙"@zh . :a3 a ug:Article ; rdfs:label "丙"@zh .
:s1 ug:inArticle :a1 ; ug:text "何静" . :s2 ug:inArticle :a2 ; ug:text "何静" . :s3 ug:inArticle :a3 ; ug:text "何静" .
:p a ug:Person ; rdfs:label "何静"@zh ; ug:mentionedIn :s1 , :s2 .
:q a ug:Person ; rdfs:label "何静"@zh ; ug:mentionedIn :s3 .
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Three articles with one name: the first is another woman than the second and third; a fourth is not read."""
    (tmp_path / "articles").mkdir()
    for title in "甲乙丙丁":
        (tmp_path / "articles" / f"{title}.txt").write_text(f"{title}\n\n何静\n", encoding="utf-8")
    mentions = [
        {"article": title, "name": "何静", "names": ["何静"], "type": "Person", "cluster": cluster}
        for title, cluster in zip("甲乙丙丁", "1222", strict=True)
    ]
    (tmp_path / "identity.json").write_text(json.dumps(mentions), encoding="utf-8")
    (tmp_path / "nearmiss.json").write_text('[{"a": "1", "b": "2"}]', encoding="utf-8")
    (tmp_path / "graph.ttl").write_text(TURTLE, encoding="utf-8")
    return tmp_path


def test_by_hand(small: Path) -> None:
    result = evaluate_identity(small, load_ontology(None), predicted=small)
    score = result.score("Person", several=True)
    assert (score.found, score.mentions, score.share) == (3, 4, 0.75)
    assert score.precision == pytest.approx((0.5 + 0.5 + 1) / 3)
    assert score.recall == pytest.approx((1 + 0.5 + 0.5) / 3)
    assert (result.pairs("merged"), result.pairs("split")) == (1, 1)
    assert (result.near, result.near_merged, result.recurring, result.whole) == (1, 1, 1, 0)
    assert (result.unread, [m.article for m in result.absent]) == (("丁",), ["丁"])


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("identity.json", "["),
        ("identity.json", "{}x"),
        ("identity.json", '[{"article": "甲"}]'),
        ("identity.json", "[1]"),
        ("identity.json", '[{"article": "戊", "name": "", "names": [], "type": "Person", "cluster": ""}]'),
        ("nearmiss.json", '[{"a": "1"}]'),
        ("graph.ttl", "no turtle"),
    ],
)
def test_what_cannot_be_read_is_named(small: Path, file: str, content: str) -> None:
    (small / file).write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=re.escape(str(small / file))):
        evaluate_identity(small, load_ontology(None), predicted=small)

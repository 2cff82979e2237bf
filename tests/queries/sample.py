"""A small graph, written out fact by fact; every name in it is invented."""

from __future__ import annotations

import re
from collections import defaultdict

from unigraph.graph import GraphData
from unigraph.model import Article, Award, Entity, Evidence, Fact, Occurrence, Post, Span
from unigraph.ontology import load_ontology

SIGNING = Article(
    "南溪市总工会与白石银行签约\n"
    "3月1日，南溪市总工会与白石银行在南溪会堂举行签约仪式。"
    "南溪市总工会主席何静主持仪式，副主席罗明讲话。"
    "双方签署合作协议。活动由南溪市教育局协办。",
    title="南溪市总工会与白石银行签约",
    published="2026-03-02",
    basis="given",
    publisher="南溪晚报",
    page="2",
    sources=("pages/one.txt",),
)
FORUM = Article(
    "东河县总工会办论坛\n"
    "4月，东河县总工会主办职工论坛，南溪市教育局和白石银行协办。"
    "何静、罗明出席论坛，东河县总工会原主席周岚发言。"
    "论坛授予罗明“东河工匠”称号。",
    title="东河县总工会办论坛",
    published="2026-04-20",
    basis="stated",
    publisher="南溪晚报",
    sources=("pages/two.txt",),
)
VISIT = Article(
    "何静走访白石银行\n5月6日，何静走访白石银行，看望一线职工。随后她来到东河县总工会，或许还去了南溪会堂。",
    title="何静走访白石银行",
    published="2026-05-07",
    basis="inferred",
    sources=("pages/three.txt",),
)
ARTICLES = {a.id: a for a in (SIGNING, FORUM, VISIT)}

# identifier, class, name, aliases, and the shorter words that stand for it in the texts above
_THINGS = (
    ("u-990100", "TerritorialUnion", "南溪市总工会", ("南溪市总",), ("双方",)),
    ("u-990121", "TerritorialUnion", "东河县总工会", (), ()),
    ("c-baishi", "Company", "白石银行", ("白石农商银行",), ("双方",)),
    ("o-jiaoyu", "GovernmentBody", "南溪市教育局", (), ()),
    ("p-hejing", "Official", "何静", ("何小静",), ("她",)),
    ("p-luoming", "Official", "罗明", (), ()),
    ("p-zhoulan", "Person", "周岚", (), ()),
    ("p-songyu", "Journalist", "宋雨", (), ()),
    ("pl-huitang", "Venue", "南溪会堂", (), ()),
    ("e-qianyue", "SigningCeremony", "南溪市总工会与白石银行签约仪式", (), ("签约仪式", "仪式", "活动")),
    ("e-luntan", "Meeting", "东河县总工会职工论坛", (), ("职工论坛", "论坛")),
)
_POSTS = (
    Post("po-1", "主席", "u-990100"),
    Post("po-2", "副主席", "u-990100"),
    Post("po-3", "原主席", "u-990121"),
)
_AWARDS = (Award("aw-1", "东河工匠"),)

# subject, predicate, object, article, words of the sentence, cue, confidence, rule, words of an antecedent
_FACTS = (
    ("u-990100", "hosted", "e-qianyue", SIGNING, "南溪会堂举行", "举行", 0.95, "event-host", ""),
    ("c-baishi", "hosted", "e-qianyue", SIGNING, "南溪会堂举行", "举行", 0.8, "event-host", ""),
    ("e-qianyue", "heldAt", "pl-huitang", SIGNING, "南溪会堂举行", "在", 0.9, "event-place", ""),
    ("e-qianyue", "startDate", "2026-03-01", SIGNING, "南溪会堂举行", "3月1日", 0.97, "event-date", ""),
    ("p-hejing", "chaired", "e-qianyue", SIGNING, "何静主持", "主持", 0.96, "chair", ""),
    ("p-luoming", "spokeAt", "e-qianyue", SIGNING, "何静主持", "讲话", 0.92, "speech", ""),
    ("p-hejing", "holdsPosition", "po-1", SIGNING, "何静主持", "主席", 0.98, "stacked-title", ""),
    ("p-luoming", "holdsPosition", "po-2", SIGNING, "何静主持", "副主席", 0.85, "carried-title", ""),
    ("u-990100", "signedWith", "c-baishi", SIGNING, "双方签署", "签署", 0.9, "signing", ""),
    ("o-jiaoyu", "coOrganized", "e-qianyue", SIGNING, "协办", "协办", 0.9, "by-host", ""),
    ("u-990121", "hosted", "e-luntan", FORUM, "主办职工论坛", "主办", 0.95, "event-host", ""),
    ("o-jiaoyu", "coOrganized", "e-luntan", FORUM, "主办职工论坛", "协办", 0.9, "by-host", ""),
    ("c-baishi", "coOrganized", "e-luntan", FORUM, "主办职工论坛", "协办", 0.75, "by-host", ""),
    ("e-luntan", "startDate", "2026-04", FORUM, "主办职工论坛", "4月", 0.9, "event-date", ""),
    ("p-hejing", "attended", "e-luntan", FORUM, "出席论坛", "出席", 0.93, "attendance", ""),
    ("p-luoming", "attended", "e-luntan", FORUM, "出席论坛", "出席", 0.93, "attendance", ""),
    ("p-zhoulan", "spokeAt", "e-luntan", FORUM, "出席论坛", "发言", 0.9, "speech", ""),
    ("p-zhoulan", "holdsPosition", "po-3", FORUM, "出席论坛", "原主席", 0.9, "stacked-title", ""),
    ("p-luoming", "received", "aw-1", FORUM, "东河工匠", "授予", 0.88, "award", ""),
    ("e-luntan", "conferred", "aw-1", FORUM, "东河工匠", "授予", 0.88, "award", ""),
    ("p-hejing", "visited", "c-baishi", VISIT, "走访白石银行，", "走访", 0.97, "visit", ""),
    ("p-hejing", "visited", "u-990121", VISIT, "来到东河", "来到", 0.7, "visit", "走访白石银行，"),
    ("p-hejing", "visited", "pl-huitang", VISIT, "来到东河", "去", 0.3, "visit", ""),
)


def _code(key: str) -> str:
    """The division code that the identifier of a territorial union holds."""
    return key[2:] if key.startswith("u-") else ""


def sample() -> GraphData:
    """The graph: three articles, eleven things, twenty-two facts and a candidate."""
    sentences = {a.id: _sentences(a.text) for a in ARTICLES.values()}
    entities = {
        key: Entity(key, cls, name, aliases, _mentions((name, *aliases, *words), sentences), _code(key))
        for key, cls, name, aliases, words in _THINGS
    }
    found: dict[tuple[str, str, str], list[Evidence]] = defaultdict(list)
    for subject, predicate, obj, article, words, cue, confidence, rule, antecedent in _FACTS:
        spans = sentences[article.id]
        index = _sentence_of(article, spans, words)
        begin = article.text.index(cue, spans[index].begin)
        earlier = (_sentence_of(article, spans, antecedent),) if antecedent else ()
        evidence = Evidence(article.id, index, begin, begin + len(cue), rule, confidence, article.published, earlier)
        found[subject, predicate, obj].append(evidence)
    facts = tuple(Fact(*key, tuple(ev), plain=ev[0].confidence >= 0.5) for key, ev in sorted(found.items()))
    return GraphData(
        ontology=load_ontology(),
        articles=dict(sorted(ARTICLES.items())),
        sentences=sentences,
        reporters={SIGNING.id: ("p-songyu",), FORUM.id: ("p-songyu",)},
        entities=dict(sorted(entities.items())),
        posts={p.id: p for p in _POSTS},
        awards={a.id: a for a in _AWARDS},
        facts=facts,
        background=(("u-990121", "partOf", "u-990100"),),
        inferred_years=frozenset({"e-luntan"}),
    )


def _sentences(text: str) -> tuple[Span, ...]:
    return tuple(Span(*m.span()) for m in re.finditer(r"[^\n。]+。?", text))


def _sentence_of(article: Article, spans: tuple[Span, ...], words: str) -> int:
    """The last sentence that holds the words: a headline often holds them too."""
    return max(i for i, (begin, end) in enumerate(spans) if words in article.text[begin:end])


def _mentions(words: tuple[str, ...], sentences: dict[str, tuple[Span, ...]]) -> tuple[Occurrence, ...]:
    pattern = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    return tuple(
        Occurrence(key, index, begin + m.start(), begin + m.end())
        for key, spans in sorted(sentences.items())
        for index, (begin, end) in enumerate(spans)
        for m in pattern.finditer(ARTICLES[key].text[begin:end])
    )

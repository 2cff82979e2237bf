"""Which articles are one text in two printings; all of them are our own writing."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterable
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from unigraph.model import Article
from unigraph.ontology import load_ontology
from unigraph.resolution import SCHEMA, Registry, resolve
from unigraph.resolution._reprints import body, digest, is_reprint, near_in_time, sketch

from .building import Telling

HEADLINE = "南溪市总工会召开八届二次全委会\n"
BYLINE = "本报讯（记者 宋雨 通讯员 李禾）"
LEAD = "3月5日，南溪市总工会八届二次全委会议在南溪会堂召开。市总工会主席何静主持会议并讲话，副主席林雾作工作报告。\n"
YEAR = (
    "会议指出，过去一年全市新建工会组织120个，发展会员8600人，慰问困难职工1350户。"
    "各级工会要把职工的事放在心上，把服务送到车间班组。\n"
)
HONOURS = "会上，白石银行等12家单位被授予“南溪五一劳动奖状”。东河县总工会、西桥区总工会作交流发言。\n"
END = "会后，与会人员参观了职工书屋和劳模工作室。\n"
PLENUM = HEADLINE + BYLINE + LEAD + YEAR + HONOURS + END

REPRINTS = {
    "another headline": PLENUM.replace(HEADLINE, "凝心聚力开新局\n——南溪市总工会全委会侧记\n"),
    "another byline": PLENUM.replace("记者 宋雨 通讯员 李禾", "全媒体记者 白兰"),
    "a byline at the end": PLENUM.replace(BYLINE, "") + "（宋雨 李禾）\n责任编辑：王木\n",
    "another dateline": PLENUM.replace(BYLINE, "南溪新闻网3月6日讯 "),
    "an agency's dateline": PLENUM.replace(BYLINE, "晨钟社南溪3月6日电（记者 赵嘉禾）"),
    "the paper that it is from": PLENUM.replace(BYLINE, "据《南溪晚报》报道，"),
    "a caption": PLENUM + "图为会议现场。宋雨 摄\n",
    "a line that says the source": PLENUM + "来源：南溪晚报\n",
    "typos": PLENUM.replace("慰问困难", "尉问困难").replace("送到", "送至").replace("职工的事", "职工的事情"),
    "two characters swapped": PLENUM.replace("交流发言", "流交发言"),
    "no last paragraph": PLENUM.replace(END, ""),
    "a last paragraph cut short": PLENUM.replace("和劳模工作室", ""),
    "two paragraphs less": PLENUM.replace(HONOURS + END, ""),
    "traditional characters": PLENUM.replace("会议", "會議").replace("总工会", "總工會").replace("职工", "職工"),
    "other width and marks": PLENUM.replace("，", ",").replace("120", "１２０").replace("“", "「").replace("”", "」"),
    "thousands apart": PLENUM.replace("8600", "8,600"),
    "a paper's own style": PLENUM.replace("作交流", "做交流").replace("作工作", "做工作"),
    "another paper's city": PLENUM.replace("3月5日，南溪市", "3月5日，我市"),
    "lines broken elsewhere": PLENUM.replace("户。", "户。\n"),
}

OTHERS = {
    "the next plenum": PLENUM.replace("二次", "三次").replace("3月5日", "9月5日"),
    "the same of another year": PLENUM.replace("120个", "135个").replace("8600", "9100").replace("1350", "1420"),
    "one figure": PLENUM.replace("120个", "121个"),
    "a figure in characters": PLENUM.replace("八届二次", "八届三次"),
    "another day": PLENUM.replace("3月5日", "3月6日"),
    "another chair": PLENUM.replace("何静", "赵敏"),
    "a chair's other given name": PLENUM.replace("何静", "何敏"),
    "a chair of another family": PLENUM.replace("何静", "贺静"),
    "another city": PLENUM.replace("南溪", "白河"),
    "a city of nearly that name": PLENUM.replace("南溪", "南河"),
    "a district of the other side": PLENUM.replace("西桥区", "东桥区"),
    "another winner": PLENUM.replace("白石银行", "青石集团"),
    "another rank": PLENUM.replace("副主席林雾", "主席林雾"),
    "another paper's own words": (
        "南溪总工会八届二次全会举行\n"
        "3月5日，南溪市总工会在南溪会堂举行八届二次全委会议，市总主席何静主持并讲话，林雾副主席代表市总作报告。\n"
        "据介绍，去年南溪新建工会组织120个，新发展会员8600人，走访慰问困难职工1350户。\n"
        "会上为12家获得南溪五一劳动奖状的单位颁奖，白石银行榜上有名。\n"
    ),
    "a comment that quotes at length": (
        "工会要有工会的样子\n"
        f"南溪市总工会开会，说了一段实在话。{YEAR}读了这段话，笔者想到许多。\n"
        "基层工会离职工最近，干得好不好，职工看得最清楚。有的地方活动热闹，职工却不买账，原因就在没有问过他们要什么。\n"
    ),
    "a paragraph that all papers print": (
        "东河县总工会部署全年工作\n"
        f"3月9日，东河县总工会召开工作会议，主席丁一帆部署全年工作。\n{YEAR}"
        "东河县总工会今年要办好五件实事，建三个驿站，办两场招聘会，组织一次疗休养。\n"
    ),
    "nothing": "",
    "a headline": HEADLINE,
}


@pytest.mark.parametrize("other", REPRINTS.values(), ids=REPRINTS.keys())
def test_a_reprint_is_one(other: str) -> None:
    one, two = body(PLENUM), body(other)
    assert is_reprint(one, two)
    assert is_reprint(two, one)
    assert not set(sketch(one)).isdisjoint(sketch(two))


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS.keys())
def test_what_tells_something_else_is_none(other: str) -> None:
    one, two = body(PLENUM), body(other)
    assert not is_reprint(one, two)
    assert not is_reprint(two, one)


def test_a_short_text_is_nobodys() -> None:
    notice = body("通知\n本周六上午工人文化宫闭馆检修。\n")
    assert not is_reprint(notice, notice)
    assert sketch(notice) == ()


def test_few_typos_in_a_short_text_many_in_a_long_one() -> None:
    short = body(LEAD + "各位委员认真讨论。")
    wrong = body((LEAD + "各位委员认真讨论。").replace("会堂", "回堂").replace("讨论", "套论"))
    assert not is_reprint(short, wrong)
    assert is_reprint(body(PLENUM + LEAD), body((PLENUM + LEAD).replace("会堂", "回堂", 1).replace("车间", "车问")))


@given(st.text(max_size=400), st.text(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_texts_are_judged_alike_both_ways(one: str, two: str) -> None:
    a, b = body(one), body(two)
    assert is_reprint(a, b) == is_reprint(b, a)
    assert len(sketch(a)) <= 12
    assert is_reprint(a, a) == bool(sketch(a))


@pytest.mark.parametrize("text", ["是。" * 30_000, "是" * 60_000, "1" * 60_000, "，" * 60_000, "（" * 20_000])
def test_long_monotony_is_judged(text: str) -> None:
    one, two = body("题\n" + text), body("题\n是非。" + text + "完了。")
    is_reprint(one, two)
    assert digest(one) == digest(body("别\n" + text))


@pytest.mark.parametrize(
    ("one", "two", "near"),
    [
        ("2026-03-05", "2026-03-20", True),
        ("2026-03-05", "2027-03-05", False),
        ("2026-03", "2026-04-20", True),
        ("2026-03", "2027-03", False),
        ("", "2027-03", True),
        ("2026-13-45", "2026-03-05", False),
    ],
)
def test_the_same_words_much_later_tell_of_something_else(one: str, two: str, near: bool) -> None:
    assert near_in_time(one, two) is near


# ---------------------------------------------------------------------- all articles together


def _told(articles: Iterable[Article]) -> dict[str, str]:
    """The reprints of some articles, entered at once."""
    known = {a.id: a for a in articles}
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(SCHEMA)
        registry = Registry(db, load_ontology(), lambda article: known[article].text)
        for article in known.values():
            registry.put(article, ())
        registry.settle()
        return registry.reprints()


def test_the_earliest_is_the_original_then_the_first_by_its_text() -> None:
    late = Article(PLENUM, published="2026-03-08")
    early = Article(REPRINTS["another headline"], published="2026-03-06")
    undated = Article(REPRINTS["typos"])
    same_day = Article("一" + PLENUM, published="2026-03-06")
    first = min((early, same_day), key=lambda a: a.text)
    found = _told([late, early, undated, same_day])
    assert found == {a.id: first.id for a in (late, early, undated, same_day) if a is not first}


def test_small_changes_do_not_chain() -> None:
    """Each differs from the one before by a little, the last from the first by much."""
    words = ["困难", "各级", "事放", "车间", "班组", "单位", "交流", "人员", "书屋"]
    texts = [PLENUM]
    for word in words:
        texts.append(texts[-1].replace(word, word[0] + "呀" + word[1], 1))
    articles = [Article(t, published=f"2026-03-{day:02}") for day, t in enumerate(texts, 5)]
    found = _told(articles)
    originals = {found.get(a.id, a.id) for a in articles}
    assert len(originals) > 1
    assert not originals & found.keys()
    by_id = {a.id: a for a in articles}
    assert all(is_reprint(body(by_id[a].text), body(by_id[b].text)) for a, b in found.items())


def _pool() -> list[Article]:
    """Reprints of three stories and what is none, a few dates, a phrase that a crowd shares."""
    stories = [PLENUM, OTHERS["another city"], OTHERS["the next plenum"]]
    edits = [("困难", "困男"), ("车间", "车问"), (END, ""), (BYLINE, ""), (HEADLINE, "换个题目\n"), ("书屋", "书物")]
    out = []
    for number, story in enumerate(stories):
        for bits in range(2 ** len(edits)):
            text = story
            for n, (old, new) in enumerate(edits):
                text = text.replace(old, new) if bits >> n & 1 else text
            day = f"2026-03-{1 + (bits * 7 + number) % 9:02}" if bits % 5 else ""
            out.append(Article(text, published=day))
    crowd = [
        f"小站之{n}\n驿站里有热水，有插座，有书报，也有一盏亮到深夜的灯。{YEAR}{'站' * n}长说，{n}号站{n * 7}人来。\n"
        for n in range(50)
    ]
    return [*out, *(Article(text, published="2026-03-02") for text in crowd)]


@pytest.mark.parametrize("seed", range(6))
def test_any_order_of_additions_and_removals_comes_to_the_same(seed: int) -> None:
    rng = random.Random(seed)
    known = {a.id: a for a in _pool()}
    pool = list(known.values())
    there: set[str] = set()
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(SCHEMA)
        registry = Registry(db, load_ontology(), lambda article: known[article].text)
        for _ in range(25):
            for _ in range(rng.randrange(1, 40)):
                article = rng.choice(pool)
                if article.id in there and rng.random() < 0.7:
                    registry.drop(article.id)
                    there.discard(article.id)
                elif article.id not in there:
                    registry.put(article, ())
                    there.add(article.id)
            registry.settle()
            assert registry.reprints() == _told(known[i] for i in there)


def test_a_graph_names_originals_and_keeps_what_reprints_say() -> None:
    def told(text: str, published: str) -> Telling:
        telling = Telling(text, published)
        union = telling.thing("TerritorialUnion", "南溪市总工会", key="u-990100")
        chair = telling.thing("Official", "何静")
        telling.say(chair, "holdsPosition", union, "主席", "主席")
        return telling

    first = told(PLENUM, "2026-03-06").facts()
    again = told(REPRINTS["another headline"], "2026-03-08").facts()
    graph = resolve([again, first], load_ontology())
    assert graph.reprints == {again.article.id: first.article.id}
    (fact,) = (f for f in graph.facts if f.predicate == "holdsPosition")
    assert {e.article for e in fact.evidence} == {first.article.id, again.article.id}
    assert fact.confidence == 0.9


def test_identity_is_told_of_the_story() -> None:
    first, again = Article(PLENUM, published="2026-03-06"), Article(REPRINTS["typos"], published="2026-03-07")
    known = {a.id: a for a in (first, again)}
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(SCHEMA)
        registry = Registry(db, load_ontology(), lambda article: known[article].text)
        registry.put(again, ())
        registry.settle()
        assert set(registry.stories(range(9)).values()) == {again.id}
        registry.put(first, ())
        registry.settle()
        assert sorted(registry.stories(range(9)).values()) == [first.id, first.id]
        registry.drop(first.id)
        registry.settle()
        assert set(registry.stories(range(9)).values()) == {again.id}

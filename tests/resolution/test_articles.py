"""One article a text."""

from __future__ import annotations

from dataclasses import replace

from tests.resolution.building import signing
from unigraph.model import Article
from unigraph.ontology import load_ontology
from unigraph.resolution import merge_articles, resolve


def test_copies_are_one_article_with_all_sources() -> None:
    copies = [Article("题\n文", "题", "2026-03-02", "given", sources=(name,)) for name in ("b.txt", "a.txt")]
    articles, clashes = merge_articles(copies)
    assert [a.sources for a in articles] == [("a.txt", "b.txt")]
    assert clashes == ()


def test_earlier_date_wins_and_the_clash_is_told() -> None:
    late = Article("题\n文", "题", "2026-03-05", "filename", "晚报", sources=("late.txt",))
    early = Article("题\n文", "题", "2026-03-02", "stated", sources=("early.txt",))
    for copies in ([late, early], [early, late]):
        (article,), (clash,) = merge_articles(copies)
        assert (article.published, article.basis, article.publisher) == ("2026-03-02", "stated", "晚报")
        assert (clash.article, clash.kept, clash.others) == (article.id, "2026-03-02", ("2026-03-05",))
        assert clash.sources == ("early.txt", "late.txt")


def test_a_month_does_not_clash_with_its_day() -> None:
    copies = [Article("文", published=d, basis="given") for d in ("2026-03", "2026-03-05", "")]
    (article,), clashes = merge_articles(copies)
    assert article.published == "2026-03-05"
    assert clashes == ()


def test_a_later_month_clashes() -> None:
    copies = [Article("文", published=d, basis="given") for d in ("2026-04", "2026-03-05")]
    (article,), (clash,) = merge_articles(copies)
    assert (article.published, clash.others) == ("2026-03-05", ("2026-04",))


def test_resolving_the_same_article_twice_changes_only_its_sources() -> None:
    once = signing()
    moved = replace(once, article=replace(once.article, sources=("copy.txt",)))
    one, two = (resolve(facts, load_ontology()) for facts in ([once], [once, moved]))
    assert one.facts == two.facts
    assert one.entities == two.entities
    assert two.articles[once.article.id].sources == ("copy.txt", "pages/one.txt")


def test_facts_of_the_copy_with_the_earlier_date_are_kept() -> None:
    early = signing()
    late = replace(early, article=replace(early.article, published="2026-05-01"), claims=early.claims[:1])
    for facts in ([early, late], [late, early]):
        graph = resolve(facts, load_ontology())
        assert graph.articles[early.article.id].published == "2026-03-02"
        assert len(graph.facts) > 5

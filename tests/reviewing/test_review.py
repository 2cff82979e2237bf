"""A person goes through questions, and what they decide gets into the graph."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from tests.cli.conftest import OTHER, PAGE
from unigraph import build_text, load
from unigraph.cli import main
from unigraph.decisions import read_decisions
from unigraph.errors import OptionError
from unigraph.graph import GraphData
from unigraph.reviewing import Item, answer, items_of, open_questions, record

SAME = """云岭县总工会召开劳模座谈会

本报讯（记者周岚）4月6日，云岭县总工会主席方若溪主持劳模座谈会并讲话。
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pages = tmp_path / "pages"
    pages.mkdir()
    for name, text in (("a-2026-03-31.txt", PAGE), ("b-2026-03-29.txt", OTHER), ("c-2026-04-07.txt", SAME)):
        (pages / name).write_text(text, encoding="utf-8")
    run("build", pages, "-o", tmp_path / "out", "--quiet")
    return tmp_path / "out"


def run(*arguments: str | Path) -> int:
    with pytest.raises(SystemExit) as left:
        main(list(map(str, arguments)))
    assert isinstance(left.value.code, int)
    return left.value.code


def review(monkeypatch: pytest.MonkeyPatch, folder: Path, *lines: str, options: tuple[str, ...] = ()) -> int:
    typed = "".join(f"{line}\n" for line in lines).encode("utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(typed), encoding="utf-8"))
    return run("review", folder, "--who", "何静", *options)


def data(folder: Path) -> GraphData:
    return load(folder)._data


def test_the_question_with_most_to_gain_comes_first(folder: Path) -> None:
    items = items_of(data(folder), (), ())
    assert [i.gain for i in items] == sorted((i.gain for i in items), reverse=True)
    assert len({i.yes.subject for i in items}) == len(items)
    for item in items:
        assert item.passages
        for passage in item.passages:
            assert passage.names or passage.cue


def test_no_takes_a_fact_out_and_is_not_asked_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = items_of(data(folder), (), ())[:2]
    before = len(data(folder).facts)
    assert review(monkeypatch, folder, "n 另有其人", "q") == 0
    (kept,) = (n.decision for n in read_decisions(folder))
    assert (kept.kind, kept.subject, kept.who, kept.why) == ("no", first.yes.subject, "何静", "另有其人")
    assert kept.when.endswith("Z")
    assert len(data(folder).facts) == before - 1
    assert items_of(data(folder), (), [kept])[0].yes.subject == second.yes.subject


def test_yes_confirms(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert review(monkeypatch, folder, "y", "q") == 0
    assert any(e.confirmed for f in data(folder).facts for e in f.evidence)
    assert "ug:confirmed true" in (folder / "graph.ttl").read_text(encoding="utf-8")


def test_undo_takes_back_and_asks_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (folder / "graph.ttl").read_bytes()
    assert review(monkeypatch, folder, "s", "n", "u", "u", "q") == 0
    assert read_decisions(folder) == []
    assert (folder / "graph.ttl").read_bytes() == before
    assert "nothing to undo" in capsys.readouterr().out


def test_splitting_and_naming(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    options = ("--about", "方若溪")
    assert review(monkeypatch, folder, "rename 方若兮", "q", options=options) == 0
    assert "方若兮" in {e.name for e in data(folder).entities.values()}


def test_what_cannot_be_is_told(folder: Path) -> None:
    graph = data(folder)
    item = next(i for i in items_of(graph, (), ()) if i.things[0][0].startswith("p-"))
    for line, words in {
        "": "write one of",
        "mrge": "did you mean merge",
        "merge": "merge [1|2] NAME",
        "merge 无此人": "nothing is called",
        "retype Schol": "School",
        "rename": "rename [1|2] NAME",
    }.items():
        with pytest.raises(OptionError, match=words.replace("[", r"\[").replace("|", r"\|")):
            answer(line, item, graph)


def test_a_later_build_keeps_the_decisions(folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert review(monkeypatch, folder, "n", "n", "q", options=("--no-apply",)) == 0
    before = len(data(folder).facts)
    assert run("build", tmp_path / "pages", "-o", folder, "--quiet") == 0
    assert len(data(folder).facts) == before - 2


def test_a_folder_without_a_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build_text(PAGE, published="2026-03-31").save(tmp_path / "saved")
    assert run("review", tmp_path / "saved") == 2
    assert "store.sqlite" in capsys.readouterr().err


def test_a_broken_table_of_decisions(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "decisions.csv").write_text("<<<<<<< ours\n", encoding="utf-8")
    assert run("review", folder) == 2
    assert "decisions.csv, line 1" in capsys.readouterr().err
    assert run("build", folder.parent / "pages", "-o", folder, "--quiet") == 2


def test_doubtful_identities_are_asked_and_followed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = Path(__file__).parents[1] / "gold" / "identity" / "articles"
    out = tmp_path / "out"
    assert run("build", articles, "-o", out, "--quiet", "--no-explorer") == 0
    _, items = open_questions(out, lambda line: None)
    one, two = (next(i for i in items if i.yes.kind == "merge" and _joined(i) is joined) for joined in (True, False))
    assert all(len(i.passages) == 2 and i.reasons for i in (one, two))
    for decision in (one.no, two.yes):
        record(out, decision, lambda line: None)
    assert run("review", out, "--apply") == 0
    after = data(out)
    assert len(_bearers(after, one)) == 2
    assert len(_bearers(after, two)) == 1
    assert {one.yes.subject, two.yes.subject}.isdisjoint(
        i.yes.subject for i in open_questions(out, lambda line: None)[1]
    )
    assert not (out / "explorer.html").exists()


def _joined(item: Item) -> bool:
    (first, _), (second, _) = item.things
    return first == second


def _bearers(graph: GraphData, item: Item) -> set[str]:
    """The things that are named at the two places of a question."""
    places = {(a.article, a.begin, a.end) for _, a in item.things}
    return {i for i, e in graph.entities.items() for m in e.mentions if (m.article, m.begin, m.end) in places}

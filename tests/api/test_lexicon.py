"""A user's own names: what they mean wins over what the rules would read."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import unigraph as ug
from unigraph.queries import load_store
from unigraph.rdf import to_turtle
from unigraph.validation.checks import run_checks
from unigraph.validation.view import View

from .texts import many

TEXT = """澜工办起匠心汇

本报讯（记者周岚 通讯员韩竹）3月30日，匠心汇在云坞举行。澜工主席陈远舟主持匠心汇并讲话，\
蓝鲸副总经理阿依古丽·买买提出席匠心汇。当天，澜工与蓝鲸签署合作协议。
"""
HEADER = "name,class,full name\n"
ROWS = """澜工,Union,岚川市澜工联合会
蓝鲸,Company,蓝鲸动力股份有限公司
阿依古丽·买买提,Person,
匠心汇,Event,岚川市第三届匠心汇
云坞,Place,云坞文化园
"""
Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def _write(rows: str, name: str = "names.csv", header: str = HEADER, before: bytes = b"") -> Path:
        path = tmp_path / name
        path.write_bytes(before + (header + rows).encode("utf-8"))
        return path

    return _write


def named(kg: ug.KnowledgeGraph, cls: str) -> set[str]:
    return set(kg.entities(cls)["label"])


def said(kg: ug.KnowledgeGraph, predicate: str) -> set[tuple[str, str]]:
    facts = kg.facts(predicate)
    return set(zip(facts["subject_label"], facts["object_label"], strict=True))


def test_without_a_lexicon_the_names_mean_nothing() -> None:
    kg = ug.build_text(TEXT, published="2026-03-31")
    assert not named(kg, "Union") | named(kg, "Company")
    assert "岚川市第三届匠心汇" not in named(kg, "Event")


def test_names_of_all_kinds_are_found_and_take_part_in_facts(write: Write) -> None:
    kg = ug.build_text(TEXT, published="2026-03-31", lexicon=write(ROWS))
    assert named(kg, "Union") == {"岚川市澜工联合会"}
    assert named(kg, "Company") == {"蓝鲸动力股份有限公司"}
    assert named(kg, "Event") == {"岚川市第三届匠心汇"}
    assert named(kg, "Place") == {"云坞文化园"}
    assert "阿依古丽·买买提" in named(kg, "Person")
    assert ("陈远舟", "岚川市第三届匠心汇") in said(kg, "chaired")
    assert ("阿依古丽·买买提", "岚川市第三届匠心汇") in said(kg, "attended")
    assert ("岚川市第三届匠心汇", "云坞文化园") in said(kg, "heldAt")
    assert {"岚川市澜工联合会", "蓝鲸动力股份有限公司"} in [set(pair) for pair in said(kg, "signedWith")]
    assert "蓝鲸" in kg.entities("Company")["aliases"].iloc[0]


@pytest.mark.parametrize(
    ("row", "cls", "name"),
    [
        ("蓝鲸,企业,", "Company", "蓝鲸"),
        ("蓝鲸,trade union,", "Union", "蓝鲸"),
        ("蓝鲸,GovernmentBody,蓝鲸管理处", "GovernmentBody", "蓝鲸管理处"),
        ("蓝鲸,政府机构,蓝鲸管理处", "GovernmentBody", "蓝鲸管理处"),
        ("蓝鲸,school,", "School", "蓝鲸"),
        ("藍鯨,Company,", "Company", "藍鯨"),
        ('"蓝鲸","Company","蓝鲸, 动力"', "Company", "蓝鲸, 动力"),
        ("蓝鲸,Company,,,", "Company", "蓝鲸"),
    ],
)
def test_classes_by_name_or_label_and_fields_in_quotes(write: Write, row: str, cls: str, name: str) -> None:
    kg = ug.build_text(TEXT, published="2026-03-31", lexicon=write(row))
    things = kg.entities(cls)
    assert things.loc[things["class"] == cls, "label"].tolist() == [name]


def test_a_byte_order_mark_and_other_line_ends_do_not_matter(write: Write) -> None:
    plain = ug.build_text(TEXT, published="2026-03-31", lexicon=write(ROWS))
    marked = write(ROWS.replace("\n", "\r\n"), "marked.csv", HEADER.replace("\n", "\r\n"), b"\xef\xbb\xbf")
    assert ug.build_text(TEXT, published="2026-03-31", lexicon=marked).facts().equals(plain.facts())


@pytest.mark.parametrize(
    ("row", "cls", "name", "text"),
    [
        ("星火学校,Company,", "Company", "星火学校", "岚川市总工会走访星火学校。"),  # a school by its head noun
        ("作为书院,Organization,", "Organization", "作为书院", "岚川市总工会走访作为书院。"),  # ends where rules begin
        ("高远山,Place,", "Place", "高远山", "岚川市总工会主席高远山出席会议。"),  # a person by the title before
        ("大白杨公司工会,Union,白杨厂工会", "Union", "白杨厂工会", "3月2日，大白杨公司工会召开座谈会。"),
        ("全总,Company,全总贸易有限公司", "Company", "全总贸易有限公司", "岚川市总工会走访全总。"),
    ],
)
def test_boundary_and_class_are_those_of_the_lexicon(write: Write, row: str, cls: str, name: str, text: str) -> None:
    body = "岚川新闻\n\n" + text
    kg = ug.build_text(body, published="2026-03-31", lexicon=write(row))
    assert name in named(kg, cls)
    written = row.split(",")[0]
    begin = body.replace("\n\n", "\n").index(written)
    over = [
        (e.name, o.begin, o.end)
        for e in kg._data.entities.values()
        for o in e.mentions
        if o.begin < begin + len(written) and begin < o.end and e.cls not in ("Meeting", "Event")
    ]
    assert over == [(name, begin, begin + len(written))]


def test_the_longest_name_wins(write: Write) -> None:
    rows = "云岭,Place,\n云岭青禾,Company,\n青禾学园,School,青禾学园小学\n"
    kg = ug.build_text("岚川新闻\n\n3月2日，岚川市总工会走访云岭青禾和云岭青禾学园。", lexicon=write(rows))
    assert named(kg, "Company") == {"云岭青禾"}  # of two that overlap and are as long, the first
    assert not named(kg, "School")
    more = write(rows + "云岭青禾学园,School,\n", "more.csv")
    kg = ug.build_text("岚川新闻\n\n3月2日，岚川市总工会走访云岭青禾和云岭青禾学园。", lexicon=more)
    assert named(kg, "School") == {"云岭青禾学园"}
    assert not named(kg, "Place")


def test_no_latin_word_is_cut(write: Write) -> None:
    kg = ug.build_text("岚川新闻\n\n3月2日，岚川市总工会走访ABC和ABCD。", lexicon=write("ABC,Company,\n"))
    (mentions,) = [e.mentions for e in kg._data.entities.values() if e.name == "ABC"]
    assert len(mentions) == 1


def test_the_full_name_means_the_same_and_a_federation_keeps_its_identifier(write: Write) -> None:
    lexicon = write("肇总,Union,肇庆市总工会\n鲸动,Company,大鲸会\n")
    kg = ug.build_text("岚川新闻\n\n3月2日，肇总走访鲸动。肇庆市总工会与大鲸会签约。", lexicon=lexicon)
    unions = kg.entities("Union")
    assert unions["id"].tolist() == ["u-441200"]
    assert unions["mentions"].tolist() == [2]
    assert kg.entities("Company")["mentions"].tolist() == [2]


def test_reporters_of_the_lexicon_have_its_names(write: Write) -> None:
    kg = ug.build_text(
        TEXT, published="2026-03-31", lexicon=write("周岚,Person,周岚岚\n韩竹,Organization,韩竹工作室\n")
    )
    assert named(kg, "Person") >= {"周岚岚"}
    assert not named(kg, "Person") & {"周岚", "韩竹"}
    assert named(kg, "Organization") >= {"韩竹工作室"}


def test_classes_of_a_users_ontology(write: Write, tmp_path: Path) -> None:
    court = Path(__file__).resolve().parents[2] / "examples" / "court.ttl"
    for cls in ("Court", "法院", "https://example.org/court#Court"):
        lexicon = write(f"清城法,{cls},清城区人民法院\n")
        kg = ug.build_text(
            "岚川新闻\n\n3月2日，清城法审理骏驰物流有限公司劳动争议案。", ontology=court, lexicon=lexicon
        )
        (found,) = [e for e in kg._data.entities.values() if e.name == "清城区人民法院"]
        assert found.cls == "https://example.org/court#Court"
    with pytest.raises(ug.LexiconError, match="unknown class Court"):
        ug.build_text(TEXT, lexicon=write("清城法,Court,\n"))


def test_what_is_no_class_of_things_is_refused(write: Write) -> None:
    for cls in ("Position", "Award", "Sentence", "荣誉"):
        with pytest.raises(ug.LexiconError, match=f"line 2: unknown class {cls}"):
            ug.build_text(TEXT, lexicon=write(f"甲乙,{cls},\n"))


def turtle(kg: ug.KnowledgeGraph) -> str:
    return to_turtle(kg._data)


def test_the_order_of_rows_and_files_does_not_matter(write: Write) -> None:
    rows = ROWS.splitlines(keepends=True)
    expected = turtle(ug.build_text(TEXT, published="2026-03-31", lexicon=write(ROWS)))
    for seed in range(3):
        random.Random(seed).shuffle(rows)
        files = [write("".join(rows[:2]), "one.csv"), write("".join(rows), "two.csv")]
        assert turtle(ug.build_text(TEXT, published="2026-03-31", lexicon=files)) == expected


def test_a_changed_lexicon_changes_the_graph(write: Write, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text(TEXT, encoding="utf-8")
    assert named(ug.build(page, lexicon=write("蓝鲸,Company,\n")), "Company") == {"蓝鲸"}
    assert named(ug.build(page, lexicon=write("蓝鲸,Company,大蓝鲸\n")), "Company") == {"大蓝鲸"}
    assert not named(ug.build(page), "Company")


def test_workers_know_the_lexicon(write: Write, tmp_path: Path) -> None:
    for number, text in enumerate(many(40)):
        (tmp_path / f"{number:02}.txt").write_text(text.replace("云岭县青禾食品有限公司", "青禾"), encoding="utf-8")
    lexicon = write("青禾,Company,云岭县青禾食品有限公司\n")
    one, two = (ug.build(tmp_path / "*.txt", lexicon=lexicon, workers=n) for n in (1, 2))
    assert named(one, "Company") == {"云岭县青禾食品有限公司"}
    assert turtle(one) == turtle(two)


def test_all_faults_at_once(write: Write) -> None:
    one = write("蓝鲸,Compny,\n,Union,澜工\n\n甲乙\n丙,Union,丙会,多\n。。,Union,\n丙丁,,\n", "one.csv")
    two = write("戊己,Union,\n戊己,Company,\n戊己,Union,\n庚辛,Union,\n庚辛,Union,庚辛会\n", "two.csv")
    with pytest.raises(ug.LexiconError) as caught:
        ug.build_text(TEXT, lexicon=[one, two, one.parent / "gone.csv"])
    faults = [f.removeprefix(str(one.parent) + "/") for f in caught.value.faults]
    assert [f.split(": ")[0] for f in faults] == [
        "one.csv, line 2",
        "one.csv, line 3",
        "one.csv, line 5",
        "one.csv, line 6",
        "one.csv, line 7",
        "one.csv, line 8",
        "gone.csv",
        "two.csv, line 3",
        "two.csv, line 6",
    ]
    assert "did you mean Company" in faults[0]
    assert "two.csv, line 2" in faults[-2]


_CELL = st.text(alphabet='蓝鲸云岭总工会A1 ，。,"\n', max_size=6)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(_CELL, st.sampled_from(["Union", "Company", "Person", "Place", "Event"]), _CELL), max_size=6))
def test_whatever_the_rows_mentions_fit_or_the_faults_are_named(write: Write, rows: list[tuple[str, str, str]]) -> None:
    quoted = ("".join(f'"{c.replace(chr(34), chr(34) * 2)}",' for c in row)[:-1] for row in rows)
    try:
        kg = ug.build_text(TEXT + "蓝鲸总工会A1走访云岭。蓝A1鲸云。", lexicon=write("\n".join(quoted)))
    except ug.LexiconError as error:
        assert error.faults
        assert all(", line " in fault and "\n" not in fault for fault in error.faults)
        return
    view = View(load_store(to_turtle(kg._data)), kg._data.ontology)
    assert not list(run_checks(view))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=60))
def test_no_bytes_break_the_reading(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "noise.csv"
    path.write_bytes(HEADER.encode() + data)
    try:
        ug.build_text(TEXT, lexicon=path)
    except ug.LexiconError as error:
        assert all(fault.startswith(str(path)) for fault in error.faults)

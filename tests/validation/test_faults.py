"""Planted faults: each is found, by its rule, and named in words that a user understands."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import pytest

from tests.queries.sample import SIGNING, sample
from unigraph.rdf import to_turtle
from unigraph.validation import Report, validate

ID = "https://w3id.org/unigraph/id/"


@dataclass(frozen=True)
class Fault:
    """A change to the Turtle (a pattern, or more triples), the rule that it breaks, and words of the message."""

    code: str
    words: tuple[str, ...]
    pattern: str = ""
    put: str = ""
    add: str = ""

    def plant(self, turtle: str) -> str:
        if not self.pattern:
            return f"{turtle}\n{self.add}\n"
        changed, count = re.subn(self.pattern, self.put, turtle, count=1, flags=re.DOTALL)
        assert count, f"nothing to change for {self.code}"
        return changed


HEJING_CHAIRED = r"rdf:subject id:p-hejing ;\n    rdf:predicate ug:chaired"
EVIDENCE = f"(id:ev-[0-9a-f]+ a [^.]*?{HEJING_CHAIRED}[^\n]*\n(?:(?!\n\n).)*?)"
FAULTS = {
    "wrong domain": Fault(
        "chaired-domain",
        ("白石银行 (c-baishi)", "the subject of 主持 (chaired) must be 人物 (person)"),
        add="id:c-baishi ug:chaired id:e-luntan .",
    ),
    "wrong range": Fault(
        "chaired-range",
        ("何静 (p-hejing)", "the object of 主持 (chaired) must be 活动 (event)", "found 南溪会堂 (pl-huitang)"),
        add="id:p-hejing ug:chaired id:pl-huitang .",
    ),
    "a relation without evidence": Fault(
        "no-evidence",
        ("周岚 (p-zhoulan) 出席、参加 attended 东河县总工会职工论坛 (e-luntan)", "no evidence"),
        add="id:p-zhoulan ug:attended id:e-luntan .",
    ),
    "a date without evidence": Fault(
        "no-evidence",
        ("东河县总工会职工论坛 (e-luntan) 结束日期 endDate 2026-04-30", "no evidence"),
        add='id:e-luntan ug:endDate "2026-04-30"^^xsd:date .',
    ),
    "evidence without sentence": Fault(
        "evidence-sentence",
        ("何静 (p-hejing) 主持 chaired 南溪市总工会与白石银行签约仪式 (e-qianyue)", "needs exactly one sentence"),
        pattern=EVIDENCE + r"    prov:wasDerivedFrom [^\n]*\n",
        put=r"\1",
    ),
    "evidence without its fact": Fault(
        "fact-missing",
        ("何静 (p-hejing) 主持 chaired", "not the fact itself"),
        pattern=r"    ug:chaired id:e-qianyue ;\n",
    ),
    "a candidate that stands as a fact": Fault(
        "candidate-stated",
        ("何静 (p-hejing) 走访、调研 visited 南溪会堂 (pl-huitang)", "only a candidate"),
        add="id:p-hejing ug:visited id:pl-huitang .",
    ),
    "a malformed date": Fault(
        "start-date",
        ("南溪市总工会与白石银行签约仪式 (e-qianyue)", "must be a day", "found '2026-02-30'"),
        pattern=r'(id:e-qianyue a .*?)"2026-03-01"',
        put=r'\1"2026-02-30"',
    ),
    "a date of no kind": Fault(
        "article-date",
        ("article's date 发布日期", "found '2026年4月'"),
        pattern=r'"2026-04-20"\^\^xsd:date ;\n    ug:publishedBasis',
        put='"2026年4月" ;\n    ug:publishedBasis',
    ),
    "a missing name": Fault(
        "name",
        ("p-luoming", "has no Chinese name (rdfs:label @zh)"),
        pattern=r'    rdfs:label "罗明"@zh ;\n',
    ),
    "a name in pinyin only": Fault(
        "name",
        ("Luo Ming (p-luoming)", "has no Chinese name"),
        pattern='rdfs:label "罗明"@zh',
        put='rdfs:label "Luo Ming"@zh-latn',
    ),
    "two names": Fault(
        "one-name",
        ("p-luoming", "two full names", "skos:altLabel"),
        add='id:p-luoming rdfs:label "罗小明"@zh .',
    ),
    "too much confidence": Fault(
        "evidence-confidence",
        ("何静 (p-hejing) 主持 chaired", "可信度 from 0.0 to 1.0", "found '1.96'"),
        pattern=EVIDENCE + r"    ug:confidence 0\.96",
        put=r"\1    ug:confidence 1.96",
    ),
    "offsets that do not slice": Fault(
        "sentence-slice",
        ("何静走访白石银行 (a-", "offsets 0 to 7", "not to its words"),
        pattern=r'ug:begin 0 ;\n    ug:end 8 ;\n    ug:text "何静走访白石银行"',
        put='ug:begin 0 ;\n    ug:end 7 ;\n    ug:text "何静走访白石银行"',
    ),
    "offsets past the end": Fault(
        "sentence-slice",
        ("go past the article's end at",),
        pattern=r'ug:begin 0 ;\n    ug:end 8 ;\n    ug:text "何静走访白石银行"',
        put='ug:begin 0 ;\n    ug:end 800 ;\n    ug:text "何静走访白石银行"',
    ),
    "an end before its begin": Fault(
        "begin",
        ("less than its end",),
        pattern=r"(a ug:Mention ;\n    ug:refersTo id:p-hejing ;\n    ug:inSentence [^\n]*\n    ug:begin )\d+",
        put=r"\g<1>5000",
    ),
    "a mention outside of its sentence": Fault(
        "mention-outside",
        ("何静 (p-hejing) is mentioned at", "outside of its sentence"),
        pattern=r"(a ug:Mention ;\n    ug:refersTo id:p-hejing ;\n    ug:inSentence [^\n]*-s)1 ",
        put=r"\g<1>0 ",
    ),
    "a mention of no words": Fault(
        "mention-words",
        ("宋雨 (p-songyu)", "slices to “\n”"),
        add=f"""id:bad a ug:Mention ; ug:refersTo id:p-songyu ; ug:inSentence id:bad-s ; ug:begin 13 ; ug:end 14 .
            id:bad-s a ug:Sentence ; ug:inArticle id:{SIGNING.id} ; ug:begin 13 ; ug:end 14 ; ug:text "\\n"@zh .""",
    ),
    "a cue outside of its sentence": Fault(
        "cue-outside",
        ("何静 (p-hejing) 主持 chaired", "its cue at 0 to", "outside of its sentence"),
        pattern=EVIDENCE + r"    ug:begin \d+",
        put=r"\1    ug:begin 0",
    ),
    "a post without body": Fault(
        "position-body",
        ("南溪市总工会副主席 (po-2)", "a post 职务 needs exactly one body"),
        pattern=r'    ug:title "副主席"@zh ;\n    ug:positionIn id:u-990100 \.',
        put='    ug:title "副主席"@zh .',
    ),
    "a one-way signature": Fault(
        "one-way",
        ("白石银行 (c-baishi) 签约 signedWith 南溪市总工会 (u-990100)", "in one direction only"),
        pattern=r"    ug:signedWith id:c-baishi ;\n",
    ),
    "an unknown predicate": Fault(
        "unknown-term",
        ("何静 (p-hejing) has the property chairred, which the ontology lacks; did you mean 主持 chaired?",),
        add="id:p-hejing ug:chairred id:e-luntan .",
    ),
    "an unknown class": Fault(
        "unknown-term",
        ("has the class Unions", "did you mean 工会 Union?"),
        add="id:u-990100 a ug:Unions .",
    ),
    "an end that is not mentioned": Fault(
        "end-not-mentioned",
        ("何静 (p-hejing) 走访、调研 visited 东河县总工会 (u-990121)", "none of its sentences mentions 东河县总工会"),
        pattern=r"(a ug:Mention ;\n    ug:refersTo id:)u-990121( ;\n    ug:inSentence id:[^\n]*-s2 )",
        put=r"\1u-990100\2",
    ),
    "a narrower class alone": Fault(
        "Event-wider",
        ("东河县总工会职工论坛 (e-luntan)", "must be of 活动 (event) too"),
        pattern=r"id:e-luntan a [^;]*;",
        put="id:e-luntan a ug:Meeting ;",
    ),
    "a basis of no kind": Fault(
        "article-basis",
        ("日期来历 must be one of given, filename, stated, inferred; found 'guessed'",),
        pattern='publishedBasis "given"',
        put='publishedBasis "guessed"',
    ),
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_found_and_named(fault: Fault, turtle: str) -> None:
    report = validate(fault.plant(turtle))
    assert not report.ok
    messages = [p.message for p in report.problems if p.code == fault.code]
    assert any(all(w in m for w in fault.words) for m in messages), report.problems


def test_the_sample_is_whole(turtle: str) -> None:
    assert validate(turtle) == Report(())
    assert validate(sample()).ok


def test_without_texts_only_the_words_are_not_checked(turtle: str) -> None:
    bare = to_turtle(sample(), texts=False)
    report = validate(bare)
    assert report.ok
    assert report.notes == ("3 of 3 articles have no text: offsets were not checked against words there",)
    moved = re.sub(r"(ug:refersTo id:p-hejing ;\n    ug:inSentence [^\n]*-s)1 ", r"\g<1>0 ", bare, count=1)
    assert "mention-outside" in {p.code for p in validate(moved).problems}


def test_problems_are_sorted_and_said_once(turtle: str) -> None:
    broken = "\n".join([turtle, *(f.add for f in FAULTS.values())])
    problems = validate(broken).problems
    assert list(problems) == sorted(set(problems))
    assert problems == validate(broken.encode()).problems


def test_hostile_names_stay_words(turtle: str) -> None:
    thing = replace(sample().entities["p-luoming"], name='"; DROP \x1b[31m <b> {x} %s')
    graph = replace(sample(), entities={**sample().entities, "p-luoming": thing})
    report = validate(to_turtle(graph) + '\nid:p-luoming rdfs:label "b"@zh .')
    assert "one-name" in {p.code for p in report.problems}

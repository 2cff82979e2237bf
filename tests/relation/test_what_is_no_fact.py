"""Words that look like events and places but name none."""

from __future__ import annotations

from tests.relation.saying import said


def test_who_is_elected_to_go_to_a_congress_holds_none() -> None:
    facts = said("6月10日，岚川市总工会召开全市工会代表会议，选举产生出席省工会第十三次代表大会正式代表12名。")
    assert not [f for f in facts if "第十三次代表大会" in f[0] + f[2]]
    assert said("6月10日，岚川市工会第十三次代表大会在岚川召开。", "startDate")


def test_which_activities_are_none() -> None:
    asked = "6月12日，岚川市总工会主席陈远舟到县里座谈，询问开展了哪些活动。"
    assert not [f for f in said(asked) if "哪些" in f[0] + f[2]]


def test_some_towns_are_no_town() -> None:
    text = "6月12日，岚川市总工会主席陈远舟深入部分乡镇调研。"
    assert ("陈远舟", "visited", "分乡镇") not in said(text)
    assert ("陈远舟", "visited", "夷陵区分乡镇") in said("6月12日，岚川市总工会主席陈远舟到夷陵区分乡镇调研。")


def test_who_brings_money_on_behalf_of_a_union_gives_no_speech() -> None:
    text = "6月12日，岚川市总工会开展送温暖慰问活动，主席陈远舟代表市总工会为云岭县总工会送来慰问金四万元。"
    assert not said(text, "spokeAt")

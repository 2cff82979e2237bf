"""Bylines and the people that they name."""

from __future__ import annotations

import pytest

from unigraph.reading.bylines import byline_only, credits_only, find_bylines

BODY = "云岭县总工会举办读书会，六十名女职工参加。"


def named(text: str) -> list[str]:
    return ["".join(text[n.begin : n.end].split()) for b in find_bylines(text) for n in b.names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (f"本报讯(全媒体记者周岚 通讯员韩竹 何一舟){BODY}", ["周岚", "韩竹", "何一舟"]),
        (f"本报讯（记者 周岚、韩竹）{BODY}", ["周岚", "韩竹"]),
        (f"本报讯（周岚）{BODY}", ["周岚"]),
        (f"本报南溪5月6日电（记者文一帆）{BODY}", ["文一帆"]),
        (f"本报讯 记者周岚报道 {BODY}", ["周岚"]),
        (f"本报讯 记者周岚摄影报道 {BODY}", ["周岚"]),
        (f"澜江工人报首席记者周岚 韩竹报道:{BODY}", ["周岚", "韩竹"]),
        (f"澜江日报客户端 记者周岚 通讯员 韩竹 何一舟 221国道旁，{BODY}", ["周岚", "韩竹", "何一舟"]),
        (f"{BODY}（周岚）", ["周岚"]),
        (f"{BODY}（周岚 韩竹）", ["周岚", "韩竹"]),
        (f"{BODY}\n（云岭县总工会宣教部 韩竹）", ["韩竹"]),
        (f"{BODY}(澜江新闻网记者_何一舟 文图)", ["何一舟"]),
        (f"{BODY}（编辑：周岚）", ["周岚"]),
        (f"标题\n来源:云岭县融媒体中心 周岚 韩竹 时间:2025-06-28\n{BODY}", ["周岚", "韩竹"]),
        (f"标题\n作者:周岚 | 来源:云岭县总工会 | 时间:2025-06-28\n{BODY}", ["周岚"]),
        (f"标题\n文：周岚　图：韩竹　初审：何一舟　终审：许澄\n{BODY}", ["周岚", "韩竹", "何一舟", "许澄"]),
        (f"{BODY}\n编辑 | 王   莹\n责编：苗远志", ["王莹", "苗远志"]),
        (f"标题\n周岚\n\n{BODY}", ["周岚"]),
        (f"标题\n□周岚 韩竹\n{BODY}", ["周岚", "韩竹"]),
        (f"标题\n本报记者 周岚 通讯员 欧阳若水\n{BODY}", ["周岚", "欧阳若水"]),
        ("■女职工在读书。 周岚 摄", ["周岚"]),
        ("图为女职工在读书。周岚摄", ["周岚"]),
        (f"本报讯（記者 鄒文浩 通訊員 陳遠舟）{BODY}", ["鄒文浩", "陳遠舟"]),
        (f"本报讯（记者 阿依努尔·买买提）{BODY}", ["阿依努尔·买买提"]),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        f"本报讯(通讯员云岭工){BODY}",
        f"本报讯（通讯员 南工宣）{BODY}",
        f"{BODY}（云岭县总工会）",
        f"{BODY}\n（本报转载）",
        f"{BODY}（如图）",
        "■女职工在读书。 单位供图",
        "△ 女职工在读书　图/云岭融媒",
        f"标题\n作者：云岭县总工会 工宣\n{BODY}",
        f"标题\n来源：澜江工人报\n{BODY}",
        "记者从会上了解到，读书会每月一次。",
        "记者在现场看到，六十名女职工参加了活动。",
        "会议审议了工作报告（草案）",
        f"南溪市（周岚区）{BODY}",
    ],
)
def test_nobody(text: str) -> None:
    assert named(text) == []


def test_ranges() -> None:
    text = f"标题\n本报讯（记者 周岚 通讯员韩竹）{BODY}（编辑：许澄）"
    bylines = find_bylines(text)
    assert [text[b.begin : b.end] for b in bylines] == ["（记者 周岚 通讯员韩竹）", "（编辑：许澄）"]
    ends = [0, *(x for b in bylines for x in (b.begin, b.end))]
    assert ends == sorted(ends)


def test_lines() -> None:
    assert byline_only("本报记者 周岚 通讯员 韩竹")
    assert byline_only("□周岚")
    assert not byline_only("记者从会上了解到，读书会每月一次。")
    assert credits_only("文：周岚　图：韩竹　初审：何一舟")
    assert not credits_only("图书馆里读书声声")

"""Texts of our own writing."""

from __future__ import annotations

PLENUM = """岚川市总工会召开八届二次全委会

本报讯（记者周岚 通讯员韩竹）3月30日，岚川市总工会第八届委员会第二次全体会议在岚川市工人文化宫召开。\
岚川市总工会主席陈远舟主持会议并讲话。岚川市总工会副主席罗映雪出席会议。
"""
VISIT = """云岭县总工会走访慰问一线职工

本报讯（记者周岚）3月28日，云岭县总工会主席方若溪走访云岭县青禾食品有限公司，慰问一线职工。
"""


def many(count: int) -> list[str]:
    """Articles that differ."""
    return [
        VISIT.replace("3月28日", f"3月{n % 28 + 1}日").replace("方若溪", f"方{'若溪云林'[n % 4]}{n % 7}")
        for n in range(count)
    ]

"""Sources of our own writing: what is added tells of things that the first ones tell of, and changes an identifier."""

from __future__ import annotations

from pathlib import Path

__all__ = ["write_sources"]

_FIRST = {
    "plenum.txt": """岚川市总工会召开八届二次全委会

本报讯（记者周岚 通讯员韩竹）3月30日，岚川市总工会第八届委员会第二次全体会议在岚川市工人文化宫召开。\
岚川市总工会主席陈远舟主持会议并讲话。岚川市总工会副主席罗映雪出席会议。
""",
    "visit.txt": """云岭县总工会走访慰问一线职工

本报讯（记者周岚）3月28日，云岭县总工会主席方若溪走访云岭县青禾食品有限公司，慰问一线职工。
""",
    "talk.txt": """云岭县总工会召开座谈会

本报讯（记者周岚）3月27日，云岭县总工会召开一线职工座谈会。云岭县总工会主席方若溪主持会议。
""",
}
_MORE = {
    "2026-02-10-contest.txt": """岚川市职工技能大赛开幕

本报讯（记者周岚）2月9日，由岚川市总工会主办的岚川市职工技能大赛开幕。岚川市总工会主席陈远舟、岚川市教育局副局长、\
岚川市总工会副主席罗映雪出席开幕式。
""",
    "signing.txt": """云岭县总工会与青禾食品签约

本报讯（记者周岚）3月29日，云岭县总工会与云岭县青禾食品有限公司签署合作协议。云岭县总工会主席方若溪出席签约仪式。
""",
}
# names as they come: with a space, in Chinese
FIRST, MORE = "first pages", "后来的"


def write_sources(folder: Path) -> None:
    """Write two folders of texts, :data:`FIRST` and :data:`MORE`."""
    for name, texts in ((FIRST, _FIRST), (MORE, _MORE)):
        (folder / name).mkdir(parents=True)
        for file, text in texts.items():
            (folder / name / file).write_text(text, encoding="utf-8")
